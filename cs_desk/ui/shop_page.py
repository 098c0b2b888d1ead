"""A shop's own values on one page: what every reply of this shop is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.drafts import ShopPageDraft
from cs_desk.app.shops import SHOP_NAME
from cs_desk.domain.filling import FilledField, ValueSource
from cs_desk.domain.template import Placeholder, PlaceholderSource, PlaceholderType
from cs_desk.ui.field_editor import settled_city
from cs_desk.ui.field_grid import FieldGrid
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from cs_desk.app.shops import Shops
    from cs_desk.domain.city import City
    from cs_desk.domain.shop import Shop
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.theme import Colours


class ShopPage(QWidget):
    """Edits one profile; nothing is stored before 保存.

    Signals:
        saved: The profile as it is stored now.
        left: The page was left, with or without saving.
        draft_changed: What ``draft`` returns may be another one.
        draft_due: It is, and its storing cannot wait until typing rests.
    """

    saved = Signal(object)
    left = Signal()
    draft_changed = Signal()
    draft_due = Signal()

    def __init__(
        self,
        shops: Shops,
        notices: NoticeBar,
        icons: Icons,
        suggest_cities: Callable[[str], list[City]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shops = shops
        self._notices = notices
        self._icons = icons
        self._suggest_cities = suggest_cities
        self._shop = shops.current
        self._placeholders: tuple[Placeholder, ...] = ()
        self._changes: dict[str, str] = {}
        self._back = QToolButton()
        self._title = QLabel()
        self._fields = FieldGrid(suggest_cities)
        self._save = QPushButton(self.tr("保存  ⏎"))
        self._build()

    def edit(self, shop: Shop | None, library: TemplateLibrary) -> None:
        """Show the values of ``shop``, or an empty profile for None."""
        self._show(shop or self._shops.fresh(""), {}, library)

    def resume(self, draft: ShopPageDraft, library: TemplateLibrary) -> None:
        """Show a profile as it was left, with the changes that are not saved."""
        self._show(self._shops.with_id(draft.shop), draft.changes, library)
        self.draft_due.emit()

    def draft(self) -> ShopPageDraft | None:
        """Return what is changed and not saved; None if that is nothing."""
        return ShopPageDraft(self._shop.id, self._changes).beyond(self._shop)

    def give_up(self) -> ShopPageDraft | None:
        """Forget the changes that are not saved, and return them."""
        given_up = self.draft()
        self._changes = {}
        self.draft_due.emit()
        return given_up

    def set_colours(self, colours: Colours) -> None:
        """Tint the icon for ``colours``."""
        self._back.setIcon(self._icons.tinted("back", colours.text))

    def _build(self) -> None:
        self._back.setIconSize(QSize(16, 16))
        self._back.setToolTip(self.tr("返回，不保存") + "  Esc")
        self._back.setAccessibleName(self.tr("返回"))
        self._back.clicked.connect(self.left)
        self._title.setProperty("role", "title")
        self._fields.given.connect(self._on_given)
        self._fields.entered.connect(self._on_save)
        self._save.setProperty("role", "primary")
        self._save.setObjectName("saveShop")
        self._save.clicked.connect(self._on_save)
        hint = QLabel(self.tr("这些内容会填进这家店的每一句话术，只存在本机。"))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, GRID * 2, 0)
        inside.addWidget(self._fields)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(head)
        column.addWidget(hint)
        column.addWidget(scroll, 1)
        column.addWidget(self._save)

    def _show(self, shop: Shop, changes: Mapping[str, str], library: TemplateLibrary) -> None:
        # A field that has the keyboard would keep the text of the page before.
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shop = shop
        known = any(shop.id == each.id for each in self._shops.all())
        self._title.setText(self.tr("店铺资料") if known else self.tr("新增店铺"))
        named = library.placeholder(SHOP_NAME) or Placeholder(SHOP_NAME)
        others = (
            p
            for p in library.placeholders
            if p.source is PlaceholderSource.SHOP and p.name != SHOP_NAME
        )
        self._placeholders = (named, *others)
        self._changes = self._settled(changes)
        self._show_fields()
        self._fields.editors()[0].focus()

    def _settled(self, changes: Mapping[str, str]) -> dict[str, str]:
        """Return ``changes`` with cities in place of letters that were left standing for them."""
        cities = {p.name for p in self._placeholders if p.type is PlaceholderType.CITY}
        return {
            name: settled_city(value, self._suggest_cities) if name in cities else value
            for name, value in changes.items()
        }

    def _show_fields(self) -> None:
        unsaved = self.draft()
        values = {**self._shop.filled(), **self._changes}
        self._fields.show_fields(
            [
                FilledField(
                    name=placeholder.name,
                    placeholder=placeholder,
                    value=values.get(placeholder.name, placeholder.default or ""),
                    source=ValueSource.SHOP
                    if values.get(placeholder.name)
                    else (ValueSource.DEFAULT if placeholder.default else None),
                    missing=False,
                    reason=None,
                )
                for placeholder in self._placeholders
            ],
            unsaved.changes if unsaved else (),
        )

    @Slot(object, str)
    def _on_given(self, placeholder: Placeholder, value: str) -> None:
        self._changes[placeholder.name] = value.strip()
        self._show_fields()
        self.draft_changed.emit()

    @Slot()
    def _on_save(self) -> None:
        with trouble_shown(self._notices):
            # A field that has the keyboard still, or never had it, settled nothing by itself.
            self._changes = self._settled(self._changes)
            try:
                shop = self._shops.set_values(self._shop, self._changes)
            except ValueError:
                self._notices.warn(self.tr("店铺名不能为空，也不能与另一家店相同。"))
                self._fields.editors()[0].focus()
                return
            self._changes = {}
            self.draft_due.emit()
            self.left.emit()
            self._notices.say(self.tr("已保存"))
            # Last, for what goes wrong with using the shop has to stay on screen.
            self.saved.emit(shop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page without saving."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
