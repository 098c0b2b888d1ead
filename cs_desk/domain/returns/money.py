"""Amounts of money as people write them, in 元, and as the desk counts them, in whole 分."""

from __future__ import annotations

import re

MOST_FEN = 999_999_999
"""The largest amount that is read: 9,999,999.99 元. More is a slip, or an order number."""

_LONGEST_AMOUNT = 40
# Only these stand for their ASCII twins: ① or ² in an amount is a slip rather than a digit.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，￥　", "0123456789.,¥ ")
_AMOUNT = re.compile(
    r"¥?\s*(?P<yuan>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<fen>[0-9]{1,2}))?\s*元?"
)


def read_yuan(text: str) -> int | None:
    """Return an amount written in 元 as 分; None if it is not one.

    Understood: ``86.36``, ``¥86.36``, ``￥ 86.3``, ``86元``, ``1,234.50``, all of it in full width
    too. Not an amount: anything negative, with more than 2 decimals, or above ``MOST_FEN``.
    """
    if len(text) > _LONGEST_AMOUNT:
        return None
    found = _AMOUNT.fullmatch(text.translate(_HALF_WIDTH).strip())
    if found is None:
        return None
    fen = int(found["yuan"].replace(",", "") + (found["fen"] or "").ljust(2, "0"))
    return fen if fen <= MOST_FEN else None


def yuan(fen: int) -> str:
    """Return 分 as 元 with two decimals: ``8636`` is ``86.36``."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"
