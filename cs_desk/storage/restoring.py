"""A backup in the place of a store that is damaged or missing.

A store in WAL mode is two files, which cannot be replaced in one step. So the new one is made
complete as ``desk.db.restoring`` first. Whoever finds that file, and no store, puts it in place:

=========================  ============================  ==============================
step                       killed before it              what the next start finds
=========================  ============================  ==============================
1. ``.restoring`` placed   nothing has changed           the damaged store
2. the log copied aside    a file too many               the damaged store
3. the store moved aside   both wait                     the damaged store
4. the log removed         its copy lies in ``damaged``  no store: it goes on with 4, 5
5. ``.restoring`` renamed  no log is left                no store: it goes on with 5
=========================  ============================  ==============================
"""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DeskBusyError
from cs_desk.storage.backup_file import check_backup, write_backup
from cs_desk.storage.change_mark import ChangeMark
from cs_desk.storage.placed_file import (
    COMPANIONS,
    move,
    part_of,
    placed,
    remove,
    remove_companions,
    sync_folder,
)
from cs_desk.storage.private_copy import lock_file
from cs_desk.storage.write_lock import WriteLock

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


class DamagedStore:
    """A store's file that is damaged or missing, and what can be done about it.

    Args:
        path: The store's file.
        damaged_folder: Where damaged files are kept.
        timeout_s: Seconds to wait while another process writes.

    Raises in every method:
        DeskBusyError: Another process held the write lock too long; nothing was changed.
        OSError: The system refused; a step that is not finished is taken up by ``finish``.
    """

    def __init__(self, path: Path, damaged_folder: Path, timeout_s: float) -> None:
        self._path = path
        self._damaged_folder = damaged_folder
        self._timeout_s = timeout_s

    def replace(self, backup: sqlite3.Connection, stamp: str) -> None:
        """Put a copy of ``backup`` in the store's place; the damaged file is set aside.

        Args:
            backup: A connection to a sound backup of the present format.
            stamp: The present moment, for the name of the damaged file.

        Raises:
            DataFaultError: The copy is not as it was written.
            sqlite3.DatabaseError: The copy could not be written; nothing was changed.
        """
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with closing(self._lock()) as lock, lock.held(self._timeout_s):
            pending = pending_file(self._path)
            with placed(pending) as part:
                write_backup(backup, part)
                check_backup(part)
            self._move_aside(stamp)
            self._put_in_place(pending, lock)

    def set_aside(self, stamp: str) -> Path | None:
        """Move the store away, so that a fresh one can take its place.

        Returns:
            Where it lies now; None if there was none.
        """
        if not self._path.parent.is_dir():
            return None
        with closing(self._lock()) as lock, lock.held(self._timeout_s):
            # It would take the fresh one's place.
            remove(pending_file(self._path))
            aside = self._move_aside(stamp)
            ChangeMark(lock).set_back(0)
            return aside

    def finish(self) -> bool:
        """Put the new store in place if a process was killed doing so; return whether it was.

        What else such a process left is swept away.
        """
        try:
            self._sweep()
            if not self._is_unfinished():
                return False
        except OSError:
            # Opening the store tells why nothing can be found there.
            return False
        with closing(self._lock()) as lock, lock.held(self._timeout_s):
            if not self._is_unfinished():
                return False
            self._put_in_place(pending_file(self._path), lock)
        return True

    def _sweep(self) -> None:
        pending = pending_file(self._path)
        part = part_of(pending)
        files = [part.with_name(part.name + suffix) for suffix in ("", *COMPANIONS)]
        if not any(file.exists() for file in (pending, *files)):
            return
        # Somebody may be at it, and what cannot be removed is in nobody's way.
        with suppress(DeskBusyError, OSError), closing(self._lock()) as lock, lock.held(0):
            remove(part)
            if self._path.exists():
                # The damaged store was still in its place: nothing had been changed.
                remove(pending)

    def _is_unfinished(self) -> bool:
        return pending_file(self._path).exists() and not self._path.exists()

    def _lock(self) -> WriteLock:
        return WriteLock(lock_file(self._path))

    def _put_in_place(self, pending: Path, lock: WriteLock) -> None:
        # The new store's changes are counted from where the backup stopped.
        ChangeMark(lock).set_back(0)
        remove_companions(self._path)
        # Otherwise a power cut may bring the old log back beside the new store.
        sync_folder(self._path.parent)
        move(pending, self._path)

    def _move_aside(self, stamp: str) -> Path | None:
        if not self._path.exists():
            return None
        self._damaged_folder.mkdir(mode=0o700, exist_ok=True)
        aside = self._free_name(stamp)
        log = self._path.with_name(f"{self._path.name}-wal")
        if log.exists():
            with placed(aside.with_name(f"{aside.name}-wal")) as part:
                shutil.copyfile(log, part)
        move(self._path, aside)
        remove_companions(self._path)
        return aside

    def _free_name(self, stamp: str) -> Path:
        number, name = 1, f"desk-{stamp}.db"
        while (path := self._damaged_folder / name).exists():
            number += 1
            name = f"desk-{stamp}-{number}.db"
        return path


def pending_file(path: Path) -> Path:
    """Return where the new store waits, complete, until the damaged one is moved away."""
    return path.with_name(f"{path.name}.restoring")
