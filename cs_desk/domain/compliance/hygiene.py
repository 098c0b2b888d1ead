"""Texts that look careless: blanks left over, dates gone by, too many pictures (L17)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cs_desk.domain.compliance.rule import Finding, HygieneFault
from cs_desk.domain.filling import PieceKind
from cs_desk.domain.placeholder_syntax import Field, Include, Moment, Unreadable, parse
from cs_desk.domain.written_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from cs_desk.domain.compliance.context import Context
    from cs_desk.domain.compliance.rule import RuleBook

_Place = tuple[HygieneFault, int, int]

# XXL 是尺码: what was meant to be filled in stands before one of these words.
_LEFT_BLANK = re.compile(
    r"(?<![A-Za-z0-9])[xX×]{1,6}(?=[月日天号元折点店]|活动|小时)"
    r"|(?<![A-Za-z0-9])[xX×]{2,6}(?=[，,。！]|特|举办|全体)|_{2,}|＿{2,}|○{2,}"
)
_EMPTY_GREETING = re.compile(r"^\s*[，,。！!]|[，,]\s*[，,。！!]")
_PICTURES = "\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55"
_EMOJI = re.compile(f"[{_PICTURES}]")
# Most texts have nothing of the kind, and need one look instead of four.
_CARELESS = re.compile(rf"[xX×_＿○−－{_PICTURES}-]|[，,]\s*[，,。！!]|^\s*[，,。！!]")
_DATED = re.compile("[0-9][月年/.-]")
_NEGATIVE = re.compile(
    r"[¥￥]\s?[-−－]\s?[0-9]|(?<![0-9A-Za-z元天日月号.])[-−－]\s?[0-9]{1,9}(?:\.[0-9]{1,2})?\s?元"
)
_DAY = r"(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}[日号])"
_DUE = re.compile(
    rf"(?:预计|预估|最晚|最迟|截止到?|截至|将于|会在)\s?(?P<first>{_DAY})"
    rf"|(?P<second>{_DAY})\s?(?:之?前|以前|截止|到期|结束|前后|送达|送到|发货|发出|到货)"
)


def hygiene_findings(text: str, book: RuleBook, context: Context) -> Iterator[Finding]:
    """Yield what makes ``text`` look careless."""
    template = context.template.id if context.template else None
    for fault, start, end in _places(text, book.hygiene.most_emoji, context):
        said = book.hygiene.faults[fault]
        matched = text[start:end]
        yield Finding(
            "L17", said.severity, start, end, matched, said.reason, book.hygiene.basis, template
        )


def _places(text: str, most_emoji: int, context: Context) -> Iterator[_Place]:
    if not context.pieces:
        yield from _unfilled(text)
    if _CARELESS.search(text):
        yield from _careless(text, most_emoji)
    if context.now is not None and _DATED.search(text):
        yield from _past_dates(text, context, context.now)


def _careless(text: str, most_emoji: int) -> Iterator[_Place]:
    for found in _LEFT_BLANK.finditer(text):
        yield HygieneFault.LEFT_BLANK, *found.span()
    for found in _EMPTY_GREETING.finditer(text):
        yield HygieneFault.EMPTY_GREETING, *found.span()
    for found in _NEGATIVE.finditer(text):
        yield HygieneFault.NEGATIVE_AMOUNT, *found.span()
    emoji = [found.span() for found in _EMOJI.finditer(text)]
    if len(emoji) > most_emoji:
        yield HygieneFault.TOO_MANY_EMOJI, *emoji[most_emoji]


def _unfilled(text: str) -> Iterator[_Place]:
    """Yield placeholders; where it is known how a text was filled, the filling tells of them."""
    if "{" in text:
        for token in parse(text).tokens:
            if isinstance(token, Field | Include | Moment | Unreadable):
                yield HygieneFault.UNFILLED, token.start, token.end


def _past_dates(text: str, context: Context, now: datetime) -> Iterator[_Place]:
    for found in _DUE.finditer(text):
        group = "first" if found["first"] else "second"
        start, end = found.span(group)
        date = read_date(found[group], now)
        if date is not None and date.is_past(now) and not _is_blank(context, start, end):
            yield HygieneFault.PAST_DATE, start, end


def _is_blank(context: Context, start: int, end: int) -> bool:
    """Return whether nothing was filled in there yet."""
    return any(
        piece.kind is PieceKind.MISSING and piece.start <= start and end <= piece.end
        for piece in context.pieces
    )
