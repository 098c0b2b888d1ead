"""A desk whose files are damaged, and what it held before."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cs_desk.domain.backup import BackupReason
from cs_desk.storage.database import DeskDatabase
from torture.desk_folder import SteppingClock, backups_of, store_of
from torture.desk_operations import OLD_STORE

if TYPE_CHECKING:
    import random

# Table name to document id to encoded document; a table without documents stands not in it.
Rows: TypeAlias = dict[str, dict[str, bytes]]

_CASES = 60
_LAST_CHANGES = 15


class Desk(NamedTuple):
    """A desk in a folder, with one backup of all it holds.

    Attributes:
        folder: Where it is; rounds damage copies of it.
        history: What it held after each change that its log tells, oldest first.
        backup: The path of the backup in the folder.
    """

    folder: Path
    history: list[Rows]
    backup: str

    @property
    def rows(self) -> Rows:
        """What it held last."""
        return self.history[-1]


def make_desk(folder: Path, chance: random.Random, *, has_log: bool) -> Desk:
    """Make a desk with a library, a shop and cases; with its last changes in the log or not."""
    store = store_of(folder)
    store.parent.mkdir(parents=True)
    shutil.copyfile(OLD_STORE, store)
    database = DeskDatabase(store)
    with database.transaction():
        cases = database.table("case")
        cases.insert_multiple(_case(number, chance) for number in range(_CASES))
        # It leaves pages that are not used.
        cases.remove(doc_ids=list(range(20, 40)))
    database.close()
    database = DeskDatabase(store)
    history = [rows_of(database)]
    for number in range(_LAST_CHANGES):
        database.table("case").insert(_case(_CASES + number, chance))
        history.append(rows_of(database))
    # While it is open, the log is there.
    kept = backups_of(folder, SteppingClock()).keep(BackupReason.MANUAL)
    assert kept
    left = {path: path.read_bytes() for path in store.parent.glob("desk.db*")}
    database.close()
    if has_log:
        for path, content in left.items():
            path.write_bytes(content)
        store.with_name("desk.db-shm").unlink()
    return Desk(folder, history, f"backups/{Path(kept.file).name}")


def rows_of(database: DeskDatabase) -> Rows:
    """Return what a database shows."""
    return {name: rows for name, rows in database.rows().items() if rows}


def _case(number: int, chance: random.Random) -> dict[str, object]:
    # Some are longer than a page.
    text = "".join(map(chr, chance.choices(range(0x4E00, 0x9000), k=_length(chance))))
    return {"key": f"{number}", "text": text}


def _length(chance: random.Random) -> int:
    return 1 + min(3_000, int(chance.expovariate(1 / 250)))
