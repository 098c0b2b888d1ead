from __future__ import annotations

import re

import pytest

from cs_desk.cli import chosen_language

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ("", {"LANG": "C"}, "zh_CN"),
        ("", {"LANG": "de_DE.UTF-8"}, "zh_CN"),
        ("", {"LANG": "en_US.UTF-8"}, "en"),
        ("", {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh_CN"),
        ("", {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ("", {"LC_ALL": "", "LANG": "en_US"}, "en"),
        ("--lang en search th", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("search th --lang=zh_CN", {"LANG": "en_US"}, "zh_CN"),
        ("--lang zh_CN search --lang en", {}, "en"),
        ("search --lang", {"LANG": "en_US"}, "en"),
        ("search --lang fr", {"LANG": "C"}, "zh_CN"),
    ],
)
def test_the_language_is_asked_for_or_the_systems_or_chinese(arguments, environ, language):
    assert chosen_language(arguments.split(), environ) == language


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["search"], "Most results to show  [x>=1]"),
        (["reply"], "[OPTIONS] TEMPLATE [NAME=VALUE]..."),
        (["shop", "set"], "[OPTIONS] NAME [KEY=VALUE]..."),
    ],
    ids=repr,
)
def test_help_in_english_holds_no_chinese(own_desk, command, told):
    answer = own_desk(*command, "--help", "--lang", "en").text
    assert told in answer
    assert CHINESE.search(answer) is None


def test_help_in_chinese_shows_what_to_write(own_desk):
    assert "TEMPLATE [名称=值]..." in own_desk("reply", "--help").text
    assert "最多几条  [x>=1]" in own_desk("search", "--help").text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no such file"),
        (b"", "the file is empty"),
        (b'{"a" 1}', "not valid JSON (line 1)"),
        (b'{"format": "csdesk", "format_version": 2}', "written by a newer CS Desk (format 2)"),
        (
            b'{"format": "csdesk", "format_version": "1"}',
            'format_version": wrong type: must be a whole number, is text',
        ),
    ],
)
def test_a_fault_of_a_file_is_told_in_english(own_desk, tmp_path, content, told):
    file = tmp_path / "a.csdesk"
    if content is not None:
        file.write_bytes(content)
    answer = own_desk("search", "th", "--library", str(file), "--lang", "en")
    assert answer.status == 3
    assert told in answer.told
    assert CHINESE.search(answer.told) is None


def test_a_fault_of_the_data_folder_is_told_in_english(own_desk, tmp_path):
    (tmp_path / "data").write_bytes(b"")
    answer = own_desk("search", "th", "--lang", "en")
    assert (answer.status, CHINESE.search(answer.told)) == (3, None)
    assert "part of the path is not a folder (" in answer.told
