"""What the reader of one format finds in a file, before it becomes a library.

Every format has a module of its own with up to three functions:

- ``is_FORMAT(content) -> bool``: whether the content, not the name, is of this format;
- ``read_FORMAT(content, progress) -> FoundLibrary``: what it holds;
- ``write_FORMAT(library) -> WrittenFile``: a file of it.

``assembling`` makes a library of what was found, by the same rules for all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.domain.errors import Sentence
    from cs_desk.domain.library.incoming import Remark
    from cs_desk.domain.template import Placeholder


@dataclass(frozen=True, slots=True)
class FileContent:
    r"""The content of a file that is to be read.

    Attributes:
        name: Its name as the person gave it, for errors; the end tells what it claims to be.
        data: Its bytes, no more of them than the limit.
        text: The text in them, with ``\n`` as the only line end; None if it is no text.
        encoding: The text's encoding as Python names it; None if it is no text.
    """

    name: str
    data: bytes
    text: str | None = None
    encoding: str | None = None


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


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A library in one format.

    Attributes:
        data: The file's bytes; the same library gives the same bytes.
        templates: How many replies are in it.
        lost: What the format could not hold, with the reply that it belongs to.
        left_out: Replies that are not in it at all.
        sha256: What the file states as the hash of its content; empty if it states none.
    """

    data: bytes
    templates: int
    lost: tuple[Remark, ...] = ()
    left_out: tuple[Remark, ...] = ()
    sha256: str = ""
