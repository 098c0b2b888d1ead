"""What to write in place of something odd in a body, where we can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.placeholder_syntax import DiagnosisKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.placeholder_syntax import Diagnosis

# The suggestion stands for the subject alone; for other kinds it stands for the whole range.
_OF_THE_SUBJECT = frozenset({DiagnosisKind.UNKNOWN_NAME, DiagnosisKind.BAD_DATE_PATTERN})
# A brace that means itself is written twice.
_LONE_BRACES = {DiagnosisKind.UNCLOSED: "{{", DiagnosisKind.STRAY_CLOSE: "}}"}


def mended(body: str, found: Diagnosis) -> str:
    """Return what should stand in place of the range of ``found``; empty if we cannot tell."""
    if found.kind in _LONE_BRACES:
        return _LONE_BRACES[found.kind]
    if found.kind in _OF_THE_SUBJECT and found.suggestion:
        return body[found.start : found.end].replace(found.subject, found.suggestion, 1)
    return found.suggestion


def name_to_close(body: str, found: Diagnosis, names: Iterable[str]) -> str:
    """Return the longest of ``names`` that an unclosed brace stands right before; empty if none."""
    if found.kind is not DiagnosisKind.UNCLOSED:
        return ""
    begun = (name for name in names if name and body.startswith(name, found.end))
    return max(begun, key=len, default="")
