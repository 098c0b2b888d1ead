"""The definition of one placeholder, to be filled in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from cs_desk.domain.template import Placeholder
from cs_desk.ui.library.placeholder_words import source_words, type_words
from cs_desk.ui.library.template_fields import tags_in
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

_LONGEST_VALUE = 2000


class PlaceholderForm(QWidget):
    """Edits a definition; nothing is stored here.

    Signals:
        edited: Something of it is another one.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Placeholder("")
        self.name = QLineEdit()
        self._types = list(type_words(words).items())
        self._sources = list(source_words(words).items())
        self._type = QComboBox()
        self._source = QComboBox()
        self._default = QLineEdit()
        self._choices = QLineEdit()
        self._hint = QLineEdit()
        self._length = QSpinBox()
        self._required = QCheckBox(self.tr("必填，没有值就不能复制"))
        self._promise = QCheckBox(self.tr("是对买家的承诺或期限，不能是过去"))
        self._personal = QCheckBox(self.tr("是买家的个人信息，不留在剪贴板历史里"))
        self._build()
        self._connect()
        self.show_placeholder(self._shown)

    def show_placeholder(self, shown: Placeholder) -> None:
        """Show a definition; an empty name is for a new one."""
        self._shown = shown
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.name.setText(shown.name)
        self._type.setCurrentIndex([kind for kind, _word in self._types].index(shown.type))
        self._source.setCurrentIndex([each for each, _word in self._sources].index(shown.source))
        self._default.setText(shown.default or "")
        self._choices.setText(self.tr("、").join(shown.choices))
        self._hint.setText(shown.hint)
        self._length.setValue(shown.max_length)
        self._required.setChecked(shown.required)
        self._promise.setChecked(shown.promise)
        self._personal.setChecked(shown.personal)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def placeholder(self) -> Placeholder:
        """Return the definition as it is typed."""
        shown = self._shown
        default = self._default.text()
        choices = self._choices.text()
        untouched = choices == self.tr("、").join(shown.choices)
        return replace(
            shown,
            name=self.name.text().strip(),
            type=self._types[self._type.currentIndex()][0],
            source=self._sources[self._source.currentIndex()][0],
            default=shown.default if default == (shown.default or "") else default or None,
            choices=shown.choices if untouched else tags_in(choices),
            hint=self._hint.text(),
            max_length=self._length.value(),
            required=self._required.isChecked(),
            promise=self._promise.isChecked(),
            personal=self._personal.isChecked(),
        )

    def shown(self) -> Placeholder:
        """Return the definition as it was shown."""
        return self._shown

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._type.addItems([word for _kind, word in self._types])
        self._source.addItems([word for _each, word in self._sources])
        self._length.setRange(1, _LONGEST_VALUE)
        # The padding of the style sheet does not reach the line inside.
        self._length.lineEdit().setTextMargins(GRID * 2, 0, 0, 0)
        self.name.setPlaceholderText(self.tr("如 收货城市"))
        self._choices.setPlaceholderText(self.tr("用顿号隔开"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        self._add(form, self.tr("名称"), self.name)
        self._add(form, self.tr("类型"), self._type)
        self._add(form, self.tr("谁来填"), self._source)
        self._add(form, self.tr("默认值"), self._default)
        self._add(form, self.tr("选项"), self._choices)
        self._add(form, self.tr("示例"), self._hint)
        self._add(form, self.tr("最长"), self._length)
        for box in (self._required, self._promise, self._personal):
            form.addRow(box)

    @staticmethod
    def _add(form: QFormLayout, name: str, part: QWidget) -> None:
        label = QLabel(name)
        label.setProperty("role", "muted")
        label.setBuddy(part)
        part.setAccessibleName(name)
        form.addRow(label, part)

    def _connect(self) -> None:
        for line in (self.name, self._default, self._choices, self._hint):
            line.textChanged.connect(self.edited)
        for combo in (self._type, self._source):
            combo.currentIndexChanged.connect(self.edited)
        self._length.valueChanged.connect(self.edited)
        for box in (self._required, self._promise, self._personal):
            box.toggled.connect(self.edited)
