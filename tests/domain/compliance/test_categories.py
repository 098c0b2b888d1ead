"""Every category of the bundled rules: wordings that break it, and wordings that do not."""

import pytest

from cs_desk.domain.compliance import Context, Severity, findings
from tests.domain.compliance.conftest import NOW

CONTEXT = Context(promised="48小时内", now=NOW)

# category: severity, what of the text breaks it, the text
HITS = {
    "L1": [
        ("block", "加微信", "亲，加微信发您图片"),
        ("block", "加 薇-信", "加 薇-信"),
        ("block", "＋Ｖ", "＋Ｖ领券"),
        ("block", "➕v", "➕v abc"),
        ("block", "加薇♥信", "加薇♥信聊"),
        ("block", "扣扣：12345678", "扣扣：12345678"),
        ("block", "QQ 群", "进QQ 群领券"),
        ("block", "私聊我", "私聊我"),
        ("block", "公众号", "关注公众号，优惠更多"),
        ("block", "kefu@qq.com", "发到kefu@qq.com"),
        ("block", "https://www.baidu.com/a", "看 https://www.baidu.com/a"),
        ("block", "taobao.com.evil.cc", "taobao.com.evil.cc"),
        ("block", "taobao.com@evil.com", "http://taobao.com@evil.com/"),
        ("block", "http://taobao.com:81/a", "看http://taobao.com:81/a"),
        ("block", "加微信", "能不能加微信"),
        ("block", "加您微信", "旺旺不方便的话加您微信"),
    ],
    "L2": [
        ("block", "私下交易", "我们私下交易吧"),
        ("block", "不走平台", "不走平台便宜10块"),
        ("block", "直接转账", "您直接转账"),
        ("block", "收 款 码", "发您收 款 码"),
        ("block", "转账给", "转账给我们财务"),
    ],
    "L3": [
        ("block", "13800138000", "电话13800138000"),
        ("block", "138 0013 8000", "联系 138 0013 8000"),
        ("block", "1 3 8 0 0 1 3 8 0 0 0", "1 3 8 0 0 1 3 8 0 0 0"),
        ("block", "6222 0212 3456 7890 123", "6222 0212 3456 7890 123"),
        ("block", "１３８００１３８０００", "１３８００１３８０００"),
        ("block", "110105199003071234", "身份证110105199003071234"),
        ("block", "11010519900307123X", "身份证 11010519900307123X"),
        ("block", "6222021234567890123", "卡号6222021234567890123"),
        ("block", "路123号", "寄到金华市宾虹路123号"),
        ("block", "2栋301室", "云朵2栋301室"),
    ],
    "L4": [
        ("block", "不支持七天", "本款不支持七天的规则"),
        ("block", "概不退换", "亲，概不退换哦"),
        ("block", "一经售出", "一经售出，恕不负责"),
        ("block", "色差不退", "色差不退"),
        ("block", "色差我们是不予退", "色差我们是不予退换的"),
        ("block", "拆封不退", "拆封不退"),
        ("block", "活动商品不退", "活动商品不退"),
        ("block", "不支持退货", "这个问题本店是不支持退货的"),
        ("block", "不，支，持，七，天", "不，支，持，七，天"),
        ("block", "最终解释权", "活动最终解释权归本店所有"),
    ],
    "L5": [
        ("block", "好评返现", "好评返现3元"),
        ("block", "五星好评返5", "五星好评返5元"),
        ("block", "好评 返现", "好评 返现"),
        ("block", "好评，截图", "给个好评，截图找客服"),
        ("block", "晒图返", "晒图返两元"),
        ("block", "改成好评", "改成好评给您退款"),
        ("block", "删差评", "删差评退10元"),
    ],
    "L6": [
        ("block", "修改退货原因", "您先修改退货原因"),
        ("block", "撤销投诉", "撤销投诉再给您处理"),
        ("block", "别申请小二", "您别申请小二"),
        ("block", "不然拉黑", "不然拉黑"),
        ("block", "先确认收货再", "先确认收货再退您运费"),
        ("block", "举报没用", "举报没用的"),
    ],
    "L7": [
        ("block", "最好的", "这是最好的面料"),
        ("block", "全网最低", "全网最低"),
        ("block", "国家级", "国家级大师设计"),
        ("block", "独一无二", "独一无二"),
        ("block", "销量第一", "销量第一"),
        ("warn", "100%", "100%正品"),
        ("warn", "NO.1", "NO.1品牌"),
        ("warn", "TOP 1", "TOP 1好物"),
        ("warn", "遥遥领先", "遥遥领先"),
    ],
    "L8": [
        ("block", "根治", "根治脚气"),
        ("block", "永不褪色", "永不褪色"),
        ("block", "3天见效", "3天见效"),
        ("block", "绝对安全", "绝对安全"),
        ("warn", "消炎", "消炎效果好"),
        ("warn", "美白", "用了美白"),
    ],
    "L9": [
        ("block", "驰名商标", "我们是驰名商标"),
        ("block", "国家免检", "国家免检"),
        ("block", "央视推荐", "央视推荐"),
        ("block", "特供", "部队特供"),
    ],
    "L10": [
        ("block", "马上发货", "马上发货"),
        ("block", "今天一定发", "今天一定发"),
        ("block", "24小时必达", "24小时必达"),
        ("warn", "48小时内必发", "48小时内必发"),
        ("warn", "保证明天到", "保证明天到"),
        ("warn", "明天一定到", "明天一定到"),
        ("warn", "顺丰必发", "顺丰必发"),
    ],
    "L11": [
        ("warn", "一定退", "一定退给您"),
        ("warn", "赔您50", "赔您50元"),
        ("warn", "补 20", "补 20元"),
        ("warn", "已打款", "已打款"),
        ("warn", "假一赔十", "假一赔十"),
        ("warn", "晚到必赔", "晚到必赔"),
    ],
    "L12": [
        ("warn", "已帮您备注", "已帮您备注"),
        ("warn", "已经为您拦截", "已经为您拦截"),
        ("warn", "已催促", "已催促快递"),
        ("warn", "已补发", "已补发"),
    ],
    "L13": [
        ("block", "滚", "你滚"),
        ("block", "脑子", "没脑子"),
        ("block", "神经病", "神经病"),
        ("block", "垃圾", "垃圾买家"),
        ("block", "死", "去死"),
        ("warn", "没办法", "这个没办法"),
        ("warn", "规定就是这样", "规定就是这样"),
        ("warn", "没看本店声明吗", "您没看本店声明吗"),
        ("warn", "haven't you read", "haven't you read the statement before shopping"),
    ],
    "L14": [
        ("warn", "原价", "原价199"),
        ("warn", "仅剩", "仅剩3件"),
        ("warn", "最后一天", "活动最后一天"),
        ("warn", "内部价", "给您内部价"),
    ],
    "L16": [
        ("warn", "别家都是假货", "别家都是假货"),
        ("warn", "那家质量差", "那家质量差"),
        ("warn", "同行都是骗子", "同行都是骗子"),
    ],
    "L17": [
        ("block", "{收货城市}", "发往{收货城市}"),
        ("info", "，，", "亲，，在的"),
        ("info", "😀", "😊😊😊😀"),
        ("info", "11月10日", "预计11月10日送达"),
        ("info", "2026-11-20", "最晚2026-11-20发出"),
        ("info", "-5元", "退您 -5元"),
        ("info", "x", "预计x天内收到"),
        ("info", "缺货", "这款缺货了"),
    ],
}

EXCUSED = {
    "L1": [
        "微信支付的退款原路退回",
        "支付宝原路退回",
        "支持微信、支付宝付款",
        "参加我们的会员日活动",
        "请勿加微信，谨防受骗",
        "平台规定不能加微信哦",
        "https://detail.tmall.com/item.htm?id=1",
        "看taobao.com：点首页，或tmall.com: 搜店名",
        "加VIP会员，领口加V领设计",
        "单号VXYZ123",
    ],
    "L2": ["退款原路退回，不走银行转账", "线下门店也可以试穿", "谨防私下交易", "请不要直接转账"],
    "L3": [
        "138****0000",
        "订单号：4210000000000000001",
        "付款后48小时内发货",
        "运单号 YT1234567890123",
        "尺码110 120 130 140 150 160都有",
        "长13.5 14.5 15.5 16",
        "一共1234567890123456789012件",
    ],
    "L4": [
        "支持七天无理由",
        "能不能退要看商品是否完好",
        "如果不能，退款会按流程走",
        "定制商品不支持七天无理由",
        "生鲜商品不支持无理由退货",
        "不影响退货",
        "不能退差价，可以申请价保",
    ],
    "L5": [
        "欢迎如实评价",
        "欢迎您如实评价，好评差评都可以",
        "评价请按真实感受写",
        "不会要求您改评价",
    ],
    "L6": ["申请平台介入是您的权利", "退货原因请按实际情况选", "确认收货后也可以申请售后"],
    "L7": [
        "最近有活动，最新款最后几件，最晚明天",
        "第一时间为您处理，第一步先登录",
        "第一次购买最好先问尺码",
        "最好用温水手洗",
        "100%纯棉，涤纶100%，100%羊毛",
        "这是本店最便宜的一款",
        "让优惠最大化",
        "单号NO.1234",
    ],
    "L8": ["治愈系风格", "治愈系插画，治愈风", "本品不能代替治疗"],
    "L9": ["专供出口的款式", "按国家标准生产", "品牌授权书在详情页"],
    "L10": [
        "预计明天一定到",
        "大约48小时内必发",
        "一般今天一定发得出",
        "我们一定做到",
        "马上发您图片",
        "由我负责到底，一定跟到底",
    ],
    "L11": [
        "系统可退86.36元，预计补20元",
        "系统显示已退款",
        "往返2次",
        "退货退款按系统流程",
    ],
    "L12": ["我正在请快递拦截", "处理好了告诉您", "您的订单已由圆通揽收"],
    "L13": [
        "包裹有点笨重",
        "滚筒洗衣机可以洗，滚轮顺滑",
        "垃圾桶放在死角，打个死扣",
        "傻瓜相机",
        "小心骗子",
    ],
    "L14": ["七天无理由最后一天也可以申请", "活动价以页面为准", "签收最后一天"],
    "L15": [
        "亲，店里正好有会员日活动，可享满199减20",
        "亲爱的会员，您的退款到了",
        "亲爱的会员，旗舰店周年庆活动开始了，拒收请回复R，退订回TD",
    ],
    "L16": ["别家的情况我不了解", "质量差别不大", "同行里都用这种面料"],
    "L17": [
        "您好，11月10日签收的",
        "预计11月25日送达",
        "😊😊😊",
        "有XXL码，3-5元",
        "2026-11-20签收",
        "没有缺货",
    ],
}

MARKETING = [
    "亲爱的会员，xxx特举办周年庆活动回馈新老客户，会员更多优惠",
    "尊敬的顾客，云朵家特举办会员周活动，多多优惠，快进店看看吧",
    "Dear customers, xxx held a special activity to give back. More discounts, greater profits",
    "【云朵家】元旦快乐，活动满199减20，优惠多多",
]


def rows(table):
    return [(category, *row) for category, some in table.items() for row in some]


@pytest.mark.parametrize(("category", "severity", "matched", "text"), rows(HITS))
def test_a_forbidden_wording_is_found_at_its_place(book, category, severity, matched, text):
    found = [each for each in findings(text, book, CONTEXT) if each.category == category]
    assert [(each.severity, each.matched) for each in found] == [(severity, matched)]
    (only,) = found
    assert text[only.start : only.end] == matched
    assert only.reason
    assert only.basis


@pytest.mark.parametrize(
    ("category", "text"), [(category, text) for category, some in EXCUSED.items() for text in some]
)
def test_what_only_looks_like_it_is_left_alone(book, category, text):
    found = findings(text, book, CONTEXT)
    assert [each for each in found if each.category == category] == []


@pytest.mark.parametrize("text", MARKETING)
def test_a_message_to_many_needs_a_way_out(book, text):
    found = [each for each in findings(text, book) if each.category == "L15"]
    assert {each.severity for each in found} == {Severity.BLOCK}


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("L4", "This is an unavoidable problem, so we can't return the color difference."),
        ("L4", "so our store does not support returning goods for this problem."),
        ("L4", "网购难以避免色差，所以色差问题我们不能退哦"),
        ("L4", "没办法保证每个人都合身，所以本店不支持因此退货"),
        ("L5", "亲，给个五星好评送优惠券哦"),
        ("L11", "晚到必赔，晚一天赔10元"),
        ("L7", "年终大促，全网最低价"),
    ],
)
def test_the_refusals_and_lures_of_old_reply_lists_are_found(book, category, text):
    assert category in {each.category for each in findings(text, book)}


@pytest.mark.parametrize(
    ("category", "matched", "text"),
    [
        ("L7", "全网最低价", "亲，本店全网最低价，假一赔十！"),
        ("L7", "全网最低价", "今天全网最低价"),
        ("L7", "行业内最好的", "本店是行业内最好的"),
        ("L7", "淘宝最便宜", "这几款淘宝最便宜"),
        ("L7", "世界最安全", "本品牌世界最安全"),
        ("L7", "销量第一", "本店销量第一最便宜"),
        ("L7", "最专业", "店里最专业最划算"),
        ("L1", "加微信", "支付宝加微信都行"),
        ("L1", "加我微信", "加我微信支付更便宜"),
        ("L1", "加微信", "加微信发支付宝账号给您"),
        ("L2", "直接转账", "直接转账给您，比原路退回快"),
        ("L2", "私下交易", "私下交易的话也给您原路退款"),
        ("L2", "不走平台", "不走平台，到线下门店付"),
    ],
)
def test_an_excuse_of_one_claim_does_not_excuse_another(book, category, matched, text):
    found = [each for each in findings(text, book, CONTEXT) if each.category == category]
    assert matched in [each.matched for each in found if each.severity is Severity.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "本店最低价",
        "这是本店全系列最便宜的",
        "国内件我们会第一时间发出",
        "国内的快递最好先验货",
        "全国范围内最好用冷水洗",
        "可以用微信支付或支付宝付款",
        "支付宝和微信都可以付款",
        "微信支付宝付款的会原路退回",
        "银行转账付的会原路退回",
        "全国大赛第一名的设计师",
    ],
)
def test_an_excuse_still_excuses_what_it_is_for(book, text):
    assert findings(text, book, CONTEXT) == ()


def test_every_category_has_its_three_cases():
    assert set(HITS) | {"L15"} == set(EXCUSED) == {f"L{number}" for number in range(1, 18)}
    assert all(len(some) >= 3 for table in (HITS, EXCUSED) for some in table.values())
    assert len(MARKETING) >= 3
