"""What a body is made of: text, placeholders, and what is odd about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import timedelta


@dataclass(frozen=True, slots=True)
class LiteralText:
    """Text that stands for itself; ``text`` has its doubled braces undone."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A named value; ``default`` is None without one, ``choices[0]`` where choices are given."""

    start: int
    end: int
    name: str
    default: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """``{日期}`` or ``{时间}``: now plus ``offset``, written as ``pattern``."""

    start: int
    end: int
    name: str
    offset: timedelta
    pattern: str


@dataclass(frozen=True, slots=True)
class Include:
    """The body of the template titled ``title``; ``text`` is the token as written."""

    start: int
    end: int
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class CursorMark:
    """Where the caret goes."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClipboardMark:
    """Where the clipboard's text goes."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Text that no buyer may get; it stays visible and blocks the copy.

    It was meant as a placeholder but is none, has no room as one, or turns the direction of text.
    """

    start: int
    end: int
    text: str


Token = LiteralText | Field | Moment | Include | CursorMark | ClipboardMark | Unreadable
"""A part of a body; ``start`` and ``end`` are code point offsets in that body."""


class Severity(StrEnum):
    """How bad a diagnosis is: only an error blocks the copy by itself."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


class DiagnosisKind(StrEnum):
    """What is odd about a placeholder."""

    UNCLOSED = "unclosed"
    STRAY_CLOSE = "stray_close"
    EMPTY_NAME = "empty_name"
    LINE_BREAK = "line_break"
    EMPTY_DEFAULT = "empty_default"
    SINGLE_CHOICE = "single_choice"
    SECOND_CURSOR = "second_cursor"
    FULL_WIDTH_BRACES = "full_width_braces"
    CHOICES_IN_DEFAULT = "choices_in_default"
    BAD_DATE_PATTERN = "bad_date_pattern"
    UNKNOWN_NAME = "unknown_name"
    BAD_OFFSET = "bad_offset"
    RESERVED_NAME = "reserved_name"
    INCLUDE_MISSING = "include_missing"
    INCLUDE_CYCLE = "include_cycle"
    INCLUDE_TOO_DEEP = "include_too_deep"
    TOO_LONG = "too_long"
    TOO_MANY_FIELDS = "too_many_fields"
    HIDDEN_CHARACTERS = "hidden_characters"


_WARNINGS = frozenset(
    {
        DiagnosisKind.FULL_WIDTH_BRACES,
        DiagnosisKind.CHOICES_IN_DEFAULT,
        DiagnosisKind.BAD_DATE_PATTERN,
        DiagnosisKind.UNKNOWN_NAME,
    }
)
_ERRORS = frozenset(
    {
        DiagnosisKind.BAD_OFFSET,
        DiagnosisKind.RESERVED_NAME,
        DiagnosisKind.INCLUDE_MISSING,
        DiagnosisKind.INCLUDE_CYCLE,
        DiagnosisKind.INCLUDE_TOO_DEEP,
        DiagnosisKind.TOO_LONG,
        DiagnosisKind.TOO_MANY_FIELDS,
        DiagnosisKind.HIDDEN_CHARACTERS,
    }
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Something odd in a body.

    Attributes:
        kind: What it is.
        start: Where it begins, in code points of the body.
        end: Where it ends.
        subject: The name, title, pattern or character in question.
        suggestion: What was probably meant; a defined name for ``unknown_name``, otherwise the
            text to put in place of the range; empty if we cannot tell.
    """

    kind: DiagnosisKind
    start: int
    end: int
    subject: str = ""
    suggestion: str = ""

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        if self.kind in _ERRORS:
            return Severity.ERROR
        return Severity.WARN if self.kind in _WARNINGS else Severity.INFO


@dataclass(frozen=True, slots=True)
class ParsedBody:
    """The tokens of a body, in order and without gaps, and what is odd about it."""

    tokens: tuple[Token, ...]
    diagnoses: tuple[Diagnosis, ...]
