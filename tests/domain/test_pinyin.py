from pathlib import Path

import pytest

from cs_desk.domain.pinyin import Readings, unify_u

TABLE = Path(__file__).parents[2] / "resources" / "pinyin" / "readings.txt"


@pytest.fixture(scope="module")
def readings():
    return Readings.from_bytes(TABLE.read_bytes())


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("退", {"tui"}),
        ("重", {"zhong", "chong"}),
        ("长", {"chang", "zhang"}),
        ("行", {"xing", "hang"}),
        ("还", {"hai", "huan"}),
        ("乐", {"le", "yue"}),
        ("都", {"dou", "du"}),
        ("差", {"cha", "chai", "ci"}),
        ("薄", {"bo", "bao"}),
        ("色", {"se", "shai"}),
        ("绿", {"lv", "lu"}),
        ("女", {"nv"}),
        ("略", {"lve"}),
        ("嗯", {"en"}),
        ("㐀", {"qiu"}),
        ("𠮷", {"ji"}),
        ("𥻗", {"cha"}),
    ],
)
def test_the_table_knows_every_common_reading(readings, character, expected):
    assert set(readings.of(character)) == expected


@pytest.mark.parametrize("character", ["a", "1", "，", "😊", " ", "の"])
def test_what_is_no_chinese_character_has_no_reading(readings, character):
    assert readings.of(character) == ()


def test_every_reading_is_typed_in_plain_letters(readings):
    spelled = {reading for each in readings.by_character.values() for reading in each}
    assert all(reading.isascii() and reading.islower() for reading in spelled)
    assert spelled.isdisjoint({"m", "n", "ng", "hm", "hng"})


def test_a_written_table_reads_back_the_same():
    table = Readings({"退": ("tui",), "重": ("zhong", "chong"), "种": ("zhong", "chong")})
    assert Readings.from_bytes(table.to_bytes()).by_character == table.by_character


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"tui", b"tai"),
        lambda data: b"readings 2" + data[10:],
        lambda data: b"\xff\xfe" + data,
    ],
)
def test_a_damaged_table_is_refused(damage):
    data = Readings({"退": ("tui",)}).to_bytes()
    with pytest.raises(ValueError, match="damaged"):
        Readings.from_bytes(damage(data))


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("lv", "lu"),
        ("lü", "lu"),
        ("lve", "lue"),
        ("nvzhuang", "nuzhuang"),
        ("xvyao", "xuyao"),
        ("yvjia", "yujia"),
        ("tv", "tv"),
        ("v", "v"),
    ],
)
def test_v_and_u_are_one_letter_where_only_one_is_possible(typed, same):
    assert unify_u(typed) == same
