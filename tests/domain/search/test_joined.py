import pytest


@pytest.mark.parametrize(
    ("typed", "title", "spans"),
    [
        ("面膜过敏", "面膜用了过敏", ((0, 2), (4, 6))),
        ("过敏面膜", "面膜用了过敏", ((0, 2), (4, 6))),
        ("连衣裙显胖", "连衣裙上身显胖", ((0, 3), (5, 7))),
        ("618价保", "618大促价保", ((0, 3), (5, 7))),
        ("充电宝feiji", "充电宝能上飞机吗", ((0, 3), (5, 7))),
        ("mianmoguomin", "面膜用了过敏", ((0, 2), (4, 6))),
        ("lvsenvzhuang", "绿色的女装", ((0, 2), (3, 5))),
        ("面膜过敏 售后", "售后：面膜用了过敏", ((0, 2), (3, 5), (7, 9))),
    ],
)
def test_two_words_typed_as_one_are_found_apart(index_of, typed, title, spans):
    (hit,) = index_of(title, "面膜", "别的").search(typed)
    assert (hit.template.title, hit.title_spans) == (title, spans)
    assert hit.kind in ("literal", "pinyin")


def test_a_word_that_stands_as_it_was_typed_is_not_taken_apart(index_of):
    hits = index_of("面膜用了过敏", "面膜过敏").search("面膜过敏")
    assert [hit.template.title for hit in hits] == ["面膜过敏"]


@pytest.mark.parametrize("typed", ["膜过敏", "mianguo", "mianmog", "618过", "面条过m", "guomian"])
def test_single_characters_and_syllables_are_no_words_of_their_own(index_of, typed):
    hits = index_of("面条和膜多了618，过量敏感").search(typed)
    assert [hit for hit in hits if hit.kind != "relevance"] == []


def test_words_apart_come_before_typing_mistakes(index_of):
    hits = index_of("面模过敏", "面膜用了过敏").search("面膜过敏")
    assert [str(hit.kind) for hit in hits] == ["literal", "fuzzy"]


def test_a_number_is_one_word(index_of):
    assert index_of("满20减12元").search("2012") == []
