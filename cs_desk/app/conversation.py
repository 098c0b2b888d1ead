"""What was typed while one buyer is served."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from cs_desk.domain.buyer import BuyerContext

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was typed while one buyer is served.

    Attributes:
        buyer: The buyer's own values.
        shop_values: Values of the shop that no copied reply has said yet; one that was meant for
            this buyer only must not reach the next.
        shop: Id of the shop that they were typed for; empty if it is not stored.
    """

    buyer: BuyerContext = field(default_factory=BuyerContext)
    shop_values: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    shop: str = ""

    def __bool__(self) -> bool:
        return bool(self.buyer.values or self.shop_values)

    @property
    def names(self) -> frozenset[str]:
        """The placeholders that have a value from here."""
        return frozenset({*self.buyer.values, *self.shop_values})

    def without_clipboard(self) -> Conversation:
        """Return what may be stored: not what came from the clipboard, be it edited since."""
        # How replies are filled takes time to load, and a start has nothing to take away.
        from cs_desk.domain.filling import CLIPBOARD  # noqa: PLC0415

        return replace(self, buyer=self.buyer.with_value(CLIPBOARD.name, ""))
