from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.xsession import stays, wait_until

SOURCE = str(Path(__file__).parents[2])
PROGRAMS = Path(__file__).parent / "programs"
FROZEN_SECONDS = 2  # Qt waits 5 s for each answer that does not come
PYPERCLIP_ALONE = """
import os, sys
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
result = PyperclipClipboard(os.environ).copy_now(sys.argv[1])
sys.stdout.write(str(result.failure or result.route))
"""


@pytest.fixture
def results_of(small_program):
    """Run the small program for a number of copies; return what it said of each."""

    def run(times, *arguments, **environ):
        program = small_program("copying_line", "--times", str(times), *arguments, **environ)

        def said():
            lines = [json.loads(line) for line in program.said.splitlines() if line[:1] == "{"]
            return lines if len(lines) == times else None

        return program.wait_until(said, f"{times} copies")

    return run


@pytest.fixture
def copy_by_command(x_session):
    """Copy a text as the command line does; return the result as a word, from a pipe."""

    def run(text, **environ):
        return subprocess.run(
            [sys.executable, "-c", PYPERCLIP_ALONE, text],
            env={**x_session.environ, "PYTHONPATH": SOURCE, **environ},
            capture_output=True,
            text=True,
            timeout=5,
            check=True,
        ).stdout

    return run


def test_every_text_that_is_reported_copied_is_there_at_once(results_of):
    assert {(r["route"], r["seen"] == r["text"]) for r in results_of(60)} == {("qt", True)}


def test_a_claim_that_the_x_server_ignored_is_noticed_and_repeated(results_of):
    assert {(r["route"], r["seen"] == r["text"]) for r in results_of(10, "--rival")} == {
        ("qt", True)
    }


@pytest.mark.parametrize("xclip", ["exec /bin/sleep 60", "exit 1", "exec /bin/sleep 60; true"])
def test_a_broken_reader_does_not_hide_a_copy(results_of, tmp_path, xclip):
    (tmp_path / "xclip").write_text(f"#!/bin/sh\n{xclip}\n")
    (tmp_path / "xclip").chmod(0o755)
    [result] = results_of(1, PATH=str(tmp_path))
    assert (result["route"], result["seen"] == result["text"]) == ("qt", True)


def test_without_any_tool_the_window_still_copies(results_of, tmp_path):
    [result] = results_of(1, PATH=str(tmp_path))
    assert (result["route"], result["seen"] == result["text"]) == ("qt", True)


@pytest.fixture
def hung_owner(x_session, tmp_path):
    """Let a program copy a text and hang."""
    text = tmp_path / "text"
    text.write_text("62831853")
    owner = x_session.start("xclip", "-quiet", "-selection", "clipboard", text)
    wait_until(lambda: x_session.clipboard() == "62831853", "xclip owns the clipboard")
    os.kill(owner.pid, signal.SIGSTOP)
    yield
    owner.kill()
    owner.wait()


@pytest.mark.usefixtures("hung_owner")
def test_a_program_that_hangs_with_the_clipboard_does_not_hang_the_window(small_program, x_session):
    program = small_program("following_clipboard")

    def told():
        lines = program.said.splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("}\n")]

    program.wait_until(lambda: len(told()) > 10, "the window lives on")
    assert {each["text"] for each in told()} == {""}
    x_session.copy_elsewhere("27182818")
    program.wait_until(lambda: told()[-1]["text"] == "27182818", "the next text is read")
    assert max(each["longest_gap"] for each in told()) < FROZEN_SECONDS


def test_a_copied_text_outlives_the_program(small_program, x_session):
    program = small_program("copying_line")
    program.type("stays here")
    program.key("Return")
    program.wait_until(lambda: x_session.clipboard() == "stays here")
    assert program.quit() == 0
    assert x_session.clipboard() == "stays here"


def test_a_reply_outlives_the_desk(desk):
    desk.type("shengao")
    desk.key("Return")
    desk.wait_until(lambda: "身高" in desk.clipboard())
    assert desk.quit() == 0
    assert "身高" in desk.clipboard()


def test_a_tool_that_claims_late_does_not_ask_the_ending_program(
    small_program, x_session, tmp_path
):
    late = "/bin/cat >$0.text; (/bin/sleep 0.1; exec /usr/bin/xclip $* <$0.text) &"
    script = f'case "$*" in *-o*) exec /usr/bin/xclip "$@";; *) {late};; esac'
    (tmp_path / "xclip").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "xclip").chmod(0o755)
    program = small_program("copying_line", PATH=str(tmp_path))
    program.type("late")
    program.key("Return")
    program.wait_until(lambda: x_session.clipboard() == "late")
    assert program.quit() == 0
    assert x_session.clipboard() == "late"


def test_without_a_screen_the_program_ends_cleanly_after_a_copy(x_session):
    program = x_session.start(
        sys.executable,
        PROGRAMS / "copying_line.py",
        "--times=1",
        "--quit",
        QT_QPA_PLATFORM="offscreen",
        PYTHONPATH=SOURCE,
    )
    assert program.wait(5) == 0


def test_personal_text_leaves_the_clipboard_with_the_program(small_program, x_session):
    program = small_program("copying_line", "--personal")
    program.type("13800138000")
    program.key("Return")
    program.wait_until(lambda: x_session.clipboard() == "13800138000")
    targets = x_session.ask("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS").stdout
    assert "x-kde-passwordManagerHint" in targets
    assert program.quit() == 0
    assert x_session.clipboard() == ""


def test_a_text_that_another_program_copied_later_is_left_alone(small_program, x_session):
    program = small_program("copying_line")
    program.type("ours")
    program.key("Return")
    program.wait_until(lambda: x_session.clipboard() == "ours")
    x_session.copy_elsewhere("theirs")
    assert program.quit() == 0
    stays(lambda: x_session.clipboard() == "theirs", "the other program's text is on the clipboard")


@pytest.mark.parametrize("text", ["亲，您好😊\n第二行", " ", "长" * 30_000])
def test_the_command_line_copies_through_real_tools(copy_by_command, x_session, text):
    assert copy_by_command(text) == "pyperclip"
    assert x_session.clipboard() == text


def test_the_command_line_notices_a_dead_display(copy_by_command):
    assert copy_by_command("亲", DISPLAY=":4711") == "no_display"


def test_xsel_does_as_well_as_xclip(copy_by_command, x_session, tmp_path):
    (tmp_path / "xsel").symlink_to("/usr/bin/xsel")
    assert copy_by_command("亲，您好", PATH=str(tmp_path)) == "pyperclip"
    wait_until(lambda: x_session.clipboard() == "亲，您好", "xsel's text is readable")
