from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.placeholder_syntax import Field, LiteralText, Moment, Unreadable, parse
from cs_desk.exchange.library.foreign_dates import read_strftime
from cs_desk.exchange.library.placeholder_translation import BodyWriter, meaning, written_name

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"]), max_size=30)


def fields_of(write):
    writer = BodyWriter()
    write(writer)
    return [token for token in parse(writer.body).tokens if isinstance(token, Field)], writer


@given(TEXTS)
def test_text_stands_for_itself(text):
    writer = BodyWriter()
    writer.text(text)
    assert meaning(writer.body) == ((LiteralText(0, 0, text),) if text else ())


@settings(max_examples=60)
@given(name=TEXTS, default=TEXTS, choices=st.lists(TEXTS, max_size=4))
def test_whatever_a_field_is_called_it_becomes_one_field(name, default, choices):
    fields, writer = fields_of(lambda w: w.field(name, default, choices))
    assert len(fields) == 1
    assert parse(writer.body).tokens[0].end == len(writer.body)


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("收货城市", "收货城市"),
        (" 收货城市 ", "收货城市"),
        ("金额：元", "金额_元"),
        ("a|b{c}\nd", "a_b_c_d"),
        ("日期", "填写日期"),
        ("时间+30", "填写时间+30"),
        ("光标", "填写光标"),
        ("日期范围", "日期范围"),
        ("  ", ""),
    ],
)
def test_a_name_is_one_that_our_parser_takes(name, own):
    assert written_name(name) == own


def test_the_default_stands_first_among_the_choices():
    fields, _ = fields_of(lambda w: w.field("快递", "中通", ("圆通", "中通", "顺丰")))
    assert fields[0].choices == ("中通", "圆通", "顺丰")


@pytest.mark.parametrize(
    "write",
    [
        lambda w: w.field("日期"),
        lambda w: w.field("名", "两\n行"),
        lambda w: w.field("名", choices=("甲|乙", "丙")),
        lambda w: w.unknown("脚本", parse),
        lambda w: w.moment(read_strftime("%p")),
        lambda w: w.moment(read_strftime("%d"), timedelta(seconds=90)),
        lambda w: w.moment(read_strftime("%d"), timedelta(days=9999)),
    ],
)
def test_what_does_not_fit_is_told(write):
    writer = BodyWriter()
    write(writer)
    assert len(writer.losses) >= 1


def test_a_loss_is_told_once():
    writer = BodyWriter()
    writer.field("日期")
    writer.field("日期")
    assert len(writer.losses) == 1


def test_nothing_that_is_written_is_unreadable():
    writer = BodyWriter()
    writer.text("{")
    writer.moment(read_strftime("%d"), timedelta(days=9999))
    writer.moment(read_strftime("%-d"), timedelta(days=-3))
    writer.field("名", "默认")
    writer.text("}")
    assert not any(isinstance(token, Unreadable) for token in parse(writer.body).tokens)


def test_moments_that_say_the_same_mean_the_same():
    assert meaning("{时间=M月d日}") == meaning("{日期}") != meaning("{日期+1}")
    assert isinstance(meaning("{日期}")[0], Moment)


def test_pieces_without_text_fill_a_body_too():
    writer = BodyWriter()
    for _ in range(10_001):
        writer.text("")
    assert writer.is_full
