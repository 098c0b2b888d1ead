"""How the benchmarks measure one kind of call, and how they print what they measured."""

from __future__ import annotations

import gc
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = TypeVar("_T")
_SLOWEST_SHOWN = 6


class Spread(NamedTuple):
    """Milliseconds of one kind of call over many values."""

    p50: float
    p95: float
    p99: float
    most: float

    @classmethod
    def of(cls, times: Sequence[float]) -> Spread:
        """Return the spread of ``times``, in milliseconds."""
        ordered = sorted(times)

        def at(share: float) -> float:
            return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

        return cls(at(0.5), at(0.95), at(0.99), ordered[-1])


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def fastest(work: Callable[[_T], object], values: Sequence[_T], rounds: int = 3) -> list[float]:
    """Return the milliseconds that ``work`` takes with each value.

    Other programs share the computer, so the quickest of some rounds counts. A round takes all
    values in turn: nothing is asked the same twice running.
    """
    best = [float("inf")] * len(values)
    gc.collect()
    for _ in range(rounds):
        for place, value in enumerate(values):
            re.purge()  # a new query pays for compiling its patterns
            started = time.perf_counter()
            work(value)
            best[place] = min(best[place], (time.perf_counter() - started) * 1000)
    return best


def resident_megabytes() -> float:
    """Return how much memory this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def print_head(title: str, columns: str = "p50 p95 p99 max", unit: str = "ms") -> None:
    """Print the head of a table."""
    print(f"\n{title:42}{''.join(f'{name:>9}' for name in columns.split())}  {unit}")


def print_row(name: str, values: Sequence[float], note: str = "") -> None:
    """Print one line of a table."""
    print(f"    {name:38}{''.join(f'{value:9.3f}' for value in values)}  {note}".rstrip())


def print_slowest(times: Sequence[float], queries: Sequence[str]) -> None:
    """Print which queries took longest."""
    slowest = sorted(zip(times, queries, strict=True), reverse=True)[:_SLOWEST_SHOWN]
    print("    slowest:", ", ".join(f"「{query}」 {took:.2f}" for took, query in slowest))


def print_bar(
    name: str, value: float, bar: float, unit: str = "ms", *, at_least: bool = False
) -> None:
    """Print a bar of the design and whether ``value`` holds it; values should be small, or large.

    Args:
        name: What was measured.
        value: What came out.
        bar: What the design asks for.
        unit: The unit of both.
        at_least: Whether more is better.
    """
    sign, holds = (">=", value >= bar) if at_least else ("<=", value <= bar)
    verdict = "holds" if holds else "MISSED"
    print(f"    bar: {name:51}{value:9.3f} {sign} {bar:.3f} {unit:3} {verdict}")
