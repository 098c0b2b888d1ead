from __future__ import annotations

import pytest

from cs_desk.domain.errors import InvalidFileError
from cs_desk.exchange.library.delimited_text import head_of_text, rows_of_text, text_of_rows


def rows(text, delimiter=","):
    return list(rows_of_text(text, delimiter, "话术.csv"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_by_which_the_head_has_most_columns(delimiter):
    head, found = head_of_text(delimiter.join(["编码", "内容", "分组"]) + "\n1,2;3")

    assert (found, len(head.places)) == (delimiter, 3)


def test_text_without_a_head_has_none():
    assert head_of_text("亲，您好\n今天发货") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n\nc\n", [("a", "b"), (), ("c",)]),
        ("a,b", [("a", "b")]),
        ('"甲\n乙","说""好"""\n', [("甲\n乙", '说"好"')]),
        ('5" 屏,b\n', [('5" 屏', "b")]),
        ("end\nend", [("end",), ("end",)]),
        ("", []),
    ],
)
def test_rows_keep_what_stands_in_their_cells(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize("text", ['a,b\nc,"d\ne,f\n', 'a,b\nc,"', 'a,b\n"end'])
def test_a_quotation_mark_open_to_the_end_is_refused_with_its_row(text):
    with pytest.raises(InvalidFileError, match="从第 2 行起有一个引号没有结束"):
        rows(text)


@pytest.mark.parametrize("row", ["b" * 200_000, "," * 1_100_000, 'b,"\n",' * 200_000])
def test_a_row_without_an_end_in_sight_is_refused(row):
    with pytest.raises(InvalidFileError, match="第 2 行读不出来"):
        rows("a\n" + row)


def test_many_long_rows_are_read():
    assert len(rows('"{}\n{}",b\n'.format("甲" * 60_000, "乙" * 60_000) * 10)) == 10


def test_written_rows_are_quoted_and_end_as_excel_wants_it():
    assert text_of_rows([["编码", '"内容"'], ["1", "甲\n乙"]]) == (
        '"编码","""内容"""\r\n"1","甲\n乙"\r\n'
    )
