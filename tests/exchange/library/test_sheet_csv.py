from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import InvalidFileError
from cs_desk.domain.template import Placeholder, ToneVariant
from cs_desk.exchange.library.sheet_csv import is_csv, read_csv, write_csv
from tests.exchange.library.tables import (
    libraries,
    library_of,
    read_back,
    remarks,
    reply,
    text_file,
    unheard,
)


def read(text):
    return read_csv(text_file(text), unheard)


def rows(library):
    text = write_csv(library).data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("text", ["编码,内容\n", "话术表\n\n分组;内容\n", "code\tcontent\n"])
def test_a_table_is_known_by_two_of_its_columns(text):
    assert is_csv(text_file(text))


@pytest.mark.parametrize(
    "text", ["", "内容\n亲，您好", "亲，您好\n", "wl1,您的包裹,物流\n", "编码,标题\n"]
)
def test_other_text_is_none(text):
    assert not is_csv(text_file(text))


@pytest.mark.parametrize(
    "text",
    [
        "编码,内容,分组\nkc,亲,售前\n",
        "分组;内容;编码\n售前;亲;kc",
        '"内容"\t"分组"\t"编码"\n亲\t售前\tkc\n\n',
        "客服话术,,\n,,\n分组,编码,内容\n售前,kc,亲",
        "sep=;\n编码;内容;分组\nkc;亲;售前\n",
    ],
)
def test_columns_are_found_by_name_whatever_stands_between_them(text):
    (found,) = read(text).replies

    assert (found.code, found.body, found.group) == ("kc", "亲", "售前")


def test_marks_of_qianniu_are_read_below_its_names_only():
    assert read("登记日期,快捷编码,快捷短语\n,a,亲&#44;好\n").replies[0].body == "亲,好"
    assert read("编码,内容\na,亲&#44;好\n").replies[0].body == "亲&#44;好"


@pytest.mark.parametrize(
    ("cell", "body"), [("\t0086", "0086"), ("'=1+1", "=1+1"), ("'亲'", "'亲'"), ("=1+1", "=1+1")]
)
def test_marks_against_excel_are_taken_away(cell, body):
    assert read(f"编码,内容\na,{cell}\n").replies[0].body == body


def test_a_file_without_a_head_or_cut_off_is_refused():
    with pytest.raises(InvalidFileError, match="找不到表头"):
        read("kc,亲\n")
    with pytest.raises(InvalidFileError, match="从第 3 行起"):
        read('编码,内容\na,亲\nb,"您')


def test_it_is_written_the_way_excel_wants_it():
    data = write_csv(library_of(reply("地址", "亲", code="dz"))).data

    assert data.startswith(b"\xef\xbb\xbf" + '"编码","标题","分组","内容","标签"'.encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 2


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 138", "-满减", "@all", "＝1", "\t=1", "=HYPERLINK(1)"]
)
def test_no_cell_is_computed(text):
    (row,) = rows(library_of(reply(text, text, code=text, note=text)))[1:]

    assert not any(cell.lstrip("\t ").startswith(("=", "+", "-", "@", "＝")) for cell in row)


def test_numbers_stay_text():
    assert rows(library_of(reply(code="2233445566778899001")))[1][0] == "\t2233445566778899001"


def test_further_tones_are_rows_of_the_same_title():
    library = library_of(
        reply(
            "地址", "亲", code="dz", group="售后", tone="亲切", tones=(ToneVariant("正式", "您好"),)
        )
    )

    (_, first, second) = rows(library)
    assert first[:6] == ["dz", "地址", "售后", "亲", "", "亲切"]
    assert second == ["", "地址", "售后", "您好", "", "正式", "", ""]


def test_what_it_cannot_hold_is_told():
    library = library_of(
        reply("甲", tags=("退、换",)), reply("乙", extra='{"a": 1}'), reply("丙", theme="S4")
    )
    library = type(library)("L", "库", library.templates, (Placeholder("城市"),), groups=("空",))

    assert [told.split("：")[0] for told in remarks(write_csv(library).lost)] == [
        "整个文件: 这种文件只有话术",
        "「甲」: 标签里有顿号、逗号或分号，再导入时会拆成几个",
        "「乙」「丙」: 表格里没有的字段（如主题）没有写进去",
    ]


def test_an_identity_that_others_would_not_know_is_told():
    library = library_of(type(reply())("my-own", "甲", "亲"))

    assert "再导入时按编码或标题来认" in remarks(write_csv(library).lost)[0]


@given(st.text(st.sampled_from("\"',;\t\n =亲a1&#;{}\0\u202e")))
@settings(max_examples=50)
def test_any_text_below_the_head_is_read_or_refused(text):
    with suppress(InvalidFileError):
        read("编码,内容,标签,编号\n" + text)


@given(libraries())
@settings(max_examples=50)
def test_every_field_comes_back(library):
    written = write_csv(library)
    found = read_back(written, read_csv)

    assert [row_of(each) for each in found.replies] == [
        row for template in library.templates for row in rows_of(template)
    ]
    assert (written.lost, found.skipped, found.lost) == ((), (), ())


def row_of(found):
    return (
        *(found.code, found.title, found.group, found.body),
        *(found.tags, found.tone, found.note, found.id),
    )


def rows_of(template):
    yield (
        *(template.code, template.title, template.group, template.body),
        *(template.tags, template.tone, template.note, template.id),
    )
    for variant in template.tones:
        yield ("", template.title, template.group, variant.body, (), variant.tone, "", "")


def test_a_second_heading_is_below_the_first():
    found = read("一级分类,二级分类,内容\n售后,退货,您好\n售前,,在的\n,其他,好\n")
    assert [reply.group for reply in found.replies] == ["售后/退货", "售前", "其他"]
