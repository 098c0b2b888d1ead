"""How well a search answers labelled questions: recall at 1 and at 5, mean reciprocal rank."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from benchmarks.search_questions import Question

DEPTH = 10
"""A wanted reply behind this place counts as not found."""

_FIRST_SCREEN = 5


class Bar(NamedTuple):
    """What a kind of question has to reach: a share of wanted replies in the first ``places``."""

    places: int
    share: float


_AS_TYPED = ("literal", "words", "pinyin", "initials", "partial", "mixed", "polyphone")
SENTENCES = ("sentence", "colloquial", "paste")
"""A buyer's words: such as share some with a reply, such as hardly do, and long messages."""

ALL_SENTENCES = "sentences"
BARS: Mapping[str, Bar] = {
    "code": Bar(1, 1.0),
    **dict.fromkeys(_AS_TYPED, Bar(5, 0.98)),
    **dict.fromkeys(("typo", "homophone", "joined"), Bar(5, 0.90)),
    ALL_SENTENCES: Bar(5, 0.85),
}
"""The bars by kind, for sentences of all kinds together.

A buyer's phrase below six characters (``short``) has none: it is not ranked by relevance.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search made of a question.

    Attributes:
        question: The question.
        titles: The titles found, best first.
    """

    question: Question
    titles: tuple[str, ...]

    @property
    def place(self) -> int | None:
        """The place of the first wanted title, from 1."""
        return self.question.place_in(self.titles)

    def is_within(self, places: int) -> bool:
        """Return whether a wanted reply is among the first ``places``."""
        return self.place is not None and self.place <= places


def ask(questions: Iterable[Question], search: Callable[[str], Sequence[str]]) -> list[Answer]:
    """Return the answers of ``search``, which takes a query and returns titles."""
    return [Answer(question, tuple(search(question.query)[:DEPTH])) for question in questions]


class Score(NamedTuple):
    """Shares of questions answered, from 0 to 1, and their mean reciprocal rank."""

    count: int
    at_1: float
    at_5: float
    mean_reciprocal_rank: float

    def reaches(self, bar: Bar) -> bool:
        """Return whether enough was found in the places that the bar asks for."""
        return (self.at_1 if bar.places == 1 else self.at_5) >= bar.share


def score(answers: Sequence[Answer]) -> Score:
    """Return the score of some answers, at least one."""
    count = len(answers)
    return Score(
        count,
        sum(answer.is_within(1) for answer in answers) / count,
        sum(answer.is_within(_FIRST_SCREEN) for answer in answers) / count,
        sum(1 / answer.place for answer in answers if answer.place) / count,
    )


def by_kind(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """Return the answers by kind of question, in the order in which kinds first come.

    At the end stand the sentences of all kinds.
    """
    kinds: dict[str, list[Answer]] = {}
    for answer in answers:
        kinds.setdefault(answer.question.kind, []).append(answer)
    sentences = [answer for kind in SENTENCES for answer in kinds.get(kind, ())]
    return {**kinds, ALL_SENTENCES: sentences} if sentences else kinds


def failures(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers whose first five hold no wanted reply."""
    return [answer for answer in answers if not answer.is_within(_FIRST_SCREEN)]


def why(answer: Answer, texts: Mapping[str, str]) -> str:
    """Return in a few words how an answer failed.

    Args:
        answer: The answer.
        texts: All that a reply says, by its title.
    """
    question = answer.question
    wanted = [text for title, text in texts.items() if question.is_answered_by(title)]
    shared = max((_shared_pairs(question.query, text) for text in wanted), key=len, default=[])
    found = "nothing found" if not answer.titles else f"not in the first {DEPTH}"
    place = f"place {answer.place}" if answer.place else found
    return f"{place}; shares {' '.join(shared) or 'no two characters'}"


def _shared_pairs(query: str, text: str) -> list[str]:
    pairs = dict.fromkeys(a + b for a, b in pairwise(query.casefold()))
    return [pair for pair in pairs if pair.isalnum() and pair in text.casefold()]
