"""Marks stand on what matched, counted in code points: on no neighbour, and on nothing else."""

from itertools import combinations, permutations, product
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.pinyin import unify_u
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.template import ReplyTemplate

# Polyphones, zh/ch/sh, ü, syllables that run into each other; letters, digits, full width, one
# character that is two when compared, characters outside the BMP, spaces.
CHARACTERS = "退货重新长行绿女略曾经西安先质量xla17ＸＬ①ß㎏😊𠮷𩽾 "
CHINESE = "退货重新长行绿女略西安先质量𠮷"

BEYOND_THE_BMP = [
    ("退货", "😊😊退货", [(2, 4)]),
    ("th", "𠮷𠮷退货", [(2, 4)]),
    ("tuihuo", "退货𠮷😊", [(0, 2)]),
    ("退货", "退货😊退货😊", [(0, 2), (3, 5)]),
    ("退😊货", "😊退😊货", [(1, 4)]),
    ("t😊huo", "😊退😊货", [(1, 4)]),
    ("𠮷", "𠮷😊𠮷", [(0, 1), (2, 3)]),
    ("ji", "𠮷😊𠮷", [(0, 1), (2, 3)]),
    ("jj", "𠮷😊𠮷𠮷", [(2, 4)]),
    ("𠮷xiang", "😊𠮷祥", [(1, 3)]),
    ("ankang", "冰鲜𩽾𩾌鱼", [(2, 4)]),
    ("aky", "冰鲜𩽾𩾌鱼", [(2, 5)]),
    ("an康", "𩽾𩾌与安康", [(3, 5)]),
    ("cs", "𧒽测试", [(1, 3)]),
]
NEIGHBOURS = [
    ("ka", "卡号打开", ["卡", "开"]),
    ("nan", "难能可贵", ["难"]),
    ("an", "安南", ["安"]),
    ("er", "二人同行", ["二"]),
    ("fangan", "反感的方案", ["反感", "方案"]),
    ("xian", "先到西安", ["先", "西安"]),
    ("xian", "西安南站", ["西安"]),
    ("xianshi", "西安市内限时购", ["西安市", "限时"]),
    ("jine", "金额大于进额", ["金额", "进额"]),
    ("shier", "十二点前拾儿童", ["十二", "拾儿"]),
    ("th", "推荐退货", ["退货"]),
    ("tuihuo", "推荐换货，退货", ["退货"]),
    ("hh", "换货很快", ["换货"]),
    ("hh", "换货很火", ["换货很火"]),
    ("退", "退了又退", ["退", "退"]),
    ("退h", "退火退换货", ["退火退换"]),
    ("t货", "退火退货", ["退货"]),
    ("xl", "XL码想了", ["XL"]),
    ("15", "15天115件", ["15", "15"]),
    ("货 退", "退货", ["退货"]),
    ("退 退货", "退货退款", ["退货退"]),
]


@pytest.mark.parametrize(("query", "title", "spans"), BEYOND_THE_BMP)
def test_a_character_outside_the_bmp_is_one_place(index_of, query, title, spans):
    (hit,) = index_of(title).search(query, typos=False)
    assert hit.title_spans == tuple(spans)


@pytest.mark.parametrize(("query", "body", "spans"), BEYOND_THE_BMP)
def test_it_is_one_place_in_a_body_too(index_of, reply, query, body, spans):
    (hit,) = index_of(reply("a", title="😊", body=body + "。")).search(query, typos=False)
    assert (hit.body_spans, hit.title_spans) == (tuple(spans), ())


@pytest.mark.parametrize(("query", "title", "parts"), NEIGHBOURS)
def test_no_neighbour_is_marked(index_of, query, title, parts):
    (hit,) = index_of(title).search(query, typos=False)
    assert [title[start:end] for start, end in hit.title_spans] == parts


@pytest.mark.parametrize(
    ("typed", "title", "span"),
    [
        ("退或", "重新退货", (2, 4)),
        ("腿火", "😊退火与退单", (1, 3)),
        ("质亮", "重量与质量", (3, 5)),
        ("t或", "推迟退货", (2, 4)),
        ("吉祥", "𠮷祥如意", (0, 2)),
        ("退货", "包退貨", (1, 3)),
    ],
)
def test_a_word_of_the_same_sound_is_marked_where_it_stands(index_of, typed, title, span):
    (hit,) = index_of(title).search(typed)
    assert (hit.kind, hit.title_spans) == ("fuzzy", (span,))


@pytest.mark.parametrize("words", list(permutations(["tuihuo", "地址", "yf"])))
def test_words_in_any_order_mark_the_same(index_of, words):
    (hit,) = index_of("退货地址和运费说明").search(" ".join(words))
    assert hit.title_spans == ((0, 4), (5, 7))


@pytest.mark.parametrize(
    "query", ["tuihuo", "tui huo", "tui  huo", "t u i h u o", "tui\u3000huo", "tui\thuo", "tuihuo "]
)
def test_spaces_inside_a_pinyin_run_mark_the_same(index_of, query):
    (hit,) = index_of("怎么退货呢").search(query)
    assert (hit.kind, hit.title_spans) == ("pinyin", ((2, 4),))


@pytest.mark.parametrize("query", ["tui 货", "退  huo", "退\u3000h", "t   货", "退 货"])
def test_spaces_between_chinese_and_pinyin_mark_the_same(index_of, query):
    (hit,) = index_of("怎么退货呢").search(query)
    assert hit.title_spans == ((2, 4),)


def folded(text):
    """Return the letters that a text is compared by, each with its place."""
    return [
        (letter, place)
        for place, character in enumerate(text)
        for letter in normalize("NFKC", character).casefold()
        if not letter.isspace()
    ]


def spells(word, piece, readings):
    """Return whether all of ``word`` reads all of ``piece``, by trying everything."""
    if not word or not piece:
        return not word and not piece
    ways = {1} if word[0] == piece[0] else set()
    for reading in map(unify_u, readings.of(piece[0])):
        if len(piece) == 1 and reading.startswith(word):
            return True
        beginnings = {reading, reading[0]} | ({reading[:2]} & {"zh", "ch", "sh"})
        ways |= {len(each) for each in beginnings if word.startswith(each)}
    return any(spells(word[way:], piece[1:], readings) for way in ways)


def assert_marks_are_matches(hit, is_match):
    """Marks are inside their text, not empty, sorted and apart; each place is part of a match."""
    template = hit.template
    fields = [
        (template.title, hit.title_spans),
        (template.body, hit.body_spans),
        (template.code, hit.code_spans),
        (template.group, hit.group_spans),
        *zip(template.tags, hit.tag_spans, strict=True),
    ]
    for text, spans in fields:
        ends = [end for span in spans for end in span]
        assert ends == sorted(set(ends))
        assert all(0 <= end <= len(text) for end in ends)
        assert not unaccounted(text, spans, is_match)
    assert any(spans for _, spans in fields)


def unaccounted(text, spans, is_match):
    """Return the marked places that belong to no match whose every place is marked."""
    letters = folded(text)
    # A blank inside a match is marked with it, and is no part of it.
    marked = {p for span in spans for p in range(*span) if not text[p].isspace()}
    accounted = set()
    for start, end in combinations(range(len(letters) + 1), 2):
        places = {place for _, place in letters[start:end]}
        if places <= marked and is_match("".join(letter for letter, _ in letters[start:end])):
            accounted |= places
    return marked - accounted


@st.composite
def spelled_slices(draw, text, readings):
    """Spell a slice of ``text``: as written, in full, by initials, or in part at the end."""
    start = draw(st.integers(0, len(text) - 1))
    spelled = [
        draw(st.sampled_from([character, *ways_to_type(character, readings)]))
        for character in text[start : start + draw(st.integers(1, 5))]
    ]
    whole = "".join(spelled)
    return whole[: draw(st.integers(len(whole) - len(spelled[-1]) + 1, len(whole)))]


def ways_to_type(character, readings):
    for reading in readings.of(character):
        yield from (reading, reading.replace("v", "ü"), reading[0])


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_mark_is_an_occurrence_of_a_typed_word(readings, data):
    texts = data.draw(
        st.lists(st.text(CHARACTERS, min_size=1, max_size=12), min_size=5, max_size=5)
    )
    title, body, code, group, tag = texts
    template = ReplyTemplate("a", title, body, code=code, group=group, tags=("", tag))
    index = SearchIndex([template], readings, {})
    for text in texts:
        slices = data.draw(st.lists(spelled_slices(text, readings), min_size=1, max_size=2))
        typed = ["".join(letter for letter, _ in folded(w)) for w in " ".join(slices).split()]
        # Letters with spaces between them may be one word, and a text may hold the spaces too.
        words = {"".join(typed[a:b]) for a, b in combinations(range(len(typed) + 1), 2)}
        words |= {" ".join(typed), *map(unify_u, words)}
        (hit,) = index.search(" ".join(slices), typos=False)
        if words != {""}:
            assert_marks_are_matches(
                hit, lambda piece, words=words: any(spells(w, piece, readings) for w in words)
            )


def one_mistake_apart(typed, meant):
    """Return whether at most one letter was dropped, added, replaced, or two were swapped."""
    while typed and meant and typed[0] == meant[0]:
        typed, meant = typed[1:], meant[1:]
    while typed and meant and typed[-1] == meant[-1]:
        typed, meant = typed[:-1], meant[:-1]
    swapped = len(typed) == 2 and typed == meant[::-1]
    return swapped or (len(typed) < 2 and len(meant) < 2)


def is_mistyped(typed, piece, readings):
    ways = product(*(readings.of(character) for character in piece))
    return any(one_mistake_apart(unify_u(typed), unify_u("".join(way))) for way in ways)


@st.composite
def mistyped_slices(draw, text, readings):
    """Spell up to three characters of ``text`` in full, with a mistake after the first letter."""
    start = draw(st.integers(0, len(text) - 2))
    meant = "".join(readings.of(character)[0] for character in text[start : start + 3])
    place = draw(st.integers(1, len(meant) - 1))
    letter = draw(st.sampled_from(["", "a", "n", "g", "h"]))
    return meant[:place] + letter + meant[place + draw(st.integers(0, 1)) :]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_mark_behind_a_typing_mistake_is_one_mistake_away(readings, data):
    texts = data.draw(st.lists(st.text(CHINESE, min_size=2, max_size=8), min_size=3, max_size=3))
    index = SearchIndex([ReplyTemplate(str(n), t, "") for n, t in enumerate(texts)], readings, {})
    for text in texts:
        typed = data.draw(mistyped_slices(text, readings))
        for hit in index.search(typed):
            if hit.kind == "fuzzy":
                assert_marks_are_matches(
                    hit, lambda piece, typed=typed: is_mistyped(typed, piece, readings)
                )
