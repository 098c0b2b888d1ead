"""Our own library file, ``.csdesk``: one readable JSON document that travels between people.

Nothing in it is trusted: sizes, characters and types are checked before a value is built, and
every refusal says where the fault lies. Fields that we do not know survive.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.errors import InvalidFileError, NewerFormatError, Sentence
from cs_desk.domain.library.incoming import FileFormat, IncomingLibrary, Remark
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary
from cs_desk.exchange.json_faults import json_faults
from cs_desk.exchange.json_tree import json_tree
from cs_desk.exchange.library.csdesk_enclosures import enclosed_in, put_in
from cs_desk.exchange.library.csdesk_repeats import refuse_repeats, repeats
from cs_desk.exchange.library.csdesk_rows import (
    DocumentRow,
    PlaceholderRow,
    TemplateRow,
    head_row,
    plain,
    rows,
)
from cs_desk.exchange.library.csdesk_texts import cleaned
from cs_desk.exchange.library.csdesk_unknown_fields import (
    put_back,
    put_back_placeholder,
    put_back_template,
    taken_out,
)
from cs_desk.exchange.library.file_content import FileContent, bytes_of
from cs_desk.exchange.library.limits import refuse_too_large
from cs_desk.exchange.library.written_file import WrittenFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cs_desk.domain.library.incoming import Progress
    from cs_desk.exchange.library.csdesk_unknown_fields import UnknownFields

FORMAT = "csdesk"
FORMAT_VERSION = 1

_IS_CSDESK = re.compile(rb'"format"\s*:\s*"csdesk"')
_UNHASHED = frozenset({"sha256", "based_on"})
_CARRIES = frozenset(field.name for field in fields(ReplyTemplate))
_NOTHING = Enclosed()

_Extended = TypeVar("_Extended", Placeholder, ReplyTemplate)


def is_csdesk(content: FileContent) -> bool:
    """Return whether ``content`` says that it is a library of ours, even if it is damaged."""
    data = _utf8(content)
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and bool(
        _IS_CSDESK.search(data)
    )


def read_csdesk(content: FileContent, progress: Progress) -> IncomingLibrary:
    """Return what ``content`` holds; it is UTF-8, whatever ``content`` was taken for.

    Raises:
        InvalidFileError: It breaks the format; the error says where.
        NewerFormatError: A newer program wrote it.
        CancelledError: ``progress`` called it off.
    """
    progress(0, 1)
    data = _utf8(content)
    incoming = decode_library(data, content.name)
    progress(1, 1)
    return incoming if data is content.data else replace(incoming, encoding=content.encoding)


def write_csdesk(
    library: TemplateLibrary, enclosed: Enclosed = _NOTHING, based_on: str = ""
) -> WrittenFile:
    """Return a file of ``library``, which loses nothing; arguments as ``encode_library``.

    Raises:
        InvalidFileError: ``library`` breaks the format, so that nobody could read the file.
    """
    return WrittenFile(
        encode_library(library, enclosed, based_on=based_on),
        len(library.templates),
        sha256=content_hash(library, enclosed),
    )


def read_library(path: Path) -> TemplateLibrary:
    """Return the library in the ``.csdesk`` file at ``path``, without what travels with it.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        InvalidFileError: Its content breaks the format.
        NewerFormatError: A newer program wrote it.
    """
    return decode_library(bytes_of(path), str(path)).library


def decode_library(data: bytes, file: str) -> IncomingLibrary:
    r"""Return what ``data`` holds.

    Line ends become ``\n``. Characters that turn the direction of text are left out, which is
    told; so is what two replies may have in common, but should not. Everything else is kept.

    Args:
        data: Content of a ``.csdesk`` file, with or without a byte order mark.
        file: Name of the file, for errors.

    Raises:
        InvalidFileError: The content breaks the format; the error says where.
        NewerFormatError: A newer program wrote it.
    """
    refuse_too_large(data, file)
    content = _refused_if_foreign(json_tree(data, file), file)
    with json_faults(file):
        is_changed = _is_changed(content)
        enclosed, unknown_rules = enclosed_in(content, file)
        unknown = taken_out(content, unknown_rules)
        known, warnings = cleaned(content)
        with json_faults(file, document=known):
            document = msgspec.convert(known, DocumentRow)
        library = _library_of(document, unknown)
    refuse_repeats(document, file)
    return IncomingLibrary(
        library=library,
        format=FileFormat.CSDESK,
        carries=_CARRIES,
        keeps_ids=True,
        encoding="utf-8",
        warnings=(*([_CHANGED] if is_changed else []), *warnings, *repeats(document)),
        sha256=content_hash(library, enclosed),
        stated_sha256=document.sha256,
        based_on=document.based_on,
        checklist=enclosed.checklist,
        rules=enclosed.rules,
    )


def encode_library(
    library: TemplateLibrary, enclosed: Enclosed = _NOTHING, *, based_on: str = ""
) -> bytes:
    """Return the content of a ``.csdesk`` file; the same arguments give the same bytes.

    Values that are the default of their field are left out.

    Args:
        library: What is to be written.
        enclosed: What travels with it.
        based_on: Hash of the edition that it was made from.

    Raises:
        InvalidFileError: ``library`` breaks the format, so that nobody could read the file.
    """
    content = _content(library, enclosed)
    hashes = {"sha256": _hash(content), **({"based_on": based_on} if based_on else {})}
    head = ("format", "format_version", "library")
    document = {name: content.pop(name) for name in head} | hashes | content
    text = json.dumps(document, ensure_ascii=False)
    data = msgspec.json.format(text, indent=1).encode() + b"\n"
    refuse_too_large(data, library.name)
    return data


def content_hash(library: TemplateLibrary, enclosed: Enclosed = _NOTHING) -> str:
    """Return the SHA-256 of a library's content, in hexadecimal.

    It is that of its ``.csdesk`` document without the fields ``sha256`` and ``based_on``, written
    as canonical JSON: fields sorted by name, no blanks, every character beyond ASCII escaped.
    How a file is laid out on its lines does not matter to it.

    Raises:
        InvalidFileError: ``library`` breaks the format.
    """
    return _hash(_content(library, enclosed))


_CHANGED = Remark(Sentence("sha256"), Sentence("内容和文件里写的校验值对不上，可能被改过"))


def _utf8(content: FileContent) -> bytes:
    is_utf16 = content.text is not None and content.encoding == "utf-16"
    return content.text.encode("utf-8", "replace") if is_utf16 and content.text else content.data


def _refused_if_foreign(content: object, file: str) -> dict[str, Any]:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InvalidFileError(file, Sentence("这不是客服台的话术库文件"), "format")
    version = content.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        told = Sentence("由更新版本的客服台写成（格式 %1），请先升级程序", (str(version),))
        raise NewerFormatError(file, told)
    return content


def _is_changed(content: dict[str, Any]) -> bool:
    stated = content.get("sha256")
    return bool(stated) and str(stated).lower() != _hash(content)


def _hash(content: dict[str, Any]) -> str:
    hashed = {name: value for name, value in content.items() if name not in _UNHASHED}
    canonical = json.dumps(hashed, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _library_of(document: DocumentRow, unknown: UnknownFields) -> TemplateLibrary:
    head = document.library
    return TemplateLibrary(
        id=head.id,
        name=head.name,
        version=head.version,
        publisher=head.publisher,
        released_at=head.released_at,
        valid_from="" if head.valid_from is None else head.valid_from.isoformat(),
        valid_until="" if head.valid_until is None else head.valid_until.isoformat(),
        notes=head.notes,
        groups=tuple(dict.fromkeys(head.groups)),
        part=head.part,
        placeholders=_with_extra(rows(document.placeholders, Placeholder), unknown.placeholders),
        templates=_with_extra(rows(document.templates, ReplyTemplate), unknown.templates),
        extra=unknown.library,
    )


def _with_extra(items: tuple[_Extended, ...], extras: Mapping[int, str]) -> tuple[_Extended, ...]:
    if not extras:
        return items
    return tuple(
        replace(item, extra=extras[index]) if index in extras else item
        for index, item in enumerate(items)
    )


def _content(library: TemplateLibrary, enclosed: Enclosed) -> dict[str, Any]:
    file = library.name
    with json_faults(file):
        document = DocumentRow(
            format=FORMAT,
            format_version=FORMAT_VERSION,
            library=head_row(library),
            placeholders=rows(library.placeholders, PlaceholderRow),
            templates=rows(library.templates, TemplateRow),
        )
        refuse_repeats(document, file)
        content: dict[str, Any] = plain(document)
        put_in(content, enclosed)
        put_back(content, library.extra, file)
        for row, placeholder in zip(
            content.get("placeholders", ()), library.placeholders, strict=False
        ):
            put_back_placeholder(row, placeholder.extra, file)
        for row, template in zip(content.get("templates", ()), library.templates, strict=False):
            put_back_template(row, template.extra, file)
    return content
