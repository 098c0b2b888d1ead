"""When an index is made, kept, used and left; and that nothing outdated is found meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cs_desk.app.reply_search import ReplySearch, SearchMeans
from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.domain.errors import StoreFailedError
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.template import ReplyTemplate
from cs_desk.domain.usage import Usage
from tests.fake_archives import HeldMaker, InMemoryArchives

TABLE = Path(__file__).parents[2] / "resources" / "pinyin" / "readings.txt"
ALL = Shelf(ShelfKind.ALL)
USED = Usage().used(datetime(2026, 11, 22, tzinfo=UTC))
FAVOURITE = Usage(favourite=True)
# From one on an index is kept; beyond the other it is made elsewhere.
KEPT, MADE_HERE = 300, 1000
LARGE = 1300


def library(count):
    """Every reply is found by 话术; by its number only itself."""
    return tuple(ReplyTemplate(f"t{n}", f"话术{n:04}号", "好") for n in range(count))


def renamed(templates, *numbers):
    """Return the library with some titles changed to 新题."""
    changed = {f"t{n}" for n in numbers}
    return tuple(
        replace(each, title=each.title.replace("话术", "新题")) if each.id in changed else each
        for each in templates
    )


@pytest.fixture(scope="session")
def table():
    return Readings.from_bytes(TABLE.read_bytes())


class Run:
    """One run of the program over what is kept."""

    def __init__(self, table, templates, usage=None, archives=None, maker=None):
        self.indexed = 0
        self.ready = 0
        self.archives = archives or InMemoryArchives()
        self.maker = maker
        self._table = table
        self.search = ReplySearch(
            templates, usage or {}, SearchMeans(self._readings, self.archives, maker)
        )
        self.search.tell_when_ready(self._on_ready, self._on_left_to_us)

    def _readings(self):
        self.indexed += 1
        return self._table

    def _on_ready(self):
        self.ready += 1

    def _on_left_to_us(self):
        self.stretches = 1
        while not self.search.make_on(lambda: False):
            self.stretches += 1

    def found(self, query, shelf=ALL, **options):
        """Return the ids that answer; None while there is no index."""
        run = self.search.begin(query, shelf, **{"typos": False, **options})
        return None if run is None else [hit.template.id for hit in run.finish()]

    def titles(self, query):
        return [hit.template.title for hit in self.search.begin(query, ALL, typos=False).finish()]


@pytest.fixture
def run(table):
    """Return a function that starts a run over so many replies, or over these."""

    def start(templates, **given):
        made = library(templates) if isinstance(templates, int) else templates
        return Run(table, made, **given)

    return start


@pytest.fixture
def large(run):
    """A run over a library whose index is made elsewhere."""
    return run(LARGE, maker=HeldMaker())


def make_elsewhere(table, archives, templates, usage=None):
    """Return what another process does: it indexes ``templates`` and keeps that."""
    return Run(table, templates, usage, archives).search.renew


# -- when it is made -------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "  ", "\u3000"])
@pytest.mark.parametrize(
    "shelf", [ALL, Shelf(ShelfKind.RECENT), Shelf(ShelfKind.FAVOURITES), Shelf(ShelfKind.GROUP)]
)
def test_browsing_needs_no_index(large, query, shelf):
    assert large.found(query, shelf) is not None
    assert (large.indexed, large.archives.loads, large.maker.asked) == (0, 0, 0)


@pytest.mark.parametrize("first", ["a query", "make_ready"])
def test_the_index_is_made_once(run, first):
    small = run(3)
    small.found("话术") if first == "a query" else small.search.make_ready()
    assert small.found("0002") == ["t2"]
    small.search.make_ready()
    assert (small.indexed, small.archives.loads) == (1, 1)


@pytest.mark.parametrize(("count", "saves"), [(1, 0), (KEPT - 1, 0), (KEPT, 1)])
def test_an_index_is_kept_where_loading_it_is_quicker(run, count, saves):
    made = run(count)
    made.search.make_ready()
    assert made.archives.saves == saves


def test_a_kept_index_is_used_and_not_made_anew(run):
    archives = run(KEPT)
    archives.search.make_ready()
    again = run(KEPT, archives=archives.archives)
    assert again.found("0123") == ["t123"]
    assert again.archives.saves == 1


def test_a_kept_index_of_another_library_is_not_used(run):
    first = run(KEPT)
    first.search.make_ready()
    changed = run(renamed(library(KEPT), 7), archives=first.archives)
    assert changed.titles("0007") == ["新题0007号"]
    assert changed.archives.saves == 2


@pytest.mark.parametrize("columns", [{}, {"order": b"123"}], ids=["none", "a broken one"])
@pytest.mark.parametrize("count", [3, KEPT, LARGE])
def test_unfit_columns_are_as_good_as_none(run, columns, count):
    archives = InMemoryArchives()
    archives.save(library(count), columns)
    made = run(count, archives=archives, maker=HeldMaker())
    if made.found("0002") is None:
        made.maker.end()
    assert made.found("0002") == ["t2"]


def test_trouble_in_keeping_it_is_no_trouble_in_finding(run):
    made = run(KEPT)
    made.archives.broken = True
    assert made.found("0123") == ["t123"]


def test_who_asks_for_a_kept_index_is_told_of_trouble_and_has_it_nevertheless(run):
    made = run(3)
    made.archives.broken = True
    with pytest.raises(StoreFailedError):
        made.search.renew()
    assert (made.found("0002"), made.indexed) == (["t2"], 1)


def test_a_small_index_is_kept_by_who_asks_for_it(run):
    made = run(3)
    made.search.renew()
    assert made.archives.saves == 1


# -- made elsewhere --------------------------------------------------------------------------


def test_a_large_library_is_indexed_elsewhere_and_there_is_no_answer_until_then(large, table):
    assert large.found("0002") is None
    assert large.found("0003") is None
    large.search.make_ready()
    assert (large.maker.asked, large.ready, large.indexed) == (1, 0, 0)
    large.maker.end(make_elsewhere(table, large.archives, library(LARGE)))
    assert (large.found("0002"), large.ready, large.indexed) == (["t2"], 1, 1)
    assert large.archives.saves == 1


def test_a_library_of_a_thousand_is_not_worth_a_process(run):
    made = run(MADE_HERE, maker=HeldMaker())
    assert made.found("0002") == ["t2"]
    assert made.maker.asked == 0


def test_every_large_change_is_indexed_elsewhere_in_its_turn(large, table):
    for after in (library(LARGE), renamed(library(LARGE), *range(500)), library(LARGE)[::-1]):
        large.search.take(after)
        large.search.make_ready()
        large.maker.end(make_elsewhere(table, large.archives, after))
    assert (large.maker.asked, large.ready, large.found("1299")) == (3, 3, ["t1299"])


def test_what_could_not_be_made_elsewhere_is_made_here_and_kept(large):
    large.found("0002")
    large.maker.end()
    assert (large.found("0002"), large.ready) == (["t2"], 1)
    assert (large.maker.asked, large.archives.saves) == (1, 1)
    assert large.stretches > 50


def test_a_library_that_changes_while_it_is_made_here_is_made_anew(large):
    large.found("0002")
    large.search.tell_when_ready(large._on_ready)
    large.maker.end()
    assert large.search.make_on(lambda: False) is False
    large.search.take(renamed(library(LARGE), 2))
    assert large.search.make_on(lambda: True) is True
    assert (large.titles("0002"), large.ready) == (["新题0002号"], 1)


def test_a_library_that_changed_meanwhile_is_indexed_elsewhere_again(large, table):
    large.found("0002")
    changed = renamed(library(LARGE), 2)
    large.search.take(changed)
    large.maker.end(make_elsewhere(table, large.archives, library(LARGE)))
    assert large.found("0002") is None
    assert (large.maker.asked, large.ready, large.indexed) == (2, 0, 0)
    large.maker.end(make_elsewhere(table, large.archives, changed))
    assert (large.titles("0002"), large.ready) == (["新题0002号"], 1)


def test_the_making_may_have_read_the_change_already(large, table):
    large.found("0002")
    changed = renamed(library(LARGE), 2)
    large.search.take(changed)
    large.maker.end(make_elsewhere(table, large.archives, changed))
    assert (large.titles("0002"), large.maker.asked) == (["新题0002号"], 1)


def test_a_library_stored_again_as_it_was_is_no_reason_to_begin_again(large):
    large.found("0002")
    large.search.take(library(LARGE))
    large.maker.end()
    assert (large.found("0002"), large.maker.asked) == (["t2"], 1)


def test_a_library_that_became_small_meanwhile_is_indexed_here(large):
    large.found("0002")
    large.search.take(library(4))
    large.maker.end()
    assert (large.found("0002"), large.found("0005")) == (["t2"], [])
    assert (large.maker.asked, large.ready) == (1, 1)


# -- changes ---------------------------------------------------------------------------------


@pytest.fixture
def ready(large, table):
    """A large library with an index."""
    make_elsewhere(table, large.archives, library(LARGE))()
    large.search.make_ready()
    return large


def test_before_there_is_an_index_the_library_is_only_taken(run):
    made = run(3)
    made.search.take(renamed(library(4), 1))
    assert made.indexed == 0
    assert (made.titles("0001"), made.found("0003")) == (["新题0001号"], ["t3"])


def test_a_few_changes_are_indexed_in_place(ready):
    before = library(LARGE)
    new = ReplyTemplate("new", "全新", "好")
    ready.search.take((*renamed(before[1:], 4), new))
    assert ready.found("0000") == []
    assert ready.found("全新") == ["new"]
    assert ready.titles("新题") == ["新题0004号"]
    assert (ready.indexed, ready.maker.asked) == (1, 0)


CHANGES = {
    "many edits": lambda before: renamed(before, *range(150)),
    "another order": lambda before: before[::-1],
    "a new one in the middle": lambda b: (*b[:9], ReplyTemplate("x", "插队", ""), *b[9:]),
    "many gone, many edited": lambda b: renamed(b[200:], *range(200, 350)),
    "all gone, as many new": lambda b: tuple(replace(t, id=f"n{t.id}") for t in b),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_outdated_is_found_while_the_index_is_made_elsewhere(ready, table, change):
    after = change(library(LARGE))
    ready.search.take(after)
    assert (ready.maker.asked, ready.ready) == (1, 0)
    for query in ("话术", "新题", "hs", "插队", "0900"):
        run = ready.search.begin(query, ALL, limit=2 * LARGE)
        assert {hit.template for hit in run.finish()} <= set(after), query
    ready.maker.end(make_elsewhere(table, ready.archives, after))
    assert ready.ready == 1
    found = ready.search.begin("号", ALL, limit=2 * LARGE).finish()
    assert [hit.template for hit in found] == [t for t in after if "号" in t.title]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_without_a_maker_the_index_is_made_anew_at_once(run, change):
    made = run(KEPT)
    made.search.make_ready()
    after = change(library(KEPT))
    made.search.take(after)
    found = made.search.begin("号", ALL, limit=2 * KEPT).finish()
    assert [hit.template for hit in found] == [t for t in after if "号" in t.title]


def test_changes_go_on_while_the_old_index_answers(ready, table):
    first = renamed(library(LARGE), *range(150))
    ready.search.take(first)
    second = renamed(first[1:], 300)
    ready.search.take(second)
    assert (ready.titles("0300"), ready.found("0000")) == (["新题0300号"], [])
    third = (*renamed(second, *range(400, 600)), ReplyTemplate("new", "全新", ""))
    ready.search.take(third)
    assert ready.found("0500") == []
    assert ready.found("1299") == ["t1299"]
    ready.maker.end(make_elsewhere(table, ready.archives, first))
    assert (ready.maker.asked, ready.ready) == (2, 0)
    ready.maker.end(make_elsewhere(table, ready.archives, third))
    assert (ready.found("全新"), ready.ready) == (["new"], 1)
    assert ready.titles("0500") == ["新题0500号"]


def test_many_small_changes_are_one_large_one(ready, table):
    after = library(LARGE)
    for begin in range(0, 150, 50):
        after = renamed(after, *range(begin, begin + 50))
        ready.search.take(after)
    assert (ready.maker.asked, ready.ready) == (1, 0)
    after = renamed(after, 300)
    ready.search.take(after)
    assert ready.titles("0300") == ["新题0300号"]
    ready.maker.end(make_elsewhere(table, ready.archives, after))
    assert ready.titles("0149") == ["新题0149号"]
    ready.search.take(renamed(after, 200))
    assert (ready.maker.asked, ready.titles("0200")) == (1, ["新题0200号"])


# -- use -------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "话术"])
def test_what_was_used_comes_first(run, query):
    made = run(5)
    made.found(query)
    made.search.note_usage({"t3": USED})
    assert made.found(query) == ["t3", "t0", "t1", "t2", "t4"]


@pytest.mark.parametrize("query", ["", "话术"])
@pytest.mark.parametrize("has_index", [False, True])
def test_a_use_that_vanished_with_a_restore_counts_no_more(run, query, has_index):
    made = run(5, usage={"t3": USED, "t4": FAVOURITE})
    if has_index:
        made.search.make_ready()
    made.search.take_usage({"t2": USED})
    assert made.found(query) == ["t2", "t0", "t1", "t3", "t4"]
    assert made.found(query, Shelf(ShelfKind.RECENT)) == ["t2"]
    assert made.found(query, Shelf(ShelfKind.FAVOURITES)) == []
    assert made.search.usage_of("t3") == Usage()


def test_uses_are_ranked_as_they_are_now_whenever_the_index_was_kept(run):
    then = run(KEPT, usage={"t3": USED, "t4": USED})
    then.search.make_ready()
    now = run(KEPT, usage={"t4": USED, "t9": USED}, archives=then.archives)
    assert now.found("话术", limit=4) == ["t4", "t9", "t0", "t1"]
    assert then.found("话术", limit=4) == ["t3", "t4", "t0", "t1"]


def test_a_use_while_the_index_is_made_elsewhere_counts(large, table):
    large.found("话术")
    large.search.note_usage({"t3": USED})
    large.maker.end(make_elsewhere(table, large.archives, library(LARGE)))
    assert large.found("话术", limit=2) == ["t3", "t0"]


@pytest.mark.parametrize(("uses", "asked"), [(300, 0), (301, 1)])
def test_an_index_kept_many_uses_ago_answers_until_there_is_a_better_one(run, table, uses, asked):
    archives = InMemoryArchives()
    make_elsewhere(table, archives, library(LARGE))()
    usage = {f"t{n}": USED for n in range(uses)}
    now = run(LARGE, usage=usage, archives=archives, maker=HeldMaker())
    assert now.found("号", limit=2) == ["t0", "t1"]
    assert now.maker.asked == asked
    if asked:
        now.maker.end(make_elsewhere(table, archives, library(LARGE), usage))
        assert (now.ready, now.found("号", limit=2), now.maker.asked) == (1, ["t0", "t1"], 1)


def test_without_a_maker_an_old_index_is_good_enough(run, table):
    archives = InMemoryArchives()
    make_elsewhere(table, archives, library(LARGE))()
    now = run(LARGE, usage={f"t{n}": USED for n in range(LARGE)}, archives=archives)
    assert (now.found("号", limit=1), now.indexed, archives.saves) == (["t0"], 1, 1)


def test_a_use_of_an_unknown_reply_is_kept_for_when_it_comes(run):
    made = run(3)
    made.search.make_ready()
    made.search.note_usage({"t3": USED})
    assert made.found("话术") == ["t0", "t1", "t2"]
    made.search.take(library(4))
    assert made.found("话术") == ["t3", "t0", "t1", "t2"]
