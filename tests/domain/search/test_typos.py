from itertools import pairwise
from string import ascii_lowercase

import pytest

from cs_desk.domain.search.alphabet import Alphabet
from cs_desk.domain.search.spelling import Element
from cs_desk.domain.search.typos import typo_cuts


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("tuihou", "退货"),  # swapped
        ("tiuhuo", "退货"),
        ("tuhiuo", "退货"),  # swapped across the syllables
        ("tuiuo", "退货"),  # dropped
        ("uihuo", "退货"),
        ("tuihuuo", "退货"),  # doubled
        ("tuihup", "退货"),  # the next key
        ("ruihuo", "退货"),
        ("kuadi", "快递"),
        ("kuaidii", "快递"),
        ("zhilaing", "质量"),
        ("ziliang", "质量"),
        ("zhiliangw", "质量"),
        ("nvzuang", "女装"),
        ("lvsw", "绿色"),
        ("fahou", "发货"),
        ("zhaung", "装"),
    ],
)
def test_one_typing_mistake_in_four_letters_or_more_is_forgiven(index_of, typed, title):
    hits = index_of(title, "别的").search(typed)
    assert [(hit.template.title, str(hit.kind)) for hit in hits] == [(title, "fuzzy")]
    assert hits[0].title_spans == ((0, len(title)),)


@pytest.mark.parametrize("typed", ["tho", "uih", "tuohou", "tuuihuuo", "xxxxxxxx", "tuihou1"])
def test_short_words_and_two_mistakes_are_not(index_of, typed):
    assert index_of("退货").search(typed) == []


def test_a_typo_leads_to_no_short_lone_syllable(index_of):
    assert index_of("腿").search("tuih") == []


@pytest.mark.parametrize("typed", ["退或", "推货", "腿火", "重心", "种新"])
def test_a_word_written_with_the_wrong_characters_is_found_by_its_sound(index_of, typed):
    (hit,) = index_of("重新退货").search(typed)
    assert hit.kind == "fuzzy"
    assert hit.title_spans


def test_one_mistyped_word_among_others_is_forgiven(index_of):
    (hit,) = index_of("退货的地址", "退货").search("tuihou 地址")
    assert (hit.template.title, hit.kind) == ("退货的地址", "fuzzy")


def test_typos_come_after_honest_hits_and_only_when_those_are_few(index_of):
    few = index_of("退货", "推后").search("tuihou")
    assert [str(hit.kind) for hit in few] == ["pinyin", "fuzzy"]
    many = index_of("退货", *(f"推后{n}" for n in range(5))).search("tuihou")
    assert {str(hit.kind) for hit in many} == {"pinyin"}


def test_typos_can_be_left_for_later(index_of):
    assert index_of("退货").search("tuihou", typos=False) == []


def one_edit_from(word):
    """Every other word that a mistake may have made ``word`` of, the slow and simple way."""
    cut = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    dropped = {a + b[1:] for a, b in cut if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cut if len(b) > 1}
    other = {a + letter + rest for a, b in cut for letter in ascii_lowercase for rest in {b, b[1:]}}
    return (dropped | swapped | other) - {word}


def splits(word, syllables):
    if not word:
        return [()]
    return [
        (word[:end], *rest)
        for end in range(1, len(word) + 1)
        if word[:end] in syllables
        for rest in splits(word[end:], syllables)
    ]


@pytest.mark.parametrize(
    "typed", ["tuhiuo", "kuadi", "zhuang", "fahup", "hnuan", "cahpin", "ziliaj"]
)
def test_the_words_meant_are_all_one_edit_away_and_none_is_missed(readings, typed):
    alphabet = Alphabet(readings)
    is_sound = bool(splits(typed, alphabet.syllables))
    meant = {
        syllables
        for word in one_edit_from(typed)
        if not (is_sound and word[1:] == typed)
        for syllables in splits(word, alphabet.syllables)
        if len(syllables) > 1
    }
    # All of them would be more than the search tries: let only some syllables stand together.
    joints = {
        (alphabet.spelled(a), alphabet.spelled(b))
        for word in sorted(meant)[::3]
        for a, b in pairwise(word)
    }
    wanted = {
        tuple(Element(alphabet.spelled(syllable)) for syllable in word)
        for word in meant
        if all((alphabet.spelled(a), alphabet.spelled(b)) in joints for a, b in pairwise(word))
    }
    found = typo_cuts(typed, alphabet, lambda first, second: (first, second) in joints)
    assert wanted
    assert set(found) == wanted
