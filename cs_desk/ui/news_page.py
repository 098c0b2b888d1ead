"""What is new in the library since the agent last looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.edition_words import edition_about, edition_name
from cs_desk.ui.library.news_entry import NewsEntry
from cs_desk.ui.library.page import HeadedPage
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.tab_stops import order_tabs
from cs_desk.ui.theme import GRID, LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from cs_desk.app.releases import LibraryNews
    from cs_desk.domain.template import ReplyTemplate
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

    Pairs = Sequence[tuple[ReplyTemplate | None, ReplyTemplate | None]]

# Nobody reads more of one kind, and every entry is a widget.
_MOST = 100


class NewsPage(HeadedPage):
    """Lists replies that are new, changed or gone; each unfolds to what is different.

    Args:
        icons: The icon set.
        parent: Qt's owner.

    Signals:
        seen: The agent has read it.
    """

    seen = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.set_title(self.tr("话术库有更新"))
        self._entry_icons = icons
        self._colours = LIGHT
        self._about = plain_label("muted", wrapped=True)
        self._notes = plain_label("note", wrapped=True)
        self._entries: list[NewsEntry] = []
        self._scroll = QScrollArea()
        self._seen = QPushButton(self.tr("知道了"))
        self._build()

    def show_news(self, news: LibraryNews) -> None:
        """Show ``news``, every entry folded, and take the keyboard."""
        self._about.setText(f"{edition_name(news.head)} · {edition_about(news.head)}")
        self._notes.setText(news.head.notes)
        self._notes.setVisible(bool(news.head.notes))
        self._entries = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID * 2, 0)
        column.setSpacing(GRID)
        for told, pairs in self._sections(
            [(None, reply) for reply in news.added],
            list(news.changed),
            [(reply, None) for reply in news.removed],
        ):
            self._add_section(column, told, pairs)
        column.addStretch(1)
        # What was there before goes with it.
        self._scroll.setWidget(content)
        order_tabs(self)
        self._seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def entries(self) -> Sequence[NewsEntry]:
        """Return the entries from the top."""
        return tuple(self._entries)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        super().set_colours(colours)
        self._colours = colours
        for entry in self._entries:
            entry.set_colours(colours)

    def _build(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._seen.setProperty("role", "primary")
        self._seen.setAutoDefault(True)
        self._seen.clicked.connect(self._on_seen)
        for part in (self._about, self._notes):
            self.column.addWidget(part)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._seen)

    def _sections(
        self, added: Pairs, changed: Pairs, removed: Pairs
    ) -> Sequence[tuple[str, Pairs]]:
        sections = (
            (self.tr("新增 %1 条"), added),
            (self.tr("改动 %1 条"), changed),
            (self.tr("不再用 %1 条"), removed),
        )
        return [(with_facts(told, f"{len(p):,}"), p) for told, p in sections if p]

    def _add_section(self, column: QVBoxLayout, told: str, pairs: Pairs) -> None:
        column.addWidget(_label("section", told))
        for before, after in pairs[:_MOST]:
            entry = NewsEntry(before, after, self._entry_icons, self._colours)
            self._entries.append(entry)
            column.addWidget(entry)
        if len(pairs) > _MOST:
            more = with_facts(self.tr("还有 %1 条，请直接搜索"), f"{len(pairs) - _MOST:,}")
            column.addWidget(_label("muted", more))

    @Slot()
    def _on_seen(self) -> None:
        self.seen.emit()
        self.left.emit()


def _label(role: str, text: str) -> QLabel:
    label = plain_label(role, wrapped=True)
    label.setText(text)
    return label
