"""What is kept of a crash. Each run is a process of its own, for pytest has a record of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import cs_desk
from cs_desk.desktop.crash_record import crash_lines

OURS = Path(cs_desk.__file__).parent / "ui" / "hit_list.py"
RECORD = f"""\
Fatal Python error: Segmentation fault

Thread 0x00007f8a007cb000 [wang] (most recent call first):
  File "/usr/lib/python3.11/threading.py", line 320 in wait

Current thread 0x00007f8a1f3c5740 (most recent call first):
  File "{OURS}", line 88 in paintEvent
  File "/home/wang/run.py", line 9 in <module>

Current thread's C stack trace (most recent call first):
  Binary file "/home/wang/lib.so", at Py_BytesMain+0x27 [0x7f8a1f3c5740]

Extension modules: shiboken6.Shiboken, PySide6.QtCore (total: 2)
"""
PROGRAM = """
import faulthandler, sys
from datetime import UTC, datetime
from pathlib import Path
from cs_desk.desktop.crash_record import crash_record
from cs_desk.desktop.event_log import EventLog
from tests.fakes import FixedClock

folder = Path(sys.argv[1])
with crash_record(EventLog(folder, FixedClock(datetime(2026, 11, 22, tzinfo=UTC)))) as crashed:
    record = folder / "crash.txt"
    {inside}
print(crashed, faulthandler.is_enabled())
"""


@pytest.fixture
def record(tmp_path):
    return tmp_path / "crash.txt"


@pytest.fixture
def run(tmp_path):
    """Run a program that does something inside `crash_record`; return what it printed."""

    def start(inside="pass", *options):
        command = [sys.executable, *options, "-c", PROGRAM.replace("{inside}", inside), tmp_path]
        root = Path(__file__).parents[2]
        return subprocess.check_output(command, cwd=root, text=True, timeout=20).split()

    return start


def test_only_places_are_kept():
    assert crash_lines(RECORD) == (
        "Fatal Python error: Segmentation fault",
        "thread",
        "    threading.py:320 wait",
        "current thread",
        "    cs_desk/ui/hit_list.py:88 paintEvent",
        "    run.py:9 <module>",
    )


def test_an_endless_record_is_cut():
    assert len(crash_lines(RECORD * 1_000)) == 60


def test_what_the_last_run_left_is_moved_to_the_log(run, record):
    record.write_text(RECORD)
    assert run()[0] == "True"
    log = record.with_name("cs_desk.log").read_text()
    assert " crash of the last run: Fatal Python error: Segmentation fault\n" in log
    assert "wang" not in log
    assert record.read_bytes() == b""
    assert run()[0] == "False"


def test_what_the_program_survived_is_logged_and_is_no_crash(run, record):
    # As Windows reports calls between programs that failed.
    run("record.write_text('Windows fatal exception: code 0x8001010d')")
    log = record.with_name("cs_desk.log").read_text()
    assert log.endswith(" survived: Windows fatal exception: code 0x#\n")
    assert run()[0] == "False"


def test_what_no_crash_left_is_dropped(run, record):
    record.write_bytes(b"Error calling \xe7\x8e\x8b: ")
    assert run()[0] == "False"
    assert [file.name for file in record.parent.iterdir()] == ["crash.txt"]
    assert record.read_bytes() == b""


@pytest.mark.parametrize(("options", "enabled"), [((), "False"), (("-X", "faulthandler"), "True")])
def test_afterwards_crashes_are_reported_as_before(run, options, enabled):
    assert run("assert faulthandler.is_enabled()", *options)[1] == enabled


def test_without_a_folder_to_write_to_there_is_no_record(run, tmp_path):
    tmp_path.rmdir()
    tmp_path.write_text("in the way")
    assert run() == ["False", "False"]
