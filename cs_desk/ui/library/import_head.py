"""What is being imported: the file, how it is read, and what deserves a look first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.wording import with_facts
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.ui.library.encoding_box import EncodingBox
from cs_desk.ui.library.format_words import format_name
from cs_desk.ui.library.import_words import doubts
from cs_desk.ui.library.remark_box import RemarkBox
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.short_text import ShortText
from cs_desk.ui.tab_stops import order_tabs
from cs_desk.ui.theme import GRID
from cs_desk.ui.wrapped_text import plain_tip

if TYPE_CHECKING:
    from cs_desk.domain.library.incoming import IncomingLibrary
    from cs_desk.domain.library.merge import MergePlan
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.library.encoding_box import Beginnings
    from cs_desk.ui.theme import Colours

_NAME_WIDTH = 240
_SAMPLE_LINES = 2
_SAMPLE_REPLIES = 3
_SAMPLE_LENGTH = 60


class ImportHead(QWidget):
    """Names the file and lets the person say how it is to be read.

    Signals:
        read_again: It is to be read with the format and encoding chosen now.
        other_wanted: Another file is wanted.
    """

    read_again = Signal()
    other_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = plain_label("section")
        self._about = plain_label("muted")
        self._format = QComboBox()
        self._encoding = EncodingBox()
        self._encoding_label = QLabel(self.tr("文字编码"))
        self._sample = ShortText(_SAMPLE_LINES, muted=True)
        self._doubts = plain_label("note", wrapped=True)
        self._remarks = RemarkBox(icons)
        self.other = QPushButton(self.tr("换一个文件…"))
        self._build()
        self._connect()

    @property
    def format(self) -> FileFormat | None:
        """The format that the person chose; None to find out."""
        chosen: FileFormat | None = self._format.currentData()
        return chosen

    @property
    def encoding(self) -> str | None:
        """The encoding that the person chose; None to find out."""
        return self._encoding.chosen

    def show_beginnings(self, beginnings: Beginnings) -> None:
        """Offer the encodings that the file can be in, each with how it begins then."""
        self._encoding.show_beginnings(beginnings)

    def show_file(self, name: str) -> None:
        """Show a file that is yet to be read; how, is to be found out."""
        elide = Qt.TextElideMode.ElideMiddle
        self._name.setText(self._name.fontMetrics().elidedText(name, elide, _NAME_WIDTH))
        self._name.setToolTip(plain_tip(name))
        # What is set by the program is no wish of the person.
        with QSignalBlocker(self._format):
            self._format.setCurrentIndex(0)
        self._encoding.forget()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say nothing of the content, while nobody knows it."""
        self._about.clear()
        self._sample.hide()
        self._doubts.hide()
        self._remarks.show_remarks(())
        self._show_encoding(None)
        self._format.setItemText(0, self.tr("自动识别"))

    def show_plan(self, plan: MergePlan) -> None:
        """Show what is known of the file now."""
        incoming = plan.incoming
        found = with_facts(self.tr("自动（%1）"), format_name(incoming.format))
        self._format.setItemText(0, found)
        self._about.setText(self._about_library(incoming))
        self._show_encoding(incoming)
        told = "\n".join(doubts(plan))
        self._doubts.setText(told)
        self._doubts.setVisible(bool(told))
        self._remarks.show_remarks(
            (
                (self.tr("没有导入"), incoming.skipped),
                (self.tr("丢了一部分"), incoming.lost),
                (self.tr("请留意"), incoming.warnings),
            )
        )

    def remarks(self) -> RemarkBox:
        """Return what is told about places of the file."""
        return self._remarks

    def doubts(self) -> str:
        """Return what deserves a look before anything is taken; empty if nothing."""
        return self._doubts.text()

    def sample(self) -> str:
        """Return the beginning of the text, as it was read."""
        return self._sample.accessibleName()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._remarks.set_colours(colours)

    def _build(self) -> None:
        self._format.setAccessibleName(self.tr("格式"))
        self._format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._format.addItem(self.tr("自动识别"), None)
        for format_ in FileFormat:
            self._format.addItem(format_name(format_), format_)
        # What is said about the file gives way where the window is narrow.
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.other.setAutoDefault(True)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self._name)
        row.addWidget(self._about, 1)
        row.addWidget(QLabel(self.tr("格式")))
        row.addWidget(self._format)
        row.addWidget(self._encoding_label)
        row.addWidget(self._encoding)
        row.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._doubts)
        column.addWidget(self._sample)
        column.addWidget(self._remarks)
        order_tabs(self)

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_chosen)
        self._encoding.currentIndexChanged.connect(self._on_chosen)
        self.other.clicked.connect(self.other_wanted)

    @Slot()
    def _on_chosen(self) -> None:
        self.read_again.emit()

    def _about_library(self, incoming: IncomingLibrary) -> str:
        library = incoming.library
        version = with_facts(self.tr("版本 %1"), library.version) if library.version else ""
        count = with_facts(self.tr("%1 条话术"), f"{len(library.templates):,}")
        parts = (library.publisher, version, library.released_at, count)
        return " · ".join(part for part in parts if part)

    def _show_encoding(self, incoming: IncomingLibrary | None) -> None:
        """Offer another encoding for a text, with its beginning to tell whether it is right."""
        encoding = incoming.encoding if incoming else None
        # A file that could not be read may be a text in an encoding that was not found out.
        asked = encoding is not None or incoming is None
        self._encoding.setVisible(asked)
        self._encoding_label.setVisible(asked)
        self._encoding.show_found(encoding)
        self._sample.setVisible(encoding is not None)
        if incoming is not None:
            first = (t.body for t in incoming.library.templates[:_SAMPLE_REPLIES])
            lines = (body.strip().partition("\n")[0][:_SAMPLE_LENGTH] for body in first)
            self._sample.say(with_facts(self.tr("开头读作：%1"), "  /  ".join(lines)))
