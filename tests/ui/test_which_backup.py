"""Which backup is restored, and the way back after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import BackupFailedError, Sentence
from tests.ui.data_bench import Bench

FULL = BackupFailedError(Sentence("磁盘已满"))

# -- which backup ----------------------------------------------------------------------------


def test_nothing_is_restored_before_the_person_has_chosen(bench):
    assert not bench.button("恢复这一份").isEnabled()
    table = bench.page._list._table
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Return)
    bench.settle()
    assert bench.backups.content == "now"


def test_the_keyboard_chooses_the_row_that_it_comes_to(bench):
    table = bench.page._list._table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Return)
    bench.settle()
    assert bench.backups.content == "yesterday"


def test_a_new_backup_does_not_move_the_choice(bench):
    bench.restore(1)
    assert [row[1] for row in bench.rows()] == ["恢复前", "退出时", "手动"]
    bench.backups.content = "since"
    bench.press("恢复这一份")
    assert bench.backups.content == "long ago"


def test_the_choice_is_gone_with_its_backup(bench):
    bench.choose(0)
    bench.backups.lose_all()
    bench.backups.add(BackupReason.ROUTINE, 0)
    bench.page.refresh()
    bench.settle()
    assert not bench.button("恢复这一份").isEnabled()


def test_backups_of_one_minute_are_told_apart_by_their_seconds(bench):
    bench.backups.add(BackupReason.MANUAL, 1 - 5 / 86400, "soon after")
    bench.open()
    assert [row[0] for row in bench.rows()] == [
        "11月21日 15:00:05",
        "11月21日 15:00:00",
        "2025年7月10日 15:00",
    ]
    bench.restore()
    assert bench.notices.text() == "已恢复到 11月21日 15:00:05 的备份"


# -- the way back ----------------------------------------------------------------------------


def test_a_restore_can_be_taken_back_after_its_notice_is_gone(bench):
    bench.restore()
    bench.notices.hide()
    back = bench.button("撤销上次恢复")
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Return)
    bench.settle()
    assert bench.backups.content == "now"
    assert not back.isVisible()
    assert bench.button("从文件恢复…").hasFocus()


def test_only_the_last_restore_is_taken_back(bench):
    bench.restore(1)
    bench.backups.content = "since"
    bench.restore(1)
    bench.press("撤销上次恢复")
    assert bench.backups.content == "since"
    assert not bench.button("撤销上次恢复").isVisible()


@pytest.mark.parametrize("act", [Bench.open, lambda bench: bench.press("立即备份")])
def test_the_way_back_stays_while_the_page_is_open(bench, act):
    bench.restore()
    act(bench)
    assert bench.button("撤销上次恢复").isVisible()


def test_the_way_back_is_gone_when_the_page_was_left(bench):
    bench.restore()
    bench.page.hide()
    bench.page.show()
    assert not bench.button("撤销上次恢复").isVisible()


def test_the_way_back_stays_if_it_failed(bench):
    bench.restore()
    bench.backups.refuse(FULL)
    bench.press("撤销上次恢复")
    assert bench.button("撤销上次恢复").isVisible()
