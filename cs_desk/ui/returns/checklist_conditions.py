"""What 完好 means for each kind of goods, and what belongs to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cs_desk.app.checklist_wording import category_told, grade_line, grade_mark
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns import checklist_edits as edits
from cs_desk.domain.returns.checklist import Grade
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.returns.checklist_field import Labelled, TextBlock, TextLine
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from cs_desk.domain.returns.checklist import Checklist

_ROWS_SHOWN = 6


class ConditionsEditor(QWidget):
    """Edits the demands on one kind of goods at a time.

    Signals:
        edited: The checklist as it is now.
    """

    edited = Signal(object)

    def __init__(self, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._place = 0
        self._kinds = FactTable(2, self.tr("商品品类"))
        self._demands = TextBlock()
        self._accessories = TextLine()
        self._proof = TextLine()
        self._source = TextBlock()
        self._facts = QLabel()
        self._build()
        self._connect()
        self.show_checklist(checklist)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show ``checklist``; the kind of goods stays chosen as far as it is there."""
        self._checklist = checklist
        self._place = max(min(self._place, len(checklist.conditions) - 1), 0)
        rows = [
            (category_told(each, words), grade_mark(each.grade, words))
            for each in checklist.conditions
        ]
        with QSignalBlocker(self._kinds):
            self._kinds.show_rows(rows, self._place)
        self._kinds.setMinimumHeight(self._kinds.height_of(_ROWS_SHOWN))
        self._show_condition()

    def focus(self) -> None:
        """Give the keyboard to the list."""
        self._kinds.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self._facts.setProperty("role", "muted")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        hint = QLabel(self.tr("拆封查验、合理试穿试用不影响完好。这些文字会填进话术。"))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(hint)
        column.addWidget(self._kinds, 1)
        column.addWidget(Labelled(self.tr("完好要求"), self._demands))
        column.addWidget(Labelled(self.tr("附件清单"), self._accessories))
        column.addWidget(Labelled(self.tr("凭证清单"), self._proof))
        column.addWidget(Labelled(self.tr("来源"), self._source))
        column.addWidget(self._facts)

    def _connect(self) -> None:
        self._kinds.chosen_changed.connect(self._on_chosen)
        self._kinds.entered.connect(self._demands.setFocus)
        # The source told it in other words; what a supervisor writes is the shop's own.
        self._demands.edited.connect(
            lambda text: self._change(demands=text, grade=Grade.UNVERIFIED)
        )
        self._accessories.textEdited.connect(lambda text: self._change(accessories=text))
        self._proof.textEdited.connect(lambda text: self._change(proof=text))
        self._source.edited.connect(lambda text: self._change(source=text))

    def _show_condition(self) -> None:
        condition = self._checklist.conditions[self._place]
        self._demands.show_text(condition.demands)
        self._accessories.show_text(condition.accessories)
        self._proof.show_text(condition.proof)
        self._source.show_text(condition.source)
        told = with_facts(self.tr("来源可信度：%1"), grade_line(condition.grade, words))
        self._facts.setText(told)

    def _change(self, **fields: object) -> None:
        condition = replace(self._checklist.conditions[self._place], **fields)  # type: ignore[arg-type] # by name
        changed = edits.with_condition(self._checklist, self._place, condition)
        self.show_checklist(changed)
        self.edited.emit(changed)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self._kinds.chosen_row()
        if chosen >= 0:
            self._place = chosen
            self._show_condition()
