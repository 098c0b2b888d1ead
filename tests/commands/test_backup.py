from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from cs_desk.storage.database import DeskDatabase
from tests.commands.conftest import SOURCE, environment

SQLITE = b"SQLite format 3\0"


def backups_of(desk):
    return sorted(path.name for path in (desk.data / "backups").glob("*.db"))


def shops_in(file):
    with DeskDatabase(file) as database:
        return [row["value"]["name"] for row in database.table("shop")]


def foreign_database(file):
    with closing(sqlite3.connect(file)) as foreign, foreign:
        foreign.execute("CREATE TABLE message (text)")


def test_a_backup_is_kept_in_the_backup_folder_and_its_path_is_the_answer(own_desk):
    own_desk("shop", "set", "云朵家")
    answer = own_desk("backup")
    assert answer.status == 0
    kept = Path(answer.text.removesuffix("\n"))
    assert kept.parent == own_desk.data / "backups"
    assert re.fullmatch(r"desk-\d{8}-\d{6}-manual.*\.db", kept.name)
    assert "已备份" in answer.told
    assert shops_in(kept) == ["云朵家"]


def test_a_backup_as_json_is_one_object(backed_up_desk):
    kept = backed_up_desk("backup", "--json").object
    assert kept["reason"] == "manual"
    assert kept["bytes"] == Path(kept["file"]).stat().st_size
    assert datetime.fromisoformat(kept["at"]).utcoffset() == timedelta(hours=8)
    assert kept["documents"]["shop"] == 2


def test_backups_are_listed_newest_first(backed_up_desk):
    listed = backed_up_desk("backup", "--list").text.splitlines()
    assert len(listed) == len(backups_of(backed_up_desk)) == 2
    for line, reason in zip(listed, ["手动", "定时"], strict=True):
        at = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
        assert re.fullmatch(rf"{at}  {reason} +\d+ KB  {backed_up_desk.data}.*\.db", line)
    objects = backed_up_desk("backup", "--list", "--json").objects
    assert [each["file"] for each in objects] == [line.split()[-1] for line in listed]


def test_without_backups_the_list_is_empty_and_says_where_it_looked(own_desk):
    answer = own_desk("backup", "--list")
    assert (answer.status, answer.out) == (1, b"")
    assert str(own_desk.data / "backups") in answer.told
    assert not own_desk.data.exists()


def test_a_fresh_desk_can_be_backed_up(own_desk):
    kept = own_desk("backup").text.strip()
    with DeskDatabase(Path(kept)) as database:
        assert len(database.table("template")) > 0


@pytest.mark.parametrize(
    "words", [["备份 一.db"], ["./nested/no %1 ending"], ["--", "-x.db"]], ids=str
)
def test_a_file_may_have_any_name_and_be_named_from_here(backed_up_desk, tmp_path, words):
    (tmp_path / "nested").mkdir()
    done = subprocess.run(
        [*backed_up_desk.command("backup"), *words],
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=str(SOURCE)),
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert Path(tmp_path, done.stdout.decode().strip()).samefile(tmp_path / words[-1])
    assert shops_in(tmp_path / words[-1]) == ["云朵家", "海风屋"]


@pytest.mark.parametrize("words", [["all.JSON"], ["all.txt", "--format", "json"]], ids=str)
def test_everything_as_json_is_opened_by_stock_tinydb(backed_up_desk, tmp_path, words):
    file = tmp_path / words[0]
    answer = backed_up_desk("backup", str(file), *words[1:], "--json")
    with (
        TinyDB(file, encoding="utf-8") as stock,
        DeskDatabase(backed_up_desk.data / "desk.db") as ours,
    ):
        assert stock.tables() == ours.tables()
        for name in ours.tables():
            assert stock.table(name).all() == ours.table(name).all()
        count = sum(len(ours.table(name)) for name in ours.tables())
    assert answer.object["documents"] == count
    assert answer.object["bytes"] == file.stat().st_size


def test_the_format_asked_for_wins_over_the_name_and_an_older_backup_is_replaced(
    backed_up_desk, tmp_path
):
    file = tmp_path / "all.json"
    for backup in (backed_up_desk.data / "backups").glob("*-routine.db"):
        backup.rename(file)
    assert backed_up_desk("backup", "--format", "db", str(file)).status == 0
    assert file.read_bytes().startswith(SQLITE)
    assert shops_in(file) == ["云朵家", "海风屋"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--list", "a.db"], "--list 和 FILE"),
        (["--format", "json"], "缺少 FILE"),
        ([""], "file"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_wrong_usage(desk, words, named):
    answer = desk("backup", *words)
    assert (answer.status, answer.out) == (2, b"")
    assert named in answer.told


UNWRITABLE = {
    "in a missing folder": lambda _file: None,
    "a folder": lambda file: file.mkdir(parents=True),
    "someone's text": lambda file: (file.parent.mkdir(), file.write_text("日记")),
    "another program's database": lambda file: (file.parent.mkdir(), foreign_database(file)),
    "below a file": lambda file: file.parent.write_text("a file"),
}


@pytest.mark.parametrize("stands_there", UNWRITABLE.values(), ids=UNWRITABLE)
def test_what_stands_at_the_target_is_not_overwritten(backed_up_desk, tmp_path, stands_there):
    file = tmp_path / "there" / "target"
    stands_there(file)
    before = file.read_bytes() if file.is_file() else None
    answer = backed_up_desk("backup", str(file))
    assert (answer.status, answer.out) == (3, b"")
    assert answer.told.startswith("没有备份：")
    assert (file.read_bytes() if file.is_file() else None) == before


@pytest.mark.parametrize("form", ["db", "json"])
def test_the_store_itself_is_no_target(backed_up_desk, form):
    store = backed_up_desk.data / "desk.db"
    assert backed_up_desk("backup", "--format", form, str(store)).status == 3
    assert shops_in(store) == ["云朵家", "海风屋"]


def test_a_full_disk_keeps_no_half_of_a_backup(backed_up_desk, small_disk):
    with suppress(OSError):
        (small_disk / "ballast").write_bytes(bytes(2**22))
    for name in ("all.db", "all.json"):
        answer = backed_up_desk("backup", str(small_disk / name))
        assert (answer.status, answer.out) == (3, b"")
        assert "磁盘" in answer.told
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_a_backup_folder_that_is_none_is_told(own_desk):
    own_desk.data.mkdir()
    (own_desk.data / "backups").write_text("a file")
    answer = own_desk("backup")
    assert (answer.status, answer.out) == (3, b"")
    assert answer.told.startswith("没有备份：")


def test_a_backup_can_be_made_while_another_program_writes(backed_up_desk):
    with closing(sqlite3.connect(backed_up_desk.data / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert backed_up_desk("backup").status == 0


def test_a_change_is_followed_by_a_backup_when_the_last_one_is_old(own_desk):
    own_desk("search", "th")
    assert not (own_desk.data / "backups").exists()
    own_desk("shop", "set", "云朵家")
    (first,) = backups_of(own_desk)
    assert first.endswith("-routine.db")
    own_desk("shop", "set", "海风屋")
    assert backups_of(own_desk) == [first]
    old = own_desk.data / "backups" / "desk-20200101-120000-routine.db"
    (own_desk.data / "backups" / first).rename(old)
    own_desk("shop", "list")
    assert backups_of(own_desk) == [old.name]
    own_desk("shop", "set", "山茶铺")
    assert shops_in(own_desk.data / "backups" / backups_of(own_desk)[-1])[-1] == "山茶铺"


def test_a_change_stands_even_if_no_backup_of_it_could_be_made(own_desk):
    own_desk.data.mkdir()
    (own_desk.data / "backups").write_text("a file")
    answer = own_desk("shop", "set", "云朵家", "--json")
    assert answer.status == 0
    assert answer.object["name"] == "云朵家"
    assert "没有备份：" in answer.told
    assert shops_in(own_desk.data / "desk.db") == ["云朵家"]


def test_a_store_of_an_older_format_is_backed_up_before_it_is_migrated(own_desk):
    own_desk.data.mkdir()
    shutil.copy(SOURCE / "tests" / "data" / "desk-v1.db", own_desk.data / "desk.db")
    assert own_desk("shop", "list").status == 0
    (kept,) = (own_desk.data / "backups").glob("*-migration.db")
    with closing(sqlite3.connect(kept)) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (1,)
