"""What is odd about a body, in words, each with its remedy as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.wording import diagnosis, with_facts
from cs_desk.domain.placeholder_syntax import DiagnosisKind, Severity
from cs_desk.ui.library.mending import mended, name_to_close
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMouseEvent

    from cs_desk.domain.placeholder_syntax import Diagnosis

_MOST_SHOWN = 3
_LONGEST_REMEDY = 24


class DiagnosisList(QWidget):
    """Tells the first few oddities of a body, and how many more there are.

    Signals:
        go_asked: The place of a ``Diagnosis`` is to be shown.
        mend_asked: The suggestion of a ``Diagnosis`` is to be taken.
        close_asked: A brace is to be closed, after this name: the ``Diagnosis``, and the name.
        define_asked: A name is to be defined for the whole library.
    """

    go_asked = Signal(object)
    mend_asked = Signal(object)
    close_asked = Signal(object, str)
    define_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.setAccessibleName(self.tr("占位符的问题"))
        self.hide()

    def show_diagnoses(
        self, body: str, diagnoses: Sequence[Diagnosis], names: Sequence[str] = ()
    ) -> None:
        """Tell what is odd about ``body``; ``names`` are those that it may use."""
        remedies = [
            (found, mended(body, found), name_to_close(body, found, names))
            for found in diagnoses[:_MOST_SHOWN]
        ]
        shown = (len(diagnoses), *remedies)
        if shown == self._shown:
            return
        self._shown = shown
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(self, *each) for each in remedies]
        if len(diagnoses) > _MOST_SHOWN:
            more = plain_label("muted")
            told = self.tr("还有 %1 处，按 F8 逐个去看")
            more.setText(with_facts(told, str(len(diagnoses) - _MOST_SHOWN)))
            self._rows.append(more)
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(diagnoses))

    def told(self) -> list[str]:
        """Return what the rows say."""
        return [row.told for row in self._rows if isinstance(row, _Row)]


class _Row(QWidget):
    """One oddity; a click on it shows its place."""

    def __init__(
        self, shown_in: DiagnosisList, found: Diagnosis, remedy: str, to_close: str
    ) -> None:
        super().__init__()
        self._list = shown_in
        self._found = found
        self._to_close = to_close
        word = {
            Severity.ERROR: self.tr("错误"),
            Severity.WARN: self.tr("提醒"),
            Severity.INFO: self.tr("说明"),
        }[found.severity]
        self.told = f"{word}{self.tr('：')}{diagnosis(found, words)}"
        label = plain_label("danger" if found.severity is Severity.ERROR else "hint", wrapped=True)
        label.setText(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label, 1)
        if to_close:
            row.addWidget(self._button(self.tr("补上 }"), self._close))
        if remedy:
            row.addWidget(self._button(self._remedy_words(remedy), self._mend))
        elif found.kind is DiagnosisKind.UNKNOWN_NAME:
            row.addWidget(self._button(self.tr("加为占位符"), self._define))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("F8")

    def _remedy_words(self, remedy: str) -> str:
        cut = remedy if len(remedy) <= _LONGEST_REMEDY else remedy[:_LONGEST_REMEDY] + "…"
        # A single one would underline the letter behind it.
        return with_facts(self.tr("改成 %1"), cut).replace("&", "&&").replace("\n", " ")

    def _button(self, told: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(told)
        button.setProperty("role", "small")
        button.setAutoDefault(True)
        button.setAccessibleDescription(self.told)
        button.clicked.connect(act)
        return button

    @Slot()
    def _mend(self) -> None:
        self._list.mend_asked.emit(self._found)

    @Slot()
    def _close(self) -> None:
        self._list.close_asked.emit(self._found, self._to_close)

    @Slot()
    def _define(self) -> None:
        self._list.define_asked.emit(self._found.subject)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the place."""
        super().mousePressEvent(event)
        self._list.go_asked.emit(self._found)
