"""A return case on paper: everything that was done for it, with personal data masked.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.app.case_banner_words import banner, yuan_told
from cs_desk.app.case_history_words import history_told
from cs_desk.app.case_wording import (
    actor_told,
    anchor_told,
    case_status_told,
    deadline_source,
    fault_told,
    flag_told,
    freight_basis,
    freight_reason,
    line_told,
    outcome_told,
    parcel_told,
    payer_told,
    reason_told,
    status_told,
)
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.kinds import NO_MONEY_BACK, Flag, StepStatus
from cs_desk.domain.returns.masking import masked_name, masked_text
from cs_desk.domain.returns.refund import REFUND_KEY, LineKind
from cs_desk.exchange.returns.sheet_page import Html, joined, page, paragraph, section, shown, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView, CheckView, StepView
    from cs_desk.domain.returns.refund import RefundLine
    from cs_desk.domain.returns.return_case import Evidence, ReturnCase
    from cs_desk.domain.returns.verdict import Verdict

    Translate = Callable[[str], str]

_LABELLED = frozenset({0})


def case_sheet(view: CaseView, now: datetime, tr: Translate) -> str:
    """Return a case as a standalone page of HTML, in Chinese or what ``tr`` makes of it.

    Args:
        view: The case and what follows from it.
        now: The present moment, in China's zone; printed, and what time is left counts from it.
        tr: Translates.
    """
    return page(
        with_facts(tr("退货单 %1"), view.case.id),
        _head(view, now, tr),
        section(tr("注意事项"), _notes_of_banner(view, now, tr)),
        section(tr("步骤"), _steps(view, tr)),
        section(tr("运费和退款"), _verdict(view, tr)),
        *written_parts(view, tr),
    )


def written_parts(view: CaseView, tr: Translate) -> tuple[Html, ...]:
    """Return what people left in the case: notes, copied replies, evidence and history, if any."""
    parts = (
        (tr("备注"), _notes(view)),
        (tr("话术记录"), _replies(view, tr)),
        (tr("凭证"), _evidence(view, tr)),
        (tr("经过"), _history(view, tr)),
    )
    return tuple(section(title, content) for title, content in parts if content)


def clock(at: datetime) -> str:
    """Return a moment as sheets show it, to the minute."""
    return f"{at:%Y-%m-%d %H:%M}"


def said(text: str, case: ReturnCase, look: str = "") -> Html:
    """Return what a person wrote in a case as markup, with personal data masked."""
    return shown(masked(text, case), look)


def masked(text: str, case: ReturnCase) -> str:
    """Return what a person wrote in a case without personal data, the buyer's nicks included."""
    return masked_text(text, case.nicks)


def _head(view: CaseView, now: datetime, tr: Translate) -> Html:
    state = (
        case_status_told(view.case.status, tr),
        reason_told(view.case.facts.reason, tr),
        outcome_told(view.case.facts.outcome, tr),
        with_facts(tr("打印于 %1"), clock(now)),
    )
    return Html(paragraph(shown(" · ".join(state), "quiet")) + _facts(view, tr))


def _facts(view: CaseView, tr: Translate) -> Html:
    case, facts = view.case, view.case.facts
    flags = tr("、").join(flag_told(flag, tr) for flag in Flag if flag in facts.flags)
    pairs = [
        (tr("订单号"), shown(facts.order)),
        (tr("买家"), shown(masked_name(facts.buyer))),
        (tr("商品"), said(facts.item, case)),
        (tr("规格"), said(facts.spec, case)),
        (tr("实付"), shown("" if facts.paid is None else yuan_told(facts.paid))),
        *([(tr("其中运费"), shown(yuan_told(facts.freight_paid)))] if facts.freight_paid else []),
        (tr("责任"), shown(fault_told(facts.fault, tr))),
        (tr("货物"), shown(parcel_told(facts.parcel, tr))),
        (tr("标记"), shown(flags)),
        *((anchor_told(what, tr), shown(clock(at))) for what, at in facts.moments.items()),
        (tr("新建"), shown(clock(case.opened_at))),
        *([(tr("关闭"), shown(clock(case.closed_at)))] if case.closed_at else []),
    ]
    if len(pairs) % 2:
        pairs.append(("", Html("")))
    rows = (
        (shown(left[0]), left[1], shown(right[0]), right[1])
        for left, right in zip(pairs[::2], pairs[1::2], strict=True)
    )
    return table(rows, (14, 36, 14, 36), labels=frozenset({0, 2}))


def _notes_of_banner(view: CaseView, now: datetime, tr: Translate) -> Html:
    notes = banner(view, now, tr)
    rows = (
        (tr("退货时效"), notes.window),
        (tr("商品状态"), notes.condition),
        (tr("退货费用"), notes.freight),
        (tr("退款金额"), notes.refund),
        (tr("隐私保护"), notes.privacy),
    )
    told = ((shown(label), said(note, view.case)) for label, note in rows)
    return table(told, (14, 86), labels=_LABELLED)


def _steps(view: CaseView, tr: Translate) -> Html:
    rows = (
        (_step_head(place, step, tr), _step_body(step, tr))
        for place, step in enumerate(view.steps, start=1)
    )
    return table(rows, (24, 76), labels=_LABELLED)


def _step_head(place: int, step: StepView, tr: Translate) -> Html:
    told = f"{actor_told(step.step.actor, tr)} · {status_told(step.status, tr)}"
    title = shown(f"{place}. {step.step.title}", "strong")
    return joined((title, shown(told, "quiet")), "\n")


def _step_body(step: StepView, tr: Translate) -> Html:
    if step.status is StepStatus.NOT_APPLICABLE:
        return shown(step.skipped, "quiet")
    lines = [_check(check, tr) for check in step.checks]
    if step.deadline is not None:
        limit = with_facts(tr("时限 %1"), f"{step.deadline.at:%Y-%m-%d %H:%M:%S}")
        lines.append(shown(f"{limit} · {deadline_source(step.deadline, tr)}", "quiet"))
    return joined(lines, "\n")


def _check(check: CheckView, tr: Translate) -> Html:
    if check.tick is not None:
        who = shown(f"{check.tick.by} {clock(check.tick.at)}", "quiet")
        return joined((shown(f"☑ {check.check.title}"), who), "　")
    if check.check.mandatory:
        return shown(f"☐ {check.check.title}")
    return shown(f"☐ {check.check.title}{tr('（可选）')}", "quiet")


def _verdict(view: CaseView, tr: Translate) -> Html:
    freight = view.verdict.freight
    payer = [shown(payer_told(freight.payer, tr), "strong")]
    if freight.overruled:
        told = with_facts(tr("人工改定，按规则为%1"), payer_told(freight.computed, tr))
        payer.append(shown(told, "quiet"))
    rows = (
        (shown(tr("运费")), joined(payer, "　")),
        (shown(tr("理由")), shown(freight_reason(freight.rule, tr))),
        (shown(tr("依据")), shown(freight_basis(freight.rule, tr), "quiet")),
    )
    return Html(table(rows, (14, 86), labels=_LABELLED) + _refund(view, tr))


def _refund(view: CaseView, tr: Translate) -> Html:
    verdict = view.verdict
    if verdict.refund is None:
        return paragraph(shown(tr("实付金额未填，应退金额还算不出。"), "quiet"))
    rows = [(_line(line, view.case, tr), _amount(line)) for line in verdict.lines]
    put = REFUND_KEY in view.case.overruled and view.case.facts.outcome not in NO_MONEY_BACK
    total = tr("应退合计（人工改定）") if put else tr("应退合计")
    rows.append((shown(total, "strong"), shown(yuan_told(verdict.refund), "strong")))
    lines = table(rows, (76, 24), (tr("退款明细"), tr("金额")), money=frozenset({1}))
    return Html(lines + paragraph(shown(_methods(verdict, tr), "quiet")))


def _amount(line: RefundLine) -> Html:
    # What comes back in kind is no amount of money.
    in_kind = line.kind is LineKind.COUPON and not line.fen
    return shown("—" if in_kind else yuan_told(line.fen))


def _line(line: RefundLine, case: ReturnCase, tr: Translate) -> Html:
    name = said(line_told(line, tr), case)
    if not line.overruled:
        return name
    told = with_facts(tr("人工改定，原为 %1"), yuan_told(line.computed))
    return joined((name, shown(told, "quiet")), "　")


def _methods(verdict: Verdict, tr: Translate) -> str:
    limit = tr("以千牛退款页可退金额为准。")
    if verdict.pro_rata is None or verdict.resettle is None:
        return limit
    methods = yuan_told(verdict.pro_rata), yuan_told(verdict.resettle)
    return (
        with_facts(tr("商品款按实付比例分摊为 %1，按购买时价格重新结算为 %2；"), *methods) + limit
    )


def _notes(view: CaseView) -> Html:
    rows = [(_signed(note.by, note.at), said(note.text, view.case)) for note in view.case.notes]
    return table(rows, (24, 76), labels=_LABELLED) if rows else Html("")


def _replies(view: CaseView, tr: Translate) -> Html:
    rows = [
        (_signed(reply.by, reply.at), _with_hash(said(reply.title, view.case), reply.sha256, tr))
        for reply in view.case.replies
    ]
    return table(rows, (24, 76), labels=_LABELLED) if rows else Html("")


def _evidence(view: CaseView, tr: Translate) -> Html:
    titles = {step.step.key: step.step.title for step in view.steps}

    def named(kept: Evidence) -> Html:
        name, place = said(kept.name, view.case), titles.get(kept.step, "")
        return joined((name, shown(place, "quiet")), "　") if place else name

    rows = [
        (_signed(kept.by, kept.at), _with_hash(named(kept), kept.sha256, tr))
        for kept in view.case.evidence
    ]
    return table(rows, (24, 76), labels=_LABELLED) if rows else Html("")


def _history(view: CaseView, tr: Translate) -> Html:
    rows = [
        (_signed(line.by, line.at), said(history_told(line, tr), view.case))
        for line in view.case.history
    ]
    return table(rows, (24, 76), labels=_LABELLED) if rows else Html("")


def _signed(by: str, at: datetime) -> Html:
    return shown(f"{clock(at)} {by}", "quiet")


def _with_hash(what: Html, sha256: str, tr: Translate) -> Html:
    told = with_facts(tr("SHA-256 %1"), sha256)
    return joined((what, shown(told, "hash")), "\n")
