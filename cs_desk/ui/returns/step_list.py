"""The seven steps of a case: the current one unfolded, the others on one line each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cs_desk.ui.returns.step_panel import StepPanel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from cs_desk.app.case_replies import PinnedReply
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours


class StepList(QWidget):
    """Shows the steps; the arrows walk their lines, checks and replies.

    Signals:
        ticked: A check's key, and whether it is to be ticked.
        deadline_read: A step's key, and what was pasted as 千牛's countdown.
        deadline_dropped: Key of the step whose countdown shall no longer count.
        reply_copied: Id of the template that is to be copied.
        reply_opened: Id of the template that is to be shown among the replies.
        focused: The widget that has got the keyboard and has to be in sight.
    """

    ticked = Signal(str, bool)
    deadline_read = Signal(str, str)
    deadline_dropped = Signal(str)
    reply_copied = Signal(str)
    reply_opened = Signal(str)
    focused = Signal(object)

    def __init__(self, icons: Icons, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._colours = colours
        self._case = ""
        self._current = ""
        self._read_only = False
        self._now: datetime | None = None
        self._panels: list[StepPanel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(
        self, view: CaseView, pinned: Sequence[PinnedReply], now: datetime, *, read_only: bool
    ) -> None:
        """Show the steps of a case; another case begins with its current step unfolded."""
        self._now = now
        is_other = view.case.id != self._case
        is_reopened = self._read_only and not read_only
        has_moved = view.current != self._current or is_reopened
        self._read_only = read_only
        had_focus = not is_other and has_moved and self._has_focus(self._current)
        before, self._case, self._current = self._current, view.case.id, view.current
        self._provide(len(view.steps))
        for number, (panel, step) in enumerate(zip(self._panels, view.steps, strict=False), 1):
            is_current = step.step.key == view.current
            if is_other:
                panel.mark(())
            if is_other or (has_moved and step.step.key == before):
                panel.fold()
            panel.show_step(
                step,
                number,
                pinned if is_current else (),
                now,
                is_current=is_current,
                read_only=read_only,
            )
            if is_current and (is_other or has_moved) and not read_only:
                panel.unfold(now)
        if had_focus:
            self._focus_current()

    def refresh(self, now: datetime) -> None:
        """Show how much time is left."""
        self._now = now
        for panel in self._panels:
            panel.refresh(now)

    def panel(self, key: str) -> StepPanel | None:
        """Return the step with this key."""
        return next((panel for panel in self._panels if panel.key == key), None)

    def show_open_checks(self, keys: Sequence[str]) -> None:
        """Mark these checks, and unfold the step of the first."""
        for panel in self._panels:
            panel.mark(keys)
        first = next((panel for panel in self._panels if panel.has_any(keys)), None)
        if first is None or self._now is None:
            return
        first.unfold(self._now)
        self._focus(next(row for row in first.check_rows() if row.key in keys))

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        for panel in self._panels:
            panel.set_colours(colours)

    def focus(self) -> None:
        """Give the keyboard to the first open check of the current step."""
        self._focus_current()

    def _provide(self, count: int) -> None:
        while len(self._panels) < count:
            panel = StepPanel(self._icons, self._colours)
            panel.pressed.connect(partial(self._on_pressed, panel))
            panel.ticked.connect(self.ticked)
            panel.countdown_given.connect(partial(self._on_countdown, panel))
            panel.countdown_dropped.connect(partial(self._on_dropped, panel))
            panel.reply_copied.connect(self.reply_copied)
            panel.reply_opened.connect(self.reply_opened)
            self._panels.append(panel)
            self._column.addWidget(panel)
        for number, panel in enumerate(self._panels):
            panel.setVisible(number < count)

    def _on_pressed(self, panel: StepPanel) -> None:
        if panel.is_open:
            panel.fold()
        elif self._now is not None:
            panel.unfold(self._now)

    def _on_countdown(self, panel: StepPanel, text: str) -> None:
        self.deadline_read.emit(panel.key, text)

    def _on_dropped(self, panel: StepPanel) -> None:
        self.deadline_dropped.emit(panel.key)

    # -- keyboard ----------------------------------------------------------------------------

    def _has_focus(self, key: str) -> bool:
        focused = self.window().focusWidget()
        panel = self.panel(key)
        return panel is not None and focused is not None and panel.isAncestorOf(focused)

    def _focus_current(self) -> None:
        panel = self.panel(self._current)
        if panel is None:
            panel = self._panels[-1] if self._panels else None
        if panel is None:
            return
        rows = (row for row in panel.check_rows() if not row.isChecked())
        first: QWidget = next(rows, None) or panel.head
        self._focus(first)

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focused.emit(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk from row to row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        rows = [row for panel in self._panels if panel.isVisible() for row in panel.rows()]
        focused = self.window().focusWidget()
        if by is None or focused not in rows:
            super().keyPressEvent(event)
            return
        place = rows.index(focused) + by
        if 0 <= place < len(rows):
            self._focus(rows[place])
