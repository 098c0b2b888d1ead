"""Small facts that the desk remembers between two days: one description of each."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.app.ports import SettingsStore, SettingValue


@dataclass(frozen=True, slots=True)
class Preferences:
    """Every remembered preference with its value in a fresh data folder.

    Attributes:
        shop: Id of the shop in use.
        tone: The tone that the agent chose last; replies that have it open in it.
        appearance: ``system``, ``light`` or ``dark``.
        pinned: Whether the window stays on top of others.
        edge: Screen edge that the window is docked to: ``left``, ``right`` or empty.
        screen: Name of the screen that the window was last on.
        place: The window's frame as ``x,y,width,height`` in logical pixels; empty at first.
        retention_days: How long a closed return case is kept; then it is deleted for good.
        library_place: The frame of the library's window; likewise.
        seen_edition: Id of the edition of the library whose news were seen last.
    """

    shop: str = ""
    tone: str = ""
    appearance: str = "system"
    pinned: bool = False
    edge: str = ""
    screen: str = ""
    place: str = ""
    retention_days: int = 90
    library_place: str = ""
    seen_edition: str = ""


class Settings:
    """The preferences in force, kept in a store."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store
        self._now = _from_stored(store.all())

    @property
    def now(self) -> Preferences:
        """The preferences in force."""
        return self._now

    def change(self, **changes: SettingValue) -> None:
        """Store the preferences that differ from those in force.

        Raises:
            StoreFailedError: The change could not be written.
            DeskBusyError: Another process held the desk too long.
        """
        different = {k: v for k, v in changes.items() if getattr(self._now, k) != v}
        if different:
            self._store.save(different)
            self._now = replace(self._now, **different)  # type: ignore[arg-type] # by name

    def refresh(self) -> None:
        """Take in what another process stored."""
        self._now = _from_stored(self._store.all())


def _from_stored(stored: Mapping[str, SettingValue]) -> Preferences:
    """Return the stored preferences; one of a foreign type falls back to its default."""
    fresh = Preferences()
    kept = {
        field.name: stored[field.name]
        for field in fields(Preferences)
        if type(stored.get(field.name)) is type(getattr(fresh, field.name))
    }
    return replace(fresh, **kept)  # type: ignore[arg-type] # each value has its default's type
