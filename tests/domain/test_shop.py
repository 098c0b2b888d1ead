from __future__ import annotations

import pytest

from cs_desk.domain.shop import Shop

SHOP = Shop("s1", "云朵家", {"发货城市": "金华"})


@pytest.mark.parametrize(
    ("changes", "values"),
    [
        ({}, {"发货城市": "金华"}),
        ({"快递公司": "圆通"}, {"发货城市": "金华", "快递公司": "圆通"}),
        ({"发货城市": "成都"}, {"发货城市": "成都"}),
        ({"发货城市": ""}, {}),
        ({"没有的": ""}, {"发货城市": "金华"}),
    ],
)
def test_changes_add_replace_and_forget(changes, values):
    changed = SHOP.with_values(changes)
    assert (changed.id, changed.name, changed.values) == ("s1", "云朵家", values)
    assert SHOP.values == {"发货城市": "金华"}


def test_a_shop_gives_its_name_with_its_values():
    assert SHOP.filled() == {"店铺名": "云朵家", "发货城市": "金华"}


def test_what_a_shop_gives_cannot_be_changed_from_outside():
    for values in (Shop("s1", "").values, SHOP.with_values({}).values, SHOP.filled()):
        with pytest.raises(TypeError):
            values["发货城市"] = "成都"
