"""What is left of personal data in lists, in the history and in what leaves the desk."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.masking import masked_name, masked_text


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("", ""),
        ("王", "*"),
        ("王明", "王*"),
        ("王小明", "王*明"),
        (" 王小明 ", "王*明"),
        ("小满同学", "小**"),
        ("欧阳小明明", "欧**"),
        ("tb123456_88", "t**"),
    ],
)
def test_of_a_name_only_the_ends_are_left(name, masked):
    assert masked_name(name) == masked
    assert masked_name(masked) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("电话13812345678，急", "电话138****5678，急"),
        ("１３８１２３４５６７８", "１３８****５６７８"),
        ("138-1234-5678", "138****5678"),
        ("138 1234 5678", "138****5678"),
        ("138　1234　5678", "138****5678"),
        ("13812 345678", "138****5678"),
        ("138 - 1234 - 5678", "138****5678"),
        ("+8613812345678", "+86138****5678"),
        ("+86 13812345678", "+86 138****5678"),
        ("008613812345678", "0086138****5678"),
        ("86-138-1234-5678", "86-138****5678"),
        ("tel:13812345678/19987654321", "tel:138****5678/199****4321"),
        ("13812345678\n13912345678", "138****5678\n139****5678"),
        ("身份证11010119900307875X", "身份证110***********875X"),
        ("11010119900307875x。", "110***********875x。"),
        ("110101199003078515", "110***********8515"),
        ("卡号6222021234567890128", "卡号6222****0128"),
        ("6222 0212 3456 7890 128", "6222****0128"),
        ("4111-1111-1111-1111", "4111****1111"),
        ("邮箱wang.xm@example.com。", "邮箱w***@example.com。"),
        ("13812345678@qq.com", "1***@qq.com"),
        ("收件人王小明，13812345678", "收件人王*明，138****5678"),
        ("小满同学说", "小**说"),
        ("8813812345678", "8*138****5678"),
    ],
)
def test_personal_data_in_a_text_is_hidden(text, masked):
    names = ("王小明", "小满同学", "88", "明")
    assert masked_text(text, names) == masked
    assert masked_text(masked, names) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("座机021-63456789，急", "座机021-****6789，急"),
        ("0571-8888888", "0571-****8888"),
        ("(010) 88888888", "(010) ****8888"),
        ("（0755）2345 6789", "（0755）****6789"),
        ("０２１－６３４５６７８９", "０２１－****６７８９"),
        ("057188881234转801", "0571****1234转801"),
    ],
)
def test_of_a_landline_area_and_end_are_left(text, masked):
    assert masked_text(text) == masked
    assert masked_text(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "订单 229913812345678901",
        "订单2299138123456789012",
        "订单1381234567890123456",
        "运单SF1381234567890",
        "12812345678",
        "10571888888812",
        "运单0571888888812345",
        "021-6345678901",
        "021-12345678",
        "条码0123456789",
        "0571",
        "1381234567",
        "2026-11-22 13:45:00",
        "还剩 13 天，11-22 到期",
        "¥138.12，共 3 件",
        "4111111111111112",
        "微信号 a@b",
        "138****5678，王*明",
    ],
)
def test_what_is_no_personal_data_stays(text):
    assert masked_text(text, ("王小明",)) == text


def test_a_name_that_another_ones_mask_bares_is_hidden_too():
    assert masked_text("王小明明", ("王小明", "明明")) == "王*明*"


texts = st.lists(
    st.one_of(
        st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
        st.from_regex(r"[0-9]{1,20}", fullmatch=True),
        st.text(alphabet="1386 -.　+*@aX王明，１３", max_size=8),
        st.text(max_size=5),
    ),
    max_size=6,
).map("".join)


@given(texts, st.lists(st.text(alphabet="王明小13", max_size=4), max_size=3))
def test_no_mobile_number_survives_and_what_is_masked_stays(text, names):
    masked = masked_text(text, names)
    assert not re.search(r"(?<!\d)[1１][3-9３-９]\d{9}(?!\d)", masked)
    assert masked_text(masked, names) == masked
