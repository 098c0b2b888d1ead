from __future__ import annotations

import pytest

from cs_desk.exchange.library.table_columns import SEARCHED_ROWS, Column, find_head, is_column_name


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *(("快捷短语编码", Column.CODE), ("快捷编码", Column.CODE), ("短码", Column.CODE)),
        *(("快捷短语", Column.BODY), ("回复内容", Column.BODY), ("话术", Column.BODY)),
        *(("快捷短语分组", Column.GROUP), ("类型", Column.GROUP), ("分类", Column.GROUP)),
        *(("标题", Column.TITLE), ("Title", Column.TITLE), ("name", Column.TITLE)),
        *(("标签", Column.TAGS), ("TAGS", Column.TAGS), ("语气", Column.TONE)),
        *(("提示", Column.NOTE), ("备注", Column.NOTE), ("编号", Column.ID), ("id", Column.ID)),
        *((" 内 容 ", Column.BODY), ("内容（必填）", Column.BODY), ("*内容：", Column.BODY)),
        *(("ｃｏｄｅ", Column.CODE), ("\ufeff编码", Column.CODE), ("内容[text]", Column.BODY)),
    ],
)
def test_a_column_is_known_by_any_of_its_names(heading, column):
    head = find_head([[heading] if column is Column.BODY else [heading, "正文"]])

    assert head.places[column] == 0


@pytest.mark.parametrize("column", Column)
def test_the_heading_that_we_write_is_read(column):
    assert find_head([[column.heading, "content"]]).places[column] == 0


def test_columns_stand_in_any_order_between_others():
    head = find_head([["登记日期", "分组", "快捷编码", "快捷短语", "是否 加入团队"]])

    assert head.places == {Column.GROUP: 1, Column.CODE: 2, Column.BODY: 3}
    assert head.foreign == ("登记日期", "是否 加入团队")


def test_the_head_may_stand_below_a_heading_of_the_sheet():
    assert find_head([["内容"], [], ["编码", "内容"], ["a", "b"]]).row == 3


def test_of_two_columns_of_one_meaning_the_first_counts_and_the_other_is_told():
    head = find_head([["分组", "分类", "内容"]])

    assert (head.places[Column.GROUP], head.foreign) == (0, ("分类",))


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["编码", "标题", "分组"]],
        [["亲，您好"]],
        [*([[""]] * SEARCHED_ROWS), ["编码", "内容"]],
    ],
)
def test_without_a_column_of_bodies_near_the_top_there_is_no_head(rows):
    assert find_head(rows) is None


def test_no_more_rows_are_taken_than_are_searched():
    rows = iter([[""]] * (SEARCHED_ROWS + 5))
    find_head(rows)

    assert len(list(rows)) == 5


@pytest.mark.parametrize(
    ("cell", "is_name"),
    [
        ("快捷短语", True),
        ("Keyword", True),
        (" 问题（必填）", True),
        ("内容在这里", False),
        ("", False),
    ],
)
def test_names_of_columns_are_told_from_what_stands_below_them(cell, is_name):
    assert is_column_name(cell) is is_name


@pytest.mark.parametrize(
    ("names", "group", "subgroups"),
    [
        (("一级分类", "二级分类", "内容"), 0, (1,)),
        (("三级分类", "二级分类", "一级分类", "内容"), 2, (1, 0)),
        (("场景", "内容"), 0, ()),
        (("场景", "分组", "内容"), 1, ()),
        (("目录", "子分类", "内容"), 0, (1,)),
        (("二级分类", "内容"), 0, ()),
    ],
)
def test_headings_stand_in_columns_by_their_level(names, group, subgroups):
    head = find_head([names])
    assert head is not None
    assert (head.places[Column.GROUP], head.subgroups) == (group, subgroups)
    assert head.foreign == (("场景",) if "分组" in names else ())
