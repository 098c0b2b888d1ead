"""The command line as a process: no terminal, no display, a home and a data folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2]
LIBRARY = {
    "format": "csdesk",
    "format_version": 1,
    "library": {"id": "lib-test", "name": "测试库"},
    "placeholders": [
        {"name": "店铺名", "type": "text", "source": "shop"},
        {"name": "发货城市", "type": "city", "source": "shop"},
        {"name": "收货城市", "type": "city", "source": "buyer"},
        {"name": "预计天数", "type": "days", "source": "computed"},
        {"name": "快递公司", "type": "text", "source": "shop", "default": "圆通"},
        {"name": "退款金额", "type": "money", "source": "case"},
    ],
    "templates": [
        {"id": "t-hi", "code": "nh", "title": "进店问候", "group": "售前", "body": "亲，在的😊"},
        {
            "id": "t-eta",
            "code": "wl1",
            "title": "多久到",
            "group": "物流",
            "tags": ["时效"],
            "tone": "亲切",
            "body": "亲，{快递公司}从{发货城市}到{收货城市}要{预计天数}。",
            "tones": [{"tone": "正式", "body": "您好，{店铺名}为您查询。"}],
        },
        {"id": "t-refund", "title": "退款金额", "body": "退您{退款金额}元{备注}"},
    ],
}


NOW = "2026-11-12T10:00"
CASE = "R261112-001"
ORDER = "4210000000000000001"
OPENED = {
    "--order": ORDER,
    "--buyer": "小满同学",
    "--item": "亚麻衬衫",
    "--signed": "2026-11-10T14:05",
    "--reason": "QUALITY",
    "--paid": "189.50",
    "--flag": "7天",
}


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self):
        return self.out.decode()

    @property
    def told(self):
        return self.err.decode(errors="surrogateescape")

    @property
    def objects(self):
        """Every line of the output as a JSON object."""
        return [json.loads(line) for line in self.out.decode().splitlines()]

    @property
    def object(self):
        (only,) = self.objects
        return only


def environment(home, **environ):
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C", **environ}


@dataclass(frozen=True)
class CommandLine:
    """Runs commands in one data folder."""

    home: Path
    data: Path

    def command(self, *arguments):
        return [sys.executable, "-m", "cs_desk", "--data-dir", str(self.data), *arguments]

    def start(self, *arguments, **options):
        """Start a command and return the process."""
        return subprocess.Popen(
            self.command(*arguments), cwd=SOURCE, env=environment(self.home), **options
        )

    def __call__(self, *arguments, stdin=b"", data=True, **environ):
        """Run a command to its end; no bad input may make it hang, crash or show a traceback."""
        command = self.command(*arguments)
        if not data:
            del command[3:5]
        done = subprocess.run(
            command,
            cwd=SOURCE,
            env=environment(self.home, **environ),
            input=stdin,
            capture_output=True,
            timeout=20,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert done.returncode >= 0, done.stderr.decode()
        return Answer(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class CaseCommands:
    """The case commands of one desk, at a fixed moment."""

    desk: CommandLine

    def __call__(self, command, *arguments, now=NOW, **options):
        return self.desk("case", command, *arguments, "--now", now, **options)

    def new(self, *arguments):
        return self("new", *arguments, "--json").object

    def shown(self, case_id, **options):
        return self("show", case_id, "--json", **options).object


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """A desk that every test may read."""
    home = tmp_path_factory.mktemp("home")
    return CommandLine(home, home / "数据")


@pytest.fixture
def own_desk(tmp_path):
    """A fresh desk that a test may change."""
    return CommandLine(tmp_path, tmp_path / "data")


@pytest.fixture(scope="session")
def _backed_up(tmp_path_factory):
    home = tmp_path_factory.mktemp("backed up")
    desk = CommandLine(home, home / "data")
    for command in (["shop", "set", "云朵家"], ["backup"], ["shop", "set", "海风屋"]):
        assert desk(*command).status == 0
    return desk.data


@pytest.fixture
def backed_up_desk(_backed_up, tmp_path):
    """A desk of its own that had one shop when it was last backed up, and has two now."""
    shutil.copytree(_backed_up, tmp_path / "data")
    return CommandLine(tmp_path, tmp_path / "data")


@pytest.fixture(scope="session")
def _one_case(tmp_path_factory):
    home = tmp_path_factory.mktemp("one case")
    cases = CaseCommands(CommandLine(home, home / "data"))
    assert cases("new", *(word for pair in OPENED.items() for word in pair)).status == 0
    return cases.desk.data


@pytest.fixture
def cases(_one_case, tmp_path):
    """A desk of its own with one case, opened for a fault of quality."""
    shutil.copytree(_one_case, tmp_path / "data")
    return CaseCommands(CommandLine(tmp_path, tmp_path / "data"))


@pytest.fixture
def no_cases(own_desk):
    """A fresh desk."""
    return CaseCommands(own_desk)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own, of 3 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """A small library in a file."""
    file = tmp_path_factory.mktemp("library") / "小库.csdesk"
    file.write_text(json.dumps(LIBRARY, ensure_ascii=False), encoding="utf-8")
    return str(file)
