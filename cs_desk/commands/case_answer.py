"""How the case commands answer: a case as JSON, or a message about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.commands.invocation import answer_json

if TYPE_CHECKING:
    from cs_desk.commands.invocation import Invocation, OpenDesk
    from cs_desk.domain.returns.case_view import CaseView


def answer_case(invocation: Invocation, desk: OpenDesk, view: CaseView) -> None:
    """Print a case as JSON."""
    # Only scripts wait for it to load.
    from cs_desk.commands.case_shape import case_shape  # noqa: PLC0415

    shape = case_shape(
        view,
        desk.replies.library,
        invocation.now(),
        invocation.tr,
        retention_days=desk.cases.retention_days,
    )
    answer_json(shape)
