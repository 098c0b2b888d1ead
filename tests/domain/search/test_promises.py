"""What other pinyin searches promise their users, kept here for replies of a shop.

pinyin-match, pinyin-pro, PinIn and QuickText name these abilities in their documentation and
tests; the cases are worded anew. What they promise and we refuse stands at the end, with reasons.
"""

import pytest

# github.com/xmflswood/pinyin-match: README, test/index.test.js, CHANGELOG 1.2.0, 1.2.4, 1.2.7.
PINYIN_MATCH = [
    ("5天发", "15天发货", "5天发"),
    ("cjgm", "您曾经购买过的同款", "曾经购买"),
    ("cengjinggoumai", "您曾经购买过的同款", "曾经购买"),
    ("cengjinggouma", "您曾经购买过的同款", "曾经购买"),
    ("zengjinggou", "您曾经购买过的同款", "曾经购"),
    ("zengji ng gou", "您曾经购买过的同款", "曾经购"),
    ("z e n g  j i n g", "您曾经购买过的同款", "曾经"),
    ("tuihuo", "七天無理由退貨", "退貨"),
    ("wly", "七天無理由退貨", "無理由"),
    ("lvyue", "按时履约", "履约"),
    ("luyue", "按时履约", "履约"),
    ("lüyue", "按时履约", "履约"),
    ("LÜYUE", "按时履约", "履约"),
    ("celve", "运费策略", "策略"),
    ("celue", "运费策略", "策略"),
    ("celüe", "运费策略", "策略"),
    ("ce lüe", "运费策略", "策略"),
    ("celu\u0308e", "运费策略", "策略"),
    ("llv", "材料旅行装", "料旅"),
    ("yongfa", "\u2f64法说明", "\u2f64法"),
    ("liangci", "\uf97e词", "\uf97e词"),
]
# github.com/zh-lx/pinyin-pro: docs/use/match.md, test/match.test.js, CHANGELOG 3.11 and 3.18.
PINYIN_PRO = [
    ("huanyingguanglin", "欢迎光临小店", "欢迎光临"),
    ("hygl", "欢迎光临小店", "欢迎光临"),
    ("huanyingguangl", "欢迎光临小店", "欢迎光临"),
    ("hyinggl", "欢迎光临小店", "欢迎光临"),
    ("guanglxd", "欢迎光临小店", "光临小店"),
    ("huan yingguanglin", "欢迎光临小店", "欢迎光临"),
    ("欢yinggl", "欢迎光临小店", "欢迎光临"),
    ("hy光lin小d", "欢迎光临小店", "欢迎光临小店"),
    ("HYGL", "欢迎光临小店", "欢迎光临"),
    ("zhlbzh", "质量保证", "质量保证"),
    ("kuaiji", "会计专用计算器", "会计"),
    ("huiji", "会计专用计算器", "会计"),
    ("kj", "会计专用计算器", "会计"),
    ("huij", "会计专用计算器", "会计"),
    ("txu", "纯棉T恤", "T恤"),
    ("TX", "纯棉t恤", "t恤"),
]
# github.com/Towdium/PinIn: README, src/test/java/me/towdium/pinin/PinInTest.java, CHANGELOG 1.2.
PININ = [
    ("zhongtong", "默认发中通快递", "中通"),
    ("zhongt", "默认发中通快递", "中通"),
    ("zht", "默认发中通快递", "中通"),
    ("zt", "默认发中通快递", "中通"),
    ("zhtong", "默认发中通快递", "中通"),
    ("ztong", "默认发中通快递", "中通"),
    ("中tong", "默认发中通快递", "中通"),
    ("中to", "默认发中通快递", "中通"),
    ("zhong通", "默认发中通快递", "中通"),
    ("zh通", "默认发中通快递", "中通"),
    ("z通", "默认发中通快递", "中通"),
    ("zhongtkuaid", "默认发中通快递", "中通快递"),
    ("mrfzhtkd", "默认发中通快递", "默认发中通快递"),
    ("hong2", "红20件起", "红2"),
    ("hong20j", "红20件起", "红20件"),
    ("20jian", "红20件起", "20件"),
]
# github.com/rockbenben/QuickText: README.zh.md, SearchIndexTests.cs, PinyinTests.cs.
QUICKTEXT = [
    ("tkzc", "退款政策说明", "退款政策"),
    ("zcsm", "退款政策说明", "政策说明"),
    ("tuikuan", "退款政策说明", "退款"),
    ("yy", "音乐盒礼品", "音乐"),
    ("yinyue", "音乐盒礼品", "音乐"),
    ("cq", "重庆仓发货", "重庆"),
    ("chongqing", "重庆仓发货", "重庆"),
    ("viphy", "VIP会员礼", "VIP会员"),
    ("huivip", "您好会VIP", "会VIP"),
    ("h", "Hi你好呀", "H"),
]
PROMISES = [*PINYIN_MATCH, *PINYIN_PRO, *PININ, *QUICKTEXT]

LITERAL_PROMISES = [
    ("用法", "\u2f64法说明", "\u2f64法"),  # pinyin-match 1.2.7: one character, many code points
    ("量词", "\uf97e词", "\uf97e词"),
    ("光临", "欢迎光临小店", "光临"),  # pinyin-pro 3.11
    ("hong2", "编号HONG2", "HONG2"),  # PinIn: what is written in letters is found as letters
    ("纪念", "本店纪念日", "纪念"),
]

# What no search may do: begin or end inside a syllable, skip, turn round, or run over the end.
REFUSED = [
    ("engjinggoumai", "您曾经购买过的同款"),
    ("zengji ng gousdjfkl", "您曾经购买过的同款"),
    ("sdjkelwqf", "您曾经购买过的同款"),
    ("huanying光店", "欢迎光临小店"),
    ("huaning", "欢迎光临小店"),
    ("w", "欢迎光临小店"),
    ("ao", "好评返现"),
    ("uan", "换货"),
    ("ong", "送运费险"),
    ("in", "亲"),
    ("g", "上新"),
    ("hl", "质量"),
    ("hop", "店铺"),
    ("gongan", "公干"),
    ("huotui", "退货"),
    ("th", "退了货"),
    ("thx", "退货"),
    ("退货th", "退货"),
    ("7ian", "7天"),
    ("tian7", "7天"),
    ("xm", "XL码"),
    ("^退", "退货"),
    ("退%", "退货"),
    ("退_", "退货"),
    ("t*h", "退货"),
    ("(?i)th", "退货"),
]


@pytest.mark.parametrize(("query", "title", "part"), PROMISES)
def test_what_others_find_by_pinyin_is_found_and_marked(index_of, query, title, part):
    (hit,) = index_of(title, "龘").search(query, typos=False)
    start = title.index(part)
    assert hit.title_spans == ((start, start + len(part)),)


@pytest.mark.parametrize(("query", "title", "part"), LITERAL_PROMISES)
def test_what_others_find_as_written_is_found_as_written(index_of, query, title, part):
    (hit,) = index_of(title).search(query)
    start = title.index(part)
    assert (hit.kind, hit.title_spans) == ("literal", ((start, start + len(part)),))


@pytest.mark.parametrize(("query", "title"), REFUSED)
def test_what_is_not_spelled_is_not_found(index_of, query, title):
    assert index_of(title).search(query, typos=False) == []


def test_initials_find_every_reply_that_has_them(index_of):
    """PinIn: ``hh`` is 换货 and 好货 alike."""
    hits = index_of("换货", "好货", "退货").search("hh")
    assert [hit.template.title for hit in hits] == ["换货", "好货"]


@pytest.mark.parametrize("code", ["qm", ",hi", ";qm", "a-1"])
def test_a_code_is_found_as_typed_and_no_title_is_marked(index_of, reply, code):
    """QuickText: a title that does not hold the query must not look as if it did."""
    (hit,) = index_of(reply("a", title="签名", code=code)).search(code.upper())
    assert (hit.field, hit.kind) == ("code", "literal")
    assert (hit.code_spans, hit.title_spans) == (((0, len(code)),), ())


def test_a_body_is_found_whatever_its_case_and_no_title_is_marked(index_of, reply):
    (hit,) = index_of(reply("a", title="单号", body="顺丰SF123")).search("sf12")
    assert (hit.field, hit.body_spans, hit.title_spans) == ("body", ((2, 6),), ())


@pytest.mark.parametrize("query", ["退货", "th", "tuihuo", "tuihou", "货 退", ""])
def test_a_group_limits_every_kind_of_query(index_of, reply, query):
    groups = ["售前", "售后/退货", "售后"]
    index = index_of(*(reply(group, title="退货", group=group) for group in groups))
    found = index.search(query, group="售后")
    assert [hit.template.id for hit in found] == ["售后/退货", "售后"]


@pytest.mark.parametrize("query", ["退货", "th", "tuihou", "", "请问退货地址在哪里"])
@pytest.mark.parametrize("group", ["不存在", "售", "售后/", "售后/退"])
def test_an_unknown_group_holds_nothing_rather_than_everything(index_of, reply, query, group):
    """QuickText: a filter that fits no group is no search of the whole library."""
    assert (
        index_of(reply("a", title="退货地址", group="售后/退货")).search(query, group=group) == []
    )


# Promised by others, not by us, each for its reason.
NOT_PROMISED = [
    # pinyin-pro skips characters unless told not to; in bodies of 100 characters nearly
    # everything would match. Here a space says that words may stand apart.
    ("huanguang", "欢迎光临小店"),
    ("hdian", "欢迎光临小店"),
    # pinyin-pro, precision "any": letters from the middle of a syllable.
    ("uanying", "欢迎光临小店"),
    # pinyin-pro, precision "start": half a syllable before the last; that is a typing mistake.
    ("huyinggl", "欢迎光临小店"),
    # PinIn reads tones; nobody types them to find a reply, and a digit here is a digit.
    ("tui4", "退货"),
    ("tui4huo4", "退货"),
    ("zhi4量", "质量保证"),
    # PinIn's other keyboards, 双拼 and 注音: what looks like pinyin would match by chance.
    ("tvho", "退货"),
    ("ㄊㄨㄟˋ", "退货"),
    # QuickText takes a run of letters by its first one; here every typed letter has to stand.
    ("ik", "iPhone壳"),
    ("anh", "AB你好"),
]


@pytest.mark.parametrize(("query", "title"), NOT_PROMISED)
def test_what_others_promise_beyond_reason_is_not_found(index_of, query, title):
    assert index_of(title).search(query, typos=False) == []


def test_a_space_says_that_words_may_stand_apart(index_of):
    (hit,) = index_of("欢迎光临小店").search("huan guang")
    assert hit.title_spans == ((0, 1), (2, 3))


def test_a_digit_after_a_syllable_is_a_digit(index_of):
    (hit,) = index_of("退4件", "退货").search("tui4")
    assert hit.title_spans == ((0, 2),)
