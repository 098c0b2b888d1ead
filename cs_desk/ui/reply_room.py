"""The room 话术: search, shelves, hits and the chosen reply, and what the keys do in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cs_desk.app.drafts import ConversationDraft
from cs_desk.app.ports import CopyFailure
from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.app.wording import copy_failure, trouble
from cs_desk.domain.filling import ValueSource
from cs_desk.domain.template import PlaceholderType
from cs_desk.ui.buyer_bar import BuyerBar
from cs_desk.ui.field_editor import settled_city
from cs_desk.ui.hit_list import HitList
from cs_desk.ui.hit_model import HitRow
from cs_desk.ui.hit_search import HitSearch, Question
from cs_desk.ui.reply_pane import ReplyPane
from cs_desk.ui.search_box import SearchBox
from cs_desk.ui.shelf_bar import ShelfBar
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import trouble_shown, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from cs_desk.app.conversation import Conversation
    from cs_desk.app.reply_desk import Composition, CopyReport, ReplyDesk
    from cs_desk.app.settings import Settings
    from cs_desk.domain.search import Hit
    from cs_desk.domain.template import Placeholder, ReplyTemplate
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.theme import Colours

_TOLD = 24


class ReplyRoom(QWidget):
    """Finds, fills and copies replies; owns nothing but what is on screen.

    Signals:
        shop_changed: A copy stored values of the shop in use.
        draft_changed: What ``draft`` returns may be another one.
        draft_due: It is, and its storing cannot wait until typing rests.
    """

    shop_changed = Signal()
    draft_changed = Signal()
    draft_due = Signal()

    def __init__(
        self,
        desk: ReplyDesk,
        settings: Settings,
        notices: NoticeBar,
        icons: Icons,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._notices = notices
        self._buyer_bar = BuyerBar(icons)
        self.search_box = SearchBox()
        self._shelves = ShelfBar()
        self.hits = HitList(colours)
        self.pane = ReplyPane(icons, colours, desk.suggest_cities)
        self._search = HitSearch(desk.finding, self)
        self._answered = False
        self._unchecked: frozenset[str] = frozenset()
        self._build()
        self._connect()
        self._bind_keys()
        self.set_colours(colours)
        self.show_library()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._buyer_bar.set_colours(colours)
        self.hits.set_colours(colours)
        self.pane.set_colours(colours)

    def show_library(self) -> None:
        """Show the library, the buyer and the shop as the desk has them now."""
        self._shelves.show_groups(self._desk.library.group_names())
        self._buyer_bar.show_buyer(self._desk.known_of_buyer())
        self._refresh_hits()

    def focus_search(self) -> None:
        """Give the keyboard to the search box, its text selected for the next question."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def serve(self, template: ReplyTemplate, given: Mapping[str, str]) -> None:
        """Show a reply for another buyer, of whom this is known; offer to take that back."""
        undo = partial(self._serve_again, self._desk.serve(given))
        self._show_buyer()
        self._shelves.choose(Shelf(ShelfKind.ALL))
        self.search_box.setText(template.title)
        self._search.settle()
        self.hits.choose_reply(template.id)
        self._notices.offer(self.tr("已带入退货单的资料"), self.tr("撤销 Alt+Z"), undo)

    def draft(self) -> ConversationDraft | None:
        """Return what was typed and not sent yet; None if that is nothing."""
        conversation = self._desk.conversation.without_clipboard()
        query = self.search_box.query()
        if not conversation and (self._answered or not query.strip()):
            return None
        template = self._template()
        shelf = self._shelves.shelf()
        return ConversationDraft(conversation, query, shelf, template.id if template else "")

    def bring_back(self, draft: ConversationDraft) -> None:
        """Show ``draft`` again, say so, and offer to clear it: it may be another buyer's."""
        self._desk.resume(draft.conversation)
        self._settle_cities()
        self._unchecked = draft.conversation.names
        self._shelves.choose(draft.shelf)
        self.search_box.setText(draft.query)
        self._ask(typos=True)
        self._search.settle()
        self.hits.choose_reply(draft.template)
        self._show_buyer()
        # The next question replaces it, as it does after a copy.
        self.search_box.selectAll()
        self._notices.offer(
            self.tr("已取回刚才没发完的内容"), self.tr("清空 Alt+Z"), self._on_next_buyer
        )

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        top.setSpacing(GRID)
        top.addWidget(self.search_box)
        top.addWidget(self._shelves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._buyer_bar)
        column.addLayout(top)
        column.addWidget(self.hits, 1)
        column.addWidget(self.pane)

    def _connect(self) -> None:
        self.search_box.query_changed.connect(self._on_query)
        self.search_box.stepped.connect(self._on_step)
        self.search_box.chosen.connect(self._on_copy)
        self.search_box.left_forward.connect(self._on_left_forward)
        self._shelves.shelf_chosen.connect(self._on_shelf)
        self.hits.current_changed.connect(self._on_current)
        self.hits.clicked.connect(self._on_clicked)
        self.pane.value_given.connect(self._on_value)
        self.pane.tone_chosen.connect(self._on_tone)
        self.pane.favourite_toggled.connect(self._on_favourite)
        self.pane.copy_requested.connect(self._on_copy)
        self._buyer_bar.next_requested.connect(self._on_next_buyer)
        self._search.answered.connect(self._on_answered)
        self._search.waiting.connect(self._on_waiting)
        self._desk.tell_of_clipboard(self._compose)

    def _bind_keys(self) -> None:
        for number in range(1, 10):
            self._bind(f"Ctrl+{number}", partial(self._copy_row, number - 1))
        self._bind("Ctrl+F", self.focus_search)
        self._bind("Ctrl+D", self._on_favourite)
        self._bind("Ctrl+N", self._on_next_buyer)
        self._bind("Ctrl+T", self.pane.next_tone)
        self._bind("Ctrl+PgDown", partial(self._shelves.step, 1))
        self._bind("Ctrl+PgUp", partial(self._shelves.step, -1))

    def _bind(self, keys: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    # -- finding -----------------------------------------------------------------------------

    def _refresh_hits(self) -> None:
        """Search again as before, with the same reply chosen if it is still there."""
        self._ask(keep=True, typos=self._search.looked_for_typos)

    def _ask(self, *, keep: bool = False, typos: bool = False) -> None:
        query, shelf = self.search_box.query(), self._shelves.shelf()
        self._search.ask(Question(query, shelf, keep=keep, typos=typos))

    @Slot(object, list)
    def _on_answered(self, question: Question, hits: list[Hit]) -> None:
        rows = [HitRow(hit, self._desk.usage_of(hit.template).favourite) for hit in hits]
        self.hits.show_rows(rows, keep=question.keep)
        if not rows:
            place = self._shelves.name()
            self.hits.say_empty(question.shelf.kind, question.query.strip(), place)
            self.pane.hide()

    @Slot()
    def _on_waiting(self) -> None:
        self.hits.show_rows([], keep=False)
        self.hits.say_waiting()
        self.pane.hide()

    @Slot()
    def _on_query(self) -> None:
        self._answered = False
        self._ask()
        self.draft_changed.emit()

    @Slot()
    def _on_shelf(self) -> None:
        self._ask()
        self.search_box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_step(self, by: int) -> None:
        # Who walks the list means the hits of what is typed now.
        self._search.settle()
        self.hits.step(by)

    @Slot()
    def _on_current(self) -> None:
        self._compose()
        self.draft_changed.emit()

    # -- filling -----------------------------------------------------------------------------

    def _template(self) -> ReplyTemplate | None:
        row = self.hits.current()
        return row.hit.template if row else None

    def _compose(self) -> None:
        template = self._template()
        if template is None:
            return
        shown = self._desk.compose(template, self._settings.now.tone)
        favourite = self._desk.usage_of(template).favourite
        self.pane.show_composition(shown, favourite=favourite)

    @Slot(object, str)
    def _on_value(self, placeholder: Placeholder, value: str) -> None:
        self._desk.give(placeholder, value)
        self._unchecked -= {placeholder.name}
        self._buyer_bar.show_buyer(self._desk.known_of_buyer())
        self._compose()
        self.draft_changed.emit()

    def _settle_cities(self) -> None:
        """Name the cities for letters that were left standing, so that no reply says those."""
        typed = self._desk.conversation
        values = {**typed.shop_values, **typed.buyer.values}
        for placeholder in self._desk.library.placeholders:
            value = values.get(placeholder.name, "")
            if placeholder.type is PlaceholderType.CITY:
                city = settled_city(value, self._desk.suggest_cities)
                if city != value:
                    self._desk.give(placeholder, city)

    @Slot(str)
    def _on_tone(self, tone: str) -> None:
        with trouble_shown(self._notices):
            self._settings.change(tone=tone)
        self._compose()

    @Slot()
    def _on_left_forward(self) -> None:
        self._search.settle()
        self.pane.focus_first_field()

    @Slot()
    def _on_favourite(self) -> None:
        self._search.settle()
        template = self._template()
        if template is not None:
            self._set_favourite(template, not self._desk.usage_of(template).favourite)

    def _set_favourite(self, template: ReplyTemplate, favourite: bool) -> None:  # noqa: FBT001 - bound below
        with trouble_shown(self._notices):
            self._desk.set_favourite(template, favourite=favourite)
            told = self.tr("已收藏「%1」") if favourite else self.tr("已取消收藏「%1」")
            undo = partial(self._set_favourite, template, not favourite)
            self._notices.offer(told.replace("%1", template.title), self.tr("撤销 Alt+Z"), undo)
            self._refresh_hits()

    @Slot()
    def _on_next_buyer(self) -> None:
        leaving = self._desk.next_buyer()
        self._unchecked = frozenset()
        self.search_box.clear()
        self._show_buyer()
        self.draft_due.emit()
        if leaving:
            self._notices.offer(
                self.tr("已清空上一位买家的信息"),
                self.tr("撤销 Alt+Z"),
                partial(self._serve_again, leaving),
            )
        self.focus_search()

    def _serve_again(self, leaving: Conversation) -> None:
        self._desk.resume(leaving)
        self._show_buyer()
        self.draft_due.emit()

    def _show_buyer(self) -> None:
        # A field that has the keyboard would keep the text of the buyer who left.
        self.search_box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._buyer_bar.show_buyer(self._desk.known_of_buyer())
        self._compose()

    # -- copying -----------------------------------------------------------------------------

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.hits.choose(index.row())
        shown = self.pane.composition
        # A click may only be a look: what was chosen for the agent is not sent by it.
        if shown is not None and not any(
            f.source is ValueSource.DEFAULT for f in shown.reply.fields
        ):
            self._on_copy()

    def _copy_row(self, row: int) -> None:
        self._search.settle()
        if self.hits.choose(row):
            self._on_copy()

    @Slot()
    def _on_copy(self) -> None:
        self._search.settle()
        if self._template() is None and self._search.settle_typos() and self._template():
            # What nobody has seen yet is shown first, and sent by the next Enter.
            return
        if self._template() is None or self.pane.composition is None:
            # Also in place of a notice that is about a reply found before.
            waiting = self.tr("正在为话术库建立搜索索引，马上就好…")
            nothing = self.tr("没有可复制的话术")
            self._notices.say(waiting if self._search.is_waiting else nothing)
            return
        self._settle_cities()
        # Dates move on while a reply stands on screen: compose anew at the moment of the copy.
        self._compose()
        if not self.pane.composition.reply.complete:
            self.pane.focus_first_gap()
        elif self._says_unchecked(self.pane.composition):
            self._unchecked = frozenset()
            told = self.tr("这句话里有刚才取回的内容，核对后请再复制一次")
            self._notices.offer(told, self.tr("清空 Alt+Z"), self._on_next_buyer)
        else:
            self._answered = True
            self._desk.copy(self.pane.composition, self._on_copied)

    def _says_unchecked(self, shown: Composition) -> bool:
        """Return whether a reply says, or was computed from, what nobody typed since the start."""
        return bool(self._unchecked) and any(
            field.name in self._unchecked or field.source is ValueSource.COMPUTED
            for field in shown.reply.fields
        )

    def _on_copied(self, report: CopyReport) -> None:
        if report.result.failure is CopyFailure.SUPERSEDED:
            return
        if not report.result.copied:
            self._answered = False
            self._notices.warn(copy_failure(report.result, words))
            self.pane.preview.select_for_copying()
            return
        title = report.composition.template.title
        if report.unremembered is not None:
            told = self.tr("已复制「%1」。").replace("%1", title)
            self._notices.warn(told + trouble(report.unremembered, words), report.unremembered)
        else:
            text = " ".join(report.composition.reply.text.split())
            told = text if len(text) <= _TOLD else text[:_TOLD] + "…"
            self._notices.say(self.tr("已复制「%1」：").replace("%1", title) + told)
        self.shop_changed.emit()
        self.draft_changed.emit()
        self._refresh_hits()
        if self._answered:  # else the next question is being typed already
            self.focus_search()

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the search box from everywhere, and from there to all replies."""
        if event.key() == Qt.Key.Key_Escape:
            if self.search_box.hasFocus() and not self.search_box.query():
                self._shelves.choose(Shelf(ShelfKind.ALL))
            self.focus_search()
        else:
            super().keyPressEvent(event)
