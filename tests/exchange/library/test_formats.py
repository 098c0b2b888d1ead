"""Every format together: what is written is recognised, and comes back."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.errors import InvalidFileError
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.exchange.library.formats import READERS, WRITERS
from cs_desk.exchange.library.reading import read_library_data
from cs_desk.exchange.library.writing import written_library

LIBRARY = TemplateLibrary(
    "lib",
    "话术",
    (
        ReplyTemplate("1", "亲，您好", "亲，您好！这里是{店铺名}", "wh", "售前"),
        ReplyTemplate("2", "退货地址", "退货地址：{退货地址}\n请写好订单号", "th", "售后"),
    ),
)
WRITTEN = (FileFormat.CSDESK, *WRITERS)
ENDINGS = {reader.format: reader.endings[0] for reader in READERS}


def no_progress(done, total):
    pass


def read(data, name="话术", **asked):
    return read_library_data(name, data, no_progress, **asked)


def write(format_):
    return written_library(LIBRARY, format_, Enclosed()).data


@pytest.mark.parametrize("format_", WRITTEN)
def test_what_is_written_is_recognised_by_its_content(format_):
    assert read(write(format_)).format is format_


@pytest.mark.parametrize("format_", WRITTEN)
def test_texts_come_back_as_they_were(format_):
    assert [each.body for each in read(write(format_)).library.templates] == [
        each.body for each in LIBRARY.templates
    ]


@pytest.mark.parametrize("format_", WRITTEN)
def test_a_file_that_was_written_is_read_without_a_warning(format_):
    incoming = read(write(format_), f"话术{ENDINGS[format_]}")
    assert (incoming.warnings, incoming.skipped) == ((), ())


@pytest.mark.parametrize("format_", WRITTEN)
def test_the_same_file_is_the_same_library(format_):
    assert read(write(format_)) == read(write(format_))


@pytest.mark.parametrize("format_", WRITTEN)
def test_asking_for_the_format_reads_the_same(format_):
    assert read(write(format_), format_=format_) == read(write(format_))


@pytest.mark.parametrize("format_", WRITTEN)
def test_progress_never_goes_back(format_):
    told = []

    def note(done, total):
        told.append(done / total)

    read_library_data("话术", write(format_), note)
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("快捷短语编码,快捷短语,快捷短语分组\r\nwh,您好,售前\r\n", FileFormat.QIANNIU),
        ("快捷编码,快捷短语\r\nwh,您好\r\n", FileFormat.QIANNIU),
        ("标题,内容\r\n问候,您好\r\n", FileFormat.CSV),
        ('[{"id": "1", "name": "问候", "abbr": "wh", "body": "您好"}]', FileFormat.QUICKTEXT),
        ("matches:\n  - trigger: ':wh'\n    replace: 您好\n", FileFormat.ESPANSO),
        ('{"fileFormatVersion": 10, "combos": [{"keyword": "wh", "snippet": "您好"}]}', "beeftext"),
        ("wh,您好,问候\r\nzj,再会,再见\r\n", FileFormat.BEEFTEXT),
        ("wh,您好\r\nzj,再会\r\n", FileFormat.TEXTEXPANDER),
    ],
    ids=range(8),
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_file_of_another_program_is_recognised(text, format_, encoding):
    incoming = read(text.encode(encoding), "话术.csv")
    assert incoming.format == format_
    assert incoming.library.templates[0].body == "您好"


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("bt.csv", "kw,片段 #{input:姓名},名\nkw2,b,c\nbad,row\n", FileFormat.BEEFTEXT),
        ("bt.txt", "kw,片段 #{input:姓名},名\n", FileFormat.BEEFTEXT),
        ("te.csv", '"hi","您好 %filltext:name=姓名%"\n"b","好","label"\n', FileFormat.TEXTEXPANDER),
        ("te.txt", '"hi","您好 %filltext:name=姓名%"\n', FileFormat.TEXTEXPANDER),
    ],
)
def test_marks_of_a_program_tell_its_tables(name, text, format_):
    assert read(text.encode(), name).format is format_


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("note.txt", "今天天气,不错\n明天,也行\n", "认不出这是什么文件"),
        ("note.txt", "今天,天气,不错\n", "认不出这是什么文件"),
        ("list.json", "[1,2,3]", "QuickText"),
        ("obj.json", '{"a",2,3}', "不是有效的 JSON"),
        ("list.csv", "[1,2,3]", "找不到表头"),
    ],
)
def test_neither_prose_nor_json_is_a_table_of_phrases(name, text, told):
    with pytest.raises(InvalidFileError, match=told):
        read(text.encode(), name)


def test_prose_is_a_table_of_phrases_if_the_person_says_so():
    asked = read("您,不错\n".encode(), "note.txt", format_=FileFormat.TEXTEXPANDER)
    assert asked.library.templates[0].code == "您"


def test_a_backup_of_quicktext_is_told_from_a_workbook():
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("index.json", '{"Categories": [{"Name": "售后", "File": "a.json"}]}')
        archive.writestr("a.json", '[{"Name": "问候", "Body": "您好"}]')
    incoming = read(packed.getvalue(), "备份.zip")
    assert (incoming.format, incoming.warnings) == (FileFormat.QUICKTEXT, ())
    assert incoming.library.templates[0].body == "您好"


def test_every_format_can_be_read_and_ours_is_asked_first():
    assert {reader.format for reader in READERS} == set(FileFormat)
    assert READERS[0].format is FileFormat.CSDESK


def test_every_format_but_the_two_that_are_only_read_can_be_written():
    assert set(FileFormat) - set(WRITTEN) == {FileFormat.BEEFTEXT, FileFormat.TEXTEXPANDER}
