"""What nobody types or nobody sees does not matter: blanks, accents, invisible characters."""

import pytest


def spans(hits):
    return [hit.title_spans for hit in hits]


@pytest.mark.parametrize(
    ("query", "title", "span"),
    [
        ("iphone15", "iPhone 15 壳", (0, 9)),
        ("iphone15ke", "iPhone 15 壳", (0, 11)),
        ("满200减20", "满 200 减 20 元", (0, 10)),
        ("man200", "满 200 减 20 元", (0, 5)),
        ("7tian", "7 天无理由", (0, 3)),
        ("tuihuo", "退 货", (0, 3)),
        ("th", "我要 退   货", (3, 8)),
    ],
)
def test_a_text_is_found_through_its_spaces(index_of, query, title, span):
    assert spans(index_of(title).search(query)) == [(span,)]


@pytest.mark.parametrize("query", ["café", "cafe\u0301", "cafe\u0301券", "cafequan"])
def test_a_text_with_combining_marks_is_found(index_of, query):
    """pinyin-match 1.2.7 compares normalized text; so a title pasted from itself is found."""
    assert spans(index_of("cafe\u0301券").search(query))


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("❤️", "爱您❤"),
        ("退货\u200b", "退货"),
        ("\ufeff退货", "退货"),
        ("退货", "退\u200b货"),
        ("th", "退\u200b货"),
    ],
)
def test_invisible_characters_do_not_matter(index_of, query, title):
    """Web pages and chat windows leave them in what is copied; emoji panels add U+FE0F."""
    assert spans(index_of(title).search(query))


@pytest.mark.parametrize(("query", "title"), [("xi'an", "西安仓"), ("xi’an", "西安仓")])
def test_syllables_may_be_told_apart_by_an_apostrophe(index_of, query, title):
    """Every input method reads ``xi'an`` so."""
    assert spans(index_of(title).search(query)) == [((0, 2),)]
