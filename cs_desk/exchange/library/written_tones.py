"""Replies for formats that know no tones: each tone becomes a reply of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from cs_desk.domain.errors import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


@dataclass(frozen=True, slots=True)
class SingleTone:
    """A reply in one tone, and what became of the others.

    Attributes:
        template: The reply; ``tones`` and ``tone`` are empty.
        lost: What it lost thereby.
        is_further: Whether it is in another tone than the reply's own.
    """

    template: ReplyTemplate
    lost: tuple[Sentence, ...] = ()
    is_further: bool = False


def single_tones(library: TemplateLibrary) -> Iterator[SingleTone]:
    """Yield every reply of ``library`` in its own tone, followed by those in its other tones.

    These are called ``标题（安抚）``, have no code, and an identity that follows from that of the
    reply and the tone.
    """
    for template in library.templates:
        own = replace(template, tone="", tones=())
        if not template.tones and not template.tone:
            yield SingleTone(own)
            continue
        yield SingleTone(own, (_told(template),))
        for variant in template.tones:
            yield SingleTone(
                replace(
                    own,
                    id=str(uuid5(NAMESPACE_URL, f"{template.id}#{variant.tone}")),
                    title=f"{template.title}（{variant.tone}）",
                    code="",
                    body=variant.body,
                ),
                is_further=True,
            )


def _told(template: ReplyTemplate) -> Sentence:
    if not template.tones:
        return Sentence("语气「%1」没有写入", (template.tone,))
    names = "、".join(variant.tone for variant in template.tones)
    return Sentence("语气「%1」写成了单独的话术，没有编码", (names,))
