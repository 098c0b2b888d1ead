"""The replies that the editor lists: the stored ones, and new ones that only a draft holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.library.groups import is_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


@dataclass(frozen=True, slots=True)
class ListedTemplate:
    """One row.

    Attributes:
        template: The reply as it is stored, or as it was typed if it is not stored yet.
        clashes: Whether another reply has the same code.
        unsaved: Whether there is a draft of it.
    """

    template: ReplyTemplate
    clashes: bool = False
    unsaved: bool = False


class ListedTemplates:
    """Every row of a library, to choose from by group and by text.

    Args:
        library: The stored replies.
        drafts: What was typed and not saved, by id.
    """

    def __init__(self, library: TemplateLibrary, drafts: Mapping[str, ReplyTemplate]) -> None:
        self.drafts = drafts
        self.stored = {template.id: template for template in library.templates}
        fresh = [d for key, d in drafts.items() if key not in self.stored]
        self.templates = (*library.templates, *fresh)
        self._codes = Counter(t.code.casefold() for t in self.templates if t.code)
        self._rows = [self._row(template) for template in self.templates]
        self._haystacks: list[str] | None = None

    def rows(self, group: str | None = None, sought: str = "") -> tuple[ListedTemplate, ...]:
        """Return the rows under a heading that hold a text.

        Args:
            group: Path of the heading; None for all replies, empty for those without one.
            sought: What title, code or body has to contain, in any case; empty for all.
        """
        found = self._found(sought.strip().casefold())
        if group is None:
            return tuple(found)
        within = {path: _is_under(path, group) for path in {t.group for t in self.templates}}
        return tuple(row for row in found if within[row.template.group])

    def get(self, template_id: str) -> ReplyTemplate | None:
        """Return a reply as it is stored, or else as it was typed; None if there is none."""
        return self.stored.get(template_id) or self.drafts.get(template_id)

    def with_code(self, code: str, other_than: str) -> ReplyTemplate | None:
        """Return another reply than ``other_than`` that has ``code``; None if there is none."""
        folded = code.casefold()
        if not folded or folded not in self._codes:
            return None
        same = (t for t in self.templates if t.code.casefold() == folded and t.id != other_than)
        return next(same, None)

    def _row(self, template: ReplyTemplate) -> ListedTemplate:
        clashes = bool(template.code) and self._codes[template.code.casefold()] > 1
        return ListedTemplate(template, clashes, template.id in self.drafts)

    def _found(self, sought: str) -> Iterator[ListedTemplate]:
        if not sought:
            yield from self._rows
            return
        if self._haystacks is None:
            self._haystacks = [f"{t.title}\n{t.code}\n{t.body}".casefold() for t in self.templates]
        for row, haystack in zip(self._rows, self._haystacks, strict=True):
            if sought in haystack:
                yield row


def _is_under(path: str, group: str) -> bool:
    return path == group or (bool(group) and is_within(path, group))
