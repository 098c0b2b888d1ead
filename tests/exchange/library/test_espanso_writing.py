from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
    ToneVariant,
)
from cs_desk.exchange.library.espanso import is_espanso, read_espanso
from cs_desk.exchange.library.espanso_writing import write_espanso
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.placeholder_translation import meaning, written_text

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=15)
LITERALS = (TEXTS | st.sampled_from(["{{", "}}", "{", r"\{\{", "[[甲]]", "{{甲}}", "$|$"])).map(
    written_text
)
TOKENS = st.sampled_from(
    [
        *("{店铺名}", "{名:默认}", "{快递|圆通|中通}", "{收件人 电话}", "{剪贴板}", "{光标}"),
        *("{日期+7=M月d日 dddd}", "{时间-30}", "{日期=yyyy年MM月dd日 HH:mm:ss}"),
        *("{片段:问候}", "{片段:无此话术}"),
    ]
)
BODIES = st.lists(LITERALS | TOKENS, min_size=1, max_size=6).map("".join)


def library(*bodies, placeholders=()):
    templates = (
        ReplyTemplate("0", "问候", "您好", code="nh"),
        *(ReplyTemplate(str(n), f"第{n}条", body) for n, body in enumerate(bodies, 1)),
    )
    return TemplateLibrary("lib", "话术", templates=templates, placeholders=placeholders)


def read_back(written):
    text = written.data.decode()
    content = FileContent("base.yml", written.data, text, "utf-8")
    assert is_espanso(content)
    return read_espanso(content, lambda done, total: None)


def lost_of_replies(written):
    return [remark for remark in written.lost if str(remark.where) != "整个文件"]


@pytest.mark.parametrize(
    "body",
    [
        "亲，您好",
        "第一行\n  第二行\n\n第四行",
        "{店铺名}的{客服花名}",
        "{名:默认}与{名:默认}",
        "{快递|圆通|中通}",
        "{日期}、{日期+7=yyyy-MM-dd dddd}、{时间-90}",
        "{片段:问候}在吗{光标}",
        "券码 {{{{YUN}}}}，{{每单一张}}",
        "[[不是字段]]和{店铺名}",
        "{剪贴板}收到",
        "# 不是注释: 'x' \"y\"",
        "{{{店铺名}}}",
    ],
)
def test_a_body_comes_back_as_it_was(body):
    written = write_espanso(library(body))
    found = read_back(written)
    assert lost_of_replies(written) == []
    assert found.replies[1].body == body


@settings(max_examples=60)
@given(BODIES)
def test_whatever_is_not_told_as_lost_comes_back(body):
    written = write_espanso(library(body))
    found = read_back(written)
    if body.strip() and not lost_of_replies(written):
        assert meaning(found.replies[1].body) == meaning(body)
    assert written.templates == 2


@pytest.mark.parametrize(
    "body",
    [
        r"\{\{x\}\}",
        "$|$",
        "{名:甲}和{名:乙}",
        "{收件人 电话}",
        "{片段:无此话术}",
        "{光标}{光标}",
        "{日期+x}",
    ],
)
def test_what_espanso_cannot_hold_is_told(body):
    written = write_espanso(library(body))
    assert {str(remark.where) for remark in lost_of_replies(written)} == {"「第1条」"}


def test_everything_else_of_a_reply_comes_back():
    reply = ReplyTemplate(
        "1",
        "物流",
        "好",
        code=":wl",
        group="售后/物流",
        tags=("快递", "12", "no"),
        note="先查\n再答",
    )
    found = read_back(write_espanso(TemplateLibrary("lib", "话术", templates=(reply,))))
    read = found.replies[0]
    assert (read.title, read.code, read.group) == (reply.title, reply.code, reply.group)
    assert (read.tags, read.note) == (reply.tags, reply.note)
    assert found.carries == {"body", "title", "code", "group", "tags", "note"}


def test_definitions_come_back_and_bodies_stay_plain():
    placeholders = (
        Placeholder("店铺名", source=PlaceholderSource.SHOP, default="云朵家", max_length=20),
        Placeholder("快递", PlaceholderType.CHOICE, choices=("圆通", "中通"), default="中通"),
        Placeholder("地址", PlaceholderType.MULTILINE, required=False, hint="省市区"),
    )
    body = "{店铺名}{快递}{地址}{没有定义}"
    found = read_back(write_espanso(library(body, placeholders=placeholders)))
    assert found.placeholders == placeholders
    assert found.replies[1].body == body


def test_a_form_asks_with_what_is_defined():
    definition = Placeholder(
        "快递", PlaceholderType.CHOICE, choices=("圆通", "中通"), default="中通"
    )
    text = write_espanso(library("发{快递}", placeholders=(definition,))).data.decode()
    assert "快递：[[快递]]" in text
    assert "type: choice" in text
    assert "default: 中通" in text


def test_tones_become_replies_of_their_own_without_code():
    reply = ReplyTemplate(
        "1", "道歉", "抱歉哦", code="dq", tone="亲切", tones=(ToneVariant("正式", "非常抱歉"),)
    )
    written = write_espanso(TemplateLibrary("lib", "话术", templates=(reply,)))
    found = read_back(written)
    assert [(r.title, r.code) for r in found.replies] == [("道歉", "dq"), ("道歉（正式）", "")]
    assert (written.templates, written.rows) == (1, 2)
    assert len(lost_of_replies(written)) == 1


def test_the_same_library_gives_the_same_bytes():
    assert write_espanso(library("{名}")).data == write_espanso(library("{名}")).data


def test_what_it_knows_no_place_for_is_told():
    used, unused = Placeholder("城市"), Placeholder("天气")
    replies = [ReplyTemplate(f"{n}", f"第{n}条", "{城市}", code="wl", theme="x") for n in (1, 2)]
    library = TemplateLibrary("lib", "话术", tuple(replies), (used, unused))
    assert [f"{each.where}: {each.reason}" for each in write_espanso(library).lost] == [
        "整个文件: 编号没有写进去，再导入时按编码或标题来认",
        "整个文件: 没有用到的占位符的定义和空的分组没有写进去",
        "「第2条」: 编码和前面的重复，再导入时会去掉",
        "「第1条」「第2条」: 这种文件没有的字段（如主题）没有写进去",
    ]
