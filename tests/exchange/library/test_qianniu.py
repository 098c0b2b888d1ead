from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import InvalidFileError
from cs_desk.domain.template import ToneVariant
from cs_desk.exchange.library.qianniu import is_qianniu, read_qianniu, write_qianniu
from tests.exchange.library.tables import (
    libraries,
    library_of,
    read_back,
    remarks,
    reply,
    text_file,
    unheard,
)

HEAD = "快捷短语编码,快捷短语,快捷短语分组\n"
BOT = (
    "最初3行的内容请勿改动(V3)！！！\n小美旗舰店\n分组,快捷编码,标题,内容,图片名,程序数据（勿填）\n"
)


def read(text):
    return read_qianniu(text_file(text), unheard)


def rows(library):
    text = write_qianniu(library).data.decode("gb18030")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        "快捷编码,快捷短语,快捷短语分组\n",
        '"快捷短语编码","快捷短语"\n',
        "快捷短语,快捷短语分组,快捷短语编码\n",
        BOT,
        '{"data": {"result": {"groups": [], "list": []}}}',
    ],
)
def test_both_heads_and_the_files_of_other_programs_are_known(text):
    assert is_qianniu(text_file(text))


@pytest.mark.parametrize(
    "text",
    [
        *("", "亲，您好", "编码,内容,分组\n", '{"data": 1}'),
        *("登记日期,分组,快捷编码,快捷短语,是否加入团队\n", "标题,快捷编码,快捷短语\n"),
    ],
)
def test_other_tables_are_not_its_own(text):
    assert not is_qianniu(text_file(text))


@pytest.mark.parametrize(
    ("row", "code", "body", "group"),
    [
        ("kc,您好,售前", "kc", "您好", "售前"),
        ('"\t001","\t400-800-8888","\t2026"', "001", "400-800-8888", "2026"),
        ('"\t\t","\t\t退","a"', "", "\t退", "a"),
        ('th,"  第一行\n  第二行""好""\n\n",售后', "th", '  第一行\n  第二行"好"', "售后"),
        ("kc,您好&#44;亲&#13;再见&#13;,售前", "kc", "您好,亲\n再见", "售前"),
        ('kc,"您好&#13;\n再见",售前', "kc", "您好\n再见", "售前"),
        (",没有编码,", "", "没有编码", ""),
        ("kc,没有分组", "kc", "没有分组", ""),
        ("kc,未分组的,未分组", "kc", "未分组的", ""),
        ("kc,&amp; &#38;,京东/淘宝", "kc", "&amp; &#38;", "京东/淘宝"),
    ],
)
def test_a_row_is_read_as_qianniu_means_it(row, code, body, group):
    (found,) = read(HEAD + row + "\n").replies

    assert (found.code, found.body, found.group, found.title) == (code, body, group, "")


def test_only_what_it_holds_is_carried():
    assert read(HEAD).carries == {"code", "body", "group"}
    assert read("快捷编码,快捷短语\n").carries == {"code", "body"}


def test_paths_of_bot_become_ours():
    found = read(BOT + "售后=>退货＝>质量,th,标题,请寄回,a.png,\n")

    assert (found.replies[0].group, found.replies[0].title) == ("售后/退货/质量", "标题")
    assert remarks(found.lost) == ["第 3 行: 不认识的列没有导入：图片名、程序数据（勿填）"]


def test_an_arrow_in_other_files_is_text():
    assert read(HEAD + "a,亲,售前=>售后\n").replies[0].group == "售前=>售后"


def test_a_file_without_a_head_is_refused():
    with pytest.raises(InvalidFileError, match="找不到表头"):
        read("kc,您好,售前\n")


def test_it_is_written_as_qianniu_writes_it():
    data = write_qianniu(library_of(reply(body="亲😊", code="kc", group="售前"))).data

    assert data.startswith('"快捷短语编码","快捷短语","快捷短语分组"\r\n"kc","亲'.encode("gbk"))
    assert data.endswith('","售前"\r\n'.encode("gbk"))


@pytest.mark.parametrize(
    "text", ["007", "2233445566778899001", "3-1", "=1+1", "@all", "-1", "\t亲"]
)
def test_what_excel_would_change_or_compute_begins_with_a_tab(text):
    library = library_of(reply(body=text, code=text, group=text))

    assert rows(library)[1] == ["\t" + text] * 3


def test_every_tone_is_a_phrase_of_its_own_and_only_the_first_has_the_code():
    tones = (ToneVariant("安抚", "抱歉"), ToneVariant("正式", "您好"))
    library = library_of(reply(body="亲", code="kc", group="售前", tone="亲切", tones=tones))

    assert rows(library)[1:] == [["kc", "亲", "售前"], ["", "抱歉", "售前"], ["", "您好", "售前"]]
    assert "各种语气写成了单独的几条" in str(remarks(write_qianniu(library).lost))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"tags": ("退货",)}, "标签没有写进去"),
        ({"note": "注意"}, "给客服的提示没有写进去"),
        ({"tone": "亲切"}, "语气没有写进去"),
        ({"group": "售后/退货"}, "千牛的分组只有一级"),
        ({"group": "未分组"}, "再导入时会算作没有分组"),
        ({"body": "见 &#44;"}, "在千牛里是逗号和换行"),
        ({"body": "亲\n"}, "正文最后的换行"),
    ],
)
def test_what_it_cannot_hold_is_told_once(fields, told):
    library = library_of(reply("甲", "亲"), reply("乙", **fields), reply("丙", **fields))
    lost = [line for line in remarks(write_qianniu(library).lost) if told in line]

    assert [line.split(": ")[0] for line in lost] == ["「乙」「丙」"]


def test_titles_are_told_to_be_lost_once_for_all_that_are_not_the_first_sentence():
    library = library_of(
        reply("亲好", "亲好！在"), *(reply(f"标题{n}", f"亲{n}") for n in range(9))
    )
    (told,) = remarks(write_qianniu(library).lost)

    assert told == "「标题0」「标题1」「标题2」等 9 条: 千牛的短语没有标题，再导入时取正文的第一句"


def test_phrases_that_are_the_same_are_told():
    library = library_of(reply("甲"), reply("乙"), reply("丙", code="c"))

    assert remarks(write_qianniu(library).lost)[-1].startswith("「甲」「乙」: 编码和正文都相同")


def test_the_same_library_gives_the_same_bytes():
    library = library_of(reply(code="1"))

    assert write_qianniu(library) == write_qianniu(library)


@given(st.text(st.sampled_from("\"',;\t\n =亲a1&#;{}\0\u202e")))
@settings(max_examples=50)
def test_any_text_below_the_head_is_read_or_refused(text):
    with suppress(InvalidFileError):
        read(HEAD + text)


@given(libraries())
@settings(max_examples=50)
def test_code_body_and_group_come_back(library):
    unmarked = [t for t in library.templates if "&#" not in str(t)]
    found = read_back(write_qianniu(library_of(*unmarked)), read_qianniu)

    assert [(each.code, each.body, each.group) for each in found.replies] == [
        (code, body.rstrip("\n"), template.group)
        for template in unmarked
        for code, body in [
            (template.code, template.body),
            *(("", variant.body) for variant in template.tones),
        ]
    ]
    assert (found.skipped, found.lost) == ((), ())
