"""Reading a JSON file of the desk strictly; every fault is told with its place."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, TypeVar

import msgspec

from cs_desk.domain.errors import NewerFormatError, Sentence, UnreadableFileError
from cs_desk.exchange.json_faults import json_faults

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


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
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path.name, Sentence("读不到这个文件")) from error
    return decode_json(content, path.name, kind, newest_format)


def decode_json(content: bytes, file: str, kind: type[T], newest_format: int) -> T:
    """Return what ``content`` holds; arguments and errors as ``read_json``."""
    # Windows' editor puts a byte order mark there.
    content = content.removeprefix(codecs.BOM_UTF8)
    with json_faults(file, content):
        text = content.decode()
        # The version first: a newer file may well have fields that would be faults here.
        version = msgspec.json.decode(text, type=_Header).format
        if version > newest_format:
            told = Sentence("由更新版本的客服台写成（格式 %1），请先升级程序", (str(version),))
            raise NewerFormatError(file, told)
        return msgspec.json.decode(text, type=kind)
