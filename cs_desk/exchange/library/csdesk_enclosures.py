"""What travels in a library file beside the replies: the checklist of returns, and rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.errors import InvalidFileError, NewerFormatError, Sentence
from cs_desk.domain.library.incoming import RuleDocument
from cs_desk.exchange.json_tree import json_tree

# Hardly any library has these on board, and every start would pay for their readers.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.returns.checklist import Checklist

_CHECKLIST, _RULES = "checklist", "rules"

_Read = TypeVar("_Read")

_RULE_NAMES = ("delivery_zones", "compliance")


class Enclosures(NamedTuple):
    """What was in a file.

    Attributes:
        enclosed: What this program can use.
        unknown: Rules that it does not know, by their names.
    """

    enclosed: Enclosed
    unknown: dict[str, Any]


def enclosed_in(document: dict[str, Any], file: str) -> Enclosures:
    """Take what travels with a library out of its document, and return it.

    Raises:
        InvalidFileError: It breaks its format.
        NewerFormatError: A newer program wrote it.
    """
    checklist, rules = document.pop(_CHECKLIST, None), document.pop(_RULES, None)
    if rules is not None and not isinstance(rules, dict):
        raise InvalidFileError(file, Sentence("内容不符合这种文件的格式"), _RULES)
    rules = rules or {}
    known = tuple(_rules(name, rules.pop(name), file) for name in _RULE_NAMES if name in rules)
    return Enclosures(Enclosed(_checklist(checklist, file), known), rules)


def put_in(document: dict[str, Any], enclosed: Enclosed) -> None:
    """Add what travels with a library to its document.

    Raises:
        InvalidFileError: It breaks its format.
    """
    if enclosed.checklist is not None:
        from cs_desk.exchange.returns.checklist_file import encode_checklist

        document[_CHECKLIST] = json_tree(encode_checklist(enclosed.checklist), _CHECKLIST)
    if enclosed.rules:
        document[_RULES] = {
            each.name: json_tree(each.content, each.name) for each in enclosed.rules
        }


def _checklist(content: object, file: str) -> Checklist | None:
    if content is None:
        return None
    from cs_desk.exchange.returns.checklist_file import decode_checklist

    return _inside(file, _CHECKLIST, decode_checklist, _document(content))


def _rules(name: str, content: object, file: str) -> RuleDocument:
    data = _document(content)
    _inside(file, f"{_RULES}.{name}", _reader_of(name), data)
    return RuleDocument(name, data)


def _reader_of(name: str) -> Callable[[bytes, str], object]:
    if name == "delivery_zones":
        from cs_desk.exchange.places import decode_zones

        return decode_zones
    from cs_desk.exchange.compliance_rules import decode_rules

    return decode_rules


def _inside(file: str, where: str, read: Callable[[bytes, str], _Read], data: bytes) -> _Read:
    try:
        return read(data, file)
    except NewerFormatError as error:
        raise NewerFormatError(file, error.reason, _joined(where, error.where)) from error
    except InvalidFileError as error:
        raise InvalidFileError(file, error.reason, _joined(where, error.where)) from error


def _joined(where: str, inner: str) -> str:
    return f"{where}.{inner}" if inner else where


def _document(content: object) -> bytes:
    return msgspec.json.format(json.dumps(content, ensure_ascii=False), indent=1).encode() + b"\n"
