"""Carrying out a merge as it was chosen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.merge import MergeChoice, Merged, MergeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from cs_desk.domain.library.merge import MergePlan, MergeRow, PlaceholderRow
    from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

_LONGEST_NAME = 200
# What theirs lacks is no part of it that somebody could decline.
_OFFERED = frozenset({MergeKind.NEW, MergeKind.CHANGED, MergeKind.CLASHING})


def carry_out(
    plan: MergePlan, choices: Mapping[str, MergeChoice], new_id: Callable[[], str]
) -> Merged:
    """Return our library with what was chosen of theirs.

    Args:
        plan: What may be chosen.
        choices: Choices by the rows' keys; the rows' defaults for the others.
        new_id: Returns an identity that nothing has yet.
    """
    work = _Work(plan, choices)
    removed = {row.mine.id for row in work.removed() if row.mine}
    replaced = {t.id: t for t in work.replaced()}
    kept = [replaced.get(t.id, t) for t in plan.mine.templates if t.id not in removed]
    arrivals = list(work.arrivals(_FreeNames(kept, plan), new_id))
    library = replace(
        plan.mine,
        templates=tuple(_arranged(kept, arrivals)),
        placeholders=tuple(work.definitions()),
    )
    taken = (*replaced.values(), *(arrival.reply for arrival in arrivals))
    defined = tuple(work.taken_definitions())
    is_declined = work.offers_anything() and not (taken or removed or defined)
    return Merged(
        library=_with_head(library, plan, taken, is_declined=is_declined),
        taken=taken,
        removed=tuple(t for t in plan.mine.templates if t.id in removed),
        shared=tuple(work.shared()),
        definitions=defined,
        shared_definitions=tuple(work.shared_definitions()),
    )


class _Arrival(NamedTuple):
    """A reply that comes in, and that of ours behind which it belongs; None for the end."""

    reply: ReplyTemplate
    behind: str | None


class _Work:
    """The rows of a plan, by what is to be done about them."""

    def __init__(self, plan: MergePlan, choices: Mapping[str, MergeChoice]) -> None:
        self._plan = plan
        self._choices = choices

    def removed(self) -> Iterator[MergeRow]:
        """Yield the rows whose reply goes."""
        for row in self._plan.rows:
            if row.kind is MergeKind.REMOVED and self._choice(row) is MergeChoice.REPLACE:
                yield row

    def replaced(self) -> Iterator[ReplyTemplate]:
        """Yield what stands in place of ours with the same id."""
        for row in self._plan.rows:
            if row.fields and row.result and self._choice(row) is MergeChoice.REPLACE:
                yield row.result

    def arrivals(self, names: _FreeNames, new_id: Callable[[], str]) -> Iterator[_Arrival]:
        """Yield what comes in beside ours, in the order of theirs."""
        places = _Places(self._plan)
        for row in self._plan.rows:
            choice = self._choice(row)
            if row.mine is not None:
                places.pass_by(row.mine)
                if row.fields and row.theirs and choice is MergeChoice.BOTH:
                    copy = names.free(replace(row.theirs, id=new_id(), rev=1))
                    yield _Arrival(copy, row.mine.id)
            elif row.theirs is not None and choice is not MergeChoice.KEEP:
                yield _Arrival(row.theirs, places.behind(row.theirs.group))

    def offers_anything(self) -> bool:
        """Return whether there is anything that could be taken."""
        kinds = chain((r.kind for r in self._plan.rows), (p.kind for p in self._plan.placeholders))
        return any(kind in _OFFERED for kind in kinds)

    def shared(self) -> Iterator[ReplyTemplate]:
        """Yield theirs, by our ids, or the base where that is what both sides had last."""
        told = set()
        for row in self._plan.rows:
            common = row.theirs if self._is_settled(row) else row.base
            our_id = row.mine.id if row.mine else row.key
            # A reply with tones is listed by a flat file as several.
            if common is not None and our_id not in told:
                told.add(our_id)
                yield replace(common, id=our_id)

    def shared_definitions(self) -> Iterator[Placeholder]:
        """Yield the definitions that are common, as ``shared`` does replies."""
        for row in self._plan.placeholders:
            base = self._plan.base.placeholders.get(row.theirs.name) if row.theirs else None
            common = row.theirs if self._is_settled(row) else base
            if common is not None:
                yield common

    def definitions(self) -> Iterator[Placeholder]:
        """Yield all definitions, the new ones last."""
        taken = {each.name: each for each in self.taken_definitions()}
        for mine in self._plan.mine.placeholders:
            yield taken.pop(mine.name, mine)
        yield from taken.values()

    def taken_definitions(self) -> Iterator[Placeholder]:
        """Yield the definitions of theirs that are new or different now."""
        for row in self._plan.placeholders:
            wanted = self._choice(row) is MergeChoice.REPLACE
            if row.theirs is not None and wanted and row.theirs != row.mine:
                yield row.theirs

    def _is_settled(self, row: MergeRow | PlaceholderRow) -> bool:
        """Return whether theirs is nothing that was declined."""
        return row.kind is MergeKind.SAME or self._choice(row) is not MergeChoice.KEEP

    def _choice(self, row: MergeRow | PlaceholderRow) -> MergeChoice:
        return self._choices.get(row.key, row.default)


class _Places:
    """Where in our list a reply of theirs belongs: behind its neighbour of the same group."""

    def __init__(self, plan: MergePlan) -> None:
        self._last = {t.group: t.id for t in plan.mine.templates}
        self._passed: dict[str, str] = {}

    def pass_by(self, mine: ReplyTemplate) -> None:
        self._passed[mine.group] = mine.id

    def behind(self, group: str) -> str | None:
        return self._passed.get(group) or self._last.get(group)


class _FreeNames:
    """Codes and titles that nothing has yet, counted on from those that are taken."""

    def __init__(self, kept: Sequence[ReplyTemplate], plan: MergePlan) -> None:
        new = (row.theirs for row in plan.rows if row.theirs and row.mine is None)
        known = (*kept, *new)
        self._codes = {t.code.casefold() for t in known}
        self._titles = {t.title for t in known}

    def free(self, reply: ReplyTemplate) -> ReplyTemplate:
        """Return ``reply`` with a code and a title of its own."""
        # A code that ends in a figure would become one that looks like its neighbour.
        gap = "-" if reply.code[-1:].isdigit() else ""
        code = _free(reply.code, f"{gap}%d", lambda name: name.casefold() in self._codes)
        title = _free(reply.title, "（%d）", self._titles.__contains__)
        self._codes.add(code.casefold())
        self._titles.add(title)
        return replace(reply, code=code, title=title)


def _free(name: str, ending: str, is_taken: Callable[[str], bool]) -> str:
    found, number = name, 2
    while found and is_taken(found):
        end = ending % number
        found, number = name[: _LONGEST_NAME - len(end)] + end, number + 1
    return found


def _arranged(
    kept: Sequence[ReplyTemplate], arrivals: Iterable[_Arrival]
) -> Iterator[ReplyTemplate]:
    followers: dict[str | None, list[ReplyTemplate]] = defaultdict(list)
    present = {t.id for t in kept}
    for reply, behind in arrivals:
        followers[behind if behind in present else None].append(reply)
    for template in kept:
        yield template
        yield from followers.get(template.id, ())
    yield from followers[None]


def _with_head(
    library: TemplateLibrary,
    plan: MergePlan,
    taken: Sequence[ReplyTemplate],
    *,
    is_declined: bool,
) -> TemplateLibrary:
    """Return ``library`` as the edition that it is now, if theirs is a later one of it."""
    theirs = plan.incoming.library
    is_edition = plan.incoming.format is FileFormat.CSDESK and theirs.id == library.id
    if is_declined or not is_edition or theirs.part or plan.older_than is not None:
        return replace(library, groups=_united(library.groups, theirs.groups, _headings(taken)))
    unmoved = library.groups == plan.base.groups
    news = set(theirs.groups) - set(plan.base.groups) | _headings(taken)
    return replace(
        library,
        name=theirs.name,
        version=theirs.version,
        publisher=theirs.publisher,
        released_at=theirs.released_at,
        notes=theirs.notes,
        valid_from=theirs.valid_from,
        valid_until=theirs.valid_until,
        extra=theirs.extra,
        groups=theirs.groups if unmoved else _united(library.groups, theirs.groups, news),
    )


def _headings(templates: Iterable[ReplyTemplate]) -> set[str]:
    """Return the paths of all headings above ``templates``."""
    found: set[str] = set()
    for group in {t.group for t in templates}:
        parts = group.split("/")
        found.update("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
    return found


def _united(mine: tuple[str, ...], theirs: tuple[str, ...], wanted: set[str]) -> tuple[str, ...]:
    """Return our headings with the ``wanted`` ones of theirs, each behind its neighbour there."""
    groups, known, behind = list(mine), set(mine), None
    for group in theirs:
        if group not in known and group in wanted:
            groups.insert(groups.index(behind) + 1 if behind else len(groups), group)
            known.add(group)
        if group in known:
            behind = group
    return tuple(groups)
