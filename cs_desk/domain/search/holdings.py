"""The replies of a library as the search keeps them: an archive, and what changed since."""

from __future__ import annotations

from heapq import merge
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from cs_desk.domain.search.occurrences import BREATH
from cs_desk.domain.search.postings import PairSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cs_desk.domain.search.alphabet import Units
    from cs_desk.domain.search.archive import Archive
    from cs_desk.domain.search.occurrences import Slots
    from cs_desk.domain.search.records import Record, Scribe
    from cs_desk.domain.template import ReplyTemplate

_Rank = tuple[float, int]


class Holdings:
    """Replies by slot. New ones get slots beyond the archive's and stand last in the library.

    The archive says nothing true any more about the text of a reply that was edited, so that is
    compared with every query by itself; nor about the rank of one that was used since.

    Args:
        templates: The library that was indexed, in its order.
        archive: What was indexed of it.
        frecency: Template id to what it counts for now; 0 if absent.
        scribe: Reads replies as the archive's were read.

    Attributes:
        archive: As given.
        scribe: As given.
        edited: The slots that changed, with what they hold now; None where a reply was removed.
        moved: The other slots whose rank is another one.
    """

    def __init__(
        self,
        templates: Sequence[ReplyTemplate],
        archive: Archive,
        frecency: Mapping[str, float],
        scribe: Scribe,
    ) -> None:
        self.archive = archive
        self._templates = templates
        self.scribe = scribe
        self.edited: dict[int, Record | None] = {}
        self.moved: set[int] = set()
        # Of those two: negative frecency, so that ascending order shows the most used first.
        self._ranks: dict[int, _Rank] = {}
        self._new = 0
        self._slots: dict[str, int] = {}
        self._groups: dict[str, set[int]] = {}
        for slot, at in enumerate(archive.order):
            template = templates[at]
            self._slots[template.id] = slot
            self._groups.setdefault(template.group, set()).add(slot)
        self._edited_pairs = PairSet(scribe.alphabet)
        # The next key asks again for nearly all the pairs that the last one asked for.
        self._known_pairs: dict[tuple[Units, Units], bool] = {}
        for template_id, value in {**self._forgotten(), **frecency}.items():
            self.set_frecency(template_id, value)

    def __len__(self) -> int:
        gone = sum(record is None for record in self.edited.values())
        return len(self.archive) + self._new - gone

    def put(self, template: ReplyTemplate) -> None:
        """Add a reply, or change the one with the same id where it stands."""
        record = self.scribe.record(template)
        slot = self._slots.get(template.id)
        if slot is None:
            slot = self._slots[template.id] = len(self.archive) + self._new
            self._ranks[slot] = 0.0, slot
            self._new += 1
        else:
            self._groups[self.template(slot).group].discard(slot)
            self._set_apart(slot)
        self.edited[slot] = record
        self._groups.setdefault(template.group, set()).add(slot)
        self._known_pairs.clear()
        for codes in record.codes:
            self._edited_pairs.add(codes)

    def remove(self, template_id: str) -> None:
        """Forget a reply; an unknown id is forgotten already."""
        slot = self._slots.pop(template_id, None)
        if slot is not None:
            self._groups[self.template(slot).group].discard(slot)
            self._set_apart(slot)
            self.edited[slot] = None

    def set_frecency(self, template_id: str, value: float) -> None:
        """Move a reply to its place among equals; an unknown id has none."""
        slot = self._slots.get(template_id)
        if slot is not None and self._rank(slot)[0] != -value:
            self._ranks[slot] = -value, self._rank(slot)[1]
            if slot not in self.edited:
                self.moved.add(slot)

    def filed_under(self, group: str) -> set[int]:
        """Return the slots of the replies in ``group`` or below it."""
        below = f"{group}/"
        return set().union(
            *(s for name, s in self._groups.items() if name == group or name.startswith(below))
        )

    def of(self, template_ids: Iterable[str]) -> set[int]:
        """Return the slots of the replies with these ids; an unknown id has none."""
        return {self._slots[each] for each in template_ids if each in self._slots}

    def template(self, slot: int) -> ReplyTemplate:
        """Return the reply in a slot that holds one."""
        record = self.edited.get(slot)
        return record.template if record else self._templates[self.archive.order[slot]]

    def record(self, slot: int) -> Record:
        """Return what the search reads of the reply in a slot that holds one."""
        return self.edited.get(slot) or self.archive.record(slot, self.template(slot))

    def follows(self, first: Units, second: Units) -> bool:
        """Return whether any reply may hold the two units side by side."""
        pair = first, second
        if pair not in self._known_pairs:
            self._known_pairs[pair] = any(
                pairs.occurs(first, second) for pairs in (self.archive.postings, self._edited_pairs)
            )
        return self._known_pairs[pair]

    def ordered(self, slots: Slots, apart: Iterable[int]) -> Slots:
        """Yield slots, the most used first, and equals in library order.

        Args:
            slots: Ascending slots of the archive; those that were edited or moved are left out.
            apart: Slots that were.
        """
        if not self._ranks:
            return slots
        kept = (slot for slot in slots if slot not in self._ranks)
        others = sorted(apart, key=self._rank)
        return self._merged(kept, others) if others else kept

    def all_ordered(self) -> Slots:
        """Yield every slot that holds a reply, in the same order."""
        edited = (slot for slot, record in self.edited.items() if record)
        return self.ordered(iter(range(len(self.archive))), (*edited, *self.moved))

    def _merged(self, kept: Slots, others: Iterable[int]) -> Iterator[int]:
        # A breath goes before everything, so it never waits.
        return merge(
            kept, others, key=lambda s: (-float("inf"), 0) if s == BREATH else self._rank(s)
        )

    def _rank(self, slot: int) -> _Rank:
        rank = self._ranks.get(slot)
        return rank or (-self.archive.frecency[slot], self.archive.order[slot])

    def _set_apart(self, slot: int) -> None:
        self._ranks[slot] = self._rank(slot)
        self.moved.discard(slot)

    def _forgotten(self) -> dict[str, float]:
        """Return 0 for each reply that was used when the archive was made; they come first."""
        used = takewhile(itemgetter(1), zip(self.archive.order, self.archive.frecency, strict=True))
        return {self._templates[at].id: 0.0 for at, _ in used}
