"""What we add to an espanso file, which that program passes over.

espanso has no groups. It has fields of single forms only, so each of our forms repeats default and
choices of what the library defines once; the definitions stand at the top of the file, and a field
that a form asks for as defined is a plain name again when it is read.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import msgspec

from cs_desk.domain.template import Placeholder
from cs_desk.exchange.library.placeholder_translation import written_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cs_desk.exchange.library.safe_yaml import YamlValue

DEFINITIONS = "cs_desk_placeholders"
"""Name of the list of definitions, at the top."""
GROUP = "cs_desk_group"
"""Name of a reply's path of headings, in its match."""


def read_definitions(listed: YamlValue) -> Iterator[tuple[int, Placeholder | None]]:
    """Yield place and definition of each item of a list, None for what is no definition."""
    for index, item in enumerate(listed if isinstance(listed, list) else ()):
        try:
            definition = msgspec.convert(item, Placeholder, strict=False)
        except (msgspec.ValidationError, OverflowError):
            yield index, None
            continue
        yield index, definition if written_name(definition.name) == definition.name else None


def written_definitions(definitions: Iterable[Placeholder]) -> list[dict[str, object]]:
    """Return ``definitions`` as they stand in the file, without what is usual."""
    return [_written(definition) for definition in definitions]


def _written(definition: Placeholder) -> dict[str, object]:
    usual = Placeholder(definition.name)
    written: dict[str, object] = {"name": definition.name}
    for field in fields(definition):
        value = getattr(definition, field.name)
        if value != getattr(usual, field.name):
            written[field.name] = list(value) if isinstance(value, tuple) else _plain(value)
    return written


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
