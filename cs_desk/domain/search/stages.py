"""The order of hits: where a reply matched, then how, then how often and lately it was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.search.folding import END, START
from cs_desk.domain.search.hits import MatchField
from cs_desk.domain.search.postings import Zone
from cs_desk.domain.search.spelling import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from cs_desk.domain.search.candidates import Candidates
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

    def candidates(self, candidates: Candidates) -> Set[int] | None:
        """Return the slots that may match; None for the whole library."""
        found: Set[int] | None = None
        for term in self.wording:
            cuts = (term.literal, *term.spellings) if self.spelled else (term.literal,)
            slots = candidates.of(self.zones, cuts, self.stage.anchor)
            if slots is not None:
                found = slots if found is None else found & slots
            if found is not None and not found:
                break
        return found

    def test(self) -> Callable[[Record], bool]:
        """Return the function that tells if a reply holds every word where this stage wants it."""
        tests = [self._test_of(term) for term in self.wording]
        if len(tests) == 1:
            return tests[0]
        return lambda record: all(test(record) for test in tests)

    def _test_of(self, term: Term) -> Callable[[Record], bool]:
        # These run a thousand times a keystroke, so each does as little as its case allows.
        anchor, zones, spelling = self.stage.anchor, self.zones, term.spelling
        needle = _framed(term.word, anchor)
        if len(zones) == 1:
            (zone,) = zones
            if not self.spelled:
                return lambda record: needle in record.texts[zone]
            if len(self.wording) == 1:
                # Were it there as written, the round before would have found it.
                return lambda record: spelling.fits(record.texts[zone], record.codes[zone], anchor)

        def test(record: Record) -> bool:
            if any(needle in record.texts[zone] for zone in zones):
                return True
            return self.spelled and any(
                spelling.fits(record.texts[zone], record.codes[zone], anchor) for zone in zones
            )

        return test


def _framed(word: str, anchor: Anchor) -> str:
    if anchor is Anchor.ANYWHERE:
        return word
    return f"{START}{word}{END}" if anchor is Anchor.WHOLE else f"{START}{word}"


def steps(stage: Stage, wordings: Sequence[Wording], *, spelled: bool) -> list[Step]:
    """Return the steps of a stage; wordings without pinyin need no second, spelled round."""
    return [
        Step(stage, wording, spelled)
        for wording in wordings
        if not spelled or any(term.spellings for term in wording)
    ]
