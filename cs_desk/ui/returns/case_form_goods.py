"""The items of an order, one by one: name, price, and whether it comes back."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.domain.returns.money import read_yuan, yuan
from cs_desk.domain.returns.return_case import OrderLine
from cs_desk.ui.returns.case_form_field import EnterKey
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_PRICE_WIDTH = GRID * 20
_MOST_ROWS = 50


class GoodsBox(QWidget):
    """Edits the items of an order; rows without name and price do not count.

    Signals:
        edited: Something was typed, ticked, added or removed.
        entered: Enter was pressed in a row.
        rows_changed: There are other rows.
    """

    edited = Signal()
    rows_changed = Signal()
    entered = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._colours: Colours | None = None
        self._rows: list[_GoodsRow] = []
        self._add = QPushButton(self.tr("+ 添加一件"))
        self._problem = QLabel()
        self._column = QVBoxLayout(self)
        self._build()

    def show_goods(self, goods: Sequence[OrderLine], returned: Sequence[int]) -> None:
        """Show items; without any, one empty row."""
        for row in list(self._rows):
            self._drop(row)
        for place, line in enumerate(goods):
            self._append(line, comes_back=not returned or place in returned)
        if not goods:
            self._append(None, comes_back=True)
        self._say("")
        self.rows_changed.emit()

    def goods(self) -> tuple[OrderLine, ...]:
        """Return the items that are complete."""
        return tuple(line for row in self._rows if (line := row.line()) is not None)

    def returned(self) -> tuple[int, ...]:
        """Return the places of the items that come back; empty if all do."""
        back = [row.comes_back() for row in self._rows if row.line() is not None]
        return () if all(back) else tuple(place for place, each in enumerate(back) if each)

    def check(self) -> bool:
        """Say what is wrong, and return whether nothing is."""
        wrong = [row for row in self._rows if not row.check()]
        counted = [row for row in self._rows if row.line() is not None]
        told = self.tr("单价写成 120 或 120.00") if wrong else ""
        if counted and not any(row.comes_back() for row in counted):
            told = told or self.tr("请勾选退回的是哪一件")
        self._say(told)
        return not told

    def state(self) -> tuple[tuple[str, str, bool], ...]:
        """Return what is typed, to compare it."""
        return tuple(row.state() for row in self._rows)

    def set_colours(self, colours: Colours) -> None:
        """Tint the icons for ``colours``."""
        self._colours = colours
        for row in self._rows:
            row.remove.setIcon(self._icons.tinted("close", colours.muted))

    def inputs(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        rows = ((row.name, row.price, row.back, row.remove) for row in self._rows)
        return (*chain.from_iterable(rows), self._add)

    def focus(self) -> None:
        """Give the keyboard to the first row."""
        self._rows[0].name.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self._add.setProperty("role", "link")
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.clicked.connect(self._on_add)
        self._problem.setProperty("role", "danger")
        self._problem.setWordWrap(True)
        head = QLabel(self.tr("订单里的每一件：名称、单价（元）、是否退回"))
        head.setProperty("role", "muted")
        head.setWordWrap(True)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(head)
        self._column.addWidget(self._problem)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._append(None, comes_back=True)
        self._say("")

    def _append(self, line: OrderLine | None, *, comes_back: bool) -> _GoodsRow:
        row = _GoodsRow(line, comes_back=comes_back)
        row.edited.connect(self._on_edited)
        row.entered.connect(self.entered)
        row.remove.clicked.connect(partial(self._on_remove, row))
        if self._colours is not None:
            row.remove.setIcon(self._icons.tinted("close", self._colours.muted))
        self._rows.append(row)
        # Above the problem and the button.
        self._column.insertWidget(self._column.count() - 2, row)
        self._add.setEnabled(len(self._rows) < _MOST_ROWS)
        return row

    def _drop(self, row: _GoodsRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._add.setEnabled(True)

    def _say(self, told: str) -> None:
        self._problem.setText(told)
        self._problem.setVisible(bool(told))

    def _on_add(self) -> None:
        row = self._append(None, comes_back=True)
        self.rows_changed.emit()
        row.name.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _on_remove(self, row: _GoodsRow) -> None:
        self._drop(row)
        if not self._rows:
            self._append(None, comes_back=True)
        self.rows_changed.emit()
        self._on_edited()

    def _on_edited(self) -> None:
        self.check()
        self.edited.emit()


class _GoodsRow(QWidget):
    """One item.

    Signals:
        edited: Something was typed or ticked.
        entered: Enter was pressed.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, line: OrderLine | None, *, comes_back: bool) -> None:
        super().__init__()
        self.name = QLineEdit(line.name if line else "")
        self.price = QLineEdit(yuan(line.fen) if line else "")
        self.back = QCheckBox(self.tr("退"))
        self.remove = QToolButton()
        self.back.setChecked(comes_back)
        self._build()

    def line(self) -> OrderLine | None:
        """Return the item; None as long as its price is none."""
        fen = read_yuan(self.price.text())
        return None if fen is None else OrderLine(self.name.text().strip(), fen)

    def comes_back(self) -> bool:
        """Return whether it is returned."""
        return self.back.isChecked()

    def check(self) -> bool:
        """Mark a wrong price, and return whether there is none."""
        empty = not self.name.text().strip() and not self.price.text().strip()
        fine = empty or self.line() is not None
        self.price.setProperty("state", "" if fine else "invalid")
        self.price.style().unpolish(self.price)
        self.price.style().polish(self.price)
        return fine

    def state(self) -> tuple[str, str, bool]:
        """Return what is typed."""
        return self.name.text(), self.price.text(), self.back.isChecked()

    def _build(self) -> None:
        self.name.setPlaceholderText(self.tr("名称"))
        self.name.setAccessibleName(self.tr("商品名称"))
        self.price.setAccessibleName(self.tr("单价（元）"))
        self.price.setFixedWidth(_PRICE_WIDTH)
        self.back.setToolTip(self.tr("这一件要退回"))
        self.remove.setToolTip(self.tr("去掉这一件"))
        self.remove.setAccessibleName(self.tr("去掉这一件"))
        self.remove.setIconSize(QSize(12, 12))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for line in (self.name, self.price):
            keys = EnterKey(line)
            keys.pressed.connect(self.entered)
            line.textEdited.connect(self.edited)
        self.back.toggled.connect(self.edited)
        row.addWidget(self.name, 1)
        row.addWidget(self.price)
        row.addWidget(self.back)
        row.addWidget(self.remove)
