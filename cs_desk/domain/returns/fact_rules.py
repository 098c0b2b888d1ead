"""What cannot be true of an order, whoever entered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.returns.kinds import Anchor
from cs_desk.domain.returns.money import MOST_FEN
from cs_desk.domain.unfit_text import is_unfit_line

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.returns.return_case import CaseFacts

# Taobao was founded in 2003; an older date was mistyped.
_FIRST_YEAR = 2003
LONGEST_TEXT = 200
MOST_GOODS = 100

MOMENT_NAMES = {
    Anchor.SIGNED: Sentence("签收时间"),
    Anchor.APPLIED: Sentence("申请时间"),
    Anchor.REFUSED: Sentence("拒绝时间"),
    Anchor.AGREED: Sentence("同意时间"),
    Anchor.INTERCEPTING: Sentence("拦截时间"),
    Anchor.SENT_BACK: Sentence("寄回时间"),
    Anchor.RETURN_SIGNED: Sentence("退件签收时间"),
    Anchor.RECEIVED: Sentence("收到退货时间"),
    Anchor.SHIPPED: Sentence("发货时间"),
    Anchor.SUCCEEDED: Sentence("交易成功时间"),
    Anchor.PAUSED: Sentence("暂停时间"),
    Anchor.EVIDENCE_ASKED: Sentence("举证通知时间"),
    Anchor.REFUNDED: Sentence("退款时间"),
}


def refuse_wrong_facts(facts: CaseFacts, now: datetime) -> None:
    """Raise CaseRefusedError for the first thing in ``facts`` that cannot be.

    Nothing happened in the future or before Taobao was, no amount is negative, the freight is
    part of what was paid, and texts have an end and nothing in them that cannot be seen.
    """
    _refuse_texts(facts)
    _refuse_moments(facts, now)
    _refuse_money(facts)


def _refuse_texts(facts: CaseFacts) -> None:
    for name, text in (
        (Sentence("订单号"), facts.order),
        (Sentence("买家"), facts.buyer),
        (Sentence("商品"), facts.item),
        (Sentence("规格"), facts.spec),
        (Sentence("品类"), facts.category),
        *((_nth_item(place), line.name) for place, line in enumerate(facts.goods, 1)),
    ):
        if len(text) > LONGEST_TEXT:
            told = Sentence("%1太长，最多 %2 字", (name, str(LONGEST_TEXT)))
            raise CaseRefusedError(told)
        if is_unfit_line(text):
            raise CaseRefusedError(Sentence("%1里有看不见的控制字符，或不完整的字符", (name,)))


def _refuse_moments(facts: CaseFacts, now: datetime) -> None:
    for anchor, at in facts.moments.items():
        name = MOMENT_NAMES[anchor]
        if at > now:
            told = Sentence("%1 %2 在将来，请核对", (name, at.strftime("%Y-%m-%d %H:%M")))
            raise CaseRefusedError(told)
        if at.year < _FIRST_YEAR:
            told = Sentence("%1 %2 太早，请核对", (name, at.strftime("%Y-%m-%d")))
            raise CaseRefusedError(told)


def _refuse_money(facts: CaseFacts) -> None:
    for name, fen in (
        (Sentence("实付"), facts.paid or 0),
        (Sentence("已付运费"), facts.freight_paid),
        (Sentence("满减"), facts.discount),
        (Sentence("满减门槛"), facts.discount_over),
        (Sentence("发货运费"), facts.outbound_freight),
        (Sentence("赠品"), facts.gift),
        (Sentence("优惠券"), facts.coupon),
        *((_nth_item(place), line.fen) for place, line in enumerate(facts.goods, 1)),
    ):
        if fen < 0:
            raise CaseRefusedError(Sentence("%1的金额不能是负数", (name,)))
        if fen > MOST_FEN:
            raise CaseRefusedError(Sentence("%1的金额太大，请核对", (name,)))
    if facts.paid is not None and facts.freight_paid > facts.paid:
        raise CaseRefusedError(Sentence("已付运费不能多于实付款，请核对"))
    if len(facts.goods) > MOST_GOODS:
        raise CaseRefusedError(Sentence("一张退货单最多 %1 件商品", (str(MOST_GOODS),)))
    if not all(0 <= place < len(facts.goods) for place in facts.returned):
        raise CaseRefusedError(Sentence("要退的商品不在订单里"))


def _nth_item(place: int) -> Sentence:
    return Sentence("第 %1 件", (str(place),))
