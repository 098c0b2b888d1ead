"""Editions in the desk's database: kept as they were, and thinned out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cs_desk.domain.china import CHINA
from cs_desk.domain.library.edition import Edition, EditionHead, EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
    ToneVariant,
)
from cs_desk.storage.edition_store import MOST_OF_A_KIND, MOST_OTHERS, MOST_RELEASES
from cs_desk.storage.library_stores import library_stores
from tests.fakes import FixedClock

BEGIN = datetime(2026, 11, 22, 9, tzinfo=CHINA)
LIBRARY = TemplateLibrary(
    id="lib",
    name="我们的话术",
    templates=(
        ReplyTemplate(
            id="t1",
            title="催发货",
            body="亲，{订单号} 今天发出😀\n\u2028请放心",
            code="cfh",
            tags=("物流",),
            tones=(ToneVariant("正式", "您好"),),
            rev=7,
            extra='{"x":1}',
        ),
    ),
    placeholders=(Placeholder("订单号", PlaceholderType.ORDER_NO, choices=("甲",)),),
    groups=("售前", "售后/退货"),
    valid_until="2026-12-31",
    extra='{"document":{"a":1}}',
)


def head(minute, origin=EditionOrigin.IMPORTED, **others):
    values = {"format": FileFormat.CSDESK, "library_id": "lib", **others}
    return EditionHead(f"e{minute}", BEGIN + timedelta(minutes=minute), origin, **values)


def keep(store, *heads):
    for each in heads:
        store.keep(Edition(each, LIBRARY))


def ids(store):
    return [each.id for each in store.heads()]


@pytest.fixture
def store(opened):
    return library_stores(opened(), "小林", FixedClock(BEGIN)).editions


@pytest.fixture
def other(opened):
    return library_stores(opened(), "阿宽", FixedClock(BEGIN)).editions


def test_an_edition_comes_back_as_it_was(store, other):
    told = head(
        1,
        EditionOrigin.RELEASED,
        number=3,
        version="3",
        publisher="店长",
        released_at="2026-11-22",
        notes="双十二",
        sha256="ab" * 32,
        author="小林",
        templates=1,
    )
    keep(store, told)
    assert other.heads() == (told,)
    assert other.load("e1") == LIBRARY


def test_an_edition_that_is_not_there_is_none(store):
    assert store.load("e1") is None
    assert store.heads() == ()


def test_the_newest_comes_first_and_of_two_at_once_the_last_kept(store):
    at_once = replace(head(2), id="twin")
    keep(store, head(2), head(1), at_once, head(3))
    assert ids(store) == ["e3", "twin", "e2", "e1"]


def test_the_newest_of_a_kind_are_kept(store, other):
    keep(store, *(head(number) for number in range(MOST_OF_A_KIND + 2)))
    assert ids(other) == ["e6", "e5", "e4", "e3", "e2"]
    assert other.load("e1") is None


@pytest.mark.parametrize(
    "different",
    [{"origin": EditionOrigin.EXPORTED}, {"library_id": "x"}, {"format": FileFormat.CSV}],
)
def test_each_kind_is_thinned_for_itself(store, different):
    keep(store, head(0), *(head(n, **different) for n in range(1, MOST_OF_A_KIND + 1)))
    assert "e0" in ids(store)


def test_the_newest_releases_are_kept(store):
    releases = [head(n, EditionOrigin.RELEASED) for n in range(MOST_RELEASES + 1)]
    keep(store, *releases)
    assert ids(store) == [each.id for each in reversed(releases[1:])]


def test_many_libraries_without_an_identity_do_not_pile_up(store):
    keep(store, *(head(n, library_id=f"file {n}") for n in range(MOST_OTHERS + 3)))
    assert len(ids(store)) == MOST_OTHERS


def test_the_only_starter_library_always_stays(store):
    others = (head(n, library_id=f"file {n}") for n in range(1, MOST_OTHERS + 3))
    keep(store, head(0, EditionOrigin.STARTER), *others)
    assert ids(store)[-1] == "e0"


def test_a_content_that_cannot_be_read_is_reported_and_the_others_stay(opened, store):
    keep(store, head(1), head(2))
    database = opened()
    damaged = database.table("edition").all()[0]["value"] | {"content": "@@@"}
    database.table("edition").update({"value": damaged}, doc_ids=[1])
    mine = library_stores(database, "小林", FixedClock(BEGIN)).editions
    assert (mine.load("e1"), mine.load("e2")) == (None, LIBRARY)
    assert [(row.table, row.doc_id) for row in database.damaged_rows] == [("edition", 1)]
    assert ids(mine) == ["e2"]


def test_an_edition_that_is_let_go_of_can_be_kept_again(store):
    keep(store, head(0), head(1))
    for each in ("e0", "e0", "no such"):
        store.let_go(each)
    assert (ids(store), store.load("e0")) == (["e1"], None)
    keep(store, head(0))
    assert (ids(store), store.load("e0")) == (["e1", "e0"], LIBRARY)
