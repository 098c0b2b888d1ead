import random

import pytest

from cs_desk.domain.library.text_likeness import alike_pairs, plain_text

LONG = "亲，您拍下的宝贝会在48小时内从杭州仓库发出，物流信息更新后我们第一时间告诉您"


def pairs(ours, theirs, may_pair=lambda _our, _their: True):
    return sorted(alike_pairs(ours, theirs, may_pair, lambda _done: None))


@pytest.mark.parametrize(
    ("text", "plain"),
    [("亲，好 的！", "亲好的"), ("OK\n是", "ok是"), ("！？", "！？"), (" 🙏 ", "🙏"), ("", "")],
)
def test_what_nobody_tells_replies_by_is_left_out(text, plain):
    assert plain_text(text) == plain


def test_a_reworded_text_finds_its_own_among_others():
    pick = random.Random(6)
    clauses = ["".join(pick.choices(LONG, k=8)) for _ in range(120)]
    ours = ["，".join(clauses[n : n + 6]) for n in range(0, 120, 6)]
    theirs = [text.replace(text[9:13], "改过了") for text in reversed(ours)]
    assert pairs(ours, theirs) == [(n, 19 - n) for n in range(20)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [([], [LONG]), ([LONG], []), ([""], [""]), (["好的"], ["好的"]), ([LONG], ["！" + LONG[:9]])],
)
def test_too_short_or_too_different_texts_are_no_pair(ours, theirs):
    assert pairs(ours, theirs) == []


def test_two_that_fit_equally_well_are_no_pair():
    assert pairs([LONG + "甲", LONG + "乙"], [LONG]) == []
    assert pairs([LONG], [LONG + "甲", LONG + "乙"]) == []


def test_the_better_one_of_two_is_the_pair():
    assert pairs([LONG + "甲乙丙丁", LONG + "甲"], [LONG]) == [(1, 0)]


def test_a_barred_pair_leaves_room_for_the_next_best():
    ours = [LONG + "甲", LONG + "甲乙丙丁"]
    assert pairs(ours, [LONG], lambda our, _their: our != 0) == [(1, 0)]


def test_long_texts_are_compared_by_both_ends():
    long = "，".join(f"第{n}句话各不相同" for n in range(900))
    assert pairs([long], [long.replace("第400句", "")]) == [(0, 0)]


def test_texts_of_which_every_part_is_everywhere_cost_nothing():
    looked_at = []
    many = ["亲，您好，在的，请讲，谢谢"] * 1_000
    assert not list(alike_pairs(many, many, lambda *_: bool(looked_at.append(1)), print))
    assert not looked_at
