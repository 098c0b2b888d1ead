"""The reply that is being written, as the buyers of a chosen shop would read it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.domain.filling import CLIPBOARD, PieceKind
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.preview import Preview
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.app.shops import Shops
    from cs_desk.domain.filling import FilledReply
    from cs_desk.domain.shop import Shop
    from cs_desk.domain.template import ReplyTemplate
    from cs_desk.ui.theme import Colours

# What a case gives; nothing of the buyer who is being served goes into a preview then.
_NO_CASE: Mapping[str, str] = MappingProxyType({})


class BodyPreview(QWidget):
    """Fills a reply for a shop and shows it, with its values and its gaps marked.

    Signals:
        shop_chosen: Another shop is to be previewed for.
    """

    shop_chosen = Signal()

    def __init__(
        self, desk: ReplyDesk, shops: Shops, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shops = shops
        self._shown_shops: tuple[Shop, ...] = ()
        self._choice = QComboBox()
        self._length = plain_label("muted")
        self._missing = plain_label("hint", wrapped=True)
        self._preview = Preview(colours)
        self._build()
        self.show_shops()

    def show_shops(self) -> None:
        """Show which shops there are now; the same one stays chosen."""
        shops = self._shops.all() or (self._shops.current,)
        if shops == self._shown_shops:
            return
        before = self._shop().id
        self._shown_shops = shops
        with QSignalBlocker(self._choice):
            self._choice.clear()
            self._choice.addItems([shop.name or self.tr("（还没有店铺名）") for shop in shops])
            ids = [shop.id for shop in shops]
            self._choice.setCurrentIndex(ids.index(before) if before in ids else 0)

    def show_template(self, template: ReplyTemplate, tone: str) -> None:
        """Show ``template`` in ``tone``, as it is typed now."""
        # The clipboard belongs to the chat; its place is shown without looking at it.
        pasted = {CLIPBOARD.name: self.tr("（剪贴板里的文字）")}
        composition = self._desk.compose(
            template, tone, arguments=pasted, case=_NO_CASE, shop=self._shop()
        )
        reply = composition.reply
        self._preview.show_reply(reply)
        self._length.setText(with_facts(self.tr("%1 字"), str(len(reply.text))))
        missing = _missing(reply)
        self._missing.setText(with_facts(self.tr("还差：%1"), self.tr("、").join(missing)))
        self._missing.setVisible(bool(missing))

    def text(self) -> str:
        """Return the filled text on show."""
        return self._preview.toPlainText()

    def set_colours(self, colours: Colours) -> None:
        """Mark values in ``colours`` from now on."""
        self._preview.set_colours(colours)

    def _shop(self) -> Shop:
        place = self._choice.currentIndex()
        known = 0 <= place < len(self._shown_shops)
        return self._shown_shops[place] if known else self._shops.current

    def _build(self) -> None:
        self._choice.setAccessibleName(self.tr("预览的店铺"))
        self._choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._choice.currentIndexChanged.connect(self.shop_chosen)
        label = plain_label("section")
        label.setText(self.tr("预览"))
        head = QHBoxLayout()
        head.setSpacing(GRID * 2)
        head.addWidget(label)
        head.addWidget(self._choice, 1)
        head.addWidget(self._length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._preview)
        column.addWidget(self._missing)


def _missing(reply: FilledReply) -> list[str]:
    """Return the names without a value, each once."""
    pieces = (piece.name for piece in reply.pieces if piece.kind is PieceKind.MISSING)
    return list(dict.fromkeys(pieces))
