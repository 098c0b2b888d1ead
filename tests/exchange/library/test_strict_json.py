from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import InvalidFileError
from cs_desk.exchange.library.found_replies import FileContent
from cs_desk.exchange.library.strict_json import strict_json


def read(text):
    return strict_json(FileContent("话术.json", b"", text, "utf-8"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "文件是空的"),
        (" \n", "文件是空的"),
        ('{"a": 1, "a": 2}', "字段「a」在同一处出现了两次"),
        ("[NaN]", "数值超出范围"),
        ("[-Infinity]", "数值超出范围"),
        ("[1e999]", "数值超出范围"),
        ("[" + "9" * 5000 + "]", "数值超出范围"),
        ("[" * 100_000, "内容嵌套太深"),
        ('{"a":' * 100_000, "内容嵌套太深"),
        ("[[],[]" * 100_001, "内容太多，超出了可以导入的数量"),
        ("0," * 2_000_001, "内容太多，超出了可以导入的数量"),
        (r'["\ud800"]', "含有残缺的字符，只有半个代理对"),
        (r'[{"\udc00": 1}]', "含有残缺的字符，只有半个代理对"),
        ('[\n"a"', "文件不完整，可能没有传完（第 2 行）"),
        ('[\n"a', "文件不完整，可能没有传完（第 2 行）"),
        ("[1,\n2,]", "不是有效的 JSON（第 2 行）"),
        ("亲", "不是有效的 JSON（第 1 行）"),
    ],
)
def test_a_fault_is_one_sentence(text, reason):
    with pytest.raises(InvalidFileError) as refusal:
        read(text)
    assert str(refusal.value.reason) == reason


@settings(max_examples=50)
@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-9, 9) | st.booleans(),
        lambda items: st.lists(items) | st.dictionaries(st.text("ab"), items),
        max_leaves=8,
    )
)
def test_sound_json_is_read(value):
    assert read(json.dumps(value)) == value


@settings(max_examples=50)
@given(st.text('[]{}:,"\\u0daN1e. \n', max_size=40))
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidFileError):
        read(text)


def test_brackets_in_texts_do_not_count():
    assert read(json.dumps(['{名}[x],\\"' * 300_000]))
