"""A file that grows by entries, up to a limit, and is in nobody's way."""

from __future__ import annotations

import stat
from threading import Thread

import pytest

from cs_desk.desktop.log_file import LogFile

KIB = 1024
ENTRY = "x" * (64 * KIB - 1)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "made" / "logs" / "a.log"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_entries_stand_one_after_the_other(path):
    LogFile(path).append("甲")
    LogFile(path).append("broken \udc8a half")
    assert path.read_text(encoding="utf-8") == "甲\nbroken \\udc8a half\n"


def test_only_its_owner_can_read_it(path):
    LogFile(path).append("x")
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)


def test_older_entries_are_set_aside_and_then_dropped(path):
    file = LogFile(path)
    for _ in range(100):
        file.append(ENTRY)
    sizes = {each.name: each.stat().st_size for each in path.parent.iterdir()}
    assert sizes == {"a.log": 4 * 64 * KIB, "a.log.1": 512 * KIB, "a.log.2": 512 * KIB}


def test_an_older_file_that_is_gone_is_not_missed(path):
    file = LogFile(path)
    for _ in range(20):
        file.append(ENTRY)
        path.with_name("a.log.1").unlink(missing_ok=True)
    assert path.exists()


def test_threads_do_not_mix_their_entries(path):
    file = LogFile(path)
    entries = [letter * 5_000 for letter in "abcd"]
    writers = [Thread(target=lambda e=e: [file.append(e) for _ in range(20)]) for e in entries]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(path.read_text().split()) == sorted(entries * 20)


@pytest.mark.parametrize("place", ["/proc/nowhere/a.log", "/dev/full", "/dev/null/a.log"])
def test_what_cannot_be_written_is_let_go(tmp_path, place):
    blocked = tmp_path / "a.log"
    blocked.symlink_to(place)
    LogFile(blocked).append("x")


def test_a_log_that_comes_back_is_written_again(path):
    path.parent.parent.mkdir()
    path.parent.write_text("in the way")
    file = LogFile(path)
    file.append("lost")
    path.parent.unlink()
    file.append("kept")
    assert path.read_text() == "kept\n"
