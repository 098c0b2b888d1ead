"""A checklist as a supervisor changes it: every edit gives another value."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from cs_desk.domain.returns.checklist import Check, Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.returns.checklist import Checklist, GoodCondition, Step, Timer

_Entry = TypeVar("_Entry")


def with_check(checklist: Checklist, step: int, place: int, check: Check) -> Checklist:
    """Return ``checklist`` with ``check`` at ``place`` of the step at the place ``step``."""
    return _with_checks(checklist, step, _put(checklist.steps[step].checks, place, check))


def with_new_check(checklist: Checklist, step: int, place: int, title: str) -> Checklist:
    """Return ``checklist`` with a new check at ``place``, for every case and not mandatory."""
    checks = checklist.steps[step].checks
    check = Check(_new_key(checklist), title)
    return _with_checks(checklist, step, (*checks[:place], check, *checks[place:]))


def without_check(checklist: Checklist, step: int, place: int) -> Checklist:
    """Return ``checklist`` without the check at ``place``."""
    checks = checklist.steps[step].checks
    return _with_checks(checklist, step, (*checks[:place], *checks[place + 1 :]))


def with_check_moved(checklist: Checklist, step: int, place: int, to: int) -> Checklist:
    """Return ``checklist`` with the check at ``place`` standing at the place ``to``."""
    checks = list(checklist.steps[step].checks)
    checks.insert(to, checks.pop(place))
    return _with_checks(checklist, step, tuple(checks))


def with_suggestions(
    checklist: Checklist, step: int, replies: Sequence[str], known: Sequence[Suggestion]
) -> Checklist:
    """Return ``checklist`` with these suggestions for the step at the place ``step``.

    Args:
        checklist: What is edited.
        step: Place of the step.
        replies: Codes, themes or ids, in order.
        known: Suggestions that were there before: these keep the cases that they are for.
    """
    left = list(known)
    found = []
    for reply in replies:
        before = next((each for each in left if each.reply == reply), None)
        if before is not None:
            left.remove(before)
        found.append(before or Suggestion(reply))
    changed = replace(checklist.steps[step], suggestions=tuple(found))
    return _with_step(checklist, step, changed)


def with_timer(checklist: Checklist, place: int, timer: Timer) -> Checklist:
    """Return ``checklist`` with ``timer`` at ``place``."""
    return replace(checklist, timers=_put(checklist.timers, place, timer))


def with_condition(checklist: Checklist, place: int, condition: GoodCondition) -> Checklist:
    """Return ``checklist`` with ``condition`` at ``place``."""
    return replace(checklist, conditions=_put(checklist.conditions, place, condition))


def _with_checks(checklist: Checklist, step: int, checks: tuple[Check, ...]) -> Checklist:
    return _with_step(checklist, step, replace(checklist.steps[step], checks=checks))


def _with_step(checklist: Checklist, place: int, step: Step) -> Checklist:
    return replace(checklist, steps=_put(checklist.steps, place, step))


def _put(entries: tuple[_Entry, ...], place: int, entry: _Entry) -> tuple[_Entry, ...]:
    return (*entries[:place], entry, *entries[place + 1 :])


def _new_key(checklist: Checklist) -> str:
    """Return a key that no check has.

    It holds the version that is edited, so that a check which another version had and this one
    has not is never taken for the new one when a case moves on.
    """
    version = re.sub("[^a-z0-9]+", "_", checklist.version.lower())[:40]
    keys = (f"own_{version}_{number}" for number in count(1))
    return next(key for key in keys if checklist.check(key) is None)
