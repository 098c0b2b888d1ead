"""What an author wants to know of a body: its fields, and what is odd about its placeholders.

This is also the door to the tokens and the parser for everyone outside the domain.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from cs_desk.domain.inclusion import expand
from cs_desk.domain.placeholder_parser import parse
from cs_desk.domain.placeholder_tokens import (
    ClipboardMark,
    CursorMark,
    Diagnosis,
    DiagnosisKind,
    Field,
    Include,
    LiteralText,
    Moment,
    ParsedBody,
    Severity,
    Token,
    Unreadable,
)

if TYPE_CHECKING:
    from cs_desk.domain.template import TemplateLibrary

__all__ = [
    "ClipboardMark",
    "CursorMark",
    "Diagnosis",
    "DiagnosisKind",
    "Field",
    "Include",
    "LiteralText",
    "Moment",
    "ParsedBody",
    "Severity",
    "Token",
    "Unreadable",
    "diagnose",
    "field_names",
    "parse",
]

# Half of the characters in common: 成市 still finds 城市.
_LIKENESS = 0.5
# difflib compares character by character; these bound its work on a hostile library.
_MOST_SUGGESTIONS = 10
_LONGEST_CANDIDATE = 20
_MOST_CANDIDATES = 500


def diagnose(body: str, library: TemplateLibrary) -> tuple[Diagnosis, ...]:
    """Return what is odd about ``body``, in order of place.

    Beside what ``parse`` sees, these are names that ``library`` does not define and includes that
    cannot be resolved. Names inside an included template are that template's own matter.
    """
    found = (*expand(body, library).diagnoses, *_unknown_names(body, library))
    return tuple(sorted(found, key=lambda diagnosis: (diagnosis.start, diagnosis.end)))


def field_names(body: str, library: TemplateLibrary) -> tuple[str, ...]:
    """Return the names of the fields, includes followed, each once, in order of first use."""
    tokens = expand(body, library).tokens
    return tuple(dict.fromkeys(token.name for token in tokens if isinstance(token, Field)))


def _unknown_names(body: str, library: TemplateLibrary) -> tuple[Diagnosis, ...]:
    defined = [definition.name for definition in library.placeholders]
    known = set(defined)
    unknown = [t for t in parse(body).tokens if isinstance(t, Field) and t.name not in known]
    names = tuple(dict.fromkeys(field.name for field in unknown))
    candidates = [n for n in defined[:_MOST_CANDIDATES] if len(n) <= _LONGEST_CANDIDATE]
    meant = {name: _closest(name, candidates) for name in names[:_MOST_SUGGESTIONS]}
    return tuple(
        Diagnosis(DiagnosisKind.UNKNOWN_NAME, f.start, f.end, f.name, meant.get(f.name, ""))
        for f in unknown
    )


def _closest(name: str, candidates: list[str]) -> str:
    return next(iter(get_close_matches(name, candidates, n=1, cutoff=_LIKENESS)), "")
