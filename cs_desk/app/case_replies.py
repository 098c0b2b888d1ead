"""Replies for a return case: the current step's, filled from the case, and logged when copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DeskError
from cs_desk.domain.returns.case_values import values_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.ports import Clock
    from cs_desk.app.reply_desk import Composition, CopyReport, ReplyDesk
    from cs_desk.app.return_cases import ReturnCases
    from cs_desk.app.shops import Shops
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

_MOST_PINNED = 6


@dataclass(frozen=True, slots=True)
class PinnedReply:
    """A reply that helps with the current step, filled from the case.

    Attributes:
        template_id: Its template.
        title: The template's title.
        text: The filled text; empty while something is missing.
        missing: Names that have no value, or a wrong one.
        personal: Whether it holds the buyer's personal data.
    """

    template_id: str
    title: str
    text: str
    missing: tuple[str, ...]
    personal: bool


@dataclass(frozen=True, slots=True)
class CaseCopy:
    """What became of the copy of a case's reply.

    Attributes:
        report: What became of the copy itself.
        view: The case with the copy logged; None if it was not copied, or not logged.
        unlogged: Why it could not be logged, though the text was copied.
    """

    report: CopyReport
    view: CaseView | None = None
    unlogged: DeskError | None = None


class CaseReplies:
    """The replies that help with a case."""

    def __init__(self, desk: ReplyDesk, cases: ReturnCases, shops: Shops, clock: Clock) -> None:
        self._desk = desk
        self._cases = cases
        self._shops = shops
        self._clock = clock

    def pinned(self, view: CaseView, tone: str) -> tuple[PinnedReply, ...]:
        """Return the replies of the case's current step, in the order of the checklist."""
        return tuple(_pinned(self._filled(view, template, tone)) for template in self._of(view))

    def copy(
        self, view: CaseView, template_id: str, tone: str, done: Callable[[CaseCopy], None]
    ) -> None:
        """Copy a pinned reply and write that down in the case; report through ``done``.

        Raises:
            ValueError: The library has no such reply, or something in it is missing.
        """
        template = self._desk.library.find(template_id)
        if template is None:
            raise ValueError(template_id)

        def finish(report: CopyReport) -> None:
            done(self._logged(view.case.id, report))

        # Dates move on while a case stands on screen: fill it at the moment of the copy.
        self._desk.copy(self._filled(view, template, tone), finish)

    def _logged(self, case_id: str, report: CopyReport) -> CaseCopy:
        if not report.result.copied:
            return CaseCopy(report)
        composition = report.composition
        try:
            text = composition.reply.text
            view = self._cases.log_reply(case_id, composition.template, text)
        except DeskError as trouble:
            return CaseCopy(report, unlogged=trouble)
        return CaseCopy(report, view)

    def _filled(self, view: CaseView, template: ReplyTemplate, tone: str) -> Composition:
        values = values_of(view, self._clock.now())
        # The address of another shop would send the goods astray.
        shop = next((s for s in self._shops.all() if s.id == view.case.facts.shop), None)
        return self._desk.compose(template, tone, case=values, shop=shop)

    def _of(self, view: CaseView) -> list[ReplyTemplate]:
        step = view.step(view.current)
        wanted = step.suggestions if step else ()
        found = {t.id: t for name in wanted for t in suggested(name, self._desk.library)}
        return list(found.values())[:_MOST_PINNED]


def suggested(name: str, library: TemplateLibrary) -> tuple[ReplyTemplate, ...]:
    """Return the replies that a checklist means by ``name``: a theme, a code or an id."""
    named = (t for t in library.templates if name in (t.theme, t.code, t.id))
    return tuple(named) if name else ()


def _pinned(filled: Composition) -> PinnedReply:
    reply = filled.reply
    gaps = (field.name for field in reply.fields if field.missing or field.reason is not None)
    return PinnedReply(
        template_id=filled.template.id,
        title=filled.template.title,
        text=reply.text if reply.complete else "",
        missing=tuple(gaps),
        personal=reply.personal,
    )
