"""The chosen reply: its tones, fields and live preview, and the one primary button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.wording import obstacle
from cs_desk.ui.field_grid import FieldGrid
from cs_desk.ui.fitted_area import FittedArea
from cs_desk.ui.preview import Preview
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.reply_desk import Composition
    from cs_desk.domain.city import City
    from cs_desk.ui.field_editor import FieldEditor
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_ICON = QSize(16, 16)
# Four rows of fields; a reply with more scrolls, so that the button never leaves the window.
_MOST_FIELDS_HEIGHT = 220
_ONE_ROW_OF_FIELDS = 54


class ReplyPane(QWidget):
    """Shows one composition; every change is told to the room, which composes again.

    Signals:
        value_given: A placeholder and the value that the agent gave it.
        tone_chosen: The tone that the agent chose.
        favourite_toggled: The star was pressed.
        copy_requested: Enter in a field, or the primary button.
    """

    value_given = Signal(object, str)
    tone_chosen = Signal(str)
    favourite_toggled = Signal()
    copy_requested = Signal()

    def __init__(
        self,
        icons: Icons,
        colours: Colours,
        suggest_cities: Callable[[str], list[City]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._composition: Composition | None = None
        self._favourite = False
        self._title = _plain_label("title")
        self._tones = QTabBar()
        self._star = QToolButton()
        self._note = _plain_label("note")
        self._fields = FieldGrid(suggest_cities)
        self._field_area = FittedArea(self._fields, _ONE_ROW_OF_FIELDS, _MOST_FIELDS_HEIGHT)
        self.preview = Preview(colours)
        self._obstacle = _plain_label("muted")
        self._copy = QPushButton()
        self._build()
        self._connect()
        self.set_colours(colours)

    @property
    def composition(self) -> Composition | None:
        """What is shown; None before the first reply is chosen."""
        return self._composition

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        self.preview.set_colours(colours)
        self._show_star()

    def show_composition(self, composition: Composition, *, favourite: bool) -> None:
        """Show a reply filled as far as it is; the field with the keyboard keeps it."""
        other = self._composition is None or self._composition.template != composition.template
        self._composition = composition
        self._favourite = favourite
        self._title.setText(composition.template.title)
        self._note.setText(composition.template.note)
        self._note.setVisible(bool(composition.template.note))
        self._show_tones(composition, rebuild=other)
        self._show_star()
        self._show_fields(composition)
        self.preview.show_reply(composition.reply)
        self._show_obstacle()
        self.show()

    def focus_first_gap(self) -> bool:
        """Give the keyboard to the first field without a good value; False if there is none."""
        if self._composition is None:
            return False
        for field in self._composition.reply.fields:
            editor = self._fields.editor(field.name)
            if editor is not None and (field.missing or field.reason is not None):
                self._focus(editor)
                return True
        return False

    def focus_first_field(self) -> bool:
        """Give the keyboard to the first gap, or else to the first field."""
        if self.focus_first_gap():
            return True
        editors = self._fields.editors()
        if editors:
            self._focus(editors[0])
        return bool(editors)

    def _focus(self, editor: FieldEditor) -> None:
        self._field_area.ensureWidgetVisible(editor)
        editor.focus()

    def next_tone(self) -> None:
        """Go on to the next tone, round to the first."""
        if self._tones.count() > 1:
            self._tones.setCurrentIndex((self._tones.currentIndex() + 1) % self._tones.count())

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note.setWordWrap(True)
        self._tones.setDrawBase(False)
        self._tones.setExpanding(False)
        self._tones.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tones.setAccessibleName(self.tr("语气"))
        self._star.setIconSize(_ICON)
        self._star.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._obstacle.setWordWrap(True)
        self._copy.setProperty("role", "primary")
        self._copy.setObjectName("copyButton")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self._tones)
        head.addWidget(self._star)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self._field_area)
        column.addWidget(self.preview)
        column.addWidget(self._obstacle)
        column.addWidget(self._copy)

    def _connect(self) -> None:
        self._fields.given.connect(self.value_given)
        self._fields.entered.connect(self.copy_requested)
        self._fields.settled.connect(self.focus_first_gap)
        self._copy.clicked.connect(self.copy_requested)
        self._star.clicked.connect(self.favourite_toggled)
        self._tones.currentChanged.connect(self._on_tone)

    # -- showing -----------------------------------------------------------------------------

    def _show_tones(self, composition: Composition, *, rebuild: bool) -> None:
        names = composition.template.tone_names()
        self._tones.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        if rebuild:
            while self._tones.count():
                self._tones.removeTab(0)
            for name in names:
                self._tones.addTab(name)
        if composition.tone in names:
            self._tones.setCurrentIndex(names.index(composition.tone))
        self._tones.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._tones.setVisible(len(names) > 1)

    def _show_fields(self, composition: Composition) -> None:
        fields = composition.reply.fields
        self._fields.show_fields(fields)
        self._field_area.setVisible(bool(fields))

    def _show_star(self) -> None:
        name, colour = (
            ("star_filled", self._colours.warning)
            if self._favourite
            else ("star", self._colours.muted)
        )
        self._star.setIcon(self._icons.tinted(name, colour))
        told = self.tr("取消收藏") if self._favourite else self.tr("加入收藏")
        self._star.setToolTip(f"{told}  Ctrl+D")
        self._star.setAccessibleName(told)

    def _show_obstacle(self) -> None:
        assert self._composition is not None  # only called with one shown
        reply = self._composition.reply
        told = obstacle(reply, self.tr)
        self._obstacle.setText(told)
        self._obstacle.setVisible(bool(told))
        self._copy.setText(self.tr("复制  ⏎") if reply.complete else self.tr("继续填写  ⏎"))
        state = "ready" if reply.complete else "waiting"
        if self._copy.property("state") != state:
            self._copy.setProperty("state", state)
            self._copy.style().unpolish(self._copy)
            self._copy.style().polish(self._copy)

    @Slot(int)
    def _on_tone(self, index: int) -> None:
        self.tone_chosen.emit(self._tones.tabText(index))


def _plain_label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
