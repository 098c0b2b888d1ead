"""What a copy does beside filling the clipboard, and what happens when it fails."""

from __future__ import annotations

import pytest

from cs_desk.app.ports import CopyFailure
from cs_desk.domain.errors import StoreFailedError
from cs_desk.domain.filling import ValueSource


def uses(bench, key):
    return bench.desk.usage_of(bench.template(key)).uses


def test_a_copied_reply_is_on_the_clipboard_and_counts_as_used(bench):
    report = bench.copy("hi")
    assert (report.result.copied, report.unremembered) == (True, None)
    assert bench.clipboard.texts == ["亲，在的。"]
    assert uses(bench, "hi") == bench.usage.all()["hi"].uses == 1


@pytest.mark.parametrize(
    "arguments", [{}, {"收货城市": "chengdu"}], ids=["a value is missing", "a value is invalid"]
)
def test_an_incomplete_reply_cannot_be_copied(in_shop, arguments):
    with pytest.raises(ValueError, match="多久到"):
        in_shop.copy("eta", arguments=arguments)
    assert in_shop.clipboard.texts == []
    assert uses(in_shop, "eta") == 0


def test_a_failed_clipboard_counts_no_use_and_remembers_nothing(in_shop):
    in_shop.clipboard.refuse(CopyFailure.HELD)
    in_shop.give("快递公司", "中通")
    report = in_shop.copy("courier")
    assert report.result.failure is CopyFailure.HELD
    assert uses(in_shop, "courier") == 0
    assert "快递公司" not in in_shop.shops.current.values


def test_a_reply_with_personal_data_takes_the_private_path(bench):
    bench.give("回复时间", "18:00")
    bench.copy("back")
    bench.give("买家昵称", "小王")
    bench.copy("back")
    assert bench.clipboard.personal == [False, True]


def test_a_shop_value_is_remembered_once_a_reply_with_it_is_copied(in_shop):
    in_shop.give("快递公司", "中通")
    assert in_shop.text("courier") == "发中通。"
    in_shop.copy("hi")
    assert "快递公司" not in in_shop.shops.current.values
    in_shop.copy("courier")
    in_shop.reopen()
    assert in_shop.shops.current.values == {"发货城市": "金华", "快递公司": "中通"}


def test_a_shop_value_that_was_not_copied_leaves_with_the_buyer(in_shop):
    in_shop.give("快递公司", "中通")
    leaving = in_shop.desk.next_buyer()
    assert in_shop.text("courier") == "发圆通。"
    in_shop.desk.resume(leaving)
    assert in_shop.text("courier") == "发中通。"


def test_a_buyers_value_is_never_remembered(in_shop):
    in_shop.give("收货城市", "成都")
    in_shop.copy("eta")
    in_shop.reopen()
    assert not in_shop.compose("eta").reply.complete
    assert "收货城市" not in in_shop.shops.current.values


def test_a_shop_name_typed_into_a_reply_makes_the_first_shop(bench):
    bench.give("店铺名", "云朵家")
    bench.give("发货城市", "金华")
    bench.copy("from")
    bench.reopen()
    assert [shop.name for shop in bench.shops.all()] == ["云朵家"]
    assert bench.text("from") == "云朵家从金华发货。"


def test_a_shop_cannot_take_another_shops_name_by_a_copy(in_shop):
    in_shop.shops.add("海风屋")
    in_shop.give("店铺名", "海风屋")
    assert in_shop.copy("from").result.copied
    assert [shop.name for shop in in_shop.shops.all()] == ["云朵家", "海风屋"]
    assert in_shop.text("from") == "海风屋从金华发货。"


def test_a_copy_that_could_not_be_remembered_says_so(in_shop):
    in_shop.usage.broken = True
    in_shop.give("快递公司", "中通")
    report = in_shop.copy("courier")
    assert report.result.copied
    assert isinstance(report.unremembered, StoreFailedError)


def test_what_could_not_be_remembered_is_neither_claimed_nor_lost(in_shop):
    in_shop.usage.broken = True
    in_shop.give("快递公司", "中通")
    in_shop.copy("courier")
    assert uses(in_shop, "courier") == 0
    assert "快递公司" not in in_shop.shops.current.values
    assert in_shop.text("courier") == "发中通。"
    assert in_shop.source("courier", "快递公司") is ValueSource.SHOP
    in_shop.usage.broken = False
    in_shop.copy("courier")
    in_shop.reopen()
    assert in_shop.text("courier") == "发中通。"


def test_a_shop_without_a_name_keeps_what_was_copied_for_the_next_buyer(bench):
    bench.give("快递公司", "中通")
    bench.copy("courier")
    bench.desk.next_buyer()
    assert bench.text("courier") == "发中通。"


def test_what_is_typed_while_the_clipboard_is_busy_is_not_remembered(in_shop):
    placeholder = in_shop.library.placeholder("快递公司")
    template = type(in_shop.template("hi"))("ship", "发什么快递", "发{快递公司}。")
    in_shop.desk.give(placeholder, "圆通")
    in_shop.clipboard.hold()
    in_shop.desk.copy(in_shop.desk.compose(template), lambda _report: None)
    in_shop.desk.give(placeholder, "顺丰\u202e")
    in_shop.clipboard.release()
    assert in_shop.shops.current.values["快递公司"] == "圆通"
