from __future__ import annotations

import pytest

from cs_desk.ui.excerpt import excerpt


@pytest.mark.parametrize(
    ("body", "spans", "text", "marked"),
    [
        ("退货步骤", ((0, 2),), "退货步骤", ["退货"]),
        ("一\n二", ((2, 3),), "一 二", ["二"]),
        ("〇" * 60 + "退货" + "〇" * 5, ((60, 62),), "…" + "〇" * 8 + "退货" + "〇" * 5, ["退货"]),
        ("甲" * 40, (), "甲" * 40, []),
        ("😀" * 50 + "退", ((50, 51),), "…" + "😀" * 8 + "退", ["退"]),
    ],
)
def test_an_excerpt_shows_the_first_match(body, spans, text, marked):
    shown = excerpt(body, spans, visible=40)
    assert shown.text == text
    assert [shown.text[start:end] for start, end in shown.spans] == marked
