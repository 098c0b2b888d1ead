"""JSON of other programs, read strictly: nothing in it may be ambiguous or beyond measure.

The library's own decoder is made for known shapes. What other programs write has to be looked at
as it is, but a key that stands twice, a number that is none, or half a character is a fault here.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from cs_desk.domain.errors import InvalidFileError, Sentence

if TYPE_CHECKING:
    from cs_desk.exchange.library.found_replies import FileContent

JsonValue: TypeAlias = (
    "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"  # as json returns it
)

MAX_CONTAINERS = 200_000
"""Most lists and objects in one document; each costs memory far beyond its two characters."""
MAX_ITEMS = 2_000_000
"""Most items of all of them together."""
_MAX_DIGITS = 20

_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_HALF_PAIR = re.compile("[\ud800-\udfff]")


class _Refused(Exception):  # noqa: N818 - it is a reason on its way out, not an error of its own
    def __init__(self, reason: Sentence) -> None:
        super().__init__(reason)
        self.reason = reason


def strict_json(content: FileContent) -> JsonValue:
    """Return the value that the text of ``content`` is.

    Raises:
        InvalidFileError: It is no JSON, cut off, nested too deeply or too large; or it has a key
            twice in one object, a number beyond measure, NaN, or half a surrogate pair.
    """
    text = content.text or ""
    if not text.strip():
        raise InvalidFileError(content.name, Sentence("文件是空的"))
    if _is_too_much(text):
        raise InvalidFileError(content.name, Sentence("内容太多，超出了可以导入的数量"))
    try:
        value: JsonValue = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_int=_integer,
            parse_float=_fraction,
        )
    except json.JSONDecodeError as error:
        raise InvalidFileError(content.name, _syntax_fault(error)) from error
    except RecursionError as error:
        raise InvalidFileError(content.name, Sentence("内容嵌套太深")) from error
    except _Refused as error:
        raise InvalidFileError(content.name, error.reason) from error
    if _HALF_PAIR.search(text) or ("\\u" in text and _holds_half_pair(value)):
        raise InvalidFileError(content.name, Sentence("含有残缺的字符，只有半个代理对"))
    return value


def _is_too_much(text: str) -> bool:
    """Return whether ``text`` would become more than fits in memory, before it does."""
    structure = _STRING.sub("", text)
    containers = structure.count("[") + structure.count("{")
    return containers > MAX_CONTAINERS or structure.count(",") > MAX_ITEMS


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise _Refused(Sentence("字段「%1」在同一处出现了两次", (twice[:50],)))
    return found


def _no_constant(name: str) -> NoReturn:
    raise _Refused(Sentence("数值超出范围"))


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise _Refused(Sentence("数值超出范围"))
    return int(digits)


def _fraction(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _Refused(Sentence("数值超出范围"))
    return number


def _holds_half_pair(value: JsonValue) -> bool:
    match value:
        case str():
            return _HALF_PAIR.search(value) is not None
        case list():
            return any(map(_holds_half_pair, value))
        case dict():
            return any(_HALF_PAIR.search(key) or _holds_half_pair(value[key]) for key in value)
        case _:
            return False


def _syntax_fault(error: json.JSONDecodeError) -> Sentence:
    cut_off = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string")
    told = Sentence("文件不完整，可能没有传完") if cut_off else Sentence("不是有效的 JSON")
    return Sentence("%1（第 %2 行）", (told, str(error.lineno)))
