from __future__ import annotations

import pytest

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
        ('{"a":\nNaN}', "", "不是有效的 JSON（第 2 行）"),
        ("-Infinity", "", "不是有效的 JSON（第 1 行）"),
        (r'"\udc00 and more"', "", "含有残缺的字符，只有半个代理对（第 1 行）"),
        (r'"\ud800 and more"', "", "含有残缺的字符，只有半个代理对（第 1 行）"),
        ('{"a":\n', "", "文件不完整，可能没有传完（第 2 行）"),
        (" \n", "", "文件是空的"),
        ("[" * 100_000, "", "内容嵌套太深"),
        ('{"a":' * 100_000, "", "内容嵌套太深"),
        ("[" + "[]," * 1_000_000 + "0]", "", "内容太零碎，没有话术库会这样"),
    ],
    ids=lambda value: value[:20],
)
def test_what_is_no_sound_json_is_refused_with_its_place(content, where, reason):
    with pytest.raises(InvalidFileError) as refusal:
        json_tree(content.encode(), "a.json")
    error = refusal.value
    assert (error.file, error.where, str(error.reason)) == ("a.json", where, reason)
