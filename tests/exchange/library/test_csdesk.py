from __future__ import annotations

import json
import os
import tracemalloc
from dataclasses import replace
from functools import reduce
from operator import getitem
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import InvalidFileError, UnreadableFileError
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
    ToneVariant,
)
from cs_desk.exchange.library.csdesk import decode_library, encode_library, read_library
from cs_desk.exchange.library.limits import MAX_FILE_BYTES

DATA = Path(__file__).parents[2] / "data"

PLAIN = TemplateLibrary(
    "lib",
    "话术",
    templates=(ReplyTemplate("1", "问候", "您好"), ReplyTemplate("2", "再见", "再会", code="zj")),
    placeholders=(Placeholder("店铺名"),),
)


def read(data):
    return decode_library(data, "话术.csdesk").library


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


def decode(content):
    return read(json.dumps(content).encode())


def test_the_first_format_stays_readable():
    library = read_library(DATA / "library_v1.csdesk")
    assert library == TemplateLibrary(
        id="f2a1c0de-0000-4000-8000-000000000001",
        name="云朵家话术",
        version="2026.11",
        publisher="云朵家客服部",
        released_at="2026-11-20",
        notes="第一行\n第二行",
        placeholders=(
            Placeholder("店铺名", PlaceholderType.TEXT, PlaceholderSource.SHOP),
            Placeholder(
                "退货截止日",
                PlaceholderType.DATE,
                PlaceholderSource.COMPUTED,
                promise=True,
                hint="11月17日",
            ),
            Placeholder(
                "运费承担方",
                PlaceholderType.CHOICE,
                PlaceholderSource.CASE,
                default="卖家",
                choices=("卖家", "买家"),
                required=False,
                max_length=20,
                personal=True,
            ),
        ),
        templates=(
            ReplyTemplate(
                id="f2a1c0de-0000-4000-8000-000000000002",
                title="退货步骤",
                body="亲，{退货截止日}前申请就好哦。\n运费由{运费承担方}承担😀",
                code="th",
                group="售后/退货",
                tags=("怎么退", "退货流程"),
                tone="亲切",
                tones=(ToneVariant("正式", "您好，请于{退货截止日}前申请。"),),
                note="先看签收日",
                theme="A10",
                rev=3,
            ),
            ReplyTemplate(
                id="f2a1c0de-0000-4000-8000-000000000003",
                title="问候",
                body="您好，这里是{店铺名}",
            ),
        ),
    )


# Half characters cannot be written, and what turns the direction of text is not read.
UNKEPT = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def characters(without=""):
    return st.characters(
        exclude_categories=["Cs"], exclude_characters=UNKEPT + without, min_codepoint=0x20
    )


lines = st.text(characters(), max_size=12)
names = lines.filter(str.strip)
texts = st.text(characters() | st.just("\n"))
bodies = texts.filter(str.strip)
days = st.just("") | st.dates().map(str)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
# Names that no field of ours has.
unknown = st.dictionaries(texts.map("x-{}".format), json_values, max_size=2)


def json_text(fields):
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) if fields else ""


def without_empty(parts):
    return {name: part for name, part in parts.items() if part}


extras = unknown.map(json_text)
library_extras = st.builds(
    lambda document, library: json_text(without_empty({"document": document, "library": library})),
    unknown,
    unknown,
)
placeholder_names = st.text(characters(without="{}:：|｜"), min_size=1, max_size=8).filter(
    str.strip
)
placeholders = st.builds(
    Placeholder,
    name=placeholder_names,
    type=st.sampled_from(PlaceholderType),
    source=st.sampled_from(PlaceholderSource),
    default=st.none() | texts,
    choices=st.lists(lines, max_size=3).map(tuple),
    required=st.booleans(),
    max_length=st.integers(1, 10_000),
    promise=st.booleans(),
    personal=st.booleans(),
    hint=texts,
    extra=extras,
)
tones = st.lists(
    st.builds(ToneVariant, tone=st.sampled_from(["亲切", "安抚", "正式"]), body=bodies),
    max_size=3,
    unique_by=lambda variant: variant.tone,
).map(tuple)
templates = st.builds(
    ReplyTemplate,
    id=names,
    title=names,
    body=bodies,
    code=lines,
    group=lines,
    tags=st.lists(lines, max_size=3).map(tuple),
    tone=st.sampled_from(["", "平常"]),
    tones=tones,
    note=texts,
    theme=lines,
    rev=st.integers(1, 2**53),
    extra=extras,
)
libraries = st.builds(
    TemplateLibrary,
    id=names,
    name=names,
    version=lines,
    publisher=lines,
    released_at=lines,
    notes=texts,
    groups=st.lists(names, max_size=3, unique=True).map(tuple),
    valid_from=days,
    valid_until=days,
    extra=library_extras,
    placeholders=st.lists(placeholders, max_size=3, unique_by=lambda p: p.name).map(tuple),
    templates=st.lists(templates, max_size=3, unique_by=lambda t: t.id).map(tuple),
)


@given(libraries)
@settings(max_examples=60)
def test_a_library_comes_back_as_it_was(library):
    assert read(encode_library(library)) == library


@given(libraries)
@settings(max_examples=30)
def test_the_same_library_gives_the_same_bytes(library):
    content = encode_library(library)
    assert encode_library(read(content)) == content


def test_people_can_read_the_file():
    content = encode_library(PLAIN).decode()
    assert '\n   "title": "问候",\n' in content


def test_defaults_are_not_written():
    written = json.loads(encode_library(PLAIN))["templates"][0]
    assert written == {"id": "1", "title": "问候", "body": "您好"}


def test_a_byte_order_mark_does_not_matter():
    assert read(b"\xef\xbb\xbf" + encode_library(PLAIN)) == PLAIN


def test_line_ends_of_windows_become_line_feeds():
    library = decode(with_template(body="一\r\n二", note="三\r\n"))
    assert (library.templates[0].body, library.templates[0].note) == ("一\n二", "三\n")


def test_characters_that_turn_the_direction_of_text_are_left_out():
    library = decode(
        with_template(title="退\u202e款", body="\u2067先付款\u2069", tags=["\u200f急"])
    )
    (template,) = library.templates
    assert (template.title, template.body, template.tags) == ("退款", "先付款", ("急",))


def test_a_title_of_nothing_but_such_characters_is_refused():
    with pytest.raises(InvalidFileError, match="title"):
        decode(with_template(title="\u202e"))


def test_a_backslash_before_a_line_feed_stays():
    assert decode(with_template(body="\\r\n")).templates[0].body == "\\r\n"


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("library",),
        ("placeholders", 0),
        ("templates", 0),
        ("templates", 0, "tones", 0),
        ("rules",),
    ],
    ids=str,
)
def test_fields_of_others_survive(path):
    placeholder = {"name": "城市", "type": "city", "source": "buyer"}
    content = with_template(tones=[{"tone": "正式", "body": "您好"}])
    content |= {"placeholders": [placeholder], "rules": {}}
    row = reduce(getitem, path, content)
    row["colour"] = {"any": [1, None, "\u202e"]}
    written = json.loads(encode_library(decode(content)))
    assert reduce(getitem, path, written)["colour"] == row["colour"]


def test_a_tone_that_was_removed_takes_its_unknown_fields_along():
    content = with_template(tones=[{"tone": "正式", "body": "您好", "colour": 1}])
    library = decode(content)
    bare = replace(library, templates=(replace(library.templates[0], tones=()),))
    assert b"colour" not in encode_library(bare)


@pytest.mark.parametrize("extra", ['{"title": "别的"}', '{"tones": {"正式": 1}}'])
def test_fields_kept_for_others_never_replace_our_own(extra):
    library = replace(PLAIN, templates=(replace(PLAIN.templates[0], extra=extra),))
    assert json.loads(encode_library(library))["templates"] == [
        {"id": "1", "title": "问候", "body": "您好"}
    ]


@pytest.mark.parametrize("extra", ["[]", "{", "\ud800"])
def test_fields_of_others_that_are_no_json_are_not_written(extra):
    with pytest.raises(InvalidFileError):
        encode_library(replace(PLAIN, extra=extra))


@pytest.mark.parametrize(
    ("library", "where"),
    [
        (replace(PLAIN, name=""), "name"),
        (replace(PLAIN, templates=(ReplyTemplate("1", "问\n候", "您好"),)), "title"),
        (replace(PLAIN, templates=(ReplyTemplate("1", "问候", "\ud800"),)), "body"),
        (replace(PLAIN, templates=PLAIN.templates[:1] * 2), "templates[1].id"),
    ],
)
def test_a_library_that_nobody_could_read_is_not_written(library, where):
    with pytest.raises(InvalidFileError) as refusal:
        encode_library(library)
    assert refusal.value.where == where


def test_a_library_that_makes_too_large_a_file_is_not_written():
    long = tuple(ReplyTemplate(str(n), "长", "话" * 10_000) for n in range(700))
    with pytest.raises(InvalidFileError, match="文件超过 20 MB"):
        encode_library(replace(PLAIN, templates=long))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.csdesk", "找不到这个文件"),
        (".", "这是一个文件夹，不是文件"),
        ("no\0name", "文件名无效"),
    ],
    ids=repr,
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, reason):
    with pytest.raises(UnreadableFileError) as refusal:
        read_library(tmp_path / name)
    assert (refusal.value.file, str(refusal.value.reason)) == (str(tmp_path / name), reason)


@pytest.mark.skipif(os.name == "nt", reason="Windows finds no file where the name is too long")
def test_a_failure_of_the_system_is_passed_on(tmp_path):
    with pytest.raises(UnreadableFileError) as refusal:
        read_library(tmp_path / ("long" * 100))
    assert str(refusal.value.reason) == "读不出这个文件：File name too long"


def test_a_huge_file_does_not_fill_the_memory(tmp_path):
    huge = tmp_path / "huge.csdesk"
    with huge.open("wb") as file:
        file.truncate(10 * MAX_FILE_BYTES)
    tracemalloc.start()
    try:
        with pytest.raises(InvalidFileError, match="文件超过 20 MB"):
            read_library(huge)
        assert tracemalloc.get_traced_memory()[1] < 3 * MAX_FILE_BYTES
    finally:
        tracemalloc.stop()
