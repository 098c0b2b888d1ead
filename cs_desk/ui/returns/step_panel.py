"""One step of a case: its line, and unfolded its deadline, its checks and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cs_desk.app.backup_words import moment_told
from cs_desk.app.case_wording import actor_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.kinds import StepStatus
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.returns.check_row import CheckRow
from cs_desk.ui.returns.deadline_row import DeadlineRow
from cs_desk.ui.returns.pinned_replies import PinnedReplies
from cs_desk.ui.returns.step_head import StepHead
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from cs_desk.app.case_replies import PinnedReply
    from cs_desk.domain.returns.case_view import StepView
    from cs_desk.domain.returns.return_case import Tick
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_BODY_LEFT = GRID * 5


class StepPanel(QWidget):
    """Shows a step; its body is built when it is unfolded for the first time.

    Signals:
        pressed: The line was pressed, to fold the step or to unfold it.
        ticked: A check's key, and whether it is to be ticked.
        countdown_given: What was pasted as 千牛's countdown.
        countdown_dropped: What was read off 千牛 shall no longer count.
        reply_copied: Id of the template that is to be copied.
        reply_opened: Id of the template that is to be shown among the replies.
    """

    pressed = Signal()
    ticked = Signal(str, bool)
    countdown_given = Signal(str)
    countdown_dropped = Signal()
    reply_copied = Signal(str)
    reply_opened = Signal(str)

    def __init__(self, icons: Icons, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._colours = colours
        self._shown: tuple[object, ...] = ()
        self._view: StepView | None = None
        self._pinned: Sequence[PinnedReply] = ()
        self._read_only = False
        self._marked: frozenset[str] = frozenset()
        self._body: _StepBody | None = None
        self.head = StepHead(icons, colours)
        self.head.clicked.connect(self.pressed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)

    @property
    def key(self) -> str:
        """Key of the step that is shown; empty before the first one."""
        return self._view.step.key if self._view else ""

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self._body is not None and not self._body.isHidden()

    def show_step(
        self,
        view: StepView,
        number: int,
        pinned: Sequence[PinnedReply],
        now: datetime,
        *,
        is_current: bool,
        read_only: bool,
    ) -> None:
        """Show a step.

        Args:
            view: The step of the case.
            number: Its place among the seven, from 1.
            pinned: Its replies; none unless it is the current one.
            now: The present moment.
            is_current: Whether it comes next.
            read_only: Whether the case is closed.
        """
        shown = (view, number, tuple(pinned), is_current, read_only, now.date())
        if shown == self._shown:
            self.refresh(now)
            return
        self._shown = shown
        self._view, self._pinned, self._read_only = view, pinned, read_only
        self.head.show_step(view, number, now, is_current=is_current)
        if self.is_open:
            self._fill(now)

    def refresh(self, now: datetime) -> None:
        """Show how much time is left."""
        self.head.show_left(now)
        if self._body is not None:
            self._body.deadline.refresh(now)

    def unfold(self, now: datetime) -> None:
        """Show what the step consists of."""
        if self._body is None:
            self._body = _StepBody(self._icons, self._colours)
            self._body.ticked.connect(self.ticked)
            self._body.deadline.countdown_given.connect(self.countdown_given)
            self._body.deadline.dropped.connect(self.countdown_dropped)
            self._body.replies.copied.connect(self.reply_copied)
            self._body.replies.opened.connect(self.reply_opened)
            self._column.addWidget(self._body)
        self._fill(now)
        self._body.show()
        self.head.show_open(is_open=True)

    @Slot()
    def fold(self) -> None:
        """Show the line alone."""
        if self._body is not None:
            self._body.hide()
        self.head.show_open(is_open=False)

    def mark(self, keys: Collection[str]) -> None:
        """Mark those of its checks that keep the case from being closed; none ends it."""
        self._marked = frozenset(keys)
        if self._body is not None:
            self._body.mark(self._marked)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        self.head.set_colours(colours)
        if self._body is not None:
            self._body.set_colours(colours)

    def rows(self) -> list[QWidget]:
        """Return what the arrows walk, in order."""
        return [self.head, *(self._body.rows() if self._body and self.is_open else ())]

    def has_any(self, keys: Collection[str]) -> bool:
        """Return whether one of its checks has one of these keys."""
        checks = self._view.checks if self._view else ()
        return any(view.check.key in keys for view in checks)

    def check_rows(self) -> list[CheckRow]:
        """Return the checks, if the step is unfolded."""
        return self._body.checks() if self._body and self.is_open else []

    def _fill(self, now: datetime) -> None:
        if self._body is not None and self._view is not None:
            self._body.show_step(self._view, self._pinned, now, read_only=self._read_only)
            self._body.mark(self._marked)


class _StepBody(QWidget):
    ticked = Signal(str, bool)

    def __init__(self, icons: Icons, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self._actor = plain_label("muted")
        self._skipped = plain_label("muted")
        self.deadline = DeadlineRow()
        self._checks: list[CheckRow] = []
        self._check_column = QVBoxLayout()
        self.replies = PinnedReplies(icons, colours)
        self._evidence = plain_label("muted")
        self._build()

    def show_step(
        self, view: StepView, pinned: Sequence[PinnedReply], now: datetime, *, read_only: bool
    ) -> None:
        applies = view.status is not StepStatus.NOT_APPLICABLE
        actor = actor_told(view.step.actor, words)
        self._actor.setText(with_facts(self.tr("由%1完成"), actor))
        self._skipped.setText(view.skipped)
        self._skipped.setVisible(not applies and bool(view.skipped))
        # What is done has no deadline any more; what does not apply never had one.
        limited = applies and view.status is not StepStatus.DONE
        self.deadline.setVisible(limited)
        self._actor.setVisible(applies and not limited)
        if limited:
            self.deadline.show_deadline(actor, view.deadline, now, read_only=read_only)
        self._show_checks(view, now, read_only=read_only)
        self.replies.show_replies(() if read_only else pinned)
        told = self.tr("、").join(view.step.evidence)
        self._evidence.setText(with_facts(self.tr("留存凭证：%1"), told))
        self._evidence.setVisible(applies and bool(told))

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.replies.set_colours(colours)
        for row in self._checks:
            row.set_colours(colours)

    def mark(self, keys: Collection[str]) -> None:
        for row in self.checks():
            row.mark(is_marked=row.key in keys)

    def checks(self) -> list[CheckRow]:
        return [row for row in self._checks if not row.isHidden()]

    def rows(self) -> list[QWidget]:
        return [*self.deadline.rows(), *self.replies.rows(), *self.checks()]

    def _build(self) -> None:
        for label in (self._actor, self._skipped, self._evidence):
            label.setWordWrap(True)
            label.setContentsMargins(GRID, 0, GRID, 0)
        self._check_column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BODY_LEFT, 0, 0, GRID * 2)
        column.setSpacing(0)
        column.addWidget(self._actor)
        column.addWidget(self._skipped)
        column.addWidget(self.deadline)
        column.addWidget(self.replies)
        column.addLayout(self._check_column)
        column.addWidget(self._evidence)

    def _show_checks(self, view: StepView, now: datetime, *, read_only: bool) -> None:
        while len(self._checks) < len(view.checks):
            row = CheckRow(self._colours)
            row.wanted.connect(self.ticked)
            self._checks.append(row)
            self._check_column.addWidget(row)
        skipped = view.status is StepStatus.NOT_APPLICABLE
        for row, check in zip(self._checks, view.checks, strict=False):
            row.show_check(check, _ticked_told(check.tick, now), read_only=read_only)
            row.setVisible(not skipped)
        for row in self._checks[len(view.checks) :]:
            row.hide()


def _ticked_told(tick: Tick | None, now: datetime) -> str:
    return f"{tick.by}  {moment_told(tick.at, now, words)}" if tick else ""
