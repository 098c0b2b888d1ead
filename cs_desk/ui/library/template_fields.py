"""What is told of a reply beside its text: title, code, group, tags and the hint to agents."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.group_box import GroupBox
from cs_desk.ui.library.text_undo import TextUndo
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import CONTROL_HEIGHT, GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.template import ReplyTemplate

_BETWEEN_TAGS = re.compile(r"[,，、;；\n]+")
_LONGEST_NAMED = 16


class TemplateFields(QWidget):
    """Edits everything of a reply but its text.

    Signals:
        edited: A field is another one.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.code = QLineEdit()
        self.group = GroupBox()
        self.tags = QLineEdit()
        self.note = QPlainTextEdit()
        self.clash = plain_label("danger", wrapped=True)
        # What the inputs made of the values; what still stands there was not edited.
        self._shown: tuple[object, ...] = ()
        self._build()
        self._connect()

    def show_template(self, template: ReplyTemplate) -> None:
        """Show the fields of ``template``."""
        parts = (self.title, self.code, self.group, self.tags, self.note)
        blockers = [QSignalBlocker(part) for part in parts]
        _set_line(self.title, template.title)
        _set_line(self.code, template.code)
        self.group.show_path(template.group)
        _set_line(self.tags, self.tr("、").join(template.tags))
        if self.note.toPlainText() != template.note:
            self.note.setPlainText(template.note)
        self._shown = self._typed()
        del blockers

    def applied_to(self, template: ReplyTemplate) -> ReplyTemplate:
        """Return ``template``, as it was shown, with the fields that were edited since."""
        names = ("title", "code", "group", "tags", "note")
        pairs = zip(names, self._shown, self._typed(), strict=True)
        changes = {name: typed for name, shown, typed in pairs if shown != typed}
        return replace(template, **changes)  # type: ignore[arg-type] # each value by its name

    def begin_tag(self) -> None:
        """Give the keyboard to the tags, behind the last one and what parts it from the next."""
        # For other reasons, Qt selects what stands there, and a key would replace it.
        self.tags.setFocus(Qt.FocusReason.OtherFocusReason)
        typed = self.tags.text().rstrip()
        if typed and not _BETWEEN_TAGS.fullmatch(typed[-1]):
            self.tags.setText(typed + self.tr("、"))
        self.tags.end(False)  # noqa: FBT003 - Qt's own signature

    def offer_groups(self, groups: Sequence[str]) -> None:
        """Offer these groups."""
        self.group.offer(groups)

    def set_low(self, *, low: bool) -> None:
        """Show one line of the hint in a low window, else two."""
        self.note.setFixedHeight(CONTROL_HEIGHT if low else CONTROL_HEIGHT * 2 - GRID)

    def show_clash(self, other: ReplyTemplate | None) -> None:
        """Say which other reply has the same code; None if there is none."""
        if other is not None:
            title = other.title[:_LONGEST_NAMED]
            self.clash.setText(with_facts(self.tr("编码和「%1」重复，输入编码时会出现两条"), title))
        self.clash.setVisible(other is not None)
        state = "invalid" if other is not None else "filled"
        if self.code.property("state") != state:
            self.code.setProperty("state", state)
            self.code.setAccessibleDescription(self.clash.text() if other else "")
            self.code.style().unpolish(self.code)
            self.code.style().polish(self.code)

    # -- inside ------------------------------------------------------------------------------

    def _typed(self) -> tuple[object, ...]:
        return (
            self.title.text().strip(),
            self.code.text().strip(),
            self.group.path(),
            tags_in(self.tags.text()),
            self.note.toPlainText().strip(),
        )

    def _build(self) -> None:
        self.title.setPlaceholderText(self.tr("标题，如：还没发货"))
        self.code.setPlaceholderText(self.tr("如 wfh"))
        self.tags.setPlaceholderText(self.tr("买家会怎么问，用顿号隔开"))
        self.note.setPlaceholderText(self.tr("只给客服看，不会复制给买家"))
        self.note.setTabChangesFocus(True)
        self.set_low(low=False)
        self.clash.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID)
        self._add(grid, 0, 0, self.tr("标题"), self.title, 3)
        self._add(grid, 1, 0, self.tr("编码"), self.code, 1)
        self._add(grid, 1, 2, self.tr("分组"), self.group, 1)
        grid.addWidget(self.clash, 2, 1, 1, 3)
        self._add(grid, 3, 0, self.tr("标签"), self.tags, 3)
        self._add(grid, 4, 0, self.tr("提示"), self.note, 3)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)

    @staticmethod
    def _add(grid: QGridLayout, row: int, column: int, name: str, part: QWidget, span: int) -> None:
        label = QLabel(name)
        label.setProperty("role", "muted")
        label.setBuddy(part)
        part.setAccessibleName(name)
        grid.addWidget(label, row, column)
        grid.addWidget(part, row, column + 1, 1, span)

    def _connect(self) -> None:
        for line in (self.title, self.code, self.tags):
            line.textChanged.connect(self._on_edited)
            TextUndo(line)
        TextUndo(self.note)
        self.group.editTextChanged.connect(self._on_edited)
        self.note.textChanged.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()


def _set_line(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)


def tags_in(typed: str) -> tuple[str, ...]:
    """Return the tags of a line in which commas or the like part them, each once."""
    parts = (part.strip() for part in _BETWEEN_TAGS.split(typed))
    return tuple(dict.fromkeys(part for part in parts if part))
