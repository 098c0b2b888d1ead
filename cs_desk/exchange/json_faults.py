"""What is wrong with the JSON of a file: one sentence, and the place of the fault."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

import msgspec

from cs_desk.domain.errors import InvalidFileError, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_HALF = Sentence("含有残缺的字符，只有半个代理对")

# msgspec speaks English only. A message that we do not know, of a later version, falls through
# to the general sentence: the place alone still helps.
_SENTENCES = (
    (r"Object missing required field `(.+)`", Sentence("缺少「%1」")),
    (r"Object contains unknown field `(.*)`", Sentence("不认识「%1」，请检查拼写")),
    (r"Invalid enum value ['\"](.*)['\"]", Sentence("不认识的取值「%1」")),
    (r"Invalid RFC3339 encoded date", Sentence("日期应写成 2026-11-21 这样")),
    (r"Expected `str` of length >= 1", Sentence("不能为空")),
    (r"Expected `str` of length <= (\d+)", Sentence("文字超过 %1 个字符")),
    (r"Expected `str` matching regex .*", Sentence("文字为空，或含有不允许的字符")),
    (r"Expected `array` of length (\d+)", Sentence("应有 %1 项")),
    (r"Expected `array` of length <= (\d+)", Sentence("超过 %1 项")),
    (
        r"Expected `array` of at least length (\d+), got (\d+)",
        Sentence("至少应有 %1 项，现在只有 %2 项"),
    ),
    (r"Expected `\w+` >= (\S+)", Sentence("数值不能小于 %1")),
    (r"Expected `\w+` <= (\S+)", Sentence("数值不能大于 %1")),
    (r"Expected `\w+` > (\S+)", Sentence("数值必须大于 %1")),
    (r"(?:Integer value|Number) out of range", Sentence("数值超出范围")),
    (r"Input data was truncated", Sentence("文件不完整，可能没有传完")),
    (r"JSON is malformed: (?:.* surrogate .*|unexpected end of hex escape)", _HALF),
    (r"JSON is malformed: .*", Sentence("不是有效的 JSON")),
)
_ANY_SENTENCE = Sentence("内容不符合这种文件的格式")

_WRONG_TYPE = re.compile(r"Expected `(.+)`, got `(.+)`")
_TYPE_NAMES = {
    "str": Sentence("文字"),
    "int": Sentence("整数"),
    "float": Sentence("小数"),
    "bool": Sentence(" true 或 false"),
    "date": Sentence("日期"),
    "array": Sentence("列表"),
    "object": Sentence("一组字段"),
    "null": Sentence("空值"),
}

# What a file says may be part of the message, line feeds included.
_AT_FIELD = re.compile(r"(.*) - at (?:`key` in )?`\$\.?(.*)`", re.DOTALL)
_AT_BYTE = re.compile(r"(.*) \(byte (\d+)\)")
_STEP = re.compile(r"([^.\[\]]+)(?![^\[]*\])|\[(\d+)\]")
_UNFIT = re.compile(r"Expected `str` matching regex")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_LINE_END_OR_TAB = re.compile(r"[\t\n]")
_HALF_PAIR = re.compile(r"[\ud800-\udfff]")
_MARK_OF_PLACEHOLDERS = re.compile(r"[{}:\uff1a|\uff5c]")
_NUMBER_OF_OTHERS = re.compile(rb"NaN|Infinity")
_NO_NUMBER = Sentence("JSON 里没有 NaN 和 Infinity 这样的数值")
_TRUNCATED = "Input data was truncated"
# msgspec takes a text for cut off, too, that ends soon after the first half of a pair.
_HALF_NEAR_END = re.compile(rb"\\u[dD][89abAB][0-9A-Fa-f]{2}[^\\].{0,4}\Z", re.DOTALL)
# UTF-8 of a half that Python was told to let pass.
_HALF_IN_UTF8 = re.compile(rb"\xed[\xa0-\xbf]")


@contextmanager
def json_faults(file: str, data: bytes = b"", document: object = None) -> Iterator[None]:
    """Raise what decoding, converting or checking JSON refuses as an ``InvalidFileError``.

    Args:
        file: Name of the file, for the error.
        data: What is decoded here, without a byte order mark; it tells the line of a fault.
        document: What is converted here; it tells which character of a text is at fault.

    Raises:
        InvalidFileError: The value is of the wrong kind; ``where`` is the field. Or ``data`` is
            no JSON in UTF-8, cut off, or nested too deeply; the reason tells the line if known.
    """
    try:
        yield
    except msgspec.DecodeError as error:
        raise _fault(str(error), data, file, document) from error
    except UnicodeDecodeError as error:
        is_half = _HALF_IN_UTF8.match(data, error.start)
        told = _HALF if is_half else Sentence("不是 UTF-8 编码的文字")
        told = _with_line(told, error.start, data)
        raise InvalidFileError(file, told) from error
    except RecursionError as error:
        raise InvalidFileError(file, Sentence("内容嵌套太深")) from error


def _fault(message: str, data: bytes, file: str, document: object) -> InvalidFileError:
    if message == _TRUNCATED and not data.strip():
        return InvalidFileError(file, Sentence("文件是空的"))
    if found := _AT_FIELD.fullmatch(message):
        told = _unfit_text(_value_at(document, found[2])) if _UNFIT.match(found[1]) else None
        return InvalidFileError(file, told or _sentence(found[1]), found[2])
    if found := _AT_BYTE.fullmatch(message):
        byte = int(found[2])
        told = _NO_NUMBER if _NUMBER_OF_OTHERS.match(data, byte) else _sentence(found[1])
        return InvalidFileError(file, _with_line(told, byte, data))
    if message == _TRUNCATED:
        told = _HALF if _HALF_NEAR_END.search(data) else _sentence(message)
        return InvalidFileError(file, _with_line(told, len(data), data))
    return InvalidFileError(file, _sentence(message))


def _sentence(complaint: str) -> Sentence:
    if types := _WRONG_TYPE.fullmatch(complaint):
        expected, given = _type_name(types[1]), _type_name(types[2])
        return Sentence("类型不对，应为%1，现在是%2", (expected, given))
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return replace(sentence, facts=found.groups())
    return _ANY_SENTENCE


def _value_at(document: object, where: str) -> object:
    """Return what stands at a place that msgspec tells; None if that cannot be said."""
    for name, index in _STEP.findall(where):
        match document:
            case dict() if name:
                document = document.get(name)
            case list() | tuple() if index and int(index) < len(document):
                document = document[int(index)]
            case _:
                return None
    return document


def _unfit_text(text: object) -> Sentence | None:
    """Return what is wrong with a text of which no more is known than that something is."""
    if not isinstance(text, str):
        return None
    if not text.strip():
        return Sentence("不能为空")
    if control := _CONTROL.search(text):
        facts = (f"U+{ord(control[0]):04X}", str(control.start() + 1))
        return Sentence("含有控制字符 %1（第 %2 个字）", facts)
    if _HALF_PAIR.search(text):
        return _HALF
    if _LINE_END_OR_TAB.search(text):
        return Sentence("不能有换行或制表符")
    if mark := _MARK_OF_PLACEHOLDERS.search(text):
        return Sentence("不能有「%1」", (mark[0],))
    return None


def _type_name(types: str) -> Sentence | str:
    names = (_TYPE_NAMES.get(name, name) for name in types.split(" | "))
    return reduce(lambda first, second: Sentence("%1或%2", (first, second)), names)


def _with_line(told: Sentence, byte: int, data: bytes) -> Sentence:
    line = data.count(b"\n", 0, byte) + 1
    return Sentence("%1（第 %2 行）", (told, str(line)))
