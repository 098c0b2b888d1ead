"""Stretches of one text that a rule lets pass, because of the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.domain.compliance.folding import FoldedText
    from cs_desk.domain.compliance.rule import Rule


class Excuses:
    """What one rule lets pass in one text; found once, however many hits there are.

    Args:
        rule: The rule.
        folded: The text.
    """

    def __init__(self, rule: Rule, folded: FoldedText) -> None:
        self._preceded_by = rule.preceded_by
        self._folded = folded
        self._passed = bytearray(len(folded.text))
        for pattern in rule.exceptions:
            for start, end in pattern.places(folded):
                self._let_pass(start, end)
        for pattern in rule.same_sentence:
            for start, _end in pattern.places(folded):
                self._let_pass(*folded.sentence_of(start))

    def cover(self, start: int, end: int) -> bool:
        """Return whether the folded range ``start`` to ``end`` passes."""
        return self._passed.find(1, start, end) >= 0 or self._is_warned_of(start, end)

    def _let_pass(self, start: int, end: int) -> None:
        self._passed[start:end] = b"\1" * (end - start)

    def _is_warned_of(self, start: int, end: int) -> bool:
        """Return whether the text warns of what stands there: 请勿加微信."""
        text = self._folded.text
        for word in self._preceded_by:
            begin = start - len(word)
            if begin < 0 or not text.startswith(word, begin):
                continue
            # 能不能加微信 asks for it.
            asks = begin > 0 and word[0] == "不" and text[begin - 1] == word[1:2]
            if not asks and self._folded.is_one_clause(begin, end):
                return True
        return False
