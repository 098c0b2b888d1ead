"""A library as a file brings it: what was read of it, and what could not be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cs_desk.domain.errors import Sentence
    from cs_desk.domain.returns.checklist import Checklist
    from cs_desk.domain.template import TemplateLibrary

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how much is done, of how much in all; raises CancelledError when it was called off."""


class FileFormat(StrEnum):
    """The kinds of files that hold replies; the values are those of ``--format``."""

    CSDESK = "csdesk"
    QIANNIU = "qianniu"
    XLSX = "xlsx"
    CSV = "csv"
    QUICKTEXT = "quicktext"
    ESPANSO = "espanso"
    BEEFTEXT = "beeftext"
    TEXTEXPANDER = "textexpander"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be told about one place of a file.

    Attributes:
        where: The place: ``第 3 行``, or a path inside the file such as ``matches[2].vars[0]``.
        reason: What happened there, and why.
    """

    where: Sentence
    reason: Sentence


@dataclass(frozen=True, slots=True)
class RuleDocument:
    """Rules that travel with a library.

    Attributes:
        name: Which rules: ``delivery_zones`` or ``compliance``.
        content: A JSON document in UTF-8, checked by its reader.
    """

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class IncomingLibrary:
    """What a file holds.

    Attributes:
        library: Its replies and definitions. Where the file knows no identities, each reply's id
            follows from its content, so that the same file always gives the same library.
        format: The format of the file.
        carries: Fields of ``ReplyTemplate`` that the file tells of; the others stand at their
            default and mean nothing.
        keeps_ids: Whether the ids are the file's own.
        encoding: Encoding of its text, as Python names it; None for a binary file.
        skipped: What could not become a reply, with its place.
        lost: What a reply lost, with its place; its text is kept.
        warnings: What is odd: a number mangled by Excel, a hidden character removed.
        sha256: Of its content, for ``csdesk``; empty for others.
        stated_sha256: What the file says its content's hash is; empty if it says nothing.
        based_on: Hash of the edition that it was made from, as the file says.
        checklist: The checklist of returns in it, if any.
        rules: Rules in it.
    """

    library: TemplateLibrary
    format: FileFormat
    carries: frozenset[str]
    keeps_ids: bool = False
    encoding: str | None = None
    skipped: tuple[Remark, ...] = ()
    lost: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    sha256: str = ""
    stated_sha256: str = ""
    based_on: str = ""
    checklist: Checklist | None = None
    rules: tuple[RuleDocument, ...] = ()
