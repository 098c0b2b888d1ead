"""Keeping backups: what they hold, what they cost, and what never happens to the old ones."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

import cs_desk
from cs_desk.domain.backup import Backup, BackupReason
from cs_desk.domain.errors import BackupFailedError, DeskBusyError, UnreadableFileError
from cs_desk.storage.backup_folder import BackupFolder
from cs_desk.storage.write_lock import WriteLock
from tests.storage.desk_with_backups import NOON, DeskWithBackups, edit, texts_in
from tests.storage.killed_midway import killed_at_every_step

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")


@pytest.fixture
def desk(tmp_path):
    desk = DeskWithBackups(tmp_path / "desk")
    desk.write("一", "二")
    return desk


def test_a_backup_is_one_file_with_everything_in_it(desk, tmp_path):
    kept = desk.keep()
    assert kept == Backup(kept.file, NOON, BackupReason.MANUAL, Path(kept.file).stat().st_size)
    assert Path(kept.file).name == "desk-20261121-120000-manual.db"
    alone = Path(kept.file).rename(tmp_path / "alone.db")
    # In WAL mode it could not be read on a read-only disk.
    with closing(sqlite3.connect(alone)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert texts_in(alone) == ["一", "二"]


def test_what_is_only_in_the_log_yet_is_backed_up_too(desk):
    with desk.open() as window:
        window.insert({"text": "三"})
        kept = desk.keep()
    assert texts_in(kept.file) == ["一", "二", "三"]


@not_on_windows
def test_backups_are_for_their_owner_only(desk):
    kept = Path(desk.keep().file)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_nothing_else_is_left_in_the_folder(desk):
    kept = Path(desk.keep().file)
    assert {path.name for path in kept.parent.iterdir()} == {kept.name, "backup.lock"}


def test_backups_of_one_second_have_names_of_their_own_and_their_order(desk):
    kept = [desk.keep(reason) for reason in (BackupReason.MANUAL, BackupReason.EXIT)]
    kept.append(desk.keep())
    assert desk.backups.all() == tuple(reversed(kept))


def test_files_of_other_names_are_no_backups_and_are_left_alone(desk):
    kept = Path(desk.keep().file)
    (kept.parent / "notes.txt").write_text("mine", encoding="utf-8")
    desk.later(days=400)
    again = desk.keep()
    assert {Path(b.file).name for b in desk.backups.all()} == {kept.name, Path(again.file).name}
    assert (kept.parent / "notes.txt").exists()


def test_there_are_none_before_the_first(desk):
    assert desk.backups.all() == ()
    assert desk.backups.newest_sound() is None


def test_the_old_ones_are_thinned_out(desk):
    for _ in range(5):
        desk.keep()
        desk.later(hours=1)
    desk.later(days=5)
    newest = desk.keep()
    assert [b.at.hour for b in desk.backups.all()[1:]] == [16, 15]
    assert desk.backups.all()[0] == newest


def test_the_same_content_is_not_backed_up_twice_if_not_wanted(desk):
    desk.keep()
    assert desk.keep(BackupReason.EXIT, if_changed=True) is None
    desk.write("三")
    assert desk.keep(BackupReason.EXIT, if_changed=True).reason is BackupReason.EXIT


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO tinydb_table VALUES ('empty')",
        "DELETE FROM document WHERE doc_id = 2",
        "INSERT INTO change (table_name, doc_id, removed) VALUES ('_default', 1, 0)",
    ],
)
def test_every_kind_of_change_counts(desk, change):
    desk.keep()
    edit(desk.file, change)
    assert desk.keep(if_changed=True) is not None


def test_a_rotten_backup_does_not_count_as_one(desk):
    kept = desk.keep()
    edit(kept.file, "UPDATE document SET body = CAST('{\"text\":1}' AS BLOB) WHERE doc_id = 1")
    assert desk.keep(if_changed=True) is not None


def test_the_newest_sound_backup_is_found_behind_a_rotten_one(desk):
    sound = desk.keep()
    desk.later(minutes=1)
    Path(desk.keep().file).write_bytes(b"nothing of worth")
    found = desk.backups.newest_sound()
    assert (found.file, found.at, found.documents) == (sound.file, NOON, {"_default": 2})


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE document SET crc = crc + 1 WHERE doc_id = 2",
        "DROP TABLE change",
        "CREATE TRIGGER mine AFTER INSERT ON document BEGIN DELETE FROM change; END",
    ],
)
def test_a_damaged_store_is_not_backed_up_and_the_old_backups_stay(desk, damage):
    for _ in range(4):
        desk.keep()
        desk.later(days=1)
    desk.later(days=200)
    edit(desk.file, damage)
    before = desk.listing()
    for _ in range(10):
        with pytest.raises(BackupFailedError, match="现在的数据有损坏"):
            desk.keep()
        desk.later(days=1)
    assert desk.listing() == before


def test_rows_that_were_set_aside_do_not_stop_backups(desk):
    edit(desk.file, "UPDATE document SET crc = crc + 1 WHERE doc_id = 2")
    desk.open().close()
    assert desk.backups.describe(desk.keep().file).documents == {"_default": 1}


def test_a_missing_store_is_told(desk):
    desk.file.unlink()
    with pytest.raises(BackupFailedError, match=r"没有找到数据文件「.*desk\.db」"):
        desk.keep()


def test_a_file_in_the_folders_place_is_told(desk):
    (desk.folder / "backups").write_bytes(b"")
    with pytest.raises(BackupFailedError, match=r"写不进「.*backups」：路径中有一段不是文件夹"):
        desk.keep()
    assert desk.backups.all() == ()


@not_on_windows
@pytest.mark.parametrize("look", [BackupFolder.all, BackupFolder.newest_sound])
def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(desk, look):
    (desk.folder / "backups").symlink_to("backups")
    with pytest.raises(UnreadableFileError, match="backups"):
        look(desk.backups)


def test_a_backup_in_the_making_elsewhere_is_waited_for_but_not_for_ever(desk):
    desk.keep()
    impatient = DeskWithBackups(desk.folder, busy_timeout_s=0)
    lock = WriteLock(desk.folder / "backups" / "backup.lock")
    with closing(lock), lock.held(0), pytest.raises(DeskBusyError):
        impatient.keep()


def test_others_write_on_while_a_backup_is_made(desk):
    def write_on():
        with desk.open() as other:
            for n in range(40):
                other.insert({"text": str(n)})

    with ThreadPoolExecutor() as threads:
        writing = threads.submit(write_on)
        kept = [desk.keep() for _ in range(5)]
        writing.result()
    for backup in kept:
        found = texts_in(backup.file)
        assert found == ["一", "二", *map(str, range(len(found) - 2))]


KEEPER = """
import sys
from pathlib import Path
from cs_desk.domain.backup import BackupReason
from tests.storage.desk_with_backups import DeskWithBackups

desk = DeskWithBackups(Path(sys.argv[1]))
for _ in range(10):
    print(desk.keep(BackupReason.ROUTINE).file)
"""


def test_two_processes_keep_backups_at_the_same_time(desk):
    command = [sys.executable, "-c", KEEPER, str(desk.folder)]
    root = Path(cs_desk.__file__).parents[1]
    both = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) for _ in range(2)]
    told = [file for process in both for file in process.communicate()[0].split()]
    assert [process.returncode for process in both] == [0, 0]
    assert len(set(told)) == len(desk.kept_files()) == 20
    assert all(texts_in(file) == ["一", "二"] for file in desk.kept_files())


@not_on_windows
def test_killed_while_making_and_thinning_leaves_sound_backups_only(desk, tmp_path):
    for _ in range(9):
        desk.later(hours=1)
        desk.keep()
    old = desk.kept_files()
    desk.write("三")
    rounds = killed_at_every_step(desk.folder, tmp_path / "rounds", ["backups.keep", "exit"])
    assert [len(rounds[place].kept_files()) for place in (0, -1)] == [9, 3]
    for left in rounds:
        kept = left.kept_files()
        assert all(left.backups.describe(str(file)).documents for file in kept)
        made = [file for file in kept if file.name not in {each.name for each in old}]
        # The old ones go only when the new one is there.
        assert made or len(kept) == len(old)
        left.later(days=6)
        left.keep()
        assert not list((left.folder / "backups").glob(".*"))


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("mounting a small disk is not permitted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_too_little_room_is_told_before_anything_is_written(small_disk, desk):
    desk.keep()
    full = small_disk / "copy.db"
    with pytest.raises(BackupFailedError, match="磁盘空间不足，要 20 MB，只剩 12 MB"):
        desk.backups.save_as(str(full))
    assert list(small_disk.iterdir()) == []


FULL_DISK = """
import resource, sys
from pathlib import Path
from cs_desk.domain.errors import BackupFailedError
from tests.storage.desk_with_backups import DeskWithBackups

desk = DeskWithBackups(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    desk.keep()
except BackupFailedError as error:
    print(error)
"""


@not_on_windows
def test_a_disk_that_fills_up_in_the_middle_costs_nothing(desk):
    desk.keep()
    desk.write(*("话" * 1000 for _ in range(20)))
    before = desk.listing()
    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(desk.folder)],
        cwd=Path(cs_desk.__file__).parents[1],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "写不进" in told.stdout
    assert desk.listing() == before
