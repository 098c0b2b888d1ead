"""The bytes of a file, and the text in them.

The encoding follows from a byte order mark; without one the text is UTF-8 if it can be, or else
GB18030, which contains the GBK and GB2312 of 千牛 and of Chinese Excel. UTF-8 that was damaged
would often be readable as GB18030, as nonsense: it is told apart and refused.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from stat import S_ISREG
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence, UnreadableFileError
from cs_desk.exchange.library.limits import MAX_FILE_BYTES, refuse_too_large

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = ("utf-8", "gb18030")
_CHOICES = (*_GUESSES, "big5")
_KNOWN = frozenset({*_CHOICES, "utf-8-sig", "utf-16"})
_PREVIEW_LENGTH = 4_096
_SOUND_FOR_EACH_BROKEN = 8


@dataclass(frozen=True, slots=True)
class FileContent:
    r"""The content of a file that is to be read.

    Attributes:
        name: Its name as the person gave it, for errors; the end tells what it claims to be.
        data: Its bytes, no more of them than the limit.
        text: The text in them, with ``\n`` as the only line end; None if it is no text.
        encoding: The text's encoding as Python names it; None if it is no text.
    """

    name: str
    data: bytes
    text: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """An encoding that a file may be in.

    Attributes:
        encoding: As Python names it.
        preview: How the file begins if it is.
    """

    encoding: str
    preview: str


def bytes_of(path: Path) -> bytes:
    """Return the bytes of the file at ``path``, no more than one beyond the limit.

    Raises:
        UnreadableFileError: It is missing, is a folder or a device, or may not be read.
    """
    try:
        # Opening a pipe would wait for somebody to write to it.
        if not (path.is_dir() or S_ISREG(path.stat().st_mode)):
            raise UnreadableFileError(str(path), Sentence("这不是普通的文件，是管道或设备"))
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    # An impossible name, with a NUL in it, is a ValueError.
    except (OSError, ValueError) as error:
        raise UnreadableFileError(str(path), _why_unreadable(path, error)) from error


def file_content(name: str, data: bytes, encoding: str | None = None) -> FileContent:
    """Return the content of a file with the text in it, if it is one.

    Args:
        name: Its name as the person gave it.
        data: Its bytes.
        encoding: Its encoding as Python names it; None to find out.

    Raises:
        InvalidFileError: It is beyond the limit, is no text in the ``encoding`` asked for, or was
            text in UTF-8 before it was damaged.
    """
    refuse_too_large(data, name)
    if encoding is not None:
        return _in_asked_encoding(name, data, encoding)
    _refuse_damaged_utf8(name, data)
    return next(
        (
            FileContent(name, data, text, each)
            for each in _candidates(data)
            if (text := _text(data, each)) is not None
        ),
        FileContent(name, data),
    )


def encodings_to_choose(data: bytes) -> tuple[EncodingChoice, ...]:
    """Return the encodings that ``data`` may be in, the likeliest first, each with a preview."""
    candidates = (*_candidates(data), *_CHOICES)
    return tuple(
        EncodingChoice(each, text[:_PREVIEW_LENGTH])
        for each in dict.fromkeys(candidates)
        if not _is_marked_otherwise(data, each) and (text := _text(data, each)) is not None
    )


def _refuse_damaged_utf8(name: str, data: bytes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if not _is_mostly_utf8(data):
            return
        is_cut = error.end == len(data) and error.reason == "unexpected end of data"
        told = Sentence("文件不完整，可能没有传完") if is_cut else Sentence("有坏掉的文字")
        line = str(_line(data[: error.start].decode()))
        raise InvalidFileError(name, Sentence("%1（第 %2 行）", (told, line))) from error


def _is_mostly_utf8(data: bytes) -> bool:
    text = data.decode(errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    # Chinese in GB18030 is broken in most of its characters when it is read as UTF-8.
    return "\0" not in text and beyond_ascii - broken > _SOUND_FOR_EACH_BROKEN * broken


def _candidates(data: bytes) -> tuple[str, ...]:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return (marked,) if marked else _GUESSES


def _is_marked_otherwise(data: bytes, encoding: str) -> bool:
    return encoding == "utf-8" and data.startswith(codecs.BOM_UTF8)


def _text(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    # A NUL stands in no text, but in nearly everything else.
    return None if "\0" in text else _with_line_feeds(text)


def _in_asked_encoding(name: str, data: bytes, encoding: str) -> FileContent:
    if encoding not in _KNOWN:
        raise InvalidFileError(name, Sentence("不支持「%1」这种编码", (encoding,)))
    # The mark is no part of the text, whichever way the encoding was named.
    with_mark = "utf-8-sig" if _is_marked_otherwise(data, encoding) else encoding
    try:
        text = data.decode(with_mark)
    except UnicodeDecodeError as error:
        line = str(_line(data[: error.start].decode(with_mark, "replace")))
        told = Sentence("第 %1 行不是 %2 编码的文字，请换一种编码", (line, encoding.upper()))
        raise InvalidFileError(name, told) from error
    if "\0" in text:
        raise InvalidFileError(name, Sentence("这个文件不是 %1 编码的文字", (encoding.upper(),)))
    return FileContent(name, data, _with_line_feeds(text), with_mark)


def _line(before: str) -> int:
    return _with_line_feeds(before).count("\n") + 1


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _why_unreadable(path: Path, error: OSError | ValueError) -> Sentence:
    match error:
        case FileNotFoundError():
            return Sentence("找不到这个文件")
        # Windows says "permission denied" for a folder.
        case IsADirectoryError() | PermissionError() if path.is_dir():
            return Sentence("这是一个文件夹，不是文件")
        case PermissionError():
            return Sentence("没有读取这个文件的权限")
        case OSError():
            return Sentence("读不出这个文件：%1", (error.strerror or str(error),))
        case _:
            return Sentence("文件名无效")
