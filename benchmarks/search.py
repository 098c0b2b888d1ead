"""How fast the search is, key by key, beside plain scans of the same library in the same run.

Usage, from the root of the repository: ``python -m benchmarks.search [COUNT …]`` (1000 10000).
"""

from __future__ import annotations

import gc
import random
import re
import statistics
import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from benchmarks.search_corpus import make_library
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cs_desk.domain.template import ReplyTemplate

READINGS = Path(__file__).parent.parent / "resources" / "pinyin" / "readings.txt"
COUNTS = (1000, 10_000)
ROUNDS = 3

_T = TypeVar("_T")

# Every kind of query an agent types; each is typed key by key.
_LIST = (
    "退货 发货 尺码 色差 优惠券 什么时候发货 七天无理由 手机壳 绿萝 乌鲁木齐 驿站 单号 "
    "th fh cm sc yhq wl kd hh bf tkjd "
    "tuihuo chongxin changsha chongqing yinhang huankuan zhiliang kuaidi youhuiquan lvse nvzhuang "
    "tui货 thuo tuih 退huo xl码 iphone壳 yunf 发h hzhg "
    "usb ems iphone xxl 165 wwww zzzz 龘龘"
)
QUERIES = _LIST.split()
QUERIES_WITH_SPACES = ("退货 地址", "tui huo", "th yf", "iphone 壳", "成都 顺丰", "的 了", "d s")
SENTENCES = ("衣服颜色跟图片不一样能退吗", "快递显示签收了但是我没有收到", "什么时候能把钱退给我啊")
TYPOS = ("tuihou", "fahuuo", "kuadi", "zhilaing", "退或", "发或时间")


def main() -> None:
    """Print a table for each size of library."""
    readings = Readings.from_bytes(READINGS.read_bytes())
    for count in [int(argument) for argument in sys.argv[1:]] or COUNTS:
        _measure(make_library(count), readings)


def _measure(library: list[ReplyTemplate], readings: Readings) -> None:
    chance = random.Random(1)  # only to spread uses over the library, the same way every time
    frecency = {each.id: chance.random() for each in library if chance.random() < 0.3}
    gc.collect()
    started = time.perf_counter()
    index = SearchIndex(library, readings, frecency)
    built = time.perf_counter() - started
    size = _megabytes(library, readings)
    print(f"\n{len(library)} replies: built in {built * 1000:.0f} ms, {size:.1f} MB")
    print(f"{'':30}{'p50':>9}{'p99':>9}{'max':>9}  ms")
    typed = [
        query[:end]
        for query in (*QUERIES, *QUERIES_WITH_SPACES)
        for end in range(1, len(query) + 1)
    ]
    texts = ["\n".join((t.title, t.code, *t.tags, t.group, t.body)).casefold() for t in library]
    joined = "\n".join(texts)
    _print("search, key by key", typed, lambda query: index.search(query, typos=False))
    _print("search with typos", typed, index.search)
    _print("mistyped queries", TYPOS, index.search)
    _print("buyers' sentences", SENTENCES, index.search)
    _print(
        "plain scan: query in text",
        typed,
        lambda q: [i for i, text in enumerate(texts) if q in text],
    )
    _print("one str.find over all, no hit", ["没有此句"], joined.find)
    _print("edit one reply", library[:50], index.replace)
    _print("note one use", library[:50], lambda each: index.set_frecency(each.id, 2.0))


def _print(name: str, values: Sequence[_T], work: Callable[[_T], object]) -> None:
    times = sorted(_fastest(work, value) for value in values)
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    print(f"{name:30}{statistics.median(times):9.3f}{p99:9.3f}{times[-1]:9.3f}")


def _fastest(work: Callable[[_T], object], value: _T) -> float:
    """Return the milliseconds of the quickest of some rounds: the others met another process."""
    times = []
    for _ in range(ROUNDS):
        re.purge()  # a new query pays for compiling its patterns
        started = time.perf_counter()
        work(value)
        times.append(time.perf_counter() - started)
    return min(times) * 1000


def _megabytes(library: list[ReplyTemplate], readings: Readings) -> float:
    tracemalloc.start()
    index = SearchIndex(library, readings, {})
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del index
    return size / 1e6


if __name__ == "__main__":
    main()
