"""The seven steps of a return, which no checklist may change."""

from __future__ import annotations

STEPS = {
    "conditions": "确认退货条件",
    "application": "提交退货申请",
    "review": "等待审核",
    "packing": "准备退货商品",
    "shipping": "寄送商品",
    "receiving": "确认收货",
    "refund": "退款处理",
}
"""Keys and titles, in order."""
