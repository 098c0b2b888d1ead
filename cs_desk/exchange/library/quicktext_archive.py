"""QuickText's backup: a zip of ``index.json`` and the category files that it names.

Nothing is unpacked to disk. Sizes are checked as the archive states them, and again while reading:
what it states may be a lie.
"""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.json_tree import json_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.exchange.json_tree import JsonValue
    from cs_desk.exchange.library.file_content import FileContent

_MAX_FILES = 2_000
# Of all JSON files together; pictures are never read.
_MAX_UNPACKED_BYTES = 20 * 1024 * 1024

_BEGINS_ZIP = b"PK\x03\x04"
_INDEX = "index.json"


def is_archive(content: FileContent) -> bool:
    """Return whether ``content`` is a zip with an index at its top."""
    if not content.data.startswith(_BEGINS_ZIP):
        return False
    try:
        with _opened(content) as archive:
            return _INDEX in archive.namelist()
    except InvalidFileError:
        return False


def categories_of(content: FileContent) -> Iterator[tuple[str, str, JsonValue]]:
    """Yield name, file and content of each category; None as the content of a missing file.

    Raises:
        InvalidFileError: The archive is broken or too large, or a file in it is no such JSON.
    """
    with _opened(content) as archive:
        known = set(archive.namelist())
        if _INDEX not in known:
            raise InvalidFileError(
                content.name, Sentence("这不是 QuickText 的备份：没有 index.json")
            )
        index, left = _read(archive, _INDEX, content.name, _MAX_UNPACKED_BYTES)
        for name, file in _listed(index, content.name):
            if file not in known:
                yield name, file, None
                continue
            snippets, left = _read(archive, file, content.name, left)
            yield name, file, snippets


def fields_of(value: JsonValue) -> dict[str, JsonValue]:
    """Return the fields of an object by their names in lower case; none of anything else."""
    if not isinstance(value, dict):
        return {}
    return {name.casefold(): item for name, item in value.items()}


@contextmanager
def _opened(content: FileContent) -> Iterator[ZipFile]:
    try:
        with ZipFile(BytesIO(content.data)) as archive:
            if len(archive.infolist()) > _MAX_FILES:
                raise InvalidFileError(content.name, Sentence("压缩包里的文件太多"))
            yield archive
    # What zipfile raises for an archive that is damaged, encrypted, or packed in another way.
    except (BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError) as error:
        raise InvalidFileError(content.name, Sentence("压缩包损坏或加了密")) from error


def _read(archive: ZipFile, file: str, name: str, left: int) -> tuple[JsonValue, int]:
    """Return the JSON in ``file``, and how many bytes may still be unpacked after it."""
    with archive.open(file) as packed:
        data = packed.read(left + 1)
    if len(data) > left:
        raise InvalidFileError(name, Sentence("压缩包解开后太大"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = Sentence("压缩包里的「%1」不是 UTF-8 编码的文字", (file[:100],))
        raise InvalidFileError(name, told) from error
    return json_tree(text, f"{name}/{file}"), left - len(data)


def _listed(index: JsonValue, name: str) -> Iterator[tuple[str, str]]:
    fields = fields_of(index)
    categories = fields.get("categories")
    if not isinstance(categories, list):
        raise InvalidFileError(name, Sentence("index.json 里没有分类"), _INDEX)
    for category in map(fields_of, categories):
        title, file = category.get("name"), category.get("file")
        if isinstance(title, str) and isinstance(file, str):
            yield title, file
