"""Every reading of every character that has several, alone and beside a neighbour."""

from collections import defaultdict

import pytest

from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.template import ReplyTemplate

# How the title is made of the polyphone, what is typed, and where it has to be marked.
SHAPES = [
    ("{}", "{}", (0, 1)),
    ("{}退", "{}tui", (0, 2)),
    ("{}退", "{}退", (0, 2)),
    ("退{}", "tui{}", (0, 2)),
    ("退{}", "t{}", (0, 2)),
    ("退{}", "退{}", (0, 2)),
    ("7{}", "7{}", (0, 2)),
    ("😊{}", "{}", (1, 2)),
]


@pytest.fixture(scope="module")
def polyphones(readings):
    """Return the polyphones that have each reading."""
    by_reading = defaultdict(list)
    for character, known in readings.by_character.items():
        for reading in known if len(known) > 1 else ():
            by_reading[reading].append(character)
    return by_reading


@pytest.fixture(scope="module")
def index(readings, polyphones):
    characters = {each for those in polyphones.values() for each in those}
    titles = {title.format(each) for title, _, _ in SHAPES for each in characters}
    return SearchIndex([ReplyTemplate(each, each, "") for each in sorted(titles)], readings, {})


def spellings(reading):
    """A reading with ü is typed with v, u or ü."""
    return {reading, reading.replace("v", "u"), reading.replace("v", "ü")}


@pytest.mark.parametrize(("title", "typed", "span"), SHAPES)
def test_every_reading_finds_and_marks_its_characters(index, polyphones, title, typed, span):
    assert len(polyphones) > 250
    for reading, characters in polyphones.items():
        wanted = {title.format(each) for each in characters}
        for query in (typed.format(spelled) for spelled in spellings(reading)):
            hits = index.search(query, among=wanted, limit=len(wanted), typos=False)
            assert {hit.template.id for hit in hits if hit.title_spans == (span,)} == wanted, query


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("重行长", "zhonghangchang"),
        ("重行长", "chongxingzhang"),
        ("重行长", "zxz"),
        ("重行长", "chongh长"),
        ("重行长", "重xingzh"),
        ("还没长大", "haimeizhangda"),
        ("还没长大", "huanmochangda"),
        ("还没长大", "hmch大"),
        ("都乐薄", "douyuebao"),
        ("都乐薄", "dulebo"),
        ("都乐薄", "dyb"),
    ],
)
def test_polyphones_side_by_side_may_be_read_in_any_combination(index_of, title, query):
    (hit,) = index_of(title).search(query, typos=False)
    assert hit.title_spans == ((0, len(title)),)


@pytest.mark.parametrize("query", ["hangzhangzhonghuanledu", "xingchangchonghaiyuedou", "xzchhyd"])
def test_a_long_text_of_polyphones_is_read_at_once(index_of, query):
    (hit,) = index_of("行长重还乐都" * 500).search(query)
    assert hit.title_spans == ((0, 3000),)


def test_a_city_is_found_by_its_own_reading(index_of):
    """pinyin-pro since 3.16.7: 六安 is Lu'an."""
    assert [hit.title_spans for hit in index_of("六安仓").search("luan", typos=False)] == [
        ((0, 2),)
    ]
