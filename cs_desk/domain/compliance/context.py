"""What is known of a text beside its words: where it comes from, and who stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.compliance.rule import Excuse

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.filling import Piece
    from cs_desk.domain.template import ReplyTemplate

PROMISE_NAME = "发货时效"
"""The placeholder whose value is the shop's promise to ship within some time."""

# A number that names the buyer's own order, and the address that the law has the shop give.
_OWN_NAMES = frozenset({"订单号", "运单号", "退货地址", "退货电话"})
_EXCLUDED_ITEM_NAME = "不支持原因"
_EXCLUDED_ITEM_TAGS = ("定制", "生鲜", "鲜活", "不支持七天", "不支持7天", "特殊商品")
_PROMOTION_DATE_NAMES = frozenset({"活动时间", "活动截止", "优惠截止"})
_OWN_LABEL = re.compile(r"(?:订单号|订单编号|运单号|快递单号|物流单号|单号)\s*(?:是|为)?[:：\s]*$")
_LONGEST_PHONE = 14
_HOURS = re.compile(r"([0-9]{1,4})\s*(?:个)?\s*(小时|h|H|天|日)")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a text.

    Attributes:
        template: The reply that it is made of; None for a text of its own.
        pieces: What its stretches are, as ``fill`` tells; empty for a text of its own, in which
            a placeholder counts as forgotten.
        promised: The shop's promise to ship, as it writes it: ``48小时内``; empty if unknown.
        done: What has been ticked off in the return case that the text is for.
        now: The present moment; None leaves dates alone.
    """

    template: ReplyTemplate | None = None
    pieces: tuple[Piece, ...] = ()
    promised: str = ""
    done: tuple[str, ...] = ()
    now: datetime | None = None

    def headings(self) -> frozenset[str]:
        """Return the headings and tags of the reply."""
        if self.template is None:
            return frozenset()
        return frozenset((*self.template.group.split("/"), *self.template.tags))

    def promised_hours(self) -> int | None:
        """Return within how many hours the shop promises to ship; None if that is not known."""
        found = _HOURS.search(self.promised)
        if found is None:
            return None
        return int(found[1]) * (24 if found[2] in "天日" else 1)

    def excuses(self, excuse: Excuse, text: str, start: int, end: int) -> bool:
        """Return whether ``excuse`` holds for the range ``start`` to ``end`` of ``text``."""
        match excuse:
            case Excuse.OWN_VALUE:
                return _is_labelled(text, start, end) or self._is_own_value(start, end)
            case Excuse.EXCLUDED_ITEM:
                headings = self.headings()
                tagged = any(tag in heading for tag in _EXCLUDED_ITEM_TAGS for heading in headings)
                return tagged or self._names(frozenset({_EXCLUDED_ITEM_NAME}))
            case Excuse.ALREADY_DONE:
                action = text[max(start, end - 2) : end]
                return any(action in done for done in self.done)
            case Excuse.DATED_PROMOTION:
                return self._names(_PROMOTION_DATE_NAMES)

    def _is_own_value(self, start: int, end: int) -> bool:
        return any(
            piece.name in _OWN_NAMES and piece.start <= start and end <= piece.end
            for piece in self.pieces
        )

    def _names(self, names: frozenset[str]) -> bool:
        """Return whether one of ``names`` stands in the text, filled or still to be filled."""
        return any(piece.name in names for piece in self.pieces)


def _is_labelled(text: str, start: int, end: int) -> bool:
    """Return whether the text itself says that a long number is an order's, not a card's."""
    long_enough = end - start > _LONGEST_PHONE
    return long_enough and _OWN_LABEL.search(text, max(0, start - 12), start) is not None


NO_CONTEXT = Context()
"""A text of which nothing else is known."""
