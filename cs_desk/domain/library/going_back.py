"""The library as an earlier edition has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.domain.library.reverting import same_content

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


def as_it_was(edition: TemplateLibrary, now: TemplateLibrary) -> TemplateLibrary:
    """Return ``edition``, which was our whole library, as the library in use."""
    chosen = _chooser(now)
    return replace(edition, id=now.id, templates=tuple(map(chosen, edition.templates)))


def with_edition(
    edition: TemplateLibrary, now: TemplateLibrary, brought_later: Collection[str]
) -> TemplateLibrary:
    """Return the library in use with all that an imported edition holds, as it is there.

    Args:
        edition: What was imported once: a library, ours or another one.
        now: The library in use; what it has beside the edition stays.
        brought_later: Ids of replies that only later editions brought; they go.
    """
    chosen = _chooser(now)
    theirs = {t.id: chosen(t) for t in edition.templates}
    gone = set(brought_later) - theirs.keys()
    templates = {t.id: theirs.get(t.id, t) for t in now.templates if t.id not in gone} | theirs
    defined = {p.name: p for p in (*now.placeholders, *edition.placeholders)}
    # Only an edition of our own library tells what ours is called, and its version.
    head = replace(edition, groups=now.groups) if edition.id == now.id else now
    return replace(
        head,
        templates=tuple(templates.values()),
        placeholders=tuple(defined.values()),
        groups=tuple(dict.fromkeys((*now.groups, *edition.groups))),
    )


def _chooser(now: TemplateLibrary) -> Callable[[ReplyTemplate], ReplyTemplate]:
    """Return what picks ours where it says the same, so that it keeps its revision."""
    current = {t.id: t for t in now.templates}

    def chosen(template: ReplyTemplate) -> ReplyTemplate:
        here = current.get(template.id)
        return here if here is not None and same_content(here, template) else template

    return chosen
