"""What stays true until somebody mends it, in strips under the window's head."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cs_desk.app.place_warnings import PlaceRisk, place_warning
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from cs_desk.app.place_warnings import PlaceWarning
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_ICON = QSize(16, 16)


class Banner(QFrame):
    """One strip: a sign, a sentence in plain text, and a button that closes it.

    Args:
        icons: The icon set.
        grave: Whether what is done now gets lost: another colour, and nothing to close it with.

    Signals:
        closed: The person has seen enough of it.
    """

    closed = Signal()

    def __init__(self, icons: Icons, *, grave: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._grave = grave
        self._sign = QLabel()
        self._text = QLabel()
        self._close = QToolButton()
        self._build()

    def say(self, text: str) -> None:
        """Show ``text``, whatever it holds, as it is."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._close.setAccessibleName(self.tr("关闭这条提醒") + " " + text)

    def text(self) -> str:
        """Return what the strip says."""
        return self._text.text()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        ground = colours.danger_tint if self._grave else colours.warning_tint
        ink = colours.danger if self._grave else colours.warning
        self.setStyleSheet(
            f"QFrame#banner {{ background: {ground}; border: none;"
            f" border-bottom: 1px solid {colours.line}; }}"
            f"QFrame#banner QLabel {{ color: {ink}; }}"
        )
        self._sign.setPixmap(self._icons.tinted("warning", ink).pixmap(_ICON))
        self._close.setIcon(self._icons.tinted("close", ink))

    def _build(self) -> None:
        self.setObjectName("banner")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close.setIconSize(_ICON)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setToolTip(self.tr("关闭这条提醒"))
        self._close.setHidden(self._grave)
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.setSpacing(GRID * 2)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)


class PlaceBanners(QWidget):
    """One strip for each doubt about the data's place, the most serious first.

    A strip that was closed comes back only if its cause went away meanwhile and came again.
    Strips are built when there is a first doubt: as a rule there never is one.
    """

    def __init__(self, icons: Icons, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._colours = colours
        self._closed: set[PlaceRisk] = set()
        self._strips: dict[PlaceRisk, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @Slot(object)
    def show_warnings(self, warnings: tuple[PlaceWarning, ...]) -> None:
        """Show what holds now, and nothing that held before."""
        if warnings and not self._strips:
            self._build()
        told = {warning.risk: place_warning(warning, words) for warning in warnings}
        self._closed &= told.keys()
        for risk, strip in self._strips.items():
            strip.say(told.get(risk, ""))
            strip.setVisible(risk in told and risk not in self._closed)
        self._take_room_if_needed()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        for strip in self._strips.values():
            strip.set_colours(colours)

    def _build(self) -> None:
        for risk in PlaceRisk:
            strip = Banner(self._icons, grave=risk in (PlaceRisk.READ_ONLY, PlaceRisk.GONE))
            strip.hide()
            strip.set_colours(self._colours)
            strip.closed.connect(partial(self._on_closed, risk))
            self._column.addWidget(strip)
            self._strips[risk] = strip

    def _on_closed(self, risk: PlaceRisk) -> None:
        self._closed.add(risk)
        self._strips[risk].hide()
        self._take_room_if_needed()

    def _take_room_if_needed(self) -> None:
        self.setHidden(all(strip.isHidden() for strip in self._strips.values()))
