"""The page of backups: real widgets over a stand-in at the port, and real files."""

from __future__ import annotations

from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFocusEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
)

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import BackupFailedError, DeskBusyError, Sentence
from cs_desk.ui.path_line import PathLine
from tests.ui.data_bench import CLOCK

FULL = BackupFailedError(Sentence("磁盘已满"))

Damaged = namedtuple("Damaged", ["table", "doc_id", "found_at"])


@pytest.fixture
def opened_folders(qapp):
    """What the system was asked to open."""

    opened = []

    class Handler(QObject):
        @Slot(QUrl)
        def take(self, url):
            opened.append(url.toLocalFile())

    handler = Handler()
    QDesktopServices.setUrlHandler("file", handler, "take")
    yield opened
    QDesktopServices.unsetUrlHandler("file")


def test_backups_are_listed_newest_first(bench):
    assert bench.rows() == [
        ["11月21日 15:00", "退出时", "36 KB"],
        ["2025年7月10日 15:00", "手动", "36 KB"],
    ]
    assert bench.page._newest.text() == "最近备份：11月21日 15:00（退出时）"


def test_without_a_backup_the_page_says_so(bench):
    bench.backups.lose_all()
    bench.open()
    assert bench.page._newest.text() == "还没有备份"
    assert bench.page._list._empty.isVisible()
    assert not bench.button("恢复这一份").isEnabled()


def test_the_first_backup_can_be_made_at_once(bench):
    bench.backups.lose_all()
    bench.open()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    bench.settle()
    assert bench.rows() == [["11月22日 15:00", "手动", "36 KB"]]
    assert bench.notices.text() == "已备份，36 KB"


def test_a_backup_can_be_saved_elsewhere(bench, tmp_path):
    bench.press("备份到…")
    assert bench.dialog().selectedFiles()[0].endswith("客服台备份-2026-11-22.db")
    bench.answer(tmp_path / "带走.db")
    assert (tmp_path / "带走.db").read_text() == "now"
    assert bench.notices.text() == "已备份到「带走.db」"


def test_the_dialogs_own_button_saves_too(bench, tmp_path):
    bench.press("备份到…")
    bench.answer_by_keyboard(tmp_path / "带走.db")
    assert bench.notices.text() == "已备份到「带走.db」"
    assert bench.window.focusWidget() is bench.button("备份到…")


def test_the_dialogs_own_button_restores_too(bench, tmp_path):
    (tmp_path / "他处.db").write_text("elsewhere")
    bench.press("从文件恢复…")
    bench.answer_by_keyboard(tmp_path / "他处.db")
    assert bench.notices.text() == "已从「他处.db」恢复"
    assert bench.notices.act()
    bench.settle()
    assert bench.backups.content == "now"


@pytest.mark.parametrize("name", ["备份到…", "导出全部为 JSON…", "从文件恢复…"])
def test_the_keyboard_comes_back_to_the_button_that_asked(bench, name):
    bench.press(name)
    bench.dialog().reject()
    assert bench.button(name).hasFocus()


def test_files_are_looked_for_where_the_backups_are_and_then_where_the_last_one_was(
    bench, backups, tmp_path
):
    Path(backups.folder).mkdir()
    bench.press("从文件恢复…")
    assert bench.dialog().directory().absolutePath() == backups.folder
    assert bench.dialog().findChild(QLineEdit, "fileNameEdit").text() == ""
    bench.dialog().reject()
    bench.press("备份到…")
    bench.answer_by_keyboard(tmp_path / "带走.db")
    bench.press("从文件恢复…")
    assert bench.dialog().directory().absolutePath() == str(tmp_path)


def test_a_folder_that_is_not_there_yet_is_no_name_for_a_file(bench):
    bench.press("从文件恢复…")
    assert bench.dialog().directory().absolutePath() == QDir.homePath()
    assert bench.dialog().findChild(QLineEdit, "fileNameEdit").text() == ""


def test_everything_can_be_exported(bench, tmp_path):
    bench.press("导出全部为 JSON…")
    bench.answer(tmp_path / "全部.json")
    assert (tmp_path / "全部.json").exists()
    assert bench.notices.text() == "已导出 17 条记录到「全部.json」"


def test_a_file_gets_its_suffix_if_the_person_leaves_it_out(bench, tmp_path):
    bench.press("备份到…")
    bench.answer(tmp_path / "带走")
    assert (tmp_path / "带走.db").exists()


def test_a_person_who_changes_their_mind_about_the_file_changes_nothing(bench, tmp_path):
    bench.press("备份到…")
    bench.dialog().reject()
    bench.settle()
    assert list(tmp_path.iterdir()) == []
    assert not bench.notices.isVisible()


def test_the_chosen_backup_is_restored_by_enter_and_taken_back_by_undo(bench):
    table = bench.page._list._table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    bench.settle()
    assert bench.backups.content == "long ago"
    assert table.hasFocus()
    assert bench.notices.text() == "已恢复到 2025年7月10日 15:00 的备份"
    assert bench.rows()[0] == ["11月22日 15:00", "恢复前", "36 KB"]
    assert bench.notices.act()
    bench.settle()
    assert bench.backups.content == "now"
    assert bench.notices.text() == "已撤销，数据和恢复之前一样"
    assert bench.heard == ["restored", "restored"]


def test_a_backup_can_be_restored_from_a_file(bench, tmp_path):
    (tmp_path / "他处.db").write_text("elsewhere")
    bench.press("从文件恢复…")
    bench.answer(tmp_path / "他处.db")
    assert bench.backups.content == "elsewhere"
    assert bench.notices.text() == "已从「他处.db」恢复"


def test_undo_takes_back_only_the_last_action(bench):
    bench.restore()
    bench.backups.hold()
    bench.button("立即备份").click()
    assert not bench.notices.act()


def test_nothing_is_offered_to_undo_if_nothing_sound_was_there(bench):
    bench.backups.sound = False
    bench.restore()
    assert bench.notices.text() == "已恢复到 11月21日 15:00 的备份"
    assert not bench.notices.act()


def test_a_file_that_is_no_backup_is_refused_in_words(bench):
    bench.page._restore_chosen_file("/gone/旧.db")
    bench.settle()
    assert bench.notices.text() == "「/gone/旧.db」有问题：文件已损坏"
    assert bench.heard == []


@pytest.mark.parametrize("name", ["立即备份", "恢复这一份"])
@pytest.mark.parametrize(("error", "told"), [(FULL, "磁盘已满"), (DeskBusyError(), "占用")])
def test_a_failure_is_said_and_the_page_goes_on(bench, name, error, told):
    bench.choose(0)
    bench.backups.refuse(error)
    bench.press(name)
    assert told in bench.notices.text()
    assert bench.backups.content == "now"
    bench.backups.refuse(None)
    bench.press(name)
    assert told not in bench.notices.text()


def test_the_backup_that_a_failed_restore_has_made_is_listed(bench):
    bench.backups.add(BackupReason.RESTORE, 0)
    bench.backups.refuse(FULL)
    bench.restore()
    assert bench.rows()[0][1] == "恢复前"


def test_work_that_is_done_at_once_shows_no_progress(bench):
    bench.press("立即备份")
    assert not bench.page._busy._timer.isActive()


def test_work_that_takes_long_is_shown_and_cannot_be_started_twice(bench, qtbot):
    bench.backups.hold()
    bench.button("立即备份").click()
    assert not bench.button("立即备份").isEnabled()
    assert not bench.page._busy._bar.isVisible()
    qtbot.waitUntil(bench.page._busy._bar.isVisible)
    assert bench.page._busy._label.text() == "正在备份…"
    bench.backups.release()
    bench.settle()
    assert not bench.page._busy._bar.isVisible()
    assert len(bench.rows()) == 3


def test_the_keyboard_is_back_where_it_was_when_the_work_is_done(bench):
    bench.choose(0)
    bench.button("恢复这一份").setFocus()
    bench.press("恢复这一份")
    assert bench.button("恢复这一份").hasFocus()


def test_the_page_can_be_left_while_it_works(bench):
    bench.backups.hold()
    bench.button("立即备份").click()
    QTest.keyClick(QApplication.focusWidget() or bench.page, Qt.Key.Key_Escape)
    assert bench.heard == ["left"]
    bench.backups.release()
    bench.settle()
    assert bench.notices.text() == "已备份，36 KB"


@pytest.mark.parametrize("name", ["立即备份", "备份到…", "恢复这一份"])
def test_escape_leaves_the_page_from_everywhere(bench, name):
    QTest.keyClick(bench.button(name), Qt.Key.Key_Escape)
    assert bench.heard == ["left"]


def test_escape_in_the_list_and_in_a_path_leaves_the_page(bench):
    for widget in (bench.page._list._table, bench.page.findChild(PathLine)):
        QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert bench.heard == ["left", "left"]


def test_a_backup_made_while_the_list_is_read_shows_nevertheless(bench, qtbot):
    bench.backups.hold()
    bench.page.refresh()
    qtbot.waitUntil(lambda: bench.backups.waiting == 1)
    bench.backups.add(BackupReason.ROUTINE, 0)
    bench.page.refresh()
    bench.backups.release()
    bench.settle()
    assert bench.rows()[0][1] == "定时"


def test_damaged_records_are_listed_in_words(bench):
    found_at = datetime(2026, 11, 20, 1, 5, tzinfo=UTC)
    bench.set_aside = [Damaged("usage", -1, None), Damaged("shop", 3, found_at)]
    bench.open()
    assert bench.page._set_aside._told.text() == "2 条记录已损坏，已单独放好，其余照常"
    assert bench.rows(bench.page._set_aside._table) == [
        ["店铺", "第 3 号", "11月20日 09:05"],
        ["用量", "编号不明", ""],
    ]
    assert bench.page._set_aside.isVisible()
    table = bench.page._set_aside._table
    assert table.viewport().rect().contains(table.visualRect(table.model().index(1, 0)))


def test_nothing_is_said_of_damage_where_there_is_none(bench):
    assert not bench.page._set_aside.isVisible()


def test_the_folders_are_opened(bench, opened_folders):
    for button in bench.page.findChildren(QPushButton):
        if button.text() == "打开":
            button.click()
    assert opened_folders == ["/data/desk", bench.backups.folder]
    assert not bench.notices.isVisible()


@pytest.mark.qt_log_ignore("openDocument")
def test_a_folder_that_the_system_cannot_open_is_said(bench):
    bench.press("打开")
    assert bench.notices.text().startswith("系统没有打开这个文件夹")


def test_a_long_path_is_shortened_until_it_is_used(qtbot):
    path = "/home/xiaoman/" + "<b>folder</b>/" * 9 + "cs_desk"
    line = PathLine(path, "数据文件夹")
    qtbot.addWidget(line)
    line.resize(200, 30)
    with qtbot.waitActive(line):
        line.show()
    line.clearFocus()
    assert "…" in line.text()
    assert line.accessibleDescription() == path
    assert "<b>" not in line.toolTip()
    line.setFocus()
    menu_opens = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(line, menu_opens)
    line.copy()
    assert QGuiApplication.clipboard().text() == path
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("width", [320, 480])
def test_nothing_is_wider_than_the_window(bench, width):
    bench.set_aside = [Damaged("shop", 3, CLOCK.now())]
    bench.window.resize(width, 600)
    bench.open()
    content = bench.page._content
    assert content.minimumSizeHint().width() <= content.width() <= width
