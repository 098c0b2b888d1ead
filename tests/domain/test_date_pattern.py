from __future__ import annotations

from datetime import datetime

import pytest

from cs_desk.domain.date_pattern import format_moment, names_a_moment, suggested_pattern

MOMENT = datetime(2026, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("M月d日", "3月4日"),
        ("MM-dd", "03-04"),
        ("yyyy/yy", "2026/26"),
        ("HH:mm:ss", "05:06:07"),
        ("H:m:s", "5:6:7"),
        ("dddd", "星期三"),
        ("M月d日 dddd HH点", "3月4日 星期三 05点"),
        ("", ""),
        ("号", "号"),
    ],
)
def test_format_letters_become_numbers_and_the_rest_stays(pattern, written):
    assert format_moment(MOMENT, pattern) == written


@pytest.mark.parametrize("pattern", ["MMM", "ddd", "y", "yyy", "YYYY", "T", "%", "{0}", "hh"])
def test_what_is_no_format_letter_stands_for_itself(pattern):
    assert format_moment(MOMENT, pattern) == pattern


@pytest.mark.parametrize(
    ("pattern", "good"),
    [("M月d日", True), ("HH:mm", True), ("", False), ("号", False), ("YYYY-MM", False)],
)
def test_a_pattern_is_good_when_all_its_letters_are_format_letters(pattern, good):
    assert names_a_moment(pattern) is good


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("YYYY-MM-DD", "yyyy-MM-dd"),
        ("M月D日 hh:mm", "M月d日 HH:mm"),
        ("abc", ""),
        ("YYYYx", ""),
        ("号", ""),
    ],
)
def test_letters_of_other_programs_are_suggested_in_ours(pattern, meant):
    assert suggested_pattern(pattern) == meant
