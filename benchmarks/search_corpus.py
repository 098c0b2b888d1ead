"""A library of any size for benchmarks: clauses of our own wording, filled from word lists.

The same count and seed give the same library. Bodies are 20 to 120 characters long, 68 on average.
Words of a dictionary stand among the shop's own, so that 100,000 replies hold nearly 300,000
different pairs of neighbours: a search that leans on repetition finds little of it here.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import count as numbers
from typing import TYPE_CHECKING

from pypinyin.phrases_dict import phrases_dict

from cs_desk.domain.template import ReplyTemplate
from cs_desk.domain.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST, LONGEST = 20, 120
USED_SHARE = 0.3
# Where most libraries are in use: a fixed day, for the sake of equal runs.
LAST_DAY = datetime(2026, 11, 11, tzinfo=UTC)

GREETINGS = ["亲，", "亲亲，", "您好，", "您好呀，", "亲爱的，", "", "", ""]
ENDINGS = ["", "有问题随时找我哦。", "感谢您的理解。", "祝您生活愉快！", "辛苦您啦~", "麻烦您了。"]

THEMES: dict[str, tuple[list[str], list[str]]] = {
    "售后/退货": (
        ["退货流程", "退货地址", "退货运费说明", "退货进度", "拒收说明", "七天无理由"],
        [
            "打开订单点申请售后，选择退货退款再提交就可以。",
            "收到{商品}后七天内，吊牌和包装完好都支持无理由退货。",
            "请把{商品}寄回{城市}的仓库，并在订单里填写{快递}单号。",
            "仓库验收没有问题后，货款会按原路退还到您的账户。",
            "如果是质量问题，来回运费由我们承担，请您先垫付。",
        ],
    ),
    "售后/换货": (
        ["尺码换货", "颜色换货", "换货进度", "换货寄回提醒"],
        [
            "{商品}的{尺码}码目前还有现货，可以给您安排换货。",
            "请先寄回原来那件{商品}，收到后当天重新发出{颜色}的。",
            "换货的包裹由{快递}承运，单号稍后发给您。",
        ],
    ),
    "售后/质量": (
        ["质量问题凭证", "破损处理", "少件补发", "掉色说明", "起球开线"],
        [
            "请拍一下{商品}有问题的位置和快递面单，我们马上核实。",
            "很抱歉给您带来不便，{商品}出现破损我们会负责到底。",
            "核对后确实少发了，今天就给您补发，{快递}送到{城市}。",
            "{颜色}的{商品}首次洗涤可能轻微掉色，建议和浅色分开洗。",
        ],
    ),
    "物流/发货": (
        ["什么时候发货", "催发货", "发什么快递", "预售发货", "节假日发货"],
        [
            "{城市}仓当天下午四点前付款的订单当天发出。",
            "默认发{快递}，暂时不能指定其他快递，请您谅解。",
            "{商品}是预售款，预计{天数}天内陆续发出。",
        ],
    ),
    "物流/派送": (
        ["还没收到", "物流不更新", "显示签收没收到", "修改地址", "偏远地区"],
        [
            "包裹已经到达{城市}，预计{天数}天送到，请留意电话。",
            "已经联系{快递}核查，有结果第一时间回复您。",
            "请问家人、门卫或者驿站有没有代收呢？",
            "{城市}部分乡镇派送会慢一些，一般要多等{天数}天。",
        ],
    ),
    "售前/尺码": (
        ["尺码推荐", "偏大还是偏小", "身高体重", "试穿建议"],
        [
            "{商品}是标准尺码，按您的身高体重建议拍{尺码}码。",
            "喜欢宽松的话可以选大一码，{尺码}码的胸围会更舒服。",
            "尺码表在详情页第二张图，仅供参考。",
        ],
    ),
    "售前/商品": (
        ["材质说明", "色差说明", "洗涤保养", "有没有现货", "型号适配"],
        [
            "{商品}的面料以详情页标注为准，建议{水温}水手洗。",
            "图片是实物拍摄，不同屏幕看{颜色}会有一点差别。",
            "这款壳适配iPhone {型号}，按键和摄像头孔位都对得上。",
            "USB充电线长{长度}厘米，支持{型号}W快充。",
        ],
    ),
    "售前/优惠": (
        ["优惠券怎么用", "能不能便宜", "满减规则", "赠品说明", "包邮条件"],
        [
            "店铺满{金额}减{减免}，和优惠券可以一起使用。",
            "价格已经是活动价，没有办法再改价了哦。",
            "拍下{商品}送同款{颜色}小样一份，送完为止。",
        ],
    ),
    "售后/退款": (
        ["退款多久到账", "仅退款说明", "退差价", "退运费险"],
        [
            "退款已经通过，{天数}天内原路退回您的银行卡或者花呗。",
            "买贵了可以退差价{减免}元，备注{词}就可以登记。",
            "运费险由保险公司理赔，一般是{减免}元左右，以{词}页面显示为准。",
        ],
    ),
    "售后/发票": (
        ["开发票", "发票抬头", "电子发票", "专票资料"],
        [
            "电子发票在确认收货后{天数}天内开好，抬头请写{词}公司。",
            "专票需要税号和开户银行，发到{词}邮箱就可以。",
        ],
    ),
    "安装/使用": (
        ["安装步骤", "连不上蓝牙", "充不进电", "清洁方法", "绿萝养护"],
        [
            "长按{商品}的开关{天数}秒，看到{颜色}灯闪烁就可以搜索{词}了。",
            "先把{词}卡扣对准{商品}的孔位，再顺时针拧紧。",
            "{商品}每周用{水温}水擦拭一次，避开{词}和{词}。",
        ],
    ),
    "活动/直播": (
        ["直播间价格", "定金尾款", "秒杀说明", "抽奖结果"],
        [
            "直播间拍下{商品}备注{词}，再送{词}一件。",
            "尾款从{金额}减到实付，记得先领{减免}元{词}券。",
            "中奖名单里有{词}和{词}两位，{天数}天内寄出{商品}。",
        ],
    ),
    "会员": (
        ["会员生日", "会员活动通知", "银行卡返现说明", "积分兑换"],
        [
            "会员生日当月下单{商品}可以领取{减免}元礼券。",
            "积分可以兑换{商品}，重复兑换不限次数。",
            "如不想再收到活动消息，回复退订即可。",
        ],
    ),
}

# What stands among the clauses of every theme.
ASIDES = [
    "您说的{词}{词}我们已经记下，",
    "{词}{词}{词}这一款也一样，",
    "麻烦备注{词}{词}，",
    "{词}{词}的话请走{词}{词}，",
    "（{词}{词}、{词}{词}除外）",
    "{城市}{词}{词}路{金额}号，",
    "找{词}{词}{词}处理就好。",
]

_LISTS = {
    "商品": "连衣裙 牛仔裤 雪纺衫 羽绒服 运动鞋 帆布包 手机壳 保温杯 床单 绿萝 睡衣 耳机 "
    "台灯 长袖衬衫 iPhone壳 充电宝 行李箱 重磅卫衣 乐高积木 薄款外套 儿童书包 婴儿车 湿巾 口红 "
    "护发素 猫粮",
    "城市": "成都 重庆 杭州 金华 义乌 广州 乌鲁木齐 长沙 长春 厦门 六安 呼和浩特 拉萨 苏州",
    "快递": "中通 圆通 申通 韵达 顺丰 邮政EMS 极兔 京东",
    "颜色": "白色 黑色 藏青色 绿色 米白色 酒红色 香槟色 浅灰色 牛油果绿 克莱因蓝",
    "尺码": "S M L XL XXL 均 165 170 38 42",
    "天数": "1-2 2-3 3-4 5-7 7-10",
    "水温": "冷 温 30度以下的",
    "型号": "11 12 13 14 15 16 20 65 100",
    "长度": "50 100 150 200",
    "金额": "99 199 299 399",
    "减免": "5 10 20 30 50",
}
WORDS = {name: words.split() for name, words in _LISTS.items()}


WORDS["词"] = sorted(word for word in phrases_dict if len(word) in {2, 3})


def make_library(count: int, seed: int = 20) -> list[ReplyTemplate]:
    """Return ``count`` replies."""
    chance = random.Random(seed)
    return [_reply(number, chance) for number in range(count)]


def make_usage(library: Sequence[ReplyTemplate], seed: int = 21) -> dict[str, Usage]:
    """Return the use of every third reply or so: a few often, most hardly ever."""
    chance = random.Random(seed)
    return {each.id: _usage(chance) for each in library if chance.random() < USED_SHARE}


def make_frecency(library: Sequence[ReplyTemplate]) -> dict[str, float]:
    """Return what the search is told of ``make_usage``."""
    return {each: usage.frecency() for each, usage in make_usage(library).items()}


def _usage(chance: random.Random) -> Usage:
    uses = min(int(chance.paretovariate(0.8)), 2000)
    last_used = LAST_DAY - timedelta(days=chance.expovariate(1 / 20))
    return Usage(uses=uses, last_used=last_used, weight=uses**0.7)


def _reply(number: int, chance: random.Random) -> ReplyTemplate:
    group = chance.choice(list(THEMES))
    titles, clauses = THEMES[group]
    title, product = chance.choice(titles), chance.choice(WORDS["商品"])
    return ReplyTemplate(
        id=f"bench-{number}",
        title=f"{title}·{product}" if chance.random() < 0.7 else _filled(f"{title}{{词}}", chance),
        body=_body(clauses, chance),
        code=f"{chance.choice('abcdfghjklmnpqrstwxyz')}{chance.choice('hxkfdy')}{number}",
        group=group,
        tags=tuple(chance.sample(WORDS["颜色"] + WORDS["商品"], k=chance.randint(0, 2))),
    )


def _body(clauses: Sequence[str], chance: random.Random) -> str:
    """Return clauses and asides until a length drawn by lot is reached."""
    length = chance.randint(SHORTEST, LONGEST - 34)
    body = chance.choice(GREETINGS)
    for clause in _clauses(clauses, chance):
        body += _filled(clause, chance)
        if len(body) >= length:
            break
    return (body + chance.choice(ENDINGS))[:LONGEST]


def _clauses(clauses: Sequence[str], chance: random.Random) -> Iterator[str]:
    order = chance.sample(clauses, k=len(clauses))
    for place in numbers():
        if chance.random() < 0.7:
            yield chance.choice(ASIDES)
        yield order[place % len(order)]


def _filled(text: str, chance: random.Random) -> str:
    for name, words in WORDS.items():
        while f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", chance.choice(words), 1)
    return text
