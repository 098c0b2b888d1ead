from __future__ import annotations

import json
import re
import shlex
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cs_desk.storage.database import DeskDatabase

NOW = ["云朵家", "海风屋"]
BACKED_UP = ["云朵家"]


def shops_of(desk):
    with DeskDatabase(desk.data / "desk.db") as database:
        return [row["value"]["name"] for row in database.table("shop")]


def newest_backup(desk):
    (manual,) = (desk.data / "backups").glob("*-manual*.db")
    return manual


def told_command(answer):
    """The command line that a message tells to run."""
    (found,) = re.findall(r"cs-desk restore .*", answer.told)
    return shlex.split(found)[1:]


def test_a_backup_takes_the_place_of_everything_and_that_can_be_undone(backed_up_desk):
    answer = backed_up_desk("restore", str(newest_backup(backed_up_desk)))
    assert (answer.status, answer.out) == (0, b"")
    assert shops_of(backed_up_desk) == BACKED_UP
    assert re.search(r"已恢复.*\d+月\d+日 \d\d:\d\d", answer.told)
    undone = backed_up_desk(*told_command(answer), data=False)
    assert undone.status == 0
    assert shops_of(backed_up_desk) == NOW


def test_a_restored_backup_as_json_names_what_was_before(backed_up_desk):
    backup = newest_backup(backed_up_desk)
    restored = backed_up_desk("restore", str(backup), "--json").object
    assert (restored["file"], restored["reason"]) == (str(backup), "manual")
    assert restored["bytes"] == backup.stat().st_size
    assert restored["before"]["reason"] == "restore"
    assert Path(restored["before"]["file"]).exists()


def test_a_backup_is_restored_into_a_fresh_folder(backed_up_desk, own_desk, tmp_path):
    kept = tmp_path / "备份 一.db"
    assert backed_up_desk("backup", str(kept)).status == 0
    fresh = ["--data-dir", str(tmp_path / "fresh")]
    answer = own_desk("restore", "--json", *fresh, str(kept), data=False)
    assert answer.status == 0
    assert answer.object["before"] is None
    with DeskDatabase(tmp_path / "fresh" / "desk.db") as database:
        assert len(database.table("shop")) == 2


def test_an_open_desk_sees_what_was_restored(backed_up_desk):
    backup = newest_backup(backed_up_desk)
    with DeskDatabase(backed_up_desk.data / "desk.db") as opened:
        opened.table("shop").all()
        assert backed_up_desk("restore", str(backup)).status == 0
        assert opened.refresh()
        assert len(opened.table("shop")) == 1


def test_a_busy_desk_is_left_alone(backed_up_desk):
    backup = newest_backup(backed_up_desk)
    with DeskDatabase(backed_up_desk.data / "desk.db") as other, other.transaction():
        answer = backed_up_desk("restore", str(backup))
    assert (answer.status, answer.out) == (4, b"")
    assert shops_of(backed_up_desk) == NOW


def newer_format(file, backup):
    shutil.copy(backup, file)
    with closing(sqlite3.connect(file)) as store, store:
        store.executescript("ALTER TABLE change ADD COLUMN more; PRAGMA user_version = 99")


def foreign_database(file, _backup):
    with closing(sqlite3.connect(file)) as foreign, foreign:
        foreign.execute("CREATE TABLE message (text)")


def rotten(file, backup):
    pages = bytearray(backup.read_bytes())
    at = pages.index("云朵家".encode())
    pages[at] ^= 1
    file.write_bytes(pages)


UNSOUND = {
    "missing": lambda _file, _backup: None,
    "a folder": lambda file, _backup: file.mkdir(),
    "empty": lambda file, _backup: file.write_bytes(b""),
    "text": lambda file, _backup: file.write_text("亲，在的😊" * 1000, encoding="utf-8"),
    "exported JSON": lambda file, _backup: file.write_text(json.dumps({"shop": {"1": {}}})),
    "another program's database": foreign_database,
    "of a newer program": newer_format,
    "cut short": lambda file, backup: file.write_bytes(backup.read_bytes()[:-5000]),
    "with one bit flipped": rotten,
}


@pytest.mark.parametrize("unsound", UNSOUND.values(), ids=UNSOUND)
def test_what_is_no_sound_backup_changes_nothing(backed_up_desk, tmp_path, unsound):
    backups = sorted((backed_up_desk.data / "backups").glob("*.db"))
    file = tmp_path / "备份 %1.db"
    unsound(file, backups[0])
    answer = backed_up_desk("restore", str(file))
    assert (answer.status, answer.out) == (3, b"")
    assert f"「{file}" in answer.told
    assert shops_of(backed_up_desk) == NOW
    assert sorted((backed_up_desk.data / "backups").glob("*.db")) == backups


def test_the_store_that_is_in_use_is_no_backup_of_itself(backed_up_desk):
    assert backed_up_desk("restore", str(backed_up_desk.data / "desk.db")).status == 3
    assert shops_of(backed_up_desk) == NOW


def test_without_a_backup_of_what_is_stored_nothing_is_restored(backed_up_desk, tmp_path):
    backup = tmp_path / "elsewhere.db"
    newest_backup(backed_up_desk).rename(backup)
    shutil.rmtree(backed_up_desk.data / "backups")
    (backed_up_desk.data / "backups").write_text("a file")
    answer = backed_up_desk("restore", str(backup))
    assert answer.status == 3
    assert answer.told.startswith("没有恢复")
    assert shops_of(backed_up_desk) == NOW


@pytest.mark.parametrize("words", [[], ["a", "b"]], ids=str)
def test_one_file_has_to_be_named(desk, words):
    answer = desk("restore", *words)
    assert (answer.status, answer.out) == (2, b"")
