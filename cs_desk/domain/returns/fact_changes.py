"""What differs between two states of a case's facts, as its history keeps it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from cs_desk.domain.returns.kinds import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.returns.return_case import CaseFacts

MOMENT_KEY = "moments."
"""What the name of a changed moment begins with; its anchor follows."""

UNTOLD_FACTS = frozenset({"buyer", "item", "spec", "goods", "returned", "shop"})
"""Facts whose value is not kept in the history: words may hold personal data, ids tell nothing."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is another one now.

    Attributes:
        name: Its field; ``moments.signed`` for one of the moments.
        value: What it is now: an enum's value, 分 in digits, a moment in ISO 8601, flags parted
            by blanks; empty for none, and for ``UNTOLD_FACTS``.
    """

    name: str
    value: str = ""


def fact_changes(before: CaseFacts, after: CaseFacts) -> tuple[FactChange, ...]:
    """Return what is different in ``after``, in the order of the fields."""
    return tuple(_changes(before, after))


def _changes(before: CaseFacts, after: CaseFacts) -> Iterator[FactChange]:
    for name in (field.name for field in fields(after)):
        if name == "moments":
            yield from _moved(before, after)
        elif getattr(after, name) != getattr(before, name):
            yield FactChange(name, "" if name in UNTOLD_FACTS else _written(getattr(after, name)))


def _moved(before: CaseFacts, after: CaseFacts) -> Iterator[FactChange]:
    for anchor in Anchor:
        at = after.moments.get(anchor)
        if at != before.moments.get(anchor):
            yield FactChange(f"{MOMENT_KEY}{anchor}", at.isoformat() if at else "")


def _written(value: str | int | frozenset[str] | None) -> str:
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    return "" if value is None else str(value)
