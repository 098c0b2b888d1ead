from __future__ import annotations

from pathlib import Path

import pytest

from torture.disk_operations import Create, Mark, Rename, Resize, Sync, Unlink, Write
from torture.recording import record, why_not_traced
from torture.strace_lines import StraceReader, UnknownCallError

PROGRAM = """
import os, sys
os.chdir(sys.argv[1])
with open("甲", "wb") as file:
    file.write(b"one, two")
    os.write(1, b"said")
os.truncate(handle := os.open("甲", os.O_RDWR), 3)
os.pwrite(handle, b">)", 5)
os.fsync(handle)
os.close(handle)
os.rename("甲", "b", src_dir_fd=(here := os.open(".", os.O_RDONLY)), dst_dir_fd=here)
os.unlink("b", dir_fd=here)
open("desk.db-shm", "wb").write(b"left out")
"""


def line(text):
    """Write the strings and the paths of a line as strace -xx does."""
    hexadecimal = "".join(f"\\x{byte:02x}" for byte in b"/desk/a")
    return text.replace("/desk/a", hexadecimal)


def read(*lines):
    return list(StraceReader(Path("/desk")).read(lines))


@pytest.mark.skipif(bool(why_not_traced()), reason=why_not_traced() or "it can")
def test_a_program_is_followed_call_by_call(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    assert record(folder, ["-c", PROGRAM, str(folder)]) == [
        Create("甲"),
        Resize("甲", 0),
        Mark("said"),
        Write("甲", 0, b"one, two"),
        Resize("甲", 3),
        Write("甲", 5, b">)"),
        Sync("甲"),
        Rename("甲", "b"),
        Unlink("b"),
    ]


def test_a_call_that_failed_did_nothing():
    assert read(line('7 unlink("/desk/a") = -1 ENOENT (No such file)')) == []


def test_other_folders_are_of_no_interest():
    assert read(r'7 unlink("\x2f\x61") = 0') == []


def test_only_what_was_written_counts():
    assert read(line(r'7 pwrite64(3</desk/a>, "\x61\x62", 2, 4) = 1')) == [Write("a", 4, b"a")]


@pytest.mark.parametrize(
    "text",
    [
        '7 link("/desk/a", "/desk/a") = 0',
        "7 fallocate(3</desk/a>, 0, 0, 10) = 0",
        "7 fsync(3</desk/a> <unfinished ...>",
        r'7 unlink("\x61") = 0',
    ],
)
def test_what_cannot_be_followed_is_refused(text):
    with pytest.raises(UnknownCallError):
        read(line(text))
