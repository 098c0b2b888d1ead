"""What may be done to a case; every change returns a new value with one line of history more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.returns.fact_changes import fact_changes
from cs_desk.domain.returns.fact_rules import refuse_wrong_facts
from cs_desk.domain.returns.kinds import NO_MONEY_BACK, CaseStatus, StepStatus
from cs_desk.domain.returns.masking import masked_text
from cs_desk.domain.returns.money import MOST_FEN, yuan
from cs_desk.domain.returns.refund import REFUND_KEY
from cs_desk.domain.returns.return_case import (
    Act,
    HistoryLine,
    Note,
    ReadDeadline,
    ReturnCase,
    Tick,
)

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.returns.checklist import Checklist
    from cs_desk.domain.returns.kinds import Payer
    from cs_desk.domain.returns.return_case import CaseFacts, Evidence, SentReply

LONGEST_NOTE = 10_000
MOST_EVIDENCE = 50
PAYER_KEY = "payer"
"""What a line of the history is about that tells who pays the freight."""
GOODS_KEY = "goods."
"""What the keys of the refund's lines for goods begin with; their place in the order follows."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who does something, and when."""

    by: str
    at: datetime


def opened(case_id: str, facts: CaseFacts, checklist: Checklist, hand: Hand) -> ReturnCase:
    """Return a new case.

    Raises:
        CaseRefusedError: The facts cannot be.
    """
    refuse_wrong_facts(facts, hand.at)
    case = ReturnCase(case_id, checklist.version, hand.at, facts)
    return _written(case, hand, Act.OPENED)


def ticked(view: CaseView, check_key: str, hand: Hand) -> ReturnCase:
    """Return the case with a check ticked; who ticked it first stays.

    Raises:
        CaseRefusedError: The case is closed, or has no such check.
    """
    case, title = view.case, _title(view, check_key)
    _refuse_closed(case)
    if check_key in case.ticks:
        return case
    ticks = {**case.ticks, check_key: Tick(hand.by, hand.at)}
    return _written(replace(case, ticks=ticks), hand, Act.TICKED, title)


def unticked(view: CaseView, check_key: str, hand: Hand) -> ReturnCase:
    """Return the case with a tick taken away.

    Raises:
        CaseRefusedError: The case is closed, or has no such check.
    """
    case, title = view.case, _title(view, check_key)
    _refuse_closed(case)
    if check_key not in case.ticks:
        return case
    ticks = {key: tick for key, tick in case.ticks.items() if key != check_key}
    return _written(replace(case, ticks=ticks), hand, Act.UNTICKED, title)


def noted(case: ReturnCase, text: str, hand: Hand) -> ReturnCase:
    """Return the case with a note more.

    Raises:
        CaseRefusedError: The case is closed, or the note blank or too long.
    """
    _refuse_closed(case)
    if not text.strip():
        raise CaseRefusedError(Sentence("备注是空的"))
    if len(text) > LONGEST_NOTE:
        told = Sentence("备注有 %1 字，最多 %2 字，请分开写", (str(len(text)), str(LONGEST_NOTE)))
        raise CaseRefusedError(told)
    notes = (*case.notes, Note(hand.by, hand.at, text))
    return _written(replace(case, notes=notes), hand, Act.NOTED)


def with_facts(case: ReturnCase, facts: CaseFacts, hand: Hand) -> ReturnCase:
    """Return the case with other facts; the history names the fields, and holds no nick.

    With other goods in the order, amounts that a person put on goods are gone: they stood for
    others.

    Raises:
        CaseRefusedError: The case is closed, or the facts cannot be.
    """
    _refuse_closed(case)
    refuse_wrong_facts(facts, hand.at)
    changes, stale = fact_changes(case.facts, facts), _stale_lines(case, facts)
    if not changes:
        return case
    overruled = {key: fen for key, fen in case.overruled.items() if key not in stale}
    former = _former_buyers(case, facts)
    case = replace(case, facts=facts, overruled=overruled, former_buyers=former)
    for change in changes:
        case = _written(case, hand, Act.SET, change.name, change.value)
    for key in stale:
        case = _written(case, hand, Act.OVERRULED, key)
    return case


def deadline_read(view: CaseView, step_key: str, at: datetime, hand: Hand) -> ReturnCase:
    """Return the case with what 千牛 counts down for a step; it comes before every rule.

    Raises:
        CaseRefusedError: The case is closed, or has no such step.
    """
    case, title = view.case, _step_title(view, step_key)
    _refuse_closed(case)
    readings = {**case.readings, step_key: ReadDeadline(at, hand.at, hand.by)}
    detail = at.strftime("%Y-%m-%d %H:%M")
    return _written(replace(case, readings=readings), hand, Act.DEADLINE_READ, title, detail)


def deadline_dropped(view: CaseView, step_key: str, hand: Hand) -> ReturnCase:
    """Return the case with a step's deadline by the rules again.

    Raises:
        CaseRefusedError: The case is closed, or has no such step.
    """
    case, title = view.case, _step_title(view, step_key)
    _refuse_closed(case)
    if step_key not in case.readings:
        return case
    readings = {key: read for key, read in case.readings.items() if key != step_key}
    return _written(replace(case, readings=readings), hand, Act.DEADLINE_DROPPED, title)


def payer_overruled(case: ReturnCase, payer: Payer | None, hand: Hand) -> ReturnCase:
    """Return the case with a person's word on who pays the freight; the rules' own for None.

    Raises:
        CaseRefusedError: The case is closed.
    """
    _refuse_closed(case)
    if payer == case.payer:
        return case
    return _written(replace(case, payer=payer), hand, Act.OVERRULED, PAYER_KEY, payer or "")


def line_overruled(view: CaseView, key: str, fen: int | None, hand: Hand) -> ReturnCase:
    """Return the case with a person's amount, in 分, on a line; the rules' own for None.

    Args:
        view: The case.
        key: Key of a line of the refund, or ``REFUND_KEY`` for their sum.
        fen: The amount; what is kept back stands as a negative one, but never as the sum.
        hand: Who says so.

    Raises:
        CaseRefusedError: The case is closed, has no such line, or the amount cannot be.
    """
    case = view.case
    _refuse_closed(case)
    if case.overruled.get(key) == fen:
        return case
    if fen is not None:
        _refuse_amount(view, key, fen)
    overruled = {line: amount for line, amount in case.overruled.items() if line != key}
    if fen is not None:
        overruled[key] = fen
    detail = "" if fen is None else str(fen)
    return _written(replace(case, overruled=overruled), hand, Act.OVERRULED, key, detail)


def replied(case: ReturnCase, reply: SentReply) -> ReturnCase:
    """Return the case with a copied reply more; it may be closed already."""
    case = replace(case, replies=(*case.replies, reply))
    return _written(case, Hand(reply.by, reply.at), Act.REPLIED, reply.title)


def attached(case: ReturnCase, evidence: Evidence) -> ReturnCase:
    """Return the case with a file more; the same content twice is one.

    Raises:
        CaseRefusedError: The case is closed, or holds too many.
    """
    _refuse_closed(case)
    if any(held.sha256 == evidence.sha256 for held in case.evidence):
        return case
    if len(case.evidence) >= MOST_EVIDENCE:
        raise CaseRefusedError(Sentence("一张退货单最多 %1 份凭证", (str(MOST_EVIDENCE),)))
    case = replace(case, evidence=(*case.evidence, evidence))
    hand, name = Hand(evidence.by, evidence.at), masked_text(evidence.name, case.nicks)
    return _written(case, hand, Act.ATTACHED, name)


def detached(case: ReturnCase, sha256: str, hand: Hand) -> ReturnCase:
    """Return the case without a file.

    Raises:
        CaseRefusedError: The case is closed.
    """
    _refuse_closed(case)
    gone = [held.name for held in case.evidence if held.sha256 == sha256]
    if not gone:
        return case
    kept = tuple(held for held in case.evidence if held.sha256 != sha256)
    name = masked_text(gone[0], case.nicks)
    return _written(replace(case, evidence=kept), hand, Act.DETACHED, name)


def closed(view: CaseView, hand: Hand) -> ReturnCase:
    """Return the case closed.

    Raises:
        CaseRefusedError: It is closed already, or mandatory checks are open; they are named.
    """
    _refuse_closed(view.case)
    left = view.open_checks()
    if left:
        told = Sentence("还有 %1 项必做没有勾选，不能关闭", (str(len(left)),))
        raise CaseRefusedError(told, tuple(check.title for check in left))
    return _written(replace(view.case, closed_at=hand.at), hand, Act.CLOSED)


def withdrawn(case: ReturnCase, hand: Hand) -> ReturnCase:
    """Return the case closed though it was not worked to its end, as the history says.

    It was opened by mistake, or the buyer wants nothing any more. That is the buyer's word, and
    no refusal: for that there is an outcome, with its checks.

    Raises:
        CaseRefusedError: It is closed already.
    """
    _refuse_closed(case)
    return _written(replace(case, closed_at=hand.at), hand, Act.WITHDRAWN)


def reopened(case: ReturnCase, hand: Hand) -> ReturnCase:
    """Return the case open again, with all its history.

    Raises:
        CaseRefusedError: It is open.
    """
    if case.status is CaseStatus.OPEN:
        raise CaseRefusedError(Sentence("这张退货单没有关闭"))
    return _written(replace(case, closed_at=None), hand, Act.REOPENED)


def undone(case: ReturnCase, earlier: ReturnCase, hand: Hand) -> ReturnCase:
    """Return the case as ``earlier`` was; the history goes on and says what was taken back."""
    # What was sent to the buyer is sent; and a nick that was taken back stands in notes still.
    former = tuple(dict.fromkeys(nick for nick in case.nicks if nick != earlier.facts.buyer))
    kept = {"history": case.history, "replies": case.replies, "former_buyers": former}
    back = replace(earlier, **kept)  # type: ignore[arg-type] # by name
    for line in _taken_back(case, earlier):
        what = f"{line.act} {line.detail}".rstrip()
        back = _written(back, hand, Act.UNDONE, line.about, what)
    return back


def moved_on(case: ReturnCase, checklist: Checklist, hand: Hand) -> ReturnCase:
    """Return the case worked by another version of the checklist; its ticks stay.

    Raises:
        CaseRefusedError: The case is closed.
    """
    _refuse_closed(case)
    if case.checklist == checklist.version:
        return case
    case = replace(case, checklist=checklist.version)
    return _written(case, hand, Act.MOVED_ON, checklist.version)


def _written(
    case: ReturnCase, hand: Hand, act: Act, about: str = "", detail: str = ""
) -> ReturnCase:
    line = HistoryLine(hand.at, hand.by, act, about, detail)
    return replace(case, history=(*case.history, line))


def _stale_lines(case: ReturnCase, facts: CaseFacts) -> tuple[str, ...]:
    """Return the overruled lines that stand for goods which ``facts`` no longer has there."""
    if facts.goods == case.facts.goods:
        return ()
    return tuple(key for key in case.overruled if key.startswith(GOODS_KEY))


def _former_buyers(case: ReturnCase, facts: CaseFacts) -> tuple[str, ...]:
    if facts.buyer == case.facts.buyer:
        return case.former_buyers
    return tuple(dict.fromkeys((*case.former_buyers, case.facts.buyer)))


def _taken_back(case: ReturnCase, earlier: ReturnCase) -> tuple[HistoryLine, ...]:
    """Return what the history tells of the change that led away from ``earlier``."""
    first = len(earlier.history)
    # Facts are changed together, with a line for each; everything else is one line.
    lines = len(fact_changes(earlier.facts, case.facts)) + len(_stale_lines(earlier, case.facts))
    return case.history[first : first + max(1, lines)]


def _refuse_closed(case: ReturnCase) -> None:
    if case.status is CaseStatus.CLOSED:
        raise CaseRefusedError(Sentence("这张退货单已关闭，要改请先重新打开"))


def _title(view: CaseView, check_key: str) -> str:
    """Return the title of a check that this case has."""
    for step in view.steps:
        for mine in step.checks:
            if mine.check.key == check_key and step.status is not StepStatus.NOT_APPLICABLE:
                return mine.check.title
    raise CaseRefusedError(Sentence("这张退货单没有检查项「%1」", (check_key,)))


def _step_title(view: CaseView, step_key: str) -> str:
    step = view.step(step_key)
    if step is None:
        raise CaseRefusedError(Sentence("没有步骤「%1」", (step_key,)))
    return step.step.title


def _refuse_amount(view: CaseView, key: str, fen: int) -> None:
    lines = {line.key for line in view.verdict.lines}
    if view.case.facts.outcome not in NO_MONEY_BACK:
        lines.add(REFUND_KEY)
    if key not in lines:
        raise CaseRefusedError(Sentence("退款里没有「%1」这一行", (key,)))
    if key == REFUND_KEY and fen < 0:
        raise CaseRefusedError(Sentence("退款金额不能是负数"))
    paid = view.case.facts.paid
    if paid is not None and fen > paid:
        raise CaseRefusedError(Sentence("不能超过实付的 %1 元", (yuan(paid),)))
    if abs(fen) > MOST_FEN:
        raise CaseRefusedError(Sentence("金额太大，请核对"))
