"""What several processes, or one that is killed, leave in the desk's database."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from tinydb import where

import cs_desk
from cs_desk.storage.database import DeskDatabase

# Announces every insert on stdout once it has returned, for as long as it may run.
WRITER = """
import sys
from pathlib import Path
from cs_desk.storage.database import DeskDatabase

path, name, many = sys.argv[1:]
database = DeskDatabase(Path(path), busy_timeout_s=30)
print("ready", flush=True)
sys.stdin.readline()
for n in range(int(many)):
    database.insert({"by": name, "n": n, "text": "话术" * 100})
    print(n, flush=True)
"""

KILLED_INSIDE = f"""
{WRITER.partition("for n")[0]}
with database.transaction():
    database.insert({{"n": 0}})
    print(len(database) - 1, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "desk.db"


@contextmanager
def writer(path, name, many, script=WRITER):
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path), name, str(many)],
        cwd=Path(cs_desk.__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def let_go(process):
    process.stdin.write("\n")
    process.stdin.flush()


def test_two_writers_lose_nothing_and_a_reader_sees_it_all(path):
    with (
        DeskDatabase(path) as window,
        writer(path, "a", 300) as first,
        writer(path, "b", 300) as second,
    ):
        let_go(first)
        let_go(second)
        assert first.wait(30) == second.wait(30) == 0
        assert window.refresh()
        for name in "ab":
            assert [row["n"] for row in window.search(where("by") == name)] == list(range(300))
        assert len({row.doc_id for row in window}) == 600


def test_what_another_process_adds_while_the_window_looks_on_is_seen(path):
    with DeskDatabase(path) as window, writer(path, "a", 50) as other:
        let_go(other)
        for line in other.stdout:
            assert len(window) > int(line)


@pytest.mark.parametrize("acknowledged", [1, 40, 150, 400])
def test_a_killed_writer_loses_nothing_that_it_announced(path, acknowledged):
    with writer(path, "a", 100_000) as process:
        let_go(process)
        for _ in range(acknowledged):
            process.stdout.readline()
        process.kill()
        announced = acknowledged + len(process.stdout.read().splitlines())
    with DeskDatabase(path) as database:
        stored = [row["n"] for row in database]
        assert not database.damaged_rows
    assert stored == list(range(len(stored)))
    # One more may have been committed in the moment before it was announced.
    assert len(stored) in (announced, announced + 1)


def test_a_transaction_that_is_killed_leaves_nothing_and_no_lock(path):
    with writer(path, "a", 1, script=KILLED_INSIDE) as process:
        let_go(process)
        assert process.stdout.readline() == "0\n"
        process.kill()
        process.wait()
    with DeskDatabase(path, busy_timeout_s=0) as database:
        assert database.insert({"n": 1}) == 1
