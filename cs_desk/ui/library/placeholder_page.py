"""The page of placeholders: every definition in a table, and one of them to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.wording import with_facts
from cs_desk.domain.template import Placeholder
from cs_desk.ui.library.page import HeadedPage
from cs_desk.ui.library.placeholder_form import PlaceholderForm
from cs_desk.ui.library.placeholder_uses import PlaceholderUses
from cs_desk.ui.library.placeholder_words import source_words, type_words
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.ui.icons import Icons

_FORM_WIDTH = GRID * 84
_MOST_NAMED = 5
_NAME = 0
_COLUMNS = 11
_WIDEST_COLUMN = GRID * 32


class PlaceholderPage(HeadedPage):
    """Shows and edits what bodies may use in braces.

    Signals:
        save_asked: A definition, and the name that it had; None for a new one.
        delete_asked: A name, and what is to be told of the replies that still use it.
    """

    save_asked = Signal(object, object)
    delete_asked = Signal(str, str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._library: TemplateLibrary | None = None
        self._uses = PlaceholderUses()
        self._was: str | None = None
        self.table = QTableWidget(0, _COLUMNS)
        self.form = PlaceholderForm()
        self._used = plain_label("muted", wrapped=True)
        self._fault = plain_label("danger", wrapped=True)
        self._new = QPushButton(self.tr("新建"))
        self._delete = QPushButton(self.tr("删除"))
        self._save = QPushButton(self.tr("保存"))
        self._build()
        self._connect()

    def show_library(self, library: TemplateLibrary) -> None:
        """Show the definitions as they are now; what is typed and not saved stays."""
        if library is self._library:
            return
        self._library = library
        self._uses.take(library)
        typed = self.form.placeholder()
        unsaved = typed != self.form.shown()
        place = self.table.currentRow()
        self._fill(library)
        if not unsaved:
            self.choose(self._was or "", place)

    def choose(self, name: str, instead: int = 0) -> None:
        """Show a definition; the one in the row ``instead`` if there is none of this name."""
        names = [self._text(row, _NAME) for row in range(self.table.rowCount())]
        if names:
            nearest = min(max(instead, 0), len(names) - 1)
            row = names.index(name) if name in names else nearest
            self.table.setCurrentCell(row, _NAME)
            self._on_chosen()
        else:
            self.begin()

    def begin(self, name: str = "") -> None:
        """Begin a new definition."""
        self.table.clearSelection()
        self._was = None
        self.form.show_placeholder(Placeholder(""))
        self.form.name.setText(name)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._build_table()
        self._save.setProperty("role", "primary")
        for button in (self._new, self._delete, self._save):
            button.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self._new, self._delete, self._save):
            buttons.addWidget(button, 1)
        side = QWidget()
        side.setFixedWidth(_FORM_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self.form)
        column.addWidget(self._used)
        column.addWidget(self._fault)
        column.addStretch(1)
        column.addLayout(buttons)
        self.set_title(self.tr("占位符"))
        row = QHBoxLayout()
        row.setSpacing(GRID * 3)
        row.addWidget(self.table, 1)
        row.addWidget(side)
        self.column.addLayout(row, 1)

    def _build_table(self) -> None:
        table = self.table
        table.setObjectName("placeholders")
        table.setAccessibleName(self.tr("占位符"))
        names = [
            *(self.tr("名称"), self.tr("用在"), self.tr("类型"), self.tr("谁来填")),
            *(self.tr("默认值"), self.tr("选项"), self.tr("必填"), self.tr("最长")),
            *(self.tr("承诺"), self.tr("个人信息"), self.tr("示例")),
        ]
        table.setHorizontalHeaderLabels(names)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(_WIDEST_COLUMN)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.form.edited.connect(self._show_state)
        self._new.clicked.connect(self._on_new)
        self._delete.clicked.connect(self._on_delete)
        self._save.clicked.connect(self.save)

    # -- showing -----------------------------------------------------------------------------

    def _fill(self, library: TemplateLibrary) -> None:
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.table.setRowCount(len(library.placeholders))
        for row, placeholder in enumerate(library.placeholders):
            for column, told in enumerate(self._cells(placeholder)):
                self.table.setItem(row, column, QTableWidgetItem(told))
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _cells(self, placeholder: Placeholder) -> tuple[str, ...]:
        yes = self.tr("是")
        return (
            placeholder.name,
            with_facts(self.tr("%1 条"), str(len(self._uses.titles(placeholder.name)))),
            type_words(words)[placeholder.type],
            source_words(words)[placeholder.source],
            placeholder.default or "",
            self.tr("、").join(placeholder.choices),
            yes if placeholder.required else "",
            str(placeholder.max_length),
            yes if placeholder.promise else "",
            yes if placeholder.personal else "",
            placeholder.hint,
        )

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text() if item is not None else ""

    @Slot()
    def _on_chosen(self) -> None:
        name = self._text(self.table.currentRow(), _NAME)
        found = self._library.placeholder(name) if self._library is not None else None
        if found is not None:
            self._was = found.name
            self.form.show_placeholder(found)
            self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self._used.setText(self._where(self._was) if self._was else self.tr("新的占位符"))
        fault = self._why_not()
        unsaved = self.form.placeholder() != self.form.shown()
        self._fault.setText(fault if unsaved else "")
        self._save.setEnabled(unsaved and not fault)
        self._delete.setEnabled(self._was is not None)

    def _where(self, name: str) -> str:
        titles = self._uses.titles(name)
        if not titles:
            return self.tr("还没有话术用到它")
        named = self.tr("、").join(titles[:_MOST_NAMED]) + ("…" if titles[_MOST_NAMED:] else "")
        return with_facts(self.tr("用在 %1 条话术里：%2"), str(len(titles)), named)

    def _why_not(self) -> str:
        name = self.form.placeholder().name
        if not name:
            return self.tr("还没有名称")
        taken = self._library is not None and self._library.placeholder(name) is not None
        if taken and name != self._was:
            return with_facts(self.tr("已经有叫「%1」的占位符"), name)
        return ""

    # -- editing -----------------------------------------------------------------------------

    @Slot()
    def _on_new(self) -> None:
        self.begin()

    @Slot()
    def save(self) -> None:
        """Have what is typed saved; a new name is written into every reply that uses it."""
        if self._save.isEnabled():
            self.save_asked.emit(self.form.placeholder(), self._was)

    @Slot()
    def _on_delete(self) -> None:
        if self._was is not None:
            titles = self._uses.titles(self._was)
            where = self._where(self._was) if titles else ""
            self.delete_asked.emit(self._was, where)

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes the definition that the table is on."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._on_delete()
        else:
            super().keyPressEvent(event)
