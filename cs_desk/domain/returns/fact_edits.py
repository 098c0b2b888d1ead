"""Changes of a case's facts that were made while others changed them too."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cs_desk.domain.returns.return_case import CaseFacts

# Kept apart item by item: one person's moment or mark does not undo another's.
_MOMENTS, _FLAGS = "moments", "flags"


def rebased(stored: CaseFacts, known: CaseFacts, wanted: CaseFacts) -> CaseFacts:
    """Return ``stored`` with what somebody changed from ``known`` to ``wanted``, and no more."""
    changed: dict[str, Any] = {
        field.name: getattr(wanted, field.name)
        for field in fields(wanted)
        if getattr(wanted, field.name) != getattr(known, field.name)
    }
    if _FLAGS in changed:
        changed[_FLAGS] = (stored.flags | (wanted.flags - known.flags)) - (
            known.flags - wanted.flags
        )
    if _MOMENTS in changed:
        changed[_MOMENTS] = _rebased_moments(stored, known, wanted)
    return replace(stored, **changed)


def _rebased_moments(stored: CaseFacts, known: CaseFacts, wanted: CaseFacts) -> dict[Any, Any]:
    moments = dict(stored.moments)
    for anchor in {*known.moments, *wanted.moments}:
        at = wanted.moments.get(anchor)
        if at == known.moments.get(anchor):
            continue
        if at is None:
            moments.pop(anchor, None)
        else:
            moments[anchor] = at
    return moments
