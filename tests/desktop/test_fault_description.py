"""What the log tells of an error."""

from __future__ import annotations

import errno
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import cs_desk
from cs_desk.desktop.fault_description import described, place, template_text
from cs_desk.domain.errors import DeskBusyError, DeskError, Sentence, StoreFailedError
from cs_desk.exchange.library.csdesk import read_library

PHONE = 13812345678
FULL = StoreFailedError(
    Sentence("%1（%2）", (Sentence("磁盘已满"), f"写 {PHONE} 时")), outcome_known=True
)


def sqlite_error():
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.IntegrityError) as caught,
    ):
        connection.executescript("CREATE TABLE t (a CHECK (a)); INSERT INTO t VALUES (0)")
    return caught.value


def missing_library():
    with pytest.raises(DeskError) as caught:
        read_library(Path("/nowhere/王小明.csdesk"))
    return caught.value


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError(f"王小明 {PHONE}"), "ValueError"),
        (
            OSError(errno.ENOSPC, f"王小明 {PHONE}"),
            "OSError errno 28 ENOSPC No space left on device",
        ),
        (OSError(PHONE, "x"), "OSError"),
        (OSError("王小明"), "OSError"),
        (OSError("王小明", "x"), "OSError"),
        (sqlite_error(), "sqlite3.IntegrityError SQLITE_CONSTRAINT_CHECK"),
        (FULL, "cs_desk.domain.errors.StoreFailedError 磁盘已满（…）"),
        (DeskBusyError(), "cs_desk.domain.errors.DeskBusyError"),
    ],
)
def test_the_first_line_tells_the_type_and_what_the_system_said(error, told):
    assert described(error).lines[0] == told


def test_an_attribute_that_only_looks_like_sqlites_is_not_told():
    error = ValueError()
    error.sqlite_errorname = "王小明"
    assert described(error).lines == ("ValueError",)


def test_frames_tell_file_line_and_function_and_the_innermost_of_ours_is_the_place():
    with pytest.raises(TypeError) as caught:
        place(None)
    told = described(caught.value)
    frames = [line.strip() for line in told.lines if line.startswith("    ")]
    assert frames[0].startswith("test_fault_description.py:")
    assert frames[1].startswith("cs_desk/desktop/fault_description.py:")
    assert frames[1].endswith(" place")
    # Which file of pathlib, and which function, depends on Python's version.
    assert re.fullmatch(r"\w+\.py:\d+ \S+", frames[-1])
    assert told.identity == f"TypeError at {frames[1]}"


def test_causes_are_told_with_their_frames_and_without_their_messages():
    told = "\n".join(described(missing_library()).lines)
    assert "\ncaused by FileNotFoundError errno 2 ENOENT" in told
    assert "王小明" not in told
    assert "nowhere" not in told


def test_an_error_while_handling_another_is_told_unless_hidden():
    error = ValueError()
    error.__context__ = KeyError(PHONE)
    assert described(error).lines == ("ValueError", "while handling KeyError")
    error.__suppress_context__ = True
    assert described(error).lines == ("ValueError",)


def test_a_circle_of_causes_ends():
    error, other = ValueError(), KeyError()
    error.__cause__, other.__cause__ = other, error
    assert described(error).lines == ("ValueError", "caused by KeyError")


def test_a_long_chain_is_cut():
    error = None
    for _ in range(50):
        following = ValueError()
        following.__cause__, error = error, following
    assert len(described(error).lines) == 9


def test_a_deep_recursion_is_shortened():
    def dive():
        dive()

    with pytest.raises(RecursionError) as caught:
        dive()
    assert len(described(caught.value).lines) == 1 + 5 + 1 + 25


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (str(Path(cs_desk.__file__).parent / "ui" / "hit_list.py"), "cs_desk/ui/hit_list.py"),
        ("cs_desk/ui/hit_list.py", "cs_desk/ui/hit_list.py"),
        ("/home/wang/.local/lib/python3.11/site-packages/tinydb/table.py", "tinydb/table.py"),
        ("/usr/lib/python3/dist-packages/PySide6/x.py", "PySide6/x.py"),
        ("/usr/lib/python3.11/json/decoder.py", "decoder.py"),
        ("/home/wang/王小明.py", "….py"),
        ("<string>", "<string>"),
        ("", ""),
    ],
)
def test_a_file_is_told_without_the_folders_of_its_owner(file, told):
    assert place(file) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Sentence("磁盘已满"), "磁盘已满"),
        (Sentence("「%1」有 %2 处", ("王小明", "3")), "「…」有 … 处"),
        (Sentence("%1（%2）", (Sentence("第 %1 行", ("7",)), "x")), "第 … 行（…）"),
        (Sentence("没有事实的 %1"), "没有事实的 …"),
    ],
)
def test_a_sentence_is_told_without_its_facts(said, told):
    assert template_text(said) == told
