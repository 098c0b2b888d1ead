"""The built program among other programs: tools, consoles, networks, crashes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess

import pytest

from tests.journeys.xsession import stays, wait_until

KEPT = "/opt/kept"
NOTING_XCLIP = """#!/bin/sh
env >> {notes}
exec {xclip} "$@"
"""
CLOSED = 'ulimit -c 0; exec "$@" <&- >&- 2>&-'


@pytest.fixture
def noted(tmp_path):
    """A folder with an xclip that notes its environment, and what it noted."""
    tools, notes = tmp_path / "tools", tmp_path / "environ.txt"
    tools.mkdir()
    script = NOTING_XCLIP.format(notes=notes, xclip=shutil.which("xclip"))
    (tools / "xclip").write_text(script, encoding="utf-8")
    (tools / "xclip").chmod(0o755)
    return {"PATH": f"{tools}:{os.environ['PATH']}"}, notes


def ended_well(*command):
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def library_paths(notes):
    """Return where each started xclip would look for libraries first."""
    lines = notes.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("PATH=") for line in lines), "no xclip was started"
    return {line for line in lines if line.startswith(("LD_LIBRARY_PATH", "_PYI", "_MEI"))}


@pytest.mark.parametrize(
    ("given", "seen"),
    [({}, set()), ({"LD_LIBRARY_PATH": KEPT}, {f"LD_LIBRARY_PATH={KEPT}"})],
)
def test_tools_of_a_command_do_not_see_our_libraries(run, noted, given, seen):
    environ, notes = noted
    told = run("reply", "kd", "快递公司=圆通", "--copy", **environ, **given)
    assert told.returncode == 0, told.stderr
    assert library_paths(notes) == seen


def test_tools_of_the_window_do_not_see_our_libraries(start_desk, noted):
    environ, notes = noted
    desk = start_desk(**environ)
    desk.type("sd")
    desk.key("Return")
    wait_until(notes.exists, "the copy is read back by xclip")
    assert desk.quit() == 0
    assert library_paths(notes) == set()


def test_without_a_console_a_crash_is_noted_and_told_by_the_next_start(start_desk, data, log):
    desk = start_desk(through=("/bin/sh", "-c", CLOSED, "sh"))
    stays(desk.window, "the window", 1)
    os.kill(desk._process.pid, signal.SIGSEGV)
    assert desk.ended() in (-signal.SIGSEGV, 128 + signal.SIGSEGV)
    assert "Segmentation fault" in (data / "logs" / "crash.txt").read_text(encoding="ascii")
    desk = start_desk(through=("/bin/sh", "-c", CLOSED, "sh"))
    assert "crash of the last run: " in log()
    assert desk.quit() == 0


def test_without_a_console_a_failed_command_ends_with_its_status(executable, x_session, data):
    # The store cannot be opened, and there is nobody who could be told.
    (data / "desk.db").mkdir(parents=True)
    command = ["/bin/sh", "-c", CLOSED, "sh", executable, "--data-dir", data, "search", "th"]
    ended = subprocess.run(command, env=x_session.environ, timeout=20, check=False)
    assert ended.returncode == 3


def test_a_dead_screen_is_told_in_words(run):
    told = run(DISPLAY=":4711")
    assert told.returncode == 3
    assert told.stderr.startswith("连不上屏幕，窗口打不开。")


def test_the_first_start_needs_no_network(start_desk):
    # As root; as anybody, where that is allowed.
    ways = (("unshare", "--net"), ("unshare", "--net", "--map-root-user"))
    alone = [way for way in ways if ended_well(*way, "true")]
    if not alone:
        pytest.skip("this computer lets nobody take the network away from a program (unshare)")
    desk = start_desk(through=alone[0])
    desk.type("sd")
    desk.key("Return")
    desk.wait_until(lambda: "稍等" in desk.clipboard(), "the reply is copied")
    assert desk.quit() == 0
    assert desk.said == ""


def test_no_library_for_connections_comes_along(executable):
    names = {path.name for path in (executable.parent / "_internal").rglob("*.so*")}
    assert len(names) > 50
    assert {name for name in names if name.startswith(("libssl", "libcrypto", "_ssl"))} == set()


def test_the_licences_come_along(executable):
    folder = executable.parent / "_internal" / "licenses"
    assert {"Python", "Qt", "tinydb", "openpyxl"} <= {path.name for path in folder.iterdir()}
