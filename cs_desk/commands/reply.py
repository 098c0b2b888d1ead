"""``cs-desk reply``: one reply, filled, printed or copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.wording import copy_failure, diagnosis, obstacle, reason, trouble, with_facts
from cs_desk.commands.grammar import (
    DeskCommand,
    ExclusiveOptionsError,
    moment_option,
    shared_options,
)
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.values import ASSIGNMENT, FILE_NAME
from cs_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from cs_desk.app.reply_desk import Composition, CopyReport
    from cs_desk.commands.invocation import OpenDesk
    from cs_desk.domain.compliance import Finding
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.shop import Shop
    from cs_desk.domain.template import ReplyTemplate


@click.command(cls=DeskCommand, help="填好一句话术并输出；TEMPLATE 是编号、编码或完整标题")
@click.argument("template")
@click.argument("given", nargs=-1, type=ASSIGNMENT, metavar="[名称=值]...")
@click.option("--shop", metavar="NAME", help="用哪家店铺的资料")
@click.option("--case", "case_id", metavar="ID", help="用哪张退货单的资料")
@click.option("--tone", metavar="TONE", help="用哪种语气，如 安抚")
@click.option("--library", type=FILE_NAME, metavar="FILE", help="改用这个文件里的话术库，不保存")
@click.option("--copy", "to_clipboard", is_flag=True, help="复制到剪贴板")
@click.option("--print", "to_output", is_flag=True, help="只输出，不复制（默认）")
@click.option("--allow-findings", is_flag=True, help="有违规提示也照样输出")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON")
@moment_option
@shared_options
@click.pass_obj
def reply(invocation: Invocation, /, **options: Any) -> ExitStatus:  # noqa: ANN401 - click's
    """Fill one reply; print it, copy it, or say what is missing."""
    if options["to_clipboard"] and options["to_output"]:
        raise ExclusiveOptionsError("--copy", "--print")
    with invocation.desk(options["library"]) as desk:
        found = desk.replies.library.find(options["template"])
        case = _case(desk, options["case_id"])
        refusal = (
            _choose_shop(invocation, desk, options["shop"])
            or _unknown_case(invocation, case, options["case_id"])
            or _unknown_tone(invocation, found, options["tone"])
        )
        if found is None:
            refusal = invocation.tr("没有话术「%1」").replace("%1", options["template"])
        if found is None or refusal:
            tell(refusal)
            return ExitStatus.ANSWER_IS_NO
        shop = None if options["shop"] else _shop_of(desk, case)
        composition = desk.replies.compose(
            found,
            options["tone"] or "",
            arguments=dict(options["given"]),
            case=_values(case, invocation),
            shop=shop,
        )
        _tell_unused(invocation, composition, dict(options["given"]))
        broken = _findings(invocation, desk, composition, case, shop or desk.shops.current)
        checked = _Checked(composition, broken, allowed=options["allow_findings"])
        return _deliver(
            invocation,
            desk,
            checked,
            options["case_id"],
            to_clipboard=options["to_clipboard"],
            as_json=options["as_json"],
        )


@dataclass(frozen=True, slots=True)
class _Checked:
    """A filled reply and what it breaks.

    Attributes:
        composition: The reply.
        findings: What breaks a rule in its text.
        allowed: Whether the person sends it whatever was found.
    """

    composition: Composition
    findings: tuple[Finding, ...]
    allowed: bool

    @property
    def held_back(self) -> bool:
        """Whether a finding keeps the text back."""
        from cs_desk.domain.compliance import is_blocked  # noqa: PLC0415 - as in _findings()

        return not self.allowed and is_blocked(self.findings)

    @property
    def goes_out(self) -> bool:
        """Whether the text may go to the buyer."""
        return self.composition.reply.complete and not self.held_back


def _findings(
    invocation: Invocation,
    desk: OpenDesk,
    composition: Composition,
    case: CaseView | None,
    shop: Shop,
) -> tuple[Finding, ...]:
    """Return what the filled text breaks."""
    # Wrong usage and unknown replies need not wait for the rules.
    from cs_desk.domain.compliance import Context, findings, promise_of  # noqa: PLC0415

    context = Context(
        template=composition.template,
        pieces=composition.reply.pieces,
        promised=promise_of(desk.replies.library, shop.filled()),
        done=_ticked(case),
        now=invocation.now(),
    )
    return findings(composition.reply.text, desk.rule_book(), context)


def _ticked(case: CaseView | None) -> tuple[str, ...]:
    """Return the titles of the checks that are ticked in the case."""
    steps = case.steps if case else ()
    return tuple(view.check.title for step in steps for view in step.checks if view.tick)


def _choose_shop(invocation: Invocation, desk: OpenDesk, name: str | None) -> str:
    """Answer for the shop called ``name`` in this run; return what is wrong with it."""
    if name is None:
        return ""
    shop = desk.shops.named(name)
    if shop is None:
        return invocation.tr("没有店铺「%1」").replace("%1", name)
    desk.shops.visit(shop)
    return ""


def _case(desk: OpenDesk, case_id: str | None) -> CaseView | None:
    return None if case_id is None else desk.cases.find(case_id)


def _unknown_case(invocation: Invocation, case: CaseView | None, case_id: str | None) -> str:
    if case is not None or case_id is None:
        return ""
    return invocation.tr("没有退货单「%1」").replace("%1", case_id)


def _values(case: CaseView | None, invocation: Invocation) -> dict[str, str] | None:
    """Return what the case gives to a reply; None without a case."""
    if case is None:
        return None
    # Most replies are for no case, and need not wait for this.
    from cs_desk.domain.returns.case_values import values_of  # noqa: PLC0415

    return values_of(case, invocation.now())


def _shop_of(desk: OpenDesk, case: CaseView | None) -> Shop | None:
    """Return the shop that the case belongs to; None if it is not stored, or without a case."""
    wanted = case.case.facts.shop if case else ""
    return next((shop for shop in desk.shops.all() if shop.id == wanted), None)


def _unknown_tone(invocation: Invocation, found: ReplyTemplate | None, tone: str | None) -> str:
    if found is None or tone is None or tone in found.tone_names():
        return ""
    return with_facts(invocation.tr("「%1」没有「%2」这种语气。"), found.title, tone)


def _tell_unused(invocation: Invocation, composition: Composition, given: dict[str, str]) -> None:
    used = {field.name for field in composition.reply.fields}
    for name in given.keys() - used:
        told = invocation.tr("这句话术里没有「%1」，这个值没有用上。")
        tell(told.replace("%1", name))


def _deliver(
    invocation: Invocation,
    desk: OpenDesk,
    checked: _Checked,
    case_id: str | None,
    *,
    to_clipboard: bool,
    as_json: bool,
) -> ExitStatus:
    filled = checked.composition.reply
    reports: list[CopyReport] = []
    if to_clipboard and checked.goes_out:
        desk.replies.copy(checked.composition, reports.append)
    copied = any(report.result.copied for report in reports)
    if as_json:
        answer_json(_shape(invocation, checked, copied=copied))
    elif checked.goes_out and not to_clipboard:
        answer(filled.text)
    _tell_findings(invocation, desk, checked)
    if not filled.complete:
        tell(obstacle(filled, invocation.tr))
    if not checked.goes_out:
        return ExitStatus.ANSWER_IS_NO
    return _follow_copy(invocation, desk, reports, case_id, as_json=as_json)


def _tell_findings(invocation: Invocation, desk: OpenDesk, checked: _Checked) -> None:
    """Say what was found, and that it keeps the text back if it does."""
    if not checked.findings:
        return
    from cs_desk.commands.findings_told import finding_in_words  # noqa: PLC0415 - few have any

    names = desk.rule_book().names
    for found in checked.findings:
        tell(finding_in_words(found, names.get(found.category, ""), invocation.tr))
    if checked.held_back:
        tell(invocation.tr("有阻止的违规提示，没有输出也没有复制。确认要用请加 --allow-findings。"))


def _follow_copy(
    invocation: Invocation,
    desk: OpenDesk,
    reports: list[CopyReport],
    case_id: str | None,
    *,
    as_json: bool,
) -> ExitStatus:
    for report in reports:
        if not report.result.copied:
            if not as_json:
                # The text was asked for; where it could not go, a person can take it from here.
                answer(report.composition.reply.text)
            tell(copy_failure(report.result, invocation.tr))
            return ExitStatus.ANSWER_IS_NO
        tell(_copied(invocation, report))
        if case_id is not None:
            _log(invocation, desk, report, case_id)
    return ExitStatus.DONE


def _log(invocation: Invocation, desk: OpenDesk, report: CopyReport, case_id: str) -> None:
    """Write down in the case what was copied; the buyer is answered even if that fails."""
    composition = report.composition
    try:
        desk.cases.log_reply(case_id, composition.template, composition.reply.text)
    except DeskError as error:
        told = invocation.tr("没有记在退货单里：%1")
        tell(told.replace("%1", trouble(error, invocation.tr)))


def _copied(invocation: Invocation, report: CopyReport) -> str:
    told = invocation.tr("已复制「%1」").replace("%1", report.composition.template.title)
    if report.unremembered is None:
        return told
    # The buyer is answered all the same: a use that is not counted fails no command.
    forgotten = invocation.tr("这次使用没有记下来：%1")
    return f"{told}\n{forgotten.replace('%1', trouble(report.unremembered, invocation.tr))}"


def _shape(invocation: Invocation, checked: _Checked, *, copied: bool) -> dict[str, Any]:
    from cs_desk.commands.findings_told import finding_shape  # noqa: PLC0415 - JSON only

    composition, tr = checked.composition, invocation.tr
    filled = composition.reply
    return {
        "id": composition.template.id,
        "title": composition.template.title,
        "text": filled.text if checked.goes_out else None,
        "complete": filled.complete,
        "missing": [field.name for field in filled.fields if field.missing],
        "invalid": [
            {
                "name": field.name,
                "value": field.value,
                "code": field.reason.value,
                "reason": reason(field.reason, tr),
            }
            for field in filled.fields
            if field.reason is not None
        ],
        "values": [
            {"name": field.name, "value": field.value, "source": field.source.value}
            for field in filled.fields
            if field.source is not None
        ],
        "findings": [finding_shape(found) for found in checked.findings],
        "copied": copied,
        "tone": composition.tone,
        "diagnoses": [
            {
                "kind": found.kind.value,
                "severity": found.severity.value,
                "start": found.start,
                "end": found.end,
                "reason": diagnosis(found, tr),
            }
            for found in filled.diagnoses
        ],
    }
