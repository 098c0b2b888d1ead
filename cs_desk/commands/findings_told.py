"""Findings on the command line: as JSON, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cs_desk.app.wording import diagnosis, sentence, with_facts
from cs_desk.domain.compliance import Finding, Severity
from cs_desk.domain.errors import Sentence
from cs_desk.domain.placeholder_syntax import Severity as Gravity

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.compliance import CheckedBody
    from cs_desk.domain.placeholder_syntax import Diagnosis

    Translate = Callable[[str], str]

_SHOWN = 40
# Supervisors may give the categories other names, which stay as they are.
_NAMES = (
    *(Sentence("站外联系方式"), Sentence("站外付款"), Sentence("电话、证件、地址")),
    *(Sentence("违法拒绝退货"), Sentence("诱导评价"), Sentence("妨碍买家维权")),
    *(Sentence("绝对化用语"), Sentence("保证效果、医疗用语"), Sentence("权威名义")),
    *(Sentence("发货承诺过头"), Sentence("金额承诺过头"), Sentence("没做就说做了")),
    *(Sentence("辱骂和冷淡"), Sentence("价格和紧缺"), Sentence("贬低别家"), Sentence("细节")),
)
# Messages to many people are a section of their own, without a name.
_TO_MANY = {"L15": Sentence("群发的营销话术")}
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
    category = f"{found.category} {_name(found.category, name, tr)}".strip()
    place = with_facts(tr("第 %1 到 %2 个字"), str(found.start + 1), str(found.end))
    return (
        f"[{severity}] {category} {place}{tr('：')}{_quoted(found.matched, tr)}\n"
        f"    {found.reason}\n"
        f"    {with_facts(tr('依据：%1'), found.basis)}"
    )


def _name(category: str, name: str, tr: Translate) -> str:
    known = next(
        (each for each in _NAMES if each.text == name), None if name else _TO_MANY.get(category)
    )
    return sentence(known, tr) if known else name


def _quoted(matched: str, tr: Translate) -> str:
    line = " ".join(matched.split())
    shown = line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
    return with_facts(tr("「%1」"), shown)
