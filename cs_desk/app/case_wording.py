"""How window, command line and sheets speak of return cases; Chinese is the source language.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``. What the
checklist says (titles, demands, sources) is data and stays as it is.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.checklist import Actor, Grade
from cs_desk.domain.returns.freight import FreightRule
from cs_desk.domain.returns.kinds import (
    Anchor,
    CaseStatus,
    Fault,
    Flag,
    Level,
    Outcome,
    Parcel,
    Payer,
    Reason,
    StepStatus,
)
from cs_desk.domain.returns.refund import LineKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cs_desk.domain.returns.deadlines import Deadline
    from cs_desk.domain.returns.refund import RefundLine

    Translate = Callable[[str], str]

# Sources that a supervisor wrote may say it themselves.
_HOW_FAR = "千牛倒计时"


def reason_told(reason: Reason, tr: Translate) -> str:
    """Return why something comes back, in a word."""
    return {
        Reason.QUALITY: tr("质量问题"),
        Reason.SIZE: tr("尺码不合"),
        Reason.COLOR: tr("颜色或色差"),
        Reason.UNSUIT: tr("不喜欢或不好看"),
        Reason.MISC: tr("其他原因"),
        Reason.WRONG: tr("发错货"),
        Reason.MISSING: tr("少件漏发"),
        Reason.DAMAGED: tr("破损"),
        Reason.NOT_AS_DESC: tr("与描述不符"),
        Reason.REFUSED: tr("拒收"),
        Reason.INTERCEPT: tr("在途拦截"),
        Reason.OVERDUE: tr("超过时效"),
    }[reason]


def outcome_told(outcome: Outcome, tr: Translate) -> str:
    """Return how a case is to end; 驳回 is a supervisor's decision."""
    return {
        Outcome.RETURN_REFUND: tr("退货退款"),
        Outcome.REFUND_ONLY: tr("仅退款"),
        Outcome.EXCHANGE: tr("换货"),
        Outcome.RESEND: tr("补发"),
        Outcome.REPAIR: tr("维修"),
        Outcome.PARTIAL: tr("部分退款"),
        Outcome.REJECT: tr("驳回"),
    }[outcome]


def fault_told(fault: Fault, tr: Translate) -> str:
    """Return who is answerable."""
    return {
        Fault.SELLER: tr("卖家责任"),
        Fault.BUYER: tr("买家原因"),
        Fault.UNKNOWN: tr("责任未定"),
    }[fault]


def flag_told(flag: Flag, tr: Translate) -> str:
    """Return a mark of the order."""
    return {
        Flag.NO_REASON: tr("七天无理由"),
        Flag.FREE_SHIPPING: tr("包邮"),
        Flag.INSURED: tr("退货宝或运费险"),
        Flag.SPECIAL: tr("特殊商品（已确认不支持无理由）"),
        Flag.MISDESCRIBED: tr("页面描述有误"),
        Flag.BROKE_FREE_SHIPPING: tr("退后不再满足包邮"),
    }[flag]


def parcel_told(parcel: Parcel, tr: Translate) -> str:
    """Return where the goods were when the buyer asked."""
    return {
        Parcel.UNSHIPPED: tr("未发货"),
        Parcel.IN_TRANSIT: tr("运输中"),
        Parcel.SIGNED: tr("已签收"),
    }[parcel]


def anchor_told(anchor: Anchor, tr: Translate) -> str:
    """Return what happened at a moment of a case."""
    return {
        Anchor.SIGNED: tr("买家签收"),
        Anchor.APPLIED: tr("买家申请"),
        Anchor.REFUSED: tr("卖家拒绝申请"),
        Anchor.AGREED: tr("同意退货"),
        Anchor.INTERCEPTING: tr("通知快递拦截"),
        Anchor.SENT_BACK: tr("买家寄回"),
        Anchor.RETURN_SIGNED: tr("退件签收"),
        Anchor.RECEIVED: tr("卖家收到退货"),
        Anchor.SHIPPED: tr("订单发货"),
        Anchor.SUCCEEDED: tr("交易成功"),
        Anchor.PAUSED: tr("争议中止"),
        Anchor.EVIDENCE_ASKED: tr("平台要求举证"),
        Anchor.REFUNDED: tr("退款或换新寄出"),
    }[anchor]


def status_told(status: StepStatus, tr: Translate) -> str:
    """Return how far a step is."""
    return {
        StepStatus.TODO: tr("未开始"),
        StepStatus.DOING: tr("进行中"),
        StepStatus.WAITING: tr("等买家"),
        StepStatus.DONE: tr("已完成"),
        StepStatus.NOT_APPLICABLE: tr("不适用"),
        StepStatus.BLOCKED: tr("等主管"),
    }[status]


def case_status_told(status: CaseStatus, tr: Translate) -> str:
    """Return whether a case is still worked on."""
    return {CaseStatus.OPEN: tr("处理中"), CaseStatus.CLOSED: tr("已关闭")}[status]


def payer_told(payer: Payer, tr: Translate) -> str:
    """Return who pays the freight."""
    return {
        Payer.SELLER: tr("卖家承担"),
        Payer.BUYER: tr("买家承担"),
        Payer.INSURANCE: tr("退货宝或运费险承担"),
        Payer.UNDECIDED: tr("待定"),
    }[payer]


def level_told(level: Level, tr: Translate) -> str:
    """Return how pressing a deadline is."""
    return {
        Level.NONE: tr("无时限"),
        Level.OK: tr("充裕"),
        Level.HALF: tr("过半"),
        Level.LATE: tr("紧急"),
        Level.OVERDUE: tr("超时"),
    }[level]


def actor_told(actor: Actor, tr: Translate) -> str:
    """Return whose turn a step is."""
    return {
        Actor.AGENT: tr("客服"),
        Actor.BUYER: tr("买家"),
        Actor.REVIEWER: tr("客服/主管"),
        Actor.WAREHOUSE: tr("仓库/客服"),
        Actor.FINANCE: tr("客服/财务"),
    }[actor]


def grade_told(grade: Grade, tr: Translate) -> str:
    """Return how far a source is to be trusted."""
    return {
        Grade.LAW: tr("法律法规"),
        Grade.PLATFORM_RULE: tr("平台规则"),
        Grade.EXCERPT: tr("平台规则节选"),
        Grade.THIRD_PARTY: tr("第三方资料"),
        Grade.UNVERIFIED: tr("未核实"),
    }[grade]


def line_told(line: RefundLine, tr: Translate) -> str:
    """Return what a line of the refund stands for, without its amount."""
    return line.name or kind_told(line.kind, tr)


def kind_told(kind: LineKind, tr: Translate) -> str:
    """Return what lines of this kind stand for."""
    return {
        LineKind.GOODS: tr("商品"),
        LineKind.PAID: tr("实付商品款"),
        LineKind.FREIGHT: tr("发货运费"),
        LineKind.GIFT: tr("未退回的赠品"),
        LineKind.COUPON: tr("优惠券和积分（原样退回）"),
    }[kind]


def freight_reason(rule: FreightRule, tr: Translate) -> str:
    """Return why somebody pays the freight, in a sentence that can be said to the buyer."""
    return {
        FreightRule.SELLER_FAULT: tr("责任在卖家，退换货的运费由卖家承担。"),
        FreightRule.AGREED_UNSAID: tr("同意退货时没有说明运费，按规则由卖家承担。"),
        FreightRule.NO_REASON_FREE_SHIPPING: tr("包邮商品七天无理由退货，买家只承担寄回的运费。"),
        FreightRule.NO_REASON_BOTH_LEGS: tr(
            "不包邮或退后不再满足包邮，无理由退货的来回运费由买家承担。"
        ),
        FreightRule.NO_REASON_EXCHANGE: tr("七天无理由换货，来回运费由买家承担。"),
        FreightRule.INSURED: tr("订单有退货宝或运费险，寄回运费由它赔付，金额以页面展示为准。"),
        FreightRule.INSURED_BOTH_LEGS: tr(
            "寄回运费由退货宝或运费险赔付，金额以页面展示为准；发货运费由买家承担。"
        ),
        FreightRule.NOTHING_RETURNS: tr("货没有寄出或不用寄回，买家不用出运费。"),
        FreightRule.BY_AGREEMENT: tr("不是卖家责任的维修或补发，运费请与买家商量。"),
        FreightRule.FAULT_UNKNOWN: tr("先请买家举证，弄清是谁的责任；谁的责任，运费由谁承担。"),
        FreightRule.REJECTED_PARCEL: tr("包裹被拒收，先弄清拒收有没有理由，再定运费。"),
        FreightRule.INTERCEPTED: tr("货还在路上，先通知快递拦截；谁的责任，运费由谁承担。"),
        FreightRule.OUT_OF_WINDOW: tr("已过七天无理由的时限，运费请主管定；商品有问题的除外。"),
        FreightRule.NO_RIGHT: tr("特殊商品不在七天无理由之内，先请主管定能不能退，再说运费。"),
    }[rule]


def freight_basis(rule: FreightRule, tr: Translate) -> str:
    """Return the laws and platform rules that ``rule`` rests on."""
    return {
        FreightRule.SELLER_FAULT: tr(
            "《消费者权益保护法》第二十四条；《淘宝平台争议处理规则》第四十九条"
        ),
        FreightRule.AGREED_UNSAID: tr("《淘宝平台争议处理规则》第四十九条"),
        FreightRule.NO_REASON_FREE_SHIPPING: tr(
            "《消费者权益保护法》第二十五条；《淘宝平台争议处理规则》第五十三条"
        ),
        FreightRule.NO_REASON_BOTH_LEGS: tr(
            "《消费者权益保护法》第二十五条；《淘宝平台争议处理规则》第五十三条；"
            "《网络购买商品七日无理由退货暂行办法》第十八条"
        ),
        FreightRule.NO_REASON_EXCHANGE: tr("《淘宝平台争议处理规则》第五十四条"),
        FreightRule.INSURED: tr("淘宝「退货宝」规则，以订单页面展示为准"),
        FreightRule.INSURED_BOTH_LEGS: tr(
            "淘宝「退货宝」规则；《淘宝平台争议处理规则》第五十三条；"
            "《网络购买商品七日无理由退货暂行办法》第十八条"
        ),
        FreightRule.NOTHING_RETURNS: tr(
            "《淘宝平台争议处理规则》第二十一条、第二十二条、第二十七条"
        ),
        FreightRule.BY_AGREEMENT: tr("《淘宝平台争议处理规则》第七条"),
        FreightRule.FAULT_UNKNOWN: tr("《淘宝平台争议处理规则》第七条、第四十九条"),
        FreightRule.REJECTED_PARCEL: tr("《淘宝平台争议处理规则》第三十七条、第三十九条、第四十条"),
        FreightRule.INTERCEPTED: tr("《淘宝平台争议处理规则》第二十三条"),
        FreightRule.OUT_OF_WINDOW: tr("《消费者权益保护法》第二十四条、第二十五条"),
        FreightRule.NO_RIGHT: tr(
            "《消费者权益保护法》第二十五条；《网络购买商品七日无理由退货暂行办法》第六条、第七条"
        ),
    }[rule]


def left_told(deadline: Deadline | None, now: datetime, tr: Translate) -> str:
    """Return how much time is left, ``剩 3 天 2 小时``, or how long it has been over.

    Returns:
        Words in whole units, rounded down; empty without a deadline.
    """
    return left_until(None if deadline is None else deadline.at, now, tr)


def left_until(at: datetime | None, now: datetime, tr: Translate) -> str:
    """Return the same for the last moment ``at`` of a deadline; empty if there is none."""
    if at is None:
        return ""
    over, time = now > at, _time_told(abs(at - now), tr)
    if not time:
        return tr("超时不到 1 分钟") if over else tr("剩不到 1 分钟")
    return with_facts(tr("超时 %1") if over else tr("剩 %1"), time)


def _time_told(time: timedelta, tr: Translate) -> str:
    minutes = time // timedelta(minutes=1)
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return with_facts(tr("%1 天 %2 小时") if hours else tr("%1 天"), str(days), str(hours))
    if hours:
        told = tr("%1 小时 %2 分钟") if minutes % 60 else tr("%1 小时")
        return with_facts(told, str(hours), str(minutes % 60))
    return with_facts(tr("%1 分钟"), str(minutes)) if minutes else ""


def deadline_source(deadline: Deadline, tr: Translate) -> str:
    """Return where a deadline comes from, and how far to rely on it."""
    if deadline.reading is not None:
        read_at = deadline.reading.read_at.strftime("%m-%d %H:%M")
        return with_facts(tr("千牛倒计时（%1 读取）"), read_at)
    if deadline.timer is None:
        return ""
    source = deadline.timer.source or deadline.timer.title
    told_already = _HOW_FAR in source
    if deadline.timer.checked_on is not None:
        source = with_facts(tr("%1（%2 核对）"), source, deadline.timer.checked_on.isoformat())
    if deadline.timer.grade is Grade.LAW or told_already:
        return source
    return with_facts(tr("%1；参考时限，以千牛倒计时为准"), source)
