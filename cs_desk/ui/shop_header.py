"""The window's head: the shop in use, the menu, and the pin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from cs_desk.domain.shop import Shop
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_ICON = QSize(16, 16)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShopHeader(QWidget):
    """Names the shop, opens its list and the desk's menu, and holds the pin.

    Signals:
        shop_chosen: The shop to answer for.
        edit_requested: Open the values of the shop in use.
        add_requested: Open an empty profile.
        pin_toggled: Whether the window shall stay on top.
    """

    shop_chosen = Signal(object)
    edit_requested = Signal()
    add_requested = Signal()
    pin_toggled = Signal(bool)

    def __init__(self, icons: Icons, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shop = _HeadButton()
        self._shops = QMenu(self)
        self._more = _HeadButton()
        self._more.setMenu(menu)
        self._pin = _HeadButton()
        self._build()

    def show_shops(self, current: Shop, shops: Sequence[Shop]) -> None:
        """Show ``current`` as the shop in use among ``shops``."""
        named = current.name.replace("&", "&&") or self.tr("设置店铺")
        self._shop.setText(f"{named} ▾")
        self._shop.setAccessibleName(self.tr("店铺") + " " + current.name)
        mode = QToolButton.ToolButtonPopupMode
        # Before there is a shop, there is nothing to choose: the button opens the form itself.
        self._shop.setPopupMode(mode.InstantPopup if shops else mode.DelayedPopup)
        self._shops.clear()
        group = QActionGroup(self._shops)
        for shop in shops:
            action = QAction(shop.name.replace("&", "&&"), self._shops, checkable=True)
            action.setChecked(shop.id == current.id)
            action.triggered.connect(partial(self._on_chosen, shop))
            group.addAction(action)
            self._shops.addAction(action)
        self._shops.addSeparator()
        self._shops.addAction(self.tr("编辑店铺资料…"), self.edit_requested.emit)
        self._shops.addAction(self.tr("新增店铺…"), self.add_requested.emit)

    def show_pinned(self, *, pinned: bool) -> None:
        """Show whether the window stays on top, without telling anyone."""
        self._pin.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._pin.setChecked(pinned)
        self._pin.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._pin.setToolTip(self.tr("取消置顶") if pinned else self.tr("窗口置顶"))

    def set_colours(self, colours: Colours) -> None:
        """Tint the icons for ``colours``."""
        self._more.setIcon(self._icons.tinted("more", colours.text))
        self._pin.setIcon(self._icons.tinted("pin", colours.text))

    def _build(self) -> None:
        self._shop.setObjectName("shopButton")
        self._shop.setMenu(self._shops)
        self._shop.clicked.connect(self._on_pressed)
        self._shop.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setToolTip(self.tr("菜单"))
        self._more.setAccessibleName(self.tr("菜单"))
        self._pin.setCheckable(True)
        self._pin.setAccessibleName(self.tr("窗口置顶"))
        self._pin.toggled.connect(self.pin_toggled)
        for button in (self._shop, self._more, self._pin):
            button.setIconSize(_ICON)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(self._shop)
        row.addStretch(1)
        row.addWidget(self._more)
        row.addWidget(self._pin)

    def _on_pressed(self) -> None:
        if self._shop.popupMode() == QToolButton.ToolButtonPopupMode.DelayedPopup:
            self.edit_requested.emit()

    def _on_chosen(self, shop: Shop) -> None:
        self.shop_chosen.emit(shop)


class _HeadButton(QToolButton):
    """Enter presses it, as the space bar does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
