"""The grammar that the case commands share: ``--now``, ``--json``, and how a refusal is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.wording import trouble
from cs_desk.commands.grammar import DeskCommand, moment_option, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, tell
from cs_desk.commands.values import WrongValueError
from cs_desk.domain.errors import CaseRefusedError
from cs_desk.domain.returns.fact_rules import refuse_wrong_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cs_desk.domain.returns.return_case import CaseFacts


class CaseCommand(DeskCommand):
    """A command on return cases; what a case does not allow is a "no", told in a sentence."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command."""
        try:
            return super().invoke(ctx)
        except CaseRefusedError as refused:
            invocation = ctx.find_object(Invocation)
            assert invocation is not None  # answer_command() passes it
            tell(trouble(refused, invocation.tr))
            return ExitStatus.ANSWER_IS_NO


def case_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every case command."""
    as_json = click.option("--json", "as_json", is_flag=True, help="每张退货单输出一行 JSON")
    return as_json(moment_option(shared_options(command)))


def refuse_impossible(facts: CaseFacts, now: datetime) -> None:
    """Raise WrongValueError for facts that cannot be true at ``now``, whatever the case."""
    try:
        refuse_wrong_facts(facts, now)
    except CaseRefusedError as error:
        raise WrongValueError(error.reason) from error
