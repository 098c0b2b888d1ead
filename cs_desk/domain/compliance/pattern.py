"""The small language in which a rule tells what it looks for.

- Text stands for itself, folded as every text is: ``加微信`` finds 加 薇-信.
- ``[您|你|]`` is one of these texts; an empty one makes it optional.
- ``{0-4}`` is any 0 to 4 characters.
- ``#`` is a number of up to 20 digits, also inside ``[ ]``; ``#{5-12}`` one of 5 to 12.

Nothing repeats but digits and gaps, nothing nests, and the ways to try at one place are bounded:
whatever a file holds, a text is read in time proportional to its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.compliance.folding import FoldedText, Folds

MAX_PATTERN_LENGTH = 100
"""Characters of one pattern."""

MAX_REPEATS = 20
"""Longest gap, and most digits, in characters."""

_ANY_DIGITS = f"1-{MAX_REPEATS}"
# Lengths that gaps and numbers may take, multiplied, times the ways to choose.
_MOST_WAYS = 2_000

_PART = re.compile(
    r"\[(?P<choice>[^\[\]{}]*)\]"
    r"|(?P<number>\#)(?:\{(?P<digits>[0-9]{1,2}-[0-9]{1,2})\})?"
    r"|\{(?P<gap>[0-9]{1,2}-[0-9]{1,2})\}"
    r"|(?P<text>[^\[\]{}#|]+)"
)


class PatternError(ValueError):
    """A pattern that means nothing, or could take too long.

    Attributes:
        reason: What is wrong with it.
    """

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Pattern:
    """What a rule looks for.

    Attributes:
        written: As its author wrote it.
        source: The same as a regular expression.
        keys: One or two characters each; a text without any of them does not hold the pattern.
    """

    written: str
    source: str
    keys: frozenset[str]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Finds it in a folded text; compiled when a text needs it, as few of them do."""
        return re.compile(self.source)

    def places(
        self, folded: FoldedText, *, across_clauses: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Yield the folded ranges that hold it as whole words.

        Args:
            folded: The text.
            across_clauses: Whether it may begin in one clause and end in another.
        """
        at = 0
        while found := self.expression.search(folded.text, at):
            start, end = found.span()
            whole = not folded.cuts_a_word(start, end)
            if whole and (across_clauses or folded.is_one_clause(start, end)):
                yield start, end
                at = end
            else:
                # A shorter one may begin inside.
                at = start + 1


@dataclass(frozen=True, slots=True)
class _Part:
    expression: str
    ways: int
    texts: tuple[str, ...] = ()


def read_pattern(written: str, folds: Folds) -> Pattern:
    """Return the pattern that ``written`` describes.

    Raises:
        PatternError: It is too long, no pattern, could take too long, or holds no text.
    """
    if len(written) > MAX_PATTERN_LENGTH:
        raise PatternError(Sentence("超过 %1 个字", (str(MAX_PATTERN_LENGTH),)))
    parts: list[_Part] = []
    at = 0
    while at < len(written):
        found = _PART.match(written, at)
        if found is None:
            raise PatternError(Sentence("看不懂「%1」，括号要成对", (written[at:],)))
        parts.append(_part(found, folds))
        at = found.end()
    if prod(part.ways for part in parts) > _MOST_WAYS:
        raise PatternError(Sentence("间隔和数字太多，查起来会太慢"))
    keys = _keys(parts)
    if not keys:
        raise PatternError(Sentence("没有可以查找的文字"))
    return Pattern(written, "".join(part.expression for part in parts), keys)


def _part(found: re.Match[str], folds: Folds) -> _Part:
    if found["choice"] is not None:
        return _choice(found["choice"].split("|"), folds)
    if found["number"]:
        return _repeated("[0-9]", found["digits"] or _ANY_DIGITS)
    if found["gap"]:
        return _repeated(".", found["gap"])
    text = folds.fold(found["text"])
    return _Part(re.escape(text), 1, (text,))


def _choice(written: list[str], folds: Folds) -> _Part:
    """Return one of several texts, each of which may hold numbers."""
    number = _repeated("[0-9]", _ANY_DIGITS)
    options = [[folds.fold(piece) for piece in text.split("#")] for text in written]
    expressions = (number.expression.join(map(re.escape, pieces)) for pieces in options)
    ways = sum(number.ways ** (len(pieces) - 1) for pieces in options)
    return _Part(f"(?:{'|'.join(expressions)})", ways, tuple(pieces[0] for pieces in options))


def _repeated(what: str, bounds: str) -> _Part:
    least, most = map(int, bounds.split("-"))
    if not least <= most <= MAX_REPEATS:
        told = Sentence("「%1」应从少到多，最多 %2", (bounds, str(MAX_REPEATS)))
        raise PatternError(told)
    lazy = "?" if what == "." else ""
    return _Part(f"{what}{{{least},{most}}}{lazy}", most - least + 1)


def _keys(parts: list[_Part]) -> frozenset[str]:
    """Return how the part that says most may begin; empty if every part may be absent."""
    sure = [part.texts for part in parts if part.texts and all(part.texts)]
    telling = [texts for texts in sure if min(map(len, texts)) > 1]
    if telling:
        return frozenset(text[:2] for text in min(telling, key=len))
    return frozenset(text[0] for text in min(sure, key=len)) if sure else frozenset()
