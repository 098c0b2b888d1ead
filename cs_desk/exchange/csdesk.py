"""Our own library file, ``.csdesk``: one readable JSON document that travels between people.

Nothing in it is trusted: sizes, characters and types are checked before a value is built, and
every refusal says where the fault lies. Fields that we do not know are passed over.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from cs_desk.domain.errors import (
    InvalidFileError,
    NewerFormatError,
    Sentence,
    UnreadableFileError,
)
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
)
from cs_desk.domain.text_direction import without_direction_controls
from cs_desk.exchange.json_faults import json_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FORMAT = "csdesk"
FORMAT_VERSION = 1
MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_TEMPLATES = 20_000
MAX_TEXT_LENGTH = 10_000
"""Longest body, note or default, in characters."""

# Control characters break lists and clipboards; half a surrogate pair cannot be written at all.
_LINE = r"[^\x00-\x1f\ud800-\udfff]*\Z"
_TEXT = r"[^\x00-\x08\x0b-\x1f\ud800-\udfff]*\Z"
_NOT_BLANK = r"\A(?=\s*\S)"
# Braces, ``:`` and ``|``, narrow or wide, would end a placeholder's name where a body uses it.
_BETWEEN_BRACES = r"[^\x00-\x1f\ud800-\udfff{}:\uff1a|\uff5c]*\Z"

_Line = Annotated[str, Meta(max_length=200, pattern=r"\A" + _LINE)]
_Name = Annotated[str, Meta(max_length=200, pattern=_NOT_BLANK + _LINE)]
_PlaceholderName = Annotated[str, Meta(max_length=200, pattern=_NOT_BLANK + _BETWEEN_BRACES)]
_Text = Annotated[str, Meta(max_length=MAX_TEXT_LENGTH, pattern=r"\A" + _TEXT)]
_Body = Annotated[str, Meta(max_length=MAX_TEXT_LENGTH, pattern=_NOT_BLANK + _TEXT)]
_Length = Annotated[int, Meta(ge=1, le=MAX_TEXT_LENGTH)]
_Revision = Annotated[int, Meta(ge=1, le=2**53)]

_Item = TypeVar("_Item")


class _LibraryHead(Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: _Name
    name: _Name
    version: _Line = ""
    publisher: _Line = ""
    released_at: _Line = ""
    notes: _Text = ""


class _Placeholder(Struct, frozen=True, kw_only=True, omit_defaults=True):
    name: _PlaceholderName
    type: PlaceholderType
    source: PlaceholderSource
    default: _Text | None = None
    choices: Annotated[tuple[_Line, ...], Meta(max_length=200)] = ()
    required: bool = True
    max_length: _Length = 200
    promise: bool = False
    personal: bool = False
    hint: _Text = ""


class _ToneVariant(Struct, frozen=True, kw_only=True):
    tone: _Name
    body: _Body


class _Template(Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: _Name
    rev: _Revision = 1
    code: _Line = ""
    title: _Name
    group: _Line = ""
    tags: Annotated[tuple[_Line, ...], Meta(max_length=200)] = ()
    theme: _Line = ""
    tone: _Line = ""
    body: _Body
    tones: Annotated[tuple[_ToneVariant, ...], Meta(max_length=20)] = ()
    note: _Text = ""


class _Document(Struct, frozen=True, kw_only=True):
    format: str
    format_version: Annotated[int, Meta(ge=1)]
    library: _LibraryHead
    placeholders: Annotated[tuple[_Placeholder, ...], Meta(max_length=1_000)] = ()
    templates: Annotated[tuple[_Template, ...], Meta(max_length=MAX_TEMPLATES)] = ()


def read_library(path: Path) -> TemplateLibrary:
    """Return the library in the file at ``path``.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        InvalidFileError: Its content breaks the format.
        NewerFormatError: A newer program wrote it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    # An impossible name, with a NUL in it, is a ValueError.
    except (OSError, ValueError) as error:
        raise UnreadableFileError(str(path), _why_unreadable(path, error)) from error
    return decode_library(data, str(path))


def decode_library(data: bytes, file: str) -> TemplateLibrary:
    r"""Return the library that ``data`` holds.

    Line ends become ``\n``, and characters that turn the direction of text are left out;
    everything else is kept as written.

    Args:
        data: Content of a ``.csdesk`` file, with or without a byte order mark.
        file: Name of the file, for errors.

    Raises:
        InvalidFileError: The content breaks the format; the error says where.
        NewerFormatError: A newer program wrote it.
    """
    content = _json_value(data, file)
    _refuse_foreign(content, file)
    with json_faults(file):
        document = msgspec.convert(content, _Document)
    _refuse_repeats(document, file)
    head = document.library
    return TemplateLibrary(
        id=head.id,
        name=head.name,
        version=head.version,
        publisher=head.publisher,
        released_at=head.released_at,
        notes=head.notes,
        placeholders=_convert_all(document.placeholders, Placeholder),
        templates=_convert_all(document.templates, ReplyTemplate),
    )


def encode_library(library: TemplateLibrary) -> bytes:
    """Return the content of a ``.csdesk`` file; the same library gives the same bytes.

    Values that are the default of their field are left out.

    Raises:
        InvalidFileError: ``library`` breaks the format, so that nobody could read the file.
    """
    with json_faults(library.name):
        document = _Document(
            format=FORMAT,
            format_version=FORMAT_VERSION,
            library=msgspec.convert(library, _LibraryHead, from_attributes=True),
            placeholders=_convert_all(library.placeholders, _Placeholder),
            templates=_convert_all(library.templates, _Template),
        )
    _refuse_repeats(document, library.name)
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _convert_all(items: Sequence[object], kind: type[_Item]) -> tuple[_Item, ...]:
    return tuple(msgspec.convert(item, kind, from_attributes=True) for item in items)


def _json_value(data: bytes, file: str) -> object:
    if len(data) > MAX_FILE_BYTES:
        megabytes = str(MAX_FILE_BYTES // 1024**2)
        raise InvalidFileError(file, Sentence("文件超过 %1 MB", (megabytes,)))
    data = data.removeprefix(codecs.BOM_UTF8)
    with json_faults(file, data):
        return _plain(msgspec.json.decode(data.decode()))


def _plain(value: object) -> object:
    match value:
        case str():
            return without_direction_controls(value.replace("\r\n", "\n"))
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def _refuse_foreign(content: object, file: str) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InvalidFileError(file, Sentence("这不是客服台的话术库文件"), "format")
    version = content.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        told = Sentence("由更新版本的客服台写成（格式 %1），请先升级程序", (str(version),))
        raise NewerFormatError(file, told)


def _refuse_repeats(document: _Document, file: str) -> None:
    """Refuse two entries that could not be told apart later."""
    seen: set[tuple[Sentence, str]] = set()
    for kind, value, where in _distinct_values(document):
        if (kind, value) in seen:
            told = Sentence("%1「%2」重复，前面已经有一个", (kind, value))
            raise InvalidFileError(file, told, where)
        seen.add((kind, value))


def _distinct_values(document: _Document) -> Iterator[tuple[Sentence, str, str]]:
    """Yield kind, value and place of everything that has to differ; codes ignore case."""
    for index, placeholder in enumerate(document.placeholders):
        yield Sentence("占位符"), placeholder.name, f"placeholders[{index}].name"
    for index, template in enumerate(document.templates):
        place = f"templates[{index}]"
        yield Sentence("编号"), template.id, f"{place}.id"
        yield Sentence("标题"), template.title, f"{place}.title"
        if template.code:
            yield Sentence("编码"), template.code.casefold(), f"{place}.code"
        tone = Sentence("「%1」的语气", (template.title,))
        yield tone, template.tone, f"{place}.tone"
        for number, variant in enumerate(template.tones):
            yield tone, variant.tone, f"{place}.tones[{number}].tone"


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
