from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cs_desk.domain.filling import GivenValue, ValueSource, fill
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.placeholder_syntax import Field, diagnose, parse
from cs_desk.domain.search.index import SearchIndex
from cs_desk.exchange.library.csdesk import decode_library, encode_library, read_library

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
LIBRARY_FOLDER = Path(__file__).parents[2] / "resources" / "library"
STARTER = read_library(LIBRARY_FOLDER / "starter.csdesk")
# What each theme is about, told by the values that its replies must offer to fill.
THEMES = {
    "P1": "客服花名 店铺名",
    "P2": "工作时间",
    "P3": "商品名 规格 补货日",
    "P4": "身高 体重 尺码建议",
    "P5": "商品名 材质",
    "P6": "商品名",
    "P7": "优惠内容 活动名 活动截止",
    "P8": "订单号 优惠截止",
    "P9": "商品名 规格 收货城市",
    "P10": "赠品名 包邮条件",
    "S1": "发货时效 预计发货日",
    "S2": "快递公司",
    "S3": "快递公司 运单号 预计天数",
    "S4": "发货城市 收货城市 预计天数 预计送达日 物流最新状态",
    "S5": "快递公司 运单号 回复时间",
    "S6": "运单号 回复时间",
    "S7": "订单号 新地址状态",
    "S8": "收货省份 预计天数 原因",
    "S9": "商品名 预计发货日",
    "S10": "运单号",
    "I1": "发票类型 开票时效",
    "A1": "商品名",
    "A2": "商品名 凭证清单",
    "A3": "运费承担方 处理方案",
    "A4": "沟通方式",
    "A5": "换货规格 运费承担方 退货截止日",
    "A6": "退货截止日 运费承担方",
    "A7": "退货截止日 完好要求",
    "A8": "声明链接",
    "A9": "凭证清单 处理方案",
    "A10": "",
    "A11": "退货地址 寄回截止日",
    "A12": "附件清单 赠品名",
    "A13": "寄回截止日",
    "A14": "验货完成日",
    "A15": "不符说明 处理方案",
    "A16": "退款金额 到账说明",
    "A17": "运费承担方 运费金额",
    "A18": "退款金额",
    "A19": "签收日 退货截止日",
    "A20": "不支持原因",
    "A21": "换货规格 运单号",
    "A22": "订单号",
    "R1": "问题摘要 处理方案",
    "R2": "问题摘要",
    "M1": "店铺名 活动名 活动时间 优惠内容 退订方式",
    "M2": "店铺名 活动名 活动时间 优惠内容 退订方式",
    "M3": "店铺名 活动名 活动时间 优惠内容 退订方式",
    "M4": "店铺名 优惠内容 祝福语 退订方式",
    "M5": "店铺名 活动名 活动时间 优惠内容 祝福语 节日名 退订方式",
    "M6": "称谓 店铺名 优惠内容 有效天数 祝福语",
    "C1": "客服花名",
}
SAID_BY_BUYERS = {
    "在吗在吗": "nh",
    "人工": "nh",
    "破了个洞": "zl",
    "衣服有个洞": "zl",
    "有线头": "zl",
    "我想要退货，衣服有线头": "zl",
    "发错颜色了": "fc",
    "少发了一件": "sj",
    "快递丢了": "dj",
    "给我发顺丰": "zd",
    "能穿几号": "cm",
    "1米62 105斤穿什么码": "cm",
    "会起球吗": "xh",
    "会不会掉色": "xh",
    "你们家衣服会不会起球缩水": "xh",
    "怎么退款": "qx",
    "退款什么时候到账": "tkz",
    "什么时候退款": "ctk",
    "吊牌剪了": "qt",
    "买贵了": "jb",
    "刚买完就降价了能退差价不": "jb",
    "是正品吗": "zpm",
}
# Where the reply apologises or a dispute is open: no 亲, no cheerful particles.
SOBER_THEMES = ("S5", "S9", "A2", "A3", "A9", "A15", "A17", "A22", "R1", "R2")
MARKETING_THEMES = ("M1", "M2", "M3", "M4", "M5")


def templates_where(holds):
    chosen = [template for template in STARTER.templates if holds(template)]
    return pytest.mark.parametrize("template", chosen, ids=lambda t: t.code)


def texts_where(holds):
    chosen = [
        pytest.param(template, text, id=f"{template.code}-{number}")
        for template in STARTER.templates
        if holds(template.theme)
        for number, text in enumerate((template.body, *(v.body for v in template.tones)))
    ]
    return pytest.mark.parametrize(("template", "text"), chosen)


each_template = templates_where(lambda template: True)
each_template_in_tones = templates_where(lambda template: template.tones)
each_text = texts_where(lambda theme: True)

# What no reply may say, after the categories of the compliance rules. The text is compared
# without blanks and punctuation, as a reviewer's filter does it.
FORBIDDEN = {
    "off-platform contact": (
        r"微信(?!支付)|加[微v]|\+v|vx|wx|qq|扣扣|公众号|私下|私聊|加我|二维码|@|http"
    ),
    "off-platform payment": r"转账|线下交易|绕过平台|银行卡号|收款码|扫码付|打款给",
    "personal numbers": r"1[3-9]\d{9}|\d{15,}|身份证",
    "illegal refusal": (
        r"不支持七天|不支持无理由|概不|不退不换|一经售出|售出不退|[价品封差码穿]不退"
        r"|不能退|不给退|不予退|最终解释权"
    ),
    "review inducement": r"好评|返现|返红包|晒图|改评|删评|删差评|追评",
    "pressure": r"修改退货原因|撤销|先确认收货|别申请|拉黑|没用",
    "absolute terms": (
        r"最(?![新近后晚])|第一(?!时间|步|次)|国家级|世界级|顶级|顶尖|极品|独一无二|绝对"
        r"|唯一|独家|首选|首创|冠军|王牌|完美|极致|万能|100%|百分百|no1|top1"
    ),
    "medical effect": r"根治|治愈|治疗|消炎|抗菌|减肥|美白|抗过敏|永不|立竿见影",
    "authority": r"驰名|特供|专供|免检|官方认证|专家推荐",
    "shipping promise": r"一定|保证|肯定|马上|立刻|必达|必发|今天发|明天到",
    "money promise": r"全额赔|秒到账|十倍|假一赔|已打款|已退款|[赔补返][您你]?\d",
    "fake action": r"已经?(帮您)?(备注|安排|拦截|催促|补发|换新|退款|处理)",
    "cold or rude": (
        r"[傻蠢笨滚]|有病|垃圾|骗子|闭嘴|没办法|规定就是|不归我|找别人|跟我没关系|自己看|爱买不买"
    ),
    "false scarcity": r"原价|仅剩|最后一天|谎称|内部价|全网",
    "disparagement": r"别家|同行|假货",
}


def bare(text):
    folded = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s,。、;:!?~…()“”\"'\-\[\]【】—]", "", folded)


def broken_rules(text):
    return {rule for rule, words in FORBIDDEN.items() if re.search(words, bare(text))}


def names_in(text):
    return {token.name for token in parse(text).tokens if isinstance(token, Field)}


@pytest.mark.parametrize(("theme", "values"), THEMES.items())
def test_every_theme_has_replies_with_its_values(theme, values):
    bodies = [template.body for template in STARTER.templates if template.theme == theme]
    assert set(values.split()) <= set().union(*map(names_in, bodies))


def test_no_reply_has_an_unknown_theme():
    assert {template.theme for template in STARTER.templates} == set(THEMES)


def test_a_new_desk_is_not_flooded():
    assert 65 <= len(STARTER.templates) <= 90


def test_it_survives_being_exported_and_imported():
    assert decode_library(encode_library(STARTER), "copy.csdesk").library == STARTER


def test_the_groups_follow_the_way_of_an_order():
    assert STARTER.group_names() == ("售前", "物流", "售后", "评价", "会员", "通用")


@each_template
def test_titles_codes_and_tags_suit_a_narrow_window(template):
    assert len(template.title) <= 14
    assert re.fullmatch(r"[a-z][a-z0-9]{1,3}", template.code)
    assert template.group.count("/") == 1
    assert 3 <= len(template.tags) <= 10


@each_template
def test_tags_add_words_that_the_title_lacks(template):
    assert len(set(template.tags)) == len(template.tags)
    assert not [tag for tag in template.tags if tag in template.title]


@each_template
def test_every_reply_tells_the_agent_what_to_check_first(template):
    assert template.note


def test_th_is_how_to_return_an_item():
    assert STARTER.find("th").title == "退货步骤"


@pytest.mark.parametrize("code", ["th", "qx", "fc", "sj", "ps"])
def test_steps_and_pleas_for_photos_need_no_value(code):
    assert fill(STARTER.find(code).body, STARTER, {}, NOW).complete


@each_text
def test_long_numbers_stand_at_the_end(template, text):
    assert "{订单号}" not in text.removesuffix("订单号：{订单号}")


@each_text
def test_a_solution_is_offered_by_the_agent_only(template, text):
    fields = [token for token in parse(text).tokens if isinstance(token, Field)]
    offered = {field.default for field in fields if field.name == "处理方案"}
    assert offered <= {None, "明确的处理方案", "提供处理方案", "怎么处理"}


@pytest.mark.parametrize("day", ["明天", "11月25日"])
def test_the_day_of_dispatch_reads_well(day):
    given = {"预计发货日": GivenValue(day, ValueSource.BUYER)}
    assert f"预计最晚{day}发出" in fill(STARTER.find("cfh").body, STARTER, given, NOW).text


@pytest.fixture(scope="module")
def index():
    table = LIBRARY_FOLDER.parent / "pinyin" / "readings.txt"
    return SearchIndex(STARTER.templates, Readings.from_bytes(table.read_bytes()), {})


@pytest.mark.parametrize(("phrase", "code"), SAID_BY_BUYERS.items())
def test_what_buyers_say_finds_its_reply(index, phrase, code):
    assert code in [hit.template.code for hit in index.search(phrase, limit=2)]


@each_text
def test_a_reply_fits_one_bubble(template, text):
    assert len(text) <= 120


@each_text
def test_every_placeholder_is_well_formed_and_defined(template, text):
    assert diagnose(text, STARTER) == ()


@each_text
def test_choices_in_a_reply_suit_the_placeholder(template, text):
    fields = [token for token in parse(text).tokens if isinstance(token, Field)]
    for field in fields:
        allowed = STARTER.placeholder(field.name).choices
        assert not allowed or field.default is None or field.default in allowed


@pytest.mark.parametrize("placeholder", STARTER.placeholders, ids=lambda p: p.name)
def test_a_default_is_one_of_the_choices(placeholder):
    assert not placeholder.choices or placeholder.default in {None, *placeholder.choices}


@each_text
def test_no_reply_breaks_a_rule(template, text):
    assert broken_rules(text) == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("亲，加 V 聊", "off-platform contact"),
        ("直接转账给我们就行", "off-platform payment"),
        ("打 138 0000 0000 找我", "personal numbers"),
        ("色差不退哦", "illegal refusal"),
        ("五星好评有红包", "review inducement"),
        ("先确认收货，我再退", "pressure"),
        ("全店最好的一款", "absolute terms"),
        ("永不起球", "medical effect"),
        ("国宴特供", "authority"),
        ("今天发，一定到", "shipping promise"),
        ("赔您20元", "money promise"),
        ("已经帮您备注", "fake action"),
        ("规定就是这样", "cold or rude"),
        ("仅剩两件", "false scarcity"),
        ("别家都是假货", "disparagement"),
    ],
)
def test_the_rules_know_what_they_forbid(text, rule):
    assert rule in broken_rules(text)


@each_text
def test_the_examples_in_the_fields_complete_a_reply(template, text):
    hints = {p.name: GivenValue(p.hint, ValueSource.BUYER) for p in STARTER.placeholders}
    assert fill(text, STARTER, hints, NOW).complete


@each_text
def test_the_buyer_is_called_dear_once_at_most(template, text):
    assert len(re.findall(r"亲(?![肤友爱])", text)) <= 1


@texts_where(lambda theme: theme in SOBER_THEMES)
def test_apologies_and_disputes_stay_sober(template, text):
    assert not re.search(r"亲|[哦呢呀啦~]", text)


@texts_where(lambda theme: not theme.startswith("P"))
def test_cheerful_particles_are_for_before_the_sale(template, text):
    assert not re.search(r"[呀啦]", text)


@each_template_in_tones
def test_tones_come_as_three_that_differ(template):
    assert set(template.tone_names()) == {"亲切", "安抚", "正式"}
    assert len({template.body, *(variant.body for variant in template.tones)}) == 3


def test_most_conversations_can_be_held_in_three_tones():
    in_three = {template.theme for template in STARTER.templates if template.tones}
    assert len(in_three) >= 30


@each_template_in_tones
def test_a_tone_changes_the_words_not_the_commitments(template):
    promises = {p.name for p in STARTER.placeholders if p.promise}
    for variant in template.tones:
        assert names_in(variant.body) & promises == names_in(template.body) & promises


@texts_where(lambda theme: theme in MARKETING_THEMES)
def test_marketing_names_its_sender_and_a_way_out(template, text):
    assert {"店铺名", "退订方式"} <= names_in(text)


def test_the_supervisor_is_warned_of_the_illegal_refusals():
    warned = {t.theme for t in STARTER.templates if t.note.startswith("主管提醒")}
    assert {"A6", "A7", "A8", "M2", "M5"} <= warned


def test_every_code_named_in_the_seed_map_exists():
    seed_map = (LIBRARY_FOLDER / "SEEDS.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9]{2,4})`", seed_map))
    assert named
    assert named <= {template.code for template in STARTER.templates}
