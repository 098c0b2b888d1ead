"""The import of a file: read, looked at reply by reply, and carried out in one step."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QFileInfo, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.library_ports import Enclosed
from cs_desk.app.wording import trouble, with_facts
from cs_desk.domain.errors import CancelledError, DataFaultError, DeskBusyError
from cs_desk.ui.background import Background
from cs_desk.ui.file_choice import FileChoice
from cs_desk.ui.library.import_head import ImportHead
from cs_desk.ui.library.import_preview import ImportPreview
from cs_desk.ui.library.import_words import intent_told
from cs_desk.ui.library.long_work import LongWork
from cs_desk.ui.library.page import HeadedPage
from cs_desk.ui.library.work_panel import WorkPanel
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cs_desk.app.library_ports import ImportOutcome, LibraryIntake
    from cs_desk.domain.errors import DeskError
    from cs_desk.domain.library.merge import MergeChoice, MergePlan
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.library.encoding_box import Beginnings
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.theme import Colours

_NOTHING: Mapping[str, MergeChoice] = MappingProxyType({})
_SUFFIXES = "csdesk *.csv *.xlsx *.json *.yml *.yaml *.txt"


class ImportPage(HeadedPage):
    """Imports one file after another.

    Args:
        intake: Plans and carries out imports; asked in workers, one call at a time.
        notices: Where failures are said.
        icons: The icon set.
        beginnings: Returns the encodings that a file can be in, as Python names them, and how it
            begins in each; none for what is no text. Asked in a worker; None if nobody can tell.
        library: Returns the library as it is now; None if nothing else can change it.
        parent: Qt's owner.

    Signals:
        imported: An import was carried out: the library before (``TemplateLibrary``), what was
            done (``ImportOutcome``), and what of the rest of the file is to be used from now on
            (``Enclosed``).
    """

    imported = Signal(object, object, object)

    def __init__(
        self,
        intake: LibraryIntake,
        notices: NoticeBar,
        icons: Icons,
        beginnings: Callable[[str], Beginnings] | None = None,
        library: Callable[[], TemplateLibrary] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, parent)
        self.set_title(self.tr("导入"))
        self._intake = intake
        self._notices = notices
        self._file = ""
        self._plan: MergePlan | None = None
        self._beginnings = beginnings
        self._library = library
        self._work = LongWork(self)
        self._looking = Background(self)
        self._choice = FileChoice(self, QDir.homePath())
        self._file_head = ImportHead(icons)
        self._panel = WorkPanel()
        self._preview = ImportPreview()
        self._told = plain_label("title", wrapped=True)
        self._advice = plain_label("muted", wrapped=True)
        self._choose = QPushButton(self.tr("选择文件…"))
        self._checklist = QCheckBox(self.tr("一并使用文件里的退货清单"))
        self._rules = QCheckBox(self.tr("一并使用文件里的规则"))
        self._intent = plain_label("muted")
        self._import = QPushButton(self.tr("导入"))
        self._foot = QWidget()
        self._stack = QStackedLayout()
        self._build()
        self._connect()
        self._show_empty()

    def open(self, file: str = "") -> None:
        """Read ``file`` and show what importing it would change.

        Args:
            file: Its path; empty to go on with the one before, or to ask for one.
        """
        if self._work.busy:
            self._notices.say(self.tr("上一个文件还没有处理完"))
        elif file:
            self._file = file
            self._file_head.show_file(QFileInfo(file).fileName())
            self._look()
            self._read()
        elif self._plan is None:
            self._file = ""
            self._show_empty()
        elif self._library is not None and self._library() != self._plan.mine:
            self._notices.say(self.tr("话术库改过了，已重新比对"))
            self._read(self._preview.choices)
        else:
            self._preview.focus()

    def stop(self) -> None:
        """Call off what is under way, because the window closes."""
        self._work.cancel()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        super().set_colours(colours)
        self._file_head.set_colours(colours)
        self._preview.set_colours(colours)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._import.setProperty("role", "primary")
        self._import.setToolTip(self.tr("导入") + "  Ctrl+Enter")
        for button in (self._choose, self._import):
            button.setAutoDefault(True)
        self._stack.addWidget(self._panel)
        self._stack.addWidget(self._message())
        self._stack.addWidget(self._preview)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(GRID * 3)
        foot.addWidget(self._checklist)
        foot.addWidget(self._rules)
        foot.addStretch(1)
        foot.addWidget(self._intent)
        foot.addWidget(self._import)
        self.column.addWidget(self._file_head)
        self.column.addLayout(self._stack, 1)
        self.column.addWidget(self._foot)

    def _message(self) -> QWidget:
        message = QWidget()
        column = QVBoxLayout(message)
        column.setSpacing(GRID * 3)
        column.addStretch(1)
        for label in (self._told, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return message

    def _connect(self) -> None:
        self._file_head.read_again.connect(self._on_read_again)
        self._file_head.other_wanted.connect(self._on_choose)
        self._choose.clicked.connect(self._on_choose)
        self._panel.cancelled.connect(self._work.cancel)
        self._work.progressed.connect(self._panel.progress)
        self._work.busy_changed.connect(self._on_busy)
        self._preview.choices_changed.connect(self._show_intent)
        self._checklist.toggled.connect(self._show_intent)
        self._rules.toggled.connect(self._show_intent)
        self._import.clicked.connect(self._on_import)
        self.left.connect(self._work.cancel)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._import.click)

    # -- reading -----------------------------------------------------------------------------

    @Slot()
    def _on_choose(self) -> None:
        button = self._choose if self._choose.isVisible() else self._file_head.other
        self._choice.ask_for_file(button, _SUFFIXES, self.tr("话术文件"), self.open)

    @Slot()
    def _on_read_again(self) -> None:
        if self._file and not self._work.busy:
            self._read()

    def _look(self) -> None:
        """Offer the encodings that the file can be in; why it cannot be read, reading it says."""
        if self._beginnings is not None:
            look = partial(self._beginnings, self._file)
            self._looking.run(look, partial(self._on_looked, self._file), lambda _error: None)

    def _on_looked(self, file: str, beginnings: Beginnings) -> None:
        if file == self._file:
            self._file_head.show_beginnings(beginnings)

    def _read(self, chosen: Mapping[str, MergeChoice] = _NOTHING) -> None:
        """Read the file; ``chosen`` counts for those rows that are there again."""
        self._plan = None
        self._file_head.show_nothing()
        self._foot.hide()
        self._panel.begin(with_facts(self.tr("正在读「%1」…"), QFileInfo(self._file).fileName()))
        self._show(self._panel)
        file, format_, encoding = self._file, self._file_head.format, self._file_head.encoding
        self._work.run(
            lambda progress: self._intake.plan(file, progress, format_=format_, encoding=encoding),
            partial(self._on_planned, chosen),
            self._on_not_read,
        )

    def _on_planned(self, chosen: Mapping[str, MergeChoice], plan: MergePlan) -> None:
        self._plan = plan
        self._file_head.show_plan(plan)
        self._checklist.setChecked(False)
        self._checklist.setVisible(plan.incoming.checklist is not None)
        self._rules.setChecked(False)
        self._rules.setVisible(bool(plan.incoming.rules))
        self._preview.show_plan(plan, chosen)
        self._show(self._preview)
        self._foot.show()
        self._preview.focus()

    def _on_not_read(self, error: DeskError) -> None:
        if isinstance(error, CancelledError):
            self._say(self.tr("已取消"), self.tr("什么都没有导入。"))
            return
        advice = self.tr("什么都没有导入。请看看文件是否完整，也可以换一种格式或编码再读一次。")
        if not isinstance(error, DataFaultError):
            advice = self.tr("什么都没有导入。")
        self._say(trouble(error, words), advice)

    # -- carrying out ------------------------------------------------------------------------

    @Slot()
    def _show_intent(self) -> None:
        if self._plan is None:
            return
        told = intent_told(self._preview.effects)
        self._intent.setText(told or self.tr("没有要导入的话术"))
        self._import.setEnabled(
            bool(told) or self._checklist.isChecked() or self._rules.isChecked()
        )

    @Slot()
    def _on_import(self) -> None:
        plan = self._plan
        if plan is None or self._work.busy:
            return
        choices, enclosed = self._preview.choices, self._enclosed(plan)
        self._notices.hide()
        self._panel.begin(self.tr("正在导入…"))
        self._show(self._panel)
        self._foot.hide()
        self._work.run(
            lambda progress: self._intake.apply(plan, choices, progress, enclosed),
            partial(self._on_applied, plan, enclosed),
            self._on_not_applied,
        )

    def _enclosed(self, plan: MergePlan) -> Enclosed:
        """Return what of the rest of the file is to be used from now on."""
        incoming = plan.incoming
        return Enclosed(
            incoming.checklist if self._checklist.isChecked() else None,
            incoming.rules if self._rules.isChecked() else (),
        )

    def _on_applied(self, plan: MergePlan, enclosed: Enclosed, outcome: ImportOutcome) -> None:
        self._plan = None
        self._file = ""
        self._show_empty()
        self.imported.emit(plan.mine, outcome, enclosed)

    def _on_not_applied(self, error: DeskError) -> None:
        if isinstance(error, DeskBusyError):
            told = self.tr("话术库刚在别处改过，没有导入。已重新比对，请看过再导入。")
            self._notices.warn(told, error)
            self._read(self._preview.choices)
            return
        self._show(self._preview)
        self._foot.show()
        self._preview.focus()
        if isinstance(error, CancelledError):
            self._notices.say(self.tr("已取消导入，什么都没有改动"))
        else:
            self._notices.warn(trouble(error, words), error)

    # -- showing -----------------------------------------------------------------------------

    def _show_empty(self) -> None:
        self._file_head.hide()
        self._foot.hide()
        told = self.tr("选一个话术文件，先看看会改动什么，再决定导入哪些")
        kinds = self.tr(
            "认得客服台话术库、千牛快捷短语、Excel 和 CSV 表格、QuickText、espanso、"
            "Beeftext、TextExpander。"
        )
        self._say(told, kinds)

    def _say(self, told: str, advice: str) -> None:
        """Show a sentence in place of the preview, with what to do."""
        self._told.setText(told)
        self._advice.setText(advice)
        self._show(self._stack.widget(1))
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, part: QWidget | None) -> None:
        assert part is not None  # every part was put there when the page was built
        self._stack.setCurrentWidget(part)
        self._file_head.setVisible(bool(self._file))
        self._file_head.other.setVisible(part is self._preview)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._file_head.setEnabled(not busy)
        if not busy:
            self._panel.end()
