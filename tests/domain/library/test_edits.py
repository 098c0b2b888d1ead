"""Edits of a library: each returns another one, and touches nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from cs_desk.domain.library import edits
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary, ToneVariant


def reply(name, group="", **others):
    return ReplyTemplate(name, f"标题{name}", f"正文{name}", group=group, **others)


LIBRARY = TemplateLibrary(
    "lib",
    "库",
    templates=(
        reply("a", "售前", tags=("尺码",)),
        reply("b", "售后/退货", code="thdz"),
        reply("c", "售前"),
        reply("d", "售后/退货"),
        reply("e"),
    ),
    placeholders=(Placeholder("订单号"), Placeholder("城市")),
)


def order(library):
    return "".join(t.id for t in library.templates)


def find(library, template_id):
    return next(t for t in library.templates if t.id == template_id)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        pytest.param(reply("n", "售前"), "abcnde", id="a new one ends its group"),
        pytest.param(reply("n", "新组"), "abcden", id="a new group is at the end"),
        pytest.param(reply("n"), "abcden", id="an unfiled one is behind the unfiled"),
        pytest.param(reply("a", "售前", note="改"), "abcde", id="a changed one stays"),
        pytest.param(reply("a", "售后/退货"), "bcdae", id="another group's end"),
    ],
)
def test_a_saved_reply_comes_to_its_place(template, expected):
    saved = edits.with_saved(LIBRARY, template)
    assert order(saved) == expected
    assert find(saved, template.id) == template


@pytest.mark.parametrize(
    ("ids", "group", "before", "expected"),
    [
        ("a", "售后/退货", None, "bcdae"),
        ("a", "售后/退货", "d", "bcade"),
        ("da", "售后/退货", "b", "adbce"),
        ("ac", "售前", None, "bacde"),
        ("c", "售前", "a", "cabde"),
        ("ab", "售前", "a", "abcde"),
        ("e", "新组", None, "abcde"),
        ("e", " 售前 / ", "no such", "abced"),
    ],
)
def test_moved_replies_keep_their_order_among_each_other(ids, group, before, expected):
    moved = edits.moved(LIBRARY, ids, group, before)
    assert order(moved) == expected
    assert {find(moved, each).group for each in ids} == {group.replace(" ", "").strip("/")}


def test_a_group_stays_when_its_last_reply_moves_away():
    moved = edits.moved(LIBRARY, "ac", "售后/退货")
    assert moved.groups == ("售前", "售后", "售后/退货")


def test_a_group_stays_when_its_last_reply_is_deleted():
    left = edits.without(LIBRARY, "ac")
    assert (order(left), left.groups) == ("bde", ("售前", "售后", "售后/退货"))


def test_deleting_some_of_a_group_leaves_the_headings_alone():
    assert edits.without(LIBRARY, "a").groups == ()


def test_replies_that_come_back_stand_at_the_end_of_their_groups():
    left = edits.without(LIBRARY, "abe")
    assert order(edits.with_added(left, [reply("b", "售后/退货"), reply("e")])) == "cdbe"


def test_a_copy_stands_behind_its_model_with_a_free_title_and_no_code():
    numbers = count(1)
    copied = edits.with_copies(LIBRARY, "b", lambda: f"{next(numbers)}")
    assert order(copied) == "ab1cde"
    model = find(LIBRARY, "b")
    assert find(copied, "1") == replace(model, id="1", title="标题b（2）", code="")
    again = edits.with_copies(copied, "b", lambda: "x")
    assert find(again, "x").title == "标题b（3）"


@pytest.mark.parametrize(
    ("add", "remove", "expected"),
    [
        (("大促",), (), ("尺码", "大促")),
        ((), ("尺码",), ()),
        (("尺码",), (), ("尺码",)),
        (("新",), ("尺码", "没有"), ("新",)),
    ],
)
def test_tags_are_added_and_removed(add, remove, expected):
    tagged = edits.tagged(LIBRARY, "a", add, remove)
    assert find(tagged, "a").tags == expected
    assert tagged.templates[1:] == LIBRARY.templates[1:]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{订单号}", "{单号}"),
        ("订单号 {订单号} 订单号{订单号}", "订单号 {单号} 订单号{单号}"),
        ("{ 订单号 :默认订单号}", "{ 单号 :默认订单号}"),
        ("{订单号|订单号|乙}", "{单号|订单号|乙}"),
        ("{订单号：无}", "{单号：无}"),
        ("{{订单号}} {订单号甲} {甲订单号}", "{{订单号}} {订单号甲} {甲订单号}"),
        ("｛订单号｝{片段:订单号}", "｛订单号｝{片段:订单号}"),
        ("{订单号 {订单号}", "{订单号 {单号}"),
        ("}}{订单号}\n{订单\n号}", "}}{单号}\n{订单\n号}"),
        ("没有", "没有"),
    ],
)
def test_a_field_gets_another_name_and_other_text_does_not(body, expected):
    assert edits.renamed_in(body, "订单号", "单号") == expected


def test_a_renamed_placeholder_is_renamed_in_bodies_and_tones():
    template = ReplyTemplate("t", "题", "{订单号}", tones=(ToneVariant("正式", "您的{订单号}"),))
    library = replace(LIBRARY, templates=(template, *LIBRARY.templates))
    renamed = edits.with_placeholder(library, Placeholder("单号", hint="新"), "订单号")
    assert renamed.placeholders == (Placeholder("单号", hint="新"), Placeholder("城市"))
    assert renamed.templates[0].body == "{单号}"
    assert renamed.templates[0].tones == (ToneVariant("正式", "您的{单号}"),)
    assert renamed.templates[1:] == LIBRARY.templates


def test_a_changed_definition_keeps_its_place_and_a_new_one_comes_last():
    changed = edits.with_placeholder(LIBRARY, Placeholder("订单号", hint="新"), "订单号")
    assert changed.placeholders == (Placeholder("订单号", hint="新"), Placeholder("城市"))
    added = edits.with_placeholder(LIBRARY, Placeholder("天数"), None)
    assert [p.name for p in added.placeholders] == ["订单号", "城市", "天数"]


def test_a_deleted_definition_leaves_the_bodies_alone():
    left = edits.without_placeholder(LIBRARY, "订单号")
    assert left == replace(LIBRARY, placeholders=(Placeholder("城市"),))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("订单号", True),
        ("订单 号", True),
        *((name, False) for name in ("", " ", " 订单号", "甲:乙", "甲|乙", "{", "甲}", "日期")),
        *((name, False) for name in ("日期+1", "光标", "剪贴板", "片段:甲", "甲\n乙", "\u202e甲")),
    ],
)
def test_only_what_can_stand_in_braces_is_a_name(name, expected):
    assert edits.is_field_name(name) is expected
