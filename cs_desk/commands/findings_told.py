"""Findings on the command line: as JSON, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cs_desk.app.wording import diagnosis, with_facts
from cs_desk.domain.compliance import Finding, Severity
from cs_desk.domain.placeholder_syntax import Severity as Gravity

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.compliance import CheckedBody
    from cs_desk.domain.placeholder_syntax import Diagnosis

    Translate = Callable[[str], str]

_SHOWN = 40
_SEVERITIES = {
    Gravity.ERROR: Severity.BLOCK,
    Gravity.WARN: Severity.WARN,
    Gravity.INFO: Severity.INFO,
}


def finding_shape(found: Finding) -> dict[str, Any]:
    """Return a finding as scripts read it."""
    return {
        "category": found.category,
        "severity": found.severity.value,
        "start": found.start,
        "end": found.end,
        "matched": found.matched,
        "reason": found.reason,
        "basis": found.basis,
        "template": found.template,
    }


def placeholder_findings(checked: CheckedBody, tr: Translate) -> tuple[Finding, ...]:
    """Return what is odd about the placeholders of a body as findings placed in the body."""
    return tuple(_finding(each, checked, tr) for each in checked.diagnoses)


def _finding(odd: Diagnosis, checked: CheckedBody, tr: Translate) -> Finding:
    reason = diagnosis(odd, tr)
    if odd.suggestion:
        meant = with_facts(tr("是不是「%1」？"), odd.suggestion)
        reason = f"{reason}{tr('，')}{meant}"
    return Finding(
        "L17",
        _SEVERITIES[odd.severity],
        odd.start,
        odd.end,
        checked.body[odd.start : odd.end],
        reason,
        tr("占位符的写法"),
        checked.template.id,
    )


def finding_in_words(found: Finding, name: str, tr: Translate) -> str:
    """Return a finding in words; ``name`` tells what its category is about."""
    severity = {
        Severity.BLOCK: tr("阻止"),
        Severity.WARN: tr("提醒"),
        Severity.INFO: tr("提示"),
    }[found.severity]
    category = f"{found.category} {name}".strip()
    place = with_facts(tr("第 %1 到 %2 个字"), str(found.start + 1), str(found.end))
    return (
        f"[{severity}] {category} {place}{tr('：')}{_quoted(found.matched, tr)}\n"
        f"    {found.reason}\n"
        f"    {with_facts(tr('依据：%1'), found.basis)}"
    )


def _quoted(matched: str, tr: Translate) -> str:
    line = " ".join(matched.split())
    shown = line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
    return with_facts(tr("「%1」"), shown)
