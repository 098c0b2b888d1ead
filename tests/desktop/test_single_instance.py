from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QObject, Signal

from cs_desk.app.window_claim import WindowClaim
from cs_desk.desktop.doorbell import doorbell_address
from cs_desk.desktop.single_instance import SingleInstance

ANOTHER = """
import os, sys
from pathlib import Path
from cs_desk.desktop.single_instance import SingleInstance
folder, runtime, opening_s = sys.argv[1:]
environ = {**os.environ, "XDG_RUNTIME_DIR": runtime}
instance = SingleInstance(Path(folder), environ, float(opening_s))
print(instance.claim().name, end="", flush=True)
sys.stdin.read()
"""
NO_PROCESS = 2**22 + 1  # Linux numbers them up to 2**22


def another_process(folder, environ, opening_s, stdin=subprocess.DEVNULL):
    """Start a process that claims the folder, says how that went, and ends with its stdin."""
    command = [sys.executable, "-c", ANOTHER, folder, environ["XDG_RUNTIME_DIR"], str(opening_s)]
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, text=True)


class Loop(QObject):
    """Stands for the application, which says when it ends."""

    aboutToQuit = Signal()  # noqa: N815 - Qt's name


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def environ(tmp_path):
    return {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}


@pytest.fixture
def start(folder, environ):
    """Start the program once more; all of them end with the test."""
    started = []

    def once_more(where=folder, opening_s=0.2):
        started.append(SingleInstance(where, environ, opening_s))
        return started[-1]

    yield once_more
    for instance in started:
        instance.close()


@pytest.fixture
def loop(qapp):
    loop = Loop()
    yield loop
    loop.aboutToQuit.emit()


@pytest.fixture
def start_elsewhere(qtbot, folder, environ):
    """Start another process; return what became of it while ``meanwhile`` happened here."""

    def start(where=folder, meanwhile=lambda: None):
        with another_process(where, environ, opening_s=5) as other:
            meanwhile()
            qtbot.waitUntil(lambda: other.poll() is not None)
            return other.stdout.read()

    return start


@pytest.fixture
def left_behind(folder, start):
    """Leave a lock file as a window does that comes to a sudden end, with other facts in it."""

    def leave(text=None, **facts):
        holder = start()
        holder.claim()
        file = folder / "desk.window.lock"
        names = ("pid", "program", "computer", "machine", "boot")
        written = dict(zip(names, file.read_text().splitlines(), strict=True))
        holder.close()
        lines = [f"{fact}\n" for fact in {**written, **facts}.values()]
        file.write_text("".join(lines) if text is None else text)
        os.utime(file, (time.time() - 10,) * 2)
        return file

    return leave


def test_the_first_start_is_the_first_until_it_closes(start):
    first = start()
    assert first.claim() is WindowClaim.FIRST
    assert start().claim() is WindowClaim.NO_ANSWER
    first.close()
    assert start().claim() is WindowClaim.FIRST


def test_a_later_start_calls_the_window_forward(start, loop, start_elsewhere):
    calls = []
    first = start()
    first.claim()
    first.listen(loop, lambda: calls.append(1))
    assert start_elsewhere() == "CALLED_FORWARD"
    assert calls == [1]


def test_a_window_that_is_still_opening_is_waited_for(qtbot, start, loop, start_elsewhere):
    first = start()
    first.claim()

    def open_slowly():
        qtbot.wait(300)
        first.listen(loop, lambda: None)

    assert start_elsewhere(meanwhile=open_slowly) == "CALLED_FORWARD"


def test_a_start_while_the_window_closes_opens_the_next_one(qtbot, start, loop, start_elsewhere):
    first = start()
    first.claim()
    first.listen(loop, lambda: None)
    loop.aboutToQuit.emit()

    def finish_writing():
        qtbot.wait(300)
        first.close()

    assert start_elsewhere(meanwhile=finish_writing) == "FIRST"


def test_each_data_folder_has_its_own_window(start, tmp_path):
    assert start().claim() is WindowClaim.FIRST
    assert start(tmp_path / "other").claim() is WindowClaim.FIRST


def test_a_window_that_hangs_is_given_three_chances(start, environ, folder):
    start().claim()
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(doorbell_address(folder, environ))
        hung.listen()
        began = time.monotonic()
        assert start(opening_s=5).claim() is WindowClaim.NO_ANSWER
    assert 0.4 < time.monotonic() - began < 1.5


@pytest.mark.parametrize(
    "facts",
    [
        {"pid": NO_PROCESS},
        {"pid": NO_PROCESS, "computer": "renamed since"},
        {"pid": os.getpid(), "boot": "before the last start of the computer"},
        {"pid": os.getpid()},
        {"pid": 1},
    ],
    ids=["killed", "renamed", "restarted", "number given to its like", "number given to another"],
)
def test_a_window_that_was_killed_does_not_stand_in_the_way(left_behind, start, facts):
    left_behind(**facts)
    began = time.monotonic()
    assert start(opening_s=5).claim() is WindowClaim.FIRST
    assert time.monotonic() - began < 0.5


def test_an_empty_lock_file_does_not_stand_in_the_way(left_behind, start):
    left_behind("")
    assert start(opening_s=5).claim() is WindowClaim.FIRST


def test_a_lock_file_that_is_just_being_made_is_left_alone(left_behind, start):
    file = left_behind(pid=os.getpid())
    file.touch()
    assert start(opening_s=0.1).claim() is WindowClaim.NO_ANSWER
    assert file.exists()


def test_a_window_on_another_computer_is_named_and_left_alone(left_behind, start):
    file = left_behind(computer="laptop-2", machine="of laptop-2", boot="of laptop-2")
    later = start(opening_s=5)
    assert later.claim() is WindowClaim.ELSEWHERE
    assert later.computer == "laptop-2"
    assert file.exists()
    file.unlink()


@pytest.mark.qt_log_ignore("^Got unexpected locking error", extend=True)  # on Windows
def test_without_a_lock_file_the_window_that_listens_is_the_first(
    start, loop, start_elsewhere, tmp_path
):
    (tmp_path / "file").touch()
    no_folder = tmp_path / "file" / "data"
    first = start(no_folder, opening_s=5)
    assert first.claim() is WindowClaim.FIRST
    first.listen(loop, lambda: None)
    assert start_elsewhere(no_folder) == "CALLED_FORWARD"


def test_of_starts_at_the_same_moment_one_is_the_first(folder, environ):
    racers = [another_process(folder, environ, 0.3, subprocess.PIPE) for _ in range(3)]
    said = sorted(racer.stdout.read(5) for racer in racers)
    for racer in racers:
        racer.communicate()
    assert said == ["FIRST", "NO_AN", "NO_AN"]


def test_the_folder_and_the_lock_are_for_their_owners_eyes(start, folder):
    start().claim()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "desk.window.lock").stat().st_mode) == 0o600
