"""Hand-written stand-ins for the ports of ``cs_desk.app.ports``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.app.ports import CopyResult, CopyRoute

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, timedelta

    from cs_desk.app.ports import CopyFailure, SettingValue
    from cs_desk.domain.shop import Shop
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
    from cs_desk.domain.usage import Usage


class FixedClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def advance(self, by: timedelta) -> None:
        self._now += by


class InMemoryLibraryStore:
    def __init__(self) -> None:
        self._library: TemplateLibrary | None = None

    def load(self) -> TemplateLibrary | None:
        return self._library

    def replace(self, library: TemplateLibrary) -> None:
        stored = {t.id: t for t in self._library.templates} if self._library else {}
        kept = tuple(_counted_up(t, stored.get(t.id)) for t in library.templates)
        self._library = replace(library, templates=kept)


class InMemoryShopStore:
    def __init__(self) -> None:
        self._shops: dict[str, Shop] = {}

    def all(self) -> tuple[Shop, ...]:
        return tuple(self._shops.values())

    def save(self, shop: Shop) -> None:
        self._shops[shop.id] = shop


class InMemoryUsageStore:
    def __init__(self) -> None:
        self._usage: dict[str, Usage] = {}

    def all(self) -> Mapping[str, Usage]:
        return dict(self._usage)

    def save(self, template_id: str, usage: Usage) -> None:
        self._usage[template_id] = usage


class InMemorySettingsStore:
    def __init__(self) -> None:
        self._settings: dict[str, SettingValue] = {}

    def all(self) -> Mapping[str, SettingValue]:
        return dict(self._settings)

    def save(self, changes: Mapping[str, SettingValue]) -> None:
        merged = {**self._settings, **changes}
        self._settings = {key: value for key, value in merged.items() if value is not None}


def _counted_up(template: ReplyTemplate, stored: ReplyTemplate | None) -> ReplyTemplate:
    """Return ``template`` with the revision that a store gives it."""
    if stored is None or template.rev > stored.rev:
        return template
    if replace(template, rev=stored.rev) == stored:
        return stored
    return replace(template, rev=stored.rev + 1)


class FakeClipboard:
    """Keeps what it is given; ``refuse`` makes it fail, ``hold`` makes it wait for ``release``."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.personal: list[bool] = []
        self._failure: CopyFailure | None = None
        self._held: list[Callable[[CopyResult], None]] | None = None
        self._listeners: list[Callable[[], None]] = []

    def refuse(self, failure: CopyFailure) -> None:
        self._failure = failure

    def text(self) -> str:
        return self.texts[-1] if self.texts else ""

    def tell_of_text(self, changed: Callable[[], None]) -> None:
        self._listeners.append(changed)

    def fill_from_elsewhere(self, text: str) -> None:
        """Let another program copy ``text``."""
        self.texts.append(text)
        for changed in self._listeners:
            changed()

    def put(self, text: str, *, personal: bool, done: Callable[[CopyResult], None]) -> None:
        if self._failure is not None:
            done(CopyResult(failure=self._failure))
            return
        self.texts.append(text)
        self.personal.append(personal)
        if self._held is None:
            done(CopyResult(route=CopyRoute.QT))
        else:
            self._held.append(done)

    def hold(self) -> None:
        self._held = []

    def release(self) -> None:
        held, self._held = self._held or [], None
        for done in held:
            done(CopyResult(route=CopyRoute.QT))
