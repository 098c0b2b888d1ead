"""What is wrong with the JSON of a file: one Chinese sentence, and the place of the fault."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from cs_desk.domain.errors import InvalidFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

# msgspec speaks English only. A message that we do not know, of a later version, falls through
# to the general sentence: the place alone still helps.
_SENTENCES = (
    (r"Object missing required field `(.+)`", r"缺少「\1」"),
    (r"Object contains unknown field `(.*)`", r"不认识「\1」，请检查拼写"),
    (r"Invalid enum value ['\"](.*)['\"]", r"不认识的取值「\1」"),
    (r"Invalid RFC3339 encoded date", r"日期应写成 2026-11-21 这样"),
    (r"Expected `str` of length >= 1", r"不能为空"),
    (r"Expected `str` of length <= (\d+)", r"文字超过 \1 个字符"),
    (r"Expected `str` matching regex .*", r"文字为空，或含有不允许的字符"),
    (r"Expected `array` of length (\d+)", r"应有 \1 项"),
    (r"Expected `array` of length <= (\d+)", r"超过 \1 项"),
    (r"Expected `array` of at least length (\d+), got (\d+)", r"至少应有 \1 项，现在只有 \2 项"),
    (r"Expected `\w+` >= (\S+)", r"数值不能小于 \1"),
    (r"Expected `\w+` <= (\S+)", r"数值不能大于 \1"),
    (r"Expected `\w+` > (\S+)", r"数值必须大于 \1"),
    (r"(Integer value|Number) out of range", r"数值超出范围"),
    (r"Input data was truncated", r"文件不完整，可能没有传完"),
    (r"JSON is malformed: .* surrogate .*", r"含有残缺的字符（只有半个代理对）"),
    (r"JSON is malformed: .*", r"不是有效的 JSON"),
)
_ANY_SENTENCE = "内容不符合这种文件的格式"

_WRONG_TYPE = re.compile(r"Expected `(.+)`, got `(.+)`")
_TYPE_NAMES = {
    "str": "文字",
    "int": "整数",
    "float": "小数",
    "bool": " true 或 false",
    "date": "日期",
    "array": "列表",
    "object": "一组字段",
    "null": "空值",
}

# What a file says may be part of the message, line feeds included.
_AT_FIELD = re.compile(r"(.*) - at (?:`key` in )?`\$\.?(.*)`", re.DOTALL)
_AT_BYTE = re.compile(r"(.*) \(byte (\d+)\)")
_TRUNCATED = "Input data was truncated"


@contextmanager
def json_faults(file: str, data: bytes = b"") -> Iterator[None]:
    """Raise what decoding, converting or checking JSON refuses as an ``InvalidFileError``.

    Args:
        file: Name of the file, for the error.
        data: What is decoded here, without a byte order mark; it tells the line of a fault.

    Raises:
        InvalidFileError: The value is of the wrong kind; ``where`` is the field. Or ``data`` is
            no JSON in UTF-8, cut off, or nested too deeply; ``where`` is the line if known.
    """
    try:
        yield
    except msgspec.DecodeError as error:
        raise _fault(str(error), data, file) from error
    except UnicodeDecodeError as error:
        where = _line_of(error.start, data)
        raise InvalidFileError(file, "不是 UTF-8 编码的文字", where) from error
    except RecursionError as error:
        raise InvalidFileError(file, "内容嵌套太深") from error


def _fault(message: str, data: bytes, file: str) -> InvalidFileError:
    if message == _TRUNCATED and not data.strip():
        return InvalidFileError(file, "文件是空的")
    complaint, where = _complaint_and_place(message, data)
    return InvalidFileError(file, _sentence(complaint), where)


def _complaint_and_place(message: str, data: bytes) -> tuple[str, str]:
    if found := _AT_FIELD.fullmatch(message):
        return found[1], found[2]
    if found := _AT_BYTE.fullmatch(message):
        return found[1], _line_of(int(found[2]), data)
    if message == _TRUNCATED:
        return message, _line_of(len(data), data)
    return message, ""


def _sentence(complaint: str) -> str:
    if types := _WRONG_TYPE.fullmatch(complaint):
        return f"类型不对，应为{_type_name(types[1])}，现在是{_type_name(types[2])}"
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return found.expand(sentence)
    return _ANY_SENTENCE


def _type_name(types: str) -> str:
    return "或".join(_TYPE_NAMES.get(name, name) for name in types.split(" | "))


def _line_of(byte: int, data: bytes) -> str:
    line = data.count(b"\n", 0, byte) + 1
    return f"第 {line} 行"
