from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.money import MOST_FEN, read_yuan, yuan


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("86.36", 8636),
        ("86.3", 8630),
        ("86", 8600),
        ("0", 0),
        ("0.01", 1),
        ("¥86.36", 8636),
        ("￥86.36", 8636),
        ("¥ 86.36", 8636),
        ("86.36元", 8636),
        ("￥86.36 元", 8636),
        ("  86.36\n", 8636),
        ("\N{NO-BREAK SPACE}86.36", 8636),
        ("1,234.50", 123450),
        ("1,234,567", 123456700),
        ("1234.5", 123450),
        ("007", 700),
        ("８６．３６", 8636),
        ("￥１，２３４．５０", 123450),
        ("\N{IDEOGRAPHIC SPACE}86元", 8600),
        ("9,999,999.99", MOST_FEN),
    ],
)
def test_an_amount_is_read_as_fen(text, fen):
    assert read_yuan(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "¥",
        "元",
        "-1",
        "−1",
        "－１",
        "+1",
        "(86.36)",
        "12.345",
        "86.",
        ".86",
        "1.2.3",
        "10000000",
        "10,000,000.00",
        "1,23",
        "12,34,567",
        "1234,567",
        ",123",
        "1e9",
        "1e2",
        "0x10",
        "1_000",
        "nan",
        "NaN",
        "inf",
        "٨٦",
        "८६",
        "①②",
        "8²",
        "𝟖𝟔",
        "八十六",
        "86.36元元",
        "¥¥86",
        "86 36",
        "86.36\n12",
        "约86",
        "\u200b86",
        "9" * 10_000,
        "1" + " " * 10_000,
        "0" * 10_000,
    ],
)
def test_what_is_no_amount_is_not_read(text):
    assert read_yuan(text) is None


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "0.00"),
        (1, "0.01"),
        (10, "0.10"),
        (100, "1.00"),
        (8636, "86.36"),
        (-1, "-0.01"),
        (-800, "-8.00"),
        (-12345, "-123.45"),
        (MOST_FEN, "9999999.99"),
    ],
)
def test_an_amount_is_written_with_two_decimals(fen, text):
    assert yuan(fen) == text


@given(st.integers(0, MOST_FEN))
def test_what_was_written_is_read_again(fen):
    assert read_yuan(yuan(fen)) == fen
    assert read_yuan(f"¥{fen // 100:,}.{fen % 100:02d}元") == fen


@given(st.text(max_size=60))
def test_any_text_at_all_is_an_amount_in_range_or_none(text):
    fen = read_yuan(text)
    assert fen is None or 0 <= fen <= MOST_FEN
