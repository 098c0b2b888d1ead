"""One return case on one page: its notes, its steps, what is attached, and what was decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cs_desk.app.case_banner_words import banner
from cs_desk.domain.returns.kinds import CaseStatus
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.returns.case_banner import FiveNotes
from cs_desk.ui.returns.case_head import CaseHead
from cs_desk.ui.returns.case_history import CaseHistory
from cs_desk.ui.returns.case_state_line import CaseStateLine
from cs_desk.ui.returns.drop_area import DropArea
from cs_desk.ui.returns.evidence_intake import EvidenceIntake
from cs_desk.ui.returns.evidence_model import shown_evidence
from cs_desk.ui.returns.evidence_strip import EvidenceStrip
from cs_desk.ui.returns.evidence_view import EvidenceView
from cs_desk.ui.returns.note_box import NoteBox
from cs_desk.ui.returns.note_list import NoteList
from cs_desk.ui.returns.reveal import Reveal
from cs_desk.ui.returns.step_list import StepList
from cs_desk.ui.returns.verdict_table import VerdictTable
from cs_desk.ui.tab_stops import order_tabs
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import (
        QFocusEvent,
        QHideEvent,
        QKeyEvent,
        QResizeEvent,
        QShowEvent,
    )

    from cs_desk.app.case_replies import PinnedReply
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_CLOSE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_W)
_USUAL_RETENTION = 90


class CasePage(QWidget):
    """Shows a case and tells what the person wants done; it changes nothing by itself.

    Args:
        icons: The icon set.
        colours: The appearance.
        read_evidence: Returns the content with a hash, or None; called in a worker.
        parent: Qt's owner.

    Signals:
        left: Back to the list.
        ticked: A check's key, and whether it is to be ticked.
        noted: Text of a new note.
        attached: List of names and contents of files to attach.
        refused: Why something cannot be attached, in words.
        evidence_opened: Hash of the file that is shown large.
        evidence_removed: Hash of the file to take away.
        deadline_read: A step's key, and what was pasted as 千牛's countdown.
        deadline_dropped: Key of the step whose countdown shall no longer count.
        reply_copied: Id of the template that is to be copied.
        reply_opened: Id of the template that is to be shown among the replies.
        line_overruled: Key of a line of the refund and its 分, or None for the rule's.
        payer_overruled: Who pays the freight, or None for whom the rule names.
        edit_requested: The facts are to be changed.
        close_requested: The case is done with.
        withdraw_requested: The case is not to be worked any further.
        reopen_requested: It is not, after all.
        undo_requested: The last change is to be taken back.
        move_on_requested: The newer checklist is to be used.
        export_requested: ``html``, ``pdf`` or ``bundle``.
    """

    left = Signal()
    ticked = Signal(str, bool)
    noted = Signal(str)
    attached = Signal(list)
    refused = Signal(str)
    evidence_opened = Signal(str)
    evidence_removed = Signal(str)
    deadline_read = Signal(str, str)
    deadline_dropped = Signal(str)
    reply_copied = Signal(str)
    reply_opened = Signal(str)
    line_overruled = Signal(str, object)
    payer_overruled = Signal(object)
    edit_requested = Signal()
    close_requested = Signal()
    withdraw_requested = Signal()
    reopen_requested = Signal()
    undo_requested = Signal()
    move_on_requested = Signal()
    export_requested = Signal(str)

    def __init__(
        self,
        icons: Icons,
        colours: Colours,
        read_evidence: Callable[[str], bytes | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view: CaseView | None = None
        self._now: datetime | None = None
        self._retention_days = _USUAL_RETENTION
        self._unsaved_notes: dict[str, str] = {}
        self._reveal = Reveal(self)
        self._intake = EvidenceIntake(self)
        self._head = CaseHead(icons, colours)
        self._state = CaseStateLine()
        self._notes_of_case = FiveNotes(colours)
        self._steps = StepList(icons, colours)
        self._strip = EvidenceStrip(icons, colours, read_evidence)
        self._verdict = VerdictTable()
        self._note_box = NoteBox()
        self._note_list = NoteList(colours)
        self._history = CaseHistory()
        self._scroll = QScrollArea()
        self._content = QWidget()
        self._drop_area = DropArea(self)
        self._large = EvidenceView(icons, colours, read_evidence, self)
        self._build()
        self._connect()

    @property
    def shown(self) -> CaseView | None:
        """What is shown; None before the first case."""
        return self._view

    def show_case(
        self,
        view: CaseView,
        pinned: Sequence[PinnedReply],
        now: datetime,
        *,
        retention_days: int = _USUAL_RETENTION,
    ) -> None:
        """Show a case as it is now; what has not changed is left as it is.

        Args:
            view: The case.
            pinned: The replies of its current step, already filled.
            now: The present moment, in China's zone.
            retention_days: How long a closed case is kept.
        """
        case = view.case
        is_other = self._view is None or self._view.case.id != case.id
        if is_other:
            self._begin_other()
        self._take_back_note(view)
        self._view, self._now, self._retention_days = view, now, retention_days
        closed = case.status is CaseStatus.CLOSED
        self._head.show_case(view, now)
        self._state.show_case(view, now)
        self._notes_of_case.show_banner(banner(view, now, words, retention_days=retention_days))
        self._steps.show_steps(view, pinned, now, read_only=closed)
        self._strip.show_evidence(shown_evidence(case), now, read_only=closed)
        self._verdict.show_verdict(view.verdict, case.nicks, read_only=closed)
        self._note_box.setVisible(not closed)
        self._note_list.show_notes(case.notes, case.nicks, now)
        self._history.show_history(case.history, case.nicks, now)
        self.setAcceptDrops(not closed)
        if is_other:
            self._note_box.set_text(self._unsaved_notes.pop(case.id, ""))
            self._scroll.verticalScrollBar().setValue(0)

    def refresh(self, now: datetime) -> None:
        """Show how much time is left; nothing else has changed."""
        if self._view is None:
            return
        self._now = now
        self._head.refresh(now)
        self._steps.refresh(now)
        told = banner(self._view, now, words, retention_days=self._retention_days)
        self._notes_of_case.show_banner(told)

    def show_open_checks(self, keys: Sequence[str]) -> None:
        """Unfold and mark the checks that keep the case from being closed."""
        self._steps.show_open_checks(keys)

    def show_newer_checklist(self, is_newer: bool) -> None:  # noqa: FBT001 - a state to show
        """Show whether new cases are worked by a newer checklist than this one."""
        self._state.show_newer(is_newer=is_newer)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        parts = (self._head, self._notes_of_case, self._steps, self._strip, self._note_list)
        for part in (*parts, self._large):
            part.set_colours(colours)

    def focus(self) -> None:
        """Give the keyboard to the first open check."""
        self._steps.focus()

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        self._fill_content()
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, GRID * 2, 0)
        top.setSpacing(GRID)
        top.addWidget(self._head)
        top.addWidget(self._state)
        top.addWidget(self._notes_of_case)
        column = QVBoxLayout(self)
        # The right margin is inside, where the scroll bar leaves it free.
        column.setContentsMargins(GRID * 2, GRID * 2, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)

    def _fill_content(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        notes = plain_label("section")
        notes.setText(self.tr("备注"))
        parts = (self._strip, _line(), self._verdict, _line(), notes, self._note_box)
        for part in (self._steps, _line(), *parts, self._note_list, _line(), self._history):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        head, steps = self._head, self._steps
        head.left.connect(self.left)
        head.reveal_toggled.connect(self._reveal.toggle)
        head.edit_requested.connect(self.edit_requested)
        head.export_requested.connect(self.export_requested)
        head.close_requested.connect(self.close_requested)
        head.withdraw_requested.connect(self.withdraw_requested)
        head.reopen_requested.connect(self.reopen_requested)
        self._reveal.changed.connect(head.show_revealed)
        self._reveal.changed.connect(self._note_list.show_revealed)
        self._state.close_requested.connect(self.close_requested)
        self._state.reopen_requested.connect(self.reopen_requested)
        self._state.move_on_requested.connect(self.move_on_requested)
        self._notes_of_case.verdict_wanted.connect(self._on_verdict_wanted)
        steps.ticked.connect(self.ticked)
        steps.deadline_read.connect(self.deadline_read)
        steps.deadline_dropped.connect(self.deadline_dropped)
        steps.reply_copied.connect(self.reply_copied)
        steps.reply_opened.connect(self.reply_opened)
        steps.focused.connect(self._on_focused)
        self._verdict.line_overruled.connect(self.line_overruled)
        self._verdict.payer_overruled.connect(self.payer_overruled)
        self._note_box.noted.connect(self.noted)
        self._note_box.refused.connect(self.refused)
        self._note_box.evidence_pasted.connect(self._take)
        self._drop_area.dropped.connect(self._take)
        self._intake.attached.connect(self.attached)
        self._intake.refused.connect(self.refused)
        self._strip.files_chosen.connect(self._on_files_chosen)
        self._strip.opened.connect(self._on_evidence_opened)
        self._strip.removed.connect(self.evidence_removed)
        self._large.closed.connect(self._on_large_closed)
        self._large.removed.connect(self.evidence_removed)

    # -- showing -----------------------------------------------------------------------------

    def _begin_other(self) -> None:
        """Leave nothing of the case before in sight, and keep what was typed for it."""
        if self._view is not None and self._note_box.text().strip():
            self._unsaved_notes[self._view.case.id] = self._note_box.text()
        self._reveal.mask()
        self._large.hide()
        self._notes_of_case.fold()
        self._note_list.begin()
        self._history.fold()

    def _take_back_note(self, view: CaseView) -> None:
        """Empty the box once the case has the note that was written in it."""
        before = self._view
        if before is None or before.case.id != view.case.id:
            return
        if len(view.case.notes) > len(before.case.notes):
            added = view.case.notes[-1].text
            if added == self._note_box.text().strip():
                self._note_box.set_text("")

    @Slot(object)
    def _on_focused(self, widget: QWidget) -> None:
        # Where it lies is known only when what was unfolded has been laid out.
        QTimer.singleShot(0, widget, partial(self._scroll.ensureWidgetVisible, widget))

    @Slot()
    def _on_verdict_wanted(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(self._verdict.pos().y())
        self._verdict.focus()

    # -- evidence ----------------------------------------------------------------------------

    @Slot(object)
    def _take(self, mime: QMimeData) -> None:
        """Take what was pasted or dropped."""
        view = self._view
        if view is None or self._now is None or view.case.status is CaseStatus.CLOSED:
            return
        self._intake.take(mime, len(view.case.evidence), self._now)

    @Slot(list)
    def _on_files_chosen(self, paths: list[str]) -> None:
        if self._view is not None:
            self._intake.take_files(paths, len(self._view.case.evidence))

    @Slot(str)
    def _on_evidence_opened(self, digest: str) -> None:
        if self._view is None or self._now is None:
            return
        case = self._view.case
        closed = case.status is CaseStatus.CLOSED
        self._large.setGeometry(self.rect())
        self._large.open(shown_evidence(case), digest, self._now, read_only=closed)
        self.evidence_opened.emit(digest)

    @Slot()
    def _on_large_closed(self) -> None:
        self._large.hide()
        self._strip.tiles().setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+V attaches, Ctrl+Z takes back, Ctrl+W closes the case.

        Text fields have had theirs before.
        """
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.keyCombination() == _CLOSE:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """Take Tab through the page as it is read: its rows are built as they are needed."""
        if self._large.isVisible():
            return self._large.focus_next(by=1 if next else -1)
        order_tabs(self)
        return super().focusNextPrevChild(next)

    def showEvent(self, event: QShowEvent) -> None:
        """Know the window that personal data is shown in."""
        super().showEvent(event)
        self._reveal.watch(self.window())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on to the first open check."""
        super().focusInEvent(event)
        self.focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Mask personal data when the page is left."""
        super().hideEvent(event)
        self._reveal.mask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is shown large as large as the page, and the notes as short as it needs."""
        super().resizeEvent(event)
        self._large.setGeometry(self.rect())
        self._notes_of_case.leave_room(self.height())

    def sizeHint(self) -> QSize:
        """The page takes the room that there is."""
        return QSize(0, 0)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("separator")
    return line
