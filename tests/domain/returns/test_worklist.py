from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.case_summary import CaseSummary
from cs_desk.domain.returns.kinds import Level, Outcome, Reason
from cs_desk.domain.returns.worklist import Filter, Worklist, listed

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=CHINA)


def hours(count):
    return timedelta(hours=count)


def case(case_id, since=None, left=None, **facts):
    """Return a case whose deadline lies ``since`` to ``left`` hours from now."""
    given = {
        "order": "4210000000000012345",
        "buyer": "小满同学",
        "item": "针织开衫",
        "reason": Reason.QUALITY,
        "outcome": Outcome.RETURN_REFUND,
        "step": "review",
        "step_title": "等待审核",
        "waiting": False,
        "due_from": None if since is None else NOW + hours(since),
        "due": None if left is None else NOW + hours(left),
        "opened_at": NOW - hours(48),
        "closed_at": None,
        **facts,
    }
    return CaseSummary(id=case_id, **given)


CASES = (
    case("ok", -1, 9),
    case("timeless new", opened_at=NOW - hours(1)),
    case("overdue", -10, -2),
    case("closed first", -10, -3, closed_at=NOW - hours(30)),
    case("waiting", -1, 100, waiting=True),
    case("late", -9, 1),
    case("timeless old"),
    case("closed last", closed_at=NOW - hours(2), waiting=True),
    case("half", -5, 5),
    case("long overdue", -20, -9),
)


def ids(chosen, query="", cases=CASES):
    return [found.id for found in listed(cases, chosen, query, NOW)]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (
            Filter.OPEN,
            "long overdue,overdue,late,half,ok,waiting,timeless old,timeless new",
        ),
        (Filter.OVERDUE, "long overdue,overdue"),
        (Filter.WAITING, "waiting"),
        (Filter.CLOSED, "closed last,closed first"),
    ],
)
def test_each_filter_lists_its_cases_most_urgent_first(chosen, expected):
    assert ids(chosen) == expected.split(",")


def test_all_are_the_open_ones_and_then_the_closed_ones():
    assert ids(Filter.ALL) == ids(Filter.OPEN) + ids(Filter.CLOSED)


@pytest.mark.parametrize("chosen", list(Filter))
def test_a_filter_counts_what_it_lists(chosen):
    assert Worklist(CASES).count(chosen, NOW) == len(ids(chosen))


@pytest.mark.parametrize(
    "query",
    [
        "R261122-003",
        "r261122-003",
        "4210000000000067890",
        "67890",
        "６７８９０",
        "羊毛",
        "wool",
        "小猫",
        "羊毛 小猫",
        "  67890　WOOL ",
    ],
)
def test_words_find_a_case_by_id_order_item_and_buyer(query):
    other = case("R261122-004")
    wanted = case(
        "R261122-003", order="4210000000000067890", buyer="小猫爱吃鱼", item="羊毛衫 Wool"
    )
    assert ids(Filter.OPEN, query, (other, wanted)) == ["R261122-003"]


@pytest.mark.parametrize("query", ["羊毛", "针织 小猫", "99999"])
def test_every_word_has_to_stand_in_the_case(query):
    assert ids(Filter.ALL, query) == []


def test_a_search_stays_inside_its_filter():
    assert ids(Filter.CLOSED, "开衫") == ["closed last", "closed first"]


@given(
    st.lists(st.tuples(st.integers(-500, 500), st.integers(0, 999)), max_size=20),
    st.integers(-600, 1600),
)
def test_the_overdue_are_those_whose_level_says_so(spans, offset):
    moment = NOW + timedelta(microseconds=offset)
    cases = [
        case(
            str(place),
            due_from=NOW + timedelta(microseconds=begins),
            due=NOW + timedelta(microseconds=begins + length),
        )
        for place, (begins, length) in enumerate(spans)
    ]
    overdue = {each.id for each in cases if each.level(moment) is Level.OVERDUE}
    assert {each.id for each in listed(cases, Filter.OVERDUE, "", moment)} == overdue
