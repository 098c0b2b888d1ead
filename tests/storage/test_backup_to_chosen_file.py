"""A backup, or an export, at a place that a person chose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from cs_desk.domain.backup import Backup, BackupReason
from cs_desk.domain.errors import BackupFailedError
from tests.storage.desk_with_backups import NOON, DeskWithBackups, edit, texts_in

WRITERS = ["save_as", "export_json"]


@pytest.fixture
def desk(tmp_path):
    desk = DeskWithBackups(tmp_path / "desk")
    desk.write("一")
    return desk


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_backup_is_written_where_it_is_wanted(desk, stick):
    saved = desk.backups.save_as(str(stick / "我的备份.db"))
    file = stick / "我的备份.db"
    assert saved == Backup(str(file), NOON, BackupReason.MANUAL, file.stat().st_size)
    assert list(stick.iterdir()) == [file]
    assert texts_in(file) == ["一"]
    assert desk.backups.all() == ()


def test_a_path_may_begin_where_the_program_was_started(desk, stick, monkeypatch):
    monkeypatch.chdir(stick)
    assert desk.backups.save_as("here.db").file == str(stick / "here.db")


@pytest.mark.parametrize("writer", WRITERS)
def test_an_older_one_is_replaced(desk, stick, writer):
    write, file = getattr(desk.backups, writer), stick / "file"
    write(str(file))
    before = file.read_bytes()
    desk.write("二")
    write(str(file))
    assert file.read_bytes() != before
    assert list(stick.iterdir()) == [file]


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_it_is_for_its_owner_only(desk, stick, writer):
    old = stick / "file"
    getattr(desk.backups, writer)(str(old))
    old.chmod(0o644)
    getattr(desk.backups, writer)(str(old))
    assert old.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("writer", WRITERS)
def test_a_link_stays_a_link(desk, stick, writer):
    (stick / "link").symlink_to(stick / "real")
    getattr(desk.backups, writer)(str(stick / "link"))
    assert (stick / "link").is_symlink()
    assert (stick / "real").stat().st_size > 0


def a_folder(file, _desk):
    file.mkdir()


def a_text(file, _desk):
    file.write_text("别的东西", encoding="utf-8")


def an_empty_file(file, _desk):
    file.touch()


def another_programs_json(file, _desk):
    file.write_text('{\n"format": "csdesk",\n"templates": []\n}', encoding="utf-8")


def the_store_of_another_desk(file, desk):
    shutil.copy(desk.file, file)


def another_programs_database(file, _desk):
    edit(file, "CREATE TABLE message (text)")


def a_device(file, _desk):
    file.symlink_to(os.devnull)


def a_link_to_the_store(file, desk):
    file.symlink_to(desk.file)


def the_store_by_another_name(file, desk):
    file.hardlink_to(desk.file)


def a_database_in_use(file, desk):
    desk.backups.save_as(str(file))
    file.with_name(f"{file.name}-wal").write_bytes(b"log")


IN_THE_WAY = [
    (a_folder, "是一个文件夹，请写上文件名"),
    (a_text, "不是客服台写的备份，没有覆盖"),
    (an_empty_file, "不是客服台写的备份，没有覆盖"),
    (another_programs_json, "不是客服台写的备份，没有覆盖"),
    (the_store_of_another_desk, "没有覆盖"),
    (another_programs_database, "不是客服台写的备份，没有覆盖"),
    (a_device, "不是客服台写的备份，没有覆盖"),
    (a_link_to_the_store, "是正在使用的数据文件"),
    (the_store_by_another_name, "是正在使用的数据文件"),
    (a_database_in_use, "没有覆盖|正被别的程序使用"),
]


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(("put", "told"), IN_THE_WAY)
def test_nothing_else_is_written_over(desk, stick, put, told, writer):
    put(stick / "file", desk)
    before = desk.listing(), sorted(stick.iterdir())
    with pytest.raises(BackupFailedError, match=told):
        getattr(desk.backups, writer)(str(stick / "file"))
    assert (desk.listing(), sorted(stick.iterdir())) == before


@pytest.mark.parametrize(("writer", "other"), [WRITERS, WRITERS[::-1]])
def test_a_backup_and_an_export_do_not_replace_each_other(desk, stick, writer, other):
    getattr(desk.backups, other)(str(stick / "file"))
    with pytest.raises(BackupFailedError, match="没有覆盖"):
        getattr(desk.backups, writer)(str(stick / "file"))


@pytest.mark.parametrize("name", ["desk.db", "desk.db-wal", "desk.db-shm", "desk.db.restoring"])
@pytest.mark.parametrize("writer", WRITERS)
def test_the_stores_own_names_are_taken(desk, name, writer):
    with pytest.raises(BackupFailedError, match="是正在使用的数据文件"):
        getattr(desk.backups, writer)(str(desk.folder / name))


@pytest.mark.parametrize("writer", WRITERS)
def test_a_folder_that_is_not_there_is_told(desk, stick, writer):
    with pytest.raises(BackupFailedError, match=r"没有文件夹「.*nowhere」，请先建好"):
        getattr(desk.backups, writer)(str(stick / "nowhere" / "file"))


@pytest.mark.parametrize("writer", WRITERS)
def test_a_failure_leaves_the_older_one(desk, stick, writer):
    write, file = getattr(desk.backups, writer), stick / "file"
    write(str(file))
    before = file.read_bytes()
    desk.destroy()
    with pytest.raises(BackupFailedError):
        write(str(file))
    assert file.read_bytes() == before
    assert list(stick.iterdir()) == [file]


def mounted(*options):
    command = ["mount", *map(str, options)]
    can_mount = shutil.which("mount") is not None
    return can_mount and subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def locked(tmp_path, desk):
    """Show the desk's folder as on a disk that is locked."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mounted("--bind", desk.folder, disk):
        pytest.skip("mounting a disk is not permitted here")
    try:
        assert mounted("-o", "remount,ro,bind", disk)
        yield DeskWithBackups(disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("writer", WRITERS)
def test_a_desk_on_a_read_only_disk_can_be_saved_elsewhere(locked, stick, writer):
    getattr(locked.backups, writer)(str(stick / "file"))
    assert "一" in (stick / "file").read_text(encoding="utf-8", errors="replace")


def test_no_backup_is_kept_on_a_read_only_disk(locked):
    with pytest.raises(BackupFailedError, match="磁盘是只读的"):
        locked.keep()
