"""The search behind the list: never longer than a frame at a stretch, left when a key comes."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cs_desk.domain.search import ENOUGH_HITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.reply_search import ReplySearch
    from cs_desk.app.shelf import Shelf
    from cs_desk.domain.search.run import SearchRun

# Typos cost more to look for than hits, so they wait until the hits are painted and typing rests.
_TYPO_PAUSE_MS = 80
# With painting the rows, that leaves time in a frame of 16.7 ms.
_STRETCH_S = 0.008


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for.

    Attributes:
        query: What is typed.
        shelf: Where.
        keep: Whether the reply that is chosen should stay chosen if it is found again.
        typos: Whether to look behind typing mistakes at once.
    """

    query: str
    shelf: Shelf
    keep: bool = False
    typos: bool = False


class HitSearch(QObject):
    """Answers one question at a time; a new one takes the place of the one under way.

    Signals:
        answered: A ``Question`` and its list of ``Hit``.
        waiting: There is no index yet; the answer comes when there is.
    """

    answered = Signal(object, list)
    waiting = Signal()

    def __init__(self, finding: ReplySearch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._question: Question | None = None
        self._run: SearchRun | None = None
        self._is_waiting = False
        self._next_stretch = _timer(self, 0, self._on_stretch)
        self._typo_pause = _timer(self, _TYPO_PAUSE_MS, self._on_typo_pause)
        self._making = _timer(self, 0, self._on_making)
        finding.tell_when_ready(self._on_ready, self._making.start)

    def ask(self, question: Question) -> None:
        """Answer ``question``: at once if that takes no longer than a part of a frame."""
        self._next_stretch.stop()
        self._typo_pause.stop()
        self._question = question
        self._run = self._finding.begin(question.query, question.shelf, typos=question.typos)
        self._is_waiting = self._run is None
        if self._is_waiting:
            self.waiting.emit()
        else:
            self._on_stretch()

    def settle(self) -> None:
        """Answer the question under way now, however long it takes: somebody is about to choose."""
        if self._run is not None:
            self._run.finish()
            self._on_stretch()

    def settle_typos(self) -> bool:
        """Look behind typing mistakes now if that is due; return whether it was."""
        due = self._typo_pause.isActive()
        if due:
            self._on_typo_pause()
            self.settle()
        return due

    @property
    def is_waiting(self) -> bool:
        """Whether there is a question that has no answer before there is an index."""
        return self._is_waiting

    @property
    def looked_for_typos(self) -> bool:
        """Whether the last answer has looked behind typing mistakes."""
        return self._question is not None and self._question.typos

    @Slot()
    def _on_stretch(self) -> None:
        run, question = self._run, self._question
        if run is None or question is None:
            return
        end = time.perf_counter() + _STRETCH_S
        if not run.advance(lambda: time.perf_counter() < end):
            # Keys that wait are served between two stretches.
            self._next_stretch.start()
            return
        self._next_stretch.stop()
        self._run = None
        if question.query.strip() and len(run.hits) < ENOUGH_HITS and not question.typos:
            self._typo_pause.start()
        self.answered.emit(question, run.hits)

    @Slot()
    def _on_making(self) -> None:
        end = time.perf_counter() + _STRETCH_S
        if not self._finding.make_on(lambda: time.perf_counter() < end):
            self._making.start()

    @Slot()
    def _on_typo_pause(self) -> None:
        self._typo_pause.stop()
        asked = self._question
        if asked is not None:
            self.ask(replace(asked, keep=True, typos=True))

    def _on_ready(self) -> None:
        asked = self._question
        if asked is not None:
            # A choice made among the hits of an older index is not taken back.
            is_answered = self._run is None
            self.ask(replace(asked, keep=asked.keep or is_answered))


def _timer(owner: QObject, pause_ms: int, due: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(due)
    return timer
