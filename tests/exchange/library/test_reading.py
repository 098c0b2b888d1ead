from __future__ import annotations

import pytest

from cs_desk.domain.errors import InvalidFileError, Sentence, UnreadableFileError
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.exchange.library.csdesk import encode_library, is_csdesk, read_csdesk
from cs_desk.exchange.library.format_reader import FormatReader, found_reader
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.reading import read_library_data, read_library_file

LIBRARY = TemplateLibrary("lib", "话术", (ReplyTemplate("1", "问候", "您好"),))
CSDESK = encode_library(LIBRARY)
CARRIES = frozenset({"body"})


def no_progress(done, total):
    pass


def lines(content, progress):
    rows = [
        FoundReply(Sentence("第 %1 行", (str(number),)), line)
        for number, line in enumerate(content.text.split("\n"), start=1)
    ]
    return FoundLibrary(tuple(rows), CARRIES)


def is_marked(content):
    return content.text is not None and content.text.startswith("#")


def is_zip(content):
    return content.data.startswith(b"PK")


def nothing(content, progress):
    raise InvalidFileError(content.name, Sentence("表格打不开"))


READERS = (
    FormatReader(FileFormat.CSDESK, Sentence("客服台话术库"), (".csdesk",), is_csdesk, read_csdesk),
    found_reader(FileFormat.XLSX, Sentence("Excel 表格"), (".xlsx",), is_zip, nothing),
    found_reader(FileFormat.CSV, Sentence("CSV 表格"), (".csv",), is_marked, lines),
    found_reader(FileFormat.TEXTEXPANDER, Sentence("短语"), (".csv",), lambda _: False, lines),
)


def read(name, data, **asked):
    return read_library_data(name, data, no_progress, readers=READERS, **asked)


def test_content_tells_the_format():
    assert read("a.csdesk", CSDESK).library == LIBRARY
    assert read("a.csv", b"#1").format is FileFormat.CSV


def test_a_name_that_claims_another_format_is_warned_of():
    incoming = read("话术.xlsx", b"#1")
    assert incoming.format is FileFormat.CSV
    (warning,) = incoming.warnings
    assert str(warning.reason) == "文件名以 .xlsx 结尾，内容却是CSV 表格，已按内容读取"


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.txt", "a"])
def test_a_name_that_claims_nothing_else_is_not_warned_of(name):
    assert read(name, b"#1").warnings == ()


def test_the_name_decides_where_content_does_not():
    assert read("a.csv", "您好".encode()).format is FileFormat.CSV


def test_an_asked_for_format_is_taken_without_a_word():
    incoming = read("a.csdesk", b"#1", format_=FileFormat.TEXTEXPANDER)
    assert (incoming.format, incoming.warnings) == (FileFormat.TEXTEXPANDER, ())


def test_an_asked_for_encoding_is_used():
    incoming = read("a.csv", "退貨".encode("big5"), encoding="big5")
    assert incoming.library.templates[0].body == "退貨"
    assert incoming.encoding == "big5"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"", "文件是空的"),
        ("a.csdesk", b" \r\n", "文件是空的"),
        (
            "a.txt",
            "您好".encode(),
            "认不出这是什么文件，能读的有：客服台话术库、Excel 表格、CSV 表格、短语",
        ),
        ("a.csv", b"\x89PNG\0", "认不出这是什么文件，"),
        ("a.xlsx", b"hello", "认不出这是什么文件，"),
        ("a.xlsx", b"\0\0", "表格打不开"),
        ("a.csdesk", b"{}", "format: 这不是客服台的话术库文件"),
        ("a.csv", CSDESK[:60], "文件不完整，可能没有传完"),
        ("a.csdesk", CSDESK.decode().encode("gb18030"), "不是 UTF-8 编码的文字"),
        ("a.csv", bytes(20 * 1024 * 1024 + 1), "文件超过 20 MB"),
    ],
    ids=range(10),
)
def test_what_cannot_be_read_is_refused_in_words(name, data, reason):
    with pytest.raises(InvalidFileError, match=reason) as refusal:
        read(name, data)
    assert refusal.value.file == name


def test_a_library_that_an_editor_saved_in_two_bytes_a_character_is_read():
    assert read("a.csdesk", CSDESK.decode().encode("utf-16")).library == LIBRARY


def test_a_file_is_read(tmp_path):
    path = tmp_path / "话术.csdesk"
    path.write_bytes(CSDESK)
    assert read_library_file(path, no_progress, readers=READERS).library == LIBRARY


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UnreadableFileError, match="这是一个文件夹，不是文件"):
        read_library_file(tmp_path, no_progress, readers=READERS)
