"""Which replies use which placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.placeholder_syntax import Field, parse

if TYPE_CHECKING:
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


class PlaceholderUses:
    """Finds where names are used; a text that was read is not read again."""

    def __init__(self) -> None:
        self._of_body: dict[str, frozenset[str]] = {}
        self._titles: dict[str, list[str]] = {}

    def take(self, library: TemplateLibrary) -> None:
        """Look at ``library`` from now on."""
        known, self._of_body, self._titles = self._of_body, {}, {}
        for template in library.templates:
            for name in self._names(template, known):
                self._titles.setdefault(name, []).append(template.title)

    def titles(self, name: str) -> tuple[str, ...]:
        """Return the titles of the replies that use ``name`` in one of their tones."""
        return tuple(self._titles.get(name, ()))

    def _names(self, template: ReplyTemplate, known: dict[str, frozenset[str]]) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for body in (template.body, *(variant.body for variant in template.tones)):
            names = known.get(body)
            self._of_body[body] = names = _fields(body) if names is None else names
            found |= names
        return found


def _fields(body: str) -> frozenset[str]:
    if "{" not in body:
        return frozenset()
    return frozenset(token.name for token in parse(body).tokens if isinstance(token, Field))
