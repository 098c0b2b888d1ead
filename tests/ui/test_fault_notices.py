"""What the window says of faults and troubles, and how often."""

from __future__ import annotations

import pytest

from cs_desk.domain.errors import DeskBusyError, Sentence, StoreFailedError
from cs_desk.ui.fault_notices import FaultNotices
from cs_desk.ui.notice_bar import NoticeBar
from cs_desk.ui.words import StandingTrouble, trouble_shown

BUSY = DeskBusyError()
FULL = StoreFailedError(Sentence("磁盘已满"), outcome_known=True)
BUSY_TOLD = "客服台正被另一个程序占用，什么都没有改动，请稍后再试。"
FULL_TOLD = "没有保存：磁盘已满。请检查磁盘空间和权限。"


@pytest.fixture
def bar(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def logged(bar):
    """The errors that the bar hands on to the log."""
    errors = []
    bar.failed.connect(errors.append)
    return errors


@pytest.fixture
def try_again(bar):
    """Return what the bar says after one more try, empty if nothing; then it is closed."""
    trouble = StandingTrouble(bar)

    def attempt(error=None):
        with trouble.shown():
            if error:
                raise error
        told = bar.text() if bar.isVisible() else ""
        bar.hide()
        return told

    return attempt


def test_a_fault_is_told_until_the_person_has_read_it(bar):
    FaultNotices(bar).show_fault()
    assert bar.text() == "程序里出了一个错，已记下，可以继续用。刚才那一步可能没有完成。"
    assert not bar._timer.isActive()
    assert bar.act()
    assert not bar.isVisible()


def test_a_crash_of_the_last_run_is_told_and_passes(bar):
    FaultNotices(bar).show_crash()
    assert bar.text() == "上次客服台意外退出了，数据没有丢。"
    assert bar._timer.isActive()


def test_a_trouble_is_shown_and_handed_to_the_log(bar, logged):
    with trouble_shown(bar):
        raise FULL
    assert bar.text() == FULL_TOLD
    assert logged == [FULL]


def test_a_warning_that_no_error_is_behind_is_not_logged(bar, logged):
    bar.warn("没有复制成功")
    assert logged == []


@pytest.mark.parametrize(
    ("tries", "told"),
    [
        ([BUSY, BUSY, BUSY], [BUSY_TOLD, "", ""]),
        ([None, BUSY, None, BUSY], ["", BUSY_TOLD, "", BUSY_TOLD]),
        ([BUSY, FULL, BUSY], [BUSY_TOLD, FULL_TOLD, BUSY_TOLD]),
    ],
    ids=["the same again", "over in between", "another in between"],
)
def test_a_standing_trouble_does_not_come_back_by_itself(try_again, tries, told):
    assert [try_again(error) for error in tries] == told


def test_a_standing_trouble_is_logged_as_often_as_it_is_shown(try_again, logged):
    for error in (BUSY, BUSY, FULL):
        try_again(error)
    assert logged == [BUSY, FULL]


def test_a_fault_is_no_trouble(try_again):
    with pytest.raises(ZeroDivisionError):
        try_again(ZeroDivisionError())
