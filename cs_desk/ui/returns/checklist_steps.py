"""The steps of the checklist: their checks one by one, and the replies that each suggests."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.case_wording import anchor_told
from cs_desk.app.checklist_wording import cases_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns import checklist_edits as edits
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.returns.checklist_field import Labelled, SteadyCombo, TextBlock, TextLine
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from cs_desk.domain.returns.checklist import Check, Checklist

_ROWS_SHOWN = 6


class StepsEditor(QWidget):
    """Edits the checks of one step at a time.

    Signals:
        edited: The checklist as it is now.
        removed: The checklist without a check, and the title of that check.
    """

    edited = Signal(object)
    removed = Signal(object, str)

    def __init__(self, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._place = 0
        self._step = SteadyCombo()
        self._step.setAccessibleName(self.tr("步骤"))
        self._checks = FactTable(2, self.tr("检查项"))
        self._add = QPushButton(self.tr("新增"))
        self._up = QPushButton(self.tr("上移"))
        self._down = QPushButton(self.tr("下移"))
        self._remove = QPushButton(self.tr("删除"))
        self._title = TextLine()
        self._hint = TextBlock()
        self._mandatory = QCheckBox(self.tr("必做"))
        self._supervisor = QCheckBox(self.tr("由主管决定"))
        self._facts = QLabel()
        self._suggestions = TextBlock()
        self._known = checklist.steps[0].suggestions
        self._build()
        self._connect()
        self.show_checklist(checklist)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show ``checklist``; step and check stay chosen as far as they are there."""
        self._checklist = checklist
        with QSignalBlocker(self._step):
            chosen = max(self._step.currentIndex(), 0)
            self._step.clear()
            for number, step in enumerate(checklist.steps, 1):
                self._step.addItem(f"{number}  {step.title}")
            self._step.setCurrentIndex(chosen)
        self._place = max(min(self._place, len(self._list()) - 1), 0)
        self._open_step()

    def focus(self) -> None:
        """Give the keyboard to the choice of the step."""
        self._step.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._facts.setProperty("role", "muted")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self._suggestions.setPlaceholderText(self.tr("话术的编码或主题，用空格隔开"))
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self._add, self._up, self._down, self._remove):
            button.setAutoDefault(True)
            buttons.addWidget(button, 1)
        marks = QHBoxLayout()
        marks.addWidget(self._mandatory)
        marks.addWidget(self._supervisor)
        marks.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self._step)
        column.addWidget(self._checks, 1)
        column.addLayout(buttons)
        column.addWidget(Labelled(self.tr("检查项"), self._title))
        column.addWidget(Labelled(self.tr("为什么、怎么做"), self._hint))
        column.addLayout(marks)
        column.addWidget(self._facts)
        column.addWidget(Labelled(self.tr("这一步建议的话术"), self._suggestions))

    def _connect(self) -> None:
        self._step.currentIndexChanged.connect(self._on_step)
        self._checks.chosen_changed.connect(self._on_chosen)
        self._checks.entered.connect(self._title.setFocus)
        self._add.clicked.connect(self._on_add)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._remove.clicked.connect(self._on_remove)
        self._title.textEdited.connect(lambda text: self._change(title=text))
        self._hint.edited.connect(lambda text: self._change(hint=text))
        self._mandatory.toggled.connect(lambda on: self._change(mandatory=on))
        self._supervisor.toggled.connect(lambda on: self._change(supervisor=on))
        self._suggestions.edited.connect(self._on_suggestions)

    # -- showing -----------------------------------------------------------------------------

    def _list(self) -> tuple[Check, ...]:
        return self._checklist.steps[self._at].checks

    @property
    def _at(self) -> int:
        """The place of the step that is shown."""
        return self._step.currentIndex()

    def _open_step(self) -> None:
        """Show the step, with its suggestions written anew."""
        # A code that is half typed is no longer the suggestion that it was, until it is whole.
        self._known = self._checklist.steps[self._at].suggestions
        self._suggestions.show_text(" ".join(suggestion.reply for suggestion in self._known))
        self._show_step()

    def _show_step(self) -> None:
        checks = self._list()
        chosen = self._place if checks else -1
        with QSignalBlocker(self._checks):
            self._checks.show_rows([(c.title, self._mark(c)) for c in checks], chosen)
        self._checks.setMinimumHeight(self._checks.height_of(_ROWS_SHOWN))
        self._show_check()

    def _mark(self, check: Check) -> str:
        if check.supervisor:
            return self.tr("主管 必做") if check.mandatory else self.tr("主管")
        return self.tr("必做") if check.mandatory else ""

    def _show_check(self) -> None:
        checks = self._list()
        for part in (self._title, self._hint, self._mandatory, self._supervisor, self._remove):
            part.setEnabled(bool(checks))
        self._up.setEnabled(self._place > 0)
        self._down.setEnabled(self._place < len(checks) - 1)
        check = checks[self._place] if checks else None
        self._title.show_text(check.title if check else "")
        self._hint.show_text(check.hint if check else "")
        for box, on in (
            (self._mandatory, check is not None and check.mandatory),
            (self._supervisor, check is not None and check.supervisor),
        ):
            with QSignalBlocker(box):
                box.setChecked(on)
        self._facts.setText(self._facts_of(check) if check else "")

    def _facts_of(self, check: Check) -> str:
        used = with_facts(self.tr("用于：%1"), cases_told(check.when, words))
        if check.marks is None:
            return used
        moment = anchor_told(check.marks, words)
        return used + "\n" + with_facts(self.tr("勾选时记下「%1」的时间"), moment)

    # -- editing -----------------------------------------------------------------------------

    def _change(self, **fields: str | bool) -> None:
        check = replace(self._list()[self._place], **fields)  # type: ignore[arg-type] # by name
        self._edit(edits.with_check(self._checklist, self._at, self._place, check))

    def _move(self, by: int) -> None:
        to = self._place + by
        if not 0 <= to < len(self._list()):
            return
        moved = edits.with_check_moved(self._checklist, self._at, self._place, to)
        self._place = to
        self._edit(moved)

    def _edit(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._show_step()
        self.edited.emit(checklist)

    @Slot()
    def _on_step(self) -> None:
        self._place = 0
        self._open_step()

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self._checks.chosen_row()
        if chosen >= 0:
            self._place = chosen
            self._show_check()

    @Slot()
    def _on_add(self) -> None:
        place = min(self._place + 1, len(self._list()))
        title = self.tr("新的检查项")
        added = edits.with_new_check(self._checklist, self._at, place, title)
        self._place = place
        self._edit(added)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    @Slot()
    def _on_remove(self) -> None:
        title = self._list()[self._place].title
        without = edits.without_check(self._checklist, self._at, self._place)
        self._checklist = without
        self._place = max(min(self._place, len(self._list()) - 1), 0)
        self._show_step()
        self.removed.emit(without, title)

    @Slot(str)
    def _on_suggestions(self, typed: str) -> None:
        # Whatever stands between them: blanks, commas, the Chinese ones too.
        replies = re.findall(r"[\w.-]+", typed)
        self._edit(edits.with_suggestions(self._checklist, self._at, replies, self._known))
