"""Editions of the library: what each holds, a new release, and the way back to an old one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.releases import can_go_back_to
from cs_desk.app.wording import with_facts
from cs_desk.domain.china import CHINA
from cs_desk.domain.library.edition import EditionOrigin
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.library.edition_comparison import EditionComparison
from cs_desk.ui.library.edition_words import edition_about, edition_name
from cs_desk.ui.library.page import HeadedPage
from cs_desk.ui.library.publish_form import PublishForm
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from cs_desk.app.releases import Releases
    from cs_desk.domain.library.edition import EditionHead
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.library.publish_form import ReleaseFacts
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.theme import Colours

_LIST_WIDTH = 400
_LEAST_LIST_WIDTH = 280
# What was imported or exported may be some of the replies only.
_WHOLE = frozenset({EditionOrigin.STARTER, EditionOrigin.RELEASED, EditionOrigin.ROLLED_BACK})


class ReleasePage(HeadedPage):
    """Publishes the library, and goes back to what it was.

    Args:
        releases: The editions, and what can be done with them.
        library: Returns the library as it is now.
        notices: Where outcomes are said.
        icons: The icon set.
        parent: Qt's owner.

    Signals:
        published: A release was made (``EditionHead``); the library's own head is another now.
        rolled_back: The library is what it was in an edition (``WentBack``): before and after
            (``TemplateLibrary``).
    """

    published = Signal(object)
    rolled_back = Signal(object)

    def __init__(
        self,
        releases: Releases,
        library: Callable[[], TemplateLibrary],
        notices: NoticeBar,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, parent)
        self.set_title(self.tr("版本"))
        self._releases = releases
        self._library = library
        self._notices = notices
        self._heads: tuple[EditionHead, ...] = ()
        self._publish = QPushButton(self.tr("发布新版…"))
        self._table = FactTable(3, self.tr("话术库的版本"))
        self._name = plain_label("title", wrapped=True)
        self._about = plain_label("muted", wrapped=True)
        self._notes = plain_label("body", wrapped=True)
        self._comparison = EditionComparison()
        self._back_to_it = QPushButton(self.tr("回到这一版"))
        self._form = PublishForm()
        self._empty = plain_label("muted", wrapped=True)
        self._area = QWidget()
        self._side = QStackedLayout(self._area)
        self._build()
        self._connect()

    def open(self) -> None:
        """Show the editions as they are now, and take the keyboard."""
        self._refresh()
        stop = self._table if self._heads else self._publish
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        super().set_colours(colours)
        self._comparison.set_colours(colours)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        for button in (self._publish, self._back_to_it):
            button.setAutoDefault(True)
        self.head.addWidget(self._publish)
        self._empty.setText(self.tr("还没有版本\n发布以后，客服会看到改了什么，以后也能回到这一版"))
        self._empty.setObjectName("noFacts")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._empty, self._edition(), self._form):
            self._side.addWidget(part)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self._table)
        parts.addWidget(self._area)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(GRID * 3)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 2)
        parts.setSizes([_LIST_WIDTH, 2 * _LIST_WIDTH])
        self._table.setMinimumWidth(_LEAST_LIST_WIDTH)
        self.column.addWidget(parts, 1)

    def _edition(self) -> QWidget:
        edition = QWidget()
        column = QVBoxLayout(edition)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._back_to_it)
        for label in (self._name, self._about, self._notes):
            column.addWidget(label)
        column.addWidget(self._comparison, 1)
        column.addLayout(foot)
        return edition

    def _connect(self) -> None:
        self._table.chosen_changed.connect(self._on_chosen)
        self._publish.clicked.connect(self._on_new_release)
        self._form.publish_wanted.connect(self._on_publish)
        self._form.given_up.connect(self._on_given_up)
        self._back_to_it.clicked.connect(self._on_roll_back)

    # -- showing -----------------------------------------------------------------------------

    def _refresh(self, chosen: int = 0) -> None:
        with trouble_shown(self._notices):
            heads = self._releases.heads()
            self._heads = tuple(h for h in heads if h.origin is not EditionOrigin.EXPORTED)
        days = Counter(_day(head) for head in self._heads)
        rows = [_row(head, with_time=days[_day(head)] > 1) for head in self._heads]
        self._table.show_rows(rows, chosen if rows else -1)

    @Slot()
    def _on_chosen(self) -> None:
        head = self._chosen()
        self._side.setCurrentIndex(0 if head is None else 1)
        if head is None:
            return
        self._name.setText(edition_name(head))
        self._about.setText(edition_about(head))
        self._notes.setText(head.notes)
        self._notes.setVisible(bool(head.notes))
        self._back_to_it.setEnabled(False)
        with trouble_shown(self._notices):
            edition = self._releases.load(head.id)
            whole = head.origin in _WHOLE
            differs = self._comparison.show_edition(edition, self._library(), whole=whole)
            is_part = edition is not None and bool(edition.part)
            possible = can_go_back_to(head) and not is_part
            self._back_to_it.setVisible(possible)
            self._back_to_it.setEnabled(differs and possible)

    def _chosen(self) -> EditionHead | None:
        row = self._table.chosen_row()
        return self._heads[row] if row >= 0 else None

    # -- publishing --------------------------------------------------------------------------

    @Slot()
    def _on_new_release(self) -> None:
        library = self._library()
        self._side.setCurrentWidget(self._form)
        self._form.open(library.publisher, self._releases.next_version(library))

    @Slot(object)
    def _on_publish(self, facts: ReleaseFacts) -> None:
        with trouble_shown(self._notices):
            head = self._releases.publish(
                facts.notes,
                version=facts.version,
                valid_from=facts.valid_from,
                valid_until=facts.valid_until,
                publisher=facts.publisher,
            )
            self._form.forget()
            self.published.emit(head)
            self._notices.say(with_facts(self.tr("已发布%1"), edition_name(head)))
            self.open()

    @Slot()
    def _on_given_up(self) -> None:
        self._form.forget()
        self._on_chosen()
        self._publish.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_roll_back(self) -> None:
        head = self._chosen()
        if head is None:
            return
        with trouble_shown(self._notices):
            self.rolled_back.emit(self._releases.roll_back(head.id))
            self._refresh()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)


def _day(head: EditionHead) -> date:
    return head.at.astimezone(CHINA).date()


def _row(head: EditionHead, *, with_time: bool) -> tuple[str, ...]:
    notes = head.notes.partition("\n")[0]
    at = head.at.astimezone(CHINA)
    return edition_name(head), notes, f"{at:%Y-%m-%d %H:%M}" if with_time else f"{at:%Y-%m-%d}"
