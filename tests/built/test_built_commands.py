"""Every command of the built program, as scripts use it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cs_desk import __version__

SHOP = "云朵家女装"
SAMPLES = Path(__file__).parents[1] / "data" / "formats"
COMMANDS = [
    "search",
    "reply",
    "shop",
    "case",
    "import",
    "export",
    "check",
    "index",
    "backup",
    "restore",
]
READ = {
    "qianniu.csv": "qianniu",
    "team.csv": "csv",
    "team.xlsx": "xlsx",
    "quicktext.json": "quicktext",
    "espanso.yml": "espanso",
    "beeftext.json": "beeftext",
    "textexpander.csv": "textexpander",
}
WRITTEN = {
    "out.csdesk": "csdesk",
    "out.csv": "csv",
    "千牛.csv": "qianniu",
    "out.xlsx": "xlsx",
    "out.yml": "espanso",
    "out.json": "quicktext",
}
MAGIC = {
    ".pdf": b"%PDF-",
    ".xlsx": b"PK",
    ".zip": b"PK",
    ".html": b"<!DOCTYPE",
    ".csv": b"\xef\xbb\xbf",
}


def test_version_and_help_are_there(done):
    assert done("--version") == f"cs-desk {__version__}\n"
    told = done("--help")
    assert all(re.search(rf"^  {name} ", told, re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize(
    ("language", "beginning", "heading"),
    [("zh_CN", "用法：", "命令:"), ("en", "Usage: ", "Commands:")],
)
def test_every_command_has_its_help(done, language, beginning, heading):
    waiting, seen = [()], 0
    while waiting:
        command = waiting.pop()
        told = done(*command, "--help", "--lang", language)
        assert told.startswith(beginning)
        below = told.partition(f"\n{heading}\n")[2]
        waiting += [(*command, name) for name in re.findall(r"^  ([\w-]+) ", below, re.MULTILINE)]
        seen += 1
    assert seen > len(COMMANDS) + 15


@pytest.mark.parametrize(("file", "format_"), READ.items())
def test_a_file_of_every_format_is_imported(run, file, format_):
    ended = run("import", SAMPLES / file, "--json", "--on-clash", "keep")
    told = json.loads(ended.stdout)
    assert (told["format"], told["applied"]) == (format_, True)
    assert told["new"] > 0


@pytest.mark.parametrize(("file", "format_"), WRITTEN.items())
def test_a_file_of_every_format_is_exported_and_read_back(run, tmp_path, file, format_):
    written = run("export", tmp_path / file, "--format", format_, "--json")
    assert (written.returncode, written.stderr) == (0, "")
    told = json.loads(run("import", tmp_path / file, "--dry-run", "--json").stdout)
    assert told["format"] == format_
    assert told["same"] + told["changed"] + told["clashing"] > 50


def test_a_library_is_checked_and_so_is_a_text(run, done):
    assert run("check", "--json").stderr == ""
    assert "最" in run("check", "--text", "全网最低价，最好的质量").stdout


def test_the_index_is_made(run):
    assert run("index").returncode == 0


def test_replies_are_found_and_filled_for_the_shop(done):
    assert json.loads(done("search", "tuihuo", "--json"))["hits"][0]["code"] == "th"
    done("shop", "set", SHOP, "快递公司=圆通", said=f"已保存「{SHOP}」。\n")
    assert "圆通" in done("reply", "kd")


@pytest.mark.parametrize("kind", MAGIC)
def test_a_case_is_opened_shown_and_exported(run, done, tmp_path, kind):
    facts = ("--order", "4210012345678901234", "--item", "开衫", "--paid", "190", "--json")
    case_id = json.loads(run("case", "new", *facts).stdout)["id"]
    assert json.loads(done("case", "show", case_id, "--json"))["id"] == case_id
    sheet = tmp_path / f"sheet{kind}"
    assert run("case", "export", case_id, sheet).returncode == 0
    assert sheet.read_bytes().startswith(MAGIC[kind])


def test_a_backup_brings_everything_back(run, done, tmp_path):
    run("shop", "set", SHOP)
    assert run("backup", tmp_path / "kept.db").returncode == 0
    assert run("backup", tmp_path / "all.json").returncode == 0
    run("shop", "set", "另一家")
    assert run("restore", tmp_path / "kept.db").returncode == 0
    assert SHOP in done("shop", "list")
    assert "另一家" not in done("shop", "list")
    assert SHOP in (tmp_path / "all.json").read_text(encoding="utf-8")


def test_the_manual_tells_of_every_command():
    manual = (Path(__file__).parents[2] / "packaging" / "linux" / "cs-desk.1").read_text("utf-8")
    commands = manual.partition(".SH COMMANDS")[2].partition(".SH EXIT")[0]
    assert re.findall(r"^\.B (\w+)$", commands, re.MULTILINE) == COMMANDS
