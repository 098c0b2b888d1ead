"""What holds for every command."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import cs_desk
from tests.commands.conftest import SOURCE, environment

FULL = Path("/dev/full")
HELP = [
    [],
    ["search"],
    ["reply"],
    ["shop"],
    ["shop", "list"],
    ["shop", "show"],
    ["shop", "set"],
    ["backup"],
    ["restore"],
]
WATCHES_IMPORTS = """
import sys
from cs_desk.main import main
try:
    status = main(sys.argv[1:])
finally:
    loaded = [name for name in sys.modules if name.startswith(("PySide6", "shiboken"))]
    assert not loaded, loaded
sys.exit(status)
"""


def is_a_sentence_with_a_hint(told):
    first, hint = told.splitlines()
    return first and "%" not in told and hint.startswith("用 cs-desk") and "--help" in hint


def test_the_version_is_told(desk):
    answer = desk("--version", data=False)
    assert (answer.status, answer.text) == (0, f"cs-desk {cs_desk.__version__}\n")


def test_help_on_every_level_in_words_and_without_a_data_folder(own_desk):
    for command in HELP:
        answer = own_desk(*command, "--help")
        assert (answer.status, answer.err) == (0, b"")
        assert answer.text.startswith("用法：cs-desk")
        assert "--data-dir DIR" in answer.text
    assert not own_desk.data.exists()


@pytest.mark.parametrize(
    "arguments", [["--version"], ["reply", "--help"], ["search", "th"], ["backup"]]
)
def test_commands_never_load_qt(desk, arguments):
    done = subprocess.run(
        [sys.executable, "-c", WATCHES_IMPORTS, "--data-dir", desk.data, *arguments],
        cwd=SOURCE,
        env=environment(desk.home),
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_data_folder_stands_before_or_after_the_command(own_desk, tmp_path):
    assert own_desk("shop", "set", "云朵家").status == 0
    other = str(tmp_path / "other")
    for command in (["shop", "list", "--data-dir", other], ["shop", "--data-dir", other, "list"]):
        assert own_desk(*command).status == 1
    after = own_desk("shop", "list", "--data-dir", str(own_desk.data), data=False)
    assert after.text == "* 云朵家\n"
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"data", "other"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["search", "--bogus"],
        ["search", "--limit"],
        ["search", "--limit", "0"],
        ["search", "--library", ""],
        ["search", "--data-dir", ""],
        ["search", "--lang", "fr"],
        ["reply"],
        ["reply", "th", "没有等号"],
        ["reply", "th", "=值"],
        ["shop"],
        ["shop", "set"],
        ["shop", "show", "a", "b"],
        ["\udcff%1%2"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_answered_with_a_sentence(desk, arguments):
    answer = desk(*arguments)
    assert (answer.status, answer.out) == (2, b"")
    assert is_a_sentence_with_a_hint(answer.told.replace("%1%2", "")), answer.told


def test_what_is_wrong_is_named(desk):
    assert "「没有等号」应写成 名称=值" in desk("reply", "th", "没有等号").told
    assert "缺少 TEMPLATE" in desk("reply").told
    assert "--copy 和 --print" in desk("reply", "th", "--copy", "--print").told


@pytest.mark.parametrize(
    "locale",
    [{"LC_ALL": "C"}, {"LANG": "POSIX"}, {"LC_ALL": "zh_CN.GB18030"}, {"PYTHONUTF8": "0"}],
    ids=str,
)
def test_the_output_is_utf8_whatever_the_locale(desk, library, locale):
    answer = desk("reply", "nh", "--library", library, PYTHONIOENCODING="latin-1", **locale)
    assert (answer.status, answer.text) == (0, "亲，在的😊\n")


@pytest.mark.parametrize(
    ("folder", "fault"),
    [("file", "a file"), ("file/below", "below a file"), ("garbage", "a store of garbage")],
)
def test_an_unusable_data_folder_is_told_in_words(own_desk, tmp_path, folder, fault):
    (tmp_path / "file").write_text(fault)
    (tmp_path / "garbage").mkdir()
    (tmp_path / "garbage" / "desk.db").write_bytes(b"no database " * 1000)
    for command in (["search", "th"], ["shop", "set", "云朵家"]):
        answer = own_desk(*command, "--data-dir", str(tmp_path / folder))
        assert (answer.status, answer.out) == (3, b"")
        assert str(tmp_path / folder) in answer.told


def test_a_damaged_store_is_told_in_words_and_left_alone(own_desk):
    assert own_desk("shop", "set", "云朵家").status == 0
    file = own_desk.data / "desk.db"
    pages = bytearray(file.read_bytes())
    pages[4096:24000] = b"x" * (24000 - 4096)
    file.write_bytes(pages)
    for command in (["search", "th"], ["shop", "set", "云朵家", "发货城市=金华"]):
        answer = own_desk(*command)
        assert answer.status == 3
        assert str(file) in answer.told
    assert file.read_bytes()[4096:24000] == pages[4096:24000]


def test_a_reader_who_leaves_early_hears_no_complaint(desk):
    command = desk.command("search", "-", "--json")
    queries = "退货\n".encode() * 500
    process = subprocess.Popen(
        command,
        cwd=SOURCE,
        env=environment(desk.home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    _, err = process.communicate(queries, timeout=20)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.parametrize(
    ("closing", "query", "status"), [(">&-", "th", 0), ("2>&-", "zzqqxx", 1), (">&- 2>&-", "th", 0)]
)
def test_closed_streams_disturb_nobody(desk, closing, query, status):
    shell = ["/bin/sh", "-c", f'"$@" {closing}', "sh", *desk.command("search", query)]
    done = subprocess.run(
        shell,
        cwd=SOURCE,
        env=environment(desk.home),
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this device is Linux's own")
def test_a_full_disk_under_the_output_is_told(desk):
    with FULL.open("wb") as full:
        done = subprocess.run(
            desk.command("search", "th"),
            cwd=SOURCE,
            env=environment(desk.home),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=20,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.decode().startswith("没有完成：")
    assert len(done.stderr.splitlines()) == 1


def test_a_damaged_record_is_told_and_the_rest_is_used(own_desk):
    own_desk("shop", "set", "云朵家")
    own_desk("shop", "set", "海风屋")
    with closing(sqlite3.connect(own_desk.data / "desk.db")) as store, store:
        store.execute("UPDATE document SET crc = crc + 1 WHERE table_name = 'shop' AND doc_id = 1")
    answer = own_desk("shop", "list")
    assert (answer.status, answer.text) == (0, "* 海风屋\n")
    assert "1 条记录已损坏" in answer.told


def test_a_visited_library_leaves_nothing_behind(own_desk, library):
    assert own_desk("search", "", "--library", str(library)).status == 0
    assert not own_desk.data.exists()
