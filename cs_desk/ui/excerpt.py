"""The part of a body that a hit shows: its start, or where the match lies."""

from __future__ import annotations

from dataclasses import dataclass

_LEAD = 8


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a body on one line, with the matched ranges inside it."""

    text: str
    spans: tuple[tuple[int, int], ...]


def excerpt(body: str, spans: tuple[tuple[int, int], ...], visible: int) -> Excerpt:
    """Return the body as one line, begun a little before a match that would not be seen.

    Args:
        body: The stored text.
        spans: Matched ranges of it.
        visible: Roughly how many characters fit on screen.
    """
    line = body.replace("\n", " ")
    first = min((start for start, _ in spans), default=0)
    if first < visible - _LEAD:
        return Excerpt(line, spans)
    cut = first - _LEAD
    # The ellipsis stands in front, so every range moves one place to the right of the cut.
    moved = tuple((start - cut + 1, end - cut + 1) for start, end in spans if start >= cut)
    return Excerpt("…" + line[cut:], moved)
