"""Work on every core."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def in_parallel(work: Callable[..., T], shares: Sequence[tuple[Any, ...]]) -> list[T]:
    """Call ``work`` with each of ``shares``, each in a fresh process; return the results."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(mp_context=fresh) as pool:
        return list(pool.map(work, *zip(*shares, strict=True)))
