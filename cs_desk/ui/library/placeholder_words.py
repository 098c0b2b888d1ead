"""What a placeholder's type and source are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.template import PlaceholderSource, PlaceholderType

if TYPE_CHECKING:
    from collections.abc import Callable

    Translate = Callable[[str], str]


def type_words(tr: Translate) -> dict[PlaceholderType, str]:
    """Return the name of every type, in the order in which they are offered."""
    return {
        PlaceholderType.TEXT: tr("文字"),
        PlaceholderType.MULTILINE: tr("多行文字"),
        PlaceholderType.CHOICE: tr("选项"),
        PlaceholderType.CITY: tr("城市"),
        PlaceholderType.DAYS: tr("天数"),
        PlaceholderType.DATE: tr("日期"),
        PlaceholderType.MONEY: tr("金额"),
        PlaceholderType.LINK: tr("链接"),
        PlaceholderType.ORDER_NO: tr("订单号"),
        PlaceholderType.TRACKING_NO: tr("运单号"),
    }


def source_words(tr: Translate) -> dict[PlaceholderSource, str]:
    """Return what every source is called."""
    return {
        PlaceholderSource.BUYER: tr("当前买家"),
        PlaceholderSource.SHOP: tr("店铺"),
        PlaceholderSource.CASE: tr("退货单"),
        PlaceholderSource.COMPUTED: tr("推算"),
    }
