"""The short form of ``make torture``'s fuzzing."""

from __future__ import annotations

import os

import pytest

from cs_desk.domain.library.incoming import FileFormat

pytest.importorskip("atheris", reason="it is not there for every Python and system")
pytest.importorskip("resource", reason="Windows limits no process's memory this way")

from torture.fuzz import bombs, fuzz  # after what it may lack

SEED = int(os.environ.get("TORTURE_SEED", "1"))


def test_a_reader_that_holds_is_fuzzed_without_a_fault():
    finding, files = fuzz(FileFormat.QUICKTEXT, 1, SEED)
    assert (finding.fault, files > 0) == (None, True)


def test_a_bomb_that_is_not_refused_is_a_fault():
    # With so little memory the program itself does not start.
    assert all(finding.fault for finding in bombs(10_000_000, every=False))
