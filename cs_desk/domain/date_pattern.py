"""Dates and times in the shop's own words: ``M月d日 HH:mm``.

The letters are ``yyyy yy MM M dd d HH H mm m ss s`` and ``dddd`` (星期三). A run of one letter is
read as a whole, so ``MMM`` is no month; every other character stands for itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_LETTER_RUN = re.compile(r"([A-Za-z])\1*")
_WEEKDAYS = "一二三四五六日"
_LETTERS = frozenset({"yyyy", "yy", "MM", "M", "dddd", "dd", "d", "HH", "H", "mm", "m", "ss", "s"})
_MEANT = {
    "YYYY": "yyyy",
    "YY": "yy",
    "DD": "dd",
    "D": "d",
    "DDDD": "dddd",
    "hh": "HH",
    "h": "H",
    "SS": "ss",
    "S": "s",
}


def format_moment(moment: datetime, pattern: str) -> str:
    """Return ``moment`` as ``pattern`` says."""
    return _LETTER_RUN.sub(lambda run: _spelled(moment, run[0]), pattern)


def names_a_moment(pattern: str) -> bool:
    """Return whether ``pattern`` has a format letter, and no letter that only looks like one."""
    runs = [run[0] for run in _LETTER_RUN.finditer(pattern)]
    return bool(runs) and all(run in _LETTERS for run in runs)


def suggested_pattern(pattern: str) -> str:
    """Return the pattern that was probably meant (``YYYY-MM-DD``); empty if we cannot tell."""
    meant = _LETTER_RUN.sub(lambda run: _MEANT.get(run[0], run[0]), pattern)
    return meant if meant != pattern and names_a_moment(meant) else ""


def _spelled(moment: datetime, letters: str) -> str:
    match letters:
        case "dddd":
            return f"星期{_WEEKDAYS[moment.weekday()]}"
        case "yyyy":
            return f"{moment.year:04}"
        case "yy":
            return f"{moment.year % 100:02}"
    number = {
        "M": moment.month,
        "d": moment.day,
        "H": moment.hour,
        "m": moment.minute,
        "s": moment.second,
    }.get(letters[0])
    if number is None or letters not in _LETTERS:
        return letters
    return f"{number:0{len(letters)}}"
