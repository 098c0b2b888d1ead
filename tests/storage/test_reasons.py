from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing

import pytest

from cs_desk.storage.reasons import reason_of


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "没有权限打开"),
        (errno.ENOSPC, "磁盘已满"),
        (errno.EROFS, "磁盘是只读的"),
        (errno.EMLINK, "系统报告了错误"),
    ],
)
def test_a_fault_of_the_system_is_told_with_its_own_words_behind(number, reason):
    error = OSError(number, os.strerror(number))
    assert str(reason_of(error)) == f"{reason}（{os.strerror(number)}）"


def test_what_is_no_database_any_more_is_called_damaged(tmp_path):
    file = tmp_path / "text.db"
    file.write_text("话术" * 1000, encoding="utf-8")
    with closing(sqlite3.connect(file)) as broken, pytest.raises(sqlite3.DatabaseError) as caught:
        broken.execute("PRAGMA user_version").fetchone()
    assert str(reason_of(caught.value)).startswith("文件已损坏（")


def test_a_report_of_several_lines_becomes_one():
    told = str(reason_of(sqlite3.DatabaseError("Page 5:\n  bad")))
    assert told == "系统报告了错误（Page 5: bad）"
