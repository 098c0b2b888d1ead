from __future__ import annotations

import pytest

from cs_desk.domain.inclusion import MAX_EXPANDED_LENGTH, MAX_FIELDS, expand
from cs_desk.domain.placeholder_tokens import Field, LiteralText, Unreadable
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


def library(bodies):
    return TemplateLibrary("lib", "库", tuple(ReplyTemplate(b, t, b) for t, b in bodies.items()))


def text_of(body, bodies):
    tokens = expand(body, library(bodies)).tokens
    return "".join(t.name if isinstance(t, Field) else t.text for t in tokens)


def problems(body, bodies):
    return [
        (d.kind.value, d.subject, d.start, d.end) for d in expand(body, library(bodies)).diagnoses
    ]


def test_the_body_of_the_named_template_takes_the_place_of_the_token():
    assert text_of("好{片段:甲}。", {"甲": "来自{城市}"}) == "好来自城市。"


def test_includes_nest_three_levels_deep():
    assert text_of("{片段:1}", {"1": "a{片段:2}", "2": "b{片段:3}", "3": "c"}) == "abc"


def test_the_first_of_two_equal_titles_is_included():
    twice = TemplateLibrary("lib", "库", tuple(ReplyTemplate(b, "甲", b) for b in ("一", "二")))
    assert expand("{片段:甲}", twice).tokens == (LiteralText(0, 1, "一"),)


@pytest.mark.parametrize(
    ("bodies", "kind", "subject"),
    [
        ({}, "include_missing", "1"),
        ({"1": "{片段:2}"}, "include_missing", "2"),
        ({"1": "x{片段:1}"}, "include_cycle", "1"),
        ({"1": "{片段:2}", "2": "{片段:1}!"}, "include_cycle", "1"),
        (
            {"1": "{片段:2}", "2": "{片段:3}", "3": "{片段:4}", "4": "底"},
            "include_too_deep",
            "4",
        ),
        (
            {"1": "{片段:2}", "2": "{片段:3}", "3": "{片段:1}?"},
            "include_cycle",
            "1",
        ),
        ({"1": "长" * MAX_EXPANDED_LENGTH}, "too_long", "1"),
        ({"1": "{日期+x}"}, "bad_offset", "1"),
    ],
)
def test_an_include_that_cannot_be_resolved_stays_and_is_diagnosed(bodies, kind, subject):
    body = "好{片段:1}。"
    assert text_of(body, bodies) == body
    assert problems(body, bodies) == [(kind, subject, 1, 7)]


def test_a_template_that_includes_itself_stays_exactly_as_written():
    body = "好{片段:自己}"
    assert text_of(body, {"自己": body}) == body
    assert problems(body, {"自己": body}) == [("include_cycle", "自己", 1, 8)]


def test_one_bad_include_does_not_spoil_the_others():
    tokens = expand("{片段:无}{片段:甲}", library({"甲": "好"})).tokens
    assert tokens == (Unreadable(0, 6, "{片段:无}"), LiteralText(0, 1, "好"))


@pytest.mark.parametrize("wide", [10, 100, 1_000])
def test_nested_includes_cannot_multiply_without_end(wide):
    bodies = {"1": "{片段:2}" * wide, "2": "{片段:3}" * wide, "3": "{城市}" * wide}
    tokens = expand("{片段:1}" * wide, library(bodies)).tokens
    assert len(tokens) <= MAX_EXPANDED_LENGTH


def test_empty_templates_cannot_be_included_without_end():
    bodies = {"1": "{片段:2}" * 1_000, "2": ""}
    assert expand("{片段:1}" * 1_000, library(bodies)).tokens[-1].text == "{片段:1}"


def fields_of(numbers):
    return "".join(f"{{项{number}}}" for number in numbers)


def test_as_many_names_as_a_window_can_show_are_fields():
    body = fields_of(range(MAX_FIELDS)) * 2
    assert len(expand(body, library({})).tokens) == 2 * MAX_FIELDS
    assert problems(body, {}) == []


def test_a_name_too_many_is_no_field_wherever_it_comes_from():
    body, bodies = fields_of(range(MAX_FIELDS)) + "{片段:甲}{项0}", {"甲": "{多一}{多二}"}
    *fields, one, two, again = expand(body, library(bodies)).tokens
    assert (one.text, two.text) == ("{多一}", "{多二}")
    assert isinstance(one, Unreadable)
    assert {type(token) for token in (*fields, again)} == {Field}
    assert problems(body, bodies) == [("too_many_fields", "多一", 0, len(body))]


def test_what_turns_the_text_of_an_included_body_keeps_it_out():
    assert text_of("好{片段:甲}", {"甲": "a\u202eb"}) == "好{片段:甲}"
    assert problems("好{片段:甲}", {"甲": "a\u202eb"}) == [("hidden_characters", "甲", 1, 7)]
