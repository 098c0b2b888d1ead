"""Macros of TextExpander, ``%filltext:name=X%``, in our syntax.

Dates are ``strftime`` codes that stand in the text by themselves, ``%Y-%m-%d``; ``%@+5D`` moves
those that follow. ``%%`` is a percent sign (smilesoftware.com/help/TextExpander/specials.html).
Whatever else begins with a percent sign, such as ``%E4%BD%A0`` of an address, is text.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.exchange.library.foreign_dates import read_letters, read_strftime
from cs_desk.exchange.library.placeholder_translation import BodyWriter

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE = r"%(?:1[dmHMIe]|[YymdHMSAaBbeIpjlTFRD])"
MACRO_SIGN = re.compile(r"%(?:fill(?:text|area|popup|part)|snippet|key)[:=]|%clipboard|%\|")
"""What stands in no text but one of TextExpander."""

# A macro is short; without a bound, unclosed ones would be looked through again and again.
_MACRO = re.compile(
    r"%(?P<kind>filltext|fillarea|fillpopup|fillpart|filldate|snippet|key|date):(?P<told>[^%]{0,500})%"
    r"|(?P<part_end>%fillpartend%)|(?P<clipboard>%clipboard)|(?P<cursor>%\|)|(?P<percent>%%)"
    r"|(?P<move>%[<>^])|%@(?P<shift>[+-]\d{1,6}[YMDhms])"
    r"|(?P<address>%(?!1[dmHMIe])[0-9A-Fa-f]{2})"
    rf"|(?P<date>{_CODE}(?:[-/.:年月日号时点分秒 ,]{{0,3}}{_CODE}){{0,11}}[年月日号时点分秒]?)"
)
_SETTING = re.compile(r":(name|default|width|height|format)=")
_SHIFTS = {
    "D": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
    "s": timedelta(seconds=1),
}
_NO_CALENDAR = Sentence("按月或年的推移没有对应的写法，改成了要填写的占位符")
_OPTIONAL = Sentence("可选的段落没有对应的写法，全部保留")
_KEYS = Sentence("按键没有对应的写法，没有导入")
_CLIPBOARD = Sentence("剪贴板没有读取，写成了 {剪贴板}")


def translated(content: str, titles: Mapping[str, str]) -> BodyWriter:
    """Return ``content`` in our syntax.

    Args:
        content: The text of a snippet.
        titles: Titles of replies by their abbreviation, for those that are included.
    """
    translation = _Translation(titles)
    at = 0
    for macro in _MACRO.finditer(content):
        translation.writer.text(content[at : macro.start()])
        at = macro.end()
        translation.take(macro)
        if translation.writer.is_full:
            break
    translation.writer.text(content[at:])
    return translation.writer


def included(content: str) -> frozenset[str]:
    """Return the abbreviations of the snippets that ``content`` includes."""
    found = (macro for macro in _MACRO.finditer(content) if macro["kind"] == "snippet")
    return frozenset(macro["told"] for macro in found)


class _Translation:
    """One text on its way; a shift of dates holds for all that follow."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.writer = BodyWriter()
        self._titles = titles
        self._shift: timedelta | None = timedelta()

    def take(self, macro: re.Match[str]) -> None:
        """Take the next macro."""
        match macro.lastgroup:
            case "told":
                self._take_told(macro["kind"], macro["told"], macro[0])
            case "part_end":
                self.writer.lose(_OPTIONAL)
            case "clipboard":
                self.writer.lose(_CLIPBOARD)
                self.writer.clipboard()
            case "cursor":
                self.writer.cursor()
            case "percent":
                self.writer.text("%")
            case "move":
                self.writer.lose(_KEYS)
            case "shift":
                self._move(macro["shift"])
            case "date":
                self._date(macro[0])
            case _:
                self.writer.text(macro[0])

    def _take_told(self, kind: str, told: str, whole: str) -> None:
        match kind:
            case "fillpart":
                self.writer.lose(_OPTIONAL)
            case "key":
                self.writer.lose(_KEYS)
            case "snippet":
                self._include(told)
            case "date":
                self.writer.moment(read_letters(told), self._shift or timedelta())
            case "fillpopup":
                self._popup(told)
            case _:
                settings = _settings(told)
                name = settings.get("name", "") or whole.strip("%")
                is_multiline = kind == "fillarea"
                self.writer.field(name, settings.get("default", ""), multiline=is_multiline)

    def _popup(self, told: str) -> None:
        name, default = "", ""
        choices: list[str] = []
        for part in told.split(":"):
            setting, _, value = part.partition("=")
            if setting == "name":
                name = value
            elif setting == "default":
                default = value
                choices.append(value)
            elif setting not in {"width", "height"}:
                choices.append(part)
        self.writer.field(name or "选择", default, choices)

    def _include(self, abbreviation: str) -> None:
        title = self._titles.get(abbreviation)
        if title:
            self.writer.include(title)
        else:
            told = Sentence("找不到引用的话术「%1」", (abbreviation[:50],))
            self.writer.unknown(abbreviation, told)

    def _move(self, shift: str) -> None:
        unit = _SHIFTS.get(shift[-1])
        if unit is None or self._shift is None:
            self._shift = None
        else:
            self._shift += int(shift[:-1]) * unit

    def _date(self, codes: str) -> None:
        if self._shift is None:
            self.writer.unknown("推移后的日期", _NO_CALENDAR)
        else:
            self.writer.moment(read_strftime(codes), self._shift)


def _settings(told: str) -> dict[str, str]:
    """Return the settings of a macro; a value may hold colons."""
    _, *pairs = _SETTING.split(f":{told}")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))
