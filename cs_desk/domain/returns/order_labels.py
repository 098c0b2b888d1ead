"""The labels on order pages of 淘宝 and 千牛, and how they are found in copied text."""

from __future__ import annotations

import re

FIELDS = {
    label: field
    for field, labels in {
        "order": "订单编号 订单号 主订单号 主订单编号 交易订单号 交易编号 订单ID",
        "buyer": "买家昵称 买家旺旺 买家会员名 买家账号 会员名 旺旺 买家",
        "item": "宝贝标题 宝贝名称 商品标题 商品名称 宝贝 商品",
        "spec": "商品规格 商品属性 销售属性 规格 属性 款式",
        "paid": "实付款 实付金额 实际付款 实付 买家实付 付款金额 实收款",
        "freight": "含运费 含快递 运费 快递费 邮费",
        "signed": "签收时间 签收日期",
        "shipped": "发货时间 发货日期",
        "applied": "申请退款时间 退款申请时间 售后申请时间 申请时间",
        "succeeded": "交易成功时间 确认收货时间 成交时间 完成时间",
    }.items()
    for label in labels.split()
}
"""A label of the page to the fact that it names."""

SPEC_PARTS = ("颜色分类", "颜色", "尺码", "尺寸", "套餐类型", "型号", "版本", "参考身高", "鞋码")
"""Labels that together make up a specification."""

# Known only so that what follows them belongs to nobody else.
_OTHERS = (
    *("支付宝交易号", "商户订单号", "退款编号", "售后单号", "商家编码", "商品ID", "宝贝ID"),
    *("收货人", "收件人", "姓名", "真实姓名", "联系电话", "联系方式", "手机号码", "手机号", "手机"),
    *("电话", "身份证号码", "身份证号", "身份证", "银行卡号", "银行卡", "邮箱", "发票抬头"),
    *("收货地址", "收货信息", "地址", "运单号", "运单号码", "快递单号", "物流单号", "物流编号"),
    *(
        "物流公司",
        "运送方式",
        "创建时间",
        "下单时间",
        "付款时间",
        "拍下时间",
        "订单状态",
        "交易状态",
    ),
    *("单价", "数量", "优惠", "店铺优惠", "商品总价", "订单总价", "应付款"),
    *("应付", "总价", "实收", "买家留言", "备注", "操作", "卖家昵称", "卖家", "店铺"),
)

LABELS = frozenset((*FIELDS, *SPEC_PARTS, *_OTHERS))
"""Every label that is known."""

_BY_LENGTH = "|".join(map(re.escape, sorted(LABELS, key=len, reverse=True)))
_FIRSTS = "".join(sorted({label[0] for label in LABELS}))

# The first characters once more, before the many names: what is no label is passed over quickly.
WRITTEN_LABEL = re.compile(
    rf"(?=[{_FIRSTS}])(?<![\u4e00-\u9fffA-Za-z])(?P<name>{_BY_LENGTH})"
    r"(?:\([^()]{0,12}\))?(?: ?(?P<colon>:)| ?(?=[¥\d]))"
)
"""A label inside a line, with a colon after it or a figure."""
