from __future__ import annotations

import pytest

from cs_desk.app.settings import Preferences, Settings
from tests.fakes import InMemorySettingsStore


class CountingStore(InMemorySettingsStore):
    def __init__(self, **stored):
        super().__init__()
        super().save(stored)
        self.saved = []

    def save(self, changes):
        self.saved.append(changes)
        super().save(changes)


def test_a_fresh_folder_has_the_described_preferences():
    assert Settings(InMemorySettingsStore()).now == Preferences()


def test_a_change_is_in_force_at_once_and_after_a_restart():
    store = InMemorySettingsStore()
    settings = Settings(store)
    settings.change(tone="正式", pinned=True)
    assert settings.now == Settings(store).now == Preferences(tone="正式", pinned=True)


def test_only_what_differs_is_stored():
    store = CountingStore(tone="正式")
    settings = Settings(store)
    settings.change(tone="正式")
    settings.change(tone="正式", edge="left")
    assert store.saved == [{"edge": "left"}]


@pytest.mark.parametrize(
    "stored", [{"pinned": "yes"}, {"pinned": 1}, {"tone": None}, {"tone": 3}, {"unknown": "x"}]
)
def test_a_stored_value_of_a_foreign_type_is_passed_over(stored):
    assert Settings(CountingStore(**stored)).now == Preferences()


def test_another_processs_change_counts_after_a_refresh():
    store = InMemorySettingsStore()
    settings = Settings(store)
    store.save({"tone": "安抚"})
    assert settings.now.tone == ""
    settings.refresh()
    assert settings.now.tone == "安抚"
