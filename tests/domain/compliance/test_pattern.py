import pytest

from cs_desk.domain.compliance.folding import FoldedText, Folds
from cs_desk.domain.compliance.pattern import PatternError, read_pattern

FOLDS = Folds()


def found(pattern, text):
    folded = FoldedText.of(text, FOLDS)
    places = (folded.span(*place) for place in read_pattern(pattern, FOLDS).places(folded))
    return [text[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("加微信", "加 薇-信，加微信", ["加 薇-信", "加微信"]),
        ("已[经|]备注", "已备注，已经备注", ["已备注", "已经备注"]),
        ("五星{0-2}返", "五星好评返，五星的好评返", ["五星好评返"]),
        ("赔#", "赔１００元，赔您", ["赔１００"]),
        ("qq#{5-12}", "qq12345 qq1234", ["qq12345"]),
        ("[返#|送]券", "返20券，送券，返券", ["返20券", "送券"]),
        ("保证{0-8}到", "保证不了。明天到，保证到", ["保证到"]),
        ("100%", "100%，2100%", ["100%"]),
        ("vx", "vx VX123 vxyz avx v-x", ["vx", "VX", "v-x"]),
        ("扣扣", "QQ 扣扣", ["QQ", "扣扣"]),
        ("c++", "c+ +", ["c+ +"]),
        ("a.c", "abc a.c", ["a.c"]),
    ],
)
def test_a_pattern_finds_what_it_describes(pattern, text, matches):
    assert found(pattern, text) == matches


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "，。",
        "#",
        "{0-4}",
        "[甲|]",
        "[#|乙]{0-2}",
        "[甲",
        "甲]",
        "甲|乙",
        "甲{4-0}",
        "甲{0-21}",
        "甲#{0-99}",
        "甲{a-b}",
        "[甲[乙]]",
        "甲{0-20}乙{0-20}丙{0-20}",
        "甲" * 101,
    ],
)
def test_a_pattern_that_means_nothing_or_takes_long_is_refused(pattern):
    with pytest.raises(PatternError):
        read_pattern(pattern, FOLDS)


@pytest.mark.parametrize("text", ["甲", "甲乙丙", "x甲乙", "甲1乙", "", "乙甲"])
@pytest.mark.parametrize("pattern", ["甲", "甲{0-1}乙", "[甲|乙]丙", "#乙", "甲[1|]乙"])
def test_a_text_without_a_key_does_not_hold_the_pattern(pattern, text):
    keys = read_pattern(pattern, FOLDS).keys
    assert any(key in text for key in keys) or not found(pattern, text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ　１２３", "abc123"),
        ("威信 徽信 薇信", "微信微信微信"),
        ("扣扣", "qq"),
        ("＋ ➕ ﹢", "+++"),
        ("①㎏½", "1kg12"),
        ("e\u0301\u200b\u202e", "e"),
        ("100％", "100%"),
    ],
)
def test_folding_takes_the_disguise_away(text, folded):
    assert FOLDS.fold(text) == folded
