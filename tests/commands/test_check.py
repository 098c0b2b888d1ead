"""``cs-desk check``, and what ``cs-desk reply`` holds back."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

import pytest

from cs_desk import paths
from cs_desk.cli import run
from cs_desk.commands.invocation import Invocation
from cs_desk.desktop.clock import SystemClock
from cs_desk.equipment import Equipment
from cs_desk.program import Program

KEYS = {"category", "severity", "start", "end", "matched", "reason", "basis", "template"}


def template(template_id, body, **fields):
    return {"id": template_id, "title": template_id, "body": body, **fields}


BAD = [
    template(
        "refusal", "亲，{店铺名}概不退换", code="bt", tones=[{"tone": "正式", "body": "您好"}]
    ),
    template("calm", "您好", tones=[{"tone": "安抚", "body": "没办法呢"}]),
    template("city", "发往{收货程市}"),
    template("brace", "好的}"),
    template("a", "{片段:b}"),
    template("b", "{片段:a}"),
]


@dataclass(frozen=True)
class Answered:
    status: int
    out: str
    told: str

    @property
    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def command(tmp_path, capfd):
    """Runs a command in this process, in a data folder of the test's own."""
    environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    equipment = Equipment(paths.resources(), environ, {}, SystemClock())

    def answer(*arguments):
        folder = str(tmp_path / "data")
        invocation = Invocation(Program(equipment), equipment.translate)
        status = run(invocation, ["--data-dir", folder, *arguments])
        return Answered(status, *capfd.readouterr())

    return answer


@pytest.fixture
def bad_file(tmp_path):
    """A library with one fault of every kind."""
    file = tmp_path / "坏.csdesk"
    placeholders = [
        {"name": "收货城市", "type": "city", "source": "buyer"},
        {"name": "店铺名", "type": "text", "source": "shop"},
    ]
    document = {
        "format": "csdesk",
        "format_version": 1,
        "library": {"id": "l", "name": "坏"},
        "placeholders": placeholders,
        "templates": BAD,
    }
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return str(file)


def test_a_fresh_folder_has_nothing_to_tell(command):
    for arguments in ((), ("--json",)):
        answer = command("check", *arguments)
        assert (answer.status, answer.out, answer.told) == (0, "", "")


def test_a_text_is_checked_and_every_finding_is_a_line(command):
    text = "亲，加 微-信返现5元"
    answer = command("check", "--text", text, "--json")
    assert answer.status == 1
    assert all(found.keys() == KEYS for found in answer.objects)
    assert all(text[f["start"] : f["end"]] == f["matched"] for f in answer.objects)
    assert [(f["category"], f["severity"]) for f in answer.objects] == [
        ("L1", "block"),
        ("L11", "warn"),
    ]


@pytest.mark.parametrize(
    ("text", "status"), [("没办法呢", 0), ("您好", 0), ("", 0), ("概不退换", 1), ("{城市}", 1)]
)
def test_only_what_blocks_makes_the_answer_a_no(command, text, status):
    assert command("check", "--text", text).status == status


def test_people_read_what_is_wrong_why_and_by_which_law(command):
    answer = command("check", "--text", "一经售出，概不退换")
    for told in ("阻止", "L4", "第 6 到 9 个字", "「概不退换」", "无理由", "消费者权益保护法"):
        assert told in answer.out
    assert answer.told == "阻止 2 处，提醒 0 处，提示 0 处\n"


def test_a_file_is_checked_body_by_body(command, bad_file):
    answer = command("check", bad_file, "--json")
    assert answer.status == 1
    found = [(f["template"], f["tone"], f["category"], f["severity"]) for f in answer.objects]
    assert found == [
        ("refusal", "", "L4", "block"),
        ("calm", "安抚", "L13", "warn"),
        ("city", "", "L17", "warn"),
        ("brace", "", "L17", "info"),
        ("a", "", "L17", "block"),
        ("b", "", "L17", "block"),
    ]
    assert all(f["text"][f["start"] : f["end"]] == f["matched"] for f in answer.objects)


def test_an_unknown_name_comes_with_the_one_that_was_meant(command, bad_file):
    reasons = [f["reason"] for f in command("check", bad_file, "--json").objects]
    assert any("收货程市" in reason and "收货城市" in reason for reason in reasons)
    assert "# refusal · bt" in command("check", bad_file).out


def test_the_shops_values_are_checked_too(command):
    assert command("shop", "set", "云朵家", "客服花名=加V信聊").status == 0
    answer = command("check", "--shop", "云朵家", "--json")
    assert {found["category"] for found in answer.objects} == {"L1"}
    assert command("check", "--shop", "没有").status == 1


def test_what_cannot_be_checked_is_told(command, tmp_path):
    assert command("check", str(tmp_path / "没有.csdesk")).status == 3
    answer = command("check", "文件", "--text", "您好")
    assert (answer.status, answer.out) == (2, "")


GOODS = ("reply", "有货可以拍", "规格=M")


def test_a_blocking_finding_holds_the_reply_back(command):
    for option in ("--copy", "--print"):
        answer = command(*GOODS, "商品名=加微信抢", option, "--json")
        (shape,) = answer.objects
        assert (answer.status, shape["text"], shape["copied"]) == (1, None, False)
        assert [f["category"] for f in shape["findings"]] == ["L1"]
        assert shape["complete"] is True
    assert "--allow-findings" in answer.told
    assert command(*GOODS, "商品名=加微信抢").out == ""


def test_a_finding_may_be_allowed(command):
    answer = command(*GOODS, "商品名=加微信抢", "--allow-findings", "--json")
    (shape,) = answer.objects
    assert answer.status == 0
    assert "加微信抢" in shape["text"]
    assert shape["findings"]


def test_a_warning_holds_nothing_back_and_is_told(command):
    answer = command(*GOODS, "商品名=百分百好")
    assert (answer.status, answer.out.startswith("亲，百分百好")) == (0, True)
    assert "L7" in answer.told
