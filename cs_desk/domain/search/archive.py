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
    from collections.abc import Generator, Mapping, Sequence
    from typing import TypeAlias

    from cs_desk.domain.search.alphabet import Alphabet
    from cs_desk.domain.search.records import Scribe
    from cs_desk.domain.template import ReplyTemplate

    Columns: TypeAlias = Mapping[str, bytes | memoryview]

_CHARACTERS = "utf-32-le"
# Indexing may be left for a while after so many replies: a millisecond or so.
_STEP = 16


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
    bounds: memoryview

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
        changed_length: 1 for a reply where folding moved characters from their places, else 0.
        postings: Where the units stand in the texts.
    """

    order: memoryview
    frecency: memoryview[float]
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


def columns_of(archive: Archive) -> dict[str, bytes | memoryview]:
    """Return what an archive consists of, by name, as bytes that can be kept in a file."""
    keys, starts, runs = archive.postings.columns
    columns: dict[str, bytes | memoryview] = {
        "order": archive.order,
        "frecency": archive.frecency.cast("B"),
        "changed_length": archive.changed_length,
        "keys": keys,
        "starts": starts,
        "runs": runs,
    }
    for zone, texts in zip(Zone, archive.zones, strict=True):
        columns[f"{zone.name} text"] = texts.text.encode(_CHARACTERS, "surrogatepass")
        columns[f"{zone.name} codes"] = texts.codes.encode(_CHARACTERS)
        columns[f"{zone.name} bounds"] = texts.bounds
    return columns


class UnfitColumnsError(ValueError):
    """Columns are not those of the library that they are said to be of."""


def archive_of(columns: Columns, alphabet: Alphabet, count: int) -> Archive:
    """Return the archive that ``columns_of`` took apart.

    Args:
        columns: As ``columns_of`` returned them, byte for byte.
        alphabet: The units as they were then.
        count: How many replies there were.

    Raises:
        UnfitColumnsError: A column is missing, or has another size than the others ask for.
    """
    try:
        archive = _put_together(columns, alphabet)
    except (KeyError, TypeError, ValueError) as error:
        raise UnfitColumnsError(str(error)) from error
    if not _is_whole(archive, count):
        raise UnfitColumnsError(str(count))
    return archive


def _is_whole(archive: Archive, count: int) -> bool:
    keys, starts, runs = archive.postings.columns
    return (
        {len(archive.order), len(archive.frecency), len(archive.changed_length)} == {count}
        and len(starts) == len(keys) + 1
        and starts[-1] == len(runs)
        and all(
            len(zone.bounds) == count + 1
            # One more: the START after the last text.
            and len(zone.text) == len(zone.codes) == zone.bounds[-1] + 1
            for zone in archive.zones
        )
    )


def _put_together(columns: Columns, alphabet: Alphabet) -> Archive:
    title, labels, body = (_zone_texts(columns, zone) for zone in Zone)
    return Archive(
        order=_numbers(columns["order"]),
        frecency=memoryview(columns["frecency"]).cast("B").cast("d"),
        zones=(title, labels, body),
        changed_length=columns["changed_length"],
        postings=Postings(
            alphabet,
            _numbers(columns["keys"]),
            _numbers(columns["starts"]),
            _numbers(columns["runs"]),
        ),
    )


def _zone_texts(columns: Columns, zone: Zone) -> ZoneTexts:
    return ZoneTexts(
        str(columns[f"{zone.name} text"], _CHARACTERS, "surrogatepass"),
        str(columns[f"{zone.name} codes"], _CHARACTERS),
        _numbers(columns[f"{zone.name} bounds"]),
    )


def _numbers(column: bytes | memoryview) -> memoryview:
    return memoryview(column).cast("B").cast("I")


def make_archive(
    templates: Sequence[ReplyTemplate], frecency: Mapping[str, float], scribe: Scribe
) -> Generator[None, None, Archive]:
    """Index a library, given in its order, step by step, and return its archive.

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
        if not slot % _STEP:
            yield
    title, labels, body = (
        ZoneTexts(
            "".join((*texts[z], START)), "".join((*codes[z], _end(scribe))), memoryview(bounds[z])
        )
        for z in Zone
    )
    return Archive(
        order=memoryview(array("I", order)),
        frecency=memoryview(array("d", (values[place] for place in order))),
        zones=(title, labels, body),
        changed_length=bytes(changed_length),
        postings=(yield from builder.build()),
    )


def _end(scribe: Scribe) -> str:
    return scribe.alphabet.encode(START)
