"""Opening a damaged desk as the program does, and comparing it with what it held before."""

from __future__ import annotations

import traceback
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.errors import DamagedStoreError, DataFaultError, DeskError
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import (
    TinyLibraryStore,
    TinySettingsStore,
    TinyShopStore,
    TinyUsageStore,
)
from torture.damage_desk import Desk, Rows, rows_of
from torture.desk_folder import SteppingClock, backups_of, store_of

if TYPE_CHECKING:
    from pathlib import Path


class Outcome(Enum):
    """What became of one damage."""

    HARMLESS = "harmless"
    FOUND = "found"
    LOST = "LOST UNTOLD"
    SILENT = "SILENTLY WRONG"
    FOREIGN = "NO ERROR OF OURS"
    UNUSABLE = "NO GOING ON"


class Verdict(NamedTuple):
    """What became of one damage.

    Attributes:
        outcome: In one word.
        detail: The particulars.
        is_refused: Whether the store was not opened, and a backup was to take its place.
        at_stake: How many acknowledged documents the desk held.
    """

    outcome: Outcome
    detail: str = ""
    is_refused: bool = False
    at_stake: int = 0


def judge_store(folder: Path, desk: Desk) -> Verdict:
    """Open the store in ``folder``, a damaged copy of ``desk``, and say what became of it."""
    try:
        with DeskDatabase(store_of(folder), busy_timeout_s=0) as database:
            _read_all(database)
            found, lost = rows_of(database), database.lost_changes
            verdict = compare(found, _listed(database), desk.history, lost)
    except DataFaultError as error:
        return Verdict(Outcome.FOUND, f"{error}", isinstance(error, DamagedStoreError))
    except DeskError as error:
        return Verdict(Outcome.FOREIGN, f"{type(error).__name__}: {error}")
    except Exception:  # noqa: BLE001  # that none but ours is raised is what is tried here
        return Verdict(Outcome.FOREIGN, _last_line())
    if verdict.outcome in (Outcome.SILENT, Outcome.LOST):
        return verdict
    trouble = _trouble_of_going_on(folder)
    return Verdict(Outcome.UNUSABLE, trouble) if trouble else verdict


def judge_backup(folder: Path, desk: Desk) -> Verdict:
    """Check the backup in ``folder``, a damaged copy of ``desk``, and say what became of it."""
    backup = str(folder / desk.backup)
    backups = backups_of(folder, SteppingClock(100))
    try:
        backups.describe(backup)
    except DataFaultError as error:
        return Verdict(Outcome.FOUND, f"{error}")
    except Exception:  # noqa: BLE001  # the same
        return Verdict(Outcome.FOREIGN, _last_line())
    store_of(folder).unlink()
    try:
        # What is called sound has to be as good as the store itself.
        backups.restore(backup)
        with DeskDatabase(store_of(folder)) as database:
            found, lost = rows_of(database), database.lost_changes
            verdict = compare(found, _listed(database), desk.history[-1:], lost)
    except Exception:  # noqa: BLE001  # the same
        return Verdict(Outcome.UNUSABLE, _last_line())
    trouble = _trouble_of_going_on(folder)
    return Verdict(Outcome.UNUSABLE, trouble) if trouble else verdict


def compare(
    found: Rows, listed: set[tuple[str, str]], history: list[Rows], lost_changes: int
) -> Verdict:
    """Return what is to be said of a store that shows ``found`` and lists ``listed`` as damaged.

    Args:
        found: What it shows.
        listed: Table name and document id, either of which may be damaged, of each bad row.
        history: What it had held after each change, the newest last.
        lost_changes: How many of the last changes it says are lost.
    """
    expected = _places(history[-1])
    shown = _places(found)
    if any(expected.get(place) != body for place, body in shown.items()):
        return Verdict(Outcome.SILENT, "there are rows that nobody wrote")
    if list(shown) != [place for place in expected if place in shown]:
        return Verdict(Outcome.SILENT, "the rows stand in another order")
    missing = expected.keys() - shown.keys()
    untold = missing - listed
    # The name of a damaged row may itself be damaged, even to that of a sound one.
    if len(untold) > len(listed - missing):
        if listed or found not in history:
            return Verdict(Outcome.SILENT, f"{len(untold)} rows are gone, {len(listed)} are listed")
        lost = len(history) - 1 - history.index(found)
        if lost_changes != lost:
            return Verdict(Outcome.LOST, f"{lost} changes are lost, {lost_changes} are told")
        return Verdict(Outcome.FOUND)
    if lost_changes:
        return Verdict(Outcome.SILENT, f"{lost_changes} changes are told to be lost, but none is")
    return Verdict(Outcome.FOUND if listed else Outcome.HARMLESS)


def trouble_of_restoring(folder: Path, desk: Desk) -> str:
    """Return why the newest backup does not bring everything back; empty if it does."""
    backups = backups_of(folder, SteppingClock(100))
    try:
        newest = backups.newest_sound()
        assert newest
        backups.restore(newest.file)
        with DeskDatabase(store_of(folder)) as database:
            is_back = rows_of(database) == desk.rows and not database.lost_changes
    except Exception:  # noqa: BLE001  # the same
        return _last_line()
    return "" if is_back else "the backup does not bring everything back"


def _read_all(database: DeskDatabase) -> None:
    clock = SteppingClock()
    TinyLibraryStore(database, "", clock).load()
    for store in (TinyShopStore, TinyUsageStore, TinySettingsStore):
        store(database, "", clock).all()


def _listed(database: DeskDatabase) -> set[tuple[str, str]]:
    return {(row.table, f"{row.doc_id}") for row in database.damaged_rows}


def _trouble_of_going_on(folder: Path) -> str:
    try:
        with DeskDatabase(store_of(folder)) as database:
            if database.lost_changes:
                return "a loss is told twice"
            database.table("afterwards").insert({"key": "goes on"})
            expected = rows_of(database)
        with DeskDatabase(store_of(folder)) as database:
            return "" if rows_of(database) == expected else "a change afterwards is gone"
    except Exception:  # noqa: BLE001  # the same
        return _last_line()


def _places(rows: Rows) -> dict[tuple[str, str], bytes]:
    return {(table, doc_id): body for table in sorted(rows) for doc_id, body in rows[table].items()}


def _last_line() -> str:
    return traceback.format_exc().strip().splitlines()[-1]
