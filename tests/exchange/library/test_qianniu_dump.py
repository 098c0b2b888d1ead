from __future__ import annotations

import json

import pytest

from cs_desk.domain.errors import InvalidFileError
from cs_desk.exchange.library.qianniu import read_qianniu
from tests.exchange.library.tables import remarks, text_file, unheard


def read(*phrases, groups=({"id": 7, "name": "售后"},), **more):
    result = {"groups": list(groups), "list": list(phrases)}
    text = json.dumps({"api": "x", "data": {"result": result | more}}, ensure_ascii=False)
    return read_qianniu(text_file(text), unheard)


def test_a_phrase_finds_its_group():
    phrase = {
        "id": 1,
        "groupId": 7,
        "code": " th ",
        "content": "亲&#44;请寄回\r\n谢谢\n",
        "gmtCreate": 0,
    }

    (found,) = read(phrase).replies
    assert (found.code, found.body, found.group) == ("th", "亲,请寄回\n谢谢", "售后")
    assert str(found.where) == "data.result.list[0]"


@pytest.mark.parametrize(
    "phrase", [{"content": "亲"}, {"content": "亲", "groupId": 99, "code": None}]
)
def test_code_and_group_may_be_missing(phrase):
    (found,) = read(phrase).replies

    assert (found.code, found.group) == ("", "")


def test_pictures_are_told_to_be_lost():
    lost = read({"content": "亲", "picUrl": "u"}, {"content": "亲", "imageURL": "u"}).lost

    assert remarks(lost) == [f"data.result.list[{n}]: 图片没有导入" for n in (0, 1)]


def test_a_phrase_without_a_text_is_skipped():
    assert remarks(read({"content": " "}, {"code": "a"}).skipped) == [
        f"data.result.list[{n}]: 没有内容" for n in (0, 1)
    ]


@pytest.mark.parametrize(
    ("phrase", "told"), [({"content": 5}, "data.result.list.*类型不对"), (None, "类型不对")]
)
def test_json_of_another_shape_is_refused_with_its_place(phrase, told):
    with pytest.raises(InvalidFileError, match=told):
        read(phrase)


def test_json_that_was_cut_off_is_refused():
    with pytest.raises(InvalidFileError, match="不完整"):
        read_qianniu(text_file('{"data": {"result": {"list": [{"content": "亲'), unheard)
