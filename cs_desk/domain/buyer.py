"""What is known of the buyer being served now; forgotten when the next one comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BuyerContext:
    """The values of one buyer: placeholder name to value, in the order in which they came."""

    values: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    def with_value(self, name: str, value: str) -> BuyerContext:
        """Return the context with one value more; an empty value forgets the name."""
        changed = {**self.values, name: value}
        return BuyerContext(MappingProxyType({k: v for k, v in changed.items() if v}))
