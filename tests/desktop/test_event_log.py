"""The log of what went wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from cs_desk.desktop.event_log import EventLog, is_power_of_ten, versions_in_use
from cs_desk.domain.errors import Sentence, StoreFailedError
from tests.fakes import FixedClock

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture
def log(tmp_path):
    return EventLog(tmp_path / "logs", FixedClock(NOW))


def entries(log):
    """Return the entries after the line that tells the versions."""
    text = (log.folder / "cs_desk.log").read_text(encoding="utf-8")
    return text.replace("\n    ", " | ").splitlines()[1:]


def fault(number=0):
    try:
        exec(f"def place_{number}(): raise ValueError(13812345678)\nplace_{number}()", {})
    except ValueError as error:
        return error


def test_nothing_is_created_until_there_is_something_to_tell(log):
    assert not log.folder.exists()


def test_a_run_tells_its_versions_once(log):
    log.message("qt warning", "one")
    log.message("qt warning", "two")
    text = (log.folder / "cs_desk.log").read_text()
    assert text.startswith("2026-11-22T15:00:00+00:00 start: cs_desk ")
    assert text.count("start:") == 1


def test_versions_are_told_of_what_is_loaded():
    told = versions_in_use({"sqlite3": SimpleNamespace(sqlite_version="3.99")})
    assert told.endswith(", SQLite 3.99")
    assert "Qt" not in told


def test_a_fault_is_told_with_time_kind_place_and_frames(log):
    log.fault("thread", fault())
    assert entries(log)[0].startswith(
        "2026-11-22T15:00:00+00:00 thread: ValueError at <string>:1 place_0 | ValueError |     "
    )


def test_a_repeated_fault_is_told_in_full_once_then_at_powers_of_ten(log):
    met = [log.fault("uncaught", fault()) for _ in range(250)]
    assert met == [True, *[False] * 249]
    told = [entry.partition(" uncaught: ")[2] for entry in entries(log)[1:]]
    assert told == [
        "ValueError at <string>:1 place_0 (10 times)",
        "ValueError at <string>:1 place_0 (100 times)",
    ]


def test_two_places_are_two_faults(log):
    assert log.fault("uncaught", fault(1))
    assert log.fault("uncaught", fault(2))


def test_faults_whose_place_never_repeats_fill_neither_memory_nor_disk(log):
    met = sum(
        log.message("qt warning", f"{'a' * (number // 26)} {chr(97 + number % 26)}")
        for number in range(2_000)
    )
    assert met == 501
    assert entries(log)[-1].endswith("further faults (1000 times)")


def test_a_message_is_scrubbed_and_alike_ones_are_one(log):
    assert log.message("qt warning", "timer 13812345678 of 王小明")
    assert not log.message("qt warning", "timer 421012345678901234 of 李雷")
    assert entries(log) == ["2026-11-22T15:00:00+00:00 qt warning: timer # of …"]


def test_an_expected_trouble_is_told_by_its_sentence_once(log):
    for fact in ("王小明", "李雷"):
        log.trouble(StoreFailedError(Sentence("写「%1」失败", (fact,)), outcome_known=True))
    assert entries(log) == [
        "2026-11-22T15:00:00+00:00 trouble: cs_desk.domain.errors.StoreFailedError 写「…」失败"
    ]


def test_a_crash_is_told_line_by_line(log):
    log.crash("crash of the last run", ("Fatal Python error: Aborted", "    a.py:1 run"))
    assert entries(log)[0].endswith(
        "crash of the last run: Fatal Python error: Aborted |     a.py:1 run"
    )


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path):
    (tmp_path / "logs").write_text("in the way")
    log = EventLog(tmp_path / "logs", FixedClock(NOW))
    assert [log.fault("uncaught", fault()) for _ in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, True), (2, False), (10, True), (20, False), (101, False), (1000, True)],
)
def test_powers_of_ten(number, expected):
    assert is_power_of_ten(number) is expected
