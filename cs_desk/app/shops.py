"""The shop profiles and the one in use."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from cs_desk.domain.shop import Shop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from cs_desk.app.ports import ShopStore
    from cs_desk.app.settings import Settings

# The one shop value that is not in its table of values: it is the profile's name.
SHOP_NAME = "店铺名"


class Shops:
    """Every shop, and which one the agent answers for now.

    A fresh desk has one shop without a name: the first value that is given to it stores it.

    Args:
        store: The stored profiles.
        settings: Remembers which one is in use.
        transaction: Makes reading and writing one step for other processes.
    """

    def __init__(
        self,
        store: ShopStore,
        settings: Settings,
        transaction: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._transaction = transaction
        self._store = store
        self._settings = settings
        self._all = store.all()
        self._unnamed = self.fresh("")
        self._visited: Shop | None = None

    def all(self) -> tuple[Shop, ...]:
        """Return every stored shop."""
        return self._all

    @property
    def current(self) -> Shop:
        """The shop in use; an unnamed one in a fresh desk."""
        if self._visited is not None:
            return self._visited
        chosen = self._settings.now.shop
        in_use = next((shop for shop in self._all if shop.id == chosen), None)
        return in_use or (self._all[0] if self._all else self._unnamed)

    @property
    def current_id(self) -> str:
        """Id of the shop in use; empty as long as it is not stored."""
        current = self.current
        return current.id if current in self._all else ""

    def with_id(self, shop_id: str) -> Shop:
        """Return the stored shop of that id; else one with nothing in it, to be stored."""
        stored = next((shop for shop in self._all if shop.id == shop_id), None)
        return stored or (Shop(shop_id, "") if self._all else self._unnamed)

    @staticmethod
    def fresh(name: str) -> Shop:
        """Return a new profile called ``name``, not stored yet."""
        return Shop(id=uuid.uuid4().hex, name=name)

    def named(self, name: str) -> Shop | None:
        """Return the shop called ``name``."""
        return next((shop for shop in self._all if shop.name == name), None)

    def use(self, shop: Shop) -> None:
        """Answer for ``shop`` from now on, also after a restart."""
        self._settings.change(shop=shop.id)

    def visit(self, shop: Shop) -> None:
        """Answer for ``shop`` in this run only."""
        self._visited = shop

    def may_be_named(self, name: str, shop: Shop | None) -> bool:
        """Return whether ``shop``, or a new one for None, may be called ``name``."""
        namesake = self.named(name.strip())
        taken = namesake is not None and (shop is None or namesake.id != shop.id)
        return bool(name.strip()) and not taken

    def set_values(self, shop: Shop, changes: Mapping[str, str]) -> Shop:
        """Store changed values of ``shop`` and return it as it is now.

        ``店铺名`` among the changes names it; an empty value forgets one. Values that another
        process stored meanwhile are kept.

        Raises:
            ValueError: The new name is empty, or another shop has it.
        """
        others = {key: value for key, value in changes.items() if key != SHOP_NAME}
        with self._transaction():
            self._all = self._store.all()
            stored = next((each for each in self._all if each.id == shop.id), None)
            before = stored or shop
            name = changes.get(SHOP_NAME, before.name).strip()
            settled = stored is not None and name == stored.name
            # The shop of a fresh desk takes values before anyone names it.
            waits = shop.id == self._unnamed.id and SHOP_NAME not in changes
            if not (settled or waits or self.may_be_named(name, shop)):
                raise ValueError(name)
            changed = Shop(shop.id, name, before.values).with_values(others)
            if changed != stored:
                self._store.save(changed)
        self.refresh()
        return changed

    def add(self, name: str) -> Shop:
        """Store a new shop called ``name``.

        Raises:
            ValueError: The name is empty, or another shop has it.
        """
        return self.set_values(self.fresh(name), {})

    def refresh(self) -> None:
        """Take in what was stored since, and which shop was chosen."""
        self._settings.refresh()
        self._all = self._store.all()
