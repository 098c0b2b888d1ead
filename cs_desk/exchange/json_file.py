"""Reading a JSON file of the desk strictly; every fault is told with its place, in Chinese."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, TypeVar

import msgspec

from cs_desk.domain.errors import InvalidFileError, NewerFormatError, UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

# msgspec's own sentences; one that is not here is passed on as it is.
_REASONS = (
    (r"Object missing required field `(.+)`", r"缺少“\1”"),
    (r"Object contains unknown field `(.+)`", r"不认识“\1”，请检查拼写"),
    (r"Expected `(.+)`, got `(.+)`", r"类型不对，应为 \1，现在是 \2"),
    (r"Expected `array` of length (.+)", r"个数不对，应为 \1 个"),
    (r"Expected `str` of length >= 1", r"不能为空"),
    (r"Expected `str` matching regex '(.+)'", r"写法不对，应符合 \1"),
    (r"Expected `\w+` ([<>]=?) (.+)", r"数值超出范围，应 \1 \2"),
    (r"Invalid enum value '(.*)'", r"不认识“\1”"),
    (r"Invalid RFC3339 encoded date", r"日期应写成 2026-11-21 这样"),
    (r"Input data was truncated", r"文件不完整"),
    (r"JSON is malformed: .*\(byte (\d+)\)", r"不是有效的 JSON，错误在第 \1 字节处"),
)


class _Header(msgspec.Struct):
    format: int


def read_json(path: Path, kind: type[T], newest_format: int) -> T:
    """Return the content of the file at ``path``.

    Args:
        path: A JSON file in UTF-8, whose object tells its version as ``format``.
        kind: What the content has to look like.
        newest_format: The newest version that this program understands.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        InvalidFileError: The content is not a ``kind``.
        NewerFormatError: A newer version of the program wrote the file.
    """
    try:
        # Windows' editor puts a byte order mark there.
        content = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        raise UnreadableFileError(path.name, "读不到这个文件") from error
    # The version first: a newer file may well have fields that would be faults here.
    if _decode(path, content, _Header).format > newest_format:
        raise NewerFormatError(path.name, "这个文件由更新版本的程序写成，请先升级", "format")
    return _decode(path, content, kind)


def _decode(path: Path, content: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.DecodeError as error:
        sentence, _, place = str(error).partition(" - at ")
        where = place.strip("`").removeprefix("$").removeprefix(".")
        raise InvalidFileError(path.name, _in_chinese(sentence), where) from error
    except UnicodeDecodeError as error:
        raise InvalidFileError(path.name, "文件不是 UTF-8 编码") from error
    except RecursionError as error:
        raise InvalidFileError(path.name, "嵌套层数太多") from error


def _in_chinese(sentence: str) -> str:
    for pattern, reason in _REASONS:
        if match := re.fullmatch(pattern, sentence):
            return match.expand(reason)
    return sentence
