from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cs_desk.app.reply_search import RECENT_LIMIT
from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.domain.errors import StoreFailedError
from cs_desk.domain.template import ReplyTemplate
from tests.app.conftest import LIBRARY, Bench

ALL = Shelf(ShelfKind.ALL)
RECENT = Shelf(ShelfKind.RECENT)
FAVOURITES = Shelf(ShelfKind.FAVOURITES)


def found(bench, query, shelf, **options):
    return [hit.template.id for hit in bench.desk.search(query, shelf, **options)]


@pytest.mark.parametrize(
    ("query", "shelf", "ids"),
    [
        ("", ALL, ["hi", "from", "eta", "back", "courier"]),
        ("fahuodi", ALL, ["from"]),
        ("", Shelf(ShelfKind.GROUP, "物流"), ["from", "eta"]),
        ("发货", Shelf(ShelfKind.GROUP, "物流/时效"), ["eta"]),
        ("", Shelf(ShelfKind.GROUP, "没有"), []),
        ("", RECENT, []),
        ("", FAVOURITES, []),
    ],
)
def test_a_shelf_holds_its_part_of_the_library(bench, query, shelf, ids):
    assert found(bench, query, shelf) == ids


def test_a_limit_counts_hits_of_the_shelf_alone(bench):
    bench.desk.set_favourite(bench.template("courier"), favourite=True)
    assert found(bench, "", FAVOURITES, limit=1) == ["courier"]


def test_the_last_copied_is_the_most_recent(bench):
    for key in ("hi", "courier", "hi"):
        bench.copy(key)
        bench.clock.advance(timedelta(minutes=1))
    assert found(bench, "", RECENT) == ["hi", "courier"]
    assert found(bench, "kuaidi", RECENT) == ["courier"]
    assert found(bench, "", RECENT, limit=1) == ["hi"]


def test_recent_replies_end_somewhere():
    many = tuple(ReplyTemplate(f"t{n}", f"话术{n}", "好") for n in range(RECENT_LIMIT + 1))
    bench = Bench(library=replace(LIBRARY, templates=many))
    for template in many:
        bench.copy(template.id)
        bench.clock.advance(timedelta(minutes=1))
    recent = found(bench, "", RECENT)
    assert len(recent) == RECENT_LIMIT
    assert recent[0] == many[-1].id


def test_favourites_come_and_go_and_outlive_the_program(bench):
    bench.desk.set_favourite(bench.template("eta"), favourite=True)
    bench.reopen()
    assert found(bench, "", FAVOURITES) == ["eta"]
    assert found(bench, "进店", FAVOURITES) == []
    bench.desk.set_favourite(bench.template("eta"), favourite=False)
    assert found(bench, "", FAVOURITES) == []


def test_a_copied_reply_comes_first_among_equals_also_after_a_restart(bench):
    bench.copy("courier")
    assert found(bench, "", ALL)[0] == "courier"
    bench.reopen()
    assert found(bench, "", ALL)[0] == "courier"


def test_a_use_in_another_process_counts_once_it_is_taken_in(bench):
    bench.usage.save("courier", bench.desk.usage_of(bench.template("eta")).used(bench.clock.now()))
    assert found(bench, "", ALL)[0] == "hi"
    bench.desk.refresh_usage()
    assert found(bench, "", ALL)[0] == "courier"
    assert found(bench, "", RECENT) == ["courier"]


def test_a_favourite_that_cannot_be_stored_is_none(bench):
    bench.usage.broken = True
    with pytest.raises(StoreFailedError):
        bench.desk.set_favourite(bench.template("eta"), favourite=True)
    assert found(bench, "", FAVOURITES) == []
