from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Any

import msgspec
import pytest
from msgspec import Meta

from cs_desk.domain.errors import InvalidFileError
from cs_desk.exchange.json_faults import json_faults


class Colour(Enum):
    RED = "red"


class Pair(msgspec.Struct, array_like=True):
    first: int
    second: int


class Entry(msgspec.Struct, forbid_unknown_fields=True):
    title: Annotated[str, Meta(min_length=1, max_length=3)] = "问候"
    code: Annotated[str, Meta(pattern=r"\A[a-z]*\Z")] = ""
    days: Annotated[int, Meta(ge=1, le=60)] = 1
    kilometres: Annotated[float, Meta(gt=0)] | None = None
    width: Annotated[float, Meta(lt=100)] = 0
    personal: bool = False
    since: date | None = None
    colour: Colour = Colour.RED
    pair: Pair | None = None
    ends: tuple[int, int] = (1, 2)
    tags: Annotated[list[str], Meta(max_length=1)] = []
    circles: dict[Annotated[str, Meta(min_length=1)], list[str]] = {}


class Entries(msgspec.Struct):
    entries: list[Entry]


def fault(data, kind=Any):
    with pytest.raises(InvalidFileError) as refusal, json_faults("话术.csdesk", data):
        msgspec.json.decode(data.decode(), type=kind)
    assert refusal.value.file == "话术.csdesk"
    return str(refusal.value.reason), refusal.value.where


@pytest.mark.parametrize(
    ("data", "reason", "where"),
    [
        (b"", "文件是空的", ""),
        (b" \n", "文件是空的", ""),
        (b"\xff\xfe{\x00", "不是 UTF-8 编码的文字（第 1 行）", ""),
        ('{"a":\n"话术"}'.encode("gb18030"), "不是 UTF-8 编码的文字（第 2 行）", ""),
        (b'{"format":\n"csdesk"', "文件不完整，可能没有传完（第 2 行）", ""),
        (b'{"format":\n"csdesk",}', "不是有效的 JSON（第 2 行）", ""),
        ('{"话术":\n1,\n2}'.encode(), "不是有效的 JSON（第 3 行）", ""),
        (b'{"format": NaN}', "JSON 里没有 NaN 和 Infinity 这样的数值（第 1 行）", ""),
        (b'{"format": "csdesk"} x', "不是有效的 JSON（第 1 行）", ""),
        (b'{"a": "\x01"}', "不是有效的 JSON（第 1 行）", ""),
        (b'{"a": "\\ud800 and more"}', "含有残缺的字符，只有半个代理对（第 1 行）", ""),
        (b'{"a": "\\udc00 and more"}', "含有残缺的字符，只有半个代理对（第 1 行）", ""),
        (b"1e999", "数值超出范围", ""),
        (b"[1, 1e999]", "数值超出范围", "[1]"),
        (b"9" * 5000, "数值超出范围", ""),
        (b"[" * 200_000, "内容嵌套太深", ""),
        (b'{"a":' * 200_000, "内容嵌套太深", ""),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_json_is_told_with_its_line(data, reason, where):
    assert fault(data) == (reason, where)


@pytest.mark.parametrize(
    ("entry", "reason", "where"),
    [
        ([], "类型不对，应为一组字段，现在是列表", ""),
        ({"title": 7}, "类型不对，应为文字，现在是整数", ".title"),
        ({"days": 1.5}, "类型不对，应为整数，现在是小数", ".days"),
        ({"kilometres": "3"}, "类型不对，应为小数或空值，现在是文字", ".kilometres"),
        ({"personal": 1}, "类型不对，应为 true 或 false，现在是整数", ".personal"),
        ({"since": {}}, "类型不对，应为日期或空值，现在是一组字段", ".since"),
        ({"since": "昨天"}, "日期应写成 2026-11-21 这样", ".since"),
        ({"str": 1}, "不认识「str」，请检查拼写", ""),
        ({"\\1 %1 {}\n": 1}, "不认识「\\1 %1 {}\n」，请检查拼写", ""),
        ({"title": ""}, "不能为空", ".title"),
        ({"title": "四个汉字"}, "文字超过 3 个字符", ".title"),
        ({"code": "TH"}, "文字为空，或含有不允许的字符", ".code"),
        ({"days": 0}, "数值不能小于 1", ".days"),
        ({"days": 61}, "数值不能大于 60", ".days"),
        ({"kilometres": 0}, "数值必须大于 0.0", ".kilometres"),
        ({"colour": "blue"}, "不认识的取值「blue」", ".colour"),
        ({"colour": "a - at `$.b`"}, "不认识的取值「a - at `$.b`」", ".colour"),
        ({"colour": "it's"}, "不认识的取值「it's」", ".colour"),
        ({"ends": [1]}, "应有 2 项", ".ends"),
        ({"pair": [1]}, "至少应有 2 项，现在只有 1 项", ".pair"),
        ({"tags": ["退", "换"]}, "超过 1 项", ".tags"),
        ({"tags": [None]}, "类型不对，应为文字，现在是空值", ".tags[0]"),
        ({"circles": {"": []}}, "不能为空", ".circles"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_place(entry, reason, where):
    data = msgspec.json.encode({"entries": [entry]})
    assert fault(data, Entries) == (reason, f"entries[0]{where}")


def test_a_missing_field_is_named():
    assert fault(b"{}", Entries) == ("缺少「entries」", "")


def test_a_complaint_that_has_no_sentence_keeps_its_place():
    data = b'{"entries": [{"width": 100}]}'
    assert fault(data, Entries) == ("内容不符合这种文件的格式", "entries[0].width")


def test_errors_of_others_pass_through():
    with pytest.raises(ZeroDivisionError), json_faults("话术.csdesk"):
        _ = 1 / 0
