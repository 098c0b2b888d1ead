"""Files that a person may give as a backup: which will do, and what is said of them."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path, PureWindowsPath

import pytest

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import InvalidFileError, NewerFormatError, UnreadableFileError
from cs_desk.storage.row_format import row_checksum
from cs_desk.storage.soundness import uri_of
from tests.storage.desk_with_backups import NOON, DeskWithBackups, desk_that_went_on, edit

FIRST_FORMAT = Path(__file__).parents[1] / "data" / "desk-v1.db"


@pytest.fixture
def desk(tmp_path):
    return desk_that_went_on(tmp_path / "desk")


@pytest.fixture
def backup(desk):
    return desk.backups.all()[0].file


def given_wal_copy(desk, folder):
    """A store that was copied while a window had it open, onto a disk that was locked then."""
    folder.mkdir()
    with desk.open() as database:
        database.insert({"text": "五"})
        for name in ("desk.db", "desk.db-wal"):
            shutil.copyfile(desk.folder / name, folder / name)
    return folder / "desk.db"


def test_the_plain_copy_of_a_store_with_its_log_will_do_and_is_not_touched(desk, tmp_path):
    given = given_wal_copy(desk, tmp_path / "stick")
    before = {path.name: path.read_bytes() for path in given.parent.iterdir()}
    desk.backups.restore(str(given))
    assert desk.texts() == ["三", "五"]
    assert {path.name: path.read_bytes() for path in given.parent.iterdir()} == before


@pytest.mark.parametrize("harm", [DeskWithBackups.destroy, DeskWithBackups.texts])
def test_a_backup_of_the_first_format_will_do_and_is_not_touched(desk, harm):
    before = FIRST_FORMAT.read_bytes()
    harm(desk)
    desk.backups.restore(str(FIRST_FORMAT))
    with desk.open() as database:
        assert len(database.table("template")) > 40
    assert FIRST_FORMAT.read_bytes() == before


def test_a_store_of_the_first_format_is_backed_up_before_it_is_replaced(desk, backup):
    desk.file.write_bytes(FIRST_FORMAT.read_bytes())
    before = desk.backups.restore(backup)
    assert desk.texts() == ["一", "二"]
    assert {b.reason for b in desk.backups.all()} >= {
        BackupReason.MIGRATION,
        BackupReason.RESTORE,
    }
    assert desk.backups.describe(before.file).documents["template"] > 40


def a_folder(_desk, given):
    given.mkdir()


def nothing(_desk, _given):
    pass


def a_circle_of_links(_desk, given):
    given.symlink_to(given)


def a_device(_desk, given):
    given.symlink_to(os.devnull)


def json_export(desk, given):
    desk.backups.export_json(str(given))


def another_program(_desk, given):
    edit(given, "CREATE TABLE message (text)")


def plain_text(_desk, given):
    given.write_text("话术" * 200, encoding="utf-8")


def an_empty_file(_desk, given):
    given.write_bytes(b"")


def edited(statement):
    def spoil(desk, given):
        shutil.copyfile(desk.kept_files()[0], given)
        edit(given, statement)

    return spoil


A_LATER_FORMAT = "ALTER TABLE document ADD COLUMN more TEXT; PRAGMA user_version = 99"
REFUSED = [
    (a_folder, UnreadableFileError, "这是一个文件夹"),
    (a_circle_of_links, UnreadableFileError, "系统报告了错误"),
    (a_device, UnreadableFileError, "这不是普通的文件"),
    (nothing, UnreadableFileError, "没有这个文件"),
    (json_export, InvalidFileError, "这是导出的 JSON"),
    (another_program, InvalidFileError, "这不是客服台的数据文件"),
    (plain_text, InvalidFileError, "这不是客服台的数据文件"),
    (an_empty_file, InvalidFileError, "这不是客服台的数据文件"),
    (
        edited(A_LATER_FORMAT),
        NewerFormatError,
        "请先升级程序",
    ),
    (edited("PRAGMA user_version = 6"), InvalidFileError, "文件已损坏"),
    (edited("PRAGMA user_version = 0"), InvalidFileError, "文件已损坏"),
    (edited("UPDATE document SET crc = 7 WHERE doc_id = 2"), InvalidFileError, "文件已损坏"),
    (edited("DROP TABLE damaged_row"), InvalidFileError, "文件已损坏"),
    (edited("DROP TABLE tinydb_table"), InvalidFileError, "文件已损坏"),
    (edited("ALTER TABLE change RENAME seq TO sq"), InvalidFileError, "文件已损坏"),
    (edited("CREATE VIEW mine AS SELECT 1"), InvalidFileError, "这不是客服台的数据文件"),
    (
        edited("ALTER TABLE document ADD COLUMN x AS (abs(1))"),
        InvalidFileError,
        "这不是客服台的数据文件",
    ),
]


@pytest.mark.parametrize(("make", "error", "told"), REFUSED)
def test_what_is_no_sound_backup_is_refused_and_changes_nothing(desk, tmp_path, make, error, told):
    make(desk, tmp_path / "given")
    before = desk.listing()
    with pytest.raises(error, match=told):
        desk.backups.restore(str(tmp_path / "given"))
    assert desk.listing() == before


def test_a_damaged_store_is_not_replaced_by_something_worse(desk, backup):
    desk.destroy()
    edit(backup, "UPDATE document SET crc = 7 WHERE doc_id = 2")
    before = desk.listing()
    with pytest.raises(InvalidFileError):
        desk.backups.restore(backup)
    assert desk.listing() == before


def test_rows_that_only_pretend_to_be_documents_are_refused(desk, backup):
    crc = row_checksum("_default", 1, b"[1]")
    edit(backup, f"UPDATE document SET crc = {crc}, body = CAST('[1]' AS BLOB) WHERE doc_id = 1")
    with pytest.raises(InvalidFileError, match="文件已损坏"):
        desk.backups.restore(backup)


@pytest.mark.parametrize("free_pages", [b"\0\0\0\5", b"\xff\xff\xff\xff"])
def test_a_structure_that_is_damaged_beside_the_rows_is_refused(desk, backup, free_pages):
    content = bytearray(Path(backup).read_bytes())
    content[36:40] = free_pages
    Path(backup).write_bytes(content)
    with pytest.raises(InvalidFileError, match="文件已损坏"):
        desk.backups.restore(backup)


@pytest.mark.parametrize(
    ("place", "garbage"),
    [
        pytest.param(slice(18, 19), b"\x0a", id="may not be written"),
        pytest.param(slice(60, 64), b"\1\0\0\2", id="a version that will never be"),
    ],
)
def test_a_header_with_a_flipped_bit_is_refused(desk, backup, place, garbage):
    content = bytearray(Path(backup).read_bytes())
    content[place] = garbage
    Path(backup).write_bytes(content)
    with pytest.raises(InvalidFileError, match="文件已损坏"):
        desk.backups.describe(backup)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"CREATE TABLE change", b"CREATE TABL\xff change"),
        (b"removed INTEGER", b"remowed INTEGER"),
    ],
)
def test_a_damaged_list_of_tables_hides_no_older_backup(desk, backup, old, new):
    desk.later(days=1)
    newer = Path(desk.keep().file)
    assert old in newer.read_bytes()
    newer.write_bytes(newer.read_bytes().replace(old, new))
    with pytest.raises(InvalidFileError, match="文件已损坏"):
        desk.backups.describe(str(newer))
    assert desk.backups.newest_sound().file == backup


def test_a_table_that_is_a_view_is_refused(desk, tmp_path, backup):
    given = shutil.copyfile(backup, tmp_path / "given.db")
    edit(given, "ALTER TABLE document RENAME TO hidden")
    edit(given, "CREATE VIEW document AS SELECT * FROM hidden")
    with pytest.raises(InvalidFileError, match="这不是客服台的数据文件"):
        desk.backups.restore(str(given))


@pytest.mark.parametrize("kept", range(5))
def test_a_truncated_backup_is_refused(desk, tmp_path, backup, kept):
    given = tmp_path / "given.db"
    content = Path(backup).read_bytes()
    given.write_bytes(content[: len(content) * kept // 5])
    with pytest.raises(InvalidFileError):
        desk.backups.restore(str(given))
    assert desk.texts() == ["三"]


@pytest.mark.parametrize("name", ["desk.db", "desk.db-wal", "desk.db-shm", "link.db"])
def test_the_store_itself_is_no_backup_of_it(desk, name):
    (desk.folder / "link.db").hardlink_to(desk.file)
    with desk.open() as window:
        with pytest.raises(InvalidFileError, match="这是正在使用的数据文件"):
            desk.backups.restore(str(desk.folder / name))
        # Had the file been opened and closed, the lock would be gone.
        with window.transaction(), pytest.raises(sqlite3.OperationalError, match="locked"):
            edit(desk.file, "DELETE FROM document")


def test_a_backup_is_described(desk, backup):
    found = desk.backups.describe(backup)
    assert (found.at, found.reason, found.format) == (NOON, BackupReason.MANUAL, 2)
    assert (found.documents, found.size) == ({"_default": 2}, Path(backup).stat().st_size)


def test_a_file_of_another_name_is_described_by_its_own_time(desk, tmp_path, backup):
    given = shutil.copy2(backup, tmp_path / "given.db")
    found = desk.backups.describe(str(given))
    assert found.at.timestamp() == int(Path(backup).stat().st_mtime)
    assert found.at.utcoffset() == NOON.utcoffset()


def test_deleted_documents_are_not_counted(desk):
    found = desk.backups.describe(str(FIRST_FORMAT))
    assert (found.format, found.documents["library"]) == (1, 1)
    with desk.open() as database:
        database.insert({"deleted": True})
    assert desk.backups.describe(desk.keep().file).documents == {"_default": 1, "other": 1}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("C:\\客服 1#\\desk.db", "file:///C:/%E5%AE%A2%E6%9C%8D%201%23/desk.db"),
        ("\\\\nas\\all\\desk.db", "file:////nas/all/desk.db"),
    ],
)
def test_sqlite_finds_files_on_shares_too(path, uri):
    assert uri_of(PureWindowsPath(path)) == uri
