"""What the reader of one format finds in a file, before ``assembling`` makes a library of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.domain.errors import Sentence
    from cs_desk.domain.library.incoming import Remark
    from cs_desk.domain.template import Placeholder


@dataclass(frozen=True, slots=True)
class FoundReply:
    """One reply as a file tells it, its placeholders already written in our syntax.

    Attributes:
        where: Its place, for remarks.
        body: Its text.
        title: Its title; empty where the format has none, and one is made of the body.
        code: Its code.
        group: Its path of headings.
        tags: Its tags.
        note: The hint to the agent.
        tone: The tone of ``body``. Neighbours of one title and different tones are one reply.
        id: Its identity, if the format knows it.
    """

    where: Sentence
    body: str
    title: str = ""
    code: str = ""
    group: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    tone: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class FoundLibrary:
    """Everything that a file holds.

    Attributes:
        replies: Its replies, in order.
        carries: Fields of ``ReplyTemplate`` that this file tells of, ``title`` and ``body``
            included only if it really has them.
        placeholders: What it defines.
        skipped: What could not become a reply.
        lost: What a reply lost on the way.
        warnings: What is odd.
    """

    replies: tuple[FoundReply, ...]
    carries: frozenset[str]
    placeholders: tuple[Placeholder, ...] = ()
    skipped: tuple[Remark, ...] = ()
    lost: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
