"""The usage of a library that is only visited."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.domain.usage import Usage


class NoUsage:
    """Knows of no use and stores none."""

    def all(self) -> Mapping[str, Usage]:
        """Return no usage."""
        return MappingProxyType({})

    def save(self, template_id: str, usage: Usage) -> None:
        """Store nothing."""
