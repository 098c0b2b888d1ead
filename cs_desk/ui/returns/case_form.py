"""A new case, or what is known of one, in one form without any dialog."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.case_wording import anchor_told
from cs_desk.domain.returns.kinds import Anchor
from cs_desk.domain.returns.order_text import read_order_text
from cs_desk.ui.returns.case_form_fields import CaseFields
from cs_desk.ui.returns.case_form_goods import GoodsBox
from cs_desk.ui.returns.case_form_paste import PagePaste, PasteBox
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from cs_desk.app.ports import Clock
    from cs_desk.domain.returns.order_text import OrderText
    from cs_desk.domain.returns.return_case import CaseFacts
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.returns.case_form_field import FormField
    from cs_desk.ui.theme import Colours

# What half a row holds in the narrowest window, in pixels.
_HALF_A_ROW = 140


class CaseForm(QWidget):
    """Edits the facts of a case; nothing is stored here.

    Args:
        icons: The icon set.
        colours: The colours of the icons.
        clock: The time.
        parent: Qt's owner.

    Signals:
        submitted: The ``CaseFacts`` that were entered.
        left: The form was left; what is typed stays until ``begin``.
        order_typed: An order number was entered; empty if it is gone again.
        case_chosen: The id of a case that has this order number already.
    """

    submitted = Signal(object)
    left = Signal()
    order_typed = Signal(str)
    case_chosen = Signal(str)

    def __init__(
        self, icons: Icons, colours: Colours, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._clock = clock
        self._begun: tuple[object, ...] = ()
        self._order = ""
        self._duplicate_id = ""
        self.fields = CaseFields(clock, self)
        self.paste = PasteBox()
        self.goods = GoodsBox(icons)
        self._back = QToolButton()
        self._title = QLabel()
        self._duplicate_line = QWidget()
        self._duplicate = QLabel()
        self._open_duplicate = QPushButton(self.tr("打开"))
        self._unfold = QPushButton()
        self._folded = QWidget()
        self._save = QPushButton(self.tr("保存") + "  ⏎")
        self._scroll = QScrollArea()
        self._build()
        self._connect()
        self.set_colours(colours)

    def begin(self, facts: CaseFacts, title: str) -> None:
        """Show ``facts``, of a new case or of a known one, under ``title``."""
        # A field that has the keyboard would keep its place in the form before.
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.setText(title)
        self.fields.show(facts)
        self.goods.show_goods(facts.goods, facts.returned)
        self.paste.say("", found=True)
        self.show_duplicate("")
        self._fold(folded=not (facts.goods or any(f.text() for f in self.fields.rare)))
        self._begun = self._typed()
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocusProxy(self.fields.order.input())
        self.focus()
        self._order = ""
        self._tell_order()

    def facts(self) -> CaseFacts | None:
        """Return what was entered; None if something of it is wrong, which is said there."""
        wrong = self.fields.check_all()
        if not self.goods.check() or wrong:
            return None
        facts = self.fields.facts()
        return replace(facts, goods=self.goods.goods(), returned=self.goods.returned())

    def has_changes(self) -> bool:
        """Return whether something is typed that ``begin`` did not put there."""
        return self._typed() != self._begun

    def offer_categories(self, categories: Sequence[str]) -> None:
        """Offer the kinds of goods that the checklist knows."""
        self.fields.offer_categories(categories)

    def show_duplicate(self, case_id: str) -> None:
        """Say that this case has the same order already; an empty id takes it back."""
        self._duplicate_id = case_id
        told = self.tr("这个订单已有退货单 %1").replace("%1", case_id)
        self._duplicate.setText(told if case_id else "")
        self._duplicate_line.setVisible(bool(case_id))

    def focus(self) -> None:
        """Give the keyboard to the field that was edited last, at the beginning to the first."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Tint the icons for ``colours``."""
        self._back.setIcon(self._icons.tinted("back", colours.text))
        self.goods.set_colours(colours)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._back.setIconSize(QSize(16, 16))
        self._back.setToolTip(self.tr("返回，不保存") + "  Esc")
        self._back.setAccessibleName(self.tr("返回"))
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._save.setProperty("role", "primary")
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, GRID * 2, 0)
        inside.setSpacing(GRID * 2)
        inside.addWidget(self.paste)
        inside.addLayout(self._built_grid())
        inside.addLayout(self._built_flags())
        inside.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._built_folded())
        inside.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._save)

    def _built_grid(self) -> QGridLayout:
        f = self.fields
        grid = _grid()
        # Nineteen digits need more room than a nick, and a title more than a size.
        grid.addLayout(_three_to_two(f.order, f.buyer), 0, 0, 1, 2)
        grid.addWidget(self._built_duplicate(), 1, 0, 1, 2)
        grid.addLayout(_three_to_two(f.item, f.spec), 2, 0, 1, 2)
        left: tuple[FormField, ...] = (f.paid, f.signed, f.reason, f.fault)
        right: tuple[FormField, ...] = (f.category, f.applied, f.outcome, f.parcel)
        for column, fields in enumerate((left, right)):
            for place, field in enumerate(fields):
                grid.addWidget(field, place + 3, column)
        return grid

    def _built_duplicate(self) -> QWidget:
        self._duplicate.setProperty("role", "note")
        self._duplicate.setTextFormat(Qt.TextFormat.PlainText)
        self._duplicate.setWordWrap(True)
        self._open_duplicate.setProperty("role", "link")
        row = QHBoxLayout(self._duplicate_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._duplicate, 1)
        row.addWidget(self._open_duplicate)
        return self._duplicate_line

    def _built_flags(self) -> QGridLayout:
        grid = _grid()
        cell = 0
        for box in self.fields.flags.values():
            box.ensurePolished()
            wide = box.sizeHint().width() > _HALF_A_ROW
            # Rather one name cut short than the whole form wider than the window.
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setToolTip(box.text())
            cell += cell % 2 if wide else 0
            grid.addWidget(box, cell // 2, cell % 2, 1, 2 if wide else 1)
            cell += 2 if wide else 1
        return grid

    def _built_folded(self) -> QWidget:
        self._unfold.setProperty("role", "link")
        self._unfold.setCheckable(True)
        column = QVBoxLayout(self._folded)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self.goods)
        grid = _grid()
        for place, field in enumerate(self.fields.rare):
            grid.addWidget(field, place // 2, place % 2)
        column.addLayout(grid)
        return self._folded

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._save.clicked.connect(self._on_submit)
        self._unfold.toggled.connect(self._on_unfold)
        self._open_duplicate.clicked.connect(self._on_open_duplicate)
        self.paste.pasted.connect(self._on_pasted)
        page_pasted = PagePaste(self.fields.order.input())
        page_pasted.pasted.connect(self._on_pasted)
        self.fields.edited.connect(self._on_edited)
        self.fields.entered.connect(self._on_submit)
        self.goods.entered.connect(self._on_submit)
        self.goods.rows_changed.connect(self._order_tabs)
        self._fold(folded=True)

    @Slot()
    def _order_tabs(self) -> None:
        """Let Tab walk from the top to the foot, as the eye does."""
        f = self.fields
        first = (f.order, f.buyer, f.item, f.spec, f.paid, f.category, f.signed, f.applied)
        fields = (*first, f.reason, f.outcome, f.fault, f.parcel)
        walk = (
            *self.paste.inputs(),
            *(field.input() for field in fields),
            *f.flags.values(),
            self._unfold,
            *self.goods.inputs(),
            *(field.input() for field in f.rare),
            self._save,
            self._back,
        )
        for one, following in pairwise(walk):
            QWidget.setTabOrder(one, following)
        QWidget.setTabOrder(f.buyer.input(), self._open_duplicate)
        QWidget.setTabOrder(self._open_duplicate, f.item.input())

    # -- what the person does ----------------------------------------------------------------

    @Slot(str)
    def _on_pasted(self, text: str) -> None:
        found = read_order_text(text, self._clock.now())
        told = self._found_told(found)
        if not told:
            self.paste.say(self.tr("没有认出订单信息，请在下面填写"), found=False)
            return
        self.fields.take(found)
        if found.freight:
            # What changes the refund is to be seen.
            self._fold(folded=False)
        self.paste.say(told, found=True)
        self._tell_order()
        # No page tells why it comes back; from there Enter saves, too.
        self.fields.reason.focus()

    def _found_told(self, found: OrderText) -> str:
        """Return in words what was recognised; empty for nothing."""
        named = {
            self.tr("订单号"): found.order,
            self.tr("买家"): found.buyer,
            self.tr("商品"): found.item,
            self.tr("规格"): found.spec,
            self.tr("实付款"): found.paid,
            self.tr("运费"): found.freight,
            anchor_told(Anchor.SHIPPED, words): found.shipped,
            anchor_told(Anchor.SIGNED, words): found.signed,
            anchor_told(Anchor.APPLIED, words): found.applied,
            anchor_told(Anchor.SUCCEEDED, words): found.succeeded,
        }
        names = self.tr("、").join(name for name, value in named.items() if value is not None)
        if not names:
            return ""
        told = self.tr("已填写：%1").replace("%1", names)
        if found.orders > 1:
            several = self.tr("。文字里有 %1 个订单，填的是第一个")
            told += several.replace("%1", str(found.orders))
        return told

    @Slot(object)
    def _on_edited(self, field: FormField | None) -> None:
        if field is not None:
            self.setFocusProxy(field.input())
        if field is self.fields.order:
            self._tell_order()

    def _tell_order(self) -> None:
        """Tell that another order number stands there, once it is one."""
        fine = self.fields.check(self.fields.order)
        order = self.fields.order.text() if fine else ""
        if order != self._order:
            self._order = order
            self.show_duplicate("")
            self.order_typed.emit(order)

    @Slot()
    def _on_submit(self) -> None:
        facts = self.facts()
        if facts is not None:
            self.submitted.emit(facts)
            return
        wrong = self.fields.check_all()
        if not wrong or wrong[0] in self.fields.rare:
            self._fold(folded=False)
        if wrong:
            wrong[0].focus()
        else:
            self.goods.focus()
        # What was unfolded just now has no place before the layout gives it one.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._scroll.ensureWidgetVisible(wrong[0] if wrong else self.goods)

    @Slot()
    def _on_open_duplicate(self) -> None:
        self.case_chosen.emit(self._duplicate_id)

    @Slot(bool)
    def _on_unfold(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._fold(folded=not shown)

    def _fold(self, *, folded: bool) -> None:
        name = self.tr("满减、多件、赠品、运费")
        self._unfold.setText(f"▸ {name}" if folded else f"▾ {name}")
        self._unfold.setChecked(not folded)
        self._folded.setVisible(not folded)

    def _typed(self) -> tuple[object, ...]:
        return (*self.fields.typed(), self.goods.state())

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form without storing anything."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _grid() -> QGridLayout:
    """Return a grid of two columns of one width, however long their words are."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GRID * 3)
    grid.setVerticalSpacing(GRID * 2)
    for column in range(2):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 0)
    return grid


def _three_to_two(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 3)
    row.addWidget(left, 3)
    row.addWidget(right, 2)
    return row
