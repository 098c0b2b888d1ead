"""A shop's own values, which fill its placeholders in every reply."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shop:
    """One shop profile.

    Attributes:
        id: Stable identity (a uuid).
        name: The shop's name; it fills ``{店铺名}``.
        values: Placeholder name to value: ship-from city, courier, promised hours …
    """

    id: str
    name: str
    values: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    def with_values(self, changes: Mapping[str, str]) -> Shop:
        """Return the shop with ``changes`` applied; an empty value forgets the name."""
        merged = {**self.values, **changes}
        kept = {name: value for name, value in merged.items() if value}
        return replace(self, values=MappingProxyType(kept))

    def filled(self) -> Mapping[str, str]:
        """Return every value that this shop gives to a reply, its name included."""
        return MappingProxyType({"店铺名": self.name, **self.values})
