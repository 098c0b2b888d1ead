import pytest

from cs_desk.domain.search.alphabet import Alphabet
from cs_desk.domain.search.query import plain_term
from cs_desk.domain.search.relevance import relevance


@pytest.fixture
def shop(index_of, reply):
    return index_of(
        reply("greeting", title="进店问候", body="亲，您好，欢迎光临，有什么可以帮您的吗"),
        reply("colour", title="色差说明", tags=("颜色不一样", "图片"), body="图片是实物拍摄"),
        reply("lost", title="显示签收没收到", group="物流", body="请问家人或驿站有没有代收"),
        reply("slow", title="物流不更新", group="物流", body="快递暂时没有更新，已经帮您催了"),
        reply("refund", title="退款什么时候到账", group="售后", body="按原路退还，一般1-3天到账"),
        reply("size", title="尺码推荐", body="请告诉我身高体重，帮您推荐尺码"),
    )


@pytest.mark.parametrize(
    ("sentence", "best"),
    [
        ("衣服颜色跟图片不一样能退吗", "colour"),
        ("快递显示签收了但是我没有收到啊", "lost"),
        ("我的快递好几天没有更新了", "slow"),
        ("钱什么时候能退到我账上？", "refund"),
        ("我身高165体重100斤穿什么尺码", "size"),
        ("请问，尺码怎么选呢？麻烦推荐一下！", "size"),
    ],
)
def test_a_buyers_sentence_finds_the_reply_that_shares_most_with_it(shop, sentence, best):
    hit = shop.search(sentence)[0]
    assert (hit.template.id, hit.kind) == (best, "relevance")


def test_what_is_shared_is_marked(shop):
    hit = shop.search("衣服颜色跟图片不一样能退吗")[0]
    assert hit.tag_spans == (((0, 5),), ((0, 2),))
    assert hit.body_spans == ((0, 2),)
    assert hit.field == "title"


def test_scores_fall_strictly(shop):
    scores = [hit.score for hit in shop.search("快递没有收到能退款吗")]
    assert len(scores) > 1
    assert scores == sorted(set(scores), reverse=True)


def test_a_sentence_that_a_reply_holds_is_no_matter_of_relevance(shop):
    (hit,) = shop.search("请问家人或驿站有没有代收")
    assert (hit.template.id, hit.kind) == ("lost", "literal")


@pytest.mark.parametrize("query", ["颜色跟图片", "abcdefghijk", "衣服图片"])
def test_a_short_query_without_a_hit_stays_without_one(shop, query):
    assert shop.search(query) == []


def test_a_sentence_that_shares_nothing_finds_nothing(shop):
    assert shop.search("龘龘龘龘龘龘龘") == []


def test_words_of_grammar_alone_share_nothing(index_of):
    assert index_of("这就是您的了").search("龘龘龘龘龘龘龘就是您的") == []


def test_what_is_rare_in_the_library_weighs_more(index_of):
    index = index_of("快递慢", "快递贵", "快递远", "破损了")
    hits = index.search("快递破损龘龘龘龘")
    assert hits[0].template.title == "破损了"


def test_replies_that_share_only_a_little_are_left_out(index_of, reply):
    index = index_of(reply("much", title="颜色不一样"), reply("little", body="一样的话"))
    hits = index.search("衣服颜色跟图片颜色不一样能退吗")
    assert [hit.template.id for hit in hits] == ["much"]


def test_a_group_limits_the_answers(shop):
    found = shop.search("快递没有收到能退款吗", group="售后")
    assert [hit.template.id for hit in found] == ["refund"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("我的裤子洗一次就褪色了", "掉色怎么办"),
        ("来回的路费到底算谁的呢", "运费说明"),
        ("啥时候能把我的东西寄走", "发货时间"),
        ("叫你们领导出来说清楚吧", "转主管"),
    ],
)
def test_a_matter_is_found_by_its_other_names(index_of, sentence, title):
    index = index_of("色号推荐", "费用明细", title)
    assert index.search(sentence)[0].template.title == title


def test_courtesies_say_nothing_of_the_matter(index_of):
    index = index_of("谢谢光临", "麻烦等一下", "单号查询")
    assert index.search("您好麻烦把单号给我一下谢谢")[0].template.title == "单号查询"


def test_nothing_but_courtesies_is_the_matter_itself(index_of):
    hits = index_of("谢谢光临", "单号查询").search("好的麻烦您了谢谢")
    assert [hit.template.title for hit in hits] == ["谢谢光临"]


def result_of(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_common_pieces_are_not_looked_for_once_rare_ones_took_long_enough(readings):
    alphabet = Alphabet(readings)
    places = {"甲乙": 3, "丙丁": 5000, "戊己": 6000}
    terms = [plain_term(word, alphabet) for word in reversed(places)]
    looked_for = []

    def holding(term, zone, most):
        looked_for.append(term.word)
        return [7]

    weights = result_of(relevance(terms, lambda term, zone: places[term.word], holding, 20_000))
    assert list(dict.fromkeys(looked_for)) == ["甲乙", "丙丁"]
    assert weights.keys() == {7}


def test_single_characters_are_marked_only_where_no_word_says_why(index_of, reply):
    index = index_of(
        reply("word", title="褪色处理", body="色差一点点"), reply("lone", title="色号表")
    )
    by_id = {hit.template.id: hit for hit in index.search("衣服洗了一次就褪色了")}
    assert (by_id["word"].title_spans, by_id["word"].body_spans) == (((0, 2),), ())
    assert by_id["lone"].title_spans == ((0, 1),)
