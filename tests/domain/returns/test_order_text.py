from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.order_text import LONGEST_ORDER_TEXT, OrderText, read_order_text

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=CHINA)
ORDER = "4210387650123456789"
OTHER = "4210387650123450000"


def at(*parts):
    return datetime(*parts, tzinfo=CHINA)


def read(text):
    return read_order_text(text, NOW)


DETAIL_PAGE = f"""订单信息
收货地址：
王小明，13812345678，四川省 成都市 武侯区 某某路 1 号
买家留言：
-
订单编号：{ORDER}
支付宝交易号：2026110822001150123456789012
创建时间：2026-11-07 21:14:03
付款时间：2026-11-07 21:14:40
发货时间：2026-11-08 09:30:11
成交时间：2026-11-20 14:05:22
买家昵称：小满同学
实付款：￥190.00
颜色分类：米白;尺码：M
"""

SELLER_TABLE = (
    f"订单号：{ORDER}\t创建时间：2026-11-07 21:14:03\t小满同学\n"
    "宝贝\t单价\t数量\t买家\t交易状态\t实收款\n"
    "针织开衫秋冬新款\t120.00\t1\t小满同学\t交易成功\t190.00\n"
)

TWO_LINES = f"""订单编号
{ORDER}
买家旺旺
小满同学
商品名称
针织开衫 女 秋冬
实付款
¥1,190.50
签收时间
2026-11-10 14:05:22
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            DETAIL_PAGE,
            OrderText(
                order=ORDER,
                buyer="小满同学",
                spec="米白 M",
                paid=19000,
                shipped=at(2026, 11, 8, 9, 30, 11),
                succeeded=at(2026, 11, 20, 14, 5, 22),
                orders=1,
            ),
        ),
        (
            SELLER_TABLE,
            OrderText(ORDER, "小满同学", "针织开衫秋冬新款", paid=19000, orders=1),
        ),
        (
            TWO_LINES,
            OrderText(
                order=ORDER,
                buyer="小满同学",
                item="针织开衫 女 秋冬",
                paid=119050,
                signed=at(2026, 11, 10, 14, 5, 22),
                orders=1,
            ),
        ),
        (
            f"订单编号:{ORDER} 成交时间:2026-11-20 14:05 买家:小满同学 和我联系",
            OrderText(order=ORDER, buyer="小满同学", succeeded=at(2026, 11, 20, 14, 5), orders=1),
        ),
        (
            f"宝贝标题\t针织开衫\n订单号\t{ORDER}\n规格\t米白;M\n申请时间\t2026/11/21 10:00",
            OrderText(
                order=ORDER,
                item="针织开衫",
                spec="米白 M",
                applied=at(2026, 11, 21, 10, 0),
                orders=1,
            ),
        ),
        ("", OrderText()),
        ("亲，我想退货，尺码不合适", OrderText()),
    ],
)
def test_an_order_page_is_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        f"订单编号：{ORDER}",
        f"订单编号: {ORDER} 复制",
        f"订单编号 {ORDER}",
        f"订单编号{ORDER}",
        f"订单编号\n{ORDER}",
        f"订单编号：\n\n{ORDER}",
        f"订单编号\t{ORDER}",
        f"订单号（淘宝）：{ORDER}",
        f"\u200b订单编号：\u200b{ORDER}",
        f"订单编号：{ORDER}\r\n买家：x",
        "订单编号：４２１０３８７６５０１２３４５６７８９",
        f"主订单编号：{ORDER}",
        f"你好 {ORDER}",
        ORDER,
    ],
)
def test_an_order_number_is_found_in_many_layouts(line):
    assert read(line).order == ORDER


@pytest.mark.parametrize(
    "text",
    [
        "手机：13812345678",
        "13812345678",
        "身份证号：510107199003071234",
        "510107199003071234",
        "51010719900307123X",
        "110105900307123",
        "银行卡号：6222021234567890123",
        "6222021234567890123",
        "运单号：YT1234567890123",
        "物流单号：773112345678901234",
        "支付宝交易号：2026110822001150123456789012",
        "订单编号：12345",
        "订单编号：123456789012345678901",
    ],
)
def test_other_numbers_are_no_order_numbers(text):
    assert read(text).order is None


@pytest.mark.parametrize("number", ["13812345678", "510107199003071234", "110105900307123"])
def test_a_labelled_order_number_comes_before_every_other_number(number):
    assert read(f"{number}\n订单编号：{ORDER}").order == ORDER


def test_of_several_orders_the_first_is_taken_and_all_are_counted():
    text = f"订单号：{ORDER}\n宝贝：开衫\n订单号：{OTHER}\n宝贝：裙子\n实付款：88\n订单号：{ORDER}"
    assert read(text) == OrderText(order=ORDER, item="开衫", orders=2)


def test_the_link_behind_a_title_is_left_out():
    assert read("宝贝\n针织开衫 女 [交易快照]\n").item == "针织开衫 女"


def test_what_turns_the_direction_of_text_is_left_out():
    found = read(f"订单号：\u202d{ORDER}\u202c\n宝贝：开\u200e衫")
    assert (found.order, found.item) == (ORDER, "开衫")


def test_a_phone_number_is_not_a_nick():
    assert read("买家：13812345678").buyer is None


@pytest.mark.parametrize(
    ("line", "paid"),
    [
        ("实付款：￥190.00", 19000),
        ("实付款（含运费）：¥ 1,190.00 元", 119000),
        ("实付 86.36元", 8636),
        ("实付款:190", 19000),
        ("实付款：-5.00", None),
        ("实付款：免费", None),
        ("应付款：￥200.00", None),
    ],
)
def test_the_amount_paid_is_read(line, paid):
    assert read(line).paid == paid


@pytest.mark.parametrize(
    ("text", "freight"),
    [
        ("运费：￥10.00", 1000),
        ("运费 ¥10", 1000),
        ("运费\n￥8.00", 800),
        ("运费(快递)：￥8.00", 800),
        ("邮费：8元", 800),
        ("实付款：￥190.00（含运费 10.00）", 1000),
        ("实付款 ￥190.00 (含运费：￥10.00)", 1000),
        ("实付款：￥190.00 含快递：10.00", 1000),
        ("实收款\t运费\n190.00\t10.00", 1000),
        ("运费：￥0.00", 0),
        ("运费：包邮", None),
        ("运费：满 99 包邮", None),
        ("运费：-5.00", None),
        ("退货运费：￥12.00", None),
        ("实付款（含运费）：￥190.00", None),
        ("实付款：￥9.00\n运费：￥10.00", None),
        (f"订单号：{ORDER}\n实付款：1\n订单号：{OTHER}\n运费：8", None),
    ],
)
def test_the_freight_in_what_was_paid_is_read(text, freight):
    assert read(text).freight == freight


@pytest.mark.parametrize(
    "told", ["（含运费 10.00）", "(含运费：￥10.00)", "\n运费：￥10.00", "（含运费）"]
)
def test_freight_is_not_taken_for_what_was_paid(told):
    assert read(f"实付款：￥190.00{told}").paid == 19000


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("签收时间：2026-11-10 14:05:22", at(2026, 11, 10, 14, 5, 22)),
        ("签收时间：2026/11/10 14:05", at(2026, 11, 10, 14, 5)),
        ("签收时间：11月10日 14:05", at(2026, 11, 10, 14, 5)),
        ("签收日期：2026年11月10日", at(2026, 11, 10)),
        ("2026-11-10 14:05:22 您的快件已签收，签收人：家人", at(2026, 11, 10, 14, 5, 22)),
        ("签收时间：2026-02-30 14:05:22", None),
        ("签收时间：待签收", None),
    ],
)
def test_the_moment_of_signing_is_read(line, signed):
    assert read(line).signed == signed


@pytest.mark.parametrize(
    ("line", "spec"),
    [
        ("颜色分类：米白;尺码：M", "米白 M"),
        ("颜色分类：米白；尺码：M；", "米白 M"),
        ("颜色：米白\n尺码：均码", "米白 均码"),
        ("规格：颜色分类：米白;尺码：M", "米白 M"),
        ("商品属性：米白;M", "米白 M"),
    ],
)
def test_the_specification_is_read(line, spec):
    assert read(line).spec == spec


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "订单编号：",
        "订",
        "买家 ",
        "2026-11-10 14:05 ",
        "\t",
        "实付款 1,",
        "(",
        "颜色分类：米白;",
    ],
)
def test_long_junk_is_read_quickly(unit):
    text = unit * (2 * LONGEST_ORDER_TEXT // len(unit))
    begun = time.process_time()
    read(text)
    assert time.process_time() - begun < 1.0


@given(st.text(alphabet="订单编号买家:：\t\n 0123456789¥.-;abc（）", max_size=200))
def test_any_text_is_read_without_failing(text):
    found = read(text)
    assert found.order is None or 12 <= len(found.order) <= 20
