"""The index of a library as a file that is mapped into memory, and never trusted unchecked.

It holds nothing that the store does not hold: whoever finds it missing or damaged makes it anew.
"""

from __future__ import annotations

import mmap
import os
import sys
import zlib
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from cs_desk import __version__
from cs_desk.domain.errors import StoreFailedError
from cs_desk.storage.placed_file import placed
from cs_desk.storage.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from cs_desk.app.ports import Columns
    from cs_desk.domain.template import ReplyTemplate

# Another layout of the file takes another number.
_FORMAT = b"cs-desk index 1\n"
_SUFFIX = ".index"
# Columns of eight-byte numbers are cast in place.
_ALIGNMENT = 8
_STAMP_BYTES = 16
_TRIES = 3


class _Column(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    name: str
    start: int
    size: int


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the columns.

    Attributes:
        columns: Where each stands, counted from the end of the head.
        size: The bytes of all columns.
        checksum: The CRC-32 of those bytes.
    """

    columns: tuple[_Column, ...]
    size: int
    checksum: int


class ArchiveFiles:
    """A folder with the index of the library in use.

    A file is named after what was indexed and how, so the name alone tells whether it fits; and
    numbered, so that a window may go on with its own while another process writes the next:
    Windows lets nobody replace a file that is mapped.

    Args:
        folder: Where the file is kept; made when it is first written.
        made_with: Returns whatever an index depends on beside the library: the readings.
    """

    def __init__(self, folder: Path, made_with: Callable[[], bytes]) -> None:
        self._folder = folder
        self._made_with = made_with

    def load(self, templates: Sequence[ReplyTemplate]) -> Columns | None:
        """Return what was kept of these very templates; None if it is not there, or not sound."""
        stamp = self._stamp(templates)
        for _ in range(_TRIES):
            files = self._generations(stamp)
            found = (columns for columns in map(_columns_of, files) if columns is not None)
            columns = next(found, None)
            if columns is not None or (files and all(file.exists() for file in files)):
                return columns
            # Another process may just have put the next one in its place.
        return None

    def save(self, templates: Sequence[ReplyTemplate], columns: Columns) -> None:
        """Keep what was indexed of ``templates``, in place of what was kept before.

        Raises:
            StoreFailedError: It cannot be written.
        """
        stamp = self._stamp(templates)
        number = 1 + max(map(_number, self._generations(stamp)), default=0)
        file = self._folder / f"{stamp}-{number}{_SUFFIX}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Two processes may write the same at once; each has a file of its own to write.
            part = file.with_name(f"{file.name}.{os.getpid()}")
            with placed(file, part), part.open("wb") as opened:
                opened.writelines(_written(columns))
        except OSError as error:
            raise StoreFailedError(reason_of(error), outcome_known=True) from error
        self._sweep(stamp, number)

    def _sweep(self, stamp: str, number: int) -> None:
        """Remove what is older than a file just written, and what killed processes left."""
        for other in self._folder.glob(f"*{_SUFFIX}*"):
            is_older = not other.match(f"{stamp}-*{_SUFFIX}") or _number(other) < number
            if is_older:
                # A window that still has it open keeps it, where files are held so; the next
                # one to be written takes it away.
                with suppress(OSError):
                    other.unlink()

    def _generations(self, stamp: str) -> list[Path]:
        """Return the files of one library, the newest first."""
        return sorted(self._folder.glob(f"{stamp}-*{_SUFFIX}"), key=_number, reverse=True)

    def _stamp(self, templates: Sequence[ReplyTemplate]) -> str:
        """Return what names an index of ``templates``."""
        # Another version of the program may read letters, or lay out columns, in another way.
        made_by = f"{__version__} {sys.byteorder} ".encode()
        indexed = blake2b(_FORMAT + made_by, digest_size=_STAMP_BYTES)
        indexed.update(self._made_with())
        encoder, encoded = msgspec.msgpack.Encoder(), bytearray()
        for template in templates:
            encoder.encode_into(template, encoded)
            indexed.update(encoded)
        return indexed.hexdigest()


def _number(file: Path) -> int:
    """Return the generation of a file; 0 if its name has none."""
    number = file.stem.rpartition("-")[2]
    return int(number) if number.isascii() and number.isdecimal() else 0


def _columns_of(file: Path) -> Columns | None:
    try:
        with file.open("rb") as opened:
            mapped = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None
    columns = _columns_in(memoryview(mapped))
    if sys.platform == "linux":
        # All of it was read to be checked; of most of it nothing will ever be wanted.
        mapped.madvise(mmap.MADV_DONTNEED)
    return columns


def _written(columns: Columns) -> Iterator[bytes | memoryview]:
    """Yield the content of a file, piece by piece."""
    places, pieces, at, checksum = [], [], 0, 0
    for name, column in columns.items():
        data = memoryview(column).cast("B")
        padding = bytes(-len(data) % _ALIGNMENT)
        places.append(_Column(name, at, len(data)))
        at += len(data) + len(padding)
        for piece in (data, padding):
            checksum = zlib.crc32(piece, checksum)
            pieces.append(piece)
    head = msgspec.json.encode(_Head(tuple(places), at, checksum))
    # JSON may end in blanks.
    head += b" " * (-(len(_FORMAT) + 2 * _ALIGNMENT + len(head)) % _ALIGNMENT)
    yield _FORMAT
    yield len(head).to_bytes(_ALIGNMENT, "little")
    yield zlib.crc32(head).to_bytes(_ALIGNMENT, "little")
    yield head
    yield from pieces


def _columns_in(content: memoryview) -> Columns | None:
    """Return the columns of a file, none of them copied; None if any bit of it is wrong."""
    at = len(_FORMAT)
    size, checksum = (
        int.from_bytes(content[start : start + _ALIGNMENT], "little")
        for start in (at, at + _ALIGNMENT)
    )
    at += 2 * _ALIGNMENT
    head, body = content[at : at + size], content[at + size :]
    if bytes(content[: len(_FORMAT)]) != _FORMAT or zlib.crc32(head) != checksum:
        return None
    with suppress(msgspec.MsgspecError):
        told = msgspec.json.decode(head, type=_Head)
        if told.size == len(body) and told.checksum == zlib.crc32(body):
            return {c.name: body[c.start : c.start + c.size] for c in told.columns}
    return None
