"""The replies of a library as the search keeps them: by slot, in order of use, by group."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from cs_desk.domain.search.postings import PairSet, PostingsBuilder, Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from cs_desk.domain.search.alphabet import Units
    from cs_desk.domain.search.records import Record, Scribe
    from cs_desk.domain.template import ReplyTemplate

# Testing the whole library in order beats sorting a subset of at least this share of it.
_CROWD_SHARE = 32


class Holdings:
    """Records by slot, which is a reply's place in library order; new replies come last.

    Postings are made once. A reply that is edited later keeps its slot, and its slot joins
    ``edited``: the postings know nothing true about it any more.

    Attributes:
        scribe: Makes the records.
        records: The record in every slot; None where a reply was removed.
        postings: The pairs of units of all replies as they were at first.
        edited: Slots that changed since.
    """

    def __init__(
        self, templates: Sequence[ReplyTemplate], frecency: Mapping[str, float], scribe: Scribe
    ) -> None:
        self.scribe = scribe
        self.records: list[Record | None] = []
        self.edited: set[int] = set()
        self._slots: dict[str, int] = {}
        self._groups: dict[str, set[int]] = {}
        # Negative, so that ascending order shows the most used first, and equals by slot.
        self._disuse: list[float] = []
        builder = PostingsBuilder(scribe.alphabet)
        for slot, template in enumerate(templates):
            record = scribe.record(template)
            self._append(record, frecency.get(template.id, 0.0))
            for zone in Zone:
                builder.add(slot, zone, record.texts[zone], record.codes[zone])
        self.postings = builder.build()
        self._edited_pairs = PairSet(scribe.alphabet)
        # The next key asks again for nearly all the pairs that the last one asked for.
        self._known_pairs: dict[tuple[Units, Units], bool] = {}
        self._order = sorted(range(len(self.records)), key=self._disuse.__getitem__)

    def __len__(self) -> int:
        return len(self._order)

    def put(self, template: ReplyTemplate) -> None:
        """Add a reply, or change the one with the same id where it stands."""
        record = self.scribe.record(template)
        slot = self._slots.get(template.id)
        if slot is None:
            slot = self._append(record, 0.0)
            self._rank(slot)
        else:
            self._unfile(slot)
            self.records[slot] = record
            self._file(slot, template.group)
        self.edited.add(slot)
        self._known_pairs.clear()
        for codes in record.codes:
            self._edited_pairs.add(codes)

    def remove(self, template_id: str) -> None:
        """Forget a reply; an unknown id is forgotten already."""
        slot = self._slots.pop(template_id, None)
        if slot is not None:
            self._unfile(slot)
            self._unrank(slot)
            self.records[slot] = None
            self.edited.discard(slot)

    def set_frecency(self, template_id: str, value: float) -> None:
        """Move a reply to its place among equals; an unknown id has none."""
        slot = self._slots.get(template_id)
        if slot is not None:
            self._unrank(slot)
            self._disuse[slot] = -value
            self._rank(slot)

    def filed_under(self, group: str) -> set[int]:
        """Return the slots of the replies in ``group`` or below it."""
        below = f"{group}/"
        return set().union(
            *(s for name, s in self._groups.items() if name == group or name.startswith(below))
        )

    def of(self, template_ids: Iterable[str]) -> set[int]:
        """Return the slots of the replies with these ids; an unknown id has none."""
        return {self._slots[each] for each in template_ids if each in self._slots}

    def follows(self, first: Units, second: Units) -> bool:
        """Return whether any reply may hold the two units side by side."""
        pair = first, second
        if pair not in self._known_pairs:
            self._known_pairs[pair] = any(
                pairs.occurs(first, second) for pairs in (self.postings, self._edited_pairs)
            )
        return self._known_pairs[pair]

    def ordered(self, slots: Set[int] | None = None) -> Iterable[int]:
        """Return ``slots``, or all, the most used first and equals in library order."""
        if slots is None:
            return self._order
        if len(slots) * _CROWD_SHARE > len(self._order):
            return (slot for slot in self._order if slot in slots)
        return sorted(sorted(slots), key=self._disuse.__getitem__)

    def present(self, slots: Iterable[int]) -> Iterator[tuple[int, Record]]:
        """Yield those of ``slots`` that still hold a reply, with its record."""
        for slot in slots:
            record = self.records[slot]
            if record is not None:
                yield slot, record

    def _append(self, record: Record, frecency: float) -> int:
        slot = len(self.records)
        self.records.append(record)
        self._slots[record.template.id] = slot
        self._disuse.append(-frecency)
        self._file(slot, record.template.group)
        return slot

    def _file(self, slot: int, group: str) -> None:
        self._groups.setdefault(group, set()).add(slot)

    def _unfile(self, slot: int) -> None:
        record = self.records[slot]
        if record is not None:
            self._groups[record.template.group].discard(slot)

    def _rank(self, slot: int) -> None:
        insort(self._order, slot, key=self._place)

    def _unrank(self, slot: int) -> None:
        del self._order[bisect_left(self._order, self._place(slot), key=self._place)]

    def _place(self, slot: int) -> tuple[float, int]:
        return self._disuse[slot], slot
