"""Which names are meant by what is typed of one: its characters, or how they are spelled."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from cs_desk.domain.pinyin import unify_u

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cs_desk.domain.pinyin import Readings

_MOST_FOUND = 50
# Looked through between two keys: titles of a large library are not all spelled out.
_MOST_SPELLED = 2_000
_TWO_LETTERS = ("zh", "ch", "sh")


class NameSearch:
    """Finds names by a part of them, in characters, full pinyin or initials.

    Args:
        readings: Reads the table of readings; called when letters are typed for the first time.
    """

    def __init__(self, readings: Callable[[], Readings]) -> None:
        self._read = readings

    def found(self, typed: str, known: Sequence[str]) -> list[str]:
        """Return those of ``known`` that begin so, then that contain it, then that sound so."""
        sought = typed.strip().casefold()
        begin = [name for name in known if name.casefold().startswith(sought)]
        if not sought:
            return begin[:_MOST_FOUND]
        contain = [name for name in known if sought in name.casefold() and name not in begin]
        written = (begin + contain)[:_MOST_FOUND]
        letters = unify_u("".join(sought.split()))
        if not (letters.isascii() and letters.isalnum()):
            return written
        others = (name for name in known[:_MOST_SPELLED] if name not in written)
        return (written + self._spelled_so(letters, others))[:_MOST_FOUND]

    def _spelled_so(self, letters: str, names: Iterator[str]) -> list[str]:
        """Return the names that are spelled so, those that begin so first."""
        begin, contain = [], []
        for name in names:
            spelled = [self._spellings(character) for character in name.casefold()]
            if _is_spelled(letters, spelled[: len(letters)], anywhere=False):
                begin.append(name)
            elif _is_spelled(letters, spelled, anywhere=True):
                contain.append(name)
        return begin + contain

    @cached_property
    def _spellings(self) -> Callable[[str], tuple[str, ...]]:
        readings = self._read()

        @cache
        def spellings(character: str) -> tuple[str, ...]:
            return tuple(map(unify_u, readings.of(character))) or (character,)

        return spellings


def _is_spelled(letters: str, name: Sequence[tuple[str, ...]], *, anywhere: bool) -> bool:
    """Return whether ``letters`` spell a run of characters, the last one perhaps not to its end.

    Args:
        letters: What is typed.
        name: For each character, how it may be spelled.
        anywhere: Whether the run may begin within the name.
    """
    reached = {0}
    for spellings in name:
        following = {0} if anywhere else set()
        for at in reached:
            rest = letters[at:]
            if any(spelling.startswith(rest) for spelling in spellings):
                return True
            parts = (part for spelling in spellings for part in _parts(spelling))
            following.update(at + len(part) for part in parts if rest.startswith(part))
        reached = following
    return False


def _parts(spelling: str) -> Iterator[str]:
    """Yield what is typed of a character before the next one: all of it, or its initial."""
    yield spelling
    yield spelling[:1]
    if spelling.startswith(_TWO_LETTERS):
        yield spelling[:2]
