"""The headings of a library as a tree, with how many replies stand under each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from cs_desk.domain.library.groups import group_paths, normal_group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

SEPARATOR = "/"


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading.

    Attributes:
        path: All headings from the top, ``售后/退货``.
        count: Replies under it, those of the headings below included.
    """

    path: str
    count: int

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(SEPARATOR)[2]

    @property
    def parent(self) -> str:
        """The path of the heading above; empty at the top."""
        return parent_of(self.path)


def headings(library: TemplateLibrary, templates: tuple[ReplyTemplate, ...]) -> tuple[Heading, ...]:
    """Return every heading, each one after the heading above it.

    Args:
        library: Its own order of headings comes first.
        templates: The replies to count; headings that only they name come after the others.
    """
    totals: Counter[str] = Counter()
    for group, count in Counter(template.group for template in templates).items():
        for path in accumulate(group.split(SEPARATOR), joined):
            totals[path] += count
    paths = group_paths(replace(library, templates=templates))
    return tuple(Heading(path, totals[path]) for path in paths)


def parent_of(path: str) -> str:
    """Return the path of the heading above; empty at the top."""
    return path.rpartition(SEPARATOR)[0]


def joined(parent: str, name: str) -> str:
    """Return the path of ``name`` under ``parent``."""
    return f"{parent}{SEPARATOR}{name}" if parent else name


def typed_path(typed: str) -> str:
    """Return a path as it was typed, perhaps with full-width strokes, in its normal form."""
    return normal_group(typed.replace("／", SEPARATOR))


def free_name(name: str, parent: str, taken: Iterable[str]) -> str:
    """Return ``name``, counted up until no heading under ``parent`` is called so."""
    known = set(taken)
    number, found = 1, joined(parent, name)
    while found in known:
        number += 1
        found = joined(parent, f"{name} {number}")
    return found
