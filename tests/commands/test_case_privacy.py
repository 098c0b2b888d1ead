"""What the case commands tell of people: neither a number nor any nick the buyer ever had."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.commands.case_shape import case_shape
from cs_desk.commands.case_told import case_told
from cs_desk.domain.returns import changes
from cs_desk.domain.returns.changes import Hand
from cs_desk.domain.returns.progress import view_of
from cs_desk.domain.returns.return_case import CaseFacts, Evidence, OrderLine
from cs_desk.domain.template import TemplateLibrary
from tests.commands.conftest import CASE
from tests.fake_cases import BUNDLED

NOW = datetime(2026, 11, 12, 9, 30, tzinfo=timezone(timedelta(hours=8)))
HAND = Hand("客服甲", NOW)
NO_REPLIES = TemplateLibrary("lib", "空")
OLD_NICK, NICK, MOBILE, LANDLINE = "小满同学", "王小明明", "13812341234", "0571-88881234"
PERSONAL = (OLD_NICK, NICK, MOBILE, LANDLINE, "88881234")
SAID = f"{OLD_NICK}（{NICK}）{MOBILE}"


@pytest.fixture
def view():
    """A case whose nick was corrected after everything else was written."""
    facts = CaseFacts(
        buyer=OLD_NICK,
        item=f"给{SAID}的衫",
        spec=f"刻字{SAID}",
        paid=100,
        goods=(OrderLine(f"衫{SAID}", 100),),
    )
    case = changes.opened("R261112-001", facts, BUNDLED, HAND)
    case = changes.attached(case, Evidence("0" * 64, f"{SAID}.png", 1, "客服甲", NOW))
    case = changes.noted(case, f"{SAID} 座机{LANDLINE}", HAND)
    case = changes.with_facts(case, replace(facts, buyer=NICK), HAND)
    return view_of(case, BUNDLED, 90)


def test_a_case_as_scripts_read_it_holds_no_personal_data(view):
    shape = case_shape(view, NO_REPLIES, NOW, str, retention_days=90)
    written = json.dumps(shape, ensure_ascii=False)
    assert [each for each in PERSONAL if each in written] == []
    assert shape["history"][1]["what"] == "添加凭证「小**（王**）138****1234.png」"


def test_a_case_in_words_holds_no_personal_data(view):
    told = case_told(view, 90, NOW, str)
    assert [each for each in PERSONAL if each in told] == []
    assert "客服甲：小**（王**）138****1234 座机0571-****1234" in told


def test_a_list_of_cases_holds_no_personal_data(cases):
    cases("set", CASE, f"商品=给小满同学{MOBILE}的衫")
    cases("set", CASE, f"买家={NICK}")
    listed = cases("list").text
    assert listed.rstrip().endswith("给小**138****1234的衫")
    assert [each for each in PERSONAL if each in listed] == []
