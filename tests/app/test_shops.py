from __future__ import annotations

from contextlib import nullcontext

import pytest

from cs_desk.app.settings import Settings
from cs_desk.app.shops import Shops
from tests.fakes import InMemorySettingsStore, InMemoryShopStore


@pytest.fixture
def store():
    return InMemoryShopStore()


@pytest.fixture
def settings():
    return Settings(InMemorySettingsStore())


@pytest.fixture
def shops(store, settings):
    return Shops(store, settings, nullcontext)


def test_a_fresh_desk_has_one_shop_without_a_name_and_stores_none(shops):
    assert shops.all() == ()
    assert (shops.current.name, dict(shops.current.values)) == ("", {})
    assert shops.current is shops.current


def test_the_first_shop_is_in_use_until_another_is_chosen(shops):
    first, second = shops.add("云朵家"), shops.add("海风屋")
    assert shops.current == first
    shops.use(second)
    assert shops.current == second


def test_the_shop_in_use_outlives_the_program(shops, store, settings):
    shops.add("云朵家")
    shops.use(shops.add("海风屋"))
    assert Shops(store, settings, nullcontext).current.name == "海风屋"


def test_a_visited_shop_is_in_use_for_this_run_only(shops, store, settings):
    shops.add("云朵家")
    shops.visit(shops.add("海风屋"))
    assert shops.current.name == "海风屋"
    assert Shops(store, settings, nullcontext).current.name == "云朵家"


def test_a_shop_in_use_that_vanished_gives_way_to_the_first(shops, settings):
    shops.add("云朵家")
    settings.change(shop="gone")
    assert shops.current.name == "云朵家"


def test_values_are_added_changed_and_forgotten(shops):
    shop = shops.set_values(shops.add("云朵家"), {"发货城市": "金华", "快递公司": "圆通"})
    shop = shops.set_values(shop, {"发货城市": "成都", "快递公司": ""})
    assert shop.values == {"发货城市": "成都"}
    assert shops.named("云朵家") == shop


def test_a_rename_keeps_identity_and_values(shops):
    shop = shops.set_values(shops.add("云朵家"), {"发货城市": "金华"})
    renamed = shops.set_values(shop, {"店铺名": " 云家 "})
    assert (renamed.id, renamed.name, renamed.values) == (shop.id, "云家", shop.values)
    assert shops.all() == (renamed,)


@pytest.mark.parametrize("name", ["", " ", "海风屋", " 海风屋 "])
def test_a_name_is_needed_and_belongs_to_one_shop(shops, name):
    shop = shops.add("云朵家")
    shops.add("海风屋")
    assert not shops.may_be_named(name, shop)
    assert not shops.may_be_named(name, None)
    with pytest.raises(ValueError, match=f"^{name.strip()}$"):
        shops.set_values(shop, {"店铺名": name})
    assert [each.name for each in shops.all()] == ["云朵家", "海风屋"]


def test_a_shop_may_keep_its_own_name(shops):
    assert shops.may_be_named("云朵家", shops.add("云朵家"))


def test_a_shop_that_another_process_stored_is_seen_after_a_refresh(shops, store):
    store.save(shops.fresh("云朵家"))
    assert shops.named("云朵家") is None
    shops.refresh()
    assert shops.current.name == "云朵家"


def test_values_given_before_the_name_are_kept_for_the_next_run(shops, store, settings):
    shops.set_values(shops.current, {"发货城市": "金华"})
    again = Shops(store, settings, nullcontext)
    assert (again.current.name, again.current.values) == ("", {"发货城市": "金华"})
    named = again.set_values(again.current, {"店铺名": "云朵家"})
    assert named.values == {"发货城市": "金华"}


def test_a_value_that_another_process_stored_meanwhile_is_kept(shops, store):
    shop = shops.add("云朵家")
    store.save(shop.with_values({"快递公司": "圆通"}))
    changed = shops.set_values(shop, {"发货城市": "金华"})
    assert changed.values == {"快递公司": "圆通", "发货城市": "金华"}
