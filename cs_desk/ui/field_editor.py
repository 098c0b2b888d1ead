"""One field of a reply: its name, where its value came from, and the input for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from cs_desk.domain.filling import ValueSource
from cs_desk.domain.template import PlaceholderType
from cs_desk.ui.theme import CONTROL_HEIGHT, GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

    from cs_desk.domain.city import City
    from cs_desk.domain.filling import FilledField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def settled_city(text: str, suggest_cities: Callable[[str], list[City]]) -> str:
    """Return the city that is suggested first for letters, which name none; else ``text``."""
    cities = suggest_cities(text) if text and text.isascii() else []
    return cities[0].name if cities else text


class FieldEditor(QWidget):
    """Edits the value of one placeholder.

    Signals:
        edited: The value that the agent typed or chose.
        entered: Enter was pressed, and no input method was composing.
        settled: A suggestion was picked; the next gap may have the keyboard.
    """

    edited = Signal(str)
    entered = Signal()
    settled = Signal()

    def __init__(
        self,
        field: FilledField,
        suggest_cities: Callable[[str], list[City]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._suggest_cities = suggest_cities
        self._silent = False
        self._composing = False
        self.name = field.name
        self._input = self._make_input(field)
        self._source = QLabel()
        self._build(field)
        self.show_field(field)

    def show_field(self, field: FilledField, *, unsaved: bool = False) -> None:
        """Show the value, its source and what is wrong with it; typing is not disturbed.

        Args:
            field: The field as it is filled now.
            unsaved: Whether the value only stands on this page, and in no store yet.
        """
        if not self._is_being_typed():
            self._set_text(field.value)
        problem = field.missing or field.reason is not None
        state = "missing" if field.missing else "invalid" if field.reason is not None else "filled"
        self._source.setText(self._source_word(field, unsaved=unsaved))
        self._source.setProperty("role", "danger" if problem else "muted")
        self._input.setProperty("state", state)
        for widget in (self._source, self._input):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._input.setAccessibleDescription(self._source.text())

    def _is_being_typed(self) -> bool:
        line = self._input
        untouched = isinstance(line, QLineEdit) and not line.isModified()
        return line.hasFocus() and not untouched

    def focus(self) -> None:
        """Give the keyboard to the input, with its text selected."""
        self._input.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(self._input, QLineEdit):
            self._input.selectAll()

    def input(self) -> QWidget:
        """Return the input widget."""
        return self._input

    # -- building ----------------------------------------------------------------------------

    def _build(self, field: FilledField) -> None:
        label = QLabel(field.name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setBuddy(self._input)
        self._source.setTextFormat(Qt.TextFormat.PlainText)
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._input.setAccessibleName(field.name)
        self._input.installEventFilter(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(2)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._source, 0, 1)
        grid.addWidget(self._input, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def _make_input(self, field: FilledField) -> QWidget:
        placeholder = field.placeholder
        if placeholder.type is PlaceholderType.MULTILINE:
            return self._make_text(placeholder.hint)
        if placeholder.choices:
            strict = placeholder.type is PlaceholderType.CHOICE
            return self._make_choice(placeholder.choices, editable=not strict)
        line = QLineEdit()
        if placeholder.hint:
            line.setPlaceholderText(self.tr("如 %1").replace("%1", placeholder.hint))
        line.textEdited.connect(self._on_edited)
        if placeholder.type is PlaceholderType.CITY:
            self._add_city_completer(line)
        return line

    def _make_text(self, hint: str) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setPlaceholderText(hint)
        text.setFixedHeight(CONTROL_HEIGHT * 2)
        text.setTabChangesFocus(True)
        text.textChanged.connect(self._on_text_changed)
        return text

    def _make_choice(self, choices: tuple[str, ...], *, editable: bool) -> QComboBox:
        combo = QComboBox()
        combo.addItems(list(choices))
        combo.setEditable(editable)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.currentTextChanged.connect(self._on_edited)
        line = combo.lineEdit()
        if line is not None:
            line.installEventFilter(self)
        return combo

    def _add_city_completer(self, line: QLineEdit) -> None:
        self._cities = QStandardItemModel(self)
        completer = QCompleter(self._cities, self)
        completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        popup = QListView()
        popup.setObjectName("suggestions")
        completer.setPopup(popup)
        # After the completer's own filter was set: this one is asked first.
        popup.installEventFilter(self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._on_city_picked)
        line.setCompleter(completer)
        # Before the completer's own slot opens the popup, the rows have to be there.
        line.textEdited.connect(self._on_city_typed)

    # -- values ------------------------------------------------------------------------------

    def _set_text(self, value: str) -> None:
        self._silent = True
        if isinstance(self._input, QComboBox):
            self._set_choice(self._input, value)
        elif isinstance(self._input, QPlainTextEdit):
            if self._input.toPlainText() != value:
                self._input.setPlainText(value)
        elif isinstance(self._input, QLineEdit) and self._input.text() != value:
            self._input.setText(value)
            self._input.setCursorPosition(0)
        self._silent = False

    @staticmethod
    def _set_choice(combo: QComboBox, value: str) -> None:
        found = combo.findText(value)
        combo.setCurrentIndex(found)
        if found < 0 and combo.isEditable():
            combo.setEditText(value)

    def _source_word(self, field: FilledField, *, unsaved: bool) -> str:
        if field.missing:
            return self.tr("待填")
        if field.reason is not None:
            return self.tr("不合要求")
        if self._is_unknown_city(field):
            return self.tr("没有这个城市的时效")
        if unsaved:
            return self.tr("未保存")
        return {
            ValueSource.ARGUMENT: self.tr("已填"),
            ValueSource.SHOP: self.tr("店铺"),
            ValueSource.CASE: self.tr("退货单"),
            ValueSource.BUYER: self.tr("当前买家"),
            ValueSource.DEFAULT: self.tr("默认"),
            ValueSource.COMPUTED: self.tr("推算"),
            None: "",
        }[field.source]

    def _is_unknown_city(self, field: FilledField) -> bool:
        typed = field.placeholder.type is PlaceholderType.CITY and field.value
        return bool(typed) and not self._suggest_cities(field.value)

    @Slot(str)
    def _on_edited(self, value: str) -> None:
        if not self._silent:
            self.edited.emit(value)

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._silent and isinstance(self._input, QPlainTextEdit):
            self.edited.emit(self._input.toPlainText())

    @Slot(str)
    def _on_city_picked(self, name: str) -> None:
        self.edited.emit(name)
        self.settled.emit()

    def _settle_city(self) -> None:
        """Name the city for letters that are left standing."""
        line = self._input
        if not isinstance(line, QLineEdit) or line.completer() is None or not line.isModified():
            return
        city = settled_city(line.text(), self._suggest_cities)
        if city != line.text():
            line.setText(city)
            self.edited.emit(city)

    def _pick_from(self, popup: QListView) -> bool:
        """Take the first city for Enter; a row that was walked to is the completer's."""
        if popup.currentIndex().isValid():
            return False
        popup.hide()
        self._settle_city()
        self.settled.emit()
        return True

    @Slot(str)
    def _on_city_typed(self, text: str) -> None:
        self._cities.clear()
        for city in self._suggest_cities(text) if text else []:
            # The province tells 台州 from 泰州; the name alone goes into the reply.
            item = QStandardItem(f"{city.name}  {city.province}")
            item.setData(city.name, Qt.ItemDataRole.UserRole)
            self._cities.appendRow(item)

    # -- Qt ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn Enter into ``entered`` unless it belongs to the input method or to a list."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod:
            preedit: QInputMethodEvent = event  # type: ignore[assignment] # by its type
            self._composing = bool(preedit.preeditString())
        elif kind == QEvent.Type.FocusOut:
            left: QFocusEvent = event  # type: ignore[assignment] # by its type
            if left.reason() != Qt.FocusReason.PopupFocusReason:
                self._settle_city()
        elif kind == QEvent.Type.Wheel and isinstance(self._input, QComboBox):
            # A wheel that passes over a field on the way down must not change it.
            event.ignore()
            return True
        elif kind == QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment] # by its type
            if isinstance(watched, QListView):
                return key.key() in _ENTER and self._pick_from(watched)
            if key.key() in _ENTER and not self._composing and not self._wants_line(key):
                self._settle_city()
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _wants_line(self, key: QKeyEvent) -> bool:
        shifted = bool(key.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return shifted and isinstance(self._input, QPlainTextEdit)
