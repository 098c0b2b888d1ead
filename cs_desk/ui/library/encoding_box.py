"""The encodings that a text may be in, each with how the text begins if it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.format_words import ENCODINGS, encoding_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    Beginnings = Sequence[tuple[str, str]]

_LETTERS = 12
_LIST_WIDTH = 480
_BEGINNING_LENGTH = 40


class EncodingBox(QComboBox):
    """Offers to find the encoding out, or one of several; says nothing when it is filled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("文字编码"))
        # What is said of each encoding has its room in the list only.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.view().setMinimumWidth(_LIST_WIDTH)
        self._to_find_out = self.tr("自动识别")
        self.forget()

    @property
    def chosen(self) -> str | None:
        """The encoding that the person chose, as Python names it; None to find out."""
        chosen: str | None = self.currentData()
        return chosen

    def forget(self) -> None:
        """Offer every encoding for a file of which nothing is known, and choose to find out."""
        self._fill([(encoding, "") for encoding in ENCODINGS], None)

    def show_beginnings(self, beginnings: Beginnings) -> None:
        """Offer the encodings that a file can be in.

        Args:
            beginnings: Each encoding as Python names it, and how the file begins in it. What is
                chosen now stays chosen, and on offer.
        """
        offered = dict(beginnings)
        if self.chosen is not None:
            offered.setdefault(self.chosen, "")
        if offered:
            self._fill(list(offered.items()), self.chosen)

    def show_found(self, encoding: str | None) -> None:
        """Say which encoding was found out; None while that is not known."""
        self._to_find_out = self.tr("自动识别")
        if encoding is not None:
            self._to_find_out = with_facts(self.tr("自动（%1）"), encoding_name(encoding))
        self.setItemText(0, self._to_find_out)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the encoding without what is said of it in the list."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.chosen is not None:
            option.currentText = encoding_name(self.chosen)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _fill(self, beginnings: Beginnings, chosen: str | None) -> None:
        # What is set by the program is no wish of the person.
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self._to_find_out, None)
            for encoding, beginning in beginnings:
                line = " ".join(beginning.split())[:_BEGINNING_LENGTH]
                self.addItem(f"{encoding_name(encoding)}  {line}".rstrip(), encoding)
            self.setCurrentIndex(max(0, self.findData(chosen)))
