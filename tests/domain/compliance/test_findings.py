from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.compliance import Context, Severity, check_library, findings, promise_of
from cs_desk.domain.filling import GivenValue, ValueSource, fill
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary
from cs_desk.exchange.library.csdesk import read_library
from tests.domain.compliance.conftest import NOW, RULES

ORDER = "4210000000000000001"
STARTER = read_library(RULES.parents[1] / "library" / "starter.csdesk")


def filled(body, **values):
    """A body filled, and what is known of it."""
    given_values = {name: GivenValue(v, ValueSource.ARGUMENT) for name, v in values.items()}
    reply = fill(body, TemplateLibrary("l", "l"), given_values, NOW)
    return reply.text, Context(pieces=reply.pieces, now=NOW)


def categories(book, text, context=None):
    return [each.category for each in findings(text, book, context or Context(now=NOW))]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("订单号", ORDER, []),
        ("运单号", "6222021234567890", []),
        ("退货地址", "浙江省金华市宾虹路123号 小满 13800138000", []),
        ("备注", "13800138000", ["L3"]),
        ("备注", ORDER, ["L3"]),
        ("订单号", "加微信13", ["L1"]),
        ("退货地址", "加微信 13800138000", ["L1"]),
    ],
)
def test_own_numbers_and_addresses_pass_as_private_data_and_as_nothing_else(
    book, name, value, found
):
    assert categories(book, *filled(f"您好{{{name}}}", **{name: value})) == found


@pytest.mark.parametrize(
    ("promised", "text", "severity"),
    [
        ("48小时内", "24小时内必发", "block"),
        ("24小时", "24小时内必发", "warn"),
        ("2天内", "47小时必发", "block"),
        ("", "24小时内必发", "warn"),
        ("尽快", "马上发货", "warn"),
        ("48小时内", "马上发货", "block"),
    ],
)
def test_a_promise_that_beats_the_shops_own_blocks(book, promised, text, severity):
    (found,) = findings(text, book, Context(promised=promised))
    assert (found.category, found.severity) == ("L10", severity)


def test_what_is_ticked_in_the_case_may_be_said(book):
    assert categories(book, "已帮您拦截", Context(done=("已请快递拦截",))) == []
    assert categories(book, "已帮您拦截", Context(done=("核对订单",))) == ["L12"]


@pytest.mark.parametrize(
    ("template", "body", "found"),
    [
        ({"tags": ("定制商品",)}, "这款不支持七天无理由", []),
        ({}, "这件属于{不支持原因}，不支持七天无理由", []),
        ({"tags": ("定制商品",)}, "最终解释权归本店", ["L4"]),
        ({}, "原价199，{活动截止}结束", []),
        ({}, "原价199", ["L14"]),
        ({"group": "会员/短信"}, "您好", ["L15", "L15"]),
        ({"group": "会员/短信"}, "【{店铺名}】上新了，{退订方式}", []),
        ({"group": "会员/电话"}, "您好，我是{店铺名}的顾问", ["L15"]),
        ({"group": "会员/电话", "note": "只打给同意过的会员"}, "您好，我是{店铺名}的顾问", []),
    ],
)
def test_where_a_reply_stands_and_what_it_asks_for_excuses_it(book, template, body, found):
    reply = fill(body, TemplateLibrary("l", "l"), {}, NOW)
    context = Context(ReplyTemplate("t", "t", body, **template), reply.pieces, now=NOW)
    assert categories(book, reply.text, context) == found


def test_open_fields_of_a_filled_reply_are_no_fault_but_those_of_a_text_are(book):
    assert categories(book, *filled("发往{收货城市}")) == []
    assert categories(book, "发往{收货城市}") == ["L17"]


def test_a_past_date_needs_a_present(book):
    assert categories(book, "预计11月10日送达", Context(now=None)) == []


def test_places_count_in_the_text_as_written(book):
    text = "😀㎏ 加　薇\u200b信"
    (found,) = findings(text, book)
    assert (found.start, found.end, found.matched) == (3, 8, "加　薇\u200b信")


def test_a_wording_across_two_sentences_is_none(book):
    assert categories(book, "如果不能。退款会处理") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="加微信不支持退，。12 x{}元最好的😀滚筒预计一定到赔", max_size=60))
def test_every_finding_quotes_the_text(book, text):
    found = findings(text, book, Context(promised="48小时", now=NOW))
    assert all(text[each.start : each.end] == each.matched for each in found)
    assert found == tuple(sorted(found, key=lambda each: (each.start, each.end, each.category)))


def test_the_starter_library_breaks_no_rule(book):
    shop = {"店铺名": "云朵家女装", "客服花名": "小满", "发货城市": "金华", "快递公司": "圆通"}
    for values in ({}, shop):
        checked = list(check_library(STARTER, book, values, NOW))
        assert [
            (each.template.title, each.findings, each.diagnoses)
            for each in checked
            if each.findings or each.diagnoses
        ] == []


USUAL = {
    "买家昵称": "小**",
    "客服花名": "小满",
    "店铺名": "云朵家女装",
    "商品名": "针织开衫",
    "规格": "米白 M",
    "换货规格": "米白 L",
    "订单号": ORDER,
    "运单号": "YT1234567890123",
    "快递公司": "圆通",
    "发货城市": "金华",
    "收货城市": "成都",
    "收货省份": "四川",
    "预计天数": "3-4天",
    "预计送达日": "11月25日",
    "预计发货日": "11月24日",
    "补货日": "12月1日",
    "回复时间": "今天18点",
    "验货完成日": "11月24日",
    "物流最新状态": "已到成都转运中心",
    "原因": "大雪",
    "新地址状态": "已提交改派",
    "签收日": "11月10日",
    "退货截止日": "11月23日",
    "寄回截止日": "11月30日",
    "身高": "165cm",
    "体重": "52kg",
    "尺码建议": "M",
    "材质": "100%棉",
    "退款金额": "86.36",
    "运费金额": "12.00",
    "运费承担方": "卖家",
    "处理方案": "补发一件",
    "不符说明": "吊牌缺失",
    "问题摘要": "发货慢",
    "赠品名": "收纳袋",
    "包邮条件": "满68包邮",
    "优惠内容": "满199减20",
    "活动名": "双12会员周",
    "活动时间": "12.8-12.12",
    "活动截止": "12月12日",
    "优惠截止": "12月12日",
    "节日名": "元旦",
    "祝福语": "平安顺遂",
    "声明链接": "https://shop.taobao.com/rule.htm",
    "不支持原因": "定制商品",
    "退货地址": "浙江省金华市宾虹路123号2栋 退货仓 13800138000",
    "退订方式": "回复TD退订",
}


def test_the_starter_library_filled_with_usual_values_breaks_no_rule(book):
    checked = list(check_library(STARTER, book, USUAL, NOW))
    assert not [reply.text for reply in checked if "{" in reply.text]
    assert [(reply.text, reply.findings) for reply in checked if reply.findings] == []


def test_every_tone_is_checked_with_the_values_of_the_shop(book):
    library = TemplateLibrary(
        "l", "l", (replace(STARTER.templates[0], body="{店铺名}", tones=()),), ()
    )
    (checked,) = check_library(library, book, {"店铺名": "最好的店"}, NOW)
    assert [(each.category, each.template) for each in checked.findings] == [
        ("L7", library.templates[0].id)
    ]
    assert checked.text == "最好的店"
    assert [each.subject for each in checked.diagnoses] == ["店铺名"]


def test_the_shops_promise_is_its_value_or_the_default():
    library = TemplateLibrary("l", "l", (), (Placeholder("发货时效", default="48小时内"),))
    assert promise_of(library, {}) == "48小时内"
    assert promise_of(library, {"发货时效": "当天"}) == "当天"
    assert promise_of(TemplateLibrary("l", "l"), {}) == ""


def test_a_rule_tells_what_is_wrong_in_words(book):
    (found,) = findings("概不退换", book)
    assert found.severity is Severity.BLOCK
    assert "七天" in found.reason
    assert "消费者权益保护法第25" in found.basis
