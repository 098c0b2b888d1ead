"""An operation on a data folder, killed before its first step, before its second, and so on."""

from __future__ import annotations

import os
import pkgutil
import shutil
import signal
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import cs_desk

# What the audit hooks of Python tell of; SQLite's own writes lie between two of these steps.
_STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect", "shutil.copyfile"}


def killed_at_every_step(
    template, rounds, operation, desk="tests.storage.desk_with_backups:DeskWithBackups", every=1
):
    """Run ``operation`` on copies of ``template`` until it is no longer killed.

    Args:
        template: A data folder.
        rounds: An empty folder for the copies.
        operation: A method of the desk, ``backups.keep``, and its arguments.
        desk: The class of the desk, and where it is.
        every: Another number than 1 leaves out most of the steps.

    It happens five days after noon.

    Returns:
        A desk for each round, the first killed at once, the last not at all.
    """
    given = [desk, str(every), str(template), str(rounds), *operation]
    command = [sys.executable, "-m", __name__, *given]
    root = Path(cs_desk.__file__).parents[1]
    subprocess.run(command, cwd=root, check=True, timeout=60)
    count = len(list(rounds.iterdir()))
    return [pkgutil.resolve_name(desk)(rounds / str(n)) for n in range(count)]


def _run_rounds(desk, every, template, rounds, method, *arguments):
    number, killed = 0, True
    while killed:
        folder = rounds / str(number)
        shutil.copytree(template, folder)
        child = os.fork()
        if child == 0:
            _run_and_die(pkgutil.resolve_name(desk)(folder), number * every, method, arguments)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
        assert killed or status == 0
        number += 1


def _run_and_die(desk, last_step, method, arguments):
    desk.later(days=5)
    steps = 0

    def count(event, details):
        nonlocal steps
        if event in _STEPS and str(desk.folder) in str(details[0]):
            steps += 1
            if steps > last_step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    arguments = [argument.replace("FOLDER", str(desk.folder)) for argument in arguments]
    attrgetter(method)(desk)(*arguments)
    os._exit(0)


if __name__ == "__main__":
    chosen, stride, before, after, *operation = sys.argv[1:]
    _run_rounds(chosen, int(stride), Path(before), Path(after), *operation)
