"""The built program, as people get it: ``pytest tests/built --built dist/cs_desk``, `make dist`.

Without ``--built`` nothing here is collected: there is nothing to test.
"""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.xsession import Program, XSession

WINDOW = "客服台"


def pytest_addoption(parser):
    parser.addoption("--built", type=Path, help="the built program's folder, or its executable")


def pytest_ignore_collect(config):
    return None if config.getoption("built", None) else True


@pytest.fixture(scope="session")
def executable(request):
    """The executable to test."""
    built = request.config.getoption("built").resolve()
    return built / "cs_desk" if built.is_dir() else built


@pytest.fixture(scope="session")
def x_session(tmp_path_factory):
    """A desktop whose home folder is empty."""
    with XSession(tmp_path_factory.mktemp("x")) as session:
        yield session


@pytest.fixture
def data(tmp_path):
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def run(executable, x_session, data, tmp_path):
    """Run a command on the data folder, away from the source; return its finished process."""

    def run(*arguments, **environ):
        return subprocess.run(
            [executable, "--data-dir", data, *map(str, arguments)],
            cwd=tmp_path,
            env={**x_session.environ, **environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )

    return run


@pytest.fixture
def done(run):
    """Run a command that must end well and say ``said`` on stderr; return what it wrote."""

    def done(*arguments, said=""):
        ended = run(*arguments)
        assert (ended.returncode, ended.stderr) == (0, said)
        return ended.stdout

    return done


@pytest.fixture
def start_desk(executable, x_session, data, tmp_path):
    """Open the window; it ends with the test."""
    with ExitStack() as running:

        def start(*options, through=(), title=WINDOW, **environ):
            """Start it, if so wished ``through`` a program that is given its command line."""
            command = [*through, str(executable), "--data-dir", str(data), *options]
            desk = Program(x_session, title, command, tmp_path / "desk.log", **environ)
            running.callback(desk.kill)
            desk.window()
            return desk

        yield start


@pytest.fixture
def log(data):
    """Return what the program noted of faults and warnings; empty if nothing."""

    def read():
        file = data / "logs" / "cs_desk.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    return read
