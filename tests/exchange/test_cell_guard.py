from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.exchange.cell_guard import guarded, guarded_by_tab, guarded_text, unguarded

SIGNS = st.text(st.sampled_from("=+-@＝＋－＠'\t\r\n 　\ufeff\u200b0123.:/aA年一\x00"))
TEXTS = st.text() | SIGNS


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM"),
        *(" =1+1", "　=1+1", "\ufeff=1", "\u200b=1", "\x00=1", "'=1", '=HYPERLINK("http://x")'),
    ],
)
def test_what_looks_like_a_formula_is_marked_with_an_apostrophe(text):
    assert guarded(text) == guarded_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["2233445566778899001", "007", "1-2", "3/4", "12:30", "1E5", "3月4日", "38", "１２"]
)
def test_what_would_become_a_number_or_a_date_is_marked_with_a_tab(text):
    assert guarded(text) == f"\t{text}"
    assert guarded_text(text) == text


@pytest.mark.parametrize("text", ["", "纯棉T恤", "R261115-003", "38码", "a=1", "M/L", "小**"])
def test_other_text_is_left_alone(text):
    assert guarded(text) == guarded_text(text) == text


@given(TEXTS)
@pytest.mark.parametrize("guard", [guarded, guarded_by_tab, guarded_text])
def test_every_text_comes_back_as_it_was(guard, text):
    assert unguarded(guard(text)) == text


@pytest.mark.parametrize("text", ["'亲'，您好", "'", "'a=1"])
def test_a_quotation_mark_of_the_text_stays(text):
    assert unguarded(text) == text


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "'=1", "\t=1", "007", "3月4日"])
def test_a_tab_alone_can_mark_both(text):
    assert guarded_by_tab(text) == f"\t{text}"


@given(TEXTS)
@pytest.mark.parametrize("guard", [guarded, guarded_text])
def test_no_cell_begins_with_what_a_spreadsheet_computes(guard, text):
    cell = guard(text).removeprefix("\t")

    assert cell.lstrip(" 　\ufeff\u200b\x00\n\r")[:1] not in set("=+-@＝＋－＠")


@given(TEXTS, TEXTS)
def test_different_texts_stay_different(one, other):
    assert (guarded(one) == guarded(other)) == (one == other)
