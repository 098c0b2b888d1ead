"""What commands say and do when the store, or a part of it, cannot be used."""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from cs_desk.storage.database import DeskDatabase


def fold_log(store):
    """Bring what lies in the write-ahead log into the store's file."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def overwrite(at, size):
    def damage(store):
        content = bytearray(store.read_bytes())
        content[at : at + size] = b"x" * size
        store.write_bytes(content)

    return damage


def cut(store):
    store.write_bytes(store.read_bytes()[:20_000])


WHY = ("routine", "manual")
DAMAGES = {
    "missing": Path.unlink,
    "empty": lambda store: store.write_bytes(b""),
    "cut short": cut,
    "without its header": overwrite(0, 100),
    "with pages overwritten": overwrite(4096, 20_000),
    "not a database": lambda store: store.write_bytes(b"no database " * 1000),
}


def told_command(answer):
    (found,) = re.findall(r"cs-desk restore .*", answer.told)
    return shlex.split(found)[1:]


def backups_of(desk):
    """The backups, oldest first."""
    routine, manual = ((desk.data / "backups").glob(f"*-{why}*.db") for why in WHY)
    return [*routine, *manual]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_names_the_newest_backup_and_the_command_that_restores_it(backed_up_desk, damage):
    store = backed_up_desk.data / "desk.db"
    fold_log(store)
    damage(store)
    left = store.read_bytes() if store.exists() else None
    answer = backed_up_desk("shop", "set", "山茶铺")
    assert (answer.status, answer.out) == (3, b"")
    assert str(store) in answer.told.splitlines()[0]
    assert re.search(r"\d+月\d+日 \d\d:\d\d", answer.told)
    assert (store.read_bytes() if store.exists() else None) == left
    restored = backed_up_desk(*told_command(answer), data=False)
    assert restored.status == 0
    with DeskDatabase(store) as database:
        assert [row["value"]["name"] for row in database.table("shop")] == ["云朵家"]
    if left:
        aside = (backed_up_desk.data / "damaged").iterdir()
        assert left in [path.read_bytes() for path in aside]


def test_a_damaged_backup_is_passed_over(backed_up_desk):
    older, newer = backups_of(backed_up_desk)
    newer.write_bytes(newer.read_bytes()[:-5000])
    (backed_up_desk.data / "desk.db").unlink()
    answer = backed_up_desk("search", "th")
    assert answer.status == 3
    assert told_command(answer)[-1] == str(older)


def test_without_a_sound_backup_none_is_promised(own_desk):
    own_desk.data.mkdir()
    (own_desk.data / "desk.db").write_bytes(b"no database " * 1000)
    answer = own_desk("search", "th")
    assert answer.status == 3
    assert "没有可以恢复的备份" in answer.told


def test_a_store_that_went_missing_is_not_replaced_by_a_fresh_one(backed_up_desk):
    store = backed_up_desk.data / "desk.db"
    for file in backed_up_desk.data.glob("desk.db*"):
        file.unlink()
    for command in (["search", "th"], ["backup"]):
        answer = backed_up_desk(*command)
        assert (answer.status, answer.out) == (3, b"")
        assert "不见了" in answer.told
    assert not store.exists()


def test_records_set_aside_are_told_once_with_their_kinds(backed_up_desk):
    with closing(sqlite3.connect(backed_up_desk.data / "desk.db")) as store, store:
        for table in ("shop", "template"):
            store.execute(
                "UPDATE document SET crc = crc + 1 WHERE table_name = ? AND doc_id = 1", [table]
            )
    answer = backed_up_desk("shop", "list")
    assert (answer.status, answer.text) == (0, "* 海风屋\n")
    (told,) = answer.told.splitlines()
    assert "2 条" in told
    assert "店铺" in told
    assert "话术" in told
    assert backed_up_desk("shop", "list").told == ""


def test_a_read_only_folder_answers_and_refuses_changes(backed_up_desk, small_disk):
    backed_up_desk.data.rename(backed_up_desk.data.with_name("elsewhere"))
    subprocess.run(["cp", "-r", small_disk.parent / "elsewhere", small_disk / "data"], check=True)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    on_disk = ["--data-dir", str(small_disk / "data")]
    answer = backed_up_desk("shop", "list", *on_disk)
    assert (answer.status, answer.text) == (0, "* 云朵家\n  海风屋\n")
    (told,) = answer.told.splitlines()
    assert "不能写入" in told
    answer = backed_up_desk("shop", "set", "山茶铺", *on_disk)
    assert (answer.status, answer.out) == (3, b"")
    assert "只读" in answer.told.splitlines()[-1]
