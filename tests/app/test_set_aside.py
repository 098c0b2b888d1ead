from __future__ import annotations

import pytest

from cs_desk.app.set_aside import number_told, table_told


def chinese(sentence):
    return sentence


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("template", "话术"),
        ("shop", "店铺"),
        ("draft", "草稿"),
        ("edition", "话术库版本"),
        ("case_2", "case_2"),
    ],
)
def test_a_table_is_told_by_what_it_holds_or_by_its_name(table, told):
    assert table_told(table, chinese) == told


@pytest.mark.parametrize(("doc_id", "told"), [(12, "第 12 号"), (0, "第 0 号"), (-1, "编号不明")])
def test_a_record_is_told_by_its_number_if_that_is_known(doc_id, told):
    assert number_told(doc_id, chinese) == told
