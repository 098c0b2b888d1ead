"""The five notes that always stand above a return case, each short enough for two lines.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.app.backup_words import moment_told
from cs_desk.app.case_wording import (
    freight_reason,
    kind_told,
    left_until,
    line_told,
    outcome_told,
    payer_told,
)
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.deadlines import moment_of
from cs_desk.domain.returns.kinds import NO_MONEY_BACK, Anchor, Flag, Outcome
from cs_desk.domain.returns.masking import masked_text
from cs_desk.domain.returns.money import yuan
from cs_desk.domain.returns.refund import REFUND_KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.returns.deadlines import Deadline
    from cs_desk.domain.returns.refund import RefundLine
    from cs_desk.domain.returns.verdict import Verdict

    Translate = Callable[[str], str]

_MOST_LINES = 3
_FULL_STOP = re.compile(r"\u3002+\Z")
_AFTER_THE_NAME = re.compile(r"[\uff1a\uff1b]")


@dataclass(frozen=True, slots=True)
class CaseBanner:
    """The five notes of a case: 退货时效, 商品状态, 退货费用, 退款金额, 隐私保护.

    Attributes:
        window: Until when the buyer may ask without a reason, and what is left of that.
        condition: What 完好 means for these goods.
        freight: Who pays the freight, and why.
        refund: How much goes back, and what it consists of.
        privacy: What is masked, and when the case is deleted.
    """

    window: str
    condition: str
    freight: str
    refund: str
    privacy: str


def banner(view: CaseView, now: datetime, tr: Translate, *, retention_days: int = 90) -> CaseBanner:
    """Return the five notes of a case.

    Args:
        view: The case and what follows from it.
        now: The present moment, in China's zone.
        tr: Translates.
        retention_days: How long a closed case is kept.
    """
    return CaseBanner(
        window=_window_told(view, now, tr),
        condition=_condition_told(view, tr),
        freight=_freight_told(view.verdict, tr),
        refund=_refund_told(view, tr),
        privacy=_privacy_told(view, retention_days, tr),
    )


def yuan_told(fen: int) -> str:
    """Return an amount as the sheets show it: ``¥86.36``, ``-¥10.00``."""
    return f"-¥{yuan(-fen)}" if fen < 0 else f"¥{yuan(fen)}"


def _window_told(view: CaseView, now: datetime, tr: Translate) -> str:
    if Flag.SPECIAL in view.case.facts.flags:
        return tr("购买时已确认不支持七天无理由；商品有问题的，不受此限。")
    if view.window is None:
        return tr("填上签收时间，才能算出无理由退货的最后时刻。")
    last = moment_told(view.window.at, now, tr, seconds=True)
    return with_facts(tr("最晚 %1 申请，%2。"), last, _state_told(view, view.window, now, tr))


def _state_told(view: CaseView, window: Deadline, now: datetime, tr: Translate) -> str:
    applied = moment_of(view.case, view.checklist, Anchor.APPLIED)
    if applied is not None and applied <= window.at:
        return tr("买家已按时申请")
    if view.case.closed_at is not None:
        return tr("已关闭，不再计时")
    left = left_until(window.at, now, tr)
    if now > window.at:
        return with_facts(tr("已%1；商品有问题的，不受此限"), left)
    source = _named_source(window)
    return with_facts(tr("%1（%2）"), left, source) if source else left


def _named_source(window: Deadline) -> str:
    """Return the source's name, without what it says: there are only two lines."""
    source = "" if window.timer is None else window.timer.source
    return _AFTER_THE_NAME.split(source, maxsplit=1)[0]


def _condition_told(view: CaseView, tr: Translate) -> str:
    if view.condition is None:
        return tr("保持原有品质和功能，商品、配件、商标吊牌齐全；拆封查看不影响。")
    demands = _FULL_STOP.sub("", view.condition.demands)
    if not view.condition.accessories:
        return with_facts(tr("%1。"), demands)
    return with_facts(
        tr("%1；一并退回：%2。"), demands, _FULL_STOP.sub("", view.condition.accessories)
    )


def _freight_told(verdict: Verdict, tr: Translate) -> str:
    freight = verdict.freight
    payer = payer_told(freight.payer, tr)
    if freight.overruled:
        return with_facts(
            tr("%1（人工改定，按规则为%2）。"), payer, payer_told(freight.computed, tr)
        )
    return with_facts(tr("%1：%2"), payer, freight_reason(freight.rule, tr))


def _refund_told(view: CaseView, tr: Translate) -> str:
    verdict = view.verdict
    outcome = view.case.facts.outcome
    if outcome in NO_MONEY_BACK:
        return with_facts(tr("%1，不退款。"), outcome_told(outcome, tr))
    if verdict.refund is None:
        return tr("填上实付金额，才能算出应退多少；以千牛退款页可退金额为准。")
    amount = _amount_told(view, verdict.refund, tr) + _methods_told(verdict, tr)
    return with_facts(tr("%1，以千牛退款页可退金额为准。"), amount)


def _amount_told(view: CaseView, refund: int, tr: Translate) -> str:
    amount = yuan_told(refund)
    if REFUND_KEY in view.case.overruled:
        return with_facts(tr("应退 %1（人工改定）"), amount)
    # Until a person puts what both sides agreed on, it is only known how much it can be.
    most = view.case.facts.outcome is Outcome.PARTIAL
    sum_told = with_facts(tr("最多可退 %1") if most else tr("应退 %1"), amount)
    lines = _lines_told(view.verdict.lines, view.case.nicks, tr)
    return with_facts(tr("%1（%2）"), sum_told, lines) if lines else sum_told


def _lines_told(lines: tuple[RefundLine, ...], nicks: tuple[str, ...], tr: Translate) -> str:
    counted = [line for line in lines if line.fen or line.overruled]
    if len(counted) <= _MOST_LINES:
        named = ((masked_text(line_told(line, tr), nicks), line.fen) for line in counted)
        return tr("，").join(f"{name} {yuan_told(fen)}" for name, fen in named)
    sums = {line.kind: 0 for line in counted}
    for line in counted:
        sums[line.kind] += line.fen
    return tr("，").join(f"{kind_told(kind, tr)} {yuan_told(fen)}" for kind, fen in sums.items())


def _methods_told(verdict: Verdict, tr: Translate) -> str:
    pro_rata, resettle = verdict.pro_rata, verdict.resettle
    if pro_rata is None or resettle is None or pro_rata == resettle:
        return ""
    told = tr("；按比例 %1，按重新结算 %2")
    return with_facts(told, yuan_told(pro_rata), yuan_told(resettle))


def _privacy_told(view: CaseView, retention_days: int, tr: Translate) -> str:
    if view.deleted_on is None:
        told = tr("买家昵称、电话、证件号、邮箱打码显示；关闭后 %1 天自动删除。")
        return with_facts(told, str(retention_days))
    told = tr("买家昵称、电话、证件号、邮箱打码显示；%1 自动删除。")
    return with_facts(told, view.deleted_on.isoformat())
