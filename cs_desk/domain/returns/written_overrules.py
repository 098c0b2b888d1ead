"""What a person puts in place of a rule, as scripts write it: ``运费=卖家``, ``refund=60``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.returns.refund import REFUND_KEY
from cs_desk.domain.returns.written_facts import read_amount
from cs_desk.domain.returns.written_kinds import read_payer

if TYPE_CHECKING:
    from cs_desk.domain.returns.kinds import Payer

_PAYER_KEYS = ("payer", "运费", "运费承担方")
_REFUND_KEYS = ("refund", "退款", "退款金额")
_LINE_KEY = "line."


@dataclass(frozen=True, slots=True)
class WrittenPayer:
    """Who pays the freight; the rules' own for None."""

    payer: Payer | None


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """The amount of a line of the refund, or of the refund itself.

    Attributes:
        line: The line's key; ``refund`` for the sum.
        fen: The amount in 分; the rules' own for None.
    """

    line: str
    fen: int | None


def read_overrule(key: str, value: str) -> WrittenPayer | WrittenAmount | None:
    """Return what ``键=值`` overrules; None if the key names nothing of the kind.

    An empty value goes back to the rules. A line may be negative, the sum may not.

    Raises:
        CaseRefusedError: The value is no payer, or no amount.
    """
    value = value.strip()
    if key in _PAYER_KEYS:
        return WrittenPayer(read_payer(value) if value else None)
    if key in _REFUND_KEYS:
        return WrittenAmount(REFUND_KEY, read_amount(value) if value else None)
    if key.startswith(_LINE_KEY):
        line = key.removeprefix(_LINE_KEY)
        sign = -1 if value.startswith("-") else 1
        return WrittenAmount(line, sign * read_amount(value.removeprefix("-")) if value else None)
    return None
