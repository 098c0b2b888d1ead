"""A closed case is gone for good, from every byte of every file, and nothing else is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cs_desk.domain.errors import DeskBusyError, StoreFailedError
from cs_desk.domain.returns.retention import closed_before
from cs_desk.storage.row_format import CASE_TABLE
from cs_desk.storage.soundness import check_sound, connect
from cs_desk.storage.write_lock import WriteLock
from tests.cases import summary_of
from tests.storage.desk_with_backups import NOON, edit
from tests.storage.desk_with_cases import (
    CLOSED_AT,
    DUE,
    DUE_CASE,
    OPEN,
    OPEN_CASE,
    OTHER_PICTURE,
    PHONE,
    PICTURE,
    DeskWithCases,
    desk_with_traces,
    save,
)
from tests.storage.killed_midway import killed_at_every_step

posix_only = pytest.mark.skipif(os.name == "nt", reason="it forks")
DUE_BODY = f"(SELECT body FROM document WHERE instr(body, CAST('{DUE}' AS BLOB)))"
LIMIT = closed_before(90, NOON)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk") / "template"
    return desk_with_traces(folder).folder


@pytest.fixture
def desk(template, tmp_path):
    shutil.copytree(template, tmp_path / "desk")
    return DeskWithCases(tmp_path / "desk")


def load(desk, case_id):
    with desk.cases() as store:
        return store.load(case_id)


def others_are_whole(desk):
    with desk.cases() as store:
        whole = store.load(OPEN) == OPEN_CASE and len(store.summaries()) == 13
    return whole and desk.evidence.read(desk.evidence.name_of(OTHER_PICTURE)) == OTHER_PICTURE


def test_before_the_purge_there_are_traces_everywhere(desk):
    places = {Path(name).parts[0] for name, _ in desk.leftovers()}
    assert places == {"desk.db", "desk.db-wal", "backups", "damaged", "logs", "evidence"}


def test_after_the_purge_nothing_of_the_case_is_left_in_any_file(desk):
    desk.purge_due()
    assert desk.leftovers() == []
    assert others_are_whole(desk)
    assert load(desk, DUE) is None
    assert not (desk.folder / "desk.db.purging").exists()


def test_what_is_left_in_the_store_is_a_tombstone_for_merging(desk):
    desk.purge_due()
    with closing(desk.open()) as database:
        (tomb,) = (row for row in database.table(CASE_TABLE) if row["deleted"])
    assert (tomb["value"], tomb["author"], tomb["updated_at"]) == ({}, "小林", NOON.isoformat())
    assert tomb["rev"] > 10


def test_a_window_that_is_open_meanwhile_takes_it_in(desk):
    with desk.cases() as store:
        case = store.load(DUE)
        desk.purge_due()
        assert store.has_changed()
        assert DUE not in store.summaries()
        with pytest.raises(DeskBusyError):
            store.save(replace(case, notes=()), summary_of(case))
        store.load(OPEN)
        store.save(replace(OPEN_CASE, notes=()), summary_of(OPEN_CASE))
        assert desk.leftovers() == []


def test_every_sound_backup_keeps_its_name_and_date_and_all_else(desk):
    before = {file.name: file.stat().st_mtime_ns for file in desk.kept_files()}
    desk.purge_due()
    after = {file.name: file.stat().st_mtime_ns for file in desk.kept_files()}
    added = after.keys() - before.keys()
    assert [name.split("-")[3] for name in added] == ["purge"]
    assert before.keys() - after.keys() == {"desk-20261110-120000-exit.db"}
    assert {name: before[name] for name in after.keys() - added} == {
        name: after[name] for name in after.keys() - added
    }
    newest = desk.backups.describe(str(max(desk.kept_files())))
    assert newest.documents == {"shop": 1, CASE_TABLE: 13}


def test_a_backup_that_comes_back_brings_everything_but_the_case(desk):
    desk.purge_due()
    desk.later(days=1)
    (before,) = desk.folder.glob("backups/*purge*")
    desk.backups.restore(str(before))
    assert others_are_whole(desk)
    assert load(desk, DUE) is None
    assert desk.leftovers() == []


def test_a_backup_without_the_case_is_not_touched(desk):
    oldest = desk.kept_files()[0]
    age(oldest)
    before = oldest.stat().st_ino
    desk.purge_due()
    assert oldest.stat().st_ino == before


def age(path, **time):
    moment = (datetime.now(UTC) - timedelta(**time or {"days": 1})).timestamp()
    os.utime(path, (moment, moment))


def test_a_case_in_backups_only_goes_by_its_date(desk):
    """As after an older backup was restored."""
    with closing(desk.open()) as database:
        database.table(CASE_TABLE).remove(lambda row: row["value"]["case"]["id"] == DUE)
    with desk.cases() as store:
        other = replace(OPEN_CASE, id="R260701-007", closed_at=CLOSED_AT)
        save(store, other)
    desk.purge.purge(["R260701-007"], LIMIT)
    assert "20261121" not in str(desk.leftovers())


def test_a_case_that_was_opened_again_meanwhile_stays(desk):
    with desk.cases() as store:
        store.load(DUE)
        again = replace(DUE_CASE, closed_at=None)
        save(store, again)
    desk.keep()
    desk.purge_due()
    assert load(desk, DUE) == again
    assert desk.evidence.read(desk.evidence.name_of(PICTURE)) == PICTURE
    desk.backups.restore(str(desk.kept_files()[-1]))
    assert load(desk, DUE) == again


def test_evidence_that_another_case_shares_stays(desk):
    with desk.cases() as store:
        sharing = replace(OPEN_CASE, id="R9", evidence=DUE_CASE.evidence)
        save(store, sharing)
    desk.purge_due()
    assert desk.evidence.read(desk.evidence.name_of(PICTURE)) == PICTURE


def test_evidence_that_no_case_needs_goes_when_it_is_old(desk):
    detached, fresh = desk.evidence.keep(b"detached"), desk.evidence.keep(b"just pasted")
    age(desk.folder / "evidence" / detached, days=5000)
    desk.purge_due()
    assert desk.evidence.read(detached) is None
    assert desk.evidence.read(fresh) == b"just pasted"
    assert desk.evidence.read(desk.evidence.name_of(OTHER_PICTURE)) == OTHER_PICTURE


def test_evidence_that_is_old_stays_while_its_case_is_open(desk):
    age(desk.folder / "evidence" / desk.evidence.name_of(OTHER_PICTURE), days=5000)
    desk.purge_due()
    assert others_are_whole(desk)


@pytest.mark.parametrize(
    ("found_at", "body", "is_kept"),
    [
        ("2026-11-20T09:00:00Z", f"'{PHONE}'", True),
        ("2026-07-01T09:00:00Z", "'x'", False),
        ("damaged too", "'x'", False),
        ("2026-11-20T09:00:00Z", f"{DUE_BODY}", False),
    ],
)
def test_damaged_rows_go_when_they_are_old_or_held_the_case(desk, found_at, body, is_kept):
    row = f"INSERT INTO damaged_row VALUES ('{found_at}', 'shop', 9, 1, {body})"
    edit(desk.file, row)
    with closing(desk.open()) as window:
        assert len(window.damaged_rows) == 1
        desk.purge_due()
        window.refresh()
        assert len(window.damaged_rows) == is_kept
    assert (desk.leftovers() == []) is not is_kept


def test_without_cases_only_what_is_too_old_goes(desk):
    edit(desk.file, "INSERT INTO damaged_row VALUES ('2026-07-01T09:00:00Z', 'shop', 9, 1, 'x')")
    before = desk.kept_files()
    desk.purge.purge([], LIMIT)
    with closing(desk.open()) as window:
        assert not window.damaged_rows
    assert desk.kept_files() == before
    assert load(desk, DUE) == DUE_CASE
    assert "logs" not in {Path(name).parts[0] for name, _ in desk.leftovers()}


def test_newer_log_entries_stay_with_what_belongs_to_them(desk):
    desk.purge.purge([], LIMIT)
    log = desk.folder / "logs" / "cs_desk.log"
    assert log.read_text() == "2026-11-20T09:00:00+08:00 fault: disk\n    at home\n"


def test_old_files_among_the_damaged_ones_and_the_logs_go_as_they_are(desk):
    old = [desk.folder / "damaged" / "desk-20250101-090000.db", desk.folder / "logs" / "old.log.2"]
    for path in old:
        path.write_bytes(b"whatever")
        age(path, days=5000)
    desk.purge.purge([], LIMIT)
    assert not any(path.exists() for path in old)


def test_with_nothing_to_do_nothing_is_written(desk):
    desk.purge_due()
    before = desk.listing()
    desk.purge.purge([], LIMIT)
    assert desk.listing() == before


def test_a_fresh_desk_has_nothing_to_purge(tmp_path):
    desk = DeskWithCases(tmp_path / "fresh")
    desk.purge.purge([], LIMIT)
    assert not desk.folder.exists()


def leave_in_unused_pages(file, text):
    """As what was overwritten may stay where SQLite moved it away from."""
    spread = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 500) {text}"
    edit(
        file,
        "PRAGMA secure_delete = OFF; CREATE TABLE passing (told);"
        f"INSERT INTO passing {spread}; DROP TABLE passing",
    )


def test_what_lies_in_unused_pages_goes_too(desk):
    leave_in_unused_pages(desk.file, f"SELECT '{PHONE}' FROM n")
    desk.keep()
    desk.purge_due()
    assert desk.leftovers() == []


def test_a_backup_made_between_two_steps_may_hold_it_in_unused_pages(desk):
    desk.purge_due()
    note = f'{{"uuids": [], "evidence": [], "closed_before": "{LIMIT.isoformat()}"}}'
    (desk.folder / "desk.db.purging").write_text(note)
    leave_in_unused_pages(desk.file, f"SELECT '{PHONE}' FROM n")
    desk.keep()
    assert {Path(name).parts[0] for name, _ in desk.leftovers()} >= {"desk.db", "backups"}
    desk.purge.purge([], LIMIT)
    assert desk.leftovers() == []


def test_a_case_that_nobody_can_read_goes_by_its_last_change(desk):
    with closing(desk.open()) as database:
        table = database.table(CASE_TABLE)
        (row,) = (row for row in table if row["value"]["case"]["id"] == DUE)
        value = {"summary": {}, "case": {**row["value"]["case"], "closed_at": 7}}
        table.update({"value": value}, doc_ids=[row.doc_id])
    desk.purge.purge(["R261120-100"], LIMIT)
    with closing(desk.open()) as database:
        assert PHONE.encode() not in b"".join(database.rows()[CASE_TABLE].values())


def test_a_store_that_another_process_holds_is_purged_at_the_next_start(desk):
    impatient = DeskWithCases(desk.folder, busy_timeout_s=0)
    lock = WriteLock(desk.folder / "desk.lock")
    with closing(lock), lock.held(0), pytest.raises(DeskBusyError):
        impatient.purge_due()
    assert load(desk, DUE) == DUE_CASE
    desk.purge_due()
    assert desk.leftovers() == []


def test_a_log_that_somebody_reads_is_emptied_at_the_next_start(desk):
    impatient = DeskWithCases(desk.folder, busy_timeout_s=0)
    with closing(sqlite3.connect(desk.file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM document").fetchone()
        with pytest.raises(DeskBusyError):
            impatient.purge_due()
    assert desk.leftovers() != []
    desk.purge.purge([], LIMIT)
    assert desk.leftovers() == []
    assert others_are_whole(desk)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_a_backup_that_cannot_be_replaced_keeps_no_other_from_being_rewritten(desk):
    backups = desk.folder / "backups"
    backups.chmod(0o500)
    with pytest.raises(StoreFailedError):
        desk.purge_due()
    backups.chmod(0o700)
    desk.purge.purge([], LIMIT)
    assert desk.leftovers() == []


def test_one_that_cannot_be_replaced_keeps_no_other_from_being_rewritten(desk):
    stuck = desk.folder / "backups" / "desk-20261112-120000-manual.db"
    stuck.mkdir()
    (stuck / "in the way").write_bytes(b"")
    with pytest.raises(StoreFailedError):
        desk.purge_due()
    assert {name for name, _ in desk.leftovers()} <= {"desk.db.purging"}
    shutil.rmtree(stuck)
    desk.purge.purge([], LIMIT)
    assert not (desk.folder / "desk.db.purging").exists()


def test_a_note_of_what_is_to_be_done_that_is_damaged_is_begun_anew(desk):
    (desk.folder / "desk.db.purging").write_bytes(b"{")
    desk.purge_due()
    assert desk.leftovers() == []


@posix_only
@pytest.mark.skipif(sys.platform == "darwin", reason="it forks")
def test_killed_midway_the_next_start_finishes_it(desk, tmp_path):
    rounds = killed_at_every_step(
        desk.folder,
        tmp_path / "rounds",
        ["purge_due"],
        "tests.storage.desk_with_cases:DeskWithCases",
        every=9,
    )
    assert len(rounds) > 10
    for killed in rounds:
        assert load(killed, OPEN) == OPEN_CASE
        due = [DUE] if load(killed, DUE) else []
        killed.purge.purge(due, LIMIT)
        assert killed.leftovers() == []
        assert others_are_whole(killed)
        for backup in killed.kept_files():
            with closing(connect(backup, "mode=ro")) as connection:
                check_sound(connection, str(backup))
        shutil.rmtree(killed.folder)
