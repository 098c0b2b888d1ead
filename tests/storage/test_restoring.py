"""Coming back from a backup: over a sound store, a damaged one, and none at all."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import (
    BackupFailedError,
    DeskBusyError,
    StoreFailedError,
)
from cs_desk.storage.row_format import DRAFT_TABLE
from cs_desk.storage.write_lock import WriteLock
from tests.storage.desk_with_backups import (
    DeskWithBackups,
    desk_that_went_on,
    edit,
    texts_in,
)
from tests.storage.killed_midway import killed_at_every_step

FIRST_FORMAT = Path(__file__).parents[1] / "data" / "desk-v1.db"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows neither forks nor kills")


@pytest.fixture
def desk(tmp_path):
    return desk_that_went_on(tmp_path / "desk")


@pytest.fixture
def backup(desk):
    return desk.backups.all()[0].file


def destroyed(desk):
    """Leave a store that cannot be read, with a log that was not taken in yet."""
    with desk.open() as database:
        database.insert({"text": "五"})
        log = desk.file.with_name("desk.db-wal").read_bytes()
    desk.file.with_name("desk.db-wal").write_bytes(log)
    desk.destroy()
    return log


def test_a_sound_store_becomes_what_it_was(desk, backup):
    desk.backups.restore(backup)
    with desk.open() as database:
        assert [row["text"] for row in database] == ["一", "二"]
        assert database.tables() == {"_default"}


def test_what_was_stored_before_is_backed_up_and_comes_back_the_same_way(desk, backup):
    before = desk.backups.restore(backup)
    assert (before.reason, before.at) == (BackupReason.RESTORE, desk.clock.now())
    desk.backups.restore(before.file)
    assert desk.texts() == ["三"]


def test_what_a_killed_restore_left_beside_a_sound_store_never_takes_its_place(desk, backup):
    shutil.copyfile(backup, desk.file.with_name("desk.db.restoring"))
    assert not desk.backups.finish_restore()
    desk.file.unlink()
    assert not desk.backups.finish_restore()
    assert not desk.file.exists()


def test_a_store_of_the_first_format_with_a_damaged_row_is_copied_aside_and_restored(desk, backup):
    shutil.copyfile(FIRST_FORMAT, desk.file)
    with closing(sqlite3.connect(desk.file)) as raw, raw:
        raw.execute("UPDATE document SET crc = crc + 1 WHERE table_name = 'shop'")
    desk.backups.restore(backup)
    with desk.open() as database:
        assert [row["text"] for row in database] == ["一", "二"]
    (aside,) = (desk.folder / "damaged").glob("desk-*-migration.db")
    with closing(sqlite3.connect(aside)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)


def test_replies_without_what_orders_them_are_no_backup(desk):
    with desk.open() as database:
        database.table("template").insert({"uuid": "t", "deleted": False})
    with pytest.raises(BackupFailedError, match="总目录"):
        desk.keep()


def test_a_store_that_would_be_no_backup_is_set_aside_and_restored_all_the_same(desk, backup):
    with desk.open() as database:
        database.table("template").insert({"uuid": "t", "deleted": False})
    assert desk.backups.restore(backup) is None
    assert desk.texts() == ["一", "二"]
    assert len(list((desk.folder / "damaged").glob("desk-*.db"))) == 1


def test_the_newest_backup_afterwards_holds_what_was_restored(desk, backup):
    desk.backups.restore(backup)
    desk.destroy()
    desk.backups.restore(desk.backups.newest_sound().file)
    assert desk.texts() == ["一", "二"]


def test_what_is_being_typed_goes_into_no_backup_and_stays_through_a_restore(desk):
    with desk.open() as database:
        database.table(DRAFT_TABLE).insert({"phone": "13800001234"})
        kept = desk.backups.keep(BackupReason.MANUAL)
        assert b"13800001234" not in Path(kept.file).read_bytes()
        assert desk.backups.keep(BackupReason.ROUTINE, if_changed=True) is None
        desk.backups.restore(kept.file)
        assert database.table(DRAFT_TABLE).all() == [{"phone": "13800001234"}]


def test_an_open_window_sees_what_was_restored(desk, backup):
    with desk.open() as window:
        window.all()
        desk.backups.restore(backup)
        assert window.refresh()
        assert [row["text"] for row in window] == ["一", "二"]
        window.insert({"text": "新"})
    assert desk.texts() == ["一", "二", "新"]


def test_a_backup_that_is_thinned_out_meanwhile_is_restored(desk, backup):
    for _ in range(6):
        desk.later(days=13)
        desk.keep()
    desk.later(days=12)
    desk.backups.restore(backup)
    assert desk.texts() == ["一", "二"]
    assert not Path(backup).exists()


def test_a_damaged_store_is_replaced_and_kept_aside(desk, backup):
    desk.destroy()
    damaged = desk.file.read_bytes()
    assert desk.backups.restore(backup) is None
    assert desk.texts() == ["一", "二"]
    assert (desk.folder / "damaged" / "desk-20261122-120000.db").read_bytes() == damaged


def test_a_store_that_may_not_be_written_is_replaced_too(desk, backup):
    content = bytearray(desk.file.read_bytes())
    content[18] = 10
    desk.file.write_bytes(content)
    assert desk.backups.restore(backup) is None
    assert desk.texts() == ["一", "二"]


def test_a_second_damaged_store_of_a_second_does_not_replace_the_first(desk, backup):
    for _ in range(2):
        desk.destroy()
        desk.backups.restore(backup)
    assert {path.name for path in (desk.folder / "damaged").iterdir()} == {
        "desk-20261122-120000.db",
        "desk-20261122-120000-2.db",
    }


def test_another_programs_file_in_the_stores_place_is_set_aside_too(desk, backup):
    desk.file.unlink()
    edit(desk.file, "CREATE TABLE mine (text)")
    desk.backups.restore(backup)
    assert desk.texts() == ["一", "二"]
    assert (desk.folder / "damaged" / "desk-20261122-120000.db").exists()


@pytest.mark.parametrize("lose", [Path.unlink, lambda file: file.write_bytes(b"")])
def test_a_missing_or_empty_store_comes_back(desk, backup, lose):
    lose(desk.file)
    assert desk.backups.restore(backup) is None
    assert desk.texts() == ["一", "二"]


def test_a_backup_opens_a_new_machine(tmp_path, backup):
    new = DeskWithBackups(tmp_path / "new" / "desk")
    assert new.backups.restore(backup) is None
    assert new.texts() == ["一", "二"]


@posix_only
def test_a_restored_store_is_for_its_owner_only(desk, backup):
    desk.destroy()
    desk.backups.restore(backup)
    found = [desk.file, *(desk.folder / "damaged").iterdir()]
    assert {path.stat().st_mode & 0o777 for path in found} == {0o600}


def test_nothing_happens_without_a_backup_of_what_is_there(desk, tmp_path, backup):
    moved = shutil.copyfile(backup, tmp_path / "moved.db")
    shutil.rmtree(desk.folder / "backups")
    (desk.folder / "backups").write_bytes(b"in the way")
    with pytest.raises(BackupFailedError):
        desk.backups.restore(str(moved))
    assert desk.texts() == ["三"]


@pytest.mark.parametrize("harm", [DeskWithBackups.destroy, DeskWithBackups.texts])
def test_a_busy_store_is_left_as_it_was(desk, backup, harm):
    harm(desk)
    before = desk.listing()
    impatient = DeskWithBackups(desk.folder, busy_timeout_s=0)
    lock = WriteLock(desk.folder / "desk.lock")
    with closing(lock), lock.held(0), pytest.raises(DeskBusyError):
        impatient.backups.restore(backup)
    assert desk.listing() == before


def test_what_is_in_the_way_of_the_new_store_is_told(desk, backup):
    desk.destroy()
    (desk.folder / "damaged").write_bytes(b"")
    with pytest.raises(StoreFailedError):
        desk.backups.restore(backup)


# What is left by a process that is killed midway.


@pytest.fixture
def killed(desk, tmp_path):
    def at_every_step(*operation):
        return killed_at_every_step(desk.folder, tmp_path / "rounds", operation)

    return at_every_step


@posix_only
def test_killed_while_restoring_a_sound_store_leaves_the_old_or_the_new(killed, backup):
    rounds = killed("backups.restore", f"FOLDER/backups/{Path(backup).name}")
    found = [desk.texts() for desk in rounds]
    changed = found.index(["一", "二"])
    assert 10 < changed < len(found)
    assert found == [["三"]] * changed + [["一", "二"]] * (len(found) - changed)
    for desk in rounds[changed:]:
        assert any(texts_in(file) == ["三"] for file in desk.kept_files())


@posix_only
def test_killed_while_replacing_a_damaged_store_leaves_the_old_or_the_new(desk, killed, backup):
    desk.destroy()
    damaged = desk.file.read_bytes()
    rounds = killed("backups.restore", f"FOLDER/backups/{Path(backup).name}")
    finished = [desk.backups.finish_restore() for desk in rounds]
    # The store is moved aside, its log is swept away, and the new one gets its name.
    assert sum(finished) > 3
    left = [desk.file.read_bytes() for desk in rounds]
    changed = left.index(left[-1])
    assert left[:changed] == [damaged] * changed
    for desk in rounds[changed:]:
        assert desk.texts() == ["一", "二"]
        assert [path.read_bytes() for path in (desk.folder / "damaged").glob("*.db")] == [damaged]


@posix_only
def test_a_restore_that_was_killed_midway_can_be_begun_again(desk, killed, backup):
    desk.destroy()
    for left in killed("backups.restore", f"FOLDER/backups/{Path(backup).name}")[::2]:
        left.backups.restore(str(left.kept_files()[0]))
        assert left.texts() == ["一", "二"]
        assert not list(left.folder.glob("*.restoring*"))


@posix_only
def test_killed_while_moving_a_damaged_store_away_loses_neither_it_nor_its_log(desk, killed):
    log = destroyed(desk)
    damaged = desk.file.read_bytes()
    for left in killed("backups.set_aside"):
        aside = {path.read_bytes() for path in (left.folder / "damaged").glob("desk*")}
        if left.file.exists():
            assert left.file.read_bytes() == damaged
            assert left.file.with_name("desk.db-wal").read_bytes() == log
        else:
            assert aside == {damaged, log}


def test_the_old_log_is_not_added_to_the_new_store(desk, backup):
    with desk.open() as database:
        database.insert_multiple({"text": "五" * 1000} for _ in range(20))
        log = desk.file.with_name("desk.db-wal").read_bytes()
    desk.file.unlink()
    desk.file.with_name("desk.db-wal").write_bytes(log)
    shutil.copyfile(backup, desk.folder / "desk.db.restoring")
    assert desk.backups.finish_restore()
    assert desk.texts() == ["一", "二"]


@pytest.mark.parametrize("suffix", ["", "-journal"])
def test_what_a_failed_restore_left_is_swept_away(desk, suffix):
    left = desk.folder / f".desk.db.restoring.part{suffix}"
    left.touch()
    assert not desk.backups.finish_restore()
    assert not left.exists()


def test_what_another_process_is_restoring_is_left_alone(desk):
    part = desk.folder / ".desk.db.restoring.part"
    part.touch()
    lock = WriteLock(desk.folder / "desk.lock")
    with closing(lock), lock.held(0):
        assert not desk.backups.finish_restore()
    assert part.exists()


def test_nothing_is_finished_where_nothing_was_begun(desk):
    assert not desk.backups.finish_restore()
    assert desk.texts() == ["三"]


# Starting afresh.


def test_a_damaged_store_moves_away_for_a_fresh_one(desk):
    log = destroyed(desk)
    damaged = desk.file.read_bytes()
    aside = Path(desk.backups.set_aside())
    assert (aside.parent, aside.read_bytes()) == (desk.folder / "damaged", damaged)
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == log
    assert desk.texts() == []


def test_there_may_be_nothing_to_move_away(tmp_path):
    assert DeskWithBackups(tmp_path / "new").backups.set_aside() is None


def test_a_restore_that_was_killed_does_not_come_back_over_a_fresh_store(desk):
    (desk.folder / "desk.db.restoring").write_bytes(b"an old one")
    desk.backups.set_aside()
    assert not desk.backups.finish_restore()
    assert desk.texts() == []
