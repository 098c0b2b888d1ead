from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.xsession import XSession

KILLED_ON_A_DESKTOP = """
import os, pathlib, sys
from tests.journeys.xsession import XSession, wait_until
with XSession(pathlib.Path(sys.argv[1])) as session:
    helper = session.start("sleep", "60")
    command = pathlib.Path(f"/proc/{helper.pid}/comm")
    wait_until(lambda: command.read_text() == "sleep\\n", "the helper runs")
    os.write(1, str(helper.pid).encode())
    os.kill(os.getpid(), 9)
"""


def test_a_failing_test_leaves_no_process_behind(tmp_path):
    def fail_on_a_desktop():
        with XSession(tmp_path) as session:
            session.copy_elsewhere("xclip now runs in the background")
            began.append(session.start("sleep", "60"))
            raise ZeroDivisionError

    began = []
    with pytest.raises(ZeroDivisionError):
        fail_on_a_desktop()
    assert began[0].returncode is not None


def test_a_killed_test_run_leaves_no_process_behind(tmp_path):
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_ON_A_DESKTOP, tmp_path],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    try:
        helper = os.pidfd_open(int(killed.stdout))
    except ProcessLookupError:
        return
    with os.fdopen(helper) as ended:
        assert select.select([ended], [], [], 5)[0]
