from __future__ import annotations

import codecs
import os

import pytest

from cs_desk.domain.errors import InvalidFileError, UnreadableFileError
from cs_desk.exchange.library.file_content import bytes_of, encodings_to_choose, file_content
from cs_desk.exchange.library.limits import MAX_FILE_BYTES

TEXT = "退货，第一步\n第二步"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
    ],
)
def test_the_encoding_is_found_out(data, encoding):
    content = file_content("a.csv", data)
    assert (content.text, content.encoding, content.data) == (TEXT, encoding, data)


def test_only_line_feeds_end_lines():
    assert file_content("a.csv", b"1\r\n2\r3\n").text == "1\n2\n3\n"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\0\0", b"\xff\xff\xff", codecs.BOM_UTF16_LE + b"a\0b", "😀\0".encode()]
)
def test_what_is_no_text_has_none(data):
    content = file_content("a.xlsx", data)
    assert (content.text, content.encoding, content.data) == (None, None, data)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16", "big5"])
def test_an_encoding_that_was_asked_for_is_used(encoding):
    data = "退貨".encode(encoding)
    assert file_content("a.csv", data, encoding).text == "退貨"


def test_a_mark_is_no_text_even_if_plain_utf8_was_asked_for():
    assert file_content("a.csv", TEXT.encode("utf-8-sig"), "utf-8").text == TEXT


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        ("一\r\n二\r三".encode() + b"\xff", "utf-8", "第 3 行不是 UTF-8 编码的文字"),
        (b"\n\xff", "gb18030", "第 2 行不是 GB18030 编码的文字"),
        (b"a\0", "utf-8", "这个文件不是 UTF-8 编码的文字"),
        (b"a", "rot13", "不支持「rot13」这种编码"),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused(data, encoding, reason):
    with pytest.raises(InvalidFileError, match=reason):
        file_content("a.csv", data, encoding)


def test_a_file_beyond_the_limit_is_refused():
    with pytest.raises(InvalidFileError, match="文件超过 20 MB"):
        file_content("a.csv", bytes(MAX_FILE_BYTES + 1))


def test_the_likeliest_encoding_is_offered_first():
    choices = encodings_to_choose("退货".encode("gb18030"))
    assert (choices[0].encoding, choices[0].preview) == ("gb18030", "退货")
    assert "utf-8" not in [choice.encoding for choice in choices]


def test_a_marked_file_is_offered_without_its_mark():
    first, *others = encodings_to_choose("退".encode("utf-8-sig"))
    assert (first.encoding, first.preview) == ("utf-8-sig", "退")
    assert "utf-8" not in [choice.encoding for choice in others]


LONG = "亲，您的退货申请已经收到，\r\n请按照这个地址把宝贝寄回来就好哦。" * 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (LONG.encode()[:-1], "文件不完整，可能没有传完（第 4 行）"),
        (LONG.encode().replace("退".encode(), b"\xff", 1), "有坏掉的文字（第 1 行）"),
    ],
)
def test_damaged_text_is_not_taken_for_another_encoding(data, reason):
    with pytest.raises(InvalidFileError) as refusal:
        file_content("a.csv", data)
    assert str(refusal.value.reason) == reason


def test_damaged_text_can_be_read_in_another_encoding_if_that_is_asked_for():
    data = ("中文" * 20).encode()[:-2]
    assert file_content("a.csv", data, "gb18030").encoding == "gb18030"


@pytest.mark.parametrize("text", ["联通", "您好", "亲，您好，这边是云朵家客服部。" * 5])
def test_chinese_of_the_older_encoding_is_no_damaged_text(text):
    assert file_content("a.csv", text.encode("gb18030")).text == text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has none in folders")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path):
    pipe = tmp_path / "话术.csv"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFileError, match="管道或设备"):
        bytes_of(pipe)
