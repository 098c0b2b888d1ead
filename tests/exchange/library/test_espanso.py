from __future__ import annotations

from pathlib import Path

import pytest

from cs_desk.domain.errors import CancelledError, InvalidFileError
from cs_desk.domain.template import Placeholder, PlaceholderType
from cs_desk.exchange.library.espanso import is_espanso, read_espanso
from cs_desk.exchange.library.file_content import FileContent

FORMATS = Path(__file__).parents[2] / "data" / "formats"


def content(text, name="base.yml"):
    return FileContent(name, b"", text, "utf-8")


def sample(name):
    return content((FORMATS / name).read_text(encoding="utf-8"), name)


def read(text):
    return read_espanso(content(text), lambda done, total: None)


def match(*lines):
    return "\n".join(("matches:", "  - label: 一条", *(f"    {line}" for line in lines)))


def body_of(*lines):
    return read(match(*lines)).replies[0].body


def told(remarks):
    return {str(remark.where): str(remark.reason) for remark in remarks}


@pytest.mark.parametrize(
    "text",
    [
        "matches:\n  - trigger: a",
        "# 说明\n---\n\nmatches: []",
        "imports: [a.yml]\nglobal_vars: []",
        '"matches":\n- x',
        "anchors: []\nmatches: [{trigger: a}]",
    ],
)
def test_a_mapping_with_matches_is_espanso(text):
    assert is_espanso(content(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "你好,在吗",
        '{"matches": []}',
        "[]",
        "编码,内容\nmatches:,x",
        "name: 别的程序\nkeys: 1",
        "- matches: 1",
    ],
)
def test_other_text_is_not(text):
    assert not is_espanso(content(text))


def test_a_binary_file_is_not():
    assert not is_espanso(FileContent("a.yml", b"\0"))


def test_a_real_file_is_read():
    found = read_espanso(sample("espanso.yml"), lambda done, total: None)
    bodies = {reply.title: reply.body for reply in found.replies}
    assert bodies["进店问候"] == "亲，您好，这里是云朵家女装，很高兴为您服务~"
    assert bodies["发货时间"] == "亲，今天{日期}下单，最晚{日期+2=MM月dd日}前发出，请放心。"
    assert bodies["默认快递"] == "默认发{快递|圆通|中通|顺丰}，需要指定快递请提前告诉我哦。"
    assert bodies["满减写法"] == "券码是 {{{{YUN2026}}}}，满300减30{{每单限一张}}。"
    assert bodies["售后总说明"] == "{片段:进店问候} 退换货请看下面的步骤。"
    assert len(found.replies) == 11
    assert set(told(found.skipped)) == {"matches[10]", "matches[11]"}
    assert found.carries == {"body", "title", "code", "tags"}


def test_a_real_file_of_forms_is_read():
    found = read_espanso(sample("espanso_forms.yml"), lambda done, total: None)
    bodies = {reply.title: reply.body for reply in found.replies}
    assert "{原因|质量问题|七天无理由|尺码不合适}" in bodies["退货步骤"]
    assert bodies["补发"] == "给您补发{件数:1}件，发{快递|圆通|中通|顺丰}，请留意。"
    assert bodies["旧版表单"] == "尊敬的{name}，您的{item}已经修好。"
    assert bodies["撞名的字段"] == "活动{填写日期}结束，{{ 先到先得 }}。"
    assert found.placeholders == (Placeholder("收货信息", PlaceholderType.MULTILINE),)
    assert found.replies[0].note == "先看签收日是否在七天内"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("script", "脚本变量不会运行，改成了要填写的占位符"),
        ("shell", "命令行变量不会运行，改成了要填写的占位符"),
        ("rhai", "不认识的变量类型「rhai」，改成了要填写的占位符"),
    ],
)
def test_what_would_be_run_becomes_a_field(kind, reason):
    found = read(
        match("replace: '{{x}}'", "vars:", f"  - {{name: x, type: {kind}, params: {{cmd: rm}}}}")
    )
    assert found.replies[0].body == "{x}"
    assert told(found.lost) == {"matches[0].vars[0]": reason}


@pytest.mark.parametrize(
    ("kind", "params", "body"),
    [
        ("clipboard", "{}", "{剪贴板}"),
        ("random", "{choices: [甲, 乙]}", "甲"),
        ("random", "{choices: []}", ""),
    ],
)
def test_what_has_no_equal_is_told(kind, params, body):
    found = read(
        match("replace: 好{{x}}", "vars:", f"  - {{name: x, type: {kind}, params: {params}}}")
    )
    assert found.replies[0].body == f"好{body}"
    assert set(told(found.lost)) == {"matches[0].vars[0]"}


@pytest.mark.parametrize(
    ("variable", "body"),
    [
        ("type: echo, params: {echo: 甲}", "甲"),
        ("type: echo, params: {echo: '{'}", "{{"),
        ("type: date, params: {format: '%Y年', offset: -86400}", "{日期-1=yyyy年}"),
        ("type: date, params: {format: '%H:%M', offset: 1800}", "{时间+30}"),
        ("type: date", "{日期=yyyy-MM-dd}"),
        ("type: choice, params: {values: [甲, 乙]}", "{x|甲|乙}"),
        ('type: choice, params: {values: "甲\\n乙"}', "{x|甲|乙}"),
        ("type: choice, params: {values: [{label: 一, id: 甲}]}", "{x|甲}"),
        ("type: choice", "{x}"),
        ("type: form, params: {fields: {y: {default: 甲}}}", "{x}"),
        ("type: match, params: {trigger: ':none'}", "{x}"),
        ("type: date, params: {offset: 1e400}", "{日期=yyyy-MM-dd}"),
        ("type: date, params: {offset: 9999999999999}", "{填写日期}"),
    ],
)
def test_a_variable_is_translated(variable, body):
    assert body_of("replace: '{{x}}'", "vars:", f"  - {{name: x, {variable}}}") == body


@pytest.mark.parametrize(
    ("replace", "body"),
    [
        ("甲 {{ x.y }} 乙", "甲 {y} 乙"),
        (r"\{\{x\}\}", "{{{{x}}}}"),
        ("$|$", "{光标}"),
        ("[[x]]", "[[x]]"),
        ("{{x y}}", "{{{{x y}}}}"),
    ],
)
def test_marks_in_a_text_are_read(replace, body):
    assert body_of(f"replace: '{replace}'") == body


def test_a_repeated_global_variable_is_told_once_at_its_place():
    found = read(
        "global_vars:\n  - {name: x, type: shell}\n"
        "matches:\n  - replace: '{{x}}'\n  - replace: '{{x}}{{x}}'"
    )
    assert set(told(found.lost)) == {"global_vars[0]"}
    assert len(found.lost) == 1


def test_a_variable_of_its_own_goes_before_that_of_the_file():
    found = read(
        "global_vars:\n  - {name: x, type: echo, params: {echo: 全局}}\n"
        "matches:\n  - replace: '{{x}}'\n    vars: [{name: x, type: echo, params: {echo: 自己}}]"
    )
    assert found.replies[0].body == "自己"


def test_variables_that_contain_each_other_end():
    found = read(
        match("replace: '{{x}}'", "vars: [{name: x, type: echo, params: {echo: '{{x}}{{x}}'}}]")
    )
    assert "变量互相引用得太深" in told(found.lost)["matches[0].replace"]


@pytest.mark.parametrize("inner", ["", "甲"])
def test_a_blow_up_of_variables_is_skipped(inner):
    text = match(
        f"replace: '{'{{a}}' * 900}'",
        "vars:",
        f"  - {{name: a, type: echo, params: {{echo: '{'{{b}}' * 900}'}}}}",
        f"  - {{name: b, type: echo, params: {{echo: '{'{{c}}' * 900}'}}}}",
        f"  - {{name: c, type: echo, params: {{echo: '{inner}'}}}}",
    )
    assert told(read(text).skipped) == {"matches[0]": "文字超过 10,000 个字符"}


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["image_path: a.png"], "只有图片，没有文字"),
        (["html: <b>好</b>"], "内容是 HTML，不能作为文字发送"),
        (["trigger: x"], "没有内容"),
        (["replace: '  '"], "没有内容"),
        (["replace: ['甲']"], "没有内容"),
    ],
)
def test_a_match_without_text_is_skipped(lines, reason):
    assert told(read(match(*lines)).skipped) == {"matches[0]": reason}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("trigger: ':wl'", "wl"),
        ("trigger: ;wl", "wl"),
        ("trigger: '::wl'", ":wl"),
        ("trigger: wl", "wl"),
        ("trigger: ':'", ":"),
        ("triggers: [':a', ':b']", "a"),
        ("trigger: 12", "12"),
        ("regex: a+", ""),
    ],
)
def test_a_trigger_becomes_the_code(line, code):
    assert read(match(line, "replace: 好")).replies[0].code == code


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("imports: [a.yml]\nmatches: []", "imports[0]"),
        ("matches: []\nother: 1", "other"),
        (match("replace: 好", "triggers: [a, b]"), "matches[0].triggers"),
        (match("replace: 好", "regex: a"), "matches[0].regex"),
        (match("replace: 好", "html: <b>"), "matches[0].html"),
        (match("replace: 好", "foo: 1"), "matches[0].foo"),
        (match("replace: 好", "vars: [1]"), "matches[0].vars[0]"),
        (match("markdown: '**好**'"), "matches[0].markdown"),
        ("cs_desk_placeholders: [{name: 日期}]\nmatches: []", "cs_desk_placeholders[0]"),
    ],
)
def test_what_is_not_taken_over_is_told(text, where):
    assert set(told(read(text).lost)) == {where}


def test_how_a_reply_is_typed_is_no_loss():
    assert read(match("replace: 好", "word: true", "propagate_case: false")).lost == ()


@pytest.mark.parametrize(
    "text", ["", "- 1", "a: 1", "matches: {a: 1}", "matches: 好", "matches: [}", "matches: &a [*a]"]
)
def test_another_file_is_refused_in_words(text):
    with pytest.raises(InvalidFileError) as refusal:
        read(text)
    assert refusal.value.file == "base.yml"
    assert str(refusal.value.reason)


def test_progress_is_told_every_two_hundred_replies_and_can_call_off():
    text = "matches:\n" + "  - replace: 好\n" * 1_000
    told = []
    read_espanso(content(text), lambda done, total: told.append(done / total))
    assert len([share for share in told if share >= 0.5]) == 5
    assert told == sorted(told)

    def call_off(done, total):
        if done >= total / 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_espanso(content(text), call_off)
