"""What every store promises, in memory and on disk alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from cs_desk.domain.shop import Shop
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
    ToneVariant,
)
from cs_desk.domain.usage import Usage
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import (
    TinyLibraryStore,
    TinySettingsStore,
    TinyShopStore,
    TinyUsageStore,
)
from tests.fakes import (
    FixedClock,
    InMemoryLibraryStore,
    InMemorySettingsStore,
    InMemoryShopStore,
    InMemoryUsageStore,
)

if TYPE_CHECKING:
    from cs_desk.app.ports import LibraryStore, SettingsStore, ShopStore, UsageStore

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=8)))
DELAY = ReplyTemplate(
    id="t1",
    title="还没到",
    body="亲，别着急哦，预计{预计天数}到{收货城市}😊\n您放心",
    code="wl1",
    group="物流/催件",
    tags=("物流", "催"),
    tone="亲切",
    tones=(ToneVariant("正式", "您好，预计{预计天数}送达。"),),
    note="先查单号",
    theme="S4",
)
RETURN = ReplyTemplate(id="t2", title="退货", body="好的")
CITY = Placeholder("收货城市", PlaceholderType.CITY, hint="成都", personal=True)
DAYS = Placeholder("预计天数", PlaceholderType.DAYS, PlaceholderSource.COMPUTED, default="3-4天")
LIBRARY = TemplateLibrary(
    id="lib",
    name="起步话术库",
    templates=(DELAY, RETURN),
    placeholders=(DAYS, CITY),
    version="1.2",
    publisher="云朵家",
    released_at="2026-11-22",
    notes="第一版",
)


@dataclass
class Stores:
    library: LibraryStore
    shops: ShopStore
    usage: UsageStore
    settings: SettingsStore


class MemoryDesk:
    def __init__(self, _folder):
        self._stores = Stores(
            InMemoryLibraryStore(),
            InMemoryShopStore(),
            InMemoryUsageStore(),
            InMemorySettingsStore(),
        )

    def opened(self):
        return self._stores

    def close(self):
        pass


class DiskDesk:
    def __init__(self, folder):
        self._path = folder / "desk.db"
        self._database = None

    def opened(self):
        self.close()
        self._database = DeskDatabase(self._path)
        kept_in = (self._database, "小林", FixedClock(NOW))
        return Stores(
            TinyLibraryStore(*kept_in),
            TinyShopStore(*kept_in),
            TinyUsageStore(*kept_in),
            TinySettingsStore(*kept_in),
        )

    def close(self):
        if self._database is not None:
            self._database.close()


@pytest.fixture(params=[MemoryDesk, DiskDesk], ids=["memory", "disk"])
def desk(request, tmp_path):
    desk = request.param(tmp_path)
    yield desk
    desk.close()


def test_a_fresh_desk_holds_nothing(desk):
    stores = desk.opened()
    assert stores.library.load() is None
    assert stores.shops.all() == ()
    assert stores.usage.all() == {}
    assert stores.settings.all() == {}


def test_a_library_comes_back_as_it_was_stored(desk):
    desk.opened().library.replace(LIBRARY)
    assert desk.opened().library.load() == LIBRARY


def test_an_empty_library_is_not_a_missing_one(desk):
    empty = TemplateLibrary("lib", "空")
    desk.opened().library.replace(empty)
    assert desk.opened().library.load() == empty


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(LIBRARY, templates=(RETURN, DELAY)), id="another order"),
        pytest.param(replace(LIBRARY, templates=(RETURN,)), id="a template less"),
        pytest.param(replace(LIBRARY, placeholders=(CITY,)), id="a placeholder less"),
        pytest.param(replace(LIBRARY, version="1.3", notes=""), id="a new version"),
        pytest.param(TemplateLibrary("other", "另一个", (RETURN,)), id="another library"),
        pytest.param(
            replace(LIBRARY, templates=(DELAY, replace(RETURN, body="改了", rev=2))),
            id="a new text",
        ),
    ],
)
def test_a_library_that_was_replaced_comes_back_as_the_new_one(desk, changed):
    store = desk.opened().library
    store.replace(LIBRARY)
    store.replace(changed)
    assert store.load() == changed
    assert desk.opened().library.load() == changed


def test_a_template_that_came_back_is_there_again(desk):
    store = desk.opened().library
    for templates in ((DELAY, RETURN), (DELAY,), (RETURN, DELAY)):
        store.replace(replace(LIBRARY, templates=templates))
    assert [t.title for t in desk.opened().library.load().templates] == ["退货", "还没到"]


def test_a_change_that_nobody_counted_gets_a_revision(desk):
    store = desk.opened().library
    store.replace(LIBRARY)
    store.replace(replace(LIBRARY, templates=(replace(DELAY, title="新"), RETURN)))
    assert [t.rev for t in desk.opened().library.load().templates] == [2, 1]


def test_saving_the_same_text_with_an_old_revision_changes_nothing(desk):
    store = desk.opened().library
    store.replace(replace(LIBRARY, templates=(replace(DELAY, rev=5),)))
    store.replace(replace(LIBRARY, templates=(replace(DELAY, rev=2),)))
    assert store.load().templates[0].rev == 5


def test_a_revision_counted_by_the_caller_is_kept(desk):
    store = desk.opened().library
    store.replace(LIBRARY)
    store.replace(replace(LIBRARY, templates=(replace(DELAY, rev=7),)))
    assert desk.opened().library.load().templates[0].rev == 7


def test_shops_come_back_in_the_order_in_which_they_were_first_saved(desk):
    store = desk.opened().shops
    cloud = Shop("s1", "云朵家女装", MappingProxyType({"发货城市": "金华"}))
    sea = Shop("s2", "海边童装")
    for shop in (cloud, sea, cloud.with_values({"快递": "中通"})):
        store.save(shop)
    assert desk.opened().shops.all() == (cloud.with_values({"快递": "中通"}), sea)


def test_a_value_that_a_shop_forgot_stays_forgotten(desk):
    store = desk.opened().shops
    shop = Shop("s1", "云朵家", MappingProxyType({"快递": "中通"}))
    store.save(shop)
    store.save(shop.with_values({"快递": ""}))
    assert desk.opened().shops.all() == (Shop("s1", "云朵家"),)


def test_usage_comes_back_with_its_moment_and_weight(desk):
    store = desk.opened().usage
    used = Usage().used(NOW).used(NOW + timedelta(days=3, microseconds=7))
    store.save("t1", Usage())
    store.save("t1", used)
    store.save("t2", Usage(favourite=True))
    assert desk.opened().usage.all() == {"t1": used, "t2": Usage(favourite=True)}


@pytest.mark.parametrize("value", ["女装", "", 0, 380, 1.5, True, False])
def test_a_setting_comes_back_with_its_type(desk, value):
    desk.opened().settings.save({"k": value})
    found = desk.opened().settings.all()["k"]
    assert (found, type(found)) == (value, type(value))


def test_saving_some_settings_leaves_the_others(desk):
    store = desk.opened().settings
    store.save({"shop": "s1", "width": 380})
    store.save({"width": 400, "tone": "亲切"})
    assert desk.opened().settings.all() == {"shop": "s1", "width": 400, "tone": "亲切"}


def test_a_setting_saved_as_none_is_forgotten_until_it_is_saved_again(desk):
    store = desk.opened().settings
    store.save({"shop": "s1", "tone": "正式"})
    store.save({"shop": None, "never": None})
    assert store.all() == {"tone": "正式"}
    store.save({"shop": "s2"})
    assert desk.opened().settings.all() == {"tone": "正式", "shop": "s2"}


def test_what_a_caller_does_to_an_answer_stays_with_the_caller(desk):
    stores = desk.opened()
    stores.settings.save({"shop": "s1"})
    stores.usage.save("t1", Usage(uses=1))
    stores.settings.all().clear()
    stores.usage.all().clear()
    assert stores.settings.all() == {"shop": "s1"}
    assert stores.usage.all() == {"t1": Usage(uses=1)}
