"""The headings of a library: listed as a tree, added, renamed, moved and deleted."""

from __future__ import annotations

import pytest

from cs_desk.domain.library.groups import (
    group_paths,
    normal_group,
    with_group,
    with_renamed_group,
    without_group,
)
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


def library_of(*groups, headings=()):
    templates = tuple(ReplyTemplate(str(n), "题", "文", group=g) for n, g in enumerate(groups))
    return TemplateLibrary("lib", "库", templates, groups=headings)


LIBRARY = library_of("售前", "售后/退货/质量", "售后换货", "售后/退货", headings=("物流", "售后"))


def groups(library):
    return [t.group for t in library.templates]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("售后", "售后"), (" 售后 // 退货 /", "售后/退货"), (" / ", ""), ("", "")],
)
def test_blank_parts_of_a_path_are_dropped(path, expected):
    assert normal_group(path) == expected


def test_headings_come_in_the_supervisors_order_with_those_above_them():
    expected = ("物流", "售后", "售前", "售后/退货", "售后/退货/质量", "售后换货")
    assert group_paths(LIBRARY) == expected
    assert group_paths(library_of("", "甲/乙")) == ("甲", "甲/乙")


def test_a_new_heading_comes_last_and_moves_no_other():
    added = with_group(LIBRARY, "赠品/规则")
    assert group_paths(added) == (*group_paths(LIBRARY), "赠品", "赠品/规则")


@pytest.mark.parametrize("path", ["售后/退货", "物流", "  "])
def test_a_heading_that_is_there_is_not_added_again(path):
    assert with_group(LIBRARY, path) is LIBRARY


def test_all_below_a_renamed_heading_follows_and_others_do_not():
    renamed = with_renamed_group(LIBRARY, "售后", "售后服务")
    assert groups(renamed) == ["售前", "售后服务/退货/质量", "售后换货", "售后服务/退货"]
    assert renamed.groups[:3] == ("物流", "售后服务", "售前")


def test_a_heading_moves_below_another():
    moved = with_renamed_group(LIBRARY, "售后/退货", "物流/退货")
    assert groups(moved) == ["售前", "物流/退货/质量", "售后换货", "物流/退货"]
    assert "售后" in group_paths(moved)


def test_headings_of_one_name_become_one():
    merged = with_renamed_group(LIBRARY, "售后换货", "售后")
    assert groups(merged)[2] == "售后"
    assert len(set(merged.groups)) == len(merged.groups)


def test_a_deleted_heading_takes_all_below_it_and_leaves_the_one_above():
    left = without_group(LIBRARY, "售后/退货")
    assert groups(left) == ["售前", "售后换货"]
    assert set(group_paths(left)) == {"物流", "售后", "售前", "售后换货"}


def test_a_deleted_top_heading_is_gone():
    left = without_group(LIBRARY, "售后")
    assert set(group_paths(left)) == {"物流", "售前", "售后换货"}
