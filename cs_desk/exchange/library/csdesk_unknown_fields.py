"""Fields of a library file that this program does not know, kept to be handed on unread.

They are JSON text. A tone has no place for them in the library: they lie among those of its
reply as ``{"tones": {"正式": {…}}}``. An unknown field cannot be called ``tones``, since that one
is known; the same holds for ``rules`` of an unknown name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.json_tree import json_tree
from cs_desk.exchange.library.csdesk_rows import (
    DocumentRow,
    HeadRow,
    PlaceholderRow,
    TemplateRow,
    ToneRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENCLOSURES = ("checklist", "rules")
_TONES = "tones"


def _names(row: type[msgspec.Struct]) -> frozenset[str]:
    return frozenset(each.name for each in msgspec.structs.fields(row))


_KNOWN_OF_DOCUMENT = _names(DocumentRow).union(_ENCLOSURES)
_KNOWN_OF_LIBRARY = _names(HeadRow)
_KNOWN_OF_PLACEHOLDER = _names(PlaceholderRow)
_KNOWN_OF_TEMPLATE = _names(TemplateRow)
_KNOWN_OF_TONE = _names(ToneRow)


@dataclass(frozen=True, slots=True)
class UnknownFields:
    """All of them in one file, as ``extra`` holds them; rows by their index."""

    library: str = ""
    placeholders: Mapping[int, str] = field(default_factory=dict)
    templates: Mapping[int, str] = field(default_factory=dict)


def taken_out(document: dict[str, Any], rules: Mapping[str, Any]) -> UnknownFields:
    """Take the unknown fields out of a file's content, whatever shape it has, and return them.

    Args:
        document: The content; it keeps the fields that are known.
        rules: Rules of unknown names, to be kept with them.
    """
    parts = {
        "document": _unknown(document, _KNOWN_OF_DOCUMENT) | ({"rules": rules} if rules else {}),
        "library": _unknown(document.get("library"), _KNOWN_OF_LIBRARY),
    }
    return UnknownFields(
        _text({part: fields for part, fields in parts.items() if fields}),
        {
            index: _text(fields)
            for index, row in _rows_in(document.get("placeholders"))
            if (fields := _unknown(row, _KNOWN_OF_PLACEHOLDER))
        },
        {
            index: _text(fields)
            for index, row in _rows_in(document.get("templates"))
            if (fields := _unknown_of_template(row))
        },
    )


def put_back(document: dict[str, Any], library: str, file: str) -> None:
    """Put the unknown fields of a library where they were.

    Args:
        document: What is to be written, with ``library`` in it.
        library: The ``extra`` of the library.
        file: Name for errors.

    Raises:
        InvalidFileError: What was kept is no object of JSON.
    """
    extra = _object(library, file)
    of_document = _part(extra, "document")
    if rules := _part(of_document, "rules"):
        document["rules"] = {**rules, **document.get("rules", {})}
    _add(document, of_document, _KNOWN_OF_DOCUMENT)
    _add(document["library"], _part(extra, "library"), _KNOWN_OF_LIBRARY)


def put_back_placeholder(row: dict[str, Any], extra: str, file: str) -> None:
    """Put the unknown fields of a placeholder where they were; as ``put_back``."""
    if extra:
        _add(row, _object(extra, file), _KNOWN_OF_PLACEHOLDER)


def put_back_template(row: dict[str, Any], extra: str, file: str) -> None:
    """Put the unknown fields of a reply and its tones where they were; as ``put_back``."""
    if not extra:
        return
    fields = _object(extra, file)
    _add(row, fields, _KNOWN_OF_TEMPLATE)
    tones = _part(fields, _TONES)
    for tone in row.get(_TONES, ()):
        _add(tone, _part(tones, tone["tone"]), _KNOWN_OF_TONE)


def is_sound_extra(extra: str) -> bool:
    """Return whether ``extra``, as a file of others tells it, can be put back into one of ours."""
    try:
        _object(extra, "")
    except InvalidFileError:
        return False
    return True


def _part(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = fields.get(name)
    return part if isinstance(part, Mapping) else {}


def _add(row: dict[str, Any], fields: Mapping[str, Any], known: frozenset[str]) -> None:
    row.update({name: value for name, value in fields.items() if name not in known})


def _object(extra: str, file: str) -> dict[str, Any]:
    if not extra:
        return {}
    tree = json_tree(extra.encode("utf-8", "replace"), file)
    if not isinstance(tree, dict):
        raise InvalidFileError(file, Sentence("内容不符合这种文件的格式"), "extra")
    return tree


def _unknown_of_template(row: dict[str, Any]) -> dict[str, Any]:
    fields = _unknown(row, _KNOWN_OF_TEMPLATE)
    tones = {
        str(tone.get("tone")): of_tone
        for _, tone in _rows_in(row.get(_TONES))
        if (of_tone := _unknown(tone, _KNOWN_OF_TONE))
    }
    return fields | ({_TONES: tones} if tones else {})


def _unknown(row: object, known: frozenset[str]) -> dict[str, Any]:
    if not isinstance(row, dict) or row.keys() <= known:
        return {}
    return {name: row.pop(name) for name in [*row] if name not in known}


def _rows_in(items: object) -> Iterator[tuple[int, dict[str, Any]]]:
    if isinstance(items, list):
        yield from ((index, row) for index, row in enumerate(items) if isinstance(row, dict))


def _text(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) if fields else ""
