import pytest


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
