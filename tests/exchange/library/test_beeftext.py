from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from cs_desk.domain.errors import CancelledError, InvalidFileError
from cs_desk.exchange.library.beeftext import is_beeftext, read_beeftext
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.textexpander import is_textexpander

FORMATS = Path(__file__).parents[2] / "data" / "formats"


def content(text, name="comboList.json"):
    return FileContent(name, b"", text, "utf-8")


def sample(name):
    return content((FORMATS / name).read_text(encoding="utf-8"), name)


def read(text):
    return read_beeftext(content(text), lambda done, total: None)


def read_combos(*combos):
    return read(json.dumps({"fileFormatVersion": 10, "combos": combos}))


def body_of(snippet):
    return read_combos({"keyword": "a", "snippet": snippet}).replies[0].body


def told(remarks):
    return {str(remark.where): str(remark.reason) for remark in remarks}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"combos": [], "fileFormatVersion": 10}', True),
        ('{"combos": [{"comboText": "a", "substitutionText": "b"}]}', True),
        ("Group,Name,Keyword,Snippet\n", True),
        ('"group","name","keyword","snippet"\n售前,问候,nh,您好\n', True),
        ("nh,您好,问候\nwl,已发出,物流\n", True),
        ("nh,您好\n", False),
        ("编码,标题,内容\nnh,问候,您好\n", False),
        ("说明\n编码,标题,内容\nnh,问候,您好\n", False),
        ("nh nh,您好,问候\n", False),
        ("nh,亲%filltext:name=姓名%,问候\n", False),
        ('{"combos": 1}', False),
        ('{"format": "csdesk", "templates": []}', False),
        ("", False),
    ],
)
def test_its_three_kinds_of_file_are_recognised(text, expected):
    assert is_beeftext(content(text, "combos.csv")) is expected


def test_two_columns_are_textexpanders():
    two = content("nh,您好\nwl,已发出\n", "a.csv")
    assert is_textexpander(two)
    assert not is_beeftext(two)


def test_a_newer_version_is_warned_of():
    found = read_beeftext(
        content('{"fileFormatVersion": 11, "combos": []}'), lambda done, total: None
    )
    assert [str(each.where) for each in found.warnings] == ["fileFormatVersion"]
    assert "格式 11" in str(found.warnings[0].reason)


def test_a_real_list_of_combos_is_read():
    found = read_beeftext(sample("beeftext.json"), lambda done, total: None)
    bodies = {reply.title: reply.body for reply in found.replies}
    assert bodies["物流查询"] == "亲，您的包裹{运单号}已在路上，预计{日期+3}前后到。"
    assert bodies["催发货"].startswith("{片段:进店问候}您的订单会在{日期+44小时=yyyy-MM-dd HH:mm}")
    assert bodies["旧活动"] == "满300减30{{每单限一张}}，详情看首页。"
    assert [reply.group for reply in found.replies[:3]] == ["售前", "物流", "物流"]
    assert told(found.skipped) == {"combos[8]": "没有内容"}
    assert set(told(found.lost)) == {f"combos[{n}]" for n in (3, 4, 5, 6, 7)}


def test_real_csv_is_read_but_for_the_row_that_is_none():
    found = read_beeftext(sample("beeftext.csv"), lambda done, total: None)
    assert " ".join(reply.code for reply in found.replies) == "nh wl fh jj th kd zj yf"
    assert found.replies[1].body == "亲，您的包裹{运单号}已发出，\n请留意查收哦。"
    assert told(found.skipped) == {"第 7 行": "应有 3 列，现在是 2 列"}
    assert found.carries == {"title", "body", "code"}


def test_a_cheat_sheet_has_groups():
    found = read("Group,Name,Keyword,Snippet\n售前,问候,nh,您好\n")
    reply = found.replies[0]
    assert (reply.group, reply.title, reply.code, reply.body) == ("售前", "问候", "nh", "您好")
    assert "group" in found.carries


def test_the_first_versions_names_are_understood():
    found = read('{"combos": [{"name": "问候", "comboText": "nh", "substitutionText": "您好"}]}')
    assert (found.replies[0].code, found.replies[0].body) == ("nh", "您好")


@pytest.mark.parametrize(
    ("snippet", "body"),
    [
        ("#{input:收货人}", "{收货人}"),
        (r"#{input:写法\}与\\}", "{写法_与\\}"),
        ("#{dateTime:yyyy-MM-dd}", "{日期=yyyy-MM-dd}"),
        ("#{dateTime:+1d-1w:M月d日}", "{日期-6}"),
        ("#{dateTime:+90m:HH:mm}", "{时间+90}"),
        ("#{dateTime:+1M:yyyy}", "{dateTime_+1M_yyyy}"),
        ("#{dateTime:+999999999y:}", "{dateTime_+999999999y_}"),
        ("#{dateTime:+999999999w:d}", "{填写日期}"),
        ("#{combo:a}", "{片段:a}"),
        ("#{combo:none}", "{none}"),
        ("#{upper:a}", "{片段:a}"),
        ("#{powershell:a.ps1}", "{powershell_a.ps1}"),
        ("#{envVar:PATH}", "{PATH}"),
        ("#{unheard}", "{unheard}"),
        ("#{cursor}{x}#{}#", "{光标}{{x}}#{{}}#"),
        ("#{日期}", "{填写日期}"),
    ],
)
def test_a_variable_is_translated(snippet, body):
    assert body_of(snippet) == body


@pytest.mark.parametrize(
    "snippet",
    [
        *("#{date}", "#{time}", "#{dateTime}", "#{clipboard}", "#{powershell:x}", "#{envVar:x}"),
        *("#{lower:a}", "#{trim:a}", "#{combo:none}", "#{dateTime:+1y:}", "#{dateTime:h AP}"),
    ],
)
def test_what_has_no_equal_is_told(snippet):
    assert set(told(read_combos({"keyword": "a", "snippet": snippet}).lost)) == {"combos[0]"}


def test_a_disabled_reply_is_imported_and_told():
    found = read_combos({"keyword": "a", "snippet": "好", "enabled": False})
    assert len(found.replies) == len(found.lost) == 1


@pytest.mark.parametrize(
    "text",
    ['{"combos": 1}', '{"combos": [', '{"combos": [], "combos": []}', 'a,"b', 'a,"b"c,d'],
)
def test_a_broken_file_is_refused(text):
    with pytest.raises(InvalidFileError) as refusal:
        read(text)
    assert str(refusal.value.reason)


def test_what_is_no_combo_is_skipped():
    found = read_combos("好", {"keyword": "a"}, {"snippet": "长" * 10_001})
    assert list(told(found.skipped)) == ["combos[0]", "combos[1]", "combos[2]"]


@pytest.mark.parametrize("piece", ["#{", "#{a\\", "#{input:", "#{dateTime:+1d", "#{a#", "\\}#{"])
def test_unclosed_variables_do_not_take_long(piece):
    begin = time.perf_counter()
    read_combos({"keyword": "a", "snippet": piece * 300_000})
    assert time.perf_counter() - begin < 2


def test_progress_is_told_every_two_hundred_replies_and_can_call_off():
    text = "".join(f"k{n},您好,问候\n" for n in range(1_000))
    told = []
    read_beeftext(content(text), lambda *done: told.append(done))
    assert [done for done, _ in told] == [0, 200, 400, 600, 800]

    def call_off(done, total):
        raise CancelledError

    with pytest.raises(CancelledError):
        read_beeftext(content(text), call_off)
