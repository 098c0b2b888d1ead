"""The limits in time of the checklist, one row each, with where every figure comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cs_desk.app.checklist_faults import MAX_AMOUNT
from cs_desk.app.checklist_wording import (
    amount_told,
    cases_told,
    grade_line,
    grade_mark,
    span_told,
    unit_told,
)
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns import checklist_edits as edits
from cs_desk.domain.returns.checklist import Grade, TimerUnit
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.returns.checklist_field import (
    DateLine,
    Labelled,
    SteadyCombo,
    TextBlock,
    TextLine,
)
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from cs_desk.domain.returns.checklist import Checklist, Timer

_ROWS_SHOWN = 6


class TimersEditor(QWidget):
    """Edits one timer at a time.

    Signals:
        edited: The checklist as it is now.
    """

    edited = Signal(object)

    def __init__(self, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._place = 0
        self._timers = FactTable(3, self.tr("时限"))
        self._title = TextLine()
        self._amount = TextLine()
        self._unit = SteadyCombo()
        self._grade = SteadyCombo()
        self._checked_on = DateLine()
        self._source = TextBlock()
        self._expiry = TextLine()
        self._facts = QLabel()
        self._build()
        self._connect()
        self.show_checklist(checklist)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show ``checklist``; the timer stays chosen as far as it is there."""
        self._checklist = checklist
        self._place = max(min(self._place, len(checklist.timers) - 1), 0)
        rows = [(t.id, t.title, self._row_end(t)) for t in checklist.timers]
        with QSignalBlocker(self._timers):
            self._timers.show_rows(rows, self._place if rows else -1)
        self._timers.setMinimumHeight(self._timers.height_of(_ROWS_SHOWN))
        self._show_timer()

    def focus(self) -> None:
        """Give the keyboard to the list."""
        self._timers.setFocus(Qt.FocusReason.TabFocusReason)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._amount.setValidator(QIntValidator(0, MAX_AMOUNT, self._amount))
        self._amount.setPlaceholderText(self.tr("看千牛"))
        for unit in TimerUnit:
            self._unit.addItem(unit_told(unit, words), unit)
        for grade in Grade:
            self._grade.addItem(grade_line(grade, words), grade)
        self._facts.setProperty("role", "muted")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        hint = QLabel(self.tr("参考的数字不是规则：在退货单里贴上千牛倒计时，就以倒计时为准。"))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Labelled(self.tr("多久（留空就看千牛）"), self._amount), 0, 0)
        grid.addWidget(Labelled(self.tr("单位"), self._unit), 0, 1)
        grid.addWidget(Labelled(self.tr("来源可信度"), self._grade), 1, 0)
        grid.addWidget(Labelled(self.tr("核对日期"), self._checked_on), 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(hint)
        column.addWidget(self._timers, 1)
        column.addWidget(Labelled(self.tr("名称"), self._title))
        column.addLayout(grid)
        column.addWidget(Labelled(self.tr("来源"), self._source))
        column.addWidget(Labelled(self.tr("到期会怎样"), self._expiry))
        column.addWidget(self._facts)

    def _connect(self) -> None:
        self._timers.chosen_changed.connect(self._on_chosen)
        self._timers.entered.connect(self._amount.setFocus)
        self._title.textEdited.connect(lambda text: self._change(title=text))
        self._amount.textEdited.connect(self._on_figure)
        self._unit.currentIndexChanged.connect(self._on_figure)
        self._grade.currentIndexChanged.connect(self._on_grade)
        self._checked_on.dated.connect(lambda day: self._change(checked_on=day))
        self._source.edited.connect(lambda text: self._change(source=text))
        self._expiry.textEdited.connect(lambda text: self._change(expiry=text))

    # -- showing -----------------------------------------------------------------------------

    def _row_end(self, timer: Timer) -> str:
        return f"{amount_told(timer, words)} · {grade_mark(timer.grade, words)}"

    def _show_timer(self) -> None:
        if not self._checklist.timers:
            self.setEnabled(False)
            return
        self.setEnabled(True)
        timer = self._checklist.timers[self._place]
        for combo, value in ((self._unit, timer.unit), (self._grade, timer.grade)):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(combo.findData(value))
        self._amount.show_text("" if timer.amount is None else str(timer.amount))
        self._checked_on.show_day(timer.checked_on)
        self._title.show_text(timer.title)
        self._source.show_text(timer.source)
        self._expiry.show_text(timer.expiry)
        used = with_facts(self.tr("用于：%1"), cases_told(timer.when, words))
        self._facts.setText(f"{span_told(timer, words)}\n{used}")

    # -- editing -----------------------------------------------------------------------------

    def _change(self, **fields: object) -> None:
        timer = replace(self._checklist.timers[self._place], **fields)  # type: ignore[arg-type] # by name
        changed = edits.with_timer(self._checklist, self._place, timer)
        self.show_checklist(changed)
        self.edited.emit(changed)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self._timers.chosen_row()
        if chosen >= 0:
            self._place = chosen
            self._show_timer()

    @Slot()
    def _on_figure(self) -> None:
        # The source told another figure; whoever knows a source for this one names it.
        self._change(
            amount=int(self._amount.text()) if self._amount.text() else None,
            unit=TimerUnit(self._unit.currentData()),
            grade=Grade.UNVERIFIED,
        )

    @Slot()
    def _on_grade(self) -> None:
        self._change(grade=Grade(self._grade.currentData()))
