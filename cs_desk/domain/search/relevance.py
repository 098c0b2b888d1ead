"""Ranking replies by what they share with a buyer's sentence that no reply holds as it stands."""

from __future__ import annotations

import math
import re
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from cs_desk.domain.search.postings import Zone
from cs_desk.domain.search.query import plain_term
from cs_desk.domain.search.vocabulary import also_called

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from cs_desk.domain.search.alphabet import Alphabet
    from cs_desk.domain.search.query import Term

FEWEST_CHINESE_CHARACTERS = 6
_FEWEST_THAT_MATTER = 2

# Characters that carry a sentence's grammar and none of its subject.
_FUNCTION = frozenset(
    "的了吗呢吧啊呀哦嘛么我你您他她它们是就都也还很太这那个有在和跟与把被给让请亲会要想说"
)
# What opens or closes a message whatever it is about.
_COURTESY = re.compile("在吗|在么|亲亲|你好|您好|请问|麻烦|谢谢|不好意思|一下|帮我|怎么办|怎么回事")
_WORD_WEIGHTS = {Zone.TITLE: 1.5, Zone.LABELS: 1.5, Zone.BODY: 1.0}
# A single character says little in a body, but much in a title: 色 in 色差说明.
_SINGLE_WEIGHTS = {Zone.TITLE: 1.0, Zone.LABELS: 1.0}
# Replies far behind the best share only common words with the sentence.
_SMALLEST_SHARE_OF_BEST = 0.2
_CROWD_SHARE = 10
_SMALLEST_CROWD = 256
# What a sentence may cost: the rare pieces decide, and the common ones are in most replies.
_FEWEST_PLACES = 4096
_SHARE_OF_PLACES = 5


def is_sentence(query: str, alphabet: Alphabet) -> bool:
    """Return whether a folded query is long enough to be ranked by relevance."""
    return sum(map(alphabet.is_chinese, query)) >= FEWEST_CHINESE_CHARACTERS


def pieces(sentence: str, alphabet: Alphabet) -> tuple[Term, ...]:
    """Return what to look for in place of a folded sentence.

    That is its pairs of characters, other words for what it speaks of, and those of its
    characters that mean something.
    """
    matter = _without_courtesy(sentence, alphabet)
    words = ["".join(run) for run in _runs(matter, alphabet)]
    pairs = [a + b for word in words for a, b in pairwise(word) if not {a, b} <= _FUNCTION]
    singles = [char for char in matter if _means_something(char, alphabet)]
    found = dict.fromkeys((*pairs, *also_called(matter), *singles))
    return tuple(plain_term(piece, alphabet) for piece in found)


def _without_courtesy(sentence: str, alphabet: Alphabet) -> str:
    """Return a sentence without its polite phrases, unless it has little else to say."""
    matter = _COURTESY.sub(" ", sentence)
    left = sum(_means_something(char, alphabet) for char in matter)
    return matter if left >= _FEWEST_THAT_MATTER else sentence


def _means_something(character: str, alphabet: Alphabet) -> bool:
    return character not in _FUNCTION and alphabet.is_chinese(character)


def _runs(sentence: str, alphabet: Alphabet) -> Iterator[list[str]]:
    run: list[str] = []
    for char in sentence:
        if alphabet.is_chinese(char) or char.isalnum():
            run.append(char)
        elif run:
            yield run
            run = []
    if run:
        yield run


def relevance(
    terms: Sequence[Term],
    places: Callable[[Term, Zone], int],
    holding: Callable[[Term, Zone, int], Iterable[int]],
    total: int,
) -> Generator[None, None, dict[int, float]]:
    """Return the weight of every reply worth showing, by slot; yield between the terms.

    A piece counts in the best zone that holds it, times its rarity (inverse document frequency).

    Args:
        terms: The pieces of the sentence.
        places: Returns in how many places of a zone a piece may stand, without looking there.
        holding: Returns the slots whose reply holds a piece in a zone; none if they are more than
            the number given.
        total: How many replies there are.
    """
    weights: dict[int, float] = {}
    # A piece that every tenth reply holds tells none of them apart.
    crowd = max(_SMALLEST_CROWD, total // _CROWD_SHARE)
    rarest = yield from _rarest(terms, places, max(_FEWEST_PLACES, total // _SHARE_OF_PLACES))
    for term in rarest:
        best: dict[int, float] = {}
        for zone, weight in _zone_weights(term).items():
            for slot in holding(term, zone, crowd):
                best.setdefault(slot, weight)
        rarity = math.log(1 + total / max(1, len(best)))
        for slot, weight in best.items():
            weights[slot] = weights.get(slot, 0.0) + weight * rarity
        yield
    smallest = _SMALLEST_SHARE_OF_BEST * max(weights.values(), default=0.0)
    return {slot: weight for slot, weight in weights.items() if weight >= smallest}


def _zone_weights(term: Term) -> Mapping[Zone, float]:
    return _WORD_WEIGHTS if len(term.word) > 1 else _SINGLE_WEIGHTS


def _rarest(
    terms: Sequence[Term], places: Callable[[Term, Zone], int], most: int
) -> Generator[None, None, list[Term]]:
    """Return the rarest of ``terms`` first, until they stand in more than ``most`` places."""
    counted = []
    for term in terms:
        counted.append((sum(places(term, zone) for zone in _zone_weights(term)), term))
        yield
    counted.sort(key=itemgetter(0))
    before = accumulate((count for count, _ in counted), initial=0)
    return [
        term for (_, term), looked_at in zip(counted, before, strict=False) if looked_at <= most
    ]
