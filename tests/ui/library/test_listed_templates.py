"""Which replies a group and a filter show, and how they are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.ui.library.listed_templates import ListedTemplates

A = ReplyTemplate("a", "问候", "亲，在的", code="NH", group="售前")
B = ReplyTemplate("b", "退货", "请申请售后", code="th", group="售后/退货")
C = ReplyTemplate("c", "杂项", "好的", code="nh")
LIBRARY = TemplateLibrary("l", "库", (A, B, C))


def shown(listed, *args):
    return [row.template.id for row in listed.rows(*args)]


@pytest.mark.parametrize(
    ("group", "sought", "ids"),
    [
        (None, "", ["a", "b", "c"]),
        ("售后", "", ["b"]),
        ("", "", ["c"]),
        (None, "nh", ["a", "c"]),
        (None, "申请", ["b"]),
        ("售前", "申请", []),
        (None, "  退货 ", ["b"]),
    ],
)
def test_group_and_filter_choose_rows(group, sought, ids):
    assert shown(ListedTemplates(LIBRARY, {}), group, sought) == ids


def test_codes_that_differ_only_in_case_clash():
    clashes = [row.clashes for row in ListedTemplates(LIBRARY, {}).rows()]
    assert clashes == [True, False, True]


def test_the_other_holder_of_a_code_is_named():
    listed = ListedTemplates(LIBRARY, {})
    assert listed.with_code("Nh", "a") == C
    assert listed.with_code("th", "b") is None
    assert listed.with_code("", "b") is None


def test_a_new_reply_that_only_a_draft_holds_is_listed():
    fresh = ReplyTemplate("n", "新的", "", group="售前")
    listed = ListedTemplates(LIBRARY, {"n": fresh, "b": replace(B, title="改")})
    assert shown(listed, "售前") == ["a", "n"]
    assert [row.unsaved for row in listed.rows()] == [False, True, False, True]
