"""What is wrong with the JSON of a library file, in a sentence and with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError

if TYPE_CHECKING:
    import msgspec

# msgspec tells what it expected in English only. A message that we do not know, of a later
# version, falls through to the general sentence: the place alone still helps.
_SENTENCES = (
    (re.compile(r"Object missing required field `(.+)`"), "缺少「{}」"),
    (re.compile(r"Expected `.*`, got `(.+)`"), "值的类型不对，这里不能是{}"),
    (re.compile(r"Invalid enum value '(.*)'"), "不认识的取值「{}」"),
    (re.compile(r"Expected `str` of length <= (\d+)"), "文字超过 {} 个字符"),
    (re.compile(r"Expected `array` of length <= (\d+)"), "超过 {} 项"),
    (re.compile(r"Expected `str` matching regex"), "文字为空，或含有不允许的字符"),
    (re.compile(r"Expected `int` [<>]=|out of range"), "数值超出范围"),
)
_ANY_SENTENCE = "内容不符合话术库文件的格式"
_TYPE_NAMES = {
    "str": "文字",
    "int": "整数",
    "float": "小数",
    "bool": "是或否",
    "array": "列表",
    "object": "一组字段",
    "null": "空值",
}
_PLACE = re.compile(r" - at `\$\.?(.*)`$")
_BYTE = re.compile(r"\(byte (\d+)\)")


def unsuitable_value(error: msgspec.ValidationError, file: str) -> InvalidFileError:
    """Return the error for a value of the wrong type, length or content."""
    message = str(error)
    place = _PLACE.search(message)
    if place is None:
        return InvalidFileError(file, _sentence(message))
    return InvalidFileError(file, _sentence(message[: place.start()]), place[1])


def malformed_json(error: msgspec.DecodeError, data: bytes, file: str) -> InvalidFileError:
    """Return the error for ``data`` that is no JSON."""
    message = str(error)
    place = _BYTE.search(message)
    where = _line_of(int(place[1]), data) if place else ""
    if not data.strip():
        return InvalidFileError(file, "文件是空的")
    if "surrogate" in message:
        return InvalidFileError(file, "含有残缺的字符（只有半个代理对）", where)
    if "truncated" in message:
        return InvalidFileError(file, "文件不完整，可能没有传完", _line_of(len(data), data))
    if "out of range" in message:
        return InvalidFileError(file, "数值超出范围", where)
    return InvalidFileError(file, "不是有效的 JSON", where)


def not_utf8(error: UnicodeDecodeError, data: bytes, file: str) -> InvalidFileError:
    """Return the error for ``data`` in another encoding."""
    return InvalidFileError(file, "不是 UTF-8 编码的文字", _line_of(error.start, data))


def _sentence(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        if found := pattern.search(message):
            return sentence.format(*(_TYPE_NAMES.get(word, word) for word in found.groups()))
    return _ANY_SENTENCE


def _line_of(byte: int, data: bytes) -> str:
    line = data.count(b"\n", 0, byte) + 1
    return f"第 {line} 行"
