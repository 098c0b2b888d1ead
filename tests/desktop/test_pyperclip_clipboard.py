from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cs_desk.app.ports import CopyFailure, CopyRoute
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard

# A tool that keeps the text in a file and stays alive with our stdout, as xclip does.
KEEPER = """
store=$(/usr/bin/dirname "$0")/store
case "$*" in
  *-o*) /bin/cat "$store" 2>/dev/null ;;
  *) /bin/cat >"$store"; /bin/sleep 3 & ;;
esac
"""


def ends_soon(pid):
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    with os.fdopen(process) as ended:
        return bool(select.select([ended], [], [], 2)[0])


@pytest.fixture
def copy(fake_tools):
    """Copy a text with the given tools installed; return the result and the seconds it took."""

    def run(text="亲，您好😊\n第二行", limit=2.0, display=":7", **scripts):
        environ = {"PATH": fake_tools(**scripts), "DISPLAY": display}
        began = time.monotonic()
        result = PyperclipClipboard(environ, time_limit=limit).copy_now(text)
        return result, time.monotonic() - began

    return run


def test_a_text_that_reads_back_is_copied(copy):
    result, _ = copy(xclip=KEEPER)
    assert (result.route, result.failure) == (CopyRoute.PYPERCLIP, None)


def test_a_text_readable_only_later_is_waited_for(copy):
    late = KEEPER.replace("/bin/sleep 3 &", '(/bin/sleep 0.1; /bin/mv "$store.new" "$store") &')
    late = late.replace('cat >"$store"', 'cat >"$store.new"')
    assert copy(xclip=late)[0].copied


@pytest.mark.parametrize(
    ("script", "failure"),
    [
        ("exit 1", CopyFailure.NOT_VERIFIED),
        ("exec /bin/cat >/dev/null", CopyFailure.NOT_VERIFIED),
        ("echo other", CopyFailure.NOT_VERIFIED),
        ("printf '\\377'", CopyFailure.NOT_VERIFIED),
        ('echo "Error: Can\'t open display: :7" >&2; exit 1', CopyFailure.NO_DISPLAY),
    ],
)
def test_a_tool_that_does_not_do_its_work_is_noticed(copy, script, failure):
    result, _ = copy(xclip=script)
    assert (result.route, result.failure) == (None, failure)


@pytest.mark.parametrize(
    "hung",
    [
        "exec /bin/sleep 60",
        "/bin/sleep 60; true",
        'case "$*" in *-o*) exec /bin/sleep 60;; *) exec /bin/cat >/dev/null;; esac',
    ],
)
def test_a_hung_tool_is_killed_at_the_time_limit(copy, hung):
    result, seconds = copy(xclip=hung, limit=0.4)
    assert result.failure is CopyFailure.TIMED_OUT
    assert seconds < 1.5


def test_a_killed_tool_leaves_no_process_behind(copy, tmp_path):
    copy(xclip=f"echo $$ >{tmp_path}/pid; exec /bin/sleep 60", limit=0.4)
    assert ends_soon(int((tmp_path / "pid").read_text()))


@pytest.mark.parametrize(
    ("display", "failure"), [(":7", CopyFailure.NO_TOOL), ("", CopyFailure.NO_DISPLAY)]
)
def test_nothing_to_copy_with_is_said(copy, display, failure):
    result, _ = copy(display=display)
    assert result.failure is failure
    assert result.detail


@pytest.mark.parametrize("text", ["", "亲\ud83d", "\udc00"])
def test_a_text_no_clipboard_can_hold_is_refused_before_any_tool_starts(copy, tmp_path, text):
    result, _ = copy(text, xclip=f"echo >{tmp_path}/started")
    assert result.failure is CopyFailure.REFUSED_TEXT
    assert not (tmp_path / "started").exists()


def test_a_pipe_behind_our_stdout_is_closed_when_we_end(fake_tools):
    program = (
        "import os; from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard as P;"
        "print(P(os.environ).copy_now('亲').copied)"
    )
    environ = {"PATH": fake_tools(xclip=KEEPER), "DISPLAY": ":7", "PYTHONPATH": str(Path.cwd())}
    began = time.monotonic()
    said = subprocess.run(
        [sys.executable, "-c", program], env=environ, capture_output=True, check=True
    )
    assert said.stdout == b"True\n"
    assert time.monotonic() - began < 2  # the tool sleeps for 3 s


def test_the_command_line_pays_neither_for_qt_nor_for_pyperclip():
    program = (
        "import sys, cs_desk.desktop.pyperclip_clipboard;"
        "print(sorted({'PySide6', 'pyperclip'} & sys.modules.keys()))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert said.stdout.strip() == b"[]"
