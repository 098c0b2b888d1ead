from __future__ import annotations

import io
from datetime import date, datetime, time
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from cs_desk.domain.errors import CancelledError, InvalidFileError
from cs_desk.domain.template import ToneVariant
from cs_desk.exchange.library.file_content import file_content
from cs_desk.exchange.library.limits import MAX_ENTRIES
from cs_desk.exchange.library.sheet_xlsx import is_xlsx, read_xlsx, write_xlsx
from tests.exchange.library.tables import libraries, library_of, read_back, remarks, reply, unheard

SHEET = "xl/worksheets/sheet1.xml"


def workbook(*sheets):
    """Make a workbook of lists of rows."""
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def changed(data, part, old, new):
    """Make the same workbook with other text in a part."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(written, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new)
            after.writestr(name, content)
    return written.getvalue()


def read(data, progress=unheard):
    return read_xlsx(file_content("话术.xlsx", data), progress)


def read_cell(value, heading="编码"):
    return read(workbook([[heading, "内容"], [value, "亲"]]))


@pytest.mark.parametrize(
    ("data", "known"),
    [(workbook([[]]), True), (b"PK\x03\x04", True), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True)],
)
def test_workbooks_of_every_kind_are_known_by_their_content(data, known):
    assert is_xlsx(file_content("话术.csv", data)) == known


def test_text_is_no_workbook():
    assert not is_xlsx(file_content("话术.xlsx", "编码,内容".encode()))


def test_columns_are_found_by_name_on_every_sheet_that_has_them():
    note = [["使用说明"], ["内容见第二张"]]
    table = [["客服话术"], [], ["序号", "类型", "标签", "内容"], [1, "售后", "退,换", "亲"]]
    found = read(workbook(note, table, [["内容", "备注"], ["改了两句", "小红"]]))

    assert (found.replies[0].group, found.replies[0].tags) == ("售后", ("退", "换"))
    assert str(found.replies[0].where) == "第 4 行"
    assert remarks(found.lost) == [
        "第 3 行: 不认识的列没有导入：序号",
        "工作表「Sheet2」: 没有编码、标题和分组，这一张没有导入",
    ]


def sheets(**tables):
    book = Workbook()
    book.remove(book.active)
    for title, rows in tables.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def saved(book):
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_every_sheet_that_is_shown_is_read_and_is_a_group_if_it_has_none():
    one, two = [["标题", "内容"], ["甲", "一"]], [["标题", "内容", "分组"], ["乙", "二", "退货"]]
    book = sheets(旧=[["标题", "内容"], ["丙", "三"]], 售前=one, 售后=two)
    book["旧"].sheet_state = "hidden"
    found = read(saved(book))

    assert [(r.title, r.group) for r in found.replies] == [("甲", "售前"), ("乙", "退货")]
    assert str(found.replies[1].where) == "工作表「售后」第 2 行"
    assert remarks(found.lost) == ["工作表「旧」: 这一张是隐藏的，没有导入"]
    assert found.carries == {"title", "body", "group"}


def test_columns_that_are_not_on_every_sheet_do_not_empty_fields():
    one, two = [["标题", "内容", "标签"], ["甲", "一", "x"]], [["标题", "内容"], ["乙", "二"]]
    found = read(workbook(one, two))

    assert found.carries == {"title", "body"}
    assert found.replies[0].tags == ("x",)
    assert remarks(found.warnings) == [
        "整个文件: 各张工作表的列不一样，更新已有的话术时只看每张都有的列"
    ]


def test_a_hidden_sheet_is_read_if_no_other_can_be():
    book = sheets(封面=[["您好"]], 旧=[["标题", "内容"], ["甲", "一"]])
    book["旧"].sheet_state = "veryHidden"
    found = read(saved(book))

    assert [r.title for r in found.replies] == ["甲"]
    assert remarks(found.warnings) == ["工作表「旧」: 这一张是隐藏的，也导入了"]


def test_rows_of_merged_cells_share_all_but_the_text():
    rows = [["分组", "标题", "内容"], ["售后", "甲", "一"], [None, "乙", "二"], [None, None, "三"]]
    book = sheets(话术=[*rows, ["售前", "丁", "四"]])
    for cells in ("A2:A4", "B3:B4", "C4:C5"):
        book["话术"].merge_cells(cells)
    found = read(saved(book))

    told = [(r.group, r.title, r.body) for r in found.replies]
    assert told == [("售后", "甲", "一"), ("售后", "乙", "二"), ("售后", "乙", "三")]
    assert remarks(found.skipped) == ["第 5 行: 没有内容"]


def test_hidden_rows_are_read_and_told():
    book = sheets(话术=[["标题", "内容"], ["甲", "一"], ["乙", "二"]])
    book["话术"].row_dimensions[3].hidden = True
    found = read(saved(book))

    assert len(found.replies) == 2
    assert remarks(found.warnings) == ["工作表「话术」: 有 1 行是隐藏的，也导入了"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1001, "1001"),
        (12.0, "12"),
        (1.5, "1.5"),
        (True, "TRUE"),
        ("\t0086", "0086"),
        ("_x000D_退", "\r退"),
        (123456789012345, "123456789012345"),
    ],
)
def test_a_cell_is_read_as_text(value, text):
    found = read_cell(value, "提示")

    assert (found.replies[0].note, found.warnings) == (text, ())


def test_a_zero_is_no_empty_cell():
    assert [each.body for each in read(workbook([["内容"], [0]])).replies] == ["0"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (2610123456789012345, "Excel 只保留 15 位"),
        (2.61e18, "Excel 只保留 15 位"),
        ("2.61E+18", "像是被 Excel 改过的长数字"),
        (date(2026, 3, 1), "「2026-03-01」在表格里是日期"),
        (datetime(2026, 3, 1, 8), "「2026-03-01 08:00:00」在表格里是日期"),
        (time(12, 30), "「12:30:00」在表格里是日期或时间"),
        ("#N/A", "公式出错的结果"),
    ],
)
def test_what_excel_made_of_a_code_is_told_with_its_cell(value, told):
    (warning,) = remarks(read_cell(value).warnings)

    assert warning.startswith("第 2 行「编码」: ")
    assert told in warning


def test_a_formula_gives_what_excel_last_found_and_is_not_computed():
    data = changed(plain := workbook([["内容"], ["F"]]), SHEET, *formula("<v>2</v>"))

    assert plain != data
    assert [each.body for each in read(data).replies] == ["2"]


def test_a_formula_without_a_result_is_told():
    found = read(changed(workbook([["内容"], ["F"]]), SHEET, *formula("")))

    assert remarks(found.warnings) == ["第 2 行「内容」: 这一格是公式，文件里没有它的结果"]
    assert remarks(found.skipped) == ["第 2 行: 没有内容"]


def formula(value):
    old = b'<c r="A2" t="inlineStr"><is><t>F</t></is></c>'
    return old, f'<c r="A2" t="str"><f>1+1</f>{value}</c>'.encode()


@pytest.mark.parametrize("size", [b"A1", b"A1:XFD1048576", b"A9:B9"])
def test_what_a_sheet_says_of_its_size_is_not_believed(size):
    data = workbook([["编码", "内容"], ["a", "亲"]])

    (found,) = read(changed(data, SHEET, b'ref="A1:B2"', b'ref="' + size + b'"')).replies
    assert (found.code, found.body) == ("a", "亲")


def test_a_row_number_beyond_every_table_is_refused():
    data = changed(workbook([["内容"], ["亲"]]), SHEET, b'<row r="2"', b'<row r="999999999"')
    data = changed(data, SHEET, b'r="A2"', b'r="A999999999"')

    with pytest.raises(InvalidFileError, match=f"超过 {MAX_ENTRIES:,} 行"):
        read(data)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, b"</sheetData>", b"</sheet>"),
        (SHEET, b't="inlineStr"', b't="s"'),
        (SHEET, b'r="A1"', b'r="?"'),
        (SHEET, b'ref="A1', b'ref="?'),
        ("xl/workbook.xml", b'r:id="rId1"', b'r:id="rId9"'),
        ("[Content_Types].xml", b"sheet.main", b"other.main"),
        ("xl/styles.xml", b"<fonts", b"<font"),
    ],
)
def test_a_workbook_with_a_broken_part_is_refused_in_words(part, old, new):
    with pytest.raises(InvalidFileError, match=r"话术\.xlsx: (工作簿里有读不出的内容|前 20 行)"):
        read(changed(workbook([["内容"], ["亲"]]), part, old, new))


def test_a_workbook_without_a_head_is_refused():
    with pytest.raises(InvalidFileError, match="找不到表头"):
        read(workbook([["亲，您好"]], []))


def test_reading_can_be_called_off():
    def call_off(done, total):
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        read(workbook([["内容"], *([["亲"]] * 300)]), call_off)


@pytest.mark.parametrize("text", ["=1+1", "2233445566778899001", "-1", "#N/A", "@a", "007", "{=1}"])
def test_every_cell_that_we_write_is_text(text):
    data = write_xlsx(library_of(reply(text, text, code=text, note=text))).data
    cells = [cell for cell in load_workbook(io.BytesIO(data)).active[2] if cell.value]

    assert {cell.value for cell in cells[:3]} == {text}
    assert {(cell.data_type, cell.number_format, cell.quotePrefix) for cell in cells} == {
        ("s", "@", True)
    }


def test_what_is_typed_into_the_columns_later_stays_text():
    sheet = load_workbook(io.BytesIO(write_xlsx(library_of(reply())).data)).active

    assert (sheet.title, sheet.freeze_panes) == ("话术", "A2")
    assert sheet.column_dimensions["A"].number_format == "@"


def test_the_sheet_says_how_large_it_is():
    data = write_xlsx(library_of(reply("甲"), reply("乙"))).data

    assert load_workbook(io.BytesIO(data), read_only=True).active.calculate_dimension() == "A1:H3"


def test_the_same_library_gives_the_same_bytes():
    library = library_of(reply(tones=(ToneVariant("正式", "您好"),)))

    assert write_xlsx(library) == write_xlsx(library)
    assert b"dcterms:" not in ZipFile(io.BytesIO(write_xlsx(library).data)).read(
        "docProps/core.xml"
    )


@given(libraries())
@settings(max_examples=25)
def test_every_field_comes_back(library):
    written = write_xlsx(library)
    found = read_back(written, read_xlsx)
    first = [each for each in found.replies if each.id]

    assert [(each.code, each.title, each.group, each.body) for each in first] == [
        (each.code, each.title, each.group, each.body) for each in library.templates
    ]
    assert [(each.id, each.tags, each.tone, each.note) for each in first] == [
        (each.id, each.tags, each.tone, each.note) for each in library.templates
    ]
    assert [(each.tone, each.body) for each in found.replies if not each.id] == [
        (tone.tone, tone.body) for each in library.templates for tone in each.tones
    ]
    assert (written.lost, found.skipped, found.lost) == ((), (), ())
