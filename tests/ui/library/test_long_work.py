from __future__ import annotations

import threading
from functools import partial

import pytest

from cs_desk.domain.errors import CancelledError
from cs_desk.ui.library.long_work import LongWork
from tests.ui.library import page_bench


@pytest.fixture
def work(qapp):
    return LongWork()


@pytest.fixture
def settle(qtbot):
    return partial(page_bench.settle, qtbot)


@pytest.fixture
def heard():
    return []


def test_progress_comes_back_to_the_window_in_its_own_thread(work, heard, settle):
    work.progressed.connect(
        lambda done, total: heard.append((done, total, threading.current_thread()))
    )
    work.run(lambda tell: tell(3, 10), heard.append, heard.append)
    settle(lambda: work.busy)
    assert heard[0] == (3, 10, threading.main_thread())


def test_progress_that_comes_faster_than_it_can_be_seen_is_left_out(work, heard, settle):
    work.progressed.connect(lambda done, total: heard.append(done))
    work.run(lambda tell: [tell(n, 500) for n in range(500)], heard.append, heard.append)
    settle(lambda: work.busy)
    assert len(heard) < 100


def test_work_that_is_called_off_ends_where_it_tells_its_progress(work, heard, settle):
    gate = threading.Event()

    def wait(tell):
        assert gate.wait(5)
        tell(1, 2)
        return "too far"

    work.run(wait, heard.append, heard.append)
    work.cancel()
    gate.set()
    settle(lambda: work.busy)
    assert [type(each) for each in heard] == [CancelledError]


def test_what_was_called_off_before_does_not_call_off_what_comes_next(work, heard, settle):
    work.run(lambda tell: tell(1, 1), heard.append, heard.append)
    work.cancel()
    settle(lambda: work.busy)
    heard.clear()
    work.run(lambda tell: tell(1, 1), heard.append, heard.append)
    settle(lambda: work.busy)
    assert heard == [None]


def test_only_one_call_is_under_way(work, heard, settle):
    gate = threading.Event()
    work.run(lambda _tell: gate.wait(5), heard.append, heard.append)
    assert not work.run(lambda _tell: "second", heard.append, heard.append)
    gate.set()
    settle(lambda: work.busy)
    assert heard == [True]
