"""Cases taken out of every backup in the folder, which keep their names and dates."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DataFaultError
from cs_desk.storage.backup_file import check_backup, sound_backup, write_backup
from cs_desk.storage.backup_name import LOCK, PART, read_name
from cs_desk.storage.placed_file import placed, remove, sync_folder
from cs_desk.storage.write_lock import WriteLock

if TYPE_CHECKING:
    from pathlib import Path

    from cs_desk.storage.case_scrubbing import CaseScrubbing


def scrub_backups(
    folder: Path, scrubbing: CaseScrubbing, *, suspect_from: float, timeout_s: float
) -> None:
    """Rewrite every backup that holds something to be deleted.

    One that cannot be read is removed if it is too old, or if what is to be deleted still stands
    somewhere in it: nothing could be restored from it. A failure keeps none of the others from
    being rewritten.

    Args:
        folder: The backup folder.
        scrubbing: What is to be deleted.
        suspect_from: What was made since, in seconds since 1970, is rewritten whatever it
            shows: it may have been made of a store not written anew yet.
        timeout_s: Seconds to wait for another process that makes a backup.

    Raises:
        DataFaultError: A rewritten backup is not as it was written; the old one is still there.
        DeskBusyError: Another process did so for too long.
        OSError: A backup could not be replaced or removed.
        sqlite3.DatabaseError: A backup could not be rewritten.
    """
    if not folder.is_dir():
        return
    first_failure: Exception | None = None
    lock = WriteLock(folder / LOCK)
    with closing(lock), lock.held(timeout_s):
        remove(folder / PART)
        for path in sorted(folder.iterdir()):
            if read_name(path.name, None) is None:
                continue
            try:
                _scrub(path, scrubbing, suspect_from)
            except (OSError, sqlite3.DatabaseError, DataFaultError) as error:
                first_failure = first_failure or error
    if first_failure is not None:
        raise first_failure


def _scrub(path: Path, scrubbing: CaseScrubbing, suspect_from: float) -> None:
    found = path.stat()
    try:
        with sound_backup(path) as sound:
            is_clean = found.st_mtime < suspect_from and not scrubbing.finds_any(sound.connection)
    except DataFaultError:
        written_at = datetime.fromtimestamp(found.st_mtime, UTC)
        if scrubbing.is_aged(written_at) or scrubbing.is_mentioned(path.read_bytes()):
            path.unlink()
            sync_folder(path.parent)
    else:
        if not is_clean:
            _rewrite(path, scrubbing)


def _rewrite(path: Path, scrubbing: CaseScrubbing) -> None:
    times = path.stat()
    with placed(path, path.with_name(PART)) as part:
        with sound_backup(path) as sound:
            write_backup(sound.connection, part)
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            # It gets its name only when it is complete and on the disk.
            copy.execute("PRAGMA synchronous = OFF")
            copy.execute("PRAGMA journal_mode = MEMORY")
            copy.execute("PRAGMA locking_mode = EXCLUSIVE")
            scrubbing.scrub(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        check_backup(part)
        os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))
