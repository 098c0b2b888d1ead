"""What a supervisor changes in a library, reply by reply; every function returns another library.

Groups as a whole are the matter of ``library_groups``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.domain.library.groups import keeping_groups, normal_group
from cs_desk.domain.placeholder_parser import parse
from cs_desk.domain.placeholder_tokens import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary


def with_saved(library: TemplateLibrary, template: ReplyTemplate) -> TemplateLibrary:
    """Return ``library`` with a new or changed reply.

    A changed one keeps its place; a new one, or one that changed its group, comes to the end of
    its group.
    """
    old = next((t for t in library.templates if t.id == template.id), None)
    if old is None:
        return replace(library, templates=_inserted(library.templates, (template,)))
    if old.group == template.group:
        templates = tuple(template if t is old else t for t in library.templates)
        return replace(library, templates=templates)
    others = tuple(t for t in library.templates if t is not old)
    return keeping_groups(library, replace(library, templates=_inserted(others, (template,))))


def with_added(library: TemplateLibrary, templates: Iterable[ReplyTemplate]) -> TemplateLibrary:
    """Return ``library`` with replies that it has not, each at the end of its group."""
    by_group: dict[str, list[ReplyTemplate]] = {}
    for template in templates:
        by_group.setdefault(template.group, []).append(template)
    for added in by_group.values():
        library = replace(library, templates=_inserted(library.templates, added))
    return library


def with_copies(
    library: TemplateLibrary, ids: Collection[str], new_id: Callable[[], str]
) -> TemplateLibrary:
    """Return ``library`` with a copy behind each of these replies.

    A copy has a free title, 标题（2）, and no code: that belongs to the one it was made from.
    """
    titles = {t.title for t in library.templates}
    templates: list[ReplyTemplate] = []
    for template in library.templates:
        templates.append(template)
        if template.id in ids:
            title = free_title(template.title, titles)
            titles.add(title)
            templates.append(replace(template, id=new_id(), title=title, code="", rev=1))
    return replace(library, templates=tuple(templates))


def free_title(title: str, taken: Collection[str]) -> str:
    """Return ``title``, with the lowest number from 2 on that makes it one of its own."""
    number, free = 1, title
    while free in taken:
        number += 1
        free = f"{title}（{number}）"
    return free


def moved(
    library: TemplateLibrary, ids: Collection[str], group: str, before: str | None = None
) -> TemplateLibrary:
    """Return ``library`` with these replies, in the order that they have, in ``group``.

    Args:
        library: The library.
        ids: The replies.
        group: Path of headings.
        before: The reply that they come to stand before; None for the end of the group.
    """
    group = normal_group(group)
    places = [n for n, t in enumerate(library.templates) if t.group == group]
    at = next((n for n in places if library.templates[n].id == before), None)
    if at is None:
        at = max(places, default=len(library.templates) - 1) + 1
    taken = tuple(_in_group(t, group) for t in library.templates if t.id in ids)
    ahead = tuple(t for t in library.templates[:at] if t.id not in ids)
    behind = tuple(t for t in library.templates[at:] if t.id not in ids)
    return keeping_groups(library, replace(library, templates=(*ahead, *taken, *behind)))


def tagged(
    library: TemplateLibrary, ids: Collection[str], add: Collection[str], remove: Collection[str]
) -> TemplateLibrary:
    """Return ``library`` with tags added to these replies and taken from them."""

    def changed(template: ReplyTemplate) -> ReplyTemplate:
        kept = (tag for tag in template.tags if tag not in remove)
        tags = tuple(dict.fromkeys((*kept, *add)))
        return template if tags == template.tags else replace(template, tags=tags)

    templates = tuple(changed(t) if t.id in ids else t for t in library.templates)
    return replace(library, templates=templates)


def without(library: TemplateLibrary, ids: Collection[str]) -> TemplateLibrary:
    """Return ``library`` without these replies; their groups stay."""
    left = tuple(t for t in library.templates if t.id not in ids)
    return keeping_groups(library, replace(library, templates=left))


def with_placeholder(
    library: TemplateLibrary, placeholder: Placeholder, was: str | None
) -> TemplateLibrary:
    """Return ``library`` with a new or changed definition.

    Args:
        library: The library; no other definition in it has the placeholder's name.
        placeholder: The definition.
        was: The name that it had, which every reply goes on to use under its new name; None for
            a new definition.
    """
    if was is None or library.placeholder(was) is None:
        return replace(library, placeholders=(*library.placeholders, placeholder))
    placeholders = tuple(placeholder if p.name == was else p for p in library.placeholders)
    library = replace(library, placeholders=placeholders)
    if was == placeholder.name:
        return library
    templates = tuple(_with_name(t, was, placeholder.name) for t in library.templates)
    return replace(library, templates=templates)


def without_placeholder(library: TemplateLibrary, name: str) -> TemplateLibrary:
    """Return ``library`` without the definition of ``name``; replies may go on to use it."""
    kept = tuple(p for p in library.placeholders if p.name != name)
    return replace(library, placeholders=kept)


def renamed_in(body: str, was: str, name: str) -> str:
    """Return ``body`` with the field ``was`` under another name, defaults and choices kept."""
    if was not in body:
        return body
    parts, at = [], 0
    for token in parse(body).tokens:
        if isinstance(token, Field) and token.name == was:
            # Blanks may stand between the brace and the name; nothing else can.
            start = body.index(was, token.start)
            parts += [body[at:start], name]
            at = start + len(was)
    return "".join((*parts, body[at:]))


def is_field_name(name: str) -> bool:
    """Return whether ``name`` in braces is a field of this name, and nothing else."""
    parsed = parse(f"{{{name}}}")
    (first, *more), odd = parsed.tokens, parsed.diagnoses
    return not more and not odd and isinstance(first, Field) and first.name == name


def _in_group(template: ReplyTemplate, group: str) -> ReplyTemplate:
    return template if template.group == group else replace(template, group=group)


def _inserted(
    templates: tuple[ReplyTemplate, ...], added: Collection[ReplyTemplate]
) -> tuple[ReplyTemplate, ...]:
    """Return ``templates`` with those ``added``, all of one group, at its end."""
    groups = {t.group for t in added}
    places = (number for number, t in enumerate(templates, 1) if t.group in groups)
    at = max(places, default=len(templates))
    return (*templates[:at], *added, *templates[at:])


def _with_name(template: ReplyTemplate, was: str, name: str) -> ReplyTemplate:
    body = renamed_in(template.body, was, name)
    tones = tuple(replace(each, body=renamed_in(each.body, was, name)) for each in template.tones)
    if (body, tones) == (template.body, template.tones):
        return template
    return replace(template, body=body, tones=tones)
