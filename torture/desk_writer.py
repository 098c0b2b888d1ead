"""A program that works at a desk and says on standard output what it is about to do and has done.

- ``intent DIGEST``: the store is going to hold this content;
- ``ack``, ``restored``: it does;
- ``kept NAME DIGEST``: there is a backup of this name that holds this content;
- ``damage page``, ``damage missing``: the store is going to be damaged, from outside.

Usage: ``python -m torture.desk_writer FOLDER WORK SEED GESTURES WEAKNESS``
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.backup import BackupReason
from cs_desk.storage.database import DeskDatabase
from torture.desk_content import Content, digest_of
from torture.desk_folder import SteppingClock, backups_of, store_of
from torture.gestures import Gestures, make
from torture.weaknesses import Weakness, weaken

if TYPE_CHECKING:
    from cs_desk.domain.backup import Backup

STANDARD_OUTPUT = 1
_HOURS_BETWEEN_BACKUPS = 1.5


class DeskWriter:
    """A person at the desk in ``folder``, who goes by chance."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder = folder
        self._chance = chance
        self._plan = Gestures(chance)
        self._backups = backups_of(folder, SteppingClock(step=_HOURS_BETWEEN_BACKUPS))
        self._kept: dict[str, Content] = {}
        self._intend(self._plan.content())
        self._database = DeskDatabase(store_of(folder))
        _say("ack")

    def change(self) -> None:
        """Make a gesture; now and then, close and open the desk before."""
        if self._chance.random() < 0.02:
            self._reopen()
        steps = self._plan.next()
        self._intend(self._plan.content())
        make(steps, self._database)
        _say("ack")

    def back_up(self) -> None:
        """Make a backup."""
        self._tell_kept(self._backups.keep(BackupReason.MANUAL), self._plan.content())

    def restore(self) -> None:
        """Go back to some backup that is still there, or to the newest one."""
        before = self._plan.content()
        there = [each.file for each in self._backups.all() if each.file in self._kept]
        file = self._chance.choice(there)
        self._intend(self._kept[file])
        kept = self._backups.restore(file)
        self._plan.go_back_to(self._kept[file])
        _say("restored")
        if kept:
            self._tell_kept(kept, before)

    def suffer_damage(self) -> None:
        """Lose the store, or a page of it, and take a backup in its place."""
        self._database.close()
        self.back_up()
        store = store_of(self._folder)
        if self._chance.random() < 0.5:
            _say("damage missing")
            store.unlink()
            _sync(store.parent)
        else:
            _say("damage page")
            self._spoil(store)
        (newest, *_) = self._backups.all()
        self._intend(self._kept[newest.file])
        self._backups.restore(newest.file)
        _say("restored")
        self._database = DeskDatabase(store)

    def _spoil(self, store: Path) -> None:
        with store.open("r+b", buffering=0) as file:
            # The schema's page, or that of a table.
            file.seek(self._chance.choice((0, 4096, 8192)))
            file.write(b"\xa5" * 1024)
            os.fdatasync(file.fileno())

    def close(self) -> None:
        """Close the desk."""
        self._database.close()

    def _reopen(self) -> None:
        self._database.close()
        self._database = DeskDatabase(store_of(self._folder))

    def _intend(self, content: Content) -> None:
        _say(f"intent {digest_of(content)}")

    def _tell_kept(self, backup: Backup | None, content: Content) -> None:
        assert backup
        self._kept[backup.file] = content
        _say(f"kept {Path(backup.file).name} {digest_of(content)}")


def main() -> None:
    """Work at the desk."""
    folder, work, seed, gestures, weakness = sys.argv[1:]
    weaken(Weakness(weakness))
    chance = random.Random(int(seed))
    writer = DeskWriter(Path(folder), chance)
    for number in range(int(gestures)):
        writer.change()
        if work == "backups" and chance.random() < 0.2:
            writer.back_up()
        if work == "backups" and number and chance.random() < 0.06:
            writer.back_up()
            writer.restore()
        if work == "damage" and chance.random() < 0.5:
            writer.suffer_damage()
    if chance.random() < 0.5:
        writer.close()


def _say(text: str) -> None:
    # One write, so that it is one line of the trace.
    os.write(STANDARD_OUTPUT, text.encode())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    # Not fsync, which a weakness may have taken out of this process.
    os.fdatasync(handle)
    os.close(handle)


if __name__ == "__main__":
    main()
