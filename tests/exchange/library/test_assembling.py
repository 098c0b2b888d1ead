from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import CancelledError, InvalidFileError, Sentence
from cs_desk.domain.library.incoming import FileFormat, Remark
from cs_desk.domain.template import Placeholder, ToneVariant
from cs_desk.exchange.library.assembling import assembled
from cs_desk.exchange.library.csdesk import encode_library
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.limits import MAX_TEMPLATES

FLAT = frozenset({"code", "body", "group"})
WITH_TONES = frozenset({"title", "body", "group", "tone"})


def no_progress(done, total):
    pass


def reply(row, body="您好", **fields):
    return FoundReply(Sentence("第 %1 行", (str(row),)), body, **fields)


def incoming(*replies, carries=FLAT, progress=no_progress, **found):
    library = FoundLibrary(replies, carries, **found)
    return assembled(library, FileContent("话术.csv", b"", "", "gb18030"), FileFormat.CSV, progress)


def only(found):
    (template,) = found.library.templates
    return template


def told(remarks):
    return [(str(remark.where), str(remark.reason)) for remark in remarks]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("亲，您好。有什么可以帮您？", "亲，您好"),
        ("  在吗？在的", "在吗"),
        ("第一行\n第二行", "第一行"),
        ("！！好的", "！！好的"),
        ("话" * 30, "话" * 20),
        ("a\tb", "a b"),
        ("\n\n亲", "亲"),
    ],
)
def test_a_reply_without_a_title_gets_its_first_sentence(body, title):
    assert only(incoming(reply(1, body))).title == title


def test_a_title_of_the_file_stays():
    assert only(incoming(reply(1, "您好。", title=" 问候\n语 "))).title == "问候 语"


def test_a_body_is_kept_as_it_is():
    body = "  亲\t您好\n\n再见 \n"
    assert only(incoming(reply(1, body))).body == body


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (" \n\t", "正文是空的"),
        ("\x07\u202e", "正文是空的"),
        ("话" * 10_001, "正文有 10001 个字符，超过了上限 10000 个"),
        ("您\ud800好", "含有残缺的字符，只有半个代理对"),
    ],
    ids=lambda value: value[:5].encode("unicode_escape").decode(),
)
def test_what_is_no_reply_is_skipped_with_its_place(body, reason):
    found = incoming(reply(1), reply(2, body))
    assert told(found.skipped) == [("第 2 行", reason)]
    assert len(found.library.templates) == 1


@pytest.mark.parametrize(
    ("body", "clean", "reason"),
    [
        ("您\x00\x1b好\x7f", "您好", "含有看不见的控制字符，已去掉"),
        ("退\u202e款", "退款", "含有改变文字方向的隐藏字符，已去掉"),
    ],
)
def test_hidden_characters_are_left_out_and_told_of(body, clean, reason):
    found = incoming(reply(7, body))
    assert only(found).body == clean
    assert told(found.warnings) == [("第 7 行「正文」", reason)]


def test_hidden_characters_are_told_with_the_field_that_has_them():
    found = incoming(reply(7, "退\u202e款", title="退\u202e款", note="\x07"))
    where = [place for place, _ in told(found.warnings)]
    assert where == ["第 7 行「正文」", "第 7 行「标题」", "第 7 行「提示」"]


def test_line_ends_of_other_systems_are_no_control_characters():
    found = incoming(reply(1, "一\r\n二\r三"))
    assert (only(found).body, found.warnings) == ("一\n二\n三", ())


@pytest.mark.parametrize(
    ("fields", "kept", "reason"),
    [
        ({"title": "题" * 201}, ("title", "题" * 200), "标题超过 200 个字符，后面的部分没有保留"),
        ({"code": "c" * 201}, ("code", ""), "编码超过 200 个字符，没有保留"),
        ({"group": "组" * 201}, ("group", ""), "分组超过 200 个字符，没有保留"),
        ({"note": "注" * 10_001}, ("note", ""), "提示超过 10000 个字符，没有保留"),
        ({"tags": ("x", "标" * 201)}, ("tags", ("x",)), "标签超过 200 个字符，没有保留"),
        ({"code": "\ud800"}, ("code", ""), "编码含有残缺的字符，只有半个代理对，没有保留"),
        ({"note": "\ud800"}, ("note", ""), "提示含有残缺的字符，只有半个代理对，没有保留"),
    ],
    ids=lambda value: repr(value)[:12],
)
def test_what_a_field_cannot_hold_is_told_with_its_place(fields, kept, reason):
    found = incoming(reply(3, **fields))
    field, value = kept
    assert getattr(only(found), field) == value
    assert told(found.lost) == [("第 3 行", reason)]


def test_too_many_tags_are_told():
    found = incoming(reply(3, tags=tuple(map(str, range(201)))))
    assert len(only(found).tags) == 200
    assert told(found.lost) == [("第 3 行", "标签超过 200 个，后面的没有保留")]


@pytest.mark.parametrize(
    ("group", "path"),
    [(" 售后 / 退货 ", "售后/退货"), ("/售后//退货/", "售后/退货"), ("/", ""), ("a=>b", "a=>b")],
)
def test_a_path_of_headings_has_no_blank_parts(group, path):
    assert only(incoming(reply(1, group=group))).group == path


def test_the_second_holder_of_a_code_loses_it():
    found = incoming(reply(1, code="WL"), reply(2, "再会", code="wl"), reply(3, "谢谢"))
    assert [template.code for template in found.library.templates] == ["WL", "", ""]
    assert told(found.lost) == [("第 2 行", "编码「wl」已经给了第 1 行")]


def test_the_same_reply_is_taken_once():
    found = incoming(reply(1, code="a"), reply(2, code="a", group="别处"), reply(3))
    assert told(found.skipped) == [("第 2 行", "和第 1 行完全相同")]
    assert len(found.library.templates) == 2


def test_replies_that_the_file_itself_tells_apart_stay_two():
    found = incoming(reply(1, id="x"), reply(2, id="y"), carries=FLAT | {"id"})
    assert [template.id for template in found.library.templates] == ["x", "y"]
    assert found.keeps_ids


def test_an_identity_that_stands_twice_is_replaced():
    found = incoming(reply(1, id="x"), reply(2, "再会", id="x"))
    assert len({template.id for template in found.library.templates}) == 2
    assert told(found.lost) == [("第 2 行", "编号「x」前面已经有了，另给一个")]


def test_the_same_file_gives_the_same_library():
    rows = (reply(1, code="a"), reply(2, "再会"))
    assert incoming(*rows).library == incoming(*rows).library


def test_an_identity_follows_from_the_content_not_from_the_place():
    first, second = incoming(reply(1), reply(2, "再会")).library.templates
    assert [second, first] == [*incoming(reply(1, "再会"), reply(2)).library.templates]


def test_neighbours_in_several_tones_are_one_reply():
    rows = [
        reply(1, "亲好", title="问候", tone="亲切", code="wh"),
        reply(2, "您好", title="问候", tone="正式"),
        reply(3, "再会", title="再见", tone="正式"),
    ]
    found = incoming(*rows, carries=WITH_TONES)
    greeting, _ = found.library.templates
    assert (greeting.tone, greeting.code) == ("亲切", "wh")
    assert greeting.tones == (ToneVariant("正式", "您好"),)
    assert "tones" in found.carries


@pytest.mark.parametrize(
    "other",
    [
        {"tone": "亲切"},
        {"tone": ""},
        {"tone": "正式", "group": "别处"},
        {"tone": "正式", "code": "zs"},
        {"tone": "正式", "id": "2"},
        {"tone": "正式", "note": "别的"},
        {"tone": "正式", "tags": ("别的",)},
    ],
    ids=str,
)
def test_neighbours_that_differ_in_more_stay_two(other):
    first = reply(1, "亲好", title="问候", tone="亲切")
    found = incoming(first, reply(2, **{"title": "问候"} | other), carries=WITH_TONES)
    assert len(found.library.templates) == 2


def test_more_tones_than_a_reply_can_have_are_another_reply():
    rows = [reply(n, f"您好{n}", title="问候", tone=f"语气{n}") for n in range(22)]
    found = incoming(*rows, carries=WITH_TONES)
    assert [len(template.tones) for template in found.library.templates] == [20, 0]


def test_too_many_replies_are_refused():
    rows = [reply(1)] * (MAX_TEMPLATES + 1)
    with pytest.raises(InvalidFileError, match="超过 20000 条话术"):
        incoming(*rows)


def test_definitions_that_cannot_be_kept_are_told():
    good, bad = Placeholder("城\u202e市"), Placeholder("城{市", hint="x")
    found = incoming(reply(1), placeholders=(good, bad, good))
    assert found.library.placeholders == (Placeholder("城市"),)
    assert told(found.lost) == [("占位符「城{市」", "定义不合要求，没有保留，按普通文字填写")]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "市" * 201},
        {"default": "长" * 10_001},
        {"default": "\ud800"},
        {"hint": "长" * 10_001},
        {"choices": ("长" * 201,)},
        {"choices": tuple(map(str, range(201)))},
        {"max_length": 0},
        {"max_length": 10_001},
        {"extra": "[]"},
        {"extra": "{"},
    ],
    ids=lambda fields: ascii(fields)[:20],
)
def test_a_definition_beyond_the_limits_is_left_out(fields):
    found = incoming(reply(1), placeholders=(Placeholder(**{"name": "城市"} | fields),))
    assert found.library.placeholders == ()
    assert [str(remark.reason) for remark in found.lost] == [
        "定义不合要求，没有保留，按普通文字填写"
    ]


def test_a_definition_has_no_hidden_characters():
    hidden = Placeholder(
        "城\x07市", default="杭\x9f州", choices=("杭\x00州",), hint="一\r\n二", extra='{"x": 1}'
    )
    clean = Placeholder("城市", default="杭州", choices=("杭州",), hint="一\n二", extra='{"x": 1}')
    assert incoming(reply(1), placeholders=(hidden,)).library.placeholders == (clean,)


def test_what_the_reader_told_comes_first():
    remark = Remark(Sentence("第 %1 行", ("9",)), Sentence("没有正文"))
    found = incoming(reply(1, "\x07"), skipped=(remark,))
    assert told(found.skipped) == [("第 9 行", "没有正文"), ("第 1 行", "正文是空的")]


def test_the_library_is_called_like_its_file():
    found = incoming(reply(1))
    assert (found.library.name, found.format, found.encoding) == ("话术", FileFormat.CSV, "gb18030")


def test_reading_can_be_called_off():
    def call_off(done, total):
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        incoming(*(reply(row, str(row)) for row in range(500)), progress=call_off)


# Anything, half characters and controls too, and often the same.
texts = st.text(st.characters() | st.sampled_from("ab/\n\x00\u202e\ud800 {}"), max_size=6)
replies = st.builds(
    FoundReply,
    where=st.just(Sentence("第 1 行")),
    body=texts,
    title=texts,
    code=texts,
    group=texts,
    tags=st.lists(texts, max_size=2).map(tuple),
    note=texts,
    tone=texts,
    id=texts,
)
placeholders = st.builds(
    Placeholder, name=texts, default=st.none() | texts, hint=texts, extra=texts
)


@given(st.lists(replies, max_size=6), st.lists(placeholders, max_size=3))
@settings(max_examples=60)
def test_whatever_is_found_becomes_a_library_that_can_be_kept(found, defined):
    result = incoming(*found, carries=WITH_TONES, placeholders=tuple(defined))
    assert encode_library(result.library)
    assert len(result.library.templates) + len(result.skipped) <= len(found)


def test_a_repeated_code_stays_where_the_file_knows_identities():
    ids = [f"{number:08}-0000-4000-8000-000000000000" for number in (1, 2)]
    carries = FLAT | {"id"}
    replies = [reply(row, str(row), code="wl", id=ids[row - 1]) for row in (1, 2)]
    found = incoming(*replies, carries=carries)
    assert [each.code for each in found.library.templates] == ["wl", "wl"]
    assert found.lost == ()
    assert told(found.warnings) == [("第 2 行", "编码「wl」重复，第 1 行已经有了")]


def test_a_tone_that_comes_twice_is_told():
    rows = [("", "b"), ("安抚", "c"), ("安抚", "d")]
    found = incoming(
        *(reply(row, body, title="a", tone=tone) for row, (tone, body) in enumerate(rows, 1)),
        carries=WITH_TONES,
    )
    assert [each.tone for each in found.library.templates] == ["", "安抚"]
    assert told(found.lost) == [
        ("第 3 行", "「a」的语气「安抚」前面已经有了，这一行成了单独的话术")
    ]
