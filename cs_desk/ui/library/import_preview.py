"""What an import would change, kind by kind, and the choice for each reply."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.wording import with_facts
from cs_desk.domain.library.merge import MergeChoice, MergeKind, MergeRow
from cs_desk.ui.library.difference_view import DifferenceView
from cs_desk.ui.library.field_differences import placeholder_differences, reply_differences
from cs_desk.ui.library.import_choices import choice_name, choices_of, kind_name
from cs_desk.ui.library.import_list import ImportList
from cs_desk.ui.library.import_rows import ImportRows
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cs_desk.domain.library.merge import MergePlan
    from cs_desk.ui.library.field_differences import FieldDifference
    from cs_desk.ui.library.import_choices import AnyRow, Effect
    from cs_desk.ui.theme import Colours

# What asks for a decision comes first, what asks for none last.
_ORDER = (
    MergeKind.CLASHING,
    MergeKind.CHANGED,
    MergeKind.NEW,
    MergeKind.REMOVED,
    MergeKind.SAME,
)
_LEAST_HEIGHT = 96


class ImportPreview(QWidget):
    """Shows a plan row by row.

    Signals:
        choices_changed: Something else is chosen now.
    """

    choices_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: list[Sequence[AnyRow]] = []
        self._tabs = QTabBar()
        self._rows = ImportRows(self)
        self._list = ImportList(self._rows)
        self._all = QHBoxLayout()
        self._all_label = QLabel(self.tr("全部："))
        self._hint = plain_label("muted")
        self._difference = DifferenceView()
        self._build()

    def show_plan(self, plan: MergePlan, chosen: Mapping[str, MergeChoice]) -> None:
        """Show ``plan``: every row as it was ``chosen`` before, or with its default."""
        rows = plan.rows
        self._rows.begin((*rows, *plan.placeholders), chosen)
        by_kind = {kind: [row for row in rows if row.kind is kind] for kind in _ORDER}
        # What can be chosen for, before what cannot.
        by_kind[MergeKind.SAME].sort(key=lambda row: not choices_of(row))
        tabs: list[tuple[str, Sequence[AnyRow]]] = [
            (kind_name(kind), of_kind) for kind, of_kind in by_kind.items() if of_kind
        ]
        definitions = tuple(p for p in plan.placeholders if p.kind is not MergeKind.SAME)
        if definitions:
            tabs.append((self.tr("占位符"), definitions))
        self._show_tabs(tabs)
        self.choices_changed.emit()

    @property
    def choices(self) -> Mapping[str, MergeChoice]:
        """What was chosen by hand, by the rows' keys."""
        return self._rows.choices

    @property
    def effects(self) -> Mapping[Effect, int]:
        """How many rows have each effect, as it is chosen now."""
        return self._rows.effects

    def focus(self) -> None:
        """Take the keyboard."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._list.set_colours(colours)
        self._difference.set_colours(colours)

    # -- inside ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("话术的种类"))
        self._hint.setText(self.tr("1 2 3 或 ← → 选择"))
        self._tabs.currentChanged.connect(self._on_tab)
        self._list.current_changed.connect(self._on_current)
        self._rows.dataChanged.connect(self.choices_changed)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self._all_label)
        row.addLayout(self._all)
        self._list.setMinimumHeight(_LEAST_HEIGHT)
        self._difference.setMinimumHeight(_LEAST_HEIGHT)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self._list)
        parts.addWidget(self._difference)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(GRID * 2)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(parts, 1)

    def _show_tabs(self, tabs: Sequence[tuple[str, Sequence[AnyRow]]]) -> None:
        self._tabs.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        while self._tabs.count():
            self._tabs.removeTab(0)
        self._kinds = [rows for _, rows in tabs]
        for name, rows in tabs:
            self._tabs.addTab(with_facts("%1 %2", name, f"{len(rows):,}"))
        self._tabs.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._on_tab()

    @Slot()
    def _on_tab(self) -> None:
        place = self._tabs.currentIndex()
        rows = self._kinds[place] if place >= 0 else ()
        self._rows.show(rows)
        self._offer_all(rows[0] if rows else None)
        self._list.setCurrentIndex(self._rows.index(0))
        self._on_current()

    def _offer_all(self, row: AnyRow | None) -> None:
        """Offer to choose for all rows on show what can be chosen for one of them."""
        while (item := self._all.takeAt(0)) is not None:
            button = item.widget()
            assert button is not None  # nothing else was ever put there
            button.hide()
            button.deleteLater()
        choices = choices_of(row) if row is not None else ()
        self._all_label.setVisible(bool(choices))
        self._hint.setVisible(bool(choices))
        before: QWidget = self._tabs
        for choice in choices:
            assert row is not None  # or there would be no choices
            button = QPushButton(choice_name(row.kind, choice))
            button.setProperty("role", "link")
            button.setAutoDefault(True)
            button.setAccessibleName(self.tr("全部：") + button.text())
            button.clicked.connect(partial(self._rows.choose_all, choice))
            self._all.addWidget(button)
            # What is made later would come last, behind the page's own buttons.
            self.setTabOrder(before, button)
            before = button

    @Slot()
    def _on_current(self) -> None:
        row = self._list.current()
        differences = _differences(row) if row is not None else ()
        two_sided = row is not None and bool(row.mine and row.theirs)
        self._difference.show_differences(differences, marked=two_sided)
        self._difference.setVisible(bool(differences))


def _differences(row: AnyRow) -> tuple[FieldDifference, ...]:
    if isinstance(row, MergeRow):
        return reply_differences(row.mine, row.theirs)
    return placeholder_differences(row.mine, row.theirs)
