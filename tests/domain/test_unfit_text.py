from __future__ import annotations

import pytest

from cs_desk.domain.unfit_text import is_unfit, is_unfit_line

UNFIT = [
    *("\x00", "\x07", "\x0b", "\x1b", "\x1f", "\x7f", "\x85", "\x9f", "\ud800", "\udc80", "\udfff"),
    *("\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"),
]


@pytest.mark.parametrize("character", UNFIT, ids=ascii)
def test_what_cannot_be_seen_or_written_is_unfit_everywhere(character):
    assert is_unfit(f"小{character}鱼")
    assert is_unfit_line(f"小{character}鱼")


@pytest.mark.parametrize("character", ["\t", "\n", "\r"], ids=ascii)
def test_line_ends_and_tabs_are_unfit_in_a_line_only(character):
    assert not is_unfit(f"小{character}鱼")
    assert is_unfit_line(f"小{character}鱼")


@pytest.mark.parametrize("text", ["", "小鱼 M/米白", "👩‍👩‍👧", "𠮷野家", "café\u3000"], ids=ascii)
def test_what_people_write_is_fit(text):
    assert not is_unfit_line(text)
