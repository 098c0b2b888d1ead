"""What an agent typed, read as words that all have to match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.search.cutting import cuts, literal_cut, sound_cuts
from cs_desk.domain.search.joined import apart
from cs_desk.domain.search.particles import subjects
from cs_desk.domain.search.spelling import Cut, Spelling
from cs_desk.domain.search.typos import typo_cuts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cs_desk.domain.search.alphabet import Alphabet
    from cs_desk.domain.search.cutting import Follows
    from cs_desk.domain.search.folding import FoldTable

# A pasted text is known by its beginning; the rest would only cost time.
_LONGEST_QUERY = 200
_MOST_WORDS = 12
# Who types more words than these puts spaces between them.
_FEW_WORDS = 2
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_PUNCTUATION = re.compile(r"[,.!?;:~、。…]+")
# Input methods part syllables by either: xi'an is no xian.
_GAP_BETWEEN_LETTERS = re.compile(r"(?<=[a-z])[ '’](?=[a-z])")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query.

    Attributes:
        word: The folded word, which is found as it is written.
        literal: Its units as written, for the lookup.
        spellings: The cuts by which it is found as pinyin; empty if only the word itself counts.
        spelling: Those cuts as a matcher.
    """

    word: str
    literal: Cut
    spellings: tuple[Cut, ...]
    spelling: Spelling


Wording = tuple[Term, ...]


class Reader:
    """Reads queries with one alphabet and the pairs that one library holds."""

    def __init__(self, alphabet: Alphabet, follows: Follows) -> None:
        self._alphabet = alphabet
        self._follows = follows

    def wordings(self, query: str) -> tuple[Wording, ...]:
        """Return the ways to read a folded, trimmed query; a reply matches by any of them.

        Beside the plain words: letters typed with spaces joined to one word (``tui huo``),
        words without the punctuation of a pasted message, and the phrase, whose spaces count no
        more than those of the texts.
        """
        wordings = {tuple(query.split()): True}
        for other in (_GAP_BETWEEN_LETTERS.sub("", query), _PUNCTUATION.sub(" ", query)):
            words = tuple(other.split())
            if words:
                wordings[words] = True
        if " " in query:
            wordings.setdefault((query.replace(" ", ""),), False)
        return tuple(
            tuple(self._term(word, spelled=spelled) for word in words[:_MOST_WORDS])
            for words, spelled in wordings.items()
        )

    def taken_apart(self, wordings: Sequence[Wording]) -> Iterator[tuple[Wording, ...]]:
        """Yield other ways to read what no reply holds as it stands, the likeliest first.

        One word each is read as two that were typed without a space, or without its particles, or
        both.
        """
        yield self._with_another(wordings, lambda word: apart(word, self._alphabet))
        bare = self._with_another(wordings, lambda word: ((each,) for each in subjects(word)))
        yield bare
        yield self._with_another(bare, lambda word: apart(word, self._alphabet))

    def _with_another(
        self, wordings: Sequence[Wording], others: Callable[[str], Iterable[tuple[str, ...]]]
    ) -> tuple[Wording, ...]:
        """Return the wordings with one word each replaced by what ``others`` returns for it."""
        return tuple(
            (
                *wording[:place],
                *(self._term(part, spelled=True) for part in parts),
                *wording[place + 1 :],
            )
            for wording in wordings
            if len(wording) <= _FEW_WORDS
            for place, term in enumerate(wording)
            for parts in others(term.word)
        )

    def mistyped(self, wordings: Sequence[Wording]) -> tuple[Wording, ...]:
        """Return the wordings with one word each read as mistyped, by letters or by sound."""
        return tuple(other for wording in wordings for other in self._mistyped(wording))

    def _mistyped(self, wording: Wording) -> Iterator[Wording]:
        for place, term in enumerate(wording):
            near = typo_cuts(term.word, self._alphabet, self._follows) or sound_cuts(
                term.word, self._alphabet, self._follows
            )
            if near:
                wrong = Term(term.word, term.literal, near, Spelling(near, self._alphabet))
                yield (*wording[:place], wrong, *wording[place + 1 :])

    def _term(self, word: str, *, spelled: bool) -> Term:
        spellings = cuts(word, self._alphabet, self._follows) if spelled else ()
        literal = literal_cut(word, self._alphabet)
        return Term(word, literal, spellings, Spelling(spellings, self._alphabet))


def plain_term(word: str, alphabet: Alphabet) -> Term:
    """Return the term of a folded word that is found only as it is written."""
    return Term(word, literal_cut(word, alphabet), (), Spelling((), alphabet))


def trimmed(query: str, folding: FoldTable) -> str:
    """Return a query folded, its words parted by single spaces, no longer than is worth searching.

    It is empty where there is nothing to look for.
    """
    visible = _CONTROL.sub(" ", query.strip()[:_LONGEST_QUERY])
    words = map(folding.fold, visible.split())
    return " ".join(word for word in words if word)[:_LONGEST_QUERY].rstrip()
