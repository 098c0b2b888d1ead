"""What finds what: a query, a title, and the part of the title that it stands for."""

import pytest

from cs_desk.domain.template import ToneVariant

LITERAL = [
    ("退货", "七天退货", "退货"),
    ("xl码", "XL码断货", "XL码"),
    ("XL码", "ｘｌ码断货", "ｘｌ码"),
    ("ｉｐｈｏｎｅ", "iPhone壳", "iPhone"),
    ("（包邮）", "满99(包邮)", "(包邮)"),
    ("ss", "Straße", "ß"),
    ("strasse", "Straße 8号", "Straße"),
    ("fi", "ﬁt码", "ﬁ"),
    ("t码", "ﬁt码", "t码"),
    ("i", "ﬁt", "ﬁ"),
    ("𠮷", "𠮷祥如意", "𠮷"),
    ("如意", "😊𠮷祥如意", "如意"),
    ("😊", "收到啦😊", "😊"),
    ("❤️", "爱您❤️", "❤️"),
    ("15", "iPhone15壳", "15"),
    ("7天", "7天无理由", "7天"),
    ("3-4", "预计3-4天", "3-4"),
    ("{城市}", "到{城市}", "{城市}"),
    ("退货 ", "退货", "退货"),
    ("\t退货\n", "退货", "退货"),
    ("退\x00货", "退 货", "退 货"),
    ("iphone 壳", "iPhone 壳", "iPhone 壳"),
]
PINYIN = [
    ("th", "怎么退货", "退货"),
    ("tuihuo", "怎么退货", "退货"),
    ("TUIHUO", "怎么退货", "退货"),
    ("tuih", "怎么退货", "退货"),
    ("tuihu", "怎么退货", "退货"),
    ("tui货", "怎么退货", "退货"),
    ("退huo", "怎么退货", "退货"),
    ("退h", "怎么退货", "退货"),
    ("t货", "怎么退货", "退货"),
    ("thuo", "怎么退货", "退货"),
    ("tui huo", "怎么退货", "退货"),
    ("t h", "怎么退货", "退货"),
    ("zhl", "质量", "质量"),
    ("zl", "质量", "质量"),
    ("zhiliang", "质量", "质量"),
    ("chm", "尺码", "尺码"),
    ("shh", "收货", "收货"),
    ("sh", "收到", "收"),
    ("xian", "西安", "西安"),
    ("xi an", "西安", "西安"),
    ("xian", "限时", "限"),
    ("fangan", "处理方案", "方案"),
    ("xl码", "想了码", "想了码"),
    ("iphoneke", "iPhone壳", "iPhone壳"),
    ("iphonek", "iPhone壳", "iPhone壳"),
    ("xlma", "XL码", "XL码"),
    ("7tian", "7天无理由", "7天"),
    ("chongxin", "重新发货", "重新"),
    ("zhongliang", "重量", "重量"),
    ("changdu", "长度", "长度"),
    ("zhangda", "长大", "长大"),
    ("yinhang", "银行卡", "银行"),
    ("xingli", "行李箱", "行李"),
    ("huankuan", "还款", "还款"),
    ("haiyou", "还有货吗", "还有"),
    ("chongxing", "重行", "重行"),
    ("lvse", "绿色", "绿色"),
    ("luse", "绿色", "绿色"),
    ("lüse", "绿色", "绿色"),
    ("lu\u0308se", "绿色", "绿色"),
    ("nvzhuang", "女装", "女装"),
    ("nüzhuang", "女装", "女装"),
    ("nuzhuang", "女装", "女装"),
    ("hulve", "忽略", "忽略"),
    ("hulue", "忽略", "忽略"),
    ("hulüe", "忽略", "忽略"),
    ("xvyao", "需要", "需要"),
    ("jixiang", "𠮷祥", "𠮷祥"),
    ("th", "😊𠮷退货", "退货"),
    ("h货", "很火货", "火货"),
    ("en", "嗯", "嗯"),
]
MISSES = [
    ("engjing", "曾经"),
    ("uihuo", "推销会火"),
    ("tuhuo", "推销"),
    ("hang", "长"),
    ("tuihuo", "退了货"),
    ("退货", "退了货"),
    ("龘龘", "退货"),
    ("wwww", "退货"),
    ("tu货", "退货"),
    ("ian", "西安"),
    ("退货 换", "退货"),
    ("😊😊", "收到😊"),
    ("'; --", "退货"),
    (".*", "退货"),
    ("[退货]", "退货"),
]


@pytest.mark.parametrize(("query", "title", "part"), LITERAL)
def test_text_is_found_as_written_whatever_its_case_and_width(index_of, query, title, part):
    (hit,) = index_of(title).search(query, typos=False)
    assert hit.kind == "literal"
    assert [title[start:end] for start, end in hit.title_spans] == [part]


@pytest.mark.parametrize(("query", "title", "part"), PINYIN)
def test_pinyin_is_found_and_marked_where_it_stands(index_of, query, title, part):
    (hit,) = index_of(title).search(query, typos=False)
    assert hit.kind == "pinyin"
    assert "".join(title[start:end] for start, end in hit.title_spans) == part


@pytest.mark.parametrize(("query", "title"), MISSES)
def test_what_is_not_there_is_not_found(index_of, query, title):
    assert index_of(title).search(query, typos=False) == []


@pytest.mark.parametrize("query", ["engjing", "angdu", "龘龘", "wwww", "abc"])
def test_no_typo_leads_into_the_middle_of_a_syllable(index_of, query):
    assert index_of("曾经", "长度").search(query) == []


@pytest.mark.parametrize("query", ["退货 地址", "地址 退货", "th dz", "地址 tui", "tuihuo 址"])
def test_several_words_match_in_any_order(index_of, query):
    assert [hit.template.title for hit in index_of("退货的地址", "退货").search(query)] == [
        "退货的地址"
    ]


def test_words_may_be_spread_over_all_fields(index_of, reply):
    spread = reply("a", title="退货", code="wl1", group="物流", tags=("运费",), body="寄到仓库")
    index = index_of(spread, reply("b", title="退货"))
    (hit,) = index.search("th wl1 物流 yunfei 仓库")
    assert hit.template.id == "a"
    assert (hit.title_spans, hit.code_spans, hit.group_spans) == (((0, 2),), ((0, 3),), ((0, 2),))
    assert (hit.tag_spans, hit.body_spans) == ((((0, 2),),), ((2, 4),))


def test_a_tag_is_marked_in_its_own_place(index_of, reply):
    index = index_of(reply("a", tags=("", "ﬁx", "退货"), group="售后/退货"))
    (hit,) = index.search("tuihuo")
    assert hit.tag_spans == ((), (), ((0, 2),))
    assert hit.group_spans == ((3, 5),)


def test_a_match_never_reaches_from_one_field_into_the_next(index_of, reply):
    index = index_of(reply("a", title="退", code="退", tags=("退", "货"), group="货", body="货"))
    assert index.search("退货") == []
    assert index.search("tuihuo") == []


def test_pinyin_is_marked_in_the_first_place_only_and_text_everywhere(index_of, reply):
    index = index_of(reply("a", title="退货", body="退货th"))
    assert index.search("退货")[0].body_spans == ((0, 2),)
    assert index.search("tuihuo")[0].body_spans == ()


def test_other_tones_are_searched_but_only_the_main_body_is_marked(index_of, reply):
    index = index_of(reply("a", body="您好", tones=(ToneVariant("安抚", "别着急"),)))
    (hit,) = index.search("bzj")
    assert (hit.field, hit.body_spans) == ("body", ())


@pytest.mark.parametrize("query", ["", "  ", "\n\t", "\u3000", "\x00"])
def test_a_blank_query_shows_every_reply_most_used_first(index_of, query):
    hits = index_of("甲", "乙", "丙", frecency={"丙": 2.0}).search(query)
    assert [hit.template.title for hit in hits] == ["丙", "甲", "乙"]
    assert {(hit.field, hit.kind) for hit in hits} == {(None, "literal")}


@pytest.mark.parametrize("query", ["", "货"])
def test_a_group_holds_the_groups_below_it_and_no_namesakes(index_of, reply, query):
    groups = ["售后", "售后/退货", "售后服务", "物流/售后", ""]
    index = index_of(*(reply(group, title="货", group=group) for group in groups))
    assert [hit.template.id for hit in index.search(query, group="售后")] == ["售后", "售后/退货"]


def test_no_more_hits_than_asked_for(index_of, reply):
    index = index_of(*(reply(str(n), title="退货") for n in range(30)))
    assert len(index.search("退货")) == 20
    assert len(index.search("th", limit=3)) == 3
    assert len(index.search("", limit=7)) == 7


@pytest.mark.parametrize(
    ("query", "found"),
    [("退货" * 25_000, 1), ("tuihuo" * 9_000, 0), ("a b " * 12_500, 0), ("😊" * 50_000, 0)],
)
def test_a_huge_query_is_answered(index_of, query, found):
    assert len(index_of("退货").search(query)) == found


def test_a_long_pasted_reply_finds_itself_by_its_beginning(index_of, reply):
    body = "亲，打开订单点申请售后，" * 100
    assert index_of(reply("a", body=body), "别的").search(body)[0].template.id == "a"


def test_an_empty_library_has_no_hits(index_of):
    index = index_of()
    assert index.search("") == index.search("th") == index.search("衣服颜色跟图片不一样") == []
