"""The headings of a library as a tree, ``售后/退货``, and what a supervisor changes in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.template import TemplateLibrary


def normal_group(path: str) -> str:
    """Return ``path`` without blank parts, and without blanks around the others."""
    return "/".join(part for part in map(str.strip, path.split("/")) if part)


def is_within(path: str, group: str) -> bool:
    """Return whether ``path`` is ``group`` or one below it."""
    return path == group or path.startswith(f"{group}/")


def group_paths(library: TemplateLibrary) -> tuple[str, ...]:
    """Return every heading, those above it first, in the supervisor's order."""
    named = (*library.groups, *dict.fromkeys(t.group for t in library.templates))
    return tuple(dict.fromkeys(above for path in named for above in _down_to(path)))


def with_group(library: TemplateLibrary, path: str) -> TemplateLibrary:
    """Return ``library`` with a heading more, behind the others."""
    path = normal_group(path)
    if not path or path in group_paths(library):
        return library
    # Those that only replies name would otherwise come behind the new one.
    return replace(library, groups=(*group_paths(library), path))


def with_renamed_group(library: TemplateLibrary, path: str, new_path: str) -> TemplateLibrary:
    """Return ``library`` with a heading under another name or above; all below it follows.

    Where there is a heading of the new name, the two become one.
    """
    path, new_path = normal_group(path), normal_group(new_path)

    def renamed(group: str) -> str:
        return new_path + group[len(path) :] if is_within(group, path) else group

    templates = tuple(
        replace(t, group=renamed(t.group)) if is_within(t.group, path) else t
        for t in library.templates
    )
    groups = tuple(dict.fromkeys(renamed(group) for group in group_paths(library)))
    return replace(library, templates=templates, groups=groups)


def without_group(library: TemplateLibrary, path: str) -> TemplateLibrary:
    """Return ``library`` without a heading and all below it, replies included."""
    path = normal_group(path)
    templates = tuple(t for t in library.templates if not is_within(t.group, path))
    groups = tuple(group for group in library.groups if not is_within(group, path))
    left = replace(library, templates=templates, groups=groups)
    above, _, _ = path.rpartition("/")
    return with_group(left, above)


def keeping_groups(before: TemplateLibrary, after: TemplateLibrary) -> TemplateLibrary:
    """Return ``after`` with every heading of ``before``, though no reply may be left in it."""
    had, has = group_paths(before), group_paths(after)
    if set(had) <= set(has):
        return after
    return replace(after, groups=tuple(dict.fromkeys((*had, *has))))


def _down_to(path: str) -> Iterator[str]:
    if path:
        yield from accumulate(path.split("/"), "{}/{}".format)
