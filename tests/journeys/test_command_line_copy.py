"""The command line puts a filled reply on a real clipboard."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
STARTER = SOURCE / "resources" / "library" / "starter.csdesk"


@pytest.fixture
def cs_desk(x_session, tmp_path):
    """Run a command on the X session, its output in a pipe."""

    def run(*arguments, **environ):
        return subprocess.run(
            [sys.executable, "-m", "cs_desk", "--data-dir", tmp_path / "data", *arguments],
            cwd=SOURCE,
            env={**x_session.environ, **environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=20,
            check=False,
        )

    return run


def test_a_filled_reply_is_on_the_clipboard_when_the_command_ends(cs_desk, x_session):
    told = cs_desk("reply", "fh", "发货时效=24小时内", "预计发货日=明天18点", "--json", "--copy")
    answer = json.loads(told.stdout)
    assert (told.returncode, answer["copied"]) == (0, True)
    assert x_session.clipboard() == answer["text"]
    assert "24小时内" in answer["text"]


def most_used(cs_desk):
    """Return the code of the reply that comes first of all."""
    found = cs_desk("search", "", "--limit", "1", "--json")
    return json.loads(found.stdout)["hits"][0]["code"]


def test_a_copy_counts_as_a_use_unless_the_library_is_a_files(cs_desk):
    copy = ("reply", "kd", "快递公司=圆通", "--copy")
    assert cs_desk(*copy, "--library", STARTER).returncode == 0
    assert most_used(cs_desk) != "kd"
    assert cs_desk(*copy).returncode == 0
    assert most_used(cs_desk) == "kd"


def test_a_dead_display_is_told_and_nothing_counts(cs_desk):
    told = cs_desk("reply", "kd", "快递公司=圆通", "--copy", DISPLAY=":4711")
    # The text is not lost: a person can take it from the output.
    assert told.returncode == 1
    assert "圆通" in told.stdout
    assert told.stderr == "没有复制成功：连不上屏幕，请在桌面里使用。\n"
    assert most_used(cs_desk) != "kd"


def test_an_incomplete_reply_leaves_the_clipboard_alone(cs_desk, x_session):
    x_session.copy_elsewhere("before")
    assert cs_desk("reply", "fh", "--copy").returncode == 1
    assert x_session.clipboard() == "before"
