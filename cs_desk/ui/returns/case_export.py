"""Writes cases to files that people choose, while the window stays alive."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cs_desk.app.wording import trouble, with_facts
from cs_desk.domain.returns.worklist import Filter, listed
from cs_desk.ui.background import Background
from cs_desk.ui.busy_line import PATIENCE_MS, BusyLine
from cs_desk.ui.file_choice import FileChoice
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.errors import DeskError
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.ui.fittings import Fittings
    from cs_desk.ui.notice_bar import NoticeBar

# As much of a frame as may go to reading; the rest is the window's.
_STRETCH_MS = 8


class CaseExport(QWidget):
    """Reads the cases in stretches, writes the file in a worker, and says how it went.

    While it is at it, it stands below the room with a way to stop.
    """

    def __init__(self, fittings: Fittings, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._fittings = fittings
        desk = fittings.case_desk()
        self._cases, self._files = desk.cases, desk.files
        self._notices = notices
        self._choice = FileChoice(self, "")
        self._busy = BusyLine()
        self._cancel = QPushButton(self.tr("取消"))
        self._background = Background(self)
        self._reading = QTimer(self)
        # What is done at once needs no line that flashes up.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._wanted: list[str] = []
        self._views: list[CaseView] = []
        self._file = ""
        self._build()

    @Slot()
    def hand_over(self) -> None:
        """Ask where to write the open cases, most urgent first, for the next shift."""
        self._ask(self.tr("导出交接表"), self.tr("交接表-%1.pdf"), "PDF", Filter.OPEN)

    @Slot()
    def save_table(self) -> None:
        """Ask where to write all cases as a table."""
        self._ask(self.tr("导出表格"), self.tr("退货单-%1.xlsx"), "Excel", Filter.ALL)

    def save_case(self, view: CaseView, kind: str) -> None:
        """Ask where to write one case.

        Args:
            view: The case.
            kind: ``pdf`` or ``html`` for its sheet, ``bundle`` for its evidence.
        """
        suffix = "zip" if kind == "bundle" else kind
        title = self.tr("导出证据包") if kind == "bundle" else self.tr("导出单据")
        name = f"{view.case.id}.{suffix}"
        self._choose(title, name, suffix.upper(), partial(self._write_case, view))

    # -- inside ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._cancel.clicked.connect(self._on_cancel)
        self._reading.timeout.connect(self._on_reading)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        row.addWidget(self._busy, 1)
        row.addWidget(self._cancel)
        self.hide()

    def _ask(self, title: str, name: str, kind: str, which: Filter) -> None:
        day = self._fittings.clock.now().strftime("%Y%m%d")
        self._choose(title, with_facts(name, day), kind, partial(self._read, which))

    def _choose(self, title: str, name: str, kind: str, chosen: Callable[[str], None]) -> None:
        if self._reading.isActive() or self._background.busy:
            self._notices.say(self.tr("上一个文件还没有写完"))
        else:
            self._choice.ask_where_to_save(self._cancel, name, kind, chosen, title=title)

    def _read(self, which: Filter, file: str) -> None:
        now = self._fittings.clock.now()
        self._wanted = [s.id for s in listed(self._cases.summaries().values(), which, "", now)]
        self._wanted.reverse()
        self._views, self._file = [], file
        self._begin()
        self._reading.start(0)

    @Slot()
    def _on_reading(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._wanted and spent.elapsed() < _STRETCH_MS:
            view = self._cases.find(self._wanted.pop())
            if view is not None:
                self._views.append(view)
        if not self._wanted:
            self._reading.stop()
            self._write(partial(self._files.save_cases, tuple(self._views), self._file))

    def _write_case(self, view: CaseView, file: str) -> None:
        self._file = file
        self._begin()
        self._write(partial(self._files.save_case, view, file))

    def _write(self, work: Callable[[], None]) -> None:
        # What is being written cannot be called back; it takes its place when it is whole.
        self._cancel.hide()
        self._background.run(work, self._on_written, self._on_failed)

    def _begin(self) -> None:
        self._cancel.show()
        self._busy.begin(self.tr("正在导出…"))
        self._patience.start(PATIENCE_MS)

    def _on_written(self, _nothing: None) -> None:
        self._end()
        self._notices.say(with_facts(self.tr("已写到「%1」"), self._file))

    def _on_failed(self, error: DeskError) -> None:
        self._end()
        self._notices.warn(trouble(error, words), error)

    @Slot()
    def _on_cancel(self) -> None:
        self._reading.stop()
        self._end()
        self._notices.say(self.tr("已取消导出，没有写文件"))

    def _end(self) -> None:
        self._wanted, self._views = [], []
        self._patience.stop()
        self._busy.end()
        self.hide()
