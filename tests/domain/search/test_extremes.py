"""Emoji, pasted sentences, and queries and replies of no length or of far too much."""

import pytest

EMOJI = [
    ("👍", "好评👍🏻谢谢", "👍"),
    ("👍🏻", "好评👍🏻谢谢", "👍🏻"),
    ("👨‍👩‍👧", "全家👨‍👩‍👧装", "👨‍👩‍👧"),
    ("🇨🇳", "国货🇨🇳之光", "🇨🇳"),
    ("1️⃣", "第1️⃣步", "1️⃣"),
    ("❤", "爱您❤️", "❤️"),
    ("th😊", "退货😊", "退货😊"),
    ("😊th", "😊退货", "😊退货"),
    ("tui😊huo", "退😊货", "退😊货"),
    ("😊 退货", "退货流程😊", "退货😊"),
    ("退货 😊", "退货流程😊", "退货😊"),
]


@pytest.mark.parametrize(("query", "title", "part"), EMOJI)
def test_an_emoji_is_a_character_like_any_other(index_of, query, title, part):
    (hit,) = index_of(title).search(query)
    assert "".join(title[start:end] for start, end in hit.title_spans) == part


@pytest.mark.parametrize("query", ["😂", "😊😊", "退😊", "th😂", "👩"])
def test_no_emoji_stands_for_another(index_of, query):
    assert index_of("退货😊", "😊").search(query) == []


@pytest.fixture
def shop(index_of, reply):
    return index_of(
        reply("ship", title="发货时间", body="亲，下午四点前的订单当天发货哦😊"),
        reply("freight", title="运费谁出", body="质量问题由我们承担来回运费"),
        reply("invoice", title="开发票", body="确认收货后开电子发票"),
    )


@pytest.mark.parametrize(
    ("sentence", "best"),
    [
        ("老板😭我昨天买的裙子\n订单号 3021998877665544 什么时候能发货呀", "ship"),
        ("【买家】：你好！！！质量有问题的话，来回运费是谁承担呢？？？", "freight"),
        ("kaifapiao怎么弄啊，我要报销的，电子发票可以吗", "invoice"),
        ("“确认收货以后，电子的发票在哪里看”", "invoice"),
        ("发货时间是什么时候啊？" * 4_000, "ship"),
    ],
)
def test_a_pasted_sentence_finds_the_reply_it_is_about(shop, sentence, best):
    assert shop.search(sentence)[0].template.id == best


def test_a_pasted_reply_finds_itself_without_its_punctuation(shop):
    hit = shop.search("亲！下午四点前的订单、当天发货哦😊~")[0]
    assert (hit.template.id, hit.kind) == ("ship", "literal")


HUGE = [
    "x" * 50_000,
    "zhchsh" * 8_333,
    "xianxianxi" * 5_000,
    "7" * 50_000,
    "hang zhang " * 4_545,
    "行长" * 25_000,
    "退货\n" * 16_666,
    "t货" * 25_000,
    "，。！" * 16_666,
    ".*+?(" * 10_000,
    "e\u0301" * 25_000,
    "👨‍👩‍👧" * 10_000,
]


@pytest.mark.parametrize(
    "query", HUGE, ids=lambda query: query[:6].encode("unicode_escape").decode()
)
def test_whatever_is_pasted_is_answered(shop, query):
    assert len(query) > 49_000
    assert len(shop.search(query)) <= 3


@pytest.mark.parametrize("query", ["尾巴", "weiba", "wb", "weib", "尾b"])
def test_the_end_of_a_huge_reply_is_found_and_marked(index_of, reply, query):
    index = index_of(reply("a", title="长", body="😊" + "亲，请稍等。" * 8_333 + "尾巴"))
    (hit,) = index.search(query)
    assert hit.body_spans == ((49_999, 50_001),)


@pytest.mark.parametrize("query", ["", " ", "退", "th", "退货在哪里办理呀", "x"])
def test_replies_without_a_word_harm_nobody(index_of, reply, query):
    index = index_of(reply("empty"), reply("th", title="退货"), reply("none", tags=("", " ")))
    assert [hit.template.id for hit in index.search(query) if hit.title_spans] in ([], ["th"])


@pytest.mark.parametrize("limit", [0, 1, 2])
@pytest.mark.parametrize("query", ["", "退货", "th", "tuihou", "退货在哪里办理呀"])
def test_no_limit_is_exceeded_by_any_kind_of_query(index_of, query, limit):
    assert len(index_of("退货", "退货了", "退货呀").search(query, limit=limit)) == limit
