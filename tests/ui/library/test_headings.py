"""Headings as a tree, with counts."""

from __future__ import annotations

import pytest

from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.ui.library.headings import (
    Heading,
    free_name,
    headings,
    joined,
    typed_path,
)


def reply(number, group):
    return ReplyTemplate(str(number), f"标题{number}", "内容", group=group)


def test_a_heading_counts_the_replies_below_it():
    templates = (reply(1, "售后/退货"), reply(2, "售后/运费"), reply(3, "售后"), reply(4, ""))
    assert headings(TemplateLibrary("l", "库"), templates) == (
        Heading("售后", 3),
        Heading("售后/退货", 1),
        Heading("售后/运费", 1),
    )


def test_the_supervisors_order_comes_first_and_empty_headings_are_there():
    library = TemplateLibrary("l", "库", groups=("物流", "售后/退货"))
    paths = [heading.path for heading in headings(library, (reply(1, "售前"),))]
    assert paths == ["物流", "售后", "售后/退货", "售前"]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("售后", "售后"),
        (" 售后 / 退货 ", "售后/退货"),
        ("/售后//", "售后"),
        ("售后／退货", "售后/退货"),
        ("", ""),
    ],
)
def test_a_typed_path_is_tidied(typed, path):
    assert typed_path(typed) == path


def test_a_new_name_is_counted_up_until_it_is_free():
    assert free_name("新分组", "", ["售后"]) == "新分组"
    assert free_name("新分组", "售后", ["售后/新分组", "售后/新分组 2"]) == "售后/新分组 3"


def test_a_top_heading_has_no_parent():
    assert Heading("售后", 1).parent == ""
    assert Heading(joined("售后", "退货"), 1).name == "退货"
