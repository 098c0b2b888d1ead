"""A change taken back: what it changed goes back, what others changed since stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.library.reverting import reverted, same_content
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

A, B, C, D = (ReplyTemplate(name, f"标题{name}", f"正文{name}") for name in "abcd")
BEFORE = TemplateLibrary("lib", "库", (A, B, C), (Placeholder("甲"),), groups=("售前", "售后"))
EDITED = replace(B, title="新标题", rev=2)


def library(*templates, **others):
    return replace(BEFORE, templates=templates, **others)


@pytest.mark.parametrize(
    ("after", "current", "expected"),
    [
        pytest.param((A, EDITED, C), (A, EDITED, C), (A, B, C), id="a change"),
        pytest.param(
            (A, EDITED, C),
            (A, replace(EDITED, body="别人", rev=3), C),
            (A, replace(B, body="别人", rev=3), C),
            id="their other field of the same reply stays",
        ),
        pytest.param(
            (A, EDITED, C),
            (A, replace(EDITED, title="别人", rev=3), C),
            (A, replace(EDITED, title="别人", rev=3), C),
            id="their change of the same field stays",
        ),
        pytest.param((A, EDITED, C), (A, C, D), (A, C, D), id="what they deleted stays away"),
        pytest.param((A, C), (A, C), (A, B, C), id="a deletion"),
        pytest.param((A, C), (D, A, C), (D, A, B, C), id="a deletion, with theirs beside it"),
        pytest.param((A, C), (C, A), (C, A, B), id="a deletion, where they moved"),
        pytest.param((A, C), (A, EDITED, C), (A, EDITED, C), id="what they restored stays"),
        pytest.param((A, B, C, D), (A, B, C, D), (A, B, C), id="an addition"),
        pytest.param(
            (A, B, C, D),
            (A, B, C, replace(D, note="别人")),
            (A, B, C, replace(D, note="别人")),
            id="an addition that they worked on stays",
        ),
        pytest.param((C, A, B), (C, A, B), (A, B, C), id="a move"),
        pytest.param((C, A, B), (C, D, A), (A, C, D), id="a move, with theirs between"),
        pytest.param((C,), (C,), (A, B, C), id="everything before one"),
    ],
)
def test_replies_go_back(after, current, expected):
    found = reverted(library(*current), BEFORE, library(*after)).templates
    assert [replace(t, rev=0) for t in found] == [replace(t, rev=0) for t in expected]


@pytest.mark.parametrize(
    ("after", "current", "expected"),
    [
        ({"version": "2"}, {"version": "2"}, {"version": ""}),
        ({"version": "2"}, {"version": "3"}, {"version": "3"}),
        ({"version": "2"}, {"version": "2", "notes": "别人"}, {"version": "", "notes": "别人"}),
        ({"groups": ("售前", "新")}, {"groups": ("售前", "新")}, {"groups": ("售前", "售后")}),
        (
            {"groups": ("售前", "新", "售后")},
            {"groups": ("售前", "新", "售后", "别人")},
            {"groups": ("售前", "售后", "别人")},
        ),
        (
            {"placeholders": (Placeholder("乙"),)},
            {"placeholders": (Placeholder("乙"), Placeholder("别人"))},
            {"placeholders": (Placeholder("甲"), Placeholder("别人"))},
        ),
        (
            {"placeholders": (Placeholder("甲", hint="改"),)},
            {"placeholders": (Placeholder("甲", hint="改", default="别人"),)},
            {"placeholders": (Placeholder("甲", default="别人"),)},
        ),
    ],
)
def test_the_rest_of_the_library_goes_back(after, current, expected):
    found = reverted(replace(BEFORE, **current), BEFORE, replace(BEFORE, **after))
    assert found == replace(BEFORE, **expected)


_templates = st.lists(
    st.builds(replace, st.sampled_from([A, B, C, D]), body=st.sampled_from(["甲", "乙"])),
    unique_by=lambda t: t.id,
    max_size=4,
).map(tuple)
_groups = st.lists(st.sampled_from(["甲", "乙", "丙"]), unique=True).map(tuple)
_libraries = st.builds(library, groups=_groups).flatmap(
    lambda empty: st.builds(replace, st.just(empty), templates=_templates)
)


@settings(max_examples=60)
@given(_libraries, _libraries)
def test_where_nobody_else_was_everything_is_as_before(before, after):
    assert reverted(after, before, after) == before


@settings(max_examples=60)
@given(_libraries, _libraries, _libraries)
def test_no_reply_of_others_is_lost_and_none_is_twice(before, after, current):
    found = [t.id for t in reverted(current, before, after).templates]
    theirs = {t.id for t in current.templates} - {t.id for t in after.templates}
    assert theirs <= set(found)
    assert len(set(found)) == len(found)


def test_replies_say_the_same_whatever_their_revisions():
    assert same_content(A, replace(A, rev=9))
    assert not same_content(A, replace(A, note="改"))
    assert not same_content(A, None)
