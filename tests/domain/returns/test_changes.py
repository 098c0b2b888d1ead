"""What a case allows, what it refuses, and what its history tells of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.domain.errors import CaseRefusedError
from cs_desk.domain.returns import changes
from cs_desk.domain.returns.changes import Hand
from cs_desk.domain.returns.kinds import Anchor, CaseStatus, Flag, Outcome, Payer, Reason
from cs_desk.domain.returns.progress import view_of
from cs_desk.domain.returns.return_case import Act, CaseFacts, Evidence, OrderLine, SentReply, Tick
from tests.fake_cases import BUNDLED

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 12, 9, 30, tzinfo=CHINA)
SIGNED = datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)
HAND = Hand("小满", NOW)
FACTS = CaseFacts(order="4210000000000000001", buyer="小鱼", reason=Reason.UNSUIT)


@pytest.fixture
def case():
    return changes.opened("R261112-001", FACTS, BUNDLED, HAND)


def seen(case):
    return view_of(case, BUNDLED, 90)


def worked(case):
    while seen(case).open_checks():
        case = changes.ticked(seen(case), seen(case).open_checks()[0].key, HAND)
    return case


def told(case):
    return [(line.act, line.about, line.detail) for line in case.history]


def test_a_tick_names_who_and_when_and_stays_theirs(case):
    once = changes.ticked(seen(case), "signed_date", HAND)
    assert once.ticks["signed_date"] == Tick("小满", NOW)
    later = Hand("阿云", NOW + timedelta(hours=1))
    assert changes.ticked(seen(once), "signed_date", later) == once


def test_taking_a_tick_away_is_told_too(case):
    ticked = changes.ticked(seen(case), "signed_date", HAND)
    back = changes.unticked(seen(ticked), "signed_date", HAND)
    assert back.ticks == {}
    assert told(back)[1:] == [(Act.TICKED, "核对签收日期", ""), (Act.UNTICKED, "核对签收日期", "")]
    assert changes.unticked(seen(back), "signed_date", HAND) is back


@pytest.mark.parametrize("key", ["", "没有", "exchange_sent", "intercept_result"])
def test_a_check_that_the_case_does_not_have_cannot_be_ticked(case, key):
    with pytest.raises(CaseRefusedError, match="没有检查项"):
        changes.ticked(seen(case), key, HAND)


def test_closing_is_refused_with_the_list_of_what_is_open(case):
    with pytest.raises(CaseRefusedError) as refused:
        changes.closed(seen(case), HAND)
    assert refused.value.checks == tuple(c.title for c in seen(case).open_checks())
    assert len(refused.value.checks) > 10


def test_a_worked_case_closes_and_opens_again_with_its_history(case):
    closed = changes.closed(seen(worked(case)), HAND)
    assert (closed.status, closed.closed_at) == (CaseStatus.CLOSED, NOW)
    again = changes.reopened(closed, Hand("阿云", NOW + timedelta(days=1)))
    assert again.status is CaseStatus.OPEN
    assert again.history[: len(closed.history)] == closed.history
    assert told(again)[-1] == (Act.REOPENED, "", "")


FORBIDDEN = {
    "ticking": lambda v: changes.ticked(v, "signed_date", HAND),
    "unticking": lambda v: changes.unticked(v, "signed_date", HAND),
    "noting": lambda v: changes.noted(v.case, "备注", HAND),
    "other facts": lambda v: changes.with_facts(v.case, replace(FACTS, item="衫"), HAND),
    "a deadline": lambda v: changes.deadline_read(v, "review", NOW, HAND),
    "dropping one": lambda v: changes.deadline_dropped(v, "review", HAND),
    "overruling the payer": lambda v: changes.payer_overruled(v.case, Payer.SELLER, HAND),
    "overruling a line": lambda v: changes.line_overruled(v, "paid", 1, HAND),
    "attaching": lambda v: changes.attached(v.case, Evidence("0" * 64, "a.png", 1, "", NOW)),
    "detaching": lambda v: changes.detached(v.case, "0" * 64, HAND),
    "closing": lambda v: changes.closed(v, HAND),
    "moving on": lambda v: changes.moved_on(v.case, replace(BUNDLED, version="2"), HAND),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_closed_case_has_to_be_opened_again_first(case, what):
    closed = changes.closed(seen(worked(case)), HAND)
    with pytest.raises(CaseRefusedError, match="重新打开"):
        FORBIDDEN[what](seen(closed))


def test_a_case_that_was_given_up_is_closed_as_it_is_and_says_so(case):
    ended = changes.withdrawn(case, HAND)
    assert (ended.status, ended.closed_at, told(ended)[-1]) == (
        CaseStatus.CLOSED,
        NOW,
        (Act.WITHDRAWN, "", ""),
    )
    with pytest.raises(CaseRefusedError, match="重新打开"):
        changes.withdrawn(ended, HAND)


def test_an_open_case_cannot_be_opened_again(case):
    with pytest.raises(CaseRefusedError, match="没有关闭"):
        changes.reopened(case, HAND)


def test_a_reply_may_be_logged_after_the_end(case):
    closed = changes.closed(seen(worked(case)), HAND)
    reply = SentReply("t1", "结束语", "谢谢", "0" * 64, "小满", NOW)
    assert changes.replied(closed, reply).replies == (reply,)


@pytest.mark.parametrize(
    ("length", "words"), [(10_001, "最多 10000 字"), (50_000, "50000"), (0, "是空的")]
)
def test_a_note_has_bounds(case, length, words):
    with pytest.raises(CaseRefusedError) as refused:
        changes.noted(case, "字" * length, HAND)
    assert words in str(refused.value.reason)


def test_a_note_of_ten_thousand_characters_is_kept(case):
    noted = changes.noted(case, "字" * 10_000, HAND)
    assert len(noted.notes[0].text) == 10_000


WRONG = {
    "签收时间 2026-11-13 09:30 在将来": {"moments": {Anchor.SIGNED: NOW + timedelta(days=1)}},
    "申请时间 2026-11-12 09:31 在将来": {"moments": {Anchor.APPLIED: NOW + timedelta(minutes=1)}},
    "太早": {"moments": {Anchor.SIGNED: datetime(1970, 1, 1, tzinfo=CHINA)}},
    "实付的金额不能是负数": {"paid": -1},
    "赠品的金额不能是负数": {"gift": -1},
    "已付运费的金额不能是负数": {"freight_paid": -1},
    "已付运费的金额太大": {"paid": None, "freight_paid": 1_000_000_000},
    "已付运费不能多于实付款": {"paid": 1000, "freight_paid": 1001},
    "第 1 件的金额不能是负数": {"goods": (OrderLine("衫", -1),)},
    "实付的金额太大": {"paid": 1_000_000_000},
    "要退的商品不在订单里": {"goods": (OrderLine("衫", 1),), "returned": (1,)},
    "商品太长": {"item": "衫" * 201},
    "买家里有看不见的控制字符": {"buyer": "小\x00鱼"},
    "商品里有看不见的控制字符": {"item": "衫\u202e款"},
    "规格里有看不见的控制字符": {"spec": "M\u2066"},
    "订单号里有看不见的控制字符，或不完整的字符": {"order": "4\ud800"},
    "品类里有看不见的控制字符": {"category": "服\n饰"},
    "第 1 件里有看不见的控制字符": {"goods": (OrderLine("衫\u200f", 1),)},
    "最多 100 件商品": {"goods": (OrderLine("衫", 1),) * 101},
}


@pytest.mark.parametrize("words", WRONG)
def test_what_cannot_be_is_refused_by_name(case, words):
    facts = replace(FACTS, **WRONG[words])
    for change in (
        lambda: changes.opened("R1", facts, BUNDLED, HAND),
        lambda: changes.with_facts(case, facts, HAND),
    ):
        with pytest.raises(CaseRefusedError) as refused:
            change()
        assert words in str(refused.value.reason)


def test_other_facts_are_told_by_field_and_the_history_holds_no_nick(case):
    facts = replace(FACTS, buyer="王小明", outcome=Outcome.EXCHANGE)
    changed = changes.with_facts(case, facts, HAND)
    assert told(changed)[1:] == [(Act.SET, "buyer", ""), (Act.SET, "outcome", "EXCHANGE")]
    assert "王小明" not in repr(changed.history)


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({"reason": Reason.SIZE}, [("reason", "SIZE")]),
        ({"paid": 6_050}, [("paid", "6050")]),
        ({"flags": frozenset({Flag.INSURED, Flag.NO_REASON})}, [("flags", "7天 退货宝")]),
        ({"moments": {Anchor.SIGNED: SIGNED}}, [("moments.signed", "2026-11-10T14:05:00+08:00")]),
        (
            {"goods": (OrderLine("王小明的衫", 1),), "returned": (0,)},
            [("goods", ""), ("returned", "")],
        ),
        (
            {"item": "衫", "spec": "小鱼的", "shop": "s2"},
            [("item", ""), ("spec", ""), ("shop", "")],
        ),
        ({"order": ""}, [("order", "")]),
        ({}, []),
    ],
)
def test_every_changed_fact_is_told_with_what_it_is_now(case, facts, lines):
    changed = changes.with_facts(case, replace(FACTS, **facts), HAND)
    assert told(changed)[1:] == [(Act.SET, *line) for line in lines]


def test_every_moment_that_changed_has_a_line(case):
    before = {Anchor.SIGNED: SIGNED, Anchor.APPLIED: SIGNED, Anchor.AGREED: SIGNED}
    dated = changes.with_facts(case, replace(FACTS, moments=before), HAND)
    after = {Anchor.SIGNED: NOW, Anchor.AGREED: SIGNED}
    changed = changes.with_facts(dated, replace(FACTS, moments=after), HAND)
    assert told(changed)[len(dated.history) :] == [
        (Act.SET, "moments.signed", "2026-11-12T09:30:00+08:00"),
        (Act.SET, "moments.applied", ""),
    ]


def test_the_same_facts_change_nothing(case):
    assert changes.with_facts(case, replace(FACTS), HAND) is case


def test_what_was_put_on_goods_goes_with_the_goods(case):
    goods = (OrderLine("衫", 6_000), OrderLine("裙", 4_000))
    facts = replace(FACTS, paid=9_000, goods=goods)
    case = changes.with_facts(case, facts, HAND)
    for key, fen in (("goods.0", 5_000), ("freight", -500), ("goods.1", 1_000)):
        case = changes.line_overruled(seen(case), key, fen, HAND)
    same = changes.with_facts(case, replace(facts, returned=(0,)), HAND)
    assert same.overruled == case.overruled
    other = changes.with_facts(case, replace(facts, goods=goods[::-1]), HAND)
    assert other.overruled == {"freight": -500}
    assert told(other)[len(case.history) :] == [
        (Act.SET, "goods", ""),
        (Act.OVERRULED, "goods.0", ""),
        (Act.OVERRULED, "goods.1", ""),
    ]


def test_a_nick_that_was_corrected_is_known_still(case):
    for nick in ("王小明", "", "小鱼"):
        case = changes.with_facts(case, replace(case.facts, buyer=nick), HAND)
    assert case.facts.buyer == "小鱼"
    assert set(case.nicks) == {"小鱼", "王小明"}
    changed = changes.with_facts(case, replace(case.facts, item="衫"), HAND)
    assert changed.nicks == case.nicks


def test_the_history_holds_no_personal_data_of_a_files_name(case):
    kept = Evidence("0" * 64, "小鱼13812345678.png", 1, "小满", NOW)
    case = changes.detached(changes.attached(case, kept), kept.sha256, HAND)
    named = "小*138****5678.png"
    assert told(case)[1:] == [(Act.ATTACHED, named, ""), (Act.DETACHED, named, "")]


def test_a_read_deadline_is_told_and_can_be_dropped(case):
    read = changes.deadline_read(seen(case), "review", NOW + timedelta(hours=5), HAND)
    assert seen(read).step("review").deadline.at == NOW + timedelta(hours=5)
    assert told(read)[-1] == (Act.DEADLINE_READ, "等待审核", "2026-11-12 14:30")
    dropped = changes.deadline_dropped(seen(read), "review", HAND)
    assert dropped.readings == {}
    assert told(dropped)[-1] == (Act.DEADLINE_DROPPED, "等待审核", "")
    assert changes.deadline_dropped(seen(dropped), "review", HAND) is dropped
    with pytest.raises(CaseRefusedError, match="没有步骤"):
        changes.deadline_read(seen(case), "没有", NOW, HAND)


def test_overruling_is_told_with_the_new_word(case):
    paid = replace(case, facts=replace(FACTS, paid=19_000))
    overruled = changes.line_overruled(seen(paid), "paid", 15_000, HAND)
    overruled = changes.payer_overruled(overruled, Payer.SELLER, HAND)
    assert told(overruled)[1:] == [
        (Act.OVERRULED, "paid", "15000"),
        (Act.OVERRULED, "payer", "seller"),
    ]
    assert seen(overruled).verdict.refund == 15_000
    back = changes.line_overruled(seen(overruled), "paid", None, HAND)
    assert seen(back).verdict.refund == 19_000


@pytest.mark.parametrize(
    ("key", "fen", "words"),
    [
        ("goods.7", 1, "没有「goods.7」这一行"),
        ("refund", -1, "不能是负数"),
        ("refund", 19_001, "不能超过实付的 190.00 元"),
        ("paid", 19_001, "不能超过实付的 190.00 元"),
        ("freight", -1_000_000_000, "太大"),
    ],
)
def test_an_amount_that_cannot_be_is_refused(case, key, fen, words):
    paid = replace(case, facts=replace(FACTS, paid=19_000))
    with pytest.raises(CaseRefusedError) as refused:
        changes.line_overruled(seen(paid), key, fen, HAND)
    assert words in str(refused.value.reason)


@pytest.mark.parametrize("outcome", [Outcome.EXCHANGE, Outcome.RESEND, Outcome.REPAIR])
def test_a_refund_is_not_put_where_goods_come_instead(case, outcome):
    exchange = replace(case, facts=replace(FACTS, paid=19_000, outcome=outcome))
    with pytest.raises(CaseRefusedError):
        changes.line_overruled(seen(exchange), "refund", 500, HAND)
    put_before = replace(exchange, overruled={"refund": 500})
    assert changes.line_overruled(seen(put_before), "refund", None, HAND).overruled == {}


def test_the_same_picture_twice_is_one_and_there_is_an_end_to_them(case):
    def picture(number):
        return Evidence(f"{number:064}", f"{number}.png", 10, "小满", NOW)

    for number in range(50):
        case = changes.attached(case, picture(number))
    assert changes.attached(case, picture(7)) is case
    with pytest.raises(CaseRefusedError) as refused:
        changes.attached(case, picture(50))
    assert "最多 50 份" in str(refused.value.reason)
    assert len(changes.detached(case, f"{7:064}", HAND).evidence) == 49


def test_undoing_goes_back_and_the_history_goes_on(case):
    ticked = changes.ticked(seen(case), "signed_date", HAND)
    back = changes.undone(ticked, case, HAND)
    assert replace(back, history=()) == replace(case, history=())
    assert told(back)[-2:] == [
        (Act.TICKED, "核对签收日期", ""),
        (Act.UNDONE, "核对签收日期", "ticked"),
    ]


def test_undoing_tells_everything_that_was_changed_at_once(case):
    dated = changes.with_facts(
        case, replace(FACTS, buyer="王小明", reason=Reason.SIZE, paid=6_000), HAND
    )
    noted = changes.noted(dated, "备注", HAND)
    back = changes.undone(changes.undone(noted, dated, HAND), case, HAND)
    assert told(back)[len(noted.history) :] == [
        (Act.UNDONE, "", "noted"),
        (Act.UNDONE, "buyer", "set"),
        (Act.UNDONE, "paid", "set 6000"),
        (Act.UNDONE, "reason", "set SIZE"),
    ]


def test_moving_on_keeps_the_ticks(case):
    ticked = changes.ticked(seen(case), "signed_date", HAND)
    newer = replace(BUNDLED, version="2027.1.0")
    moved = changes.moved_on(ticked, newer, HAND)
    assert (moved.checklist, moved.ticks) == ("2027.1.0", ticked.ticks)
    assert changes.moved_on(moved, newer, HAND) is moved
