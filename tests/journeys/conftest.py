"""The whole program on a real X server, beside real tools."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.xsession import Program, XSession

PROGRAMS = Path(__file__).parent / "programs"


@pytest.fixture(scope="session")
def x_session(tmp_path_factory):
    """A desktop shared by every journey that does not change it."""
    with XSession(tmp_path_factory.mktemp("x")) as session:
        yield session


@pytest.fixture
def launch(x_session, tmp_path):
    """Start a program with a window; it ends with the test."""
    with ExitStack() as running:

        def start(title, *arguments, session=x_session, **environ):
            log = tmp_path / f"{arguments[0].replace('/', '_')[-40:]}.log"
            command = [sys.executable, *arguments]
            environ = {"PYTHONPATH": str(Path(__file__).parents[2]), **environ}
            program = Program(session, title, command, log, **environ)
            running.callback(program.kill)
            program.window()
            return program

        yield start


@pytest.fixture
def small_program(launch):
    """Start one of `programs/` by its name."""

    def start(name, *arguments, **options):
        return launch(name, str(PROGRAMS / f"{name}.py"), *arguments, **options)

    return start


@pytest.fixture
def start_desk(launch, tmp_path):
    """Start the real program with an empty data folder."""

    def start(**options):
        return launch("客服台", "-m", "cs_desk", "--data-dir", str(tmp_path / "data"), **options)

    return start


@pytest.fixture
def desk(start_desk):
    """The real program with an empty data folder, running."""
    return start_desk()
