"""How a library lies in its file, ``.csdesk``: its fields, and what each of them may hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from cs_desk.domain.template import PlaceholderSource, PlaceholderType
from cs_desk.exchange.library.limits import (
    MAX_LINE_LENGTH,
    MAX_PLACEHOLDERS,
    MAX_TAGS,
    MAX_TEMPLATES,
    MAX_TEXT_LENGTH,
    MAX_TONES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.template import Placeholder, TemplateLibrary

# Control characters break lists and clipboards; half a surrogate pair cannot be written at all.
_LINE = r"[^\x00-\x1f\ud800-\udfff]*\Z"
_TEXT = r"[^\x00-\x08\x0b-\x1f\ud800-\udfff]*\Z"
_NOT_BLANK = r"\A(?=\s*\S)"
# Braces, ``:`` and ``|``, narrow or wide, would end a placeholder's name where a body uses it.
_BETWEEN_BRACES = r"[^\x00-\x1f\ud800-\udfff{}:\uff1a|\uff5c]*\Z"

_Line = Annotated[str, Meta(max_length=MAX_LINE_LENGTH, pattern=r"\A" + _LINE)]
_Name = Annotated[str, Meta(max_length=MAX_LINE_LENGTH, pattern=_NOT_BLANK + _LINE)]
_PlaceholderName = Annotated[
    str, Meta(max_length=MAX_LINE_LENGTH, pattern=_NOT_BLANK + _BETWEEN_BRACES)
]
_Text = Annotated[str, Meta(max_length=MAX_TEXT_LENGTH, pattern=r"\A" + _TEXT)]
_Body = Annotated[str, Meta(max_length=MAX_TEXT_LENGTH, pattern=_NOT_BLANK + _TEXT)]
_Length = Annotated[int, Meta(ge=1, le=MAX_TEXT_LENGTH)]
_Revision = Annotated[int, Meta(ge=1, le=2**53)]
_Tags = Annotated[tuple[_Line, ...], Meta(max_length=MAX_TAGS)]

_Item = TypeVar("_Item")


class HeadRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is told of the library as a whole."""

    id: _Name
    name: _Name
    version: _Line = ""
    publisher: _Line = ""
    released_at: _Line = ""
    valid_from: date | None = None
    valid_until: date | None = None
    notes: _Text = ""
    groups: Annotated[tuple[_Name, ...], Meta(max_length=MAX_TEMPLATES)] = ()
    part: _Line = ""


class PlaceholderRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A placeholder's definition."""

    name: _PlaceholderName
    type: PlaceholderType
    source: PlaceholderSource
    default: _Text | None = None
    choices: Annotated[tuple[_Line, ...], Meta(max_length=MAX_TAGS)] = ()
    required: bool = True
    max_length: _Length = 200
    promise: bool = False
    personal: bool = False
    hint: _Text = ""


class ToneRow(Struct, frozen=True, kw_only=True):
    """A reply in another tone."""

    tone: _Name
    body: _Body


class TemplateRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A reply."""

    id: _Name
    rev: _Revision = 1
    code: _Line = ""
    title: _Name
    group: _Line = ""
    tags: _Tags = ()
    theme: _Line = ""
    tone: _Line = ""
    body: _Body
    tones: Annotated[tuple[ToneRow, ...], Meta(max_length=MAX_TONES)] = ()
    note: _Text = ""


class DocumentRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The whole file but what travels with the library."""

    format: str
    format_version: Annotated[int, Meta(ge=1)]
    library: HeadRow
    sha256: _Line = ""
    based_on: _Line = ""
    placeholders: Annotated[tuple[PlaceholderRow, ...], Meta(max_length=MAX_PLACEHOLDERS)] = ()
    templates: Annotated[tuple[TemplateRow, ...], Meta(max_length=MAX_TEMPLATES)]


def head_row(library: TemplateLibrary) -> HeadRow:
    """Return what the file tells of ``library`` as a whole.

    Raises:
        msgspec.ValidationError: It breaks the format.
    """
    names = {field.name for field in msgspec.structs.fields(HeadRow)}
    values = {name: getattr(library, name) for name in names}
    dates = {name: values[name] or None for name in ("valid_from", "valid_until")}
    return msgspec.convert(values | dates, HeadRow)


def rows(items: Iterable[object], kind: type[_Item]) -> tuple[_Item, ...]:
    """Return each item as a row, or each row as an item of the library, ``kind``.

    Raises:
        msgspec.ValidationError: One breaks the format.
    """
    return tuple(msgspec.convert(item, kind, from_attributes=True) for item in items)


def is_sound(placeholder: Placeholder) -> bool:
    """Return whether a definition of another program keeps to what a library may hold."""
    try:
        msgspec.convert(placeholder, PlaceholderRow, from_attributes=True)
    except msgspec.ValidationError:
        return False
    return True


def plain(row: object) -> Any:  # noqa: ANN401  # as JSON has it
    """Return a row as dictionaries and lists, without what is the default."""
    return msgspec.to_builtins(row)
