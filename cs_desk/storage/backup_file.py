"""A backup as one file of its own: made from an open store, checked, and read again."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.errors import InvalidFileError, Sentence, UnreadableFileError
from cs_desk.storage.identity import DAMAGED, NO_STORE
from cs_desk.storage.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate, version_of
from cs_desk.storage.private_copy import copied
from cs_desk.storage.reasons import reason_of
from cs_desk.storage.row_format import DRAFT_TABLE
from cs_desk.storage.soundness import check_sound, connect, fault_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = Sentence("这是一个文件夹，不是文件")
_NOT_A_FILE = Sentence("这不是普通的文件")
_JSON_EXPORT = Sentence("这是导出的 JSON，给别的程序读，不能用来恢复；请选 .db 结尾的备份")

# sqlite.org/fileformat.html, "The Database Header".
_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\0"
_WRITE_VERSION, _READ_VERSION = 18, 19
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_WITH_WAL = 2


class SoundBackup(NamedTuple):
    """A backup that passed every check, open for reading.

    Attributes:
        connection: To the backup, or to a copy of it in the present format.
        format: Version of the format in which it was written.
        documents: Table name to the number of its documents that are not deleted.
    """

    connection: sqlite3.Connection
    format: int
    documents: dict[str, int]


def write_backup(store: sqlite3.Connection, target: Path) -> None:
    """Copy an open store, as it is at one moment, into the empty file ``target``.

    What is typed for a buyer and not sent yet stays behind: it must not outlive its hour. Other
    processes may write meanwhile. The copy needs no other file beside it, and is not yet surely
    on the disk.

    Raises:
        sqlite3.DatabaseError: The store cannot be read, or the copy cannot be written.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        # It gets its name only after one fsync of the whole file.
        copy.execute("PRAGMA synchronous = OFF")
        # Without shared memory, which a network share has not.
        copy.execute("PRAGMA locking_mode = EXCLUSIVE")
        store.backup(copy)
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute("DELETE FROM document WHERE table_name = ?", (DRAFT_TABLE,))
        copy.execute("PRAGMA journal_mode = DELETE")


def check_backup(file: Path) -> dict[str, int]:
    """Check a backup that ``write_backup`` made; return the number of documents by table.

    Raises:
        DataFaultError: It is not sound.
    """
    with _faults_told(str(file)), closing(_connect_in_place(file)) as connection:
        return check_sound(connection, str(file))


def is_backup(file: Path) -> bool:
    """Return whether ``file`` is a backup of ours, and not the store of a desk.

    It must not be open as a database in this process, which would lose its locks.

    Raises:
        OSError: It cannot be read.
    """
    header = _header(file)
    is_ours = header.startswith(_MAGIC) and _number(header[_APPLICATION_ID]) == APPLICATION_ID
    # A store has a log, of which a backup is freed.
    return is_ours and header[_READ_VERSION] != _WITH_WAL


@contextmanager
def sound_backup(file: Path) -> Iterator[SoundBackup]:
    """Open a file that a person gave as a backup, once it has passed every check.

    It may be the plain copy of a store, with its ``-wal`` beside it, and of an older format.
    Nothing is written to it or beside it, so that it may lie on a read-only disk.

    Raises:
        UnreadableFileError: It is missing, no plain file, or not permitted.
        InvalidFileError: It is another program's, or damaged.
        NewerFormatError: A newer version of the program wrote it.
    """
    name = str(file)
    with ExitStack() as opened:
        with _faults_told(name):
            connection = opened.enter_context(closing(_connected(file, opened)))
            documents = check_sound(connection, name)
            version = version_of(connection)
            if version < SCHEMA_VERSION:
                migrate(connection)
        yield SoundBackup(connection, version, documents)


def _connected(file: Path, opened: ExitStack) -> sqlite3.Connection:
    header = _header_of_given(file)
    is_current = _number(header[_USER_VERSION]) >= SCHEMA_VERSION
    if header[_READ_VERSION] != _WITH_WAL and is_current:
        return _connect_in_place(file)
    folder = opened.enter_context(copied(file))
    return connect(Path(folder, file.name), "mode=rw")


def _connect_in_place(file: Path) -> sqlite3.Connection:
    # Nobody writes to a backup, so no lock is taken and no file made beside it.
    return connect(file, "mode=ro&immutable=1")


def _header_of_given(file: Path) -> bytes:
    if file.is_dir():
        raise UnreadableFileError(str(file), _FOLDER)
    if file.exists() and not file.is_file():
        raise UnreadableFileError(str(file), _NOT_A_FILE)
    header = _header(file)
    if header.lstrip()[:1] in (b"{", b"["):
        raise InvalidFileError(str(file), _JSON_EXPORT)
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise InvalidFileError(str(file), NO_STORE)
    if header[_WRITE_VERSION] > _WITH_WAL:
        # SQLite would read it, but write nothing to what is made of it.
        raise InvalidFileError(str(file), DAMAGED)
    return header


def _header(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_HEADER_SIZE)


def _number(big_endian: bytes) -> int:
    return int.from_bytes(big_endian)


@contextmanager
def _faults_told(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnreadableFileError(name, reason_of(error)) from error
    except sqlite3.DatabaseError as error:
        raise fault_of(error, name) from error
