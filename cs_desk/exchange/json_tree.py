"""A JSON file as dictionaries and lists, read more strictly than the usual readers do.

They keep the last of two fields of one name without a word, take numbers for infinite that are
too large for them, and build whatever is asked of them.
"""

from __future__ import annotations

import codecs
import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.json_faults import json_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

JsonValue: TypeAlias = (
    "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"  # as json returns it
)

# Each costs memory far beyond the character that opens it, or that stands behind it.
_MOST_CONTAINERS = 1_000_000
_MOST_ITEMS = 2_000_000
# More of them are no number that anybody means, and cost the square of their count.
_MOST_DIGITS = 300
_OUT_OF_RANGE = Sentence("数值超出范围")

_DEEPEST = 500

_NO_SIGN = re.compile(r"[^][{}]+")
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"')


@dataclass(frozen=True, slots=True)
class _Fault:
    """Stands in the tree where something is wrong, so that its place can be told."""

    reason: Sentence


def json_tree(content: bytes | str, file: str) -> JsonValue:
    """Return what ``content`` holds.

    Args:
        content: A JSON document as text, or in UTF-8, with or without a byte order mark.
        file: Name of the file, for errors.

    Raises:
        InvalidFileError: It is no JSON, or none in UTF-8, is cut off or nested too deeply, repeats
            a field, has a number that is out of range, or far too many parts. Halves of
            characters, NaN and the infinities are no JSON.
    """
    # A half of a character that stands there as it is makes it no text in UTF-8.
    data = content.encode(errors="surrogatepass") if isinstance(content, str) else content
    data = data.removeprefix(codecs.BOM_UTF8)
    faults: list[_Fault] = []
    with json_faults(file, data):
        text = data.decode()
        # How deep the readers go, each Python decides for itself.
        if _is_nested_too_deeply(text):
            raise InvalidFileError(file, Sentence("内容嵌套太深"))
        # It tells the byte of a fault, and does not build what it reads.
        msgspec.json.decode(text, type=msgspec.Raw)
        if _has_too_many_parts(text):
            raise InvalidFileError(file, Sentence("内容太零碎，没有话术库会这样"))
        tree: JsonValue = json.loads(
            text,
            object_pairs_hook=partial(_fields, faults),
            parse_int=partial(_whole, faults),
            parse_float=partial(_decimal, faults),
        )
        for where, fault in _faults_in(tree, "") if faults else ():
            raise InvalidFileError(file, fault.reason, where)
    return tree


def _is_nested_too_deeply(text: str) -> bool:
    if not _DEEPEST < text.count("[") + text.count("{") <= _MOST_CONTAINERS:
        return False
    signs = _NO_SIGN.sub("", _STRING.sub("", text))
    depths = accumulate(1 if sign in "[{" else -1 for sign in signs)
    return any(depth > _DEEPEST for depth in depths)


def _has_too_many_parts(text: str) -> bool:
    # Hardly any text has so many of these signs: they are told from those in strings only then.
    return _has_too_many_signs(text) and _has_too_many_signs(_STRING.sub("", text))


def _has_too_many_signs(text: str) -> bool:
    containers = text.count("[") + text.count("{")
    return containers > _MOST_CONTAINERS or text.count(",") > _MOST_ITEMS


def _fields(
    faults: list[_Fault], pairs: list[tuple[str, JsonValue]]
) -> dict[str, JsonValue] | _Fault:
    fields = dict(pairs)
    if len(fields) == len(pairs):
        return fields
    counts = Counter(name for name, _ in pairs)
    repeated = next(name for name, count in counts.items() if count > 1)
    return _noted(faults, Sentence("「%1」在同一处写了两次", (repeated[:50],)))


def _whole(faults: list[_Fault], digits: str) -> int | _Fault:
    return _noted(faults, _OUT_OF_RANGE) if len(digits) > _MOST_DIGITS else int(digits)


def _decimal(faults: list[_Fault], digits: str) -> float | _Fault:
    number = float(digits)
    return number if math.isfinite(number) else _noted(faults, _OUT_OF_RANGE)


def _noted(faults: list[_Fault], reason: Sentence) -> _Fault:
    fault = _Fault(reason)
    faults.append(fault)
    return fault


def _faults_in(value: object, where: str) -> Iterator[tuple[str, _Fault]]:
    match value:
        case _Fault():
            yield where, value
        case dict():
            for name, item in value.items():
                yield from _faults_in(item, f"{where}.{name}" if where else name)
        case list():
            for index, item in enumerate(value):
                yield from _faults_in(item, f"{where}[{index}]")
