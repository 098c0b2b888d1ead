"""Finding the texts of one list that are much alike to texts of another, in bounded time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain, groupby
from operator import add, itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    Pair: TypeAlias = tuple[int, int]

_ALIKE = 0.7
_SHORTEST = 8
_CHARACTERS_READ = 400
_ANCHOR_LENGTH = 4
_ANCHORS_USED = 4
_MOST_OF_ONE_ANCHOR = 64
_CANDIDATES = 3
_CANDIDATES_KEPT = 2_000
_CHARACTERS_COMPARED = 400
_TOLD_EVERY = 200
_CLAUSE = re.compile(r"\w+")


def plain_text(text: str) -> str:
    """Return ``text`` without case, blanks and punctuation, which nobody tells replies by."""
    return "".join(_CLAUSE.findall(text.casefold())) or text.strip()


def alike_pairs(
    ours: Sequence[str],
    theirs: Sequence[str],
    may_pair: Callable[[int, int], bool],
    tell: Callable[[int], None],
) -> Iterator[Pair]:
    """Yield the places of texts that are much alike, the most alike first.

    Two texts are compared where they share the beginning of a clause, or the end of the last one,
    that few others have. They are alike if 70% of the pairs of neighbouring characters in both
    are common (Dice's coefficient). A text is in one pair at most, and in none if two fit it
    equally well.

    Args:
        ours: Texts.
        theirs: Other texts.
        may_pair: Whether the texts at these places may be a pair at all.
        tell: Is told now and then how many of ``theirs`` were looked at.
    """
    scored = []
    if not ours or not theirs:
        return
    of_ours = lru_cache(_CANDIDATES_KEPT)(lambda place: _neighbours(ours[place]))
    for their, candidates in enumerate(_candidates(ours, theirs, tell)):
        if not candidates:
            continue
        neighbours = _neighbours(theirs[their])
        for our in candidates:
            score = _dice(of_ours(our), neighbours)
            if score >= _ALIKE and may_pair(our, their):
                scored.append((score, our, their))
    yield from _best(scored)


def _candidates(
    ours: Sequence[str], theirs: Sequence[str], tell: Callable[[int], None]
) -> Iterator[list[int]]:
    """Yield for each of ``theirs`` the few places of ``ours`` that share most with it."""

    def still_at_the_first(_done: int) -> None:
        tell(0)

    rarity = _rarity(_told(ours, still_at_the_first), _told(theirs, still_at_the_first))
    places = defaultdict(list)
    for place, text in enumerate(_told(ours, still_at_the_first)):
        for anchor in _rarest(text, rarity):
            places[anchor].append(place)
    for text in _told(theirs, tell):
        votes = Counter(chain.from_iterable(map(places.__getitem__, _rarest(text, rarity))))
        yield [place for place, _ in votes.most_common(_CANDIDATES)]


def _told(texts: Sequence[str], tell: Callable[[int], None]) -> Iterator[str]:
    """Yield ``texts``, and tell now and then how many there were."""
    for done, text in enumerate(texts):
        if done % _TOLD_EVERY == 0:
            tell(done)
        yield text


def _rarity(ours: Iterable[str], theirs: Iterable[str]) -> dict[str, int]:
    """Return how many of ``ours`` have an anchor, of those that are not everywhere."""
    of_ours: Counter[str] = Counter()
    for text in ours:
        of_ours.update(_anchors(text))
    of_theirs: set[str] = set()
    for text in theirs:
        of_theirs.update(anchor for anchor in _anchors(text) if anchor in of_ours)
    return {
        anchor: count
        for anchor, count in of_ours.items()
        if count <= _MOST_OF_ONE_ANCHOR and anchor in of_theirs
    }


def _rarest(text: str, rarity: Mapping[str, int]) -> list[str]:
    known = [anchor for anchor in _anchors(text) if anchor in rarity]
    # By name too: a set's order is another one in every run.
    return sorted(known, key=lambda anchor: (rarity[anchor], anchor))[:_ANCHORS_USED]


def _anchors(text: str) -> set[str]:
    """Return how the clauses begin and the last one ends; an edit leaves most of that."""
    clauses = _CLAUSE.findall(text[:_CHARACTERS_READ].casefold())
    if sum(map(len, clauses)) < _SHORTEST:
        return set()
    return {clauses[-1][-_ANCHOR_LENGTH:], *(clause[:_ANCHOR_LENGTH] for clause in clauses)}


def _neighbours(text: str) -> set[str]:
    if len(text) > _CHARACTERS_COMPARED:
        half = _CHARACTERS_COMPARED // 2
        text = text[:half] + text[-half:]
    folded = text.casefold()
    return set(map(add, folded, folded[1:]))


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _best(scored: list[tuple[float, int, int]]) -> Iterator[Pair]:
    """Yield the best pair of every text, as long as it is the only best one."""
    settled_ours: set[int] = set()
    settled_theirs: set[int] = set()
    scored.sort(key=lambda pair: (-pair[0], *pair[1:]))
    for _, rank in groupby(scored, itemgetter(0)):
        free = [
            (our, their)
            for _, our, their in rank
            if our not in settled_ours and their not in settled_theirs
        ]
        of_ours = Counter(our for our, _ in free)
        of_theirs = Counter(their for _, their in free)
        yield from (pair for pair in free if of_ours[pair[0]] == of_theirs[pair[1]] == 1)
        settled_ours.update(of_ours)
        settled_theirs.update(of_theirs)
