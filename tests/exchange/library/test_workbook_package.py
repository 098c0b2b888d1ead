from __future__ import annotations

import io
import struct
import tracemalloc
from contextlib import suppress
from itertools import pairwise
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cs_desk.domain.errors import InvalidFileError
from cs_desk.exchange.library.file_content import file_content
from cs_desk.exchange.library.sheet_xlsx import read_xlsx
from cs_desk.exchange.library.workbook_package import MAX_UNPACKED, checked_package
from tests.exchange.library.tables import unheard

MEGABYTE = 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "哈">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise("abcdefghi"))
    + "]><sst><si><t>&i;</t></si></sst>"
)


@pytest.fixture(scope="module")
def parts():
    """Read the parts of a small sound workbook."""
    book = Workbook()
    book.active.append(["编码", "内容"])
    book.active.append(["a", "亲"])
    written = io.BytesIO()
    book.save(written)
    with ZipFile(written) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts, method=ZIP_DEFLATED, **more):
    written = io.BytesIO()
    with ZipFile(written, "w", method) as archive:
        for name, content in (parts | more.get("also", {})).items():
            archive.writestr(name, content)
    return written.getvalue()


def check(data):
    return checked_package("话术.xlsx", data)


def refused(data, told):
    with pytest.raises(InvalidFileError, match=told) as refusal:
        read_xlsx(file_content("话术.xlsx", data), unheard)
    return str(refusal.value).startswith("话术.xlsx: ")


def test_a_sound_workbook_is_looked_through(parts):
    package = check(packed(parts))

    assert (package.rows, package.has_formulas) == (2, False)
    formula = parts[SHEET].replace(b"<is><t>a</t></is>", b"<f>1+1</f>")
    assert check(packed(parts | {SHEET: formula})).has_formulas


def test_pictures_inside_do_no_harm(parts):
    pictures = {
        "xl/media/a.png": b"\x89PNG\0<!DOCTYPE",
        "xl/media/b.jpeg": b"\xff\xd8<",
        "xl/c.bin": bytes(9),
    }

    assert check(packed(parts, also=pictures)).rows == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
            "旧版 .xls 或加了密码.*另存为 .xlsx 或 CSV",
        ),
        (b"PK\x03\x04", "已损坏，可能没有传完"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "另存为"),
        (packed({"xl/workbook.bin": b"", "[Content_Types].xml": b""}), "另存为"),
        (packed({"word/document.xml": b"", "[Content_Types].xml": b""}), "不是 Excel 工作簿"),
        (packed({"a.txt": b""}), "这是一个压缩包，不是 Excel 工作簿"),
    ],
)
def test_another_kind_of_file_is_refused_with_what_to_do(data, told):
    assert refused(data, told)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_workbook_that_was_cut_off_is_refused(parts, share):
    data = packed(parts)

    assert refused(data[: int(len(data) * share)], "已损坏，可能没有传完")


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "xl\\a.xml", "c:a.xml", "a/../b"])
def test_odd_names_inside_are_refused(parts, name):
    assert refused(packed(parts, also={name: b""}), "不正常的文件名")


def test_a_name_twice_is_refused(parts):
    written = io.BytesIO(packed(parts))
    with ZipFile(written, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, b"<worksheet/>")

    assert refused(written.getvalue(), "太多或重名")


def test_too_many_parts_are_refused(parts):
    assert refused(packed(parts, also={f"xl/{n}.png": b"" for n in range(2_000)}), "太多或重名")


def test_an_encrypted_workbook_is_refused_with_what_to_do(parts):
    data = bytearray(packed(parts))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark)
        data[place + flags] |= 1

    assert refused(bytes(data), "加了密码，请去掉密码")


def test_other_ways_of_packing_are_refused(parts):
    assert refused(packed(parts, ZIP_BZIP2), "压缩方式不正常")


def test_a_bomb_is_refused_by_what_it_says(parts):
    assert refused(packed(parts, also={"xl/a.png": bytes(MAX_UNPACKED)}), "解压后超过 50 MB")


def test_a_part_that_shrinks_too_well_is_refused(parts):
    assert refused(packed(parts, also={"xl/a.png": bytes(6 * MEGABYTE)}), "压缩得不正常")


def test_a_bomb_with_lying_sizes_is_refused_and_never_unpacked(parts):
    data = bytearray(packed(parts, also={"xl/z.xml": bytes(100 * MEGABYTE)}))
    size = struct.pack("<L", 100 * MEGABYTE)
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = struct.pack("<L", 1_000)

    tracemalloc.start()
    assert refused(bytes(data), "已损坏")
    assert tracemalloc.get_traced_memory()[1] < 10 * MEGABYTE
    tracemalloc.stop()


@pytest.mark.parametrize("part", [STRINGS, SHEET, "[Content_Types].xml", "xl/media/a.png"])
def test_entities_in_any_part_are_refused(parts, part):
    bomb = packed(parts | {part: BILLION_LAUGHS.encode()})

    assert refused(bomb, "不允许的 XML 声明")


@pytest.mark.parametrize(
    "xml",
    [
        BILLION_LAUGHS.encode("utf-16"),
        BILLION_LAUGHS.encode("utf-16-le"),
        BILLION_LAUGHS.encode("utf-16-be"),
        b'<?xml version="1.0" encoding="cp037"?><a/>',
        b'<?xml version="1.0"' + b" " * 5_000 + b'encoding="cp037"?><a/>',
        b"\xef\xbb\xbf<?xml version='1.0' encoding = 'UTF-7'?><a/>",
    ],
)
def test_an_encoding_that_could_hide_them_is_refused(parts, xml):
    assert refused(packed(parts | {STRINGS: xml}), "不是 UTF-8 编码")


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        (SHEET, b"<worksheet><sheetData><row>" + b"<c/>" * 21_000 + b"</row></sheetData>"),
        (STRINGS, b"<sst><si>" + b"<r/>" * 21_000 + b"</si></sst>"),
        ("xl/styles.xml", b"<xfs>" + b"<xf/>" * 110_000),
        ("xl/odd.xml", b"<a>" * 110_000),
    ],
)
def test_more_elements_at_once_than_any_table_has_are_refused(parts, part, xml):
    assert refused(packed(parts | {part: xml}, ZIP_STORED), "单元格或格式太多")


def test_more_elements_in_all_than_any_library_has_are_refused(parts):
    rows = b"<row><c/><c/><c/></row>" * 510_000

    assert refused(packed(parts | {SHEET: rows}, ZIP_STORED), "单元格或格式太多")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(parts, data):
    whole = bytearray(packed(parts, ZIP_STORED))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    with suppress(InvalidFileError):
        read_xlsx(file_content("话术.xlsx", bytes(whole)), unheard)
