from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import BackupFailedError, DeskBusyError, Sentence
from cs_desk.ui.notice_bar import NoticeBar
from cs_desk.ui.routine_backups import FIRST_LOOK_MS, INTERVAL_MS, RoutineBackups
from tests.fakes import FixedClock
from tests.ui.fake_backups import FakeBackups

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
FULL = BackupFailedError(Sentence("磁盘已满"))


@pytest.fixture
def backups():
    return FakeBackups(FixedClock(NOW))


@pytest.fixture
def notices(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def routine(backups, notices):
    made = RoutineBackups(backups, notices)
    made.start()
    yield made
    backups.release()


@pytest.fixture
def half_an_hour(routine, qtbot, notices):
    """Let the time come, and return what is said."""

    def passes():
        notices.hide()
        routine._timer.timeout.emit()
        qtbot.waitUntil(lambda: not routine._background.busy)
        return notices.text() if notices.isVisible() else ""

    return passes


def test_it_looks_after_two_minutes_and_then_every_half_hour(routine, half_an_hour):
    assert routine._timer.interval() == FIRST_LOOK_MS == 120_000
    half_an_hour()
    assert routine._timer.interval() == INTERVAL_MS == 1_800_000
    assert routine._timer.isActive()


def test_a_backup_is_made_only_of_what_has_changed(backups, half_an_hour, routine):
    made = []
    routine.kept.connect(lambda: made.append(len(backups.all())))
    half_an_hour()
    half_an_hour()
    backups.content = "changed"
    half_an_hour()
    assert made == [1, 2]
    assert {backup.reason for backup in backups.all()} == {BackupReason.ROUTINE}


def test_a_failure_is_told_once_while_it_lasts(backups, half_an_hour):
    backups.refuse(FULL)
    assert "磁盘已满" in half_an_hour()
    assert half_an_hour() == ""


def test_another_failure_is_told_too(backups, half_an_hour):
    backups.refuse(FULL)
    half_an_hour()
    backups.refuse(DeskBusyError())
    assert "占用" in half_an_hour()


def test_a_failure_that_comes_back_is_told_again(backups, half_an_hour):
    for error, told in [(FULL, True), (None, False), (FULL, True)]:
        backups.refuse(error)
        assert ("磁盘已满" in half_an_hour()) is told


def test_a_slow_backup_is_not_made_twice(backups, routine, half_an_hour):
    backups.hold()
    routine._timer.timeout.emit()
    routine._timer.timeout.emit()
    backups.release()
    half_an_hour()
    assert len(backups.all()) == 1
