"""``cs-desk case set``: other facts of a case, and what a person puts in place of a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cs_desk.commands.case_answer import answer_case
from cs_desk.commands.case_grammar import CaseCommand, case_options, refuse_impossible
from cs_desk.commands.case_input import TEXT, WRITTEN
from cs_desk.commands.invocation import ExitStatus, Invocation, tell
from cs_desk.commands.values import WrongValueError
from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.returns.kinds import NO_MONEY_BACK
from cs_desk.domain.returns.refund import REFUND_KEY
from cs_desk.domain.returns.verdict import verdict_of
from cs_desk.domain.returns.written_facts import fact_called
from cs_desk.domain.returns.written_overrules import WrittenPayer, read_overrule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.app.return_cases import ReturnCases
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.returns.return_case import CaseFacts
    from cs_desk.domain.returns.written_overrules import WrittenAmount

    Overrule = WrittenPayer | WrittenAmount


@click.command(
    "set",
    cls=CaseCommand,
    help="修改退货单，如 签收=2026-11-10 标记=+包邮 运费=卖家 refund=60 line.goods.0=50；"
    "值留空则清除，或回到按规则计算",
)
@click.argument("case_id", type=TEXT, metavar="ID")
@click.argument("given", nargs=-1, required=True, type=WRITTEN, metavar="键=值...")
@case_options
@click.pass_obj
def set_values(
    invocation: Invocation, /, *, case_id: str, given: tuple[tuple[str, str], ...], as_json: bool
) -> ExitStatus:
    """Change facts, and overrule the rules."""
    with invocation.desk() as desk:
        # What others stored until now is what is changed, and all of it is, or nothing.
        with desk.cases.transaction():
            view = desk.cases.case(case_id)
            facts, overrules = _read(view.case.facts, given)
            refuse_impossible(facts, invocation.now())
            _refuse_unknown(_lines(view, facts), overrules)
            view = desk.cases.set_facts(case_id, facts)
            for overrule in overrules:
                view = _overruled(desk.cases, case_id, overrule)
        if as_json:
            answer_case(invocation, desk, view)
        tell(invocation.tr("已修改。"))
        return ExitStatus.DONE


def _read(
    facts: CaseFacts, given: Sequence[tuple[str, str]]
) -> tuple[CaseFacts, tuple[Overrule, ...]]:
    """Return the facts as they are to be, and what is to be overruled.

    Raises:
        WrongValueError: A key is unknown, or a value cannot be read.
    """
    overrules: list[Overrule] = []
    for key, value in given:
        try:
            overrule = read_overrule(key, value)
            fact = fact_called(key)
            if overrule is not None:
                overrules.append(overrule)
            elif fact is not None:
                facts = fact.change(facts, value)
            else:
                raise WrongValueError(Sentence("没有「%1」这一项可以修改", (key,)))
        except CaseRefusedError as error:
            raise WrongValueError(Sentence("%1：%2", (key, error.reason))) from error
    return facts, tuple(overrules)


def _lines(view: CaseView, facts: CaseFacts) -> list[str]:
    """Return the keys of what can be overruled in the refund as it is with ``facts``."""
    if facts.outcome in NO_MONEY_BACK:
        return []
    changed = replace(view.case, facts=facts)
    return [REFUND_KEY, *(line.key for line in verdict_of(changed, view.checklist).lines)]


def _refuse_unknown(lines: list[str], overrules: Sequence[Overrule]) -> None:
    for overrule in overrules:
        if isinstance(overrule, WrittenPayer) or overrule.fen is None:
            continue
        if overrule.line not in lines:
            known = " ".join(lines) or "-"
            told = Sentence("退款里没有「%1」这一行，现有：%2", (overrule.line, known))
            raise WrongValueError(told)


def _overruled(cases: ReturnCases, case_id: str, overrule: Overrule) -> CaseView:
    if isinstance(overrule, WrittenPayer):
        return cases.overrule_payer(case_id, overrule.payer)
    return cases.overrule_line(case_id, overrule.line, overrule.fen)
