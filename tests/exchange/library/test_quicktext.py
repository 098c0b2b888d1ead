from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import CancelledError, InvalidFileError
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary, ToneVariant
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.placeholder_translation import meaning, written_text
from cs_desk.exchange.library.quicktext import is_quicktext, read_quicktext, write_quicktext

FORMATS = Path(__file__).parents[2] / "data" / "formats"
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=15)
LITERALS = (TEXTS | st.sampled_from(["{", "}", "{甲}", "{}", "{甲|乙}"])).map(written_text)
TOKENS = st.sampled_from(
    [
        *(
            "{店铺名}",
            "{名:默认}",
            "{快递|圆通|中通}",
            "{剪贴板}",
            "{光标}",
            "{名:甲|乙}",
            "{uuid}",
        ),
        *("{日期+7=M月d日 dddd}", "{时间-30}", "{日期=yyyy年MM月dd日 HH:mm:ss}", "{片段:问候}"),
    ]
)
BODIES = st.lists(LITERALS | TOKENS, min_size=1, max_size=6).map("".join)


def content(text, name="售后.json"):
    return FileContent(name, b"", text, "utf-8")


def read(*snippets, name="售后.json"):
    return read_quicktext(content(json.dumps(snippets), name), lambda done, total: None)


def body_of(body, **fields):
    return read({"Body": body, "UseVariables": True} | fields).replies[0].body


def told(remarks):
    return {str(remark.where): str(remark.reason) for remark in remarks}


def library(*bodies):
    return TemplateLibrary(
        "lib",
        "话术",
        templates=tuple(ReplyTemplate(str(n), f"第{n}条", b) for n, b in enumerate(bodies)),
    )


def read_back(written):
    read = content(written.data.decode())
    assert is_quicktext(read)
    return read_quicktext(read, lambda done, total: None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"Name": "[售后]{1}", "Abbr": "a", "Body": "b"}]', True),
        ('\n[ {"name": "", "body": "", "useVariables": false}]', True),
        ('[{"shortcut": "a", "snippet": "b"}]', False),
        ('{"combos": [{"abbr": "a"}]}', False),
        ("[]", False),
        ("abbr,body", False),
        ("", False),
    ],
)
def test_an_array_of_snippets_is_recognised(text, expected):
    assert is_quicktext(content(text)) is expected


def test_a_real_file_is_read():
    text = (FORMATS / "quicktext.json").read_text(encoding="utf-8")
    found = read_quicktext(content(text), lambda done, total: None)
    bodies = {reply.title: reply.body for reply in found.replies}
    assert bodies["进店问候"] == "亲，您好，这里是{店铺名:云朵家}，请问有什么可以帮您？"
    assert bodies["登记时间"].endswith("登记时间{日期=yyyy-MM-dd HH:mm}，登记日{日期=yyyy-MM-dd}。")
    assert bodies["满减规则"] == "满300减30{{每单限一张}}，券码 {{YUN2026}}。"
    assert len(found.replies) == 8
    assert told(found.skipped) == {"[7]": "只有图片，没有文字"}
    assert set(told(found.lost)) == {"[6]", "[8]"}
    assert found.replies[0].id == "5f0c1c5e2f5b4f0d9a7e0a1b2c3d4e01"


@pytest.mark.parametrize(
    ("body", "ours"),
    [
        ("{姓名}", "{姓名}"),
        ("{ 姓名 : 张三 }", "{姓名:张三}"),
        ("{环境| dev |test||}", "{环境|dev|test}"),
        ("{时间:甲|乙}", "{时间_甲|乙}"),
        ("{日期+7=M月d日}", "{日期+7}"),
        ("{日期 -1}", "{日期-1=yyyy-MM-dd}"),
        ("{DATE=yyyy'年'}", "{日期=yyyy年}"),
        ("{now}", "{日期=yyyy-MM-dd HH:mm}"),
        ("{日期:2026-01-01}", "{填写日期:2026-01-01}"),
        ("{Clipboard}{cursor}", "{剪贴板}{光标}"),
        ("{snippet:问候}", "{片段:问候}"),
        ("{uuid}", "{uuid}"),
        ("{}{:a}{|a}{\n}", "{{}}{{:a}}{{|a}}{{\n}}"),
        ("{{姓名}}", "{{{姓名}}}"),
    ],
)
def test_their_placeholders_become_ours(body, ours):
    assert body_of(body) == ours


def test_without_variables_braces_are_text():
    assert body_of("{姓名}", UseVariables=False) == "{{姓名}}"


def test_names_of_fields_are_read_in_any_case():
    assert read({"bODY": "好", "NAME": "问候", "abbr": "nh"}).replies[0].code == "nh"


def test_the_group_is_the_files_name_unless_the_file_tells_it():
    found = read({"Body": "甲"}, {"Body": "乙", "Category": "售后/退货"}, name="dir/售前.json")
    assert [reply.group for reply in found.replies] == ["售前", "售后/退货"]


@pytest.mark.parametrize(
    ("snippet", "reason"),
    [
        ("好", "不是一条话术"),
        (None, "不是一条话术"),
        ({}, "没有内容"),
        ({"Body": 3}, "没有内容"),
        ({"Body": "", "ImagePath": "images/1.png"}, "只有图片，没有文字"),
        ({"Body": "长" * 10_001}, "文字超过 10,000 个字符"),
    ],
)
def test_what_is_no_reply_is_skipped(snippet, reason):
    assert told(read(snippet, {"Body": "好"}).skipped) == {"[0]": reason}


def test_a_picture_beside_text_is_told():
    assert told(read({"Body": "好", "ImagePath": "a.png"}).lost) == {"[0]": "图片没有导入"}


@pytest.mark.parametrize("text", ['{"a": 1}', "3", "[", '[{"a": 1, "a": 2}]', "[NaN]"])
def test_another_file_is_refused(text):
    with pytest.raises(InvalidFileError):
        read_quicktext(content(text), lambda done, total: None)


def test_reading_can_be_called_off():
    def call_off(done, total):
        raise CancelledError

    with pytest.raises(CancelledError):
        read_quicktext(content('[{"Body": "好"}]'), call_off)


@pytest.mark.parametrize(
    "body",
    [
        "亲，您好",
        "满300减30{{每单一张}}",
        "{店铺名}的{名:默认}，{快递|圆通|中通}",
        "{日期}、{日期+7=yyyy-MM-dd dddd}、{时间}",
        "{片段:问候}在吗{光标}{剪贴板}",
        "{店铺名}{{}}",
    ],
)
def test_a_body_comes_back_as_it_was(body):
    written = write_quicktext(library(body))
    assert written.lost == ()
    assert read_back(written).replies[0].body == body


@settings(max_examples=60)
@given(BODIES)
def test_whatever_is_not_told_as_lost_comes_back(body):
    written = write_quicktext(library(body))
    found = read_back(written)
    if body.strip() and not written.lost:
        assert meaning(found.replies[0].body) == meaning(body)


@pytest.mark.parametrize("body", ["{{甲}}和{乙}", "{时间+30}", "{名:甲|乙}", "{uuid}", "{date}"])
def test_what_quicktext_cannot_hold_is_told(body):
    assert set(told(write_quicktext(library(body)).lost)) == {"「第0条」"}


def test_braces_that_would_become_placeholders_are_written_full_width():
    written = write_quicktext(library("券{{甲}}，{乙}"))
    assert read_back(written).replies[0].body == "券｛甲｝，{乙}"


@pytest.mark.parametrize("name", ["uuid", "随机数", "date", "Clipboard", "日期时间"])
def test_a_field_called_like_a_word_of_quicktext_is_renamed(name):
    written = write_quicktext(library(f"{{{name}}}"))
    assert read_back(written).replies[0].body == f"{{填写{name}}}"


def test_a_shifted_time_is_never_written_unshifted():
    body = read_back(write_quicktext(library("{时间+30}前"))).replies[0].body
    assert body == "{推移后的时间}前"


def test_a_reply_comes_back_with_its_identity_code_and_group():
    reply = ReplyTemplate(
        "a-b", "物流", "好", code="wl", group="售后/物流", tags=("快",), note="先查"
    )
    written = write_quicktext(TemplateLibrary("lib", "话术", templates=(reply,)))
    read = read_back(written).replies[0]
    assert (read.id, read.title, read.code, read.group) == ("a-b", "物流", "wl", "售后/物流")
    assert [str(remark.reason) for remark in written.lost] == ["标签没有写入", "提示没有写入"]


def test_tones_become_snippets_of_their_own():
    reply = ReplyTemplate("1", "道歉", "抱歉哦", code="dq", tones=(ToneVariant("正式", "致歉"),))
    written = write_quicktext(TemplateLibrary("lib", "话术", templates=(reply,)))
    found = read_back(written)
    assert [(r.title, r.code) for r in found.replies] == [("道歉", "dq"), ("道歉（正式）", "")]
    assert len({reply.id for reply in found.replies}) == 2
