"""Checklists in the desk's database: the one in use, and every version that is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cs_desk.domain.returns.checklist import (
    Actor,
    Branch,
    Check,
    Checklist,
    Condition,
    GoodCondition,
    Step,
    Timer,
    TimerUnit,
)
from cs_desk.domain.returns.kinds import Anchor, Flag, Reason
from cs_desk.storage.checklist_store import TinyChecklistStore
from tests.cases import OPENED
from tests.fakes import FixedClock

QUALITY = Condition(reasons=frozenset({Reason.QUALITY, Reason.DAMAGED}), flags=frozenset(Flag))
BUNDLED = Checklist(
    id="list",
    version="2026.11.0",
    title="退换货检查清单",
    checked_on=date(2026, 11, 21),
    steps=(Step("review", "商家审核与地址", Actor.REVIEWER, (Check("proof", "核对凭证", True),)),),
    branches=(Branch(QUALITY, ("packing",), "无需退回"),),
    timers=(Timer("T0", "七天无理由", 7, TimerUnit.CALENDAR_DAYS, Anchor.SIGNED),),
    conditions=(GoodCondition("服饰", "吊牌完好"),),
)
EDITED = replace(BUNDLED, version="2026.11.1", title="我们店的清单")


@pytest.fixture
def store(opened):
    return TinyChecklistStore(opened(), "小林", FixedClock(OPENED))


@pytest.fixture
def other(opened):
    return TinyChecklistStore(opened(), "阿宽", FixedClock(OPENED))


def test_at_first_there_is_none(store):
    assert store.current() is None
    assert store.version("2026.11.0") is None


def test_the_edited_one_comes_back_as_it_was(store, other):
    store.use(EDITED)
    assert other.current() == EDITED


def test_going_back_to_the_bundled_one_keeps_every_version(store):
    store.use(EDITED)
    store.use(None)
    assert store.current() is None
    assert store.version(EDITED.version) == EDITED


def test_the_newest_edit_is_in_use_and_the_older_one_kept(store):
    newest = replace(EDITED, version="2026.11.2")
    store.use(EDITED)
    store.use(newest)
    assert store.current() == newest
    assert store.version(EDITED.version) == EDITED


def test_a_version_that_is_kept_stays_as_cases_began_with_it(store):
    store.keep(BUNDLED)
    store.keep(replace(BUNDLED, title="同一版本，别的内容"))
    assert store.version(BUNDLED.version) == BUNDLED


def test_keeping_the_one_in_use_leaves_it_in_use(store):
    store.use(EDITED)
    store.keep(EDITED)
    assert store.current() == EDITED


def test_another_process_notices_the_edit(store, other):
    assert other.current() is None
    assert not other.has_changed()
    store.use(EDITED)
    assert other.has_changed()
