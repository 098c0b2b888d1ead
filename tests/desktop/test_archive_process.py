"""Another run of the program indexes the library while this one goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QObject, QProcess

from cs_desk.data_folder import DataFolder
from cs_desk.desktop.archive_process import ArchiveProcess
from cs_desk.desktop.clock import SystemClock
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.storage.archive_file import ArchiveFiles

TABLE = Path(__file__).parents[2] / "resources" / "pinyin" / "readings.txt"
LIBRARY = TemplateLibrary(
    "lib", "大库", tuple(ReplyTemplate(f"t{n}", f"退货{n:04}", "好") for n in range(1100))
)
# The person closes the window while the index is made: Python itself takes longer to start.
CLOSED_MEANWHILE = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from cs_desk.desktop.archive_process import ArchiveProcess
application = QCoreApplication([])
maker = ArchiveProcess(sys.argv[1:], application)
maker.make(lambda: print("done"))
process = maker._process
process.waitForStarted()
print(process.processId(), flush=True)
QTimer.singleShot(0, application.quit)
application.exec()
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder that holds the library."""
    folder = DataFolder(tmp_path_factory.mktemp("desk") / "数据", "阿宽", SystemClock())
    with folder.open() as opened:
        opened.library.replace(LIBRARY)
    return folder


@pytest.fixture
def make(qapp):
    """Return a function that begins, and returns the list that grows when it is done."""
    owner = QObject()

    def begin(*arguments):
        done = []
        ArchiveProcess(arguments, owner).make(lambda: done.append(1))
        return done

    yield begin
    owner.deleteLater()


def loaded(data):
    with data.open() as opened:
        stored = opened.library.load().templates
    columns = ArchiveFiles(data.search, TABLE.read_bytes).load(stored)
    return stored, columns


def test_the_index_of_the_stored_library_is_kept_and_answers(make, qtbot, data):
    done = make(*data.arguments)
    assert done == []
    qtbot.waitUntil(lambda: done == [1], timeout=20_000)
    stored, columns = loaded(data)
    index = SearchIndex(stored, Readings.from_bytes(TABLE.read_bytes()), {}, columns)
    assert [hit.template.id for hit in index.search("th0042")] == ["t42"]


@pytest.mark.parametrize(
    "arguments",
    [("--no-such-option",), ("--data-dir", "/dev/null/nowhere")],
    ids=["wrong arguments", "no folder"],
)
def test_who_waits_is_told_when_it_could_not_be_made(make, qtbot, arguments):
    done = make(*arguments)
    qtbot.waitUntil(lambda: done == [1], timeout=20_000)


def test_who_waits_is_told_when_it_could_not_be_started(make, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    done = make()
    qtbot.waitUntil(lambda: done == [1])


def test_one_that_hangs_is_given_up(qapp, qtbot, monkeypatch, tmp_path):
    patient = tmp_path / "python"
    patient.write_text("#!/bin/sh\nexec sleep 60\n", encoding="ascii")
    patient.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(patient))
    owner, done = QObject(), []
    ArchiveProcess((), owner, patience_ms=1).make(lambda: done.append(1))
    qtbot.waitUntil(lambda: done == [1])
    owner.deleteLater()


def test_it_is_done_once_and_can_begin_again(qapp, qtbot, monkeypatch):
    owner, done = QObject(), []
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    maker = ArchiveProcess((), owner)
    for times in (1, 2):
        maker.make(lambda: done.append(1))
        qtbot.waitUntil(lambda times=times: len(done) == times)
    qtbot.waitUntil(lambda: owner.findChildren(QProcess) == [])
    owner.deleteLater()


def test_the_end_of_the_program_ends_it_without_a_word(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", CLOSED_MEANWHILE, "--data-dir", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_LOGGING_TO_CONSOLE": "1"},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert not psutil.pid_exists(int(ended.stdout))
    assert list(tmp_path.iterdir()) == []
