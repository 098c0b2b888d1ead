"""Text in a cell that a spreadsheet shows as it is, neither computed nor made a number or date.

Two marks may stand before it, and ``unguarded`` takes them away again:

- an apostrophe, where the text would be taken for a formula. OWASP "CSV injection" names the
  first characters ``= + - @``, tab and carriage return, and the full-width forms of the four.
- a tab, where Excel would make a number or a date of it and lose digits: order numbers have 18
  and 19 of them. 千牛 reads and writes its own tables this way.
"""

from __future__ import annotations

import re

_FORMULA = "'"
_NUMBER = "\t"

# What comes first is what a program sees that drops blanks and invisible characters before.
_BLANK = r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]*"
_COMPUTED = re.compile(_BLANK + "[=+\\-@＝＋－＠﹣﹢﹦﹫−']|[\t\r\n\x00]")
_COUNTED = re.compile(r"[\d.,:/\-+%EeＥｅ年月日时分秒\s]*\d[\d.,:/\-+%EeＥｅ年月日时分秒\s]*")


def guarded(text: str) -> str:
    """Return ``text`` with the mark before it that it needs, if any."""
    if _COMPUTED.match(text):
        return _FORMULA + text
    return _NUMBER + text if _COUNTED.fullmatch(text) else text


def guarded_text(text: str) -> str:
    """Return the same for a cell that is known to hold text: numbers need no mark there."""
    return _FORMULA + text if _COMPUTED.match(text) else text


def guarded_by_tab(text: str) -> str:
    """Return the same with a tab as the only mark, for 千牛, which would keep an apostrophe."""
    marked = _COMPUTED.match(text) or _COUNTED.fullmatch(text)
    return _NUMBER + text if marked else text


def unguarded(cell: str) -> str:
    """Return the text that any of these made ``cell`` of; other text comes back as it is."""
    if cell.startswith(_NUMBER):
        return cell[1:]
    # An apostrophe before anything else is a quotation mark of the text itself.
    return cell[1:] if cell.startswith(_FORMULA) and _COMPUTED.match(cell, 1) else cell
