"""The library as a file for others: what of it, in which format, and what that could not hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QFileInfo, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from cs_desk.app.library_exports import part_of
from cs_desk.app.library_ports import Enclosed
from cs_desk.app.wording import trouble, with_facts
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.ui.background import Background
from cs_desk.ui.busy_line import BusyLine
from cs_desk.ui.file_choice import FileChoice
from cs_desk.ui.library.format_choice import FormatChoice
from cs_desk.ui.library.format_words import format_name, suffix
from cs_desk.ui.library.headings import headings
from cs_desk.ui.library.page import HeadedPage
from cs_desk.ui.library.remark_box import RemarkBox
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.library_ports import Written
    from cs_desk.app.ports import Clock
    from cs_desk.domain.errors import DeskError
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.theme import Colours

    Write = Callable[[TemplateLibrary, str, FileFormat, Enclosed], Written]


class ExportPage(HeadedPage):
    """Writes the library, or one group of it, to a file.

    Args:
        library: Returns the library as it is now.
        enclosed: Returns what could travel with it: the checklist and the rules in use.
        write: Writes a library to a file of a format, with what is enclosed; called in workers.
        notices: Where failures are said.
        icons: The icon set.
        clock: Today's date, for the names of new files.
        parent: Qt's owner.
    """

    def __init__(
        self,
        library: Callable[[], TemplateLibrary],
        enclosed: Callable[[], Enclosed],
        write: Write,
        notices: NoticeBar,
        icons: Icons,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, parent)
        self.set_title(self.tr("导出"))
        self._library = library
        self._could_enclose = enclosed
        self._write_file = write
        self._notices = notices
        self._clock = clock
        self._work = Background(self)
        self._choice = FileChoice(self, QDir.homePath())
        self._formats = FormatChoice()
        self._group = QComboBox()
        self._checklist = QCheckBox(self.tr("带上退货清单"))
        self._rules = QCheckBox(self.tr("带上规则"))
        self._export = QPushButton(self.tr("导出…"))
        self._busy = BusyLine()
        self._outcome = plain_label("section", wrapped=True)
        self._remarks = RemarkBox(icons)
        self._build()
        self._connect()

    def open(self, group: str = "") -> None:
        """Offer the library as it is now; ``group`` is chosen, all of it if empty."""
        library = self._library()
        self._group.clear()
        everything = with_facts(self.tr("全部话术（%1 条）"), f"{len(library.templates):,}")
        self._group.addItem(everything, "")
        for heading in headings(library, library.templates):
            if heading.count:
                told = with_facts(self.tr("%1（%2 条）"), heading.path, f"{heading.count:,}")
                self._group.addItem(told, heading.path)
        self._group.setCurrentIndex(max(0, self._group.findData(group)))
        self._outcome.setText(self.tr("话术库是空的，没有可以导出的"))
        self._outcome.setVisible(not library.templates)
        self._remarks.show_remarks(())
        self._show_enclosed()
        self._formats.focus()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        super().set_colours(colours)
        self._formats.set_colours(colours)
        self._remarks.set_colours(colours)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._export.setProperty("role", "primary")
        self._export.setAutoDefault(True)
        self._group.setAccessibleName(self.tr("导出哪些"))
        what = QHBoxLayout()
        what.setSpacing(GRID * 3)
        what.addWidget(QLabel(self.tr("导出哪些")))
        what.addWidget(self._group)
        what.addWidget(self._checklist)
        what.addWidget(self._rules)
        what.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._export)
        foot.addWidget(self._busy)
        foot.addStretch(1)
        self.column.addWidget(self._formats)
        self.column.addSpacing(GRID * 2)
        self.column.addLayout(what)
        self.column.addSpacing(GRID * 2)
        self.column.addLayout(foot)
        self.column.addWidget(self._outcome)
        self.column.addWidget(self._remarks)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._formats.changed.connect(self._show_enclosed)
        self._group.currentIndexChanged.connect(self._show_enclosed)
        self._export.clicked.connect(self._on_export)

    @Slot()
    def _show_enclosed(self) -> None:
        """Offer to enclose what there is, for the one format that holds it."""
        enclosed = self._could_enclose()
        holds = self._formats.chosen is FileFormat.CSDESK
        self._checklist.setVisible(holds and enclosed.checklist is not None)
        self._rules.setVisible(holds and bool(enclosed.rules))
        self._export.setEnabled(bool(self._chosen().templates))

    # -- writing -----------------------------------------------------------------------------

    def _chosen(self) -> TemplateLibrary:
        """Return what of the library is to be written."""
        library = self._library()
        group: str = self._group.currentData() or ""
        return part_of(library, group) if group else library

    @Slot()
    def _on_export(self) -> None:
        if self._work.busy:
            self._notices.say(self.tr("上一个文件还没有写完"))
            return
        format_ = self._formats.chosen
        group: str = self._group.currentData() or ""
        # A path of headings would be taken for a path of folders.
        subject = group.replace("/", "-") or self.tr("话术库")
        name = f"{subject}-{self._clock.now():%Y-%m-%d}.{suffix(format_)}"
        write = partial(self._write, self._chosen(), format_, self._enclosed())
        self._choice.ask_where_to_save(self._export, name, format_name(format_), write)

    def _enclosed(self) -> Enclosed:
        could = self._could_enclose()
        # What is not on offer is not asked for, whatever was ticked before.
        checklist = self._checklist.isChecked() and not self._checklist.isHidden()
        rules = self._rules.isChecked() and not self._rules.isHidden()
        return Enclosed(could.checklist if checklist else None, could.rules if rules else ())

    def _write(
        self, library: TemplateLibrary, format_: FileFormat, enclosed: Enclosed, file: str
    ) -> None:
        write = partial(self._write_file, library, file, format_, enclosed)
        done = partial(self._on_written, file)
        if self._work.run(write, done, self._on_failed):
            self._notices.hide()
            self._outcome.hide()
            self._remarks.show_remarks(())
            self._busy.begin(self.tr("正在导出…"))

    def _on_written(self, file: str, written: Written) -> None:
        self._busy.end()
        told = self.tr("已把 %1 条话术写到「%2」")
        name = QFileInfo(file).fileName()
        self._outcome.setText(with_facts(told, f"{written.templates:,}", name))
        self._outcome.show()
        self._remarks.show_remarks(
            (
                (self.tr("没有写进去"), written.left_out),
                (self.tr("丢了一部分"), written.lost),
            )
        )
        self._remarks.unfold()

    def _on_failed(self, error: DeskError) -> None:
        self._busy.end()
        self._notices.warn(trouble(error, words), error)
