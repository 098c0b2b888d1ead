"""What agents type, in the kinds and shares that a search meets: data of the benchmarks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = Path(__file__).parent / "data" / "typed_queries.txt"
PASTED = "sentence"


def queries_by_kind() -> dict[str, list[str]]:
    """Return the queries of every kind."""
    kinds: dict[str, list[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, queries = line.partition(": ")
            kinds.setdefault(kind, []).extend(queries.split(" | "))
    return kinds


def typed_queries() -> list[str]:
    """Return all that is typed, whole, without what is pasted."""
    return [q for kind, queries in queries_by_kind().items() if kind != PASTED for q in queries]


def pasted_sentences() -> list[str]:
    """Return the buyers' sentences."""
    return queries_by_kind()[PASTED]


def key_by_key(queries: Iterable[str]) -> list[str]:
    """Return what stands in the box after each key: every beginning once, in order of typing."""
    return list(dict.fromkeys(q[:end] for q in queries for end in range(1, len(q) + 1)))
