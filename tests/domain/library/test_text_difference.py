import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.library.text_difference import Change, text_difference

SHORT = st.text(alphabet="亲你好，48", max_size=30)


def told(before, after):
    return [
        (s.change.value, before[slice(*s.before)], after[slice(*s.after)])
        for s in text_difference(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("好", "好", [("equal", "好", "好")]),
        ("", "好", [("added", "", "好")]),
        ("好", "", [("removed", "好", "")]),
        (
            "48小时内发货",
            "72小时内发货",
            [("replaced", "48", "72"), ("equal", "小时内发货", "小时内发货")],
        ),
        ("好好", "好", [("equal", "好", "好"), ("removed", "好", "")]),
        ("请您等", "请等", [("equal", "请", "请"), ("removed", "您", ""), ("equal", "等", "等")]),
    ],
)
def test_it_tells_what_was_removed_added_and_replaced(before, after, expected):
    assert told(before, after) == expected


def test_a_character_that_other_words_share_by_chance_is_no_common_part():
    assert told("<稍后给您发货>", "<马上为您查询>") == [
        ("equal", "<", "<"),
        ("replaced", "稍后给您发货", "马上为您查询"),
        ("equal", ">", ">"),
    ]


@settings(max_examples=60)
@given(SHORT, SHORT)
def test_the_parts_in_a_row_make_both_texts(before, after):
    parts = told(before, after)
    assert "".join(one for _, one, _ in parts) == before
    assert "".join(other for _, _, other in parts) == after


@settings(max_examples=60)
@given(SHORT, SHORT)
def test_only_equal_parts_are_equal(before, after):
    for change, one, other in told(before, after):
        assert (change == Change.EQUAL) == (one == other)


@pytest.mark.parametrize("letters", ["好", "好的", "".join(map(chr, range(0x4E00, 0x5800)))])
def test_long_texts_take_no_time_to_speak_of(letters):
    pick = random.Random(6)
    before, after = ("".join(pick.choices(letters, k=10_000)) + end for end in "甲乙")
    started = time.process_time()
    text_difference(before, after)
    assert time.process_time() - started < 0.5
