"""A body filled with values: the text that goes to the buyer, and what still keeps it back.

A name has one given value. Where none is given, each place takes its own inline default, a place
without one the first inline default of that name, then the definition's. Values are inserted as
they are and never read for placeholders.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from cs_desk.domain.date_pattern import format_moment
from cs_desk.domain.inclusion import expand
from cs_desk.domain.placeholder_syntax import diagnose
from cs_desk.domain.placeholder_tokens import (
    ClipboardMark,
    CursorMark,
    Diagnosis,
    DiagnosisKind,
    Field,
    Include,
    LiteralText,
    Moment,
    Unreadable,
)
from cs_desk.domain.placeholder_values import CheckedValue, InvalidReason, check_value
from cs_desk.domain.template import Placeholder, PlaceholderSource, PlaceholderType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from cs_desk.domain.placeholder_tokens import Token
    from cs_desk.domain.template import TemplateLibrary

MAX_VALUES_LENGTH = 10_000
"""Characters that all values of one reply may have together."""

# What it holds has been on the clipboard already, so it is not marked personal.
CLIPBOARD = Placeholder(
    "剪贴板", PlaceholderType.MULTILINE, PlaceholderSource.COMPUTED, max_length=2_000
)
"""What ``{剪贴板}`` takes."""


class ValueSource(StrEnum):
    """Where a value came from."""

    ARGUMENT = "argument"
    SHOP = "shop"
    CASE = "case"
    BUYER = "buyer"
    DEFAULT = "default"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class GivenValue:
    """A value that someone gave for a name; an empty one counts as not given."""

    value: str
    source: ValueSource


class PieceKind(StrEnum):
    """What a stretch of a filled text is."""

    LITERAL = "literal"
    VALUE = "value"
    MISSING = "missing"
    INVALID = "invalid"
    PROBLEM = "problem"


_BLOCKING = frozenset({PieceKind.MISSING, PieceKind.INVALID, PieceKind.PROBLEM})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the filled text.

    Attributes:
        start: Where it begins, in code points of the filled text.
        end: Where it ends.
        kind: What it is; a problem is a placeholder that cannot be resolved, left as written.
        name: The name whose value stands or is missing there; 日期 or 时间 for a moment.
    """

    start: int
    end: int
    kind: PieceKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class FilledField:
    """A name that the reply uses, and its value: that of its first place, if all are valid.

    Attributes:
        name: What stands between the braces.
        placeholder: Its definition, with the choices that the body itself offers; made up for a
            name that the library does not define.
        value: The value in its final form; empty if there is none.
        source: Where the value came from; None if there is none.
        missing: Whether it has no value although the reply needs one.
        reason: Why the value may not be sent; None if it may.
    """

    name: str
    placeholder: Placeholder
    value: str
    source: ValueSource | None
    missing: bool
    reason: InvalidReason | None


@dataclass(frozen=True, slots=True)
class FilledReply:
    """A filled body.

    Attributes:
        text: What an agent sees, and what a buyer gets if ``complete``.
        pieces: Stretches of ``text``, in order, which cover it.
        fields: The names in use, each once, in order of first use; 剪贴板 is one of them.
        diagnoses: What is odd about the body.
        cursor: Where the caret goes, in code points of ``text``; None if that is left open.
        complete: Whether nothing is missing, invalid or unresolved.
        personal: Whether ``text`` holds a given value that identifies a buyer.
    """

    text: str
    pieces: tuple[Piece, ...]
    fields: tuple[FilledField, ...]
    diagnoses: tuple[Diagnosis, ...]
    cursor: int | None
    complete: bool
    personal: bool


def fill(
    body: str,
    library: TemplateLibrary,
    given: Mapping[str, GivenValue],
    now: datetime,
    clipboard: str = "",
) -> FilledReply:
    """Fill ``body`` with values; every text and every value has a result.

    Args:
        body: A reply's text with its placeholders.
        library: Definitions of the names, and the templates that the body includes.
        given: One value per name, already chosen among those who know it.
        now: The present moment, for ``{日期}``, ``{时间}`` and for dates that may not be past.
        clipboard: What is on the clipboard, for ``{剪贴板}``.
    """
    tokens = expand(body, library).tokens
    values = _values(tokens, library, given, now, clipboard)
    page = _Page()
    for token in tokens:
        _write(page, token, values, now)
    diagnoses = diagnose(body, library)
    if page.first_without_room:
        crowded = Diagnosis(DiagnosisKind.TOO_LONG, 0, len(body), page.first_without_room)
        diagnoses = (*diagnoses, crowded)
    return FilledReply(
        text=page.text(),
        pieces=tuple(page.pieces),
        fields=tuple(value.field() for value in values.values()),
        diagnoses=diagnoses,
        cursor=page.cursor,
        complete=not any(piece.kind in _BLOCKING for piece in page.pieces),
        personal=_holds_personal_value(page.pieces, values),
    )


class _NamedValue:
    """The value of one name, place by place."""

    def __init__(
        self,
        placeholder: Placeholder,
        given: GivenValue | None,
        inline: tuple[str, ...],
        now: datetime,
    ) -> None:
        self.placeholder = placeholder
        self._given = given
        self._defaults = inline or (placeholder.default or "",)
        self._now = now
        self._checked: dict[str, CheckedValue] = {}
        if given and not self._check(given.value).value:
            self._given = None

    @property
    def source(self) -> ValueSource | None:
        """Where the value comes from; None if there is none."""
        if self._given:
            return self._given.source
        return ValueSource.DEFAULT if self._defaults[0] else None

    def at(self, default: str | None) -> CheckedValue:
        """Return the value for a place with its own ``default``; empty if there is none."""
        return self._check(self._given.value if self._given else default or self._defaults[0])

    def field(self) -> FilledField:
        """Return what the first place of the name got, or the first with an invalid value."""
        values = [self.at(default) for default in self._defaults]
        shown = next((value for value in values if value.reason), values[0])
        missing = not shown.value and self.placeholder.required
        source = self.source if shown.value else None
        name = self.placeholder.name
        return FilledField(name, self.placeholder, shown.value, source, missing, shown.reason)

    def _check(self, raw: str) -> CheckedValue:
        if raw not in self._checked:
            self._checked[raw] = check_value(self.placeholder, raw, self._now)
        return self._checked[raw]


def _values(
    tokens: Iterable[Token],
    library: TemplateLibrary,
    given: Mapping[str, GivenValue],
    now: datetime,
    clipboard: str,
) -> dict[str, _NamedValue]:
    """Return the value of every name in use, in order of first use."""
    uses: dict[str, list[Field]] = {}
    for token in tokens:
        if isinstance(token, Field):
            uses.setdefault(token.name, []).append(token)
        elif isinstance(token, ClipboardMark):
            uses.setdefault(CLIPBOARD.name, [])
    # Reversed, so that the first of two equal names wins, as in TemplateLibrary.placeholder.
    defined = {definition.name: definition for definition in reversed(library.placeholders)}
    values: dict[str, _NamedValue] = {}
    for name, fields in uses.items():
        if name == CLIPBOARD.name:
            pasted = GivenValue(clipboard, ValueSource.COMPUTED)
            values[name] = _NamedValue(CLIPBOARD, given.get(name, pasted), (), now)
            continue
        inline = tuple(field.default for field in fields if field.default)
        placeholder = _placeholder(defined.get(name), name, fields)
        values[name] = _NamedValue(placeholder, given.get(name), inline, now)
    return values


def _placeholder(known: Placeholder | None, name: str, uses: list[Field]) -> Placeholder:
    """Return the definition with the choices of the body, made up if there is none."""
    choices = tuple(dict.fromkeys(choice for use in uses for choice in use.choices))
    # One choice is no choice, but another way to write a default.
    if len(choices) < 2:
        return known or Placeholder(name)
    if known:
        return replace(known, choices=choices)
    return Placeholder(name, PlaceholderType.CHOICE, choices=choices)


class _Page:
    """The text as it is written, piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.cursor: int | None = None
        self.first_without_room = ""
        self._parts: list[str] = []
        self._length = 0
        self._room = MAX_VALUES_LENGTH

    def text(self) -> str:
        """Return what was written so far."""
        return "".join(self._parts)

    def write(self, text: str, kind: PieceKind, name: str = "") -> None:
        """Write a piece; an empty one leaves no trace."""
        if not text:
            return
        end = self._length + len(text)
        self.pieces.append(Piece(self._length, end, kind, name))
        self._parts.append(text)
        self._length = end

    def write_value(self, value: CheckedValue, name: str) -> None:
        """Write a value, or its token where no room is left for values."""
        if len(value.value) > self._room:
            self.first_without_room = self.first_without_room or name
            self.write(f"{{{name}}}", PieceKind.PROBLEM, name)
            return
        self._room -= len(value.value)
        self.write(value.value, PieceKind.INVALID if value.reason else PieceKind.VALUE, name)

    def mark_cursor(self) -> None:
        """Let the caret go here, unless it has a place already."""
        if self.cursor is None:
            self.cursor = self._length


def _write(page: _Page, token: Token, values: Mapping[str, _NamedValue], now: datetime) -> None:
    match token:
        case LiteralText():
            page.write(token.text, PieceKind.LITERAL)
        case Field():
            _write_field(page, values[token.name], token.default)
        case ClipboardMark():
            _write_field(page, values[CLIPBOARD.name], None)
        case Moment():
            written = format_moment(now + token.offset, token.pattern)
            page.write(written, PieceKind.VALUE, token.name)
        case CursorMark():
            page.mark_cursor()
        case Unreadable() | Include():
            page.write(token.text, PieceKind.PROBLEM)
        case _:
            assert_never(token)


def _write_field(page: _Page, named: _NamedValue, default: str | None) -> None:
    value = named.at(default)
    name = named.placeholder.name
    if value.value:
        page.write_value(value, name)
    elif named.placeholder.required:
        page.write(f"{{{name}}}", PieceKind.MISSING, name)


def _holds_personal_value(pieces: list[Piece], values: Mapping[str, _NamedValue]) -> bool:
    """Return whether a buyer's own data is in the text; a default (亲) is nobody's."""
    return any(
        piece.kind is PieceKind.VALUE
        and (named := values.get(piece.name)) is not None
        and named.placeholder.personal
        and named.source is not ValueSource.DEFAULT
        for piece in pieces
    )
