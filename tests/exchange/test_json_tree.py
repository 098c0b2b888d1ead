from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import InvalidFileError
from cs_desk.exchange.json_tree import json_tree


def test_a_document_becomes_plain_values():
    content = '\ufeff{"a": [1, -2.5, true, null, "😀"], "b": {}}'.encode()
    assert json_tree(content, "a.json") == {"a": [1, -2.5, True, None, "😀"], "b": {}}


def test_a_whole_number_stays_exact():
    assert json_tree(b"12345678901234567890123", "a.json") == 12345678901234567890123


@pytest.mark.parametrize(
    ("content", "where", "reason"),
    [
        ('{"题": 1, "题": 1}', "", "「题」在同一处写了两次"),
        ('{"a": [0, {"b": 1, "c": 2, "c": 3}]}', "a[1]", "「c」在同一处写了两次"),
        (r'{"a": {"b": 1, "\u0062": 1}}', "a", "「b」在同一处写了两次"),
        ('{"a": 1e999}', "a", "数值超出范围"),
        ('{"a": ["x", -1e999]}', "a[1]", "数值超出范围"),
        ('{"a": %s}' % ("9" * 5_000), "a", "数值超出范围"),
        ('{"a":\nNaN}', "", "JSON 里没有 NaN 和 Infinity 这样的数值（第 2 行）"),
        ("[-Infinity]", "", "JSON 里没有 NaN 和 Infinity 这样的数值（第 1 行）"),
        (r'"\udc00 and more"', "", "含有残缺的字符，只有半个代理对（第 1 行）"),
        (r'"\ud800 and more"', "", "含有残缺的字符，只有半个代理对（第 1 行）"),
        ('["\ud800"]', "", "含有残缺的字符，只有半个代理对（第 1 行）"),
        (r'["\ud800"]', "", "含有残缺的字符，只有半个代理对（第 1 行）"),
        (r'[{"\udc00": 1}]', "", "含有残缺的字符，只有半个代理对（第 1 行）"),
        (r'["\ud83d\ud', "", "文件不完整，可能没有传完（第 1 行）"),
        ('[\n"a"', "", "文件不完整，可能没有传完（第 2 行）"),
        ('[\n"a', "", "文件不完整，可能没有传完（第 2 行）"),
        ("[1,\n2,]", "", "不是有效的 JSON（第 2 行）"),
        ("亲", "", "不是有效的 JSON（第 1 行）"),
        ("", "", "文件是空的"),
        ('{"a":\n', "", "文件不完整，可能没有传完（第 2 行）"),
        (" \n", "", "文件是空的"),
        ("[" * 100_000, "", "内容嵌套太深"),
        ('{"a":' * 100_000, "", "内容嵌套太深"),
        ("[" + "[]," * 1_000_000 + "0]", "", "内容太零碎，没有话术库会这样"),
        ("[" + "0," * 2_000_001 + "0]", "", "内容太零碎，没有话术库会这样"),
    ],
    ids=lambda value: ascii(value[:20]),
)
def test_what_is_no_sound_json_is_refused_with_its_place(content, where, reason):
    with pytest.raises(InvalidFileError) as refusal:
        json_tree(content, "a.json")
    error = refusal.value
    assert (error.file, error.where, str(error.reason)) == ("a.json", where, reason)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(InvalidFileError, match="不是 UTF-8 编码的文字"):
        json_tree("亲".encode("gb18030"), "a.json")


def test_signs_in_texts_do_not_count_as_parts():
    texts = ['{名}[x],\\"' * 1_000_000]
    assert json_tree(json.dumps(texts), "a.json") == texts


@settings(max_examples=50)
@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-9, 9) | st.booleans(),
        lambda items: st.lists(items) | st.dictionaries(st.text("ab"), items),
        max_leaves=8,
    )
)
def test_sound_json_is_read(value):
    assert json_tree(json.dumps(value), "a.json") == value


@settings(max_examples=50)
@given(st.text('[]{}:,"\\u0daN1e. \n\ud800', max_size=40))
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidFileError):
        json_tree(text, "a.json")
