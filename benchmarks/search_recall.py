"""Whether the search finds what a slow, plain matcher finds by trying everything.

A mistyped query is held against what was meant by it, so a hit for another reading counts against
the search.

Usage, from the root of the repository: ``python benchmarks/search_recall.py [COUNT]`` (10000).
"""

from __future__ import annotations

import sys
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measuring import print_bar
from benchmarks.search import TOP, read_readings
from benchmarks.search_corpus import make_frecency, make_library
from benchmarks.search_oracle import Oracle
from benchmarks.search_queries import queries_by_kind
from cs_desk.domain.search.index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.search_queries import Query
    from cs_desk.domain.template import ReplyTemplate

COUNT = 10_000
# The oracle takes a second a query.
QUERIES_OF_A_KIND = 10
LEAST = {"two characters": 1.0, "three to six": 1.0, "initials": 1.0, "full pinyin": 1.0}
LEAST |= {"mixed": 1.0, "typos": 0.9}


class Recall(NamedTuple):
    """How the first hits of one query compare with all that there is to find.

    Attributes:
        query: The query.
        found: The share of what could stand among the first hits that stands there.
        right: The share of the first hits that the oracle agrees with; 1 if there are none.
        there: How many replies there are to find.
    """

    query: Query
    found: float
    right: float
    there: int


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if sys.argv[1:] else COUNT
    library = make_library(count)
    index = SearchIndex(library, read_readings(), make_frecency(library))
    oracle = Oracle(read_readings())
    print(f"\nrecall of the first {TOP} among {count:,} replies, beside trying everything")
    for kind, least in LEAST.items():
        queries = queries_by_kind()[kind]
        # Of typos every one: no two are mistyped alike.
        step = 1 if kind == "typos" else max(1, len(queries) // QUERIES_OF_A_KIND)
        recalls = [_recall(index, oracle, library, query) for query in queries[::step]]
        _print_kind(kind, least, recalls)


def _recall(
    index: SearchIndex, oracle: Oracle, library: Sequence[ReplyTemplate], query: Query
) -> Recall:
    there = {each.id for each in library if oracle.finds(query.meant, each)}
    mistyped = query.meant != query.typed
    hits = index.search(query.typed, limit=TOP, typos=mistyped)
    agreed = sum(hit.template.id in there for hit in hits)
    possible = min(TOP, len(there))
    return Recall(
        query,
        found=agreed / possible if possible else 1.0,
        right=agreed / len(hits) if hits else 1.0,
        there=len(there),
    )


def _print_kind(kind: str, least: float, recalls: Sequence[Recall]) -> None:
    found, right = mean(each.found for each in recalls), mean(each.right for each in recalls)
    name = f"{kind}, {len(recalls)} queries, right {right:.3f}: found"
    print_bar(name, found, least, "", at_least=True)
    for each in recalls:
        if min(each.found, each.right) < 1:
            print(
                f"        「{each.query.typed}」 found {each.found:.2f} of {each.there:,}, "
                f"right {each.right:.2f}"
            )


if __name__ == "__main__":
    main()
