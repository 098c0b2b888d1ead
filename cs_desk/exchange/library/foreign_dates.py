"""Formats of dates as other programs write them, and ours.

A format is read into pieces: a letter group of ours (``yyyy``, ``M``) or text. What has no letter
group of ours gets the nearest one, or none, and is no longer exact.

``strftime`` codes are those of C and of Rust's chrono; letter formats are those of Qt's
``QDateTime`` and of .NET, which agree on what we can write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class DateCode:
    """A letter group of our own patterns."""

    letters: str


@dataclass(frozen=True, slots=True)
class DateFormat:
    """A format in pieces.

    Attributes:
        pieces: Letter groups, and text between them.
        exact: Whether it writes the same as the format it was read from.
    """

    pieces: tuple[DateCode | str, ...]
    exact: bool = True


_STRFTIME = {
    "Y": "yyyy", "y": "yy", "m": "MM", "d": "dd", "H": "HH", "M": "mm", "S": "ss", "A": "dddd",
    "-m": "M", "-d": "d", "-H": "H", "-M": "m", "-S": "s", "1m": "M", "1d": "d", "1H": "H",
}  # fmt: skip
_STRFTIME_TEXT = {"%": "%", "n": "\n", "t": "\t"}
_STRFTIME_SHORT = {"F": "%Y-%m-%d", "T": "%H:%M:%S", "X": "%H:%M:%S", "R": "%H:%M", "D": "%m/%d/%y"}
_STRFTIME_NEAREST = {
    "e": "%-d", "a": "%A", "B": "%-m月", "b": "%-m月", "h": "%-m月", "I": "%H", "l": "%-H",
    "k": "%-H", "1I": "%-H", "-I": "%-H", "c": "%Y-%m-%d %H:%M:%S", "x": "%Y-%m-%d",
    "r": "%H:%M:%S", "v": "%Y-%m-%d", "-y": "%y",
}  # fmt: skip
_STRFTIME_CODE = re.compile(r"%([-1_0^#]?[A-Za-z%])")

_WRITTEN = {letters: f"%{code}" for code, letters in _STRFTIME.items() if not code[0].isdigit()}

_SAME_LETTERS = frozenset(
    {"yyyy", "yy", "MM", "M", "dddd", "dd", "d", "HH", "H", "mm", "m", "ss", "s"}
)
_NEAREST_LETTERS = {"hh": "HH", "h": "H", "ddd": "dddd", "yyy": "yyyy", "y": "yy"}
_LETTER_FORMAT = re.compile(r"'([^']*)'|\"([^\"]*)\"|\\(.)|([A-Za-z])\4*", re.DOTALL)
_LETTER_RUN = re.compile(r"([A-Za-z])\1*")


def read_strftime(text: str) -> DateFormat:
    """Return the format that ``text`` is, ``%Y-%m-%d``."""
    pieces: list[DateCode | str] = []
    exact = True
    at = 0
    for found in _STRFTIME_CODE.finditer(text):
        pieces.append(text[at : found.start()])
        at = found.end()
        code = found[1]
        if code in _STRFTIME:
            pieces.append(DateCode(_STRFTIME[code]))
        elif code in _STRFTIME_TEXT:
            pieces.append(_STRFTIME_TEXT[code])
        else:
            exact = exact and code in _STRFTIME_SHORT
            spelled = _STRFTIME_SHORT.get(code) or _STRFTIME_NEAREST.get(code, "")
            pieces.extend(read_strftime(spelled).pieces)
    pieces.append(text[at:])
    return DateFormat(tuple(piece for piece in pieces if piece), exact)


def write_strftime(pattern: str) -> str:
    """Return our ``pattern`` with the codes of Rust's chrono, which Linux's ``date`` shares."""
    pieces: list[str] = []
    at = 0
    for run in _LETTER_RUN.finditer(pattern):
        pieces.append(pattern[at : run.start()].replace("%", "%%"))
        pieces.append(_WRITTEN.get(run[0], run[0]))
        at = run.end()
    pieces.append(pattern[at:].replace("%", "%%"))
    return "".join(pieces)


def read_letters(text: str) -> DateFormat:
    """Return the format that ``text`` is, in the letters of Qt and .NET."""
    pieces: list[DateCode | str] = []
    exact = True
    at = 0
    for found in _LETTER_FORMAT.finditer(text):
        pieces.append(text[at : found.start()])
        at = found.end()
        if found[4] is None:
            pieces.append(found[1] or found[2] or found[3] or "")
        elif found[0] in _SAME_LETTERS:
            pieces.append(DateCode(found[0]))
        else:
            exact = False
            pieces.extend(_nearest(found[0]))
    pieces.append(text[at:])
    return DateFormat(tuple(piece for piece in pieces if piece), exact)


def _nearest(letters: str) -> tuple[DateCode | str, ...]:
    if letters in {"MMM", "MMMM"}:
        return DateCode("M"), "月"
    nearest = _NEAREST_LETTERS.get(letters)
    return (DateCode(nearest),) if nearest else ()


def has_day(letters: str) -> bool:
    """Return whether a letter group tells of the day, not of the time."""
    return letters[0] in "yMd"


def written_offset(word: str, offset: timedelta) -> str:
    """Return ``offset``, in whole minutes, as it stands behind ``日期`` or ``时间``."""
    minutes = round(offset / timedelta(minutes=1))
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    if not minutes:
        return ""
    if word == "时间":
        return f"{sign}{minutes}"
    days, rest = divmod(minutes, 24 * 60)
    if not rest:
        return f"{sign}{days}"
    hours, rest = divmod(minutes, 60)
    return f"{sign}{minutes}分钟" if rest else f"{sign}{hours}小时"
