"""A library as it was indexed: columns that never change, in memory or mapped from a file."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.search.folding import START
from cs_desk.domain.search.postings import Postings, PostingsBuilder, Zone
from cs_desk.domain.search.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cs_desk.domain.search.records import Scribe
    from cs_desk.domain.template import ReplyTemplate


@dataclass(frozen=True, slots=True)
class ZoneTexts:
    """One zone of all replies, their texts joined in the order of their slots.

    Attributes:
        text: The folded texts; a START after the last one, so that every place has a next.
        codes: The same in the codes of the alphabet.
        bounds: Where each slot's text begins, and as the last entry where they all end.
    """

    text: str
    codes: str
    bounds: Sequence[int]

    def slot_at(self, place: int) -> int:
        """Return the slot whose text holds the place."""
        return bisect_right(self.bounds, place) - 1


@dataclass(frozen=True, slots=True)
class Archive:
    """A library's replies by slot; the most used come first, equals in the library's order.

    Attributes:
        order: Each reply's place in the library.
        frecency: What it counted for when the archive was made.
        zones: Their texts.
        changed_length: 1 for a reply some of whose texts folding made longer, else 0.
        postings: Where the units stand in the texts.
    """

    order: Sequence[int]
    frecency: Sequence[float]
    zones: tuple[ZoneTexts, ZoneTexts, ZoneTexts]
    changed_length: bytes | memoryview
    postings: Postings

    def __len__(self) -> int:
        return len(self.order)

    def record(self, slot: int, template: ReplyTemplate) -> Record:
        """Return the reply in a slot as the search reads it; ``template`` is that very reply."""
        spans = [(zone.bounds[slot], zone.bounds[slot + 1]) for zone in self.zones]
        title, labels, body = (z.text[a:b] for z, (a, b) in zip(self.zones, spans, strict=True))
        in_codes = (z.codes[a:b] for z, (a, b) in zip(self.zones, spans, strict=True))
        title_codes, label_codes, body_codes = in_codes
        return Record(
            template,
            (title, labels, body),
            (title_codes, label_codes, body_codes),
            as_stored=not self.changed_length[slot],
        )


def make_archive(
    templates: Sequence[ReplyTemplate], frecency: Mapping[str, float], scribe: Scribe
) -> Archive:
    """Return the archive of a library, given in its order.

    Args:
        templates: The replies.
        frecency: Template id to how often and lately it was used; 0 if absent.
        scribe: Reads the replies.
    """
    values = [frecency.get(template.id, 0.0) for template in templates]
    order = sorted(range(len(templates)), key=lambda place: -values[place])
    builder = PostingsBuilder(scribe.alphabet)
    texts: tuple[list[str], ...] = ([], [], [])
    codes: tuple[list[str], ...] = ([], [], [])
    bounds = tuple(array("I", [0]) for _ in Zone)
    changed_length = bytearray()
    for slot, place in enumerate(order):
        record = scribe.record(templates[place])
        changed_length.append(not record.as_stored)
        for zone in Zone:
            begin = bounds[zone][-1]
            builder.add(slot, zone, record.texts[zone], record.codes[zone], begin)
            texts[zone].append(record.texts[zone])
            codes[zone].append(record.codes[zone])
            bounds[zone].append(begin + len(record.texts[zone]))
    title, labels, body = (
        ZoneTexts("".join((*texts[z], START)), "".join((*codes[z], _end(scribe))), bounds[z])
        for z in Zone
    )
    return Archive(
        order=array("I", order),
        frecency=array("d", (values[place] for place in order)),
        zones=(title, labels, body),
        changed_length=bytes(changed_length),
        postings=builder.build(),
    )


def _end(scribe: Scribe) -> str:
    return scribe.alphabet.encode(START)
