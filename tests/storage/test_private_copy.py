"""Copies of the store in the folder for temporary files: nobody else's, and not for long."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import cs_desk
from cs_desk.storage.private_copy import copied

HOLDER = """
import sys
from pathlib import Path
from cs_desk.storage.private_copy import copied

folder = copied(Path(sys.argv[1]))
print(folder.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder for temporary files."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def store(tmp_path):
    (tmp_path / "desk.db").write_bytes(b"personal")
    return tmp_path / "desk.db"


@pytest.fixture
def holder(store, temporary):
    """Another process that holds a copy."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(store)],
        cwd=Path(cs_desk.__file__).parents[1],
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        process.copy = Path(process.stdout.readline().strip())
        yield process
        process.kill()


def test_a_copy_is_removed_at_its_end(store, temporary):
    with copied(store) as folder:
        assert Path(folder, "desk.db").read_bytes() == b"personal"
    assert list(temporary.iterdir()) == []


def test_the_copy_of_a_killed_process_is_swept_away_by_the_next(store, temporary, holder):
    holder.kill()
    holder.wait()
    assert (holder.copy / "desk.db").exists()
    with copied(store) as folder:
        assert list(temporary.iterdir()) == [Path(folder)]


def test_the_copy_of_a_living_process_stays(store, holder):
    with copied(store):
        assert (holder.copy / "desk.db").read_bytes() == b"personal"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid(), reason="only root gives away")
def test_somebody_elses_copy_stays(store, holder):
    holder.kill()
    holder.wait()
    os.chown(holder.copy, 65534, -1)
    with copied(store):
        assert (holder.copy / "desk.db").exists()


def test_another_programs_folder_of_such_a_name_stays(store, temporary):
    (temporary / "cs-desk-notes").mkdir()
    (temporary / "cs-desk-notes" / "mine.txt").touch()
    with copied(store):
        assert (temporary / "cs-desk-notes" / "mine.txt").exists()
