"""The checklist in use: what a supervisor changes, and what older cases keep."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest

from cs_desk.app.checklists import Checklists
from cs_desk.domain.errors import CaseRefusedError
from cs_desk.domain.returns.checklist_edits import with_new_check, without_check
from tests.fake_cases import BUNDLED, InMemoryChecklistStore


@pytest.fixture
def store():
    return InMemoryChecklistStore()


@pytest.fixture
def checklists(store):
    return Checklists(BUNDLED, store, nullcontext)


def edited(checklist, title="拍下面单"):
    return with_new_check(checklist, 0, 0, title)


def test_at_first_the_bundled_one_is_in_use(checklists):
    assert checklists.current == BUNDLED
    assert not checklists.is_edited


def test_a_change_is_in_use_under_a_version_of_its_own(checklists):
    changed = checklists.change(edited(BUNDLED))
    assert changed.version == "2026.11.0+1"
    assert changed.steps[0].checks[0].title == "拍下面单"
    assert checklists.current == changed
    assert checklists.is_edited


def test_the_next_change_counts_on(checklists):
    once = checklists.change(edited(BUNDLED))
    assert checklists.change(edited(once)).version == "2026.11.0+2"


def test_saving_without_a_change_makes_no_version(checklists):
    once = checklists.change(edited(BUNDLED))
    assert checklists.change(once) == once


def test_a_version_never_means_something_else_after_a_reset(checklists):
    first = checklists.change(edited(BUNDLED, "甲"))
    checklists.reset()
    second = checklists.change(edited(BUNDLED, "乙"))
    assert first.version != second.version
    assert checklists.version(first.version) == first


def test_a_reset_brings_the_bundled_one_back(checklists):
    checklists.change(edited(BUNDLED))
    checklists.reset()
    assert checklists.current == BUNDLED
    assert not checklists.is_edited


def test_what_was_in_use_before_comes_back_under_its_own_version(checklists):
    before = checklists.change(edited(BUNDLED))
    checklists.change(edited(before))
    assert checklists.change(before) == before
    assert checklists.current == before


def test_changing_back_to_the_bundled_one_is_a_reset(checklists):
    checklists.change(edited(BUNDLED))
    checklists.change(BUNDLED)
    assert not checklists.is_edited


def test_a_case_keeps_its_version_when_a_newer_program_bundles_another(checklists, store):
    begun = checklists.begin()
    newer = Checklists(edited(replace(BUNDLED, version="2027.01.0")), store, nullcontext)
    assert newer.version(begun.version) == begun
    assert newer.current.version == "2027.01.0"


def test_a_version_that_nobody_knows_is_none(checklists):
    assert checklists.version("2019.1") is None


def test_the_bundled_one_is_found_by_its_version_before_any_case(checklists):
    assert checklists.version(BUNDLED.version) == BUNDLED


def test_a_file_from_another_desk_gets_a_version_of_this_one(checklists):
    mine = checklists.change(edited(BUNDLED, "我的"))
    theirs = replace(edited(BUNDLED, "他们的"), version=mine.version)
    assert checklists.change(theirs).version == "2026.11.0+2"


@pytest.mark.parametrize(
    ("version", "following"),
    [("2026.11.0+9", "2026.11.0+10"), ("自己的+x", "自己的+1"), ("v" * 60, "v" * 40 + "+1")],
)
def test_any_version_can_be_followed(checklists, version, following):
    assert checklists.change(replace(edited(BUNDLED), version=version)).version == following


def test_a_faulty_one_is_refused_and_changes_nothing(checklists):
    faulty = BUNDLED
    while faulty.steps[3].checks:
        faulty = without_check(faulty, 3, 0)
    with pytest.raises(CaseRefusedError, match="至少要有一个检查项"):
        checklists.change(faulty)
    assert checklists.current == BUNDLED
