"""The steps that were taken in the library, and those taken back, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.domain.errors import Sentence
    from cs_desk.domain.library.edition import Edition
    from cs_desk.domain.template import TemplateLibrary

MOST_STEPS = 100
"""How many steps can be taken back; replies that a step did not change take no room in it."""


@dataclass(frozen=True, slots=True)
class EditStep:
    """One change of the library.

    Attributes:
        told: What was done, in words.
        before: The library before it.
        after: The library after it.
        from_trash: Replies that it took out of the trash, to which taking it back returns them.
        edition: The edition that it left, which is none while the step is taken back.
    """

    told: Sentence
    before: TemplateLibrary
    after: TemplateLibrary
    from_trash: frozenset[str] = frozenset()
    edition: Edition | None = None


@dataclass(frozen=True, slots=True)
class EditHistory:
    """What can be taken back, and what can be done again; the last of each comes next."""

    done: tuple[EditStep, ...] = ()
    taken_back: tuple[EditStep, ...] = ()

    def with_step(self, step: EditStep) -> EditHistory:
        """Return the history with one step more; what was taken back cannot be done again."""
        return EditHistory((*self.done, step)[-MOST_STEPS:])

    def back(self) -> EditHistory:
        """Return the history after the last step was taken back."""
        return EditHistory(self.done[:-1], (*self.taken_back, self.done[-1]))

    def forth(self) -> EditHistory:
        """Return the history after the last step taken back was done again."""
        return EditHistory((*self.done, self.taken_back[-1]), self.taken_back[:-1])

    def without_last_done(self) -> EditHistory:
        """Return the history without a step that has nothing left to be taken back."""
        return replace(self, done=self.done[:-1])

    def without_last_taken_back(self) -> EditHistory:
        """Return the history without a step of which nothing can be done again."""
        return replace(self, taken_back=self.taken_back[:-1])
