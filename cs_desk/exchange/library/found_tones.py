"""Rows of a flat file that are the same reply in several tones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.template import ToneVariant
from cs_desk.exchange.library.limits import MAX_TONES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.exchange.library.found_replies import FoundReply


def in_tones(replies: Iterable[FoundReply]) -> list[list[FoundReply]]:
    """Return the replies, each with those that are the same one in other tones behind it.

    They are neighbours of one title and group, and in different tones. What a later one tells
    besides, the first one tells as well: nothing is lost.
    """
    folded: list[list[FoundReply]] = []
    for reply in replies:
        if folded and _belongs(reply, folded[-1]):
            folded[-1].append(reply)
        else:
            folded.append([reply])
    return folded


def variants(others: Iterable[FoundReply]) -> tuple[ToneVariant, ...]:
    """Return replies as other tones of the one before them."""
    return tuple(ToneVariant(other.tone, other.body) for other in others)


def _belongs(reply: FoundReply, before: list[FoundReply]) -> bool:
    first = before[0]
    return (
        (reply.title, reply.group) == (first.title, first.group)
        and reply.tone not in {"", *(other.tone for other in before)}
        and len(before) <= MAX_TONES
        and reply.code in ("", first.code)
        and reply.id in ("", first.id)
        and reply.note in ("", first.note)
        and set(reply.tags) <= set(first.tags)
    )
