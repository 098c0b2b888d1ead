from __future__ import annotations

import gc
import sys
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.placeholder_parser import MAX_BODY_LENGTH, parse
from cs_desk.domain.placeholder_tokens import (
    ClipboardMark,
    CursorMark,
    Field,
    Include,
    LiteralText,
    Moment,
    Unreadable,
)
from cs_desk.domain.text_direction import with_direction_controls_shown

BRACES_AND_MORE = st.text(alphabet="{}｛｝:：|｜=+-日期时间片段光标剪贴板名7 \n\r\u202e")


def only_token(body):
    (token,) = parse(body).tokens
    return token


def found(body):
    return [(d.kind.value, body[d.start : d.end]) for d in parse(body).diagnoses]


@pytest.mark.parametrize(
    ("body", "name", "default", "choices"),
    [
        ("{城市}", "城市", None, ()),
        ("{ 城市　}", "城市", None, ()),
        ("{买家昵称:亲}", "买家昵称", "亲", ()),
        ("{买家昵称：亲}", "买家昵称", "亲", ()),
        ("{时刻: 9：00 }", "时刻", "9：00", ()),
        ("{x:>99999999}", "x", ">99999999", ()),
        ("{称谓|女士|先生}", "称谓", "女士", ("女士", "先生")),
        ("{称谓｜ 女士 ｜先生}", "称谓", "女士", ("女士", "先生")),
        ("{时刻|9:00|18:00}", "时刻", "9:00", ("9:00", "18:00")),
        ("{称谓||先生|}", "称谓", "先生", ("先生",)),
        ("{名称:}", "名称", None, ()),
        ("{名称|}", "名称", None, ()),
        ("{0}", "0", None, ()),
        ("{a.__class__}", "a.__class__", None, ()),
        ("{名=值}", "名=值", None, ()),
        ("{日期范围}", "日期范围", None, ()),
        ("{时间段:上午}", "时间段", "上午", ()),
    ],
)
def test_a_name_may_bring_a_default_or_choices(body, name, default, choices):
    assert only_token(body) == Field(0, len(body), name, default, choices)


@pytest.mark.parametrize(
    ("body", "offset", "pattern"),
    [
        ("{日期}", {}, "M月d日"),
        ("{时间}", {}, "HH:mm"),
        ("{日期+7}", {"days": 7}, "M月d日"),
        ("{日期-1=yyyy-MM-dd}", {"days": -1}, "yyyy-MM-dd"),
        ("{日期＋７＝M月d日}", {"days": 7}, "M月d日"),
        ("{日期－７}", {"days": -7}, "M月d日"),
        ("{日期 + 1 周 = dddd}", {"weeks": 1}, " dddd"),
        ("{时间+30}", {"minutes": 30}, "HH:mm"),
        ("{时间+2小时}", {"hours": 2}, "HH:mm"),
        ("{时间+1天=M月d日 HH:mm}", {"days": 1}, "M月d日 HH:mm"),
        ("{时间-10分钟}", {"minutes": -10}, "HH:mm"),
        ("{日期=}", {}, "M月d日"),
    ],
)
def test_a_moment_may_be_moved_and_written_its_own_way(body, offset, pattern):
    token = only_token(body)
    assert token == Moment(0, len(body), body[1:3], timedelta(**offset), pattern)


@pytest.mark.parametrize(
    ("body", "token"),
    [
        ("{片段:开头语}", Include(0, 8, "{片段:开头语}", "开头语")),
        ("{片段： 甲|乙:丙 }", Include(0, 12, "{片段： 甲|乙:丙 }", "甲|乙:丙")),
        ("{光标}", CursorMark(0, 4)),
        ("{ 剪贴板 }", ClipboardMark(0, 7)),
    ],
)
def test_reserved_names_are_not_fields(body, token):
    assert only_token(body) == token


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{{城市}}", "{城市}"),
        ("{{{{", "{{"),
        ("满300{减50", "满300{减50"),
        ("满300}减50", "满300}减50"),
        ("{}", "{}"),
        ("{ }", "{ }"),
        ("{:x}", "{:x}"),
        ("{|a|b}", "{|a|b}"),
        ("{城\n市}", "{城\n市}"),
        ("{城\u2028市}", "{城\u2028市}"),
        ("}{", "}{"),
        ("｛城市｝", "｛城市｝"),
        ("｛", "｛"),
    ],
)
def test_braces_without_a_placeholder_are_text(body, text):
    assert only_token(body) == LiteralText(0, len(body), text)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("满300{减50 {城市}", ["城市"]),
        ("{{{城市}}}", ["城市"]),
        ("{城市}}", ["城市"]),
        ("{a{b}c}", ["b"]),
        ("{甲}{乙}", ["甲", "乙"]),
    ],
)
def test_a_stray_brace_does_not_hide_its_neighbours(body, names):
    assert [t.name for t in parse(body).tokens if isinstance(t, Field)] == names


@pytest.mark.parametrize(
    ("body", "diagnoses"),
    [
        ("好 {城市} {{}} {日期}", []),
        ("满300{减50", [("unclosed", "{")]),
        ("减50}", [("stray_close", "}")]),
        ("{城市}}", [("stray_close", "}")]),
        ("{}{:x}", [("empty_name", "{}"), ("empty_name", "{:x}")]),
        ("亲{城\n市}好", [("line_break", "{城\n市}")]),
        ("{名称:}", [("empty_default", "{名称:}")]),
        ("{名称|亲}", [("single_choice", "{名称|亲}")]),
        ("{名称:甲|乙}", [("choices_in_default", "{名称:甲|乙}")]),
        ("亲｛城市｝", [("full_width_braces", "｛城市｝")]),
        ("亲{城市｝{名称}", [("full_width_braces", "{城市｝")]),
        ("亲｛城市}", [("full_width_braces", "｛城市}")]),
        ("{日期=YYYY}", [("bad_date_pattern", "{日期=YYYY}")]),
        ("{日期=}", [("bad_date_pattern", "{日期=}")]),
        ("{光标}中{光标}", [("second_cursor", "{光标}")]),
    ],
)
def test_what_is_odd_is_diagnosed_in_its_place(body, diagnoses):
    assert found(body) == diagnoses


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{日期+x}", "bad_offset"),
        ("{日期+7 月}", "bad_offset"),
        ("{日期+}", "bad_offset"),
        ("{日期+99999999999999}", "bad_offset"),
        ("{日期+3661}", "bad_offset"),
        ("{日期:M月d日}", "reserved_name"),
        ("{时间|早|晚}", "reserved_name"),
        ("{光标:x}", "reserved_name"),
        ("{剪贴板|a|b}", "reserved_name"),
        ("{片段}", "reserved_name"),
        ("{片段|开头语}", "reserved_name"),
    ],
)
def test_a_reserved_name_used_wrongly_is_unreadable(body, kind):
    assert only_token(body) == Unreadable(0, len(body), body)
    assert found(body) == [(kind, body)]


@pytest.mark.parametrize(
    ("body", "suggestion"),
    [
        ("｛ 城市 ｝", "{城市}"),
        ("{名称:甲|乙}", "{名称|甲|乙}"),
        ("{名称|亲}", "{名称:亲}"),
        ("{日期:M月d日}", "{日期=M月d日}"),
        ("{日期=YYYY年}", "yyyy年"),
        ("{光标:x}", "{光标}"),
    ],
)
def test_what_was_probably_meant_is_suggested(body, suggestion):
    assert parse(body).diagnoses[0].suggestion == suggestion


@pytest.mark.parametrize("control", "\u061c\u200e\u200f\u202a\u202e\u2066\u2069")
def test_a_character_that_turns_the_text_is_seen_and_unreadable(control):
    parsed = parse(f"付款{control}后发货")
    assert [token.text for token in parsed.tokens] == ["付款", "\ufffd", "后发货"]
    assert isinstance(parsed.tokens[1], Unreadable)
    (diagnosis,) = parsed.diagnoses
    assert (diagnosis.kind, diagnosis.start, diagnosis.end) == ("hidden_characters", 2, 3)
    assert diagnosis.subject == f"U+{ord(control):04X}"


@pytest.mark.parametrize(
    "body", ["{城\u202e市}", "{名:\u202e默认}", "{日期=M\u202e月}", "{a\n\u202e}", "{\u202e}"]
)
def test_a_placeholder_with_such_a_character_is_unreadable(body):
    shown = body.replace("\u202e", "\ufffd")
    assert only_token(body) == Unreadable(0, len(body), shown)
    assert found(body) == [("hidden_characters", body)]


@given(st.text() | BRACES_AND_MORE)
def test_no_such_character_stays_in_what_is_shown(body):
    shown = "".join(getattr(token, "text", "") for token in parse(body).tokens)
    assert shown == with_direction_controls_shown(shown)


@pytest.mark.parametrize("text", ["👨\u200d👩\u200d👧", "❤\ufe0f", "می\u200cخواهم"])
def test_what_emoji_and_letters_need_is_no_such_character(text):
    assert only_token(text) == LiteralText(0, len(text), text)


@pytest.mark.parametrize("unit", ["{", "}", "}{", "{城市}", "｛", "{a｝"])
def test_a_body_of_ten_megabytes_is_kept_unread(unit):
    body = unit * (10_000_000 // len(unit))
    assert only_token(body) == Unreadable(0, len(body), body)
    assert [d.kind for d in parse(body).diagnoses] == ["too_long"]


def test_the_longest_body_is_still_read():
    body = "{城市}".ljust(MAX_BODY_LENGTH, "好")
    assert isinstance(parse(body).tokens[0], Field)


def calls_made(body):
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in {"call", "c_call"}

    gc.disable()  # what others have hooked into it would be counted
    sys.setprofile(count)
    try:
        parse(body)
    finally:
        sys.setprofile(None)
        gc.enable()
    return calls


@pytest.mark.parametrize(
    "unit",
    [
        *("{", "}", "}{", "{城市}", "{a\n", "｛", "{日期+7}", "{日期+", "{a|b|c}", "{{", "{a｝"),
        *("\u202e", "a\u202e", "{\u202e", "{\u202e}", "｛\u202e"),
    ],
)
def test_twice_the_body_takes_at_most_twice_the_steps(unit):
    small, medium, large = (calls_made(unit * times) for times in (300, 600, 1_200))
    assert medium <= 2 * small
    assert large <= 2 * medium


@given(st.text() | BRACES_AND_MORE)
def test_tokens_follow_each_other_from_end_to_end(body):
    tokens = parse(body).tokens
    ends = [0, *(token.end for token in tokens)]
    assert [*(token.start for token in tokens), len(body)] == ends
    assert all(token.start < token.end for token in tokens)


@given(st.text() | BRACES_AND_MORE)
def test_text_with_doubled_braces_means_itself(text):
    escaped = text.replace("{", "{{").replace("}", "}}")
    read = "".join(token.text for token in parse(escaped).tokens)
    assert read == with_direction_controls_shown(text)


@given(BRACES_AND_MORE)
def test_a_diagnosis_names_a_stretch_of_the_body(body):
    assert all(0 <= d.start < d.end <= len(body) for d in parse(body).diagnoses)
