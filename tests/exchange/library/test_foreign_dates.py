from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.date_pattern import format_moment
from cs_desk.domain.placeholder_syntax import parse
from cs_desk.exchange.library.foreign_dates import (
    read_letters,
    read_strftime,
    write_strftime,
    written_offset,
)
from cs_desk.exchange.library.placeholder_translation import BodyWriter

NOW = datetime(2026, 3, 4, 5, 6, 7)
CODES = ["yyyy", "yy", "MM", "M", "dd", "d", "HH", "H", "mm", "m", "ss", "s", "dddd"]


def written(format_):
    writer = BodyWriter()
    writer.moment(format_)
    return writer.body


@pytest.mark.parametrize(
    ("strftime", "body"),
    [
        ("%Y-%m-%d", "{日期=yyyy-MM-dd}"),
        ("%-m月%-d日", "{日期}"),
        ("%H:%M", "{时间}"),
        ("%-H点%M分", "{时间=H点mm分}"),
        ("%F %T", "{日期=yyyy-MM-dd HH:mm:ss}"),
        ("%A", "{日期=dddd}"),
        ("今天是%m月%d日", "{日期=今天是MM月dd日}"),
        (" %H:%M ", " {时间} "),
        ("%H h %M m", "{时间=HH} h {时间=mm} m"),
        ("%-m%m", "{日期=M}{日期=MM}"),
        ("100%%", "100%"),
        ("%d\n%m", "{日期=dd}\n{日期=MM}"),
        ("{%d}", "{{{日期=dd}}}"),
        ("上午好", "上午好"),
        ("", ""),
    ],
)
def test_a_strftime_format_becomes_our_pattern(strftime, body):
    assert written(read_strftime(strftime)) == body


@pytest.mark.parametrize(
    ("letters", "body"),
    [
        ("yyyy-MM-dd", "{日期=yyyy-MM-dd}"),
        ("M月d日", "{日期}"),
        ("HH:mm", "{时间}"),
        ("yyyy'年'M'月'", "{日期=yyyy年M月}"),
        ("'day' d", "day {日期=d}"),
        (r"d\日", "{日期=d日}"),
    ],
)
def test_a_format_of_letters_becomes_our_pattern(letters, body):
    assert written(read_letters(letters)) == body


@pytest.mark.parametrize(
    ("format_", "nearest"),
    [
        (read_strftime("%I:%M %p"), "{时间}"),
        (read_strftime("%B%d"), "{日期=M月dd}"),
        (read_strftime("%j"), ""),
        (read_letters("h:mm tt"), "{时间=H:mm}"),
        (read_letters("MMM d"), "{日期=M月 d}"),
        (read_letters("ddd"), "{日期=dddd}"),
    ],
)
def test_what_we_cannot_write_becomes_the_nearest_and_is_told(format_, nearest):
    assert not format_.exact
    assert written(format_).strip() == nearest


@given(st.lists(st.sampled_from([*CODES, "年", "月", "-", ":", "%", " ", "“"]), max_size=8))
def test_a_pattern_comes_back_from_strftime_saying_the_same(pieces):
    # Two groups of one letter side by side are another pattern.
    pattern = "|".join(pieces)
    writer = BodyWriter()
    writer.moment(read_strftime(write_strftime(pattern)))
    assert said(writer.body) == format_moment(NOW, pattern)


def said(body):
    return "".join(
        format_moment(NOW, token.pattern) if hasattr(token, "pattern") else token.text
        for token in parse(body).tokens
    )


@pytest.mark.parametrize(
    ("word", "minutes", "offset"),
    [
        ("日期", 0, ""),
        ("日期", 7 * 24 * 60, "+7"),
        ("日期", -24 * 60, "-1"),
        ("日期", 44 * 60, "+44小时"),
        ("日期", -90, "-90分钟"),
        ("时间", 30, "+30"),
        ("时间", -120, "-120"),
    ],
)
def test_an_offset_is_written_in_the_words_own_unit_where_it_can(word, minutes, offset):
    assert written_offset(word, timedelta(minutes=minutes)) == offset
