"""How many cases are pressing, after any changes, beside counting them one by one."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.case_summary import CaseSummary
from cs_desk.domain.returns.deadlines import late_from, level_at
from cs_desk.domain.returns.due_moments import DueMoments
from cs_desk.domain.returns.kinds import Level, Outcome, Reason

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=8)))
PRESSING = {Level.LATE, Level.OVERDUE}


def at(microseconds):
    return NOON + timedelta(microseconds=microseconds)


def summary(number, span, *, closed=False):
    due_from, due = (None, None) if span is None else (at(min(span)), at(max(span)))
    return CaseSummary(
        id=f"R{number}",
        order="",
        buyer="",
        item="",
        reason=Reason.MISC,
        outcome=Outcome.RETURN_REFUND,
        step="",
        step_title="",
        waiting=False,
        due_from=due_from,
        due=due,
        opened_at=NOON,
        closed_at=NOON if closed else None,
    )


moments = st.integers(-50, 50)
summaries = st.builds(
    summary,
    st.integers(0, 9),
    st.none() | st.tuples(moments, moments),
    closed=st.booleans(),
)
folders = st.lists(summaries).map(lambda found: {each.id: each for each in found})


@given(st.lists(folders, min_size=1, max_size=5), moments)
def test_the_counts_are_those_of_what_was_taken_last(taken, now):
    counts = DueMoments()
    for folder in taken:
        # What did not change stays the same object, as the store hands it out.
        counts.take(folder)
    levels = [each.level(at(now)) for each in taken[-1].values()]
    assert counts.due_count(at(now)) == sum(level in PRESSING for level in levels)
    assert counts.overdue_count(at(now)) == levels.count(Level.OVERDUE)


@given(moments, moments, moments)
def test_a_deadline_presses_from_its_late_moment_on(one, other, now):
    begins, end = at(min(one, other)), at(max(one, other))
    assert (level_at(begins, end, at(now)) in PRESSING) is (at(now) >= late_from(begins, end))
