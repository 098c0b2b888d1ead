"""The order of hits: where a reply matched, then how, then how often and lately it was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cs_desk.domain.search.alphabet import INITIALS
from cs_desk.domain.search.hits import MatchField
from cs_desk.domain.search.occurrences import BREATH, in_any
from cs_desk.domain.search.postings import Zone
from cs_desk.domain.search.spelling import Anchor, framed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cs_desk.domain.search.occurrences import Occurrences, Slots, ZoneFinder
    from cs_desk.domain.search.query import Term, Wording
    from cs_desk.domain.search.records import Record


class Stage(NamedTuple):
    """A tier of hits: in which zones every word has to stand, and how.

    Attributes:
        zones: All zones that count; a reply whose words are spread over them is of this tier.
        own: The zones in which a single word has to stand, having failed the tiers before.
        anchor: Where in the field it has to stand.
        fields: The fields that make a hit of this tier.
    """

    zones: tuple[Zone, ...]
    own: tuple[Zone, ...]
    anchor: Anchor
    fields: tuple[MatchField, ...]


TermPlaces: TypeAlias = "Sequence[Sequence[Occurrences]]"
"""Word by word, the places where it may stand."""

_BREATHE_EVERY = 64
_HEAD = (Zone.TITLE, Zone.LABELS)
_LABELS = (MatchField.CODE, MatchField.TAGS, MatchField.GROUP)

STAGES = (
    Stage((Zone.LABELS,), (Zone.LABELS,), Anchor.WHOLE, (MatchField.CODE,)),
    Stage((Zone.TITLE,), (Zone.TITLE,), Anchor.WHOLE, (MatchField.TITLE,)),
    Stage(_HEAD, _HEAD, Anchor.START, (MatchField.TITLE, MatchField.CODE)),
    Stage((Zone.TITLE,), (Zone.TITLE,), Anchor.ANYWHERE, (MatchField.TITLE,)),
    Stage(_HEAD, (Zone.LABELS,), Anchor.ANYWHERE, _LABELS),
    Stage(tuple(Zone), (Zone.BODY,), Anchor.ANYWHERE, (MatchField.BODY,)),
)
# Not a tier: what stands for one where a sentence is ranked by what replies share with it.
RELEVANT = Stage(tuple(Zone), tuple(Zone), Anchor.ANYWHERE, tuple(MatchField))


class Step(NamedTuple):
    """One wording tried in one stage, as written only or also as spelled."""

    stage: Stage
    wording: Wording
    spelled: bool

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The zones to look in."""
        return self.stage.own if len(self.wording) == 1 else self.stage.zones

    def terms(self, finders: Sequence[ZoneFinder]) -> TermPlaces:
        """Return where each word may stand for this stage, the rarest word first."""
        return sorted((self._places(term, finders) for term in self.wording), key=_size)

    def test(self) -> Callable[[Record], bool]:
        """Return the function that tells if a record matches that no finder knows."""
        tests = [self._test_of(term) for term in self.wording]
        return lambda record: all(test(record) for test in tests)

    def _places(self, term: Term, finders: Sequence[ZoneFinder]) -> list[Occurrences]:
        zones, anchor = self.zones, self.stage.anchor
        places: list[Occurrences] = []
        # Were a lone word there as written, the round before would have found it.
        if not self.spelled or len(self.wording) > 1:
            word, cut = term.word, term.literal
            places += (finders[zone].written(word, cut, anchor) for zone in zones)
        if self.spelled:
            places += (finders[z].spelled(cut, anchor) for z in zones for cut in term.spellings)
        # The one that holds most is asked first: it says yes most often.
        return sorted(filter(len, places), key=len, reverse=True)

    def _test_of(self, term: Term) -> Callable[[Record], bool]:
        anchor, zones, spelling = self.stage.anchor, self.zones, term.spelling
        needle = framed(term.word, anchor)

        def test(record: Record) -> bool:
            if any(needle in record.texts[zone] for zone in zones):
                return True
            return self.spelled and any(
                spelling.fits(record.texts[zone], record.codes[zone], anchor) for zone in zones
            )

        return test


def slots_of(terms: TermPlaces) -> Slots:
    """Yield the slots of the replies that hold all words."""
    rarest, *others = terms
    found = in_any(rarest)
    return _holding_all(found, others) if others else found


def most_of(terms: TermPlaces) -> int:
    """Return how many slots ``slots_of`` yields at most."""
    return _size(terms[0])


def hold_all(terms: TermPlaces, slot: int) -> bool:
    """Return whether the reply in ``slot`` holds all words."""
    for places in terms:  # noqa: SIM110 - asked thousands of times a keystroke
        if not any([each.hold(slot) for each in places]):  # noqa: C419 - the same
            return False
    return True


def _size(places: Sequence[Occurrences]) -> int:
    return sum(map(len, places))


def _holding_all(slots: Slots, terms: TermPlaces) -> Slots:
    for count, slot in enumerate(slots, start=1):
        if slot != BREATH and hold_all(terms, slot):
            yield slot
        elif not count % _BREATHE_EVERY:
            yield BREATH


def steps(stage: Stage, wordings: Sequence[Wording], *, spelled: bool) -> list[Step]:
    """Return the steps of a stage that may find anything."""
    found = [Step(stage, wording, spelled) for wording in wordings]
    return [step for step in found if _is_worth_trying(step)]


def _is_worth_trying(step: Step) -> bool:
    anchor, spelled = step.stage.anchor, step.spelled
    if len(step.wording) > 1:
        # Several words do not begin a field; their phrase, a wording of its own, may.
        return anchor is Anchor.ANYWHERE and (
            not spelled or any(term.spellings for term in step.wording)
        )
    (term,) = step.wording
    if not spelled:
        return True
    # Nobody types a lone initial for a whole title or code.
    return bool(term.spellings) and not (anchor is Anchor.WHOLE and term.word in INITIALS)
