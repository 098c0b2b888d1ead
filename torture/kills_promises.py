"""What programs had said when they were killed, and what the desk has to hold then."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from torture.findings import Fault, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What the desk holds, fact by fact; a fact that it does not hold stands not in it.
Facts: TypeAlias = dict[str, object]


def intent(changes: Mapping[str, object]) -> str:
    """Return how a program announces ``changes`` of facts; None stands for one that goes."""
    return f"intent {json.dumps(changes)}"


_SHOWN = 40

ACK = "ack"
"""How it says that they are stored."""


class Promises:
    """What the programs at one desk promised, over many kills."""

    def __init__(self) -> None:
        self._facts: Facts = {}
        self._past: set[tuple[str, object]] = set()
        self._pending: dict[int, Facts] = {}
        self._acknowledged = 0
        self._trouble = ""

    @property
    def facts(self) -> Facts:
        """What the desk held when it was last judged."""
        return dict(self._facts)

    def hear(self, lines: Iterable[str], speaker: int = 0) -> None:
        """Take in what one program said until it was killed."""
        for line in lines:
            word, _, rest = line.partition(" ")
            match word:
                case "intent":
                    self._pending[speaker] = json.loads(rest)
                case "ack":
                    self._take_in(self._pending.pop(speaker))
                    self._acknowledged += 1
                case "trouble":
                    self._trouble = self._trouble or rest
                case "ready":
                    pass
                case _:
                    raise ValueError(line)

    def judge(self, found: Facts) -> Finding:
        """Return what is to be said of a desk that holds ``found``, and go on from there."""
        acknowledged = self._acknowledged
        fault, told = self._fault(found)
        for earlier in (self._facts, *self._pending.values()):
            self._past.update(earlier.items())
        self._facts, self._pending, self._acknowledged = dict(found), {}, 0
        self._trouble = ""
        return Finding(acknowledged, fault, told)

    def _fault(self, found: Facts) -> tuple[Fault | None, str]:
        if self._trouble:
            return Fault.UNREADABLE, self._trouble
        expected = dict(self._facts)
        for pending in self._pending.values():
            if all(found.get(fact) == value for fact, value in pending.items()):
                expected.update(pending)
        for fact in sorted(expected.keys() | found.keys()):
            there, promised = found.get(fact), expected.get(fact)
            if there != promised:
                is_old = there is None or (fact, there) in self._past
                told = f"{fact} is {_short(there)}, but {_short(promised)} was acknowledged"
                return Fault.LOST if is_old else Fault.WRONG, told
        return None, ""

    def _take_in(self, changes: Facts) -> None:
        self._past.update((fact, self._facts.get(fact)) for fact in changes)
        self._facts.update(changes)


def _short(value: object) -> str:
    return f"{value}"[:_SHOWN]
