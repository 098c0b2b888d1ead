"""The replies of a case's current step: filled from the case, copied, and logged on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.app.case_replies import CaseReplies, suggested
from cs_desk.app.ports import CopyFailure
from cs_desk.domain.errors import Sentence, StoreFailedError
from cs_desk.domain.returns.kinds import Anchor, Reason
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    PlaceholderType,
    ReplyTemplate,
)
from tests.app.conftest import LIBRARY, Bench
from tests.fake_cases import InMemoryCaseStore, return_cases

SIGNED = datetime(2026, 11, 20, 14, 5, tzinfo=timezone(timedelta(hours=8)))
FACTS = CaseFacts(
    order="4210000000000000001",
    buyer="小鱼小鱼",
    item="针织开衫",
    reason=Reason.UNSUIT,
    moments={Anchor.SIGNED: SIGNED},
)
CASE = PlaceholderSource.CASE
STOCK = replace(
    LIBRARY,
    templates=(
        ReplyTemplate("why", "询问退货原因", "{买家昵称}，{商品名}怎么了？", theme="A1"),
        ReplyTemplate("unsuit", "不喜欢", "{退货截止日}前申请就行。", code="bxh", theme="A7"),
        ReplyTemplate("steps", "七天说明", "运费按{运费条款}。", code="qt", theme="A7"),
        ReplyTemplate("hi", "进店问候", "亲，在的。", theme="P1"),
        ReplyTemplate("where", "须知", "{店铺名} {退货地址}", theme="A8"),
        ReplyTemplate("phone", "电话", "{电话}", theme="A8"),
    ),
    placeholders=(
        *LIBRARY.placeholders,
        Placeholder("商品名", source=CASE),
        Placeholder("退货截止日", PlaceholderType.DATE, PlaceholderSource.COMPUTED),
        Placeholder("运费条款"),
        Placeholder("退货地址", source=PlaceholderSource.SHOP),
        Placeholder("电话", source=PlaceholderSource.SHOP),
    ),
)


@pytest.fixture
def bench():
    return Bench(library=STOCK)


@pytest.fixture
def store():
    return InMemoryCaseStore()


@pytest.fixture
def cases(bench, store):
    return return_cases(bench.clock, store)


@pytest.fixture
def replies(bench, cases):
    return CaseReplies(bench.desk, cases, bench.shops, bench.clock)


def pinned(replies, view):
    return {reply.template_id: reply for reply in replies.pinned(view, "")}


def copy(replies, view, template_id):
    copies = []
    replies.copy(view, template_id, "", copies.append)
    return copies[0]


def test_the_current_step_pins_its_replies_filled_from_the_case(replies, cases):
    found = pinned(replies, cases.open(FACTS))
    assert list(found) == ["unsuit", "steps", "why"]
    assert found["why"].text == "小鱼小鱼，针织开衫怎么了？"
    assert found["unsuit"].text == "11月27日前申请就行。"
    assert found["why"].personal


def test_what_a_case_does_not_know_is_named(replies, cases):
    steps = pinned(replies, cases.open(FACTS))["steps"]
    assert (steps.text, steps.missing) == ("", ("运费条款",))


def test_nothing_of_the_buyer_being_served_slips_in(bench, replies, cases):
    bench.give("买家昵称", "另一位")
    assert "另一位" not in pinned(replies, cases.open(FACTS))["why"].text
    without_nick = cases.open(replace(FACTS, buyer="", order=""))
    assert pinned(replies, without_nick)["why"].text == "亲，针织开衫怎么了？"


def test_a_case_of_another_shop_is_answered_in_its_name(bench, replies, cases):
    theirs = bench.shops.set_values(bench.shops.fresh("海风屋"), {"退货地址": "舟山"})
    mine = bench.shops.set_values(bench.shops.fresh("云朵家"), {"退货地址": "金华", "电话": "无"})
    bench.desk.switch_shop(mine)
    view = cases.open(replace(FACTS, shop=theirs.id, reason=Reason.MISC))
    found = pinned(replies, view)
    assert found["where"].text == "海风屋 舟山"
    assert found["phone"].missing == ("电话",)


def test_a_copied_reply_is_logged_on_its_case(bench, replies, cases):
    view = cases.open(FACTS)
    done = copy(replies, view, "unsuit")
    assert bench.clipboard.text() == "11月27日前申请就行。"
    assert [reply.title for reply in done.view.case.replies] == ["不喜欢"]
    assert cases.find(view.case.id) == done.view


def test_a_reply_that_did_not_reach_the_clipboard_is_not_logged(bench, replies, cases):
    bench.clipboard.refuse(CopyFailure.HELD)
    view = cases.open(FACTS)
    assert copy(replies, view, "unsuit").view is None
    assert cases.find(view.case.id).case.replies == ()


def test_a_copy_that_could_not_be_logged_says_so(replies, cases, store):
    view = cases.open(FACTS)
    store.refusal = StoreFailedError(Sentence("磁盘已满"), outcome_known=True)
    done = copy(replies, view, "unsuit")
    assert done.report.result.copied
    assert done.unlogged is store.refusal


@pytest.mark.parametrize("unknown", ["", "没有", "A2"])
def test_a_reply_that_the_library_does_not_have_cannot_be_copied(replies, cases, unknown):
    with pytest.raises(ValueError, match="^" + unknown):
        replies.copy(cases.open(FACTS), unknown, "", list)


@pytest.mark.parametrize(
    ("name", "ids"), [("A7", ["unsuit", "steps"]), ("bxh", ["unsuit"]), ("hi", ["hi"]), ("Z9", [])]
)
def test_a_checklist_names_replies_by_theme_code_or_id(name, ids):
    assert [template.id for template in suggested(name, STOCK)] == ids


def test_an_empty_name_means_no_reply():
    assert suggested("", STOCK) == ()
