"""Whatever fails, the window stays; the log tells where, and nothing about a person."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "programs" / "failing_everywhere.py"
PERSONAL = ("13812345678", "421012345678901234", "王小明", "wang@", "/home", "personal")
NOTICE = "程序里出了一个错，已记下，可以继续用。刚才那一步可能没有完成。"
CRASHED = "上次客服台意外退出了，数据没有丢。"

LOGGED_AS = {
    "slot": "uncaught: __main__.slot",
    "paint_event": "uncaught: __main__.paint_event",
    "model": "uncaught: __main__.model",
    "timer": "uncaught: __main__.timer",
    "runnable": "uncaught: __main__.runnable",
    "pooled_call": "uncaught: __main__.pooled_call",
    "qthread": "uncaught: __main__.qthread",
    "thread": "thread: __main__.thread",
    "destructor": "unraisable: __main__.destructor",
    "qt_critical": "qt critical default: order # of … in …",
    "qt_warning": "qt warning default: call # of …, …",
}


def command(folder, ending):
    return {
        "args": ["setpriv", "--pdeathsig", "KILL", "--", sys.executable, PROGRAM, folder, ending],
        "env": {**os.environ, "PYTHONPATH": str(PROGRAM.parents[3]), "LANG": "C.UTF-8"},
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "text": True,
    }


def run(folder, ending, **options):
    """Return the program's exit status and what it wrote to stdout and stderr."""
    ended = subprocess.run(**command(folder, ending), **options, timeout=20, check=False)
    return ended.returncode, json.loads(ended.stdout), ended.stderr


def without_a_core_dump():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def without_a_console():
    os.close(2)


def written(folder):
    """Return every byte in a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("faults") / "logs"


@pytest.fixture(scope="module")
def ended(folder):
    """The program after every failure and an orderly end."""
    return run(folder, "quit")


@pytest.fixture(scope="module")
def log(ended, folder):
    return (folder / "cs_desk.log").read_text(encoding="utf-8")


def test_the_event_loop_runs_through_every_failure_to_its_orderly_end(ended):
    assert ended[0] == 0


@pytest.mark.parametrize("kind", LOGGED_AS)
def test_every_failure_is_logged(log, kind):
    assert LOGGED_AS[kind] in log


def test_every_failure_but_a_warning_is_told_in_a_notice(ended):
    assert ended[1]["said"] == {**dict.fromkeys(LOGGED_AS, NOTICE), "qt_warning": ""}


@pytest.mark.parametrize("text", PERSONAL)
def test_no_personal_data_is_written_anywhere(ended, folder, text):
    assert text.encode() not in written(folder)
    assert text not in ended[2]


def test_no_traceback_reaches_the_console(ended):
    assert "Traceback" not in ended[2]
    assert "  File " not in ended[2]


def test_only_their_owner_can_read_what_is_written(ended, folder):
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in [folder, *folder.iterdir()]}
    assert modes == {"logs": 0o700, "cs_desk.log": 0o600, "crash.txt": 0o600}


def test_an_orderly_end_leaves_no_record_of_a_crash(ended, folder):
    assert (folder / "crash.txt").read_bytes() == b""


def test_without_a_console_everything_is_the_same(ended, tmp_path):
    status, said, _ = run(tmp_path, "quit", preexec_fn=without_a_console)
    assert (status, said) == ended[:2]


def test_without_a_place_for_the_log_everything_is_the_same(ended, tmp_path):
    in_the_way = tmp_path / "logs"
    in_the_way.write_text("a file")
    assert run(in_the_way, "quit")[:2] == ended[:2]


def test_a_crash_is_logged_and_told_at_the_next_start_and_only_then(tmp_path):
    status, said, _ = run(tmp_path, "crash", preexec_fn=without_a_core_dump)
    assert (status, said["first"]) == (-signal.SIGSEGV, "")
    starts = [run(tmp_path, "quit")[1]["first"] for _ in range(2)]
    assert starts == [CRASHED, ""]
    log = (tmp_path / "cs_desk.log").read_text(encoding="utf-8")
    crash = log.partition("crash of the last run: ")[2].splitlines()
    assert crash[0] == "Fatal Python error: Segmentation fault"
    assert "        failing_everywhere.py:" in log.partition("crash of the last run: ")[2]
    assert str(PROGRAM.parent) not in written(tmp_path).decode()


def test_a_killed_program_has_nothing_to_tell(tmp_path):
    with subprocess.Popen(**command(tmp_path, "stay")) as process:
        assert process.stdout.readline()
        process.kill()
    assert run(tmp_path, "quit")[1]["first"] == ""
