from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing, contextmanager


@contextmanager
def busy(desk):
    """Hold the write lock of the store, as a program in the middle of a change does."""
    with closing(sqlite3.connect(desk.data / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_shop_is_stored_listed_and_shown(own_desk):
    assert own_desk("shop", "list").status == 1
    answer = own_desk("shop", "set", "云朵家", "发货城市=金华", "快递公司=圆通")
    assert (answer.status, answer.out) == (0, b"")
    assert own_desk("shop", "set", "海风屋", "--use").status == 0
    assert own_desk("shop", "list").text == "  云朵家\n* 海风屋\n"
    assert (
        own_desk("shop", "show", "云朵家").text == "店铺名=云朵家\n发货城市=金华\n快递公司=圆通\n"
    )


def test_shops_as_json_are_one_object_per_line(own_desk):
    stored = own_desk("shop", "set", "云朵家", "发货城市=金华", "--json").object
    assert own_desk("shop", "show", "云朵家", "--json").object == stored
    assert own_desk("shop", "set", "海风屋", "--json").object["current"] is False
    first, second = own_desk("shop", "list", "--json").objects
    assert first == stored
    assert (first["name"], first["current"]) == ("云朵家", True)
    assert first["values"] == {"店铺名": "云朵家", "发货城市": "金华"}
    assert second["name"] == "海风屋"


def test_values_are_changed_forgotten_and_renamed(own_desk):
    own_desk("shop", "set", "云朵家", "发货城市=金华", "快递公司=圆通")
    own_desk("shop", "set", "云朵家", "发货城市=成都", "快递公司=", "店铺名=云家")
    assert own_desk("shop", "list").text == "* 云家\n"
    assert own_desk("shop", "show", "云家").text == "店铺名=云家\n发货城市=成都\n"
    assert own_desk("shop", "show", "云朵家").status == 1


def test_a_refused_change_changes_nothing(own_desk):
    own_desk("shop", "set", "云朵家", "发货城市=金华")
    own_desk("shop", "set", "海风屋")
    before = own_desk("shop", "list", "--json").out
    for change in (
        ["云朵家", "快递公司=圆通", "发货城市=jinhua"],
        ["云朵家", "店铺名="],
        ["云朵家", "店铺名=海风屋"],
        [" "],
        ["云朵家", "客服花名=\udcff"],
    ):
        answer = own_desk("shop", "set", *change)
        assert (answer.status, answer.out) == (2, b"")
        assert answer.told
    assert own_desk("shop", "list", "--json").out == before


def test_a_busy_desk_is_read_and_refuses_changes_unchanged(own_desk):
    own_desk("shop", "set", "云朵家", "发货城市=金华")
    before = own_desk("shop", "list", "--json").out
    with busy(own_desk):
        assert own_desk("search", "th", "--json").object["hits"]
        assert own_desk("shop", "list", "--json").out == before
        answer = own_desk("shop", "set", "云朵家", "发货城市=成都")
        assert (answer.status, answer.out) == (4, b"")
        assert "没有改动" in answer.told
    assert own_desk("shop", "list", "--json").out == before


def test_a_change_outlives_a_kill_once_it_was_answered(own_desk):
    own_desk("shop", "set", "云朵家")
    for number in range(2):
        change = ("shop", "set", "云朵家", f"工作时间={number}点", "--json")
        process = own_desk.start(*change, stdout=subprocess.PIPE)
        process.stdout.readline()
        process.kill()
        process.communicate(timeout=20)
        assert f"工作时间={number}点\n" in own_desk("shop", "show", "云朵家").text


def test_a_strange_name_is_a_name_or_refused_in_words(own_desk):
    names = ["--data-dir", "a=b", "%1", "长" * 20_000, "两\n行"]
    status = {name: own_desk("shop", "set", "--", name).status for name in names}
    assert set(status.values()) <= {0, 2}
    shown = own_desk("shop", "list", "--json").objects
    assert [shop["name"] for shop in shown] == [name for name in names if status[name] == 0]


def test_a_buyers_value_is_not_kept_for_a_shop(own_desk):
    answer = own_desk("shop", "set", "云朵家", "收货城市=成都")
    assert answer.status == 2
    assert "「收货城市」" in answer.told
