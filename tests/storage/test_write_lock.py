from __future__ import annotations

import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import cs_desk
from cs_desk.domain.errors import DeskBusyError
from cs_desk.storage.write_lock import WriteLock

HOLDER = """
import sys
from pathlib import Path
from cs_desk.storage.write_lock import WriteLock

WriteLock(Path(sys.argv[1])).take(0)
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "desk.lock"


@pytest.fixture
def lock(path):
    """Return another lock on the same file; each stands for another process."""
    locks = []

    def one():
        locks.append(WriteLock(path))
        return locks[-1]

    yield one
    for each in locks:
        each.close()


def test_only_one_holds_it_at_a_time(lock):
    first, second = lock(), lock()
    first.take(0)
    with pytest.raises(DeskBusyError):
        second.take(0)
    assert (first.is_held, second.is_held) == (True, False)
    first.give_back()
    second.take(0)
    assert (first.is_held, second.is_held) == (False, True)


def test_it_is_given_back_when_what_it_guards_fails(lock):
    ours, other = lock(), lock()
    with pytest.raises(ZeroDivisionError), ours.held(0):
        raise ZeroDivisionError
    other.take(0)


def test_who_holds_it_already_holds_it_to_the_end_of_the_outer_block(lock):
    ours, other = lock(), lock()
    with ours.held(0):
        with ours.held(0):
            pass
        with pytest.raises(DeskBusyError):
            other.take(0)
    other.take(0)


def test_giving_back_what_is_not_held_takes_it_from_nobody(lock):
    ours, other, third = lock(), lock(), lock()
    ours.take(0)
    other.give_back()
    other.close()
    with pytest.raises(DeskBusyError):
        third.take(0)


def test_who_waits_gets_it_when_it_is_free(lock):
    ours, other = lock(), lock()
    other.take(0)
    soon = threading.Timer(0.02, other.give_back)
    soon.start()
    ours.take(5)
    soon.join()
    assert ours.is_held


def test_who_waits_too_long_is_told_so_in_time(lock):
    ours, other = lock(), lock()
    other.take(0)
    start = time.monotonic()
    with pytest.raises(DeskBusyError):
        ours.take(0.05)
    assert 0.05 <= time.monotonic() - start < 1


def test_it_is_free_again_at_once_when_its_holder_is_killed(path, lock):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=Path(cs_desk.__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout.readline().strip() == b"taken"
        with pytest.raises(DeskBusyError):
            lock().take(0)
        holder.kill()
        holder.wait()
        lock().take(0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_its_file_is_for_its_owner_only(path, lock):
    lock().take(0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody remove an open file")
@pytest.mark.parametrize("put_there", ["nothing", "another file"])
def test_a_file_that_was_taken_away_locks_nobody(path, lock, put_there):
    ours, other = lock(), lock()
    ours.take(0)
    ours.give_back()
    path.unlink()
    if put_there == "another file":
        path.touch()
    other.take(0)
    with pytest.raises(DeskBusyError):
        ours.take(0)


def test_a_folder_that_vanished_is_told(tmp_path):
    lost = WriteLock(tmp_path / "gone" / "desk.lock")
    with pytest.raises(FileNotFoundError):
        lost.take(0)
    assert not lost.is_held
