"""How often the search finds the reply that an agent wants, by library and kind of query.

Usage, from the root of the repository: ``python benchmarks/search_quality.py [tuned]``.
``tuned`` leaves the failures of the held-out third untold, for work on the ranking.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.search_questions import SHOP_QUERIES, STARTER_QUERIES, read_questions
from benchmarks.search_scores import (
    ALL_SENTENCES,
    BARS,
    DEPTH,
    Answer,
    ask,
    by_kind,
    failures,
    score,
    why,
)
from benchmarks.shop_library import make_shop_library
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.search.index import SearchIndex
from cs_desk.exchange.library.csdesk import read_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.search_questions import Question
    from cs_desk.domain.template import ReplyTemplate

RESOURCES = Path(__file__).parents[1] / "resources"
READINGS = RESOURCES / "pinyin" / "readings.txt"
STARTER = RESOURCES / "library" / "starter.csdesk"


def main() -> None:
    """Print the scores of both libraries, then every query that fails."""
    readings = Readings.from_bytes(READINGS.read_bytes())
    only_tuned = sys.argv[1:] == ["tuned"]
    for name, (templates, questions) in libraries().items():
        answers = answers_of(templates, questions, readings)
        print(f"\n{name}: {len(templates)} replies, {len(answers)} queries")
        print("\n".join(score_lines(answers)))
        told = [a for a in answers if not (only_tuned and a.question.is_held_out)]
        print("\nnot among the first 5: what was typed | wanted | came first | why")
        texts = {each.title: _told_by(each) for each in templates}
        print("\n".join(failure_line(answer, texts) for answer in failures(told)))


def libraries() -> dict[str, tuple[Sequence[ReplyTemplate], Sequence[Question]]]:
    """Return the libraries by name, each with the questions put to it."""
    return {
        "starter": (read_library(STARTER).templates, read_questions(STARTER_QUERIES)),
        "shop": (make_shop_library(), read_questions(SHOP_QUERIES)),
    }


def answers_of(
    templates: Sequence[ReplyTemplate], questions: Sequence[Question], readings: Readings
) -> list[Answer]:
    """Return what the search over ``templates``, none of them ever used, makes of questions."""
    index = SearchIndex(templates, readings, {})
    return ask(questions, lambda q: [hit.template.title for hit in index.search(q, limit=DEPTH)])


def score_lines(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield a table of scores: a row for each kind, then for the tuned and the held-out part."""
    yield f"{'':12}{'n':>5}{'@1':>8}{'@5':>8}{'MRR':>8}   bar"
    for kind, own in by_kind(answers).items():
        yield _score_line(kind, own)
    parts = {
        "tuned on": [answer for answer in answers if not answer.question.is_held_out],
        "held out": [answer for answer in answers if answer.question.is_held_out],
    }
    for name, part in parts.items():
        yield _score_line(name, part)
        yield _score_line("  sentences", by_kind(part)[ALL_SENTENCES])


def _score_line(name: str, answers: Sequence[Answer]) -> str:
    found = score(answers)
    bar = BARS.get(name)
    verdict = "-"
    if bar:
        verdict = f"@{bar.places} {bar.share:.2f} {'holds' if found.reaches(bar) else 'MISSED'}"
    return (
        f"{name:12}{found.count:5}{found.at_1:8.3f}{found.at_5:8.3f}"
        f"{found.mean_reciprocal_rank:8.3f}   {verdict}"
    )


def _told_by(template: ReplyTemplate) -> str:
    bodies = (template.body, *(variant.body for variant in template.tones))
    return "\n".join((template.title, *template.tags, template.group, *bodies))


def failure_line(answer: Answer, texts: Mapping[str, str]) -> str:
    """Return the row of one query that failed, given what replies say by their titles."""
    question = answer.question
    query = " ".join(question.query.split())
    first = answer.titles[0] if answer.titles else "-"
    cells = (_padded(query, 42), _padded("|".join(question.wanted), 34), _padded(first, 20))
    return f"{_padded(question.kind, 10)}{' | '.join(cells)} | {why(answer, texts)}"


def _padded(text: str, columns: int) -> str:
    """Return ``text`` cut or filled to so many columns of a terminal; Chinese takes two each."""
    kept, left = "", columns
    for character in text:
        left -= 1 + (unicodedata.east_asian_width(character) in "WF")
        if left < 0:
            break
        kept += character
    width = sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in kept)
    return kept + " " * (columns - width)


if __name__ == "__main__":
    main()
