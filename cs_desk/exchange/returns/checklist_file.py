"""The checklist of returns as a readable JSON file that supervisors edit and hand on.

Nothing in it is trusted: size, characters, types and rules are checked before a value is built,
and every refusal names the file and the place. A field that we do not know is a misspelt one.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import msgspec

from cs_desk.app.checklist_faults import checklist_faults
from cs_desk.domain.errors import (
    InvalidFileError,
    NewerFormatError,
    Sentence,
    UnreadableFileError,
)
from cs_desk.domain.returns.checklist import Checklist
from cs_desk.exchange.json_faults import json_faults
from cs_desk.exchange.returns.checklist_rows import ChecklistDocument

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "csdesk-checklist"
FORMAT_VERSION = 1
MAX_FILE_BYTES = 1024 * 1024


def read_checklist(path: Path) -> Checklist:
    """Return the checklist in the file at ``path``.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        InvalidFileError: Its content breaks the format or a rule of checklists.
        NewerFormatError: A newer program wrote it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    # An impossible name, with a NUL in it, is a ValueError.
    except (OSError, ValueError) as error:
        raise UnreadableFileError(str(path), Sentence("读不到这个文件")) from error
    return decode_checklist(data, str(path))


def decode_checklist(data: bytes, file: str) -> Checklist:
    """Return the checklist that ``data`` holds.

    Args:
        data: Content of a checklist file, with or without a byte order mark.
        file: Name of the file, for errors.

    Raises:
        InvalidFileError: The content breaks the format or a rule of checklists; the error says
            where.
        NewerFormatError: A newer program wrote it.
    """
    if len(data) > MAX_FILE_BYTES:
        megabytes = str(MAX_FILE_BYTES // 1024**2)
        raise InvalidFileError(file, Sentence("文件超过 %1 MB", (megabytes,)))
    data = data.removeprefix(codecs.BOM_UTF8)
    with json_faults(file, data):
        content = msgspec.json.decode(data.decode())
    _refuse_foreign(content, file)
    with json_faults(file):
        document = msgspec.convert(content, ChecklistDocument)
        checklist = msgspec.convert(document, Checklist, from_attributes=True)
    refuse_faults(checklist, file)
    return checklist


def encode_checklist(checklist: Checklist) -> bytes:
    """Return the content of a checklist file; the same checklist gives the same bytes.

    Values that are the default of their field are left out.

    Raises:
        InvalidFileError: ``checklist`` breaks a rule, so that nobody could read the file.
    """
    refuse_faults(checklist, checklist.title)
    fields = msgspec.to_builtins(checklist, order="deterministic")
    plain = _without_empty({"format": FORMAT, "format_version": FORMAT_VERSION, **fields})
    return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"


def refuse_faults(checklist: Checklist, file: str) -> None:
    """Refuse a checklist that breaks a rule.

    Raises:
        InvalidFileError: It does; the error names the first place.
    """
    for fault in checklist_faults(checklist):
        raise InvalidFileError(file, fault.reason, fault.where)


def _refuse_foreign(content: object, file: str) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InvalidFileError(file, Sentence("这不是客服台的退货清单文件"), "format")
    version = content.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        told = Sentence("由更新版本的客服台写成（格式 %1），请先升级程序", (str(version),))
        raise NewerFormatError(file, told)


def _without_empty(value: object) -> object:
    """Leave out what is empty: in a checklist the default of every such field."""
    match value:
        case dict():
            kept = {key: _without_empty(item) for key, item in value.items()}
            return {key: item for key, item in kept.items() if not _is_empty(item)}
        case list() | tuple():
            return [_without_empty(item) for item in value]
        case _:
            return value


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})
