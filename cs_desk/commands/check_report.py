"""What ``cs-desk check`` finds, told as JSON or in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from cs_desk.app.wording import with_facts
from cs_desk.commands.findings_told import (
    finding_in_words,
    finding_shape,
    placeholder_findings,
)
from cs_desk.commands.invocation import ExitStatus, answer, answer_json, tell
from cs_desk.domain.compliance import Context, check_library, findings, promise_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.commands.invocation import Invocation, OpenDesk
    from cs_desk.domain.compliance import CheckedBody, Finding, RuleBook
    from cs_desk.domain.shop import Shop


class CheckReport:
    """Tells findings as they come, and counts them.

    Args:
        invocation: The run that asks.
        book: The rules.
        as_json: Whether to tell them to a script.
    """

    def __init__(self, invocation: Invocation, book: RuleBook, *, as_json: bool) -> None:
        self._invocation = invocation
        self._book = book
        self._as_json = as_json
        self._counts: Counter[str] = Counter()

    def take_text(self, text: str, desk: OpenDesk, shop: Shop) -> None:
        """Tell what is found in a text."""
        promised = promise_of(desk.replies.library, shop.filled())
        context = Context(promised=promised, now=self._invocation.now())
        for found in findings(text, self._book, context):
            self._tell(found, {})

    def take_library(self, desk: OpenDesk, shop: Shop) -> None:
        """Tell what is found in every reply of the library."""
        library, now = desk.replies.library, self._invocation.now()
        for checked in check_library(library, self._book, shop.filled(), now):
            told = list(self._findings(checked))
            if told and not self._as_json:
                answer(_heading(checked))
            for found, where in told:
                self._tell(found, {"title": checked.template.title, "tone": checked.tone, **where})

    def finish(self) -> ExitStatus:
        """Tell how many were found, and return the answer."""
        blocking, warning, info = (self._counts[kind] for kind in ("block", "warn", "info"))
        if self._counts and not self._as_json:
            tr = self._invocation.tr
            counted = with_facts(tr("阻止 %1 处，提醒 %2 处"), str(blocking), str(warning))
            tell(f"{counted}{with_facts(tr('，提示 %1 处'), str(info))}")
        return ExitStatus.ANSWER_IS_NO if blocking else ExitStatus.DONE

    def _findings(self, checked: CheckedBody) -> Iterator[tuple[Finding, dict[str, Any]]]:
        """Yield the findings of a body, each with the text that its places count in."""
        for found in placeholder_findings(checked, self._invocation.tr):
            yield found, {"in": "body", "text": checked.body}
        for found in checked.findings:
            yield found, {"in": "filled", "text": checked.text}

    def _tell(self, found: Finding, where: dict[str, Any]) -> None:
        self._counts[found.severity.value] += 1
        if self._as_json:
            answer_json({**finding_shape(found), **where})
        else:
            name = self._book.names.get(found.category, "")
            answer(finding_in_words(found, name, self._invocation.tr))


def _heading(checked: CheckedBody) -> str:
    template = checked.template
    told = [
        template.title,
        *([checked.tone] if checked.tone else []),
        template.group,
        template.code,
    ]
    return "# " + " · ".join(part for part in told if part)
