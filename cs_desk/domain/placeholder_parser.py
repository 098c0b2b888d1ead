"""The placeholders of a body, read from its text.

==================  =====================================================================
``{名称}``          a field
``{名称:默认}``     a field with its own default; everything after the first ``:`` is the default
``{名称|甲|乙}``    a field with choices, the first of which is its default
``{日期+7=M月d日}`` today, moved by days; format of ``date_pattern``, ``M月d日`` without one
``{时间+30=HH:mm}`` now, moved by minutes; ``HH:mm`` without a format
``{片段:标题}``     the body of the template with this title
``{光标}``          where the caret goes after pasting
``{剪贴板}``        what is on the clipboard
``{{``  ``}}``      one literal brace
==================  =====================================================================

An offset may name its unit: 天, 周, 小时 or 分钟, as in ``{时间+2小时}``. A name is any text
without braces, line breaks, ``:`` and ``|``; blanks around names, defaults and choices do not
count. Inside braces ``：｜＋－＝`` work like their half-width forms, which is what Chinese input
methods type. Full-width braces are text, with a warning.

Braces that hold no placeholder are text, with a diagnosis. One that is meant as a placeholder
but cannot be understood (``{日期+x}``) becomes ``Unreadable``, which no reply may carry to a buyer.
So does a character that turns the direction of text, and a placeholder with one inside.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.date_pattern import names_a_moment, suggested_pattern
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
    Unreadable,
)
from cs_desk.domain.text_direction import DIRECTION_CONTROL, with_direction_controls_shown

if TYPE_CHECKING:
    from cs_desk.domain.placeholder_tokens import Token

MAX_BODY_LENGTH = 10_000
"""Longest body, in characters; a longer one is not read for placeholders."""

LONGEST_OFFSET_DAYS = 3660
"""Furthest from now that ``{日期+n}`` may point, either way: ten years."""

_TURN = DIRECTION_CONTROL.pattern
_MARK = re.compile(r"\{\{|\}\}|[{}｛]|" + _TURN + "+")
_UP_TO_BRACE = re.compile(r"[^{}]*+")
_FULL_WIDTH_PAIR = re.compile(r"[{｛]((?:(?!" + _TURN + r")[^{}｛｝\r\n])++)(?:｝|\}(?!\}))")
_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029]")
_SEPARATOR = re.compile(r"[:：|｜]")
_CHOICE_BAR = re.compile(r"[|｜]")

_DATE, _TIME, _INCLUDE, _CURSOR, _CLIPBOARD = "日期", "时间", "片段", "光标", "剪贴板"
_RESERVED = re.compile(r"(日期|时间|片段|光标|剪贴板)\s*(?=[-+=:|＋－＝：｜]|$)")
_MOMENT_PARTS = re.compile(r"(?:([-+＋－])\s*(\d{1,7})\s*(天|周|小时|分钟)?\s*)?(?:[=＝](.*))?")
_DEFAULT_PATTERN = {_DATE: "M月d日", _TIME: "HH:mm"}
_OWN_UNIT = {_DATE: "天", _TIME: "分钟"}
_UNIT = {
    "天": timedelta(days=1),
    "周": timedelta(weeks=1),
    "小时": timedelta(hours=1),
    "分钟": timedelta(minutes=1),
}


def parse(body: str) -> ParsedBody:
    """Return what ``body`` is made of, in time proportional to its length.

    Every text has a reading. A body longer than ``MAX_BODY_LENGTH`` is one ``Unreadable``.
    """
    if len(body) > MAX_BODY_LENGTH:
        too_long = Diagnosis(DiagnosisKind.TOO_LONG, 0, len(body))
        return ParsedBody((Unreadable(0, len(body), body),), (too_long,))
    return _Parser(body).read()


class _Parser:
    """Reads one body from left to right, keeping the text that is still to become a token."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._tokens: list[Token] = []
        self._diagnoses: list[Diagnosis] = []
        self._literal: list[str] = []
        self._literal_start = 0
        self._has_cursor = False

    def read(self) -> ParsedBody:
        """Return the tokens and diagnoses of the whole body."""
        at = 0
        while mark := _MARK.search(self._body, at):
            self._literal.append(self._body[at : mark.start()])
            at = self._read_mark(mark[0], mark.start())
        self._literal.append(self._body[at:])
        self._end_literal(len(self._body))
        return ParsedBody(tuple(self._tokens), tuple(self._diagnoses))

    def _read_mark(self, mark: str, start: int) -> int:
        """Read what begins with ``mark`` and return where it ends."""
        match mark:
            case "{{" | "}}":
                self._literal.append(mark[0])
                return start + 2
            case "}":
                return self._keep(DiagnosisKind.STRAY_CLOSE, start, start + 1)
            case "{":
                return self._read_open(start)
            case "｛":
                return self._read_full_width(start) or self._keep_text(start, start + 1)
            case _:
                return self._keep_from_buyers(mark, start, start + len(mark))

    def _read_open(self, start: int) -> int:
        found = _UP_TO_BRACE.match(self._body, start + 1)
        end = found.end() if found else start + 1
        inner = self._body[start + 1 : end]
        if self._body[end : end + 1] != "}":
            return self._read_full_width(start) or self._keep(
                DiagnosisKind.UNCLOSED, start, start + 1
            )
        end += 1
        if turn := DIRECTION_CONTROL.search(inner):
            return self._keep_from_buyers(turn[0], start, end)
        if _LINE_BREAK.search(inner):
            return self._keep(DiagnosisKind.LINE_BREAK, start, end)
        token = self._placeholder(inner, start, end)
        if token is None:
            return self._keep(DiagnosisKind.EMPTY_NAME, start, end)
        return self._take(token)

    def _read_full_width(self, start: int) -> int:
        """Keep ``｛名称｝`` as text and return where it ends; 0 if there is no such pair."""
        pair = _FULL_WIDTH_PAIR.match(self._body, start)
        if pair is None:
            return 0
        name = pair[1].strip()
        self._diagnose(DiagnosisKind.FULL_WIDTH_BRACES, pair.span(), name, f"{{{name}}}")
        return self._keep_text(*pair.span())

    def _keep_from_buyers(self, turn: str, start: int, end: int) -> int:
        """Take a stretch that turns the direction of text, and return where it ends."""
        subject = f"U+{ord(turn[0]):04X}"
        self._diagnose(DiagnosisKind.HIDDEN_CHARACTERS, (start, end), subject)
        shown = with_direction_controls_shown(self._body[start:end])
        return self._take(Unreadable(start, end, shown))

    def _take(self, token: Token) -> int:
        self._end_literal(token.start)
        self._tokens.append(token)
        self._literal_start = token.end
        return token.end

    def _placeholder(self, inner: str, start: int, end: int) -> Token | None:
        if reserved := _RESERVED.match(inner.lstrip()):
            return self._reserved(reserved[1], inner.lstrip()[reserved.end() :], start, end)
        return self._field(inner, start, end)

    def _field(self, inner: str, start: int, end: int) -> Field | None:
        name, separator, rest = _split_once(inner)
        if not name:
            return None
        if not separator:
            return Field(start, end, name)
        if separator in ":：":
            return self._field_with_default(Field(start, end, name), rest)
        choices = tuple(c for c in map(str.strip, _CHOICE_BAR.split(rest)) if c)
        if not choices:
            self._diagnose(DiagnosisKind.EMPTY_DEFAULT, (start, end), name)
            return Field(start, end, name)
        if len(choices) == 1:
            meant = f"{{{name}:{choices[0]}}}"
            self._diagnose(DiagnosisKind.SINGLE_CHOICE, (start, end), name, meant)
        return Field(start, end, name, choices[0], choices)

    def _field_with_default(self, field: Field, default: str) -> Field:
        span = (field.start, field.end)
        if not default:
            self._diagnose(DiagnosisKind.EMPTY_DEFAULT, span, field.name)
            return field
        if _CHOICE_BAR.search(default):
            meant = f"{{{field.name}|{default}}}"
            self._diagnose(DiagnosisKind.CHOICES_IN_DEFAULT, span, field.name, meant)
        return Field(*span, field.name, default)

    def _reserved(self, word: str, arguments: str, start: int, end: int) -> Token:
        arguments = arguments.rstrip()
        if word in _DEFAULT_PATTERN:
            return self._moment(word, arguments, start, end)
        if word == _INCLUDE and arguments[:1] in {":", "："}:
            return Include(start, end, self._body[start:end], arguments[1:].strip())
        if word != _INCLUDE and not arguments:
            return self._cursor(start, end) if word == _CURSOR else ClipboardMark(start, end)
        meant = "" if word == _INCLUDE else f"{{{word}}}"
        return self._unreadable(DiagnosisKind.RESERVED_NAME, start, end, word, meant)

    def _cursor(self, start: int, end: int) -> CursorMark:
        if self._has_cursor:
            self._diagnose(DiagnosisKind.SECOND_CURSOR, (start, end), _CURSOR)
        self._has_cursor = True
        return CursorMark(start, end)

    def _moment(self, word: str, arguments: str, start: int, end: int) -> Token:
        if arguments[:1] in {":", "：", "|", "｜"}:
            meant = f"{{{word}={arguments[1:].strip()}}}"
            return self._unreadable(DiagnosisKind.RESERVED_NAME, start, end, word, meant)
        parts = _MOMENT_PARTS.fullmatch(arguments)
        offset = _offset(word, parts) if parts else None
        if parts is None or offset is None:
            return self._unreadable(DiagnosisKind.BAD_OFFSET, start, end, arguments)
        pattern = parts[4]
        if pattern is not None and not names_a_moment(pattern):
            meant = suggested_pattern(pattern)
            self._diagnose(DiagnosisKind.BAD_DATE_PATTERN, (start, end), pattern, meant)
        return Moment(start, end, word, offset, pattern or _DEFAULT_PATTERN[word])

    def _unreadable(
        self, kind: DiagnosisKind, start: int, end: int, subject: str, meant: str = ""
    ) -> Unreadable:
        self._diagnose(kind, (start, end), subject, meant)
        return Unreadable(start, end, self._body[start:end])

    def _diagnose(
        self, kind: DiagnosisKind, span: tuple[int, int], subject: str, suggestion: str = ""
    ) -> None:
        self._diagnoses.append(Diagnosis(kind, *span, subject, suggestion))

    def _keep(self, kind: DiagnosisKind, start: int, end: int) -> int:
        self._diagnose(kind, (start, end), self._body[start:end])
        return self._keep_text(start, end)

    def _keep_text(self, start: int, end: int) -> int:
        self._literal.append(self._body[start:end])
        return end

    def _end_literal(self, end: int) -> None:
        if end > self._literal_start:
            text = "".join(self._literal)
            self._tokens.append(LiteralText(self._literal_start, end, text))
        self._literal.clear()


def _split_once(inner: str) -> tuple[str, str, str]:
    """Return name, separator and rest, both stripped of blanks."""
    separator = _SEPARATOR.search(inner)
    if separator is None:
        return inner.strip(), "", ""
    return inner[: separator.start()].strip(), separator[0], inner[separator.end() :].strip()


def _offset(word: str, parts: re.Match[str]) -> timedelta | None:
    """Return the signed offset, zero without one; None if it is out of reach."""
    sign, number, unit = parts[1], parts[2], parts[3]
    if sign is None:
        return timedelta()
    offset = int(number) * _UNIT[unit or _OWN_UNIT[word]]
    if offset > timedelta(days=LONGEST_OFFSET_DAYS):
        return None
    return -offset if sign in "-－" else offset
