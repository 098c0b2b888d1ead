from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from cs_desk.app.library_ports import Enclosed, Written
from cs_desk.domain.errors import Sentence, StoreFailedError
from cs_desk.domain.library.incoming import FileFormat, Remark, RuleDocument
from cs_desk.ui.library.export_page import ExportPage
from tests.fakes import FixedClock
from tests.ui.library import page_bench
from tests.ui.library.incoming_files import LIBRARY, NOW

ENCLOSED = Enclosed(object(), (RuleDocument("compliance", b"{}"),))
LOST = Remark(Sentence("「%1」", ("还没到",)), Sentence("语气「%1」另成一条", ("正式",)))
LEFT_OUT = Remark(Sentence("「%1」", ("退货步骤",)), Sentence("内容太长"))


class FakeFiles:
    def __init__(self):
        self.written = []
        self.outcome = Written(4)
        self.error = None

    def write(self, library, file, format_, enclosed):
        if self.error is not None:
            raise self.error
        self.written.append((library, file, format_, enclosed))
        return self.outcome


@pytest.fixture
def files():
    return FakeFiles()


@pytest.fixture
def notices(qtbot):
    return page_bench.notice_bar(qtbot)


@pytest.fixture
def build(qtbot, files, notices):
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def built(library=LIBRARY, enclosed=ENCLOSED, group=""):
        clock = FixedClock(NOW)
        page = ExportPage(
            lambda: library, lambda: enclosed, files.write, notices, page_bench.ICONS, clock
        )
        page_bench.put_up(qtbot, page)
        page.open(group)
        return page

    return built


@pytest.fixture
def export(qtbot, tmp_path):
    """Press the button, and let the file be written where the dialog suggests."""

    def pressed(page):
        page._export.click()
        dialog = next(d for d in page.findChildren(QFileDialog) if d.isVisible())
        file = tmp_path / Path(dialog.selectedFiles()[0]).name
        dialog.done(QFileDialog.DialogCode.Rejected)
        page._write(page._chosen(), page._formats.chosen, page._enclosed(), str(file))
        page_bench.settle(qtbot, lambda: page._work.busy)
        return file

    return pressed


def test_the_whole_library_is_written_as_csdesk_unless_told_otherwise(build, files, export):
    file = export(build())
    assert file.name == "话术库-2026-11-22.csdesk"
    assert files.written == [(LIBRARY, str(file), FileFormat.CSDESK, Enclosed())]


def test_arrow_keys_go_through_the_formats(build, files, export):
    page = build()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page._formats.chosen is FileFormat.QIANNIU
    assert export(page).suffix == ".csv"


def test_one_group_is_written_with_the_groups_below_it(build, files, export):
    library = replace(LIBRARY, groups=("售前", "售前/接待", "售后"))
    file = export(build(library, group="售前"))
    written = files.written[0][0]
    assert [t.title for t in written.templates] == ["进店问候", "双十一预售"]
    assert written.groups == ("售前", "售前/接待")
    assert file.name == "售前-2026-11-22.csdesk"


def test_a_group_below_another_makes_no_folder(build, export):
    assert export(build(group="售前/接待")).name == "售前-接待-2026-11-22.csdesk"


def test_what_is_asked_for_is_enclosed(build, files, export):
    page = build()
    page._rules.setChecked(True)
    export(page)
    assert files.written[0][3] == Enclosed(None, ENCLOSED.rules)


def test_a_format_that_cannot_hold_them_encloses_nothing(build, files, export):
    page = build()
    page._rules.setChecked(True)
    page._formats.choose(FileFormat.QIANNIU)
    assert not page._rules.isVisible()
    export(page)
    assert files.written[0][3] == Enclosed()


def test_what_is_not_there_is_not_offered(build):
    page = build(enclosed=Enclosed())
    assert not page._checklist.isVisible()
    assert not page._rules.isVisible()


def test_what_a_format_lost_and_left_out_is_listed(build, files, export):
    files.outcome = Written(3, (LOST,), (LEFT_OUT,))
    page = build()
    export(page)
    assert page._outcome.text() == "已把 3 条话术写到「话术库-2026-11-22.csdesk」"
    assert page._remarks._list.isVisible()
    assert page._remarks.text().split("\n") == [
        "没有写进去 · 「退货步骤」：内容太长",
        "丢了一部分 · 「还没到」：语气「正式」另成一条",
    ]


def test_a_file_that_cannot_be_written_is_told(build, files, export, notices):
    files.error = StoreFailedError(Sentence("磁盘已满"), outcome_known=True)
    page = build()
    export(page)
    assert "磁盘已满" in notices.text()
    assert not page._outcome.isVisible()


def test_an_empty_library_says_so(build):
    page = build(replace(LIBRARY, templates=()))
    assert not page._export.isEnabled()
    assert page._outcome.text() == "话术库是空的，没有可以导出的"
