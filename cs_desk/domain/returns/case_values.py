"""What a case gives to the placeholders of a reply, and what a buyer's values give to a case."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from cs_desk.domain.returns.deadlines import moment_of, timer_deadline
from cs_desk.domain.returns.kinds import Anchor, Payer
from cs_desk.domain.returns.money import read_yuan, yuan
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.domain.written_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cs_desk.domain.returns.case_view import CaseView

# The timer of the buyer's way back, whose last day is {寄回截止日}.
_BUYER_SHIPS = "T6"

# As the library's placeholder lists its choices (domain.md §6b).
_PAYERS = {
    Payer.SELLER: "卖家",
    Payer.BUYER: "买家",
    Payer.INSURANCE: "退货宝（以页面为准）",
}


def values_of(view: CaseView, now: datetime) -> dict[str, str]:
    """Return placeholder name to value, for what is known of the case."""
    facts, verdict, condition = view.case.facts, view.verdict, view.condition
    signed = facts.moments.get(Anchor.SIGNED)
    back_by = _ship_back_by(view)
    values = {
        "订单号": facts.order,
        "买家昵称": facts.buyer,
        "商品名": facts.item,
        "规格": facts.spec,
        "签收日": _day(signed, now),
        "退货截止日": _day(view.window.at if view.window else None, now),
        "寄回截止日": _day(back_by, now),
        "退款金额": "" if verdict.refund is None else yuan(verdict.refund),
        "运费承担方": _PAYERS.get(verdict.freight.payer, ""),
        "完好要求": condition.demands if condition else "",
        "附件清单": condition.accessories if condition else "",
        "凭证清单": condition.proof if condition else "",
    }
    return {name: value for name, value in values.items() if value}


def facts_from_buyer(values: Mapping[str, str], now: datetime) -> CaseFacts:
    """Return what the values of the buyer being served tell of a new case."""
    read = read_date(values.get("签收日", ""), now)
    moments = {}
    if read is not None and read.last is not None and read.last.date() <= now.date():
        # Of a day without an hour, its beginning is as good as any: days are counted.
        moments[Anchor.SIGNED] = min(datetime.combine(read.last, time(), now.tzinfo), now)
    return CaseFacts(
        order=values.get("订单号", ""),
        buyer=values.get("买家昵称", ""),
        item=values.get("商品名", ""),
        spec=values.get("规格", ""),
        paid=read_yuan(values.get("实付金额", "")),
        moments=moments,
    )


def _ship_back_by(view: CaseView) -> datetime | None:
    timer = view.checklist.timer(_BUYER_SHIPS)
    begins = moment_of(view.case, view.checklist, timer.anchor) if timer else None
    deadline = timer_deadline(timer, begins) if timer and begins else None
    return deadline.at if deadline else None


def _day(moment: datetime | None, now: datetime) -> str:
    return "" if moment is None else _written(moment.date(), now)


def _written(day: date, now: datetime) -> str:
    year = "" if day.year == now.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"
