"""``{片段:标题}``: one reply written into another.

An include is resolved completely or not at all: where the title, or anything below it, cannot be
had, the token that stands in the outermost body remains, and its diagnosis says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cs_desk.domain.placeholder_parser import MAX_BODY_LENGTH, parse
from cs_desk.domain.placeholder_tokens import (
    Diagnosis,
    DiagnosisKind,
    Field,
    Include,
    Severity,
    Unreadable,
)

if TYPE_CHECKING:
    from cs_desk.domain.placeholder_tokens import Token
    from cs_desk.domain.template import TemplateLibrary

MAX_LEVELS = 3
"""How deep includes may nest below the reply itself."""

MAX_EXPANDED_LENGTH = 2 * MAX_BODY_LENGTH
"""Characters of body text that one reply may be made of, its own body included."""

MAX_FIELDS = 60
"""Different names that one reply may use; a window has to show an editor for each."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A body with its includes resolved.

    Attributes:
        tokens: Without any ``Include``, and with at most ``MAX_FIELDS`` names; an include that
            could not be resolved, and a field with one name too many, is ``Unreadable``. The
            positions of a token count in the body from which it came.
        diagnoses: What is odd about the body and its includes, placed in the outermost body.
    """

    tokens: tuple[Token, ...]
    diagnoses: tuple[Diagnosis, ...]


def expand(body: str, library: TemplateLibrary) -> Expansion:
    """Resolve the includes of ``body``, in time proportional to ``MAX_EXPANDED_LENGTH``."""
    resolved = _resolved(body, library)
    tokens, surplus = _with_few_names(resolved.tokens)
    if surplus is None:
        return resolved
    crowded = Diagnosis(DiagnosisKind.TOO_MANY_FIELDS, 0, len(body), surplus)
    return Expansion(tokens, (*resolved.diagnoses, crowded))


def _with_few_names(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], str | None]:
    """Return ``tokens`` with at most ``MAX_FIELDS`` names, and the first name too many."""
    names = list(dict.fromkeys(token.name for token in tokens if isinstance(token, Field)))
    surplus = set(names[MAX_FIELDS:])
    if not surplus:
        return tokens, None
    kept = tuple(
        Unreadable(token.start, token.end, f"{{{token.name}}}")
        if isinstance(token, Field) and token.name in surplus
        else token
        for token in tokens
    )
    return kept, names[MAX_FIELDS]


def _resolved(body: str, library: TemplateLibrary) -> Expansion:
    parsed = parse(body)
    if not any(isinstance(token, Include) for token in parsed.tokens):
        return Expansion(parsed.tokens, parsed.diagnoses)
    expander = _Expander(body, library)
    tokens: list[Token] = []
    diagnoses = list(parsed.diagnoses)
    for token in parsed.tokens:
        if not isinstance(token, Include):
            tokens.append(token)
            continue
        try:
            tokens += expander.included(token.title)
        except _UnresolvedError as problem:
            tokens.append(Unreadable(token.start, token.end, token.text))
            diagnoses.append(replace(problem.diagnosis, start=token.start, end=token.end))
    return Expansion(tuple(tokens), tuple(diagnoses))


class _UnresolvedError(Exception):
    """An include that cannot be resolved; unwinds to the outermost body."""

    def __init__(self, kind: DiagnosisKind, title: str) -> None:
        super().__init__(kind, title)
        self.diagnosis = Diagnosis(kind, 0, 0, title)


class _Expander:
    """Resolves the includes of one body, until the characters allowed to it are used up."""

    def __init__(self, body: str, library: TemplateLibrary) -> None:
        self._room = MAX_EXPANDED_LENGTH - len(body)
        # Reversed, so that the first of two equal titles wins, as in TemplateLibrary.find.
        self._bodies = {t.title: t.body for t in reversed(library.templates)}

    def included(self, title: str) -> tuple[Token, ...]:
        """Return the tokens of the template with this title, none of them an include.

        Raises:
            _UnresolvedError: The title, or one that it includes, cannot be had.
        """
        return tuple(self._resolve(title, (), level=1))

    def _resolve(self, title: str, path: tuple[str, ...], level: int) -> list[Token]:
        if title in path:
            raise _UnresolvedError(DiagnosisKind.INCLUDE_CYCLE, title)
        if title not in self._bodies:
            raise _UnresolvedError(DiagnosisKind.INCLUDE_MISSING, title)
        if level > MAX_LEVELS:
            raise _UnresolvedError(DiagnosisKind.INCLUDE_TOO_DEEP, title)
        body = self._bodies[title]
        if len(body) > self._room:
            raise _UnresolvedError(DiagnosisKind.TOO_LONG, title)
        self._room -= len(body)
        parsed = parse(body)
        if fault := _first_error(parsed.diagnoses):
            raise _UnresolvedError(fault.kind, title)
        tokens: list[Token] = []
        for token in parsed.tokens:
            if isinstance(token, Include):
                tokens += self._resolve(token.title, (*path, title), level + 1)
            else:
                tokens.append(token)
        return tokens


def _first_error(diagnoses: tuple[Diagnosis, ...]) -> Diagnosis | None:
    return next((d for d in diagnoses if d.severity is Severity.ERROR), None)
