"""A checklist file: what goes in comes out, and every fault is told with its place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cs_desk.domain.errors import InvalidFileError, NewerFormatError, UnreadableFileError
from cs_desk.exchange.returns.checklist_file import (
    MAX_FILE_BYTES,
    decode_checklist,
    encode_checklist,
    read_checklist,
)
from scripts.make_checklist_schema import SCHEMA, checklist_schema

BUNDLED = Path(__file__).parents[3] / "resources" / "checklist" / "returns.json"
CHECKLIST = read_checklist(BUNDLED)
REMOVE = object()


def spoilt(path, value):
    """Return the bundled file with ``value`` at ``path``."""
    content = json.loads(BUNDLED.read_text(encoding="utf-8"))
    *way, last = path
    place = content
    for part in way:
        place = place[part]
    if value is REMOVE:
        del place[last]
    else:
        place[last] = value
    return json.dumps(content, ensure_ascii=False).encode()


def fault_of(data):
    with pytest.raises(InvalidFileError) as caught:
        decode_checklist(data, "单.json")
    assert caught.value.file == "单.json"
    return caught.value


def test_what_is_written_is_read_again():
    assert decode_checklist(encode_checklist(CHECKLIST), "again") == CHECKLIST


def test_the_same_checklist_gives_the_same_bytes():
    once = encode_checklist(CHECKLIST)
    assert encode_checklist(decode_checklist(once, "again")) == once


def test_what_has_no_order_is_written_in_one():
    """The order of a set changes from one run of Python to the next."""
    written = json.loads(encode_checklist(CHECKLIST))
    whens = [
        check["when"] for step in written["steps"] for check in step["checks"] if "when" in check
    ]
    reasons = [when["reasons"] for when in whens if "reasons" in when]
    assert reasons == [sorted(each) for each in reasons]


def test_a_file_begins_with_what_it_is_and_leaves_defaults_out():
    written = encode_checklist(CHECKLIST).decode()
    assert written.startswith('{\n "format": "csdesk-checklist",\n "format_version": 1,')
    assert '"supervisor": false' not in written
    assert '"hint": ""' not in written


def test_a_timer_whose_length_only_the_platform_shows_survives():
    again = decode_checklist(encode_checklist(CHECKLIST), "again")
    assert again.timer("T14").amount is None


def test_a_byte_order_mark_does_not_matter():
    assert decode_checklist(b"\xef\xbb\xbf" + BUNDLED.read_bytes(), "bom") == CHECKLIST


def test_the_schema_is_up_to_date():
    """``python -m scripts.make_checklist_schema`` makes it so."""
    assert SCHEMA.read_bytes() == checklist_schema()


@pytest.mark.parametrize(
    ("path", "value", "where", "told"),
    [
        (("format",), "csdesk", "format", "不是客服台的退货清单"),
        (("version",), REMOVE, "", "缺少「version」"),
        (("titel",), "x", "", "不认识「titel」"),
        (("steps", 0, "checks", 0, "mandatry"), True, "steps[0].checks[0]", "不认识「mandatry」"),
        (("steps", 0, "checks", 0, "mandatory"), 1, "steps[0].checks[0].mandatory", "类型不对"),
        (("steps", 1, "actor"), "顾客", "steps[1].actor", "不认识的取值"),
        (
            ("steps", 2, "checks", 1, "key"),
            "opened",
            "steps[2].checks[1].key",
            "「opened」重复，前面已经有一个",
        ),
        (("steps", 2, "checks", 1, "key"), "Ümlaut", "steps[2].checks[1].key", "小写字母"),
        (("steps", 2, "checks", 1, "title"), " ", "steps[2].checks[1].title", "不能为空"),
        (("steps", 2, "checks", 1, "title"), "长" * 61, "steps[2].checks[1].title", "超过 60"),
        (("steps", 2, "checks", 1, "hint"), "两\n行", "steps[2].checks[1].hint", "控制字符"),
        (("steps", 2, "checks", 1, "hint"), "反\u202e转", "steps[2].checks[1].hint", "控制字符"),
        (("steps", 3, "checks"), [], "steps[3].checks", "至少要有一个检查项"),
        (("steps", 3, "key"), "pack", "steps[3].key", "应是「packing」，现在是「pack」"),
        (("steps", 3, "title"), "打包", "steps[3].title", "应是「准备退货商品」"),
        (("steps", 6), REMOVE, "steps", "应有 7 个步骤，现在是 6 个"),
        (("steps", 0, "timers"), ["T0", "T99"], "steps[0].timers[1]", "没有「T99」这个时限"),
        (("steps", 0, "timers"), ["T0", "T0"], "steps[0].timers[1]", "重复"),
        (("branches", 0, "skips"), ["nothing"], "branches[0].skips[0]", "没有「nothing」这个步骤"),
        (("branches", 0, "skips"), ["conditions"], "branches[0].skips[0]", "第一步不能跳过"),
        (("branches", 0, "skips"), [], "branches[0].skips", "至少要写一个"),
        (("branches", 0, "when", "reasons"), ["BORED"], "branches[0].when.reasons[0]", "BORED"),
        (("timers", 1, "amount"), -3, "timers[1].amount", "在 1 到 9999 之间"),
        (("timers", 1, "amount"), 0, "timers[1].amount", "在 1 到 9999 之间"),
        (("timers", 9, "id"), "T0", "timers[9].id", "「T0」重复"),
        (("timers", 1, "ends"), ["applied"], "timers[1].ends", "不能又是结束的时刻"),
        (("timers", 1, "checked_on"), "昨天", "timers[1].checked_on", "日期应写成"),
        (("timers", 0, "amount"), 6, "timers[0].amount", "不能少于 7 天"),
        (("timers", 0, "unit"), "hours", "timers[0].unit", "从签收次日起按自然日算"),
        (("timers", 0, "id"), "T20", "steps[0].timers[0]", "没有「T0」这个时限"),
        (("conditions", 1, "category"), "服饰", "conditions[1].category", "「服饰」重复"),
        (("conditions", 1, "demands"), "满" * 101, "conditions[1].demands", "超过 100"),
        (("conditions",), [], "conditions", "缺少品类为空的一条"),
    ],
)
def test_a_fault_is_told_with_its_place(path, value, where, told):
    error = fault_of(spoilt(path, value))
    assert error.where == where
    assert told in str(error)


def test_a_check_that_no_case_ever_has_is_refused():
    error = fault_of(
        spoilt(("steps", 3, "checks", 0, "when"), {"reasons": ["REFUSED", "INTERCEPT"]})
    )
    assert error.where == "steps[3].checks[0].when"
    assert "没有一种退货单会用到" in str(error)


def test_a_check_that_asks_for_a_mark_and_its_absence_is_refused():
    when = {"flags": ["包邮"], "without": ["包邮"]}
    assert fault_of(spoilt(("steps", 0, "checks", 0, "when"), when)).where.endswith("[0].when")


def test_a_branch_that_a_mark_of_the_order_decides_hides_no_check():
    branch = {"when": {"flags": ["包邮"]}, "skips": ["packing"], "reason": "试一试"}
    decode_checklist(spoilt(("branches", 0), branch), "单.json")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "文件是空的"),
        (b"{", "文件不完整"),
        (b"[]", "不是客服台的退货清单"),
        (b"\xff", "不是 UTF-8"),
        (b"[" * 100_000, "嵌套太深"),
        (b" " * (MAX_FILE_BYTES + 1), "文件超过 1 MB"),
    ],
)
def test_what_is_no_checklist_at_all_is_refused(data, told):
    assert told in str(fault_of(data))


def test_a_newer_format_asks_for_a_newer_program():
    with pytest.raises(NewerFormatError, match="请先升级程序"):
        decode_checklist(spoilt(("format_version",), 2), "单.json")


def test_a_faulty_checklist_is_never_written():
    with pytest.raises(InvalidFileError) as caught:
        encode_checklist(replace(CHECKLIST, version=""))
    assert caught.value.where == "version"


@pytest.mark.parametrize("name", ["missing.json", "", "bad\0name"])
def test_a_file_that_cannot_be_read_is_told_apart(tmp_path, name):
    with pytest.raises(UnreadableFileError, match="读不到这个文件"):
        read_checklist(tmp_path / name)
