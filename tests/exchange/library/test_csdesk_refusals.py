from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.errors import DataFaultError, InvalidFileError, NewerFormatError
from cs_desk.exchange.library.csdesk import decode_library
from cs_desk.exchange.library.limits import MAX_FILE_BYTES, MAX_TEMPLATES


def document(**changes):
    template = {"id": "1", "title": "问候", "body": "您好"}
    return {
        "format": "csdesk",
        "format_version": 1,
        "library": {"id": "lib", "name": "话术"},
        "placeholders": [],
        "templates": [template],
    } | changes


def with_template(**changes):
    return document(templates=[{"id": "1", "title": "问候", "body": "您好"} | changes])


def with_head(**changes):
    return document(library={"id": "lib", "name": "话术"} | changes)


def with_two(**changes):
    first = {"id": "1", "title": "问候", "body": "您好", "code": "wh"}
    second = {"id": "2", "title": "再见", "body": "再会", "code": "zj"}
    return document(templates=[first, second | changes])


def with_placeholder(**changes):
    return document(placeholders=[{"name": "城市", "type": "city", "source": "buyer"} | changes])


def decode(content):
    return decode_library(json.dumps(content).encode(), "话术.csdesk")


@pytest.mark.parametrize(
    ("content", "reason", "where"),
    [
        (b"", "文件是空的", ""),
        ('{"a":\n"话术"}'.encode("gb18030"), "不是 UTF-8 编码的文字（第 2 行）", ""),
        (b'\xef\xbb\xbf{\n"a" 1}', "不是有效的 JSON（第 2 行）", ""),
        (b"[" * 200_000, "内容嵌套太深", ""),
        (b"[]", "这不是客服台的话术库文件", "format"),
        (b'"csdesk"', "这不是客服台的话术库文件", "format"),
        (b"{}", "这不是客服台的话术库文件", "format"),
        (b'{"format": "CSDESK", "format_version": 1}', "这不是客服台的话术库文件", "format"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_library_file_is_refused_in_words(content, reason, where):
    with pytest.raises(InvalidFileError) as refusal:
        decode_library(content, "话术.csdesk")
    error = refusal.value
    assert (error.file, str(error.reason), error.where) == ("话术.csdesk", reason, where)


def without_templates():
    content = document()
    del content["templates"]
    return content


EMPTY = "不能为空"
NO_DATE = "日期应写成 2026-11-21 这样"


@pytest.mark.parametrize(
    ("content", "reason", "where"),
    [
        (document(format_version=0), "数值不能小于 1", "format_version"),
        (document(format_version="1"), "类型不对，应为整数，现在是文字", "format_version"),
        (
            document(format_version=True),
            "类型不对，应为整数，现在是 true 或 false",
            "format_version",
        ),
        (document(library=None), "类型不对，应为一组字段，现在是空值", "library"),
        (document(library={"id": "lib"}), "缺少「name」", "library"),
        (document(library={"id": "lib", "name": " "}), EMPTY, "library.name"),
        (without_templates(), "缺少「templates」", ""),
        (document(templates={}), "类型不对，应为列表，现在是一组字段", "templates"),
        (document(templates=["问候"]), "类型不对，应为一组字段，现在是文字", "templates[0]"),
        (document(templates=[{"id": "1", "title": "问候"}]), "缺少「body」", "templates[0]"),
        (with_template(body=7), "类型不对，应为文字，现在是整数", "templates[0].body"),
        (with_template(body=["您好"]), "类型不对，应为文字，现在是列表", "templates[0].body"),
        (with_template(body=" \n"), EMPTY, "templates[0].body"),
        (with_template(body="您\0好"), "含有控制字符 U+0000（第 2 个字）", "templates[0].body"),
        (
            with_template(body="您\x1b[2J好"),
            "含有控制字符 U+001B（第 2 个字）",
            "templates[0].body",
        ),
        (with_template(body="一\r二"), "含有控制字符 U+000D（第 2 个字）", "templates[0].body"),
        (with_template(body="话" * 10_001), "文字超过 10000 个字符", "templates[0].body"),
        (with_template(note="\x07"), "含有控制字符 U+0007（第 1 个字）", "templates[0].note"),
        (with_template(title=""), EMPTY, "templates[0].title"),
        (with_template(title="一\n二"), "不能有换行或制表符", "templates[0].title"),
        (with_template(title="话" * 201), "文字超过 200 个字符", "templates[0].title"),
        (with_template(id=""), EMPTY, "templates[0].id"),
        (with_template(code="t\th"), "不能有换行或制表符", "templates[0].code"),
        (with_template(tags="怎么退"), "类型不对，应为列表，现在是文字", "templates[0].tags"),
        (
            with_template(tags=["怎么退", 7]),
            "类型不对，应为文字，现在是整数",
            "templates[0].tags[1]",
        ),
        (with_template(tags=["退"] * 201), "超过 200 项", "templates[0].tags"),
        (with_template(rev=0), "数值不能小于 1", "templates[0].rev"),
        (with_template(rev=2**60), "数值不能大于 9007199254740992", "templates[0].rev"),
        (with_template(rev=1.5), "类型不对，应为整数，现在是小数", "templates[0].rev"),
        (with_template(tones=[{"tone": "正式"}]), "缺少「body」", "templates[0].tones[0]"),
        (
            with_template(tone="正式", tones=[{"tone": "正式", "body": "您好"}]),
            "「问候」的语气「正式」重复，前面已经有一个",
            "templates[0].tones[0].tone",
        ),
        (with_two(id="1"), "编号「1」重复，前面已经有一个", "templates[1].id"),
        (
            document(library={"id": "1", "name": "话", "valid_from": "20261201"}),
            NO_DATE,
            "library.valid_from",
        ),
        (
            document(library={"id": "1", "name": "话", "valid_until": "2026-02-30"}),
            NO_DATE,
            "library.valid_until",
        ),
        (
            document(library={"id": "1", "name": "话", "groups": ["售后", ""]}),
            EMPTY,
            "library.groups[1]",
        ),
        (document(rules=[]), "内容不符合这种文件的格式", "rules"),
        (
            document(rules={"delivery_zones": 1}),
            "类型不对，应为一组字段，现在是整数",
            "rules.delivery_zones",
        ),
        (
            document(checklist={"format": "csdesk"}),
            "这不是客服台的退货清单文件",
            "checklist.format",
        ),
        (with_placeholder(type="colour"), "不认识的取值「colour」", "placeholders[0].type"),
        (with_placeholder(source=None), "类型不对，应为文字，现在是空值", "placeholders[0].source"),
        (with_placeholder(name="城|市"), "不能有「|」", "placeholders[0].name"),
        (with_placeholder(name="城}市"), "不能有「}」", "placeholders[0].name"),
        (with_placeholder(max_length=0), "数值不能小于 1", "placeholders[0].max_length"),
        (
            with_placeholder(required="yes"),
            "类型不对，应为 true 或 false，现在是文字",
            "placeholders[0].required",
        ),
        (
            with_placeholder(default=3),
            "类型不对，应为文字或空值，现在是整数",
            "placeholders[0].default",
        ),
        (
            document(placeholders=with_placeholder()["placeholders"] * 2),
            "占位符「城市」重复，前面已经有一个",
            "placeholders[1].name",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(content, reason, where):
    with pytest.raises(InvalidFileError) as refusal:
        decode(content)
    assert (str(refusal.value.reason), refusal.value.where) == (reason, where)


def test_replies_without_a_code_do_not_clash():
    assert len(decode(with_two(code="")).library.templates) == 2


def test_a_library_of_the_largest_size_is_read():
    template = {"id": "1", "title": "1", "body": "您好"}
    many = [template | {"id": str(n), "title": str(n)} for n in range(MAX_TEMPLATES)]
    assert len(decode(document(templates=many)).library.templates) == MAX_TEMPLATES
    with pytest.raises(InvalidFileError, match="超过 20000 项"):
        decode(document(templates=[*many, template]))


def test_a_file_that_is_too_large_is_not_even_parsed():
    content = b"[" * (MAX_FILE_BYTES + 1)
    with pytest.raises(InvalidFileError, match="文件超过 20 MB"):
        decode_library(content, "话术.csdesk")


@pytest.mark.parametrize("later", [{}, {"templates": "in another way"}])
def test_a_file_of_a_newer_program_says_so(later):
    with pytest.raises(NewerFormatError, match="（格式 2），请先升级"):
        decode(document(format_version=2, **later))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["format_version", "library", "placeholders", "templates"]), json_values)
def test_no_value_in_the_wrong_place_is_more_than_a_fault(field, value):
    content = json.dumps(document(**{field: value}), ensure_ascii=False, allow_nan=True)
    with suppress(DataFaultError):
        decode_library(content.encode("utf-8", "replace"), "话术.csdesk")


@given(st.integers(0, 400), st.binary(max_size=4))
def test_no_damaged_byte_is_more_than_a_fault(place, damage):
    content = json.dumps(with_two(), ensure_ascii=False).encode()
    with suppress(DataFaultError):
        decode_library(content[:place] + damage + content[place + 1 :], "话术.csdesk")
