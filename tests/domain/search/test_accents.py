"""Pinyin typed as it is spoken at home: zh as z, ng as n, n as l, f as h.

PinIn (github.com/Towdium/PinIn) calls it fuzzy spelling and lets its user switch seven accents on:
zh z, ch c, sh s, ang an, eng en, ing in, u v. Here an accent is a typing mistake like any other:
one of them is forgiven in four letters or more, behind what is spelled as the dictionary has it.
"""

import pytest

PININ_ACCENTS = [
    ("zidao", "知道"),
    ("guanzu", "关注"),
    ("zhaici", "再次"),
    ("zhiding", "字定"),
    ("cima", "尺码"),
    ("cangdu", "长度"),
    ("canpin", "产品"),
    ("chuowu", "错误"),
    ("soudao", "收到"),
    ("sangpin", "商品"),
    ("shecha", "色差"),
    ("shantian", "三天"),
    ("fanxin", "放心"),
    ("sangdian", "三点"),
    ("fenmian", "封面"),
    ("nentui", "能退"),
    ("shengtou", "甚透"),
    ("pintai", "平台"),
    ("qinkuang", "情况"),
    ("jingdian", "进店"),
]
OTHER_ACCENTS = [
    ("nanse", "蓝色"),
    ("niuyan", "留言"),
    ("liurou", "牛肉"),
    ("lanzhuang", "男装"),
    ("hahuo", "发货"),
    ("fuifu", "回复"),
    ("longyi", "容易"),
    ("tinguo", "听过"),
    ("cima biao", "尺码表"),
]


@pytest.mark.parametrize(("typed", "title"), PININ_ACCENTS + OTHER_ACCENTS)
def test_an_accent_in_one_syllable_is_forgiven(index_of, typed, title):
    (hit,) = index_of(title, "龘").search(typed)
    assert (hit.kind, hit.title_spans) == ("fuzzy", ((0, len(title)),))


def test_an_accent_comes_after_what_is_spelled_so(index_of):
    hits = index_of("知道", "自导").search("zidao")
    assert [(hit.template.title, hit.kind) for hit in hits] == [
        ("自导", "pinyin"),
        ("知道", "fuzzy"),
    ]


@pytest.mark.parametrize(
    ("typed", "title"),
    [("zd", "知道"), ("cd", "长度"), ("s", "是"), ("reqin", "热情"), ("nanzhuan", "男装")],
)
def test_the_beginning_of_a_sound_is_no_accent(index_of, typed, title):
    """PinIn since 1.2: z stands for zh as well; and in may become ing."""
    (hit,) = index_of(title, "龘").search(typed)
    assert (hit.kind, hit.title_spans) == ("pinyin", ((0, len(title)),))


@pytest.mark.parametrize("typed", ["si", "su", "zhe", "sou", "nan"])
def test_in_three_letters_an_accent_would_find_too_much(index_of, typed):
    assert index_of("是", "书", "责", "手", "兰").search(typed) == []
