"""What the library's documents hold since libraries have groups, a validity and unknown fields."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from cs_desk.domain.china import CHINA
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary
from cs_desk.storage.stores import TinyLibraryStore
from tests.fakes import FixedClock

CLOCK = FixedClock(datetime(2026, 11, 22, 9, tzinfo=CHINA))
FIRST_FORMAT = Path(__file__).parents[1] / "data" / "desk-v1.db"
PLAIN = TemplateLibrary("lib", "库", (ReplyTemplate("t", "题", "文"),), (Placeholder("甲"),))


def store_of(database):
    return TinyLibraryStore(database, "小林", CLOCK)


@pytest.mark.parametrize(
    "library",
    [
        replace(PLAIN, groups=("售后", "售后/退货")),
        replace(PLAIN, valid_from="2026-12-01", valid_until="2026-12-31"),
        replace(PLAIN, extra='{"document":{"a":1}}'),
        replace(PLAIN, templates=(ReplyTemplate("t", "题", "文", extra='{"x":[1]}'),)),
        replace(PLAIN, placeholders=(Placeholder("甲", extra='{"y":null}'),)),
    ],
)
def test_it_comes_back_as_it_was_and_can_be_taken_away(opened, library):
    store = store_of(opened())
    store.replace(library)
    assert store_of(opened()).load() == library
    store.replace(PLAIN)
    left = store_of(opened()).load()
    assert replace(left, templates=PLAIN.templates) == PLAIN
    assert left.templates[0].extra == ""


def test_what_a_library_has_not_got_is_not_written(opened):
    store_of(opened()).replace(PLAIN)
    documents = [opened().table(name).all()[0] for name in ("library", "template", "placeholder")]
    new = {"groups", "valid_from", "valid_until", "extra"}
    assert not any(new & document["value"].keys() for document in documents)


def test_loading_an_old_store_and_storing_it_again_writes_nothing(opened, path):
    path.parent.mkdir()
    shutil.copyfile(FIRST_FORMAT, path)
    store, other = store_of(opened()), opened()
    library = store.load()
    assert (len(library.templates) > 0, library.groups, library.extra) == (True, (), "")
    before = other.rows()
    other.refresh()
    store.replace(library)
    assert (other.refresh(), other.rows()) == (False, before)
