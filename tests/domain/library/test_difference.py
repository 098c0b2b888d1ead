from dataclasses import replace

import pytest

from cs_desk.domain.library.difference import (
    LibraryDifference,
    library_difference,
)
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary, ToneVariant

ONE, TWO, THREE = (ReplyTemplate(key, f"标题{key}", f"正文{key}") for key in "123")


def library(*templates):
    return TemplateLibrary("lib", "话术", templates)


def test_what_came_went_and_changed_is_told():
    changed = replace(TWO, body="别的", rev=2)
    found = library_difference(library(ONE, TWO), library(THREE, changed))
    assert found == LibraryDifference((THREE,), ((TWO, changed),), (ONE,))


@pytest.mark.parametrize("after", [library(ONE, TWO), library(TWO, ONE)])
def test_another_order_is_no_difference(after):
    assert not library_difference(library(ONE, TWO), after)


def test_a_count_of_changes_alone_is_no_difference():
    assert not library_difference(library(ONE), library(replace(ONE, rev=9)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "新"),
        ("body", "新"),
        ("code", "x"),
        ("group", "售后"),
        ("tags", ("急",)),
        ("tone", "正式"),
        ("tones", (ToneVariant("正式", "您好"),)),
        ("note", "小心"),
        ("theme", "S1"),
        ("extra", '{"a": 1}'),
    ],
)
def test_every_field_of_a_reply_counts(field, value):
    other = replace(ONE, **{field: value})
    assert library_difference(library(ONE), library(other)).changed == ((ONE, other),)
