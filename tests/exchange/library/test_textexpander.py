from __future__ import annotations

import time
from pathlib import Path

import pytest

from cs_desk.domain.errors import CancelledError, InvalidFileError
from cs_desk.domain.template import Placeholder, PlaceholderType
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.textexpander import is_textexpander, read_textexpander

FORMATS = Path(__file__).parents[2] / "data" / "formats"


def content(text, name="售后.话术.csv"):
    return FileContent(name, b"", text, "utf-8")


def read(text):
    return read_textexpander(content(text), lambda done, total: None)


def body_of(macro):
    quoted = macro.replace('"', '""')
    return read(f'a,"{quoted}"').replies[0].body


def told(remarks):
    return {str(remark.where): str(remark.reason) for remark in remarks}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (";nh,您好\n", True),
        (";nh,您好,问候\n;wl,已发出,物流\n", True),
        ('\n;nh,"第一行\n第二行"\n', True),
        ("快捷短语编码,快捷短语\nnh,您好\n", False),
        ("Content,Code\n您好,nh\n", False),
        ("一列\n", False),
        ("a,b,c,d\n", False),
        ("有 空格,您好\n", False),
        (",您好\n", False),
        ("nh,\n", False),
        ('nh,"没有结束', False),
        ("这是一封普通的信，里面没有表格。\n第二行, 有逗号。", False),
        ("", False),
    ],
)
def test_two_or_three_columns_without_names_are_recognised(text, expected):
    assert is_textexpander(content(text)) is expected


def test_a_long_cell_does_not_hide_the_format():
    assert is_textexpander(content(f';nh,您好\n;wl,"{"长" * 120_000}"\n'))


def test_a_real_file_is_read():
    text = (FORMATS / "textexpander.csv").read_text(encoding="utf-8")
    found = read_textexpander(content(text), lambda done, total: None)
    bodies = {reply.code: reply.body for reply in found.replies}
    assert bodies[";kd"] == "默认发{快递|中通|圆通|顺丰}，需要指定快递请告诉我。".replace(
        "快递请", "请"
    )
    assert bodies[";fh"] == "今天{日期=yyyy-MM-dd}下单，{日期+2=MM月dd日}前发出。"
    assert bodies[";yh"] == "{片段:;nh}现在满300减30，打9折也就是10%优惠。"
    assert bodies[";xq"].endswith("/%E6%AC%BE?id=1")
    assert len(found.replies) == 10
    assert list(told(found.warnings)) == ["第 12 行"]
    assert found.placeholders == (Placeholder("收货信息", PlaceholderType.MULTILINE),)
    assert {reply.group for reply in found.replies} == {"售后"}


@pytest.mark.parametrize(
    ("macro", "body"),
    [
        ("%filltext:name=姓名%", "{姓名}"),
        ("%filltext:name=时间:default=12:30:width=10%", "{填写时间:12:30}"),
        ("%fillarea:name=备注:height=5%", "{备注}"),
        ("%fillpopup:name=快递:圆通:default=中通%", "{快递|中通|圆通}"),
        ("%fillpart:name=x:default=no%甲%fillpartend%", "甲"),
        ("%filldate:name=到货日:format=yyyy%", "{到货日}"),
        ("%snippet:a%", "{片段:a}"),
        ("%snippet:none%", "{none}"),
        ("%clipboard%|", "{剪贴板}{光标}"),
        ("%key:enter%%<", ""),
        ("%Y-%m-%d", "{日期=yyyy-MM-dd}"),
        ("%Y年%m月%d日 %H:%M", "{日期=yyyy年MM月dd日 HH:mm}"),
        ("%1m月%1d日", "{日期}"),
        ("%@+1D%1m月%1d日，%@-2h%H点", "{日期+1}，{时间+1320=HH点}"),
        ("%@+1M%m月", "{推移后的日期}"),
        ("%date:yyyy-MM-dd%", "{日期=yyyy-MM-dd}"),
        ("100%% 50%，%E4%BD%A0", "100% 50%，%E4%BD%A0"),
        ("{甲}", "{{甲}}"),
    ],
)
def test_a_macro_is_translated(macro, body):
    found = body_of(macro + "。")
    assert found == body + "。"


@pytest.mark.parametrize(
    "macro",
    ["%clipboard", "%key:tab%", "%fillpart:name=x%甲%fillpartend%", "%p", "%@+1Y%Y", "%snippet:z%"],
)
def test_what_has_no_equal_is_told(macro):
    assert set(told(read(f"a,好{macro}").lost)) == {"第 1 行"}


def test_a_label_is_the_title_also_where_the_reply_is_included():
    found = read("a,您好,问候\nb,%snippet:a%,开场\n")
    assert [reply.title for reply in found.replies] == ["问候", "开场"]
    assert found.replies[1].body == "{片段:问候}"
    assert "title" in found.carries


def test_without_labels_there_are_no_titles():
    assert "title" not in read("a,您好\n").carries


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a", "应有 2 或 3 列，现在是 1 列"),
        ("a,b,c,d", "应有 2 或 3 列，现在是 4 列"),
        ("a, ", "没有内容"),
        ("a," + "长" * 10_001, "文字超过 10,000 个字符"),
    ],
)
def test_a_row_that_is_no_reply_is_skipped(row, reason):
    assert told(read(row).skipped) == {"第 1 行": reason}


@pytest.mark.parametrize("text", ['a,"b', 'a,"b"c', "a," + "长" * 140_000])
def test_broken_csv_is_refused_with_its_line(text):
    with pytest.raises(InvalidFileError) as refusal:
        read(text)
    assert str(refusal.value.reason) == "CSV 的引号不成对，或单元格太长（第 1 行）"


@pytest.mark.parametrize("piece", ["%filltext:", "%Y-", "%", "<p ", "%@+1D", "%fillpopup:a:"])
def test_unclosed_macros_do_not_take_long(piece):
    begin = time.perf_counter()
    read(f"a,{piece * (120_000 // len(piece))}")
    assert time.perf_counter() - begin < 2


def test_progress_is_told_every_two_hundred_replies_and_can_call_off():
    text = "".join(f"k{n},您好\n" for n in range(1_000))
    told = []
    read_textexpander(content(text), lambda *done: told.append(done))
    assert [done for done, _ in told] == [0, 200, 400, 600, 800]

    def call_off(done, total):
        raise CancelledError

    with pytest.raises(CancelledError):
        read_textexpander(content(text), call_off)
