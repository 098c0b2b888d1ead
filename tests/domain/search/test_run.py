"""A search under way can be left often, and goes on where it was."""

from __future__ import annotations

import random
import sys

import pytest

from cs_desk.domain.search.hits import Hit, MatchKind
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.search.run import SearchRun
from cs_desk.domain.template import ReplyTemplate

PHRASES = """退货 退款 运费 发货 物流 快递 质量 问题 尺码 颜色 商品 亲 您好 请问 麻烦 申请 售后 订单
地址 时间 已经 可以 我们 为您 处理 一下 的 了 哦 呢 ~ ， 。 www 123 XL"""
WORDS = PHRASES.split()
COUNT = 3000
# A call takes some 100 ns. Typing mistakes are cut to pieces a word at a stretch.
MOST_CALLS, MOST_CALLS_FOR_TYPOS = 15_000, 25_000
NASTY = [
    "wwww",
    "d s",
    "~~",
    "th yf",
    "t h y f w l",
    "的",
    "亲 的 了",
    "，",
    "d",
    "shi shi",
    "yunfeituihuoo",
    "shangpingzhil",
    "tuihou yunfie shangpni zhilaing",
    "请问一下我的衣服已经退货了为什么运费还没有退款呢",
    "衣服颜色跟图片不一样能退吗",
]


def hit(number):
    return Hit(ReplyTemplate(str(number), "", ""), MatchKind.LITERAL, 1.0)


def stream(*found, taken):
    """Yield a hit for a number and a breath for None; note what was taken."""
    for each in found:
        taken.append(each)
        yield None if each is None else hit(each)


def ids(hits):
    return [each.template.id for each in hits]


def stop():
    return False


def go_on():
    return True


# -- advancing -------------------------------------------------------------------------------


def test_it_stops_at_a_breath_when_told_and_goes_on_where_it_was():
    taken = []
    run = SearchRun(stream(1, None, 2, 3, None, None, 4, taken=taken), 9)
    seen = []
    while not run.advance(stop):
        seen.append((ids(run.hits), len(taken), run.finished))
    assert seen == [
        (["1"], 2, False),
        (["1", "2", "3"], 5, False),
        (["1", "2", "3"], 6, False),
    ]
    assert (ids(run.hits), run.finished) == (["1", "2", "3", "4"], True)


def test_it_asks_at_every_breath_and_never_before_the_first_step():
    asked = []
    run = SearchRun(stream(1, None, None, 2, taken=(taken := [])), 9)
    assert run.advance(lambda: asked.append(len(taken)) or True)
    assert asked[:2] == [2, 3]


def test_it_ends_at_its_limit_and_looks_no_further():
    taken = []
    run = SearchRun(stream(1, None, 2, 3, 4, taken=taken), 2)
    assert ids(run.finish()) == ["1", "2"]
    assert taken == [1, None, 2]
    assert run.advance(go_on)
    assert taken == [1, None, 2]


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_of_none_is_reached_before_the_first_step(limit):
    taken = []
    run = SearchRun(stream(1, taken=taken), limit)
    assert (run.finished, run.advance(go_on), run.finish(), taken) == (True, True, [], [])


def test_a_run_without_hits_ends():
    run = SearchRun(stream(None, taken=[]), 3)
    assert not run.advance(stop)
    assert run.advance(stop)
    assert run.hits == []


def test_finishing_twice_is_finishing_once():
    run = SearchRun(stream(1, taken=[]), 3)
    assert run.finish() is run.finish()
    assert ids(run.hits) == ["1"]


# -- in a library ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def index(readings):
    chance = random.Random(20261122)
    templates = [
        ReplyTemplate(
            f"t{n}",
            "".join(chance.choices(WORDS, k=3)),
            "".join(chance.choices(WORDS, k=20)),
            code=f"c{n}",
            group=("售前", "售后/退货", "售后/退款", "物流")[min(n % 12, 3)],
        )
        for n in range(COUNT)
    ]
    return SearchIndex(templates, readings, {f"t{n}": 1.0 + n for n in range(0, COUNT, 7)})


def stepped(run):
    """Return how often a search can be left."""
    steps = 1
    while not run.advance(stop):
        steps += 1
    return steps


@pytest.mark.parametrize("query", ["", *NASTY])
@pytest.mark.parametrize("within", [{}, {"group": "售后"}, {"among": {f"t{n}" for n in range(90)}}])
def test_a_search_in_steps_finds_what_a_search_at_once_does(index, query, within):
    run = index.begin(query, limit=50, **within)
    stepped(run)
    found = index.search(query, limit=50, **within)
    assert [(h.template.id, h.kind, h.score) for h in run.hits] == [
        (h.template.id, h.kind, h.score) for h in found
    ]


@pytest.mark.parametrize("query", ["", "th", "~~"])
def test_a_limit_of_none_finds_nothing(index, query):
    assert index.search(query, limit=0) == []


class CountedCalls:
    """Counts calls of functions: work that is the same on every computer."""

    def __init__(self):
        self.most = 0
        self.all = 0
        self._count = 0

    def __enter__(self):
        sys.setprofile(self._on_event)
        return self

    def __exit__(self, *_):
        sys.setprofile(None)

    def _on_event(self, _frame, event, _argument):
        self._count += event in {"call", "c_call"}

    def breathe(self):
        self.most, self.all = max(self.most, self._count), self.all + self._count
        self._count = 0


def work(run):
    with CountedCalls() as calls:
        while not run.advance(stop):
            calls.breathe()
        calls.breathe()
    return calls


@pytest.mark.parametrize(("typos", "most"), [(False, MOST_CALLS), (True, MOST_CALLS_FOR_TYPOS)])
@pytest.mark.parametrize("query", NASTY)
def test_a_search_never_works_long_without_a_breath(index, query, typos, most):
    calls = work(index.begin(query, limit=100, typos=typos))
    assert calls.most <= most


@pytest.mark.parametrize("query", ["d", "退货", "tuihuo", "的", "wuliu yf"])
def test_what_stands_on_other_shelves_is_passed_by_with_many_breaths(index, query):
    steps = stepped(index.begin(query, limit=COUNT, group="售前"))
    found = len(index.search(query, limit=COUNT, group="售前"))
    passed_by = len(index.search(query, limit=COUNT)) - found
    assert passed_by > 500
    assert steps > passed_by / 100


@pytest.mark.parametrize("query", ["wwww", "ddddddd", "t h y f w l", "亲 的 了 哦"])
def test_a_search_that_is_much_work_can_be_left_often(index, query):
    assert stepped(index.begin(query, limit=100)) > 8
    calls = work(index.begin(query, limit=100))
    assert calls.most < calls.all / 2
