"""What is asked when the store cannot be opened: real widgets over a stand-in at the port."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import Sentence, UnreadableFileError
from cs_desk.ui.icons import Icons
from cs_desk.ui.path_line import PathLine
from cs_desk.ui.recovery_dialog import (
    BrokenStore,
    Recovery,
    RecoveryDialog,
    RecoveryWay,
    choose_recovery,
)
from tests.fakes import FixedClock
from tests.ui.fake_backups import FakeBackups

CLOCK = FixedClock(datetime(2026, 11, 22, 15, 0, tzinfo=timezone(timedelta(hours=8))))
ICONS = Icons(Path(__file__).parents[2] / "resources" / "icons")
DAMAGED = BrokenStore("「desk.db」已损坏", "/data/desk.db", "/data/damaged")
MISSING = BrokenStore("找不到「desk.db」", "/data/desk.db")
QUIT = Recovery(RecoveryWay.QUIT)
PATIENCE_MS = 5000


@pytest.fixture
def backups(tmp_path):
    made = FakeBackups(CLOCK, tmp_path)
    yield made
    made.release()
    QThreadPool.globalInstance().waitForDone(PATIENCE_MS)


@pytest.fixture
def backup(backups):
    return backups.add(BackupReason.EXIT, 1)


@pytest.fixture
def ask(qtbot, backups):
    """Return a function that shows the dialog, by default until the search has ended."""
    # The system's own dialogs cannot be answered by a test.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def show(broken=DAMAGED, searched=True):
        dialog = RecoveryDialog(broken, backups, CLOCK)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
        if searched:
            qtbot.waitUntil(lambda: not dialog._background.busy)
        return dialog

    return show


def press(dialog, key):
    QTest.keyClick(dialog.focusWidget(), key)


def sentences(dialog):
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert {label.textFormat() for label in shown} <= {Qt.TextFormat.PlainText}
    return [label.text() for label in shown]


def test_it_says_what_is_wrong_and_where_and_that_nothing_is_deleted(ask):
    dialog = ask()
    assert DAMAGED.told in sentences(dialog)
    assert any("不会被删除" in told for told in sentences(dialog))
    paths = [line.accessibleDescription() for line in dialog.findChildren(PathLine)]
    assert paths == [DAMAGED.file, DAMAGED.set_aside_in]


def test_nothing_is_set_aside_where_nothing_is(ask):
    dialog = ask(MISSING)
    assert not any("不会被删除" in told for told in sentences(dialog))
    assert len(dialog.findChildren(PathLine)) == 1


def test_enter_restores_the_newest_sound_backup(ask, backup):
    dialog = ask()
    assert dialog._restore.text() == "用备份恢复（11月21日 15:00，退出时）"
    press(dialog, Qt.Key.Key_Return)
    assert dialog.choice == Recovery(RecoveryWay.RESTORE, backup.file)
    assert not dialog.isVisible()


def test_enter_restores_from_everywhere_but_another_button(ask, backup):
    dialog = ask()
    dialog.findChild(PathLine).setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.choice == Recovery(RecoveryWay.RESTORE, backup.file)


def test_escape_quits(ask, backup):
    dialog = ask()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.choice == QUIT
    assert not dialog.isVisible()


def test_it_can_be_told_to_quit_or_to_start_afresh(ask):
    for button, way in {
        "_quit": RecoveryWay.QUIT,
        "_start_afresh": RecoveryWay.START_AFRESH,
    }.items():
        dialog = ask()
        getattr(dialog, button).click()
        assert dialog.choice == Recovery(way)


def test_a_file_can_be_restored(ask, tmp_path):
    (tmp_path / "别处.db").touch()
    dialog = ask()
    dialog._restore_file.click()
    files = dialog.findChild(QFileDialog)
    files.selectFile(str(tmp_path / "别处.db"))
    files.accept()
    assert dialog.choice == Recovery(RecoveryWay.RESTORE, str(tmp_path / "别处.db"))


def test_without_a_sound_backup_that_is_said_and_nothing_new_is_begun_by_enter(ask):
    dialog = ask()
    assert not dialog._restore.isVisible()
    assert any(told.startswith("没有可用的备份") for told in sentences(dialog))
    assert dialog.focusWidget() is dialog._restore_file


def test_backups_that_are_all_damaged_are_counted(ask, backups, backup):
    backups.add(BackupReason.MANUAL, 0)
    backups.sound_ones = False
    dialog = ask()
    assert any(told.startswith("有 2 份备份，但都已损坏") for told in sentences(dialog))
    assert dialog.focusWidget() is dialog._restore_file


def test_a_search_that_breaks_comes_to_an_end(ask, backups, qtbot):
    backups.refuse(ZeroDivisionError())
    with qtbot.captureExceptions() as faults:
        dialog = ask()
    assert any(told.startswith("没能查找备份") for told in sentences(dialog))
    assert "正在查找可用的备份…" not in sentences(dialog)
    assert dialog.focusWidget() is dialog._quit
    assert faults


def test_a_backup_folder_that_cannot_be_read_is_said(ask, backups):
    backups.refuse(UnreadableFileError("backups", Sentence("没有权限打开")))
    dialog = ask()
    assert "「backups」有问题：没有权限打开" in sentences(dialog)
    assert not dialog._restore.isVisible()


def test_while_it_looks_for_a_backup_enter_changes_nothing(ask, backups, backup):
    backups.hold()
    dialog = ask(searched=False)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.choice == QUIT


def test_a_long_search_is_shown(ask, backups, backup, qtbot):
    backups.hold()
    dialog = ask(searched=False)
    qtbot.waitUntil(lambda: "正在查找可用的备份…" in sentences(dialog))
    backups.release()
    qtbot.waitUntil(dialog._restore.isVisible)
    assert "正在查找可用的备份…" not in sentences(dialog)


def test_what_is_found_does_not_take_the_keyboard_from_a_person_who_uses_it(
    ask, backups, backup, qtbot
):
    backups.hold()
    dialog = ask(searched=False)
    dialog._start_afresh.setFocus()
    backups.release()
    qtbot.waitUntil(dialog._restore.isVisible)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.choice == Recovery(RecoveryWay.START_AFRESH)


def test_it_is_asked_before_there_is_a_window(qapp, backups):
    def answer():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(1, answer)
        else:
            dialog._start_afresh.click()

    QTimer.singleShot(0, answer)
    choice = choose_recovery(qapp, ICONS, DAMAGED, backups, CLOCK)
    assert choice == Recovery(RecoveryWay.START_AFRESH)
