"""An operation on a data folder, killed before its first step, before its second, and so on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import cs_desk
from tests.storage.desk_with_backups import DeskWithBackups

# What the audit hooks of Python tell of; SQLite's own writes lie between two of these steps.
_STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect", "shutil.copyfile"}


def killed_at_every_step(template, rounds, operation):
    """Run ``operation`` on copies of ``template`` until it is no longer killed.

    Args:
        template: A data folder.
        rounds: An empty folder for the copies.
        operation: The name of a method of ``DeskWithBackups.backups``, and its arguments.

    It happens five days after noon.

    Returns:
        A ``DeskWithBackups`` for each round, the first killed at once, the last not at all.
    """
    command = [sys.executable, "-m", __name__, str(template), str(rounds), *operation]
    root = Path(cs_desk.__file__).parents[1]
    subprocess.run(command, cwd=root, check=True, timeout=60)
    count = len(list(rounds.iterdir()))
    return [DeskWithBackups(rounds / str(n)) for n in range(count)]


def _run_rounds(template, rounds, method, *arguments):
    number, killed = 0, True
    while killed:
        folder = rounds / str(number)
        shutil.copytree(template, folder)
        child = os.fork()
        if child == 0:
            _run_and_die(folder, number, method, arguments)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
        assert killed or status == 0
        number += 1


def _run_and_die(folder, last_step, method, arguments):
    desk = DeskWithBackups(folder)
    desk.later(days=5)
    steps = 0

    def count(event, details):
        nonlocal steps
        if event in _STEPS and str(folder) in str(details[0]):
            steps += 1
            if steps > last_step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    arguments = [argument.replace("FOLDER", str(folder)) for argument in arguments]
    getattr(desk.backups, method)(*arguments)
    os._exit(0)


if __name__ == "__main__":
    _run_rounds(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
