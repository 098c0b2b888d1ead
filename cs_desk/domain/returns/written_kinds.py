"""The fixed words of a return case as people type them: the code in any case, or Chinese."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.returns.kinds import Fault, Flag, Outcome, Parcel, Payer, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

K = TypeVar("K", bound="StrEnum")

_REASONS = {
    Reason.QUALITY: "质量问题 质量 瑕疵",
    Reason.SIZE: "尺码不合 尺码 尺码问题 尺寸",
    Reason.COLOR: "颜色或色差 颜色 色差",
    Reason.UNSUIT: "不喜欢或不好看 不喜欢 不好看 不合适 上身效果不好 穿着不好看",
    Reason.MISC: "其他原因 其他 其它",
    Reason.WRONG: "发错货 错发 发错",
    Reason.MISSING: "少件漏发 少件 漏发",
    Reason.DAMAGED: "破损 损坏",
    Reason.NOT_AS_DESC: "与描述不符 描述不符",
    Reason.REFUSED: "拒收",
    Reason.INTERCEPT: "在途拦截 拦截",
    Reason.OVERDUE: "超过时效 超时",
}
_OUTCOMES = {
    Outcome.RETURN_REFUND: "退货退款",
    Outcome.REFUND_ONLY: "仅退款",
    Outcome.EXCHANGE: "换货",
    Outcome.RESEND: "补发",
    Outcome.REPAIR: "维修",
    Outcome.PARTIAL: "部分退款",
    Outcome.REJECT: "驳回",
}
_FAULTS = {
    Fault.SELLER: "卖家责任 卖家",
    Fault.BUYER: "买家原因 买家责任 买家",
    Fault.UNKNOWN: "责任未定 未定 不明",
}
_PARCELS = {
    Parcel.UNSHIPPED: "未发货",
    Parcel.IN_TRANSIT: "运输中 在途",
    Parcel.SIGNED: "已签收 签收",
}
_FLAGS = {
    Flag.NO_REASON: "七天 7天无理由 七天无理由",
    Flag.FREE_SHIPPING: "",
    Flag.INSURED: "运费险 退货运费险 退货宝或运费险",
    Flag.SPECIAL: "特殊商品(已确认不支持无理由)",
    Flag.MISDESCRIBED: "页面描述有误 描述有误",
    Flag.BROKE_FREE_SHIPPING: "退后不再满足包邮",
}
_PAYERS = {
    Payer.SELLER: "卖家承担 卖家",
    Payer.BUYER: "买家承担 买家",
    Payer.INSURANCE: "退货宝或运费险承担 退货宝 运费险 退货宝或运费险",
    Payer.UNDECIDED: "待定 未定",
}


def read_reason(text: str) -> Reason:
    """Return the reason that ``text`` names.

    Raises:
        CaseRefusedError: There is none; the message lists them. So with the others below.
    """
    return _read(text, _REASONS, Sentence("没有「%1」这种退货原因，可以写 %2"))


def read_outcome(text: str) -> Outcome:
    """Return how a case is to end."""
    return _read(text, _OUTCOMES, Sentence("没有「%1」这种处理结果，可以写 %2"))


def read_fault(text: str) -> Fault:
    """Return who is answerable."""
    return _read(text, _FAULTS, Sentence("没有「%1」这种责任，可以写 %2"))


def read_parcel(text: str) -> Parcel:
    """Return where the goods were."""
    return _read(text, _PARCELS, Sentence("没有「%1」这种包裹状态，可以写 %2"))


def read_flag(text: str) -> Flag:
    """Return a mark of an order."""
    return _read(text, _FLAGS, Sentence("没有「%1」这个标记，可以写 %2"))


def read_payer(text: str) -> Payer:
    """Return who pays the freight."""
    return _read(text, _PAYERS, Sentence("没有「%1」这种运费承担方，可以写 %2"))


def _read(text: str, words: Mapping[K, str], unknown: Sentence) -> K:
    wanted = _folded(text)
    for kind, names in words.items():
        if wanted in (_folded(kind.value), kind.name.casefold(), *names.split()):
            return kind
    known = " ".join(kind.value for kind in words)
    raise CaseRefusedError(Sentence(unknown.text, (text, known)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
