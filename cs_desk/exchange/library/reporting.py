"""Telling how far the reading of a file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cs_desk.domain.library.incoming import Progress

_EVERY = 200

_Item = TypeVar("_Item")


def reported(items: Sequence[_Item], progress: Progress) -> Iterator[tuple[int, _Item]]:
    """Yield place and item of each of ``items``, and tell now and then how many are done.

    Raises:
        CancelledError: ``progress`` called it off.
    """
    for index, item in enumerate(items):
        if index % _EVERY == 0:
            progress(index, len(items))
        yield index, item
