"""Cutting a typed word into units: ``tuih`` is tui h…, ``thuo`` is t… huo, ``tui货`` is tui 货.

Inside a word a run of letters is cut into whole syllables and initials (zh, ch and sh are
initials too); only the last unit of the word may be any beginning of a syllable.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.pinyin import unify_u
from cs_desk.domain.search.alphabet import Units
from cs_desk.domain.search.spelling import Cut, Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cs_desk.domain.search.alphabet import Alphabet

# Whether any reply has the two units side by side.
Follows = Callable[[Units, Units], bool]

_LONGEST_SYLLABLE = 6
_TWO_LETTER_INITIALS = frozenset({"zh", "ch", "sh"})
# Words beyond this are no pinyin, and every bound keeps a keystroke's work small: real words
# have fewer than ten cuts once those are dropped whose neighbours occur in no reply.
_LONGEST_WORD = 40
_MOST_CUTS = 32


def literal_cut(word: str, alphabet: Alphabet) -> Cut:
    """Return the cut of ``word`` as it is written, one unit per character."""
    return tuple(Element(_written(char, alphabet), char) for char in word)


def cuts(word: str, alphabet: Alphabet, follows: Follows) -> tuple[Cut, ...]:
    """Return how a word with letters may be read as pinyin, fewest units first.

    Args:
        word: A folded word without spaces.
        alphabet: The units.
        follows: Prunes the cuts that occur in no reply.
    """
    if len(word) > _LONGEST_WORD or not any(map(_is_letter, word)):
        return ()
    spelled = dict.fromkeys((word, unify_u(word)))
    found = (cut for each in spelled for cut in _cuts(each, alphabet, follows))
    return tuple(dict.fromkeys(found))


def sound_cuts(word: str, alphabet: Alphabet, follows: Follows) -> tuple[Cut, ...]:
    """Return the cuts of a word with Chinese characters that stand for any homophone."""
    if not 2 <= len(word) <= _LONGEST_WORD or not any(map(alphabet.is_chinese, word)):
        return ()
    return tuple(_cuts(unify_u(word), alphabet, follows, by_sound=True))


def _written(character: str, alphabet: Alphabet) -> Units:
    return alphabet.all_of(character)[0]


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z" or character == "ü"


class _Step(NamedTuple):
    """One unit of a cut, and the place in the word where the next begins."""

    element: Element
    after: int


@dataclass(frozen=True, slots=True)
class _Branch:
    """A step that leads to the end of the word, and the branches that may follow it.

    Attributes:
        element: Its unit.
        following: What may come next; empty at the end of the word.
        fewest: Units of its shortest way to the end, itself included.
        most: Units of its longest way.
    """

    element: Element
    following: tuple[_Branch, ...]
    fewest: int
    most: int


def _cuts(
    word: str, alphabet: Alphabet, follows: Follows, *, by_sound: bool = False
) -> Iterator[Cut]:
    """Yield the cuts whose neighbours occur, fewest units first, up to a bound."""
    branches: list[tuple[_Branch, ...]] = [()] * len(word)
    for place in reversed(range(len(word))):
        branches[place] = tuple(
            branch
            for step in _steps(word, place, alphabet, by_sound=by_sound)
            for branch in _branches(step, branches, follows)
        )
    first = branches[0]
    most = max((branch.most for branch in first), default=0)
    walks = (_walk(branch, count) for count in range(1, most + 1) for branch in first)
    return islice((cut for walk in walks for cut in walk), _MOST_CUTS)


def _branches(
    step: _Step, branches: Sequence[tuple[_Branch, ...]], follows: Follows
) -> Iterator[_Branch]:
    """Yield the step as a branch, unless nothing that occurs may follow it."""
    if step.after == len(branches):
        yield _Branch(step.element, (), 1, 1)
        return
    following = tuple(
        branch
        for branch in branches[step.after]
        if follows(step.element.units, branch.element.units)
    )
    if following:
        fewest = 1 + min(branch.fewest for branch in following)
        most = 1 + max(branch.most for branch in following)
        yield _Branch(step.element, following, fewest, most)


def _walk(branch: _Branch, count: int) -> Iterator[Cut]:
    """Yield the cuts of exactly ``count`` units that begin with ``branch``."""
    if not branch.fewest <= count <= branch.most:
        return
    if not branch.following:
        yield (branch.element,)
        return
    for following in branch.following:
        for rest in _walk(following, count - 1):
            yield (branch.element, *rest)


def _steps(word: str, place: int, alphabet: Alphabet, *, by_sound: bool) -> Iterator[_Step]:
    character = word[place]
    if _is_letter(character):
        yield from _letter_steps(word, place, alphabet)
    elif by_sound and alphabet.is_chinese(character):
        yield from (_Step(Element(units), place + 1) for units in alphabet.all_of(character))
    else:
        yield _Step(Element(_written(character, alphabet), character), place + 1)


def _letter_steps(word: str, place: int, alphabet: Alphabet) -> Iterator[_Step]:
    for length in range(min(_LONGEST_SYLLABLE, len(word) - place), 0, -1):
        letters = word[place : place + length]
        after = place + length
        if after == len(word) or length == 1 or letters in _TWO_LETTER_INITIALS:
            units = alphabet.beginning_with(letters)
        elif letters in alphabet.syllables:
            units = alphabet.spelled(letters)
        else:
            continue
        if units.low < units.high:
            yield _Step(Element(units), after)
