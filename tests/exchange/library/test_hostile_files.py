"""Files that nobody should have to fear: each is refused in one sentence, with file and place."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import DataFaultError
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.exchange.library.reading import read_library_data
from torture.library_seeds import SEEDS

LIBRARY = '{"format": "csdesk", "format_version": 1, "library": {"id": "1", "name": "话"}'
FORMATS = sorted(FileFormat)


def no_progress(done, total):
    pass


def read(name, data, **asked):
    return read_library_data(name, data, no_progress, **asked)


def refusal_of(name, data):
    with pytest.raises(DataFaultError) as refusal:
        read(name, data)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LIBRARY, "a.csdesk: 文件不完整，可能没有传完（第 1 行）"),
        (LIBRARY + ', "format": "csdesk"}', "a.csdesk: 「format」在同一处写了两次"),
        (
            LIBRARY + ', "templates": [{"id": "1", "title": "题", "body": "a", "body": "b"}]}',
            "a.csdesk templates[0]: 「body」在同一处写了两次",
        ),
        (LIBRARY + ', "x": NaN}', "a.csdesk: JSON 里没有 NaN 和 Infinity 这样的数值（第 1 行）"),
        (LIBRARY + ', "x": 1e999}', "a.csdesk x: 数值超出范围"),
        (
            LIBRARY + r', "x": "\ud800 and more"}',
            "a.csdesk: 含有残缺的字符，只有半个代理对（第 1 行）",
        ),
        (LIBRARY + ', "x": ' + "[" * 5_000, "a.csdesk: 内容嵌套太深"),
        (LIBRARY + ', "x": ' + '{"a":' * 5_000, "a.csdesk: 内容嵌套太深"),
    ],
    ids=range(8),
)
def test_a_library_of_ours_that_is_not_sound_is_refused_with_its_place(text, told):
    assert refusal_of("a.csdesk", text.encode()) == told


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_file_is_no_library_of_any_format(format_):
    with pytest.raises(DataFaultError, match="文件是空的"):
        read("a", b"", format_=format_)


@pytest.mark.parametrize("format_", [FileFormat.CSDESK, FileFormat.XLSX, FileFormat.QUICKTEXT])
def test_a_file_that_was_cut_off_is_refused(format_):
    data = SEEDS[format_]
    for end in range(1, len(data.rstrip()), max(1, len(data) // 20)):
        assert refusal_of("a", data[:end])


# Only what a format cannot do without shows that it is another one.
@pytest.mark.parametrize("claimed", FORMATS)
@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_read_as_another_format_is_read_or_refused_but_nothing_else(format_, claimed):
    with suppress(DataFaultError):
        read("a", SEEDS[format_], format_=claimed)


@given(st.binary(max_size=200), st.sampled_from([None, *FORMATS]))
@settings(max_examples=60)
def test_any_bytes_are_at_most_a_fault(data, format_):
    with suppress(DataFaultError):
        read("a.csv", data, format_=format_)


@given(st.text(max_size=100), st.sampled_from(FORMATS))
@settings(max_examples=60)
def test_any_text_is_at_most_a_fault(text, format_):
    with suppress(DataFaultError):
        read("a.csv", text.encode("utf-8", "replace"), format_=format_)


@given(
    st.sampled_from(FORMATS),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3), st.integers(0, 3)), max_size=4),
)
@settings(max_examples=60)
def test_no_damage_to_a_sound_file_is_more_than_a_fault(format_, damages):
    data = SEEDS[format_]
    for where, replacement, removed in damages:
        at = int(where * len(data))
        data = data[:at] + replacement + data[at + removed :]
    with suppress(DataFaultError):
        read("a", data, format_=format_)


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no process's memory this way")
def test_bombs_are_refused_with_little_memory():
    from torture.fuzz import bombs  # noqa: PLC0415  # it needs what only Unix has

    assert [finding.detail for finding in bombs(every=False) if finding.fault] == []
