"""How window, command line and sheets tell what was done to a return case.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``. What is told may
hold personal data that somebody typed; whoever shows it masks it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from cs_desk.app.case_banner_words import yuan_told
from cs_desk.app.case_wording import (
    fault_told,
    flag_told,
    outcome_told,
    parcel_told,
    payer_told,
    reason_told,
)
from cs_desk.app.wording import sentence, with_facts
from cs_desk.domain.returns.changes import GOODS_KEY, PAYER_KEY
from cs_desk.domain.returns.fact_changes import MOMENT_KEY, UNTOLD_FACTS
from cs_desk.domain.returns.fact_rules import MOMENT_NAMES
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Payer, Reason
from cs_desk.domain.returns.refund import REFUND_KEY
from cs_desk.domain.returns.return_case import Act

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.returns.return_case import HistoryLine

    Translate = Callable[[str], str]

_AMOUNTS = frozenset(
    {"paid", "freight_paid", "discount", "discount_over", "outbound_freight", "gift", "coupon"}
)


def history_told(line: HistoryLine, tr: Translate) -> str:
    """Return what was done to a case, without who and when."""
    match line.act:
        case Act.SET:
            return _set_told(line, tr)
        case Act.OVERRULED:
            return _overruled_told(line, tr)
        case Act.UNDONE:
            act, _, detail = line.detail.partition(" ")
            taken_back = replace(line, act=Act(act), detail=detail)
            return with_facts(tr("撤销：%1"), history_told(taken_back, tr))
        case _:
            return _plainly_told(line, tr)


def _plainly_told(line: HistoryLine, tr: Translate) -> str:
    told = {
        Act.OPENED: tr("开单"),
        Act.TICKED: tr("勾选「%1」"),
        Act.UNTICKED: tr("取消勾选「%1」"),
        Act.NOTED: tr("写了备注"),
        Act.DEADLINE_READ: tr("按千牛倒计时设定「%1」的时限：%2"),
        Act.DEADLINE_DROPPED: tr("不再用千牛读来的「%1」时限"),
        Act.REPLIED: tr("复制话术「%1」"),
        Act.ATTACHED: tr("添加凭证「%1」"),
        Act.DETACHED: tr("移除凭证「%1」"),
        Act.CLOSED: tr("关闭"),
        Act.WITHDRAWN: tr("作废"),
        Act.REOPENED: tr("重新打开"),
        Act.MOVED_ON: tr("改用清单版本 %1"),
    }[line.act]
    return with_facts(told, line.about, line.detail)


def _set_told(line: HistoryLine, tr: Translate) -> str:
    name = _fact_name(line.about, tr)
    if line.about in UNTOLD_FACTS:
        return with_facts(tr("改了%1"), name)
    if not line.detail:
        return with_facts(tr("清空%1"), name)
    return with_facts(tr("%1改为「%2」"), name, _fact_told(line, tr))


def _fact_name(field: str, tr: Translate) -> str:
    if field.startswith(MOMENT_KEY):
        return sentence(MOMENT_NAMES[Anchor(field.removeprefix(MOMENT_KEY))], tr)
    return {
        "order": tr("订单号"),
        "buyer": tr("买家昵称"),
        "item": tr("商品"),
        "spec": tr("规格"),
        "category": tr("品类"),
        "paid": tr("实付"),
        "freight_paid": tr("已付运费"),
        "reason": tr("退货原因"),
        "fault": tr("责任"),
        "outcome": tr("处理方式"),
        "parcel": tr("包裹状态"),
        "flags": tr("标记"),
        "goods": tr("订单商品"),
        "returned": tr("要退的商品"),
        "discount": tr("满减"),
        "discount_over": tr("满减门槛"),
        "outbound_freight": tr("发货运费"),
        "gift": tr("赠品"),
        "coupon": tr("优惠券"),
        "shop": tr("店铺"),
    }[field]


def _fact_told(line: HistoryLine, tr: Translate) -> str:
    value = line.detail
    if line.about in _AMOUNTS:
        return yuan_told(int(value))
    if line.about.startswith(MOMENT_KEY):
        return _moment_told(datetime.fromisoformat(value), line.at)
    match line.about:
        case "reason":
            return reason_told(Reason(value), tr)
        case "fault":
            return fault_told(Fault(value), tr)
        case "outcome":
            return outcome_told(Outcome(value), tr)
        case "parcel":
            return parcel_told(Parcel(value), tr)
        case "flags":
            named = value.split()
            return tr("、").join(flag_told(flag, tr) for flag in Flag if flag in named)
        case _:
            return value


def _overruled_told(line: HistoryLine, tr: Translate) -> str:
    name = _line_name(line.about, tr)
    if not line.detail:
        return with_facts(tr("%1改回按规则"), name)
    is_payer = line.about == PAYER_KEY
    told = payer_told(Payer(line.detail), tr) if is_payer else yuan_told(int(line.detail))
    return with_facts(tr("人工改定%1：%2"), name, told)


def _line_name(key: str, tr: Translate) -> str:
    if key.startswith(GOODS_KEY):
        place = int(key.removeprefix(GOODS_KEY))
        return with_facts(tr("第 %1 件"), str(place + 1))
    return {
        PAYER_KEY: tr("运费承担方"),
        REFUND_KEY: tr("应退总额"),
        "paid": tr("实付商品款"),
        "freight": tr("运费"),
        "gift": tr("赠品"),
        "coupon": tr("优惠券和积分"),
    }[key]


def _moment_told(at: datetime, seen: datetime) -> str:
    """Return a moment to the minute; its year only where it is another one than ``seen``'s."""
    return f"{at:%m-%d %H:%M}" if at.year == seen.year else f"{at:%Y-%m-%d %H:%M}"
