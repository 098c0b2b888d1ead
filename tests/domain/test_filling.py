from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.filling import (
    MAX_VALUES_LENGTH,
    GivenValue,
    PieceKind,
    ValueSource,
    fill,
)
from cs_desk.domain.inclusion import MAX_FIELDS
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
)

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=timezone(timedelta(hours=8)))
DEFINITIONS = (
    Placeholder("城市"),
    Placeholder("昵称", default="亲", personal=True),
    Placeholder("备注", required=False),
    Placeholder("送达日", PlaceholderType.DATE, promise=True),
    Placeholder("签收日", PlaceholderType.DATE),
    Placeholder("快递", PlaceholderType.CHOICE, choices=("圆通", "中通")),
)
ANY_BODY = st.text() | st.text(alphabet="{}｛｝:|=+-日期时间片段光标剪贴板城市昵称7 \n")


def filled(body, values=None, *, bodies=None, clipboard=""):
    templates = tuple(ReplyTemplate(t, t, b) for t, b in (bodies or {}).items())
    library = TemplateLibrary("lib", "库", templates, DEFINITIONS)
    named = {n: GivenValue(v, ValueSource.ARGUMENT) for n, v in (values or {}).items()}
    return fill(body, library, named, NOW, clipboard)


def pieces(reply):
    return [(piece.kind.value, reply.text[piece.start : piece.end]) for piece in reply.pieces]


@pytest.mark.parametrize(
    ("body", "values", "text", "source"),
    [
        ("{城市}", {"城市": "成都"}, "成都", "argument"),
        ("{城市:杭州}", {"城市": "成都"}, "成都", "argument"),
        ("{城市:杭州}", {"城市": ""}, "杭州", "default"),
        ("{城市:杭州}", {"城市": " \x00"}, "杭州", "default"),
        ("{昵称}", {}, "亲", "default"),
        ("{昵称:您}", {}, "您", "default"),
        ("{昵称|您|亲亲}", {}, "您", "default"),
        ("{某名}", {"某名": "值"}, "值", "argument"),
        ("{某名:默认}", {}, "默认", "default"),
        ("{某名|甲|乙}", {}, "甲", "default"),
        ("{某名|默认}", {"某名": "别的"}, "别的", "argument"),
        ("{快递|顺丰|邮政}", {"快递": "邮政"}, "邮政", "argument"),
        ("{送达日}", {"送达日": "2026-11-25"}, "11月25日", "argument"),
        ("{签收日}", {"签收日": "11月10日"}, "11月10日", "argument"),
    ],
)
def test_a_given_value_goes_before_an_inline_default_before_the_definition(
    body, values, text, source
):
    reply = filled(body, values)
    assert (reply.text, reply.complete, reply.fields[0].source) == (text, True, source)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{某名} {某名:甲} {某名:乙}", "甲 甲 乙"),
        ("{昵称} {昵称:您}", "您 您"),
        ("{某名}{片段:甲}", "好好"),
    ],
)
def test_each_place_takes_its_own_default_and_lends_it_to_places_without(body, text):
    assert filled(body, bodies={"甲": "{某名:好}"}).text == text


def test_a_missing_name_stays_visible_and_blocks():
    reply = filled("到{ 城市 }。")
    assert pieces(reply) == [("literal", "到"), ("missing", "{城市}"), ("literal", "。")]
    assert reply.fields[0].missing
    assert not reply.complete


def test_a_body_that_turns_the_direction_of_text_is_not_complete():
    reply = filled("请先\u202e付款")
    assert pieces(reply) == [("literal", "请先"), ("problem", "\ufffd"), ("literal", "付款")]
    assert not reply.complete


def test_a_body_with_more_names_than_a_window_can_show_is_not_complete():
    names = [f"项{number}" for number in range(1_500)]
    reply = filled("".join(f"{{{name}}}" for name in names), dict.fromkeys(names, "值"))
    assert [field.name for field in reply.fields] == names[:MAX_FIELDS]
    assert ("problem", f"{{{names[MAX_FIELDS]}}}") in pieces(reply)
    assert not reply.complete


def test_an_optional_name_without_a_value_leaves_nothing():
    reply = filled("好{备注}的")
    assert (reply.text, reply.complete, reply.fields[0].missing) == ("好的", True, False)


@pytest.mark.parametrize(
    ("body", "values", "text", "reason"),
    [
        ("{送达日}", {"送达日": "11月10日"}, "11月10日", "past_date"),
        ("{送达日:尽快}", {}, "尽快", "not_a_date"),
        ("{快递}", {"快递": "邮政"}, "邮政", "not_a_choice"),
        ("{快递|顺丰|邮政}", {"快递": "圆通"}, "圆通", "not_a_choice"),
        ("{某名|甲|乙}", {"某名": "丙"}, "丙", "not_a_choice"),
        ("{城市}", {"城市": "长" * 201}, "长" * 201, "too_long"),
        ("{城市}", {"城市": "a\u202eb"}, "a\ufffdb", "control_characters"),
        ("{城市}", {"城市": "\ud800"}, "\ufffd", "control_characters"),
    ],
)
def test_an_invalid_value_is_shown_and_blocks(body, values, text, reason):
    reply = filled(body, values)
    assert pieces(reply) == [("invalid", text)]
    assert (reply.fields[0].reason, reply.complete) == (reason, False)


def test_a_field_tells_of_the_first_invalid_default():
    reply = filled("{送达日:明天}{送达日:尽快}")
    assert (reply.fields[0].value, reply.fields[0].reason) == ("尽快", "not_a_date")
    assert not reply.complete


@pytest.mark.parametrize(
    "value", ["{昵称}", "{城市}", "{{", "{片段:甲}", "{0.__class__}", "%s", "<b>"]
)
def test_a_value_is_never_read_for_placeholders(value):
    assert filled("{城市}", {"城市": value}, bodies={"甲": "x"}).text == value


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{日期}", "11月21日"),
        ("{日期+7=M月d日}", "11月28日"),
        ("{日期+41=yyyy年M月d日 dddd}", "2027年1月1日 星期五"),
        ("{时间}", "15:00"),
        ("{时间+30}", "15:30"),
        ("{时间+10小时=d日H点}", "22日1点"),
    ],
)
def test_moments_count_from_now(body, text):
    reply = filled(body)
    assert pieces(reply) == [("value", text)]
    assert (reply.complete, reply.fields) == (True, ())


def test_the_clipboard_is_inserted_where_it_is_asked_for():
    reply = filled("单号{剪贴板}", clipboard=" 42{城市} ")
    assert (reply.text, reply.complete) == ("单号42{城市}", True)
    assert (reply.fields[0].name, reply.fields[0].source) == ("剪贴板", "computed")


def test_an_empty_clipboard_is_missing():
    reply = filled("{剪贴板}", clipboard=" ")
    assert (reply.text, reply.complete, reply.fields[0].missing) == ("{剪贴板}", False, True)


@pytest.mark.parametrize(
    ("body", "text", "cursor"),
    [("好", "好", None), ("{城市}，{光标}再见{光标}", "成都，再见", 3), ("{光标}", "", 0)],
)
def test_the_caret_goes_to_its_first_mark(body, text, cursor):
    reply = filled(body, {"城市": "成都"})
    assert (reply.text, reply.cursor, reply.complete) == (text, cursor, True)


def test_fields_of_included_templates_join_in_order_of_first_use():
    reply = filled("{城市}{片段:甲}{快递:圆通}", bodies={"甲": "{昵称}{城市}"})
    assert [field.name for field in reply.fields] == ["城市", "昵称", "快递"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{片段:无}", "include_missing"),
        ("{片段:环}", "include_cycle"),
        ("{日期+x}", "bad_offset"),
        ("{光标:x}", "reserved_name"),
        ("{" * 10_001, "too_long"),
    ],
)
def test_what_cannot_be_resolved_stays_as_written_and_blocks(body, kind):
    reply = filled(body, bodies={"环": "{片段:环}！"})
    assert pieces(reply) == [("problem", body)]
    assert [d.kind for d in reply.diagnoses] == [kind]
    assert not reply.complete


@pytest.mark.parametrize("body", ["满300{减50", "{}", "{:x}", "{|a|b}", "}{", "{城\n市}", "减50}"])
def test_odd_braces_are_text_that_may_be_copied(body):
    reply = filled(body)
    assert (reply.text, reply.complete) == (body, True)
    assert {d.severity for d in reply.diagnoses} == {"info"}


@pytest.mark.parametrize("body", ["{a.__class__}", "{0}", "{城市.__init__.__globals__}", "{a!r}"])
def test_code_in_braces_is_only_an_unknown_name(body):
    reply = filled(body)
    assert pieces(reply) == [("missing", body)]
    assert [d.kind for d in reply.diagnoses] == ["unknown_name"]


def test_a_width_in_braces_is_only_a_default():
    assert filled("{x:>99999999}").text == ">99999999"


def test_an_unknown_name_gets_a_required_text_field():
    (field,) = filled("{某名}").fields
    assert field.placeholder == Placeholder("某名")


def test_of_two_definitions_of_a_name_the_first_holds():
    twice = (Placeholder("城市", default="成都"), Placeholder("城市", default="杭州"))
    assert fill("{城市}", TemplateLibrary("lib", "库", (), twice), {}, NOW).text == "成都"


def test_choices_in_the_body_are_offered_by_the_field():
    unknown, known = filled("{某名|甲|乙}{某名|丙|甲}{城市|成都|杭州}").fields
    assert unknown.placeholder == Placeholder(
        "某名", PlaceholderType.CHOICE, choices=("甲", "乙", "丙")
    )
    assert known.placeholder == Placeholder("城市", choices=("成都", "杭州"))


@pytest.mark.parametrize(
    ("body", "values", "personal"),
    [
        ("{昵称}", {"昵称": "小明"}, True),
        ("{昵称}", {}, False),
        ("{城市}", {"昵称": "小明", "城市": "成都"}, False),
    ],
)
def test_a_reply_is_personal_when_it_holds_a_given_personal_value(body, values, personal):
    assert filled(body, values).personal is personal


def test_values_cannot_swell_a_reply_without_end():
    reply = filled("{城市}" * 2_000, {"城市": "长" * 200})
    assert len(reply.text) <= MAX_VALUES_LENGTH + len("{城市}" * 2_000)
    assert (reply.complete, reply.diagnoses[-1].kind) == (False, "too_long")


def test_an_endless_value_is_not_written_out():
    reply = filled("{城市}" * 2_000, {"城市": "长" * 5_000_000})
    assert len(reply.text) < 3 * MAX_VALUES_LENGTH
    assert (reply.complete, reply.fields[0].reason) == (False, "too_long")


@given(
    ANY_BODY,
    st.dictionaries(st.sampled_from(["城市", "昵称", "送达日", "7"]), st.text()),
    st.text(),
)
def test_pieces_cover_every_filled_text(body, values, clipboard):
    reply = filled(body, values, bodies={"7": body, "城市": "{昵称}"}, clipboard=clipboard)
    assert "".join(text for _, text in pieces(reply)) == reply.text
    assert [p.start for p in reply.pieces] == [0, *(p.end for p in reply.pieces)][
        : len(reply.pieces)
    ]
    assert all(0 <= d.start < d.end <= len(body) for d in reply.diagnoses)


@given(ANY_BODY)
def test_a_reply_is_complete_exactly_when_nothing_in_it_blocks(body):
    reply = filled(body)
    blocking = {PieceKind.MISSING, PieceKind.INVALID, PieceKind.PROBLEM}
    assert reply.complete is blocking.isdisjoint(piece.kind for piece in reply.pieces)
    faults = [field for field in reply.fields if field.missing or field.reason]
    assert reply.complete or faults or "error" in {d.severity for d in reply.diagnoses}
