r"""Variables of Beeftext, ``#{input:Prompt}``, in our syntax.

A ``}`` in a parameter is written ``\}``. ``#{date}``, ``#{time}`` and ``#{dateTime}`` follow the
system's long format; ``#{dateTime:+1d-2h:yyyy-MM-dd}`` has letters of Qt
(github.com/xmichelo/Beeftext, ``ComboVariable.cpp``, and its wiki). Nothing is ever run or looked
up: what would be, becomes a field to fill.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.exchange.library.foreign_dates import read_letters
from cs_desk.exchange.library.placeholder_translation import BodyWriter

if TYPE_CHECKING:
    from collections.abc import Mapping

# None begins inside another, so that unclosed ones are not looked through again and again.
_VARIABLE = re.compile(r"#\{((?:[^}\\#]++|\\[\\}]|\\(?![\\}])|#(?!\{))++)\}")
_ESCAPED = re.compile(r"\\([\\}])")
_SHIFTED = re.compile(r"dateTime(?::((?:[+-]\d{1,9}[yMwdhmsz])+))?:(.*)", re.DOTALL)
_SHIFT = re.compile(r"([+-]\d+)([yMwdhmsz])")
_UNITS = {
    "w": timedelta(weeks=1),
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
    "s": timedelta(seconds=1),
    "z": timedelta(milliseconds=1),
}
_LONGEST_SHIFT = 100_000_000
_SYSTEM_FORMATS = {
    "date": "yyyy年M月d日",
    "time": "HH:mm:ss",
    "dateTime": "yyyy年M月d日 HH:mm:ss",
}
_FOLLOWS_SYSTEM = Sentence("日期写法原来随系统语言而定，改成了固定的写法")
_NO_CALENDAR = Sentence("按月或年的推移没有对应的写法，改成了要填写的占位符")
_CLIPBOARD = Sentence("剪贴板变量没有读取，写成了 {剪贴板}")
_NEVER_RUN = {
    "powershell": Sentence("PowerShell 脚本不会运行，改成了要填写的占位符"),
    "envVar": Sentence("环境变量不会读取，改成了要填写的占位符"),
}
_CHANGED = {
    "upper": Sentence("引用时不会改成大写"),
    "lower": Sentence("引用时不会改成小写"),
    "trim": Sentence("引用时不会去掉首尾空白"),
}


def translated(snippet: str, titles: Mapping[str, str]) -> BodyWriter:
    """Return ``snippet`` in our syntax.

    Args:
        snippet: A text of Beeftext.
        titles: Titles of replies by their keyword, for those that are included.
    """
    writer = BodyWriter()
    at = 0
    for variable in _VARIABLE.finditer(snippet):
        writer.text(snippet[at : variable.start()])
        at = variable.end()
        _translate(variable[1], variable[0], titles, writer)
        if writer.is_full:
            break
    writer.text(snippet[at:])
    return writer


def _translate(variable: str, whole: str, titles: Mapping[str, str], writer: BodyWriter) -> None:
    kind, _, parameter = variable.partition(":")
    parameter = _ESCAPED.sub(r"\1", parameter)
    if variable == "clipboard":
        writer.lose(_CLIPBOARD)
        writer.clipboard()
    elif variable == "cursor":
        writer.cursor()
    elif variable in _SYSTEM_FORMATS:
        writer.lose(_FOLLOWS_SYSTEM)
        writer.moment(read_letters(_SYSTEM_FORMATS[variable]))
    elif kind == "dateTime":
        _moment(_ESCAPED.sub(r"\1", variable), writer)
    elif kind == "input":
        writer.field(parameter)
    elif kind in {"combo", *_CHANGED}:
        _include(kind, parameter, titles, writer)
    elif kind in _NEVER_RUN:
        writer.unknown(parameter if kind == "envVar" else variable, _NEVER_RUN[kind])
    else:
        writer.unknown(
            variable, Sentence("不认识的变量「%1」，改成了要填写的占位符", (whole[:50],))
        )


def _include(kind: str, keyword: str, titles: Mapping[str, str], writer: BodyWriter) -> None:
    title = titles.get(keyword)
    if not title:
        writer.unknown(keyword, Sentence("找不到引用的话术「%1」", (keyword[:50],)))
        return
    if kind in _CHANGED:
        writer.lose(_CHANGED[kind])
    writer.include(title)


def _moment(variable: str, writer: BodyWriter) -> None:
    found = _SHIFTED.fullmatch(variable)
    if found is None:
        writer.unknown(variable, Sentence("看不懂日期变量「%1」", (variable[:50],)))
        return
    offset = timedelta()
    for amount, unit in _SHIFT.findall(found[1] or ""):
        if unit not in _UNITS:
            writer.unknown(variable, _NO_CALENDAR)
            return
        offset += min(_LONGEST_SHIFT, max(-_LONGEST_SHIFT, int(amount))) * _UNITS[unit]
    if not found[2]:
        writer.lose(_FOLLOWS_SYSTEM)
    writer.moment(read_letters(found[2] or _SYSTEM_FORMATS["dateTime"]), offset)
