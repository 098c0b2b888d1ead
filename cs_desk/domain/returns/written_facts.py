"""The facts of a return case as scripts write them, ``签收=2026-11-10``: one key, one value.

A key is the fact's ASCII name or its Chinese one. An empty value forgets the fact, or goes back
to what is usual.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.iso_moment import read_iso_moment
from cs_desk.domain.returns.kinds import Anchor, Flag, Outcome, Parcel, Reason, usual_fault
from cs_desk.domain.returns.money import read_yuan
from cs_desk.domain.returns.return_case import CaseFacts, OrderLine
from cs_desk.domain.returns.written_kinds import (
    read_fault,
    read_flag,
    read_outcome,
    read_parcel,
    read_reason,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from cs_desk.domain.returns.kinds import Fault

    Change = Callable[[CaseFacts, str], CaseFacts]

_SEPARATORS = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that can be written.

    Attributes:
        name: Its ASCII name.
        words: Its Chinese names, the usual one first.
        change: Returns the facts with another value for it.
    """

    name: str
    words: tuple[str, ...]
    change: Change


def read_moment_written(text: str) -> datetime:
    """Return the moment that ``text`` names, in China's zone.

    Raises:
        CaseRefusedError: There is no such moment.
    """
    moment = read_iso_moment(text)
    if moment is None:
        told = Sentence("「%1」不是日期，请写成 2026-11-10 或 2026-11-10T14:05", (text,))
        raise CaseRefusedError(told)
    return moment


def read_amount(text: str) -> int:
    """Return an amount in 分.

    Raises:
        CaseRefusedError: ``text`` is no amount of 元.
    """
    fen = read_yuan(text)
    if fen is None:
        raise CaseRefusedError(Sentence("「%1」不是金额，请写成 86.36，不能是负数", (text,)))
    return fen


def read_line(text: str) -> OrderLine:
    """Return the item of an order that ``名称=元`` names.

    Raises:
        CaseRefusedError: The name or the price is missing, or the price is none.
    """
    name, equals, price = text.rpartition("=")
    if not equals or not name.strip():
        raise CaseRefusedError(Sentence("「%1」应写成 名称=元", (text,)))
    return OrderLine(name.strip(), read_amount(price))


def places_of(names: Iterable[str], goods: tuple[OrderLine, ...]) -> tuple[int, ...]:
    """Return the places in ``goods`` of the items called ``names``; a name twice means two items.

    Raises:
        CaseRefusedError: The order has no such item, or not as many.
    """
    found: list[int] = []
    for name in names:
        mine = (at for at, line in enumerate(goods) if line.name == name.strip())
        place = next((at for at in mine if at not in found), None)
        if place is None:
            known = " ".join(line.name for line in goods) or "-"
            raise CaseRefusedError(Sentence("订单里没有商品「%1」，现有：%2", (name, known)))
        found.append(place)
    return tuple(sorted(found))


def with_usual_fault(facts: CaseFacts) -> CaseFacts:
    """Return ``facts`` with the one answerable whom the reason suggests."""
    return replace(facts, fault=_usual_fault(facts))


def usual_parcel(reason: Reason) -> Parcel:
    """Return where the goods are when a buyer gives ``reason``."""
    return Parcel.IN_TRANSIT if reason in (Reason.REFUSED, Reason.INTERCEPT) else Parcel.SIGNED


def fact_called(key: str) -> Fact | None:
    """Return the fact that ``key`` names."""
    wanted = key.strip().casefold()
    return next((fact for fact in FACTS if wanted in (fact.name, *fact.words)), None)


def _usual_fault(facts: CaseFacts) -> Fault:
    return usual_fault(facts.reason, misdescribed=Flag.MISDESCRIBED in facts.flags)


def _following(facts: CaseFacts, changed: CaseFacts) -> CaseFacts:
    """Let the fault follow what it was concluded from, unless a person had found it out."""
    return with_usual_fault(changed) if facts.fault is _usual_fault(facts) else changed


def _with_text(field: str, facts: CaseFacts, value: str) -> CaseFacts:
    changes: Mapping[str, str] = {field: value.strip()}
    return replace(facts, **changes)  # type: ignore[arg-type] # a field of text, by the table


def _with_money(field: str, facts: CaseFacts, value: str) -> CaseFacts:
    changes: Mapping[str, int] = {field: read_amount(value) if value.strip() else 0}
    return replace(facts, **changes)  # type: ignore[arg-type] # a field of 分, by the table


def _with_paid(facts: CaseFacts, value: str) -> CaseFacts:
    return replace(facts, paid=read_amount(value) if value.strip() else None)


def _with_reason(facts: CaseFacts, value: str) -> CaseFacts:
    reason = read_reason(value) if value.strip() else Reason.MISC
    return _following(facts, replace(facts, reason=reason))


def _with_outcome(facts: CaseFacts, value: str) -> CaseFacts:
    outcome = read_outcome(value) if value.strip() else Outcome.RETURN_REFUND
    return replace(facts, outcome=outcome)


def _with_fault(facts: CaseFacts, value: str) -> CaseFacts:
    return replace(facts, fault=read_fault(value)) if value.strip() else with_usual_fault(facts)


def _with_parcel(facts: CaseFacts, value: str) -> CaseFacts:
    parcel = read_parcel(value) if value.strip() else usual_parcel(facts.reason)
    return replace(facts, parcel=parcel)


def _with_flags(facts: CaseFacts, value: str) -> CaseFacts:
    flags = facts.flags if value.strip() else frozenset()
    for word in filter(None, _SEPARATORS.split(value.strip())):
        flag = read_flag(word.lstrip("+-"))
        flags = flags - {flag} if word.startswith("-") else flags | {flag}
    return _following(facts, replace(facts, flags=flags))


def _with_moment(anchor: Anchor, facts: CaseFacts, value: str) -> CaseFacts:
    moments = {known: at for known, at in facts.moments.items() if known is not anchor}
    if value.strip():
        moments[anchor] = read_moment_written(value)
    return replace(facts, moments=moments)


def _with_goods(facts: CaseFacts, value: str) -> CaseFacts:
    if not value.strip():
        return replace(facts, goods=(), returned=())
    line = read_line(value)
    known = {old.name: at for at, old in enumerate(facts.goods)}
    if line.name not in known:
        return replace(facts, goods=(*facts.goods, line))
    goods = (line if old.name == line.name else old for old in facts.goods)
    return replace(facts, goods=tuple(goods))


def _with_returned(facts: CaseFacts, value: str) -> CaseFacts:
    names = [name for name in re.split("[,，、]", value) if name.strip()]
    return replace(facts, returned=places_of(names, facts.goods))


def _text(field: str, *words: str) -> Fact:
    return Fact(field, words, partial(_with_text, field))


def _money(field: str, *words: str) -> Fact:
    return Fact(field, words, partial(_with_money, field))


def _at(anchor: Anchor, *words: str) -> Fact:
    return Fact(anchor.value, words, partial(_with_moment, anchor))


FACTS = (
    _text("order", "订单号", "订单", "订单编号"),
    _text("buyer", "买家", "买家昵称"),
    _text("item", "商品", "商品名"),
    _text("spec", "规格"),
    _text("category", "品类", "类目"),
    Fact("paid", ("实付", "实付金额", "实付款"), _with_paid),
    _money("freight_paid", "已付运费", "其中运费"),
    Fact("reason", ("原因", "退货原因"), _with_reason),
    Fact("outcome", ("结果", "处理结果"), _with_outcome),
    Fact("fault", ("责任",), _with_fault),
    Fact("parcel", ("包裹",), _with_parcel),
    Fact("flag", ("标记", "flags"), _with_flags),
    Fact("goods", ("订单商品",), _with_goods),
    Fact("return", ("退回", "returned"), _with_returned),
    _money("discount", "满减"),
    _money("discount_over", "满减门槛"),
    _money("outbound_freight", "发货运费"),
    _money("gift", "赠品"),
    _money("coupon", "优惠券"),
    _at(Anchor.SIGNED, "签收", "签收时间", "签收日"),
    _at(Anchor.APPLIED, "申请", "申请时间"),
    _at(Anchor.REFUSED, "拒绝", "拒绝时间"),
    _at(Anchor.AGREED, "同意", "同意时间"),
    _at(Anchor.INTERCEPTING, "拦截", "拦截时间"),
    _at(Anchor.SENT_BACK, "寄回", "寄回时间"),
    _at(Anchor.RETURN_SIGNED, "退件签收", "退件签收时间"),
    _at(Anchor.RECEIVED, "收到退货", "收到", "收到退货时间"),
    _at(Anchor.SHIPPED, "发货", "发货时间"),
    _at(Anchor.SUCCEEDED, "交易成功", "交易成功时间"),
    _at(Anchor.PAUSED, "暂停", "暂停时间"),
    _at(Anchor.EVIDENCE_ASKED, "举证", "举证通知时间"),
    _at(Anchor.REFUNDED, "退款时间"),
)
"""Every fact that can be written, in the order in which people ask for them."""
