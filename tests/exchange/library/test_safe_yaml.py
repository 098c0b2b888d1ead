from __future__ import annotations

import importlib.util
import sys
import time
from contextlib import suppress

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import CancelledError, InvalidFileError
from cs_desk.exchange.library import safe_yaml as module
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.safe_yaml import safe_yaml, yaml_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(
    # The two of them end a line in YAML, and a carriage return is no line end in our texts.
    lambda text: not set(text) & set("\r\x85\u2028\u2029")
)


def read(text):
    return safe_yaml(FileContent("话术.yml", b"", text, "utf-8"), lambda done, total: None)


def bomb():
    levels = ["a: &a [大, 大, 大, 大, 大, 大, 大, 大, 大]"]
    for last, name in zip("abcdefgh", "bcdefghi", strict=True):
        levels.append(f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]")
    return "\n".join(levels)


def long_text_bomb():
    return f"a: &a {'长' * 100_000}\nb: [{', '.join(['*a'] * 300)}]"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\nb: no\nc: 0x1F", {"a": "1", "b": "no", "c": "0x1F"}),
        ("a: ~\nb: null\nc:\nd: 'null'", {"a": None, "b": None, "c": None, "d": "null"}),
        ("- :wl\n- !!str 12", [":wl", "12"]),
        ("a: |\n  一\n  二\n", {"a": "一\n二\n"}),
        ("a: &x {n: 1}\nb: [*x, *x]", {"a": {"n": "1"}, "b": [{"n": "1"}, {"n": "1"}]}),
        ("# 只有注释", None),
        ("", None),
    ],
)
def test_scalars_are_their_text(text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (bomb(), "内容太多，超出了可以导入的数量（第 7 行）"),
        (long_text_bomb(), "内容太多，超出了可以导入的数量（第 2 行）"),
        ("a: &x [*x]", "别名「x」不能用在这里（第 1 行）"),
        ("<<: *nothing", "别名「nothing」不能用在这里（第 1 行）"),
        ("[" * 100_000, "内容嵌套太深（第 1 行）"),
        ("- " * 100_000, "内容嵌套太深（第 1 行）"),
        ("a: 1\nb: 2\na: 3", "字段「a」在同一处出现了两次（第 3 行）"),
        ("a: !!python/object/apply:os.system [ls]", None),
        ("a: !!binary aGk=", None),
        ("a: !local b", "不接受「!local」这种 YAML 标签（第 1 行）"),
        ("a: 1\n---\nb: 2", "一个文件里只能有一份 YAML 文档（第 2 行）"),
        ("? [a]\n: 1", "键必须是文字（第 1 行）"),
        ("a: 'b", "不是有效的 YAML（第 1 行）"),
        ("a: b: c", "不是有效的 YAML（第 1 行）"),
        ("a: \x07", "不是有效的 YAML，可能含有不允许的字符"),
        ("a: \ud800", "不是有效的 YAML，可能含有不允许的字符"),
        ('a: "\\ud800"', "不是有效的 YAML（第 1 行）"),
    ],
)
def test_what_no_file_of_replies_needs_is_refused(text, reason):
    with pytest.raises(InvalidFileError) as refusal:
        read(text)
    assert refusal.value.file == "话术.yml"
    assert reason is None or str(refusal.value.reason) == reason


@pytest.mark.parametrize(
    "piece", ["[", "{", "- ", "? ", "&a ", "!!x ", "[a,", '"a\n', "#\n", "'\n"]
)
def test_a_hostile_file_is_read_or_refused_at_once(piece):
    begin = time.perf_counter()
    with suppress(InvalidFileError):
        read(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - begin < 2


@settings(max_examples=40)
@given(st.text("[]{}:-&*!?|>'\"#%@`, \n\taB1\ud800", max_size=40))
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidFileError):
        read(text)


@settings(max_examples=60)
@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS | st.dictionaries(TEXTS, TEXTS), max_size=3)))
def test_what_is_written_is_read_again(document):
    assert read(yaml_text(document)) == document


def test_a_repeated_value_is_written_out():
    shared = {"n": "1"}
    assert "*" not in yaml_text({"a": shared, "b": shared})


def test_reading_can_be_called_off():
    def call_off(done, total):
        raise CancelledError

    with pytest.raises(CancelledError):
        safe_yaml(FileContent("话术.yml", b"", "a: 1", "utf-8"), call_off)


def test_progress_is_told_in_characters():
    text = "- 亲\n" * 5_000
    told = []
    safe_yaml(FileContent("a.yml", b"", text, "utf-8"), lambda *done: told.append(done))
    assert len(told) > 2
    assert all(0 <= done <= total == len(text) for done, total in told)


@pytest.fixture
def without_libyaml(monkeypatch):
    """Return the module as it is where PyYAML was built without the parser in C."""
    monkeypatch.delattr(yaml, "CSafeLoader")
    monkeypatch.delattr(yaml, "CSafeDumper")
    spec = importlib.util.spec_from_file_location("safe_yaml_in_python", module.__file__)
    loaded = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, loaded)
    spec.loader.exec_module(loaded)
    return loaded


def test_yaml_is_read_and_written_without_the_parser_in_c(without_libyaml):
    document = {"话术": [{"正文": "亲，😀\n  {{n}}\n", "空": "", "数": "12", "~": ": #"}]}
    text = without_libyaml.yaml_text(document)
    content = FileContent("a.yml", b"", text, "utf-8")
    assert without_libyaml.safe_yaml(content, lambda done, total: None) == document
    assert read(text) == document


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (bomb(), "内容太多，超出了可以导入的数量（第 7 行）"),
        ("[" * 1_000, "内容嵌套太深（第 1 行）"),
        ("a: 1\nb: 2\na: 3", "字段「a」在同一处出现了两次（第 3 行）"),
        ("a: 'b", "不是有效的 YAML（第 1 行）"),
        ("a: \x07", "不是有效的 YAML，可能含有不允许的字符"),
        ("a: \ud800", "不是有效的 YAML，可能含有不允许的字符"),
        ('a: "\\ud800"', "不是有效的 YAML（第 1 行）"),
    ],
)
def test_the_parser_in_python_refuses_the_same(without_libyaml, text, reason):
    with pytest.raises(InvalidFileError) as refusal:
        without_libyaml.safe_yaml(FileContent("a.yml", b"", text), lambda done, total: None)
    assert str(refusal.value.reason) == reason
