"""What agents type, in the kinds and shares that a search meets: data of the benchmarks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = Path(__file__).parent / "data" / "typed_queries.txt"
PASTED = "sentence"


class Query(NamedTuple):
    """What is typed, and what was meant by it: something else where it is mistyped."""

    typed: str
    meant: str


def queries_by_kind() -> dict[str, list[Query]]:
    """Return the queries of every kind."""
    kinds: dict[str, list[Query]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, queries = line.partition(": ")
            for query in queries.split(" | "):
                typed, _, meant = query.partition("→")
                kinds.setdefault(kind, []).append(Query(typed, meant or typed))
    return kinds


def typed_queries() -> list[str]:
    """Return all that is typed, whole, without what is pasted."""
    kinds = queries_by_kind()
    return [q.typed for kind, queries in kinds.items() if kind != PASTED for q in queries]


def pasted_sentences() -> list[str]:
    """Return the buyers' sentences."""
    return [query.typed for query in queries_by_kind()[PASTED]]


def key_by_key(queries: Iterable[str]) -> list[str]:
    """Return what stands in the box after each key: every beginning once, in order of typing."""
    return list(dict.fromkeys(q[:end] for q in queries for end in range(1, len(q) + 1)))
