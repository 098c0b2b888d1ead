from pathlib import Path

import pytest

from benchmarks.search_oracle import Oracle
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.template import ReplyTemplate

TABLE = Path(__file__).parents[2] / "resources" / "pinyin" / "readings.txt"


@pytest.fixture(scope="module")
def oracle():
    return Oracle(Readings.from_bytes(TABLE.read_bytes()))


@pytest.mark.parametrize(
    "word", ["退货", "货地", "th", "thdz", "tuihuo", "tuih", "tui货", "退huo", "hdizh", "di"]
)
def test_it_reads_characters_readings_initials_and_beginnings(oracle, word):
    assert oracle.stands_in(word, "请看退货地址")


@pytest.mark.parametrize("word", ["货退", "uihuo", "tuhuo", "thh", "地址簿", "zhi。"])
def test_it_reads_nothing_else(oracle, word):
    assert not oracle.stands_in(word, "请看退货地址")


@pytest.mark.parametrize("word", ["cq", "chqing", "zhongqing", "chongq"])
def test_it_reads_a_character_in_every_way(oracle, word):
    assert oracle.stands_in(word, "重庆")


@pytest.mark.parametrize("word", ["lv", "lu", "lvse", "绿"])
def test_it_takes_v_for_u(oracle, word):
    assert oracle.stands_in(word, "绿色")


@pytest.mark.parametrize("word", ["题", "文b", "CODE7", "标签", "分组", "ti"])
def test_it_looks_into_every_field(oracle, word):
    fields = {"title": "题", "body": "文B", "code": "code7", "tags": ("标签",), "group": "分组"}
    assert oracle.finds(word, ReplyTemplate("1", **fields))
