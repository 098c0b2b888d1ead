"""``cs-desk case new``: a return case is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.wording import with_facts
from cs_desk.commands.case_answer import answer_case
from cs_desk.commands.case_grammar import CaseCommand, case_options, refuse_impossible
from cs_desk.commands.case_input import (
    AMOUNT,
    FAULT,
    FLAG,
    LINE,
    OUTCOME,
    PARCEL,
    REASON,
    TEXT,
)
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, tell
from cs_desk.commands.values import MOMENT, WrongValueError
from cs_desk.domain.errors import CaseRefusedError
from cs_desk.domain.returns.kinds import Anchor, Reason
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.domain.returns.written_facts import places_of, usual_parcel, with_usual_fault

if TYPE_CHECKING:
    from datetime import datetime


@click.command("new", cls=CaseCommand, help="新建退货单，输出它的编号")
@click.option("--order", type=TEXT, default="", metavar="NO", help="订单号")
@click.option("--buyer", type=TEXT, default="", metavar="NICK", help="买家昵称")
@click.option("--item", type=TEXT, default="", metavar="NAME", help="商品名")
@click.option("--spec", type=TEXT, default="", metavar="TEXT", help="规格，如 白色 M")
@click.option("--category", type=TEXT, default="", metavar="NAME", help="品类，如 服饰")
@click.option("--paid", type=AMOUNT, metavar="YUAN", help="实付金额（含运费），如 189.50")
@click.option("--freight-paid", type=AMOUNT, default="0", metavar="YUAN", help="实付金额里的运费")
@click.option("--reason", type=REASON, default="MISC", metavar="CODE", help="退货原因，如 QUALITY")
@click.option(
    "--outcome", type=OUTCOME, default="RETURN_REFUND", metavar="CODE", help="处理结果，如 换货"
)
@click.option("--fault", type=FAULT, metavar="WHO", help="责任：seller buyer unknown")
@click.option("--parcel", type=PARCEL, metavar="WHERE", help="包裹：unshipped in_transit signed")
@click.option("--signed", type=MOMENT, metavar="ISO", help="签收时间，如 2026-11-10T14:05")
@click.option("--applied", type=MOMENT, metavar="ISO", help="申请时间")
@click.option("--shipped", type=MOMENT, metavar="ISO", help="发货时间")
@click.option(
    "--flag",
    "flags",
    type=FLAG,
    multiple=True,
    metavar="NAME",
    help="7天、包邮、退货宝、特殊商品；可以写多次",
)
@click.option(
    "--goods", type=LINE, multiple=True, metavar="NAME=YUAN", help="订单里的一件商品；可以写多次"
)
@click.option("--discount", type=AMOUNT, default="0", metavar="YUAN", help="整单满减")
@click.option("--discount-over", type=AMOUNT, default="0", metavar="YUAN", help="满减的门槛")
@click.option(
    "--return",
    "returned",
    type=TEXT,
    multiple=True,
    metavar="NAME",
    help="要退的商品；不写就是全退",
)
@click.option(
    "--outbound-freight", type=AMOUNT, default="0", metavar="YUAN", help="买家没有付过的发货运费"
)
@click.option("--gift", type=AMOUNT, default="0", metavar="YUAN", help="没有退回的赠品的标价")
@click.option("--coupon", type=AMOUNT, default="0", metavar="YUAN", help="用掉的优惠券和积分")
@click.option("--another", is_flag=True, help="订单已有处理中的退货单也照样新建")
@case_options
@click.pass_obj
def new(invocation: Invocation, /, *, another: bool, as_json: bool, **options: Any) -> ExitStatus:  # noqa: ANN401 - click's
    """Open a case."""
    facts = _facts(options)
    with invocation.desk() as desk:
        now = invocation.now()
        refuse_impossible(facts, now)
        # Nobody opens one between the look and the opening.
        with desk.cases.transaction():
            held = None if another else desk.cases.open_with_order(facts.order)
            if held is not None:
                told = invocation.tr(
                    "订单 %1 已有处理中的退货单 %2，没有新建。要另开一张，请加 --another。"
                )
                tell(with_facts(told, facts.order, held.id))
                return ExitStatus.ANSWER_IS_NO
            view = desk.cases.open(replace(facts, shop=desk.shops.current_id))
        if as_json:
            answer_case(invocation, desk, view)
        else:
            answer(view.case.id)
        tell(invocation.tr("已新建退货单 %1。").replace("%1", view.case.id))
        return ExitStatus.DONE


def _facts(options: dict[str, Any]) -> CaseFacts:
    """Return the facts that the options tell."""
    reason: Reason = options["reason"]
    moments: dict[Anchor, datetime | None] = {
        Anchor.SIGNED: options["signed"],
        Anchor.APPLIED: options["applied"],
        Anchor.SHIPPED: options["shipped"],
    }
    facts = CaseFacts(
        order=options["order"],
        buyer=options["buyer"],
        item=options["item"],
        spec=options["spec"],
        category=options["category"],
        paid=options["paid"],
        freight_paid=options["freight_paid"],
        reason=reason,
        outcome=options["outcome"],
        parcel=options["parcel"] or usual_parcel(reason),
        flags=frozenset(options["flags"]),
        moments={anchor: at for anchor, at in moments.items() if at is not None},
        goods=options["goods"],
        returned=_returned(options),
        discount=options["discount"],
        discount_over=options["discount_over"],
        outbound_freight=options["outbound_freight"],
        gift=options["gift"],
        coupon=options["coupon"],
    )
    fault = options["fault"]
    return with_usual_fault(facts) if fault is None else replace(facts, fault=fault)


def _returned(options: dict[str, Any]) -> tuple[int, ...]:
    try:
        return places_of(options["returned"], options["goods"])
    except CaseRefusedError as error:
        raise WrongValueError(error.reason) from error
