"""What a copied order page says: facts out of text that was meant for the eye.

Pages of 淘宝 and 千牛 copy in many layouts: ``订单编号：4210…`` in one line, a label and its value
in two lines or two cells, several facts in a line. A label is known by its name, its value is what
follows it. What nobody labelled is left alone, but for an order number that stands by itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.returns.money import read_yuan
from cs_desk.domain.returns.order_labels import FIELDS, LABELS, SPEC_PARTS, WRITTEN_LABEL
from cs_desk.domain.returns.written_moments import read_moment
from cs_desk.domain.text_direction import without_direction_controls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

LONGEST_ORDER_TEXT = 50_000
"""Characters that are looked at; whatever is copied after them is another page."""

_LONGEST_VALUE = 200
_UNSAID_COLON = frozenset({"order", "paid", "freight", "signed", "shipped", "applied", "succeeded"})
_ORDER = re.compile(r"(?<!\d)\d{12,20}(?!\d)")
# Bank cards have 16 or 19 digits, the latter beginning with 62.
_ORDER_ALONE = re.compile(r"(?<![\dA-Za-z])(?!62\d{17}(?!\d))\d{17,20}(?![\dA-Za-z])")
_IDENTITY = re.compile(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}")
_PHONE = re.compile(r"(?:\+?86)?1\d{10}")
_MONEY = re.compile(r"(?<![-\d.])¥? ?\d[\d,]*(?:\.\d+)?(?: ?元)?")
_DAY = r"(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?"
_MOMENT = re.compile(rf"(?<!\d){_DAY}(?: {{0,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?")
_SIGNED_TRACE = re.compile(
    rf"(?<!\d)(?P<at>{_DAY} {{0,3}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)"
    r"[^\n]{0,40}?(?:已签收|签收人|已取件|已妥投)"
)
# A link that stands behind the title on the page.
_SNAPSHOT = re.compile(r" ?\[?交易快照\]?$")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class OrderText:
    """What was recognised; None for what was not. Phone numbers and addresses are never kept.

    Attributes:
        order: Order number, 12 to 20 digits.
        buyer: The buyer's nick.
        item: The item's title.
        spec: Its colour, size …, as ``米白 M``.
        paid: What was paid, freight included, in 分.
        freight: How much of it was for freight, in 分.
        signed: When the parcel was signed for.
        shipped: When it was shipped.
        applied: When the buyer applied for the return.
        succeeded: When the trade was completed, 交易成功.
        orders: How many different order numbers stand in the text; the first one is taken.
    """

    order: str | None = None
    buyer: str | None = None
    item: str | None = None
    spec: str | None = None
    paid: int | None = None
    signed: datetime | None = None
    shipped: datetime | None = None
    applied: datetime | None = None
    succeeded: datetime | None = None
    freight: int | None = None
    orders: int = 0


@dataclass(frozen=True, slots=True)
class _Said:
    """A label, and the value that follows it."""

    label: str
    value: str

    @property
    def field(self) -> str:
        return FIELDS.get(self.label, "")


def read_order_text(text: str, now: datetime) -> OrderText:
    """Return what the copied ``text`` of an order page says, as of ``now``.

    Of several orders, the facts are the first one's.
    """
    folded = _folded(text)
    said = list(_labelled(folded))
    orders = _order_numbers(folded, said)
    first = list(_until_second_order(said))
    return OrderText(
        order=orders[0] if orders else None,
        buyer=_buyer(first),
        item=_SNAPSHOT.sub("", _first(first, "item")) or None,
        spec=_spec(first) or None,
        paid=_amount(first, "paid"),
        freight=_freight(first),
        signed=_moment(first, "signed", now) or _signed_by_trace(folded, now),
        shipped=_moment(first, "shipped", now),
        applied=_moment(first, "applied", now),
        succeeded=_moment(first, "succeeded", now),
        orders=len(orders),
    )


def _folded(text: str) -> str:
    half_width = unicodedata.normalize("NFKC", text[:LONGEST_ORDER_TEXT])
    seen = without_direction_controls(half_width.translate(_INVISIBLE))
    return "\n".join(seen.splitlines())


def _labelled(text: str) -> Iterator[_Said]:
    """Yield every label with its value, from the top."""
    columns: list[str] = []
    waiting = ""
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if len(filled) > 1 and all(cell in LABELS for cell in filled):
            columns, waiting = cells, ""
            continue
        for place, cell in enumerate(cells):
            heading = columns[place] if place < len(columns) else ""
            said, waiting = _in_cell(cell, heading or waiting, waiting)
            yield from said
        columns = []


def _in_cell(cell: str, label: str, waiting: str) -> tuple[list[_Said], str]:
    """Return what a cell says, and the label whose value the next cell holds.

    Args:
        cell: The cell.
        label: What it holds if it names nothing by itself.
        waiting: The label that waits for a value; waits on if the cell is empty.
    """
    if not cell:
        return [], waiting
    if cell in LABELS:
        return [], cell
    labels = [found for found in WRITTEN_LABEL.finditer(cell) if _counts(found)]
    if not labels:
        return [_Said(label, cell)] if label else [], ""
    ends = [found.start() for found in labels[1:]] + [len(cell)]
    said = [
        _Said(found["name"], cell[found.end() : end].strip(" ,;|"))
        for found, end in zip(labels, ends, strict=True)
    ]
    return [each for each in said if each.value], "" if said[-1].value else said[-1].label


def _counts(found: re.Match[str]) -> bool:
    return bool(found["colon"]) or FIELDS.get(found["name"]) in _UNSAID_COLON


def _order_numbers(text: str, said: list[_Said]) -> list[str]:
    """Return the different order numbers; of those without a label only if none has one."""
    labelled = (_ORDER.search(each.value) for each in said if each.field == "order")
    found = dict.fromkeys(number[0] for number in labelled if number)
    if found:
        return list(found)
    taken = "\n".join(each.value for each in said)
    alone = (number[0] for number in _ORDER_ALONE.finditer(text))
    return [each for each in dict.fromkeys(alone) if each not in taken and not _is_identity(each)]


def _is_identity(number: str) -> bool:
    return _IDENTITY.fullmatch(number) is not None


def _until_second_order(said: list[_Said]) -> Iterator[_Said]:
    first = ""
    for each in said:
        if each.field == "order":
            if first and each.value != first:
                return
            first = each.value
        yield each


def _first(said: list[_Said], field: str) -> str:
    return next((each.value[:_LONGEST_VALUE] for each in said if each.field == field), "")


def _buyer(said: list[_Said]) -> str | None:
    nick = _first(said, "buyer").split(" ")[0]
    return None if not nick or _PHONE.fullmatch(nick) else nick


def _spec(said: list[_Said]) -> str:
    parts: dict[str, str] = {}
    for each in said:
        if each.label in SPEC_PARTS:
            parts.setdefault(each.label, each.value)
    return (" ".join(parts.values()) or _first(said, "spec").replace(";", " "))[:_LONGEST_VALUE]


def _freight(said: list[_Said]) -> int | None:
    """Return the freight in what was paid; None for what cannot be a part of it."""
    freight, paid = _amount(said, "freight"), _amount(said, "paid")
    return None if freight is not None and paid is not None and freight > paid else freight


def _amount(said: list[_Said], field: str) -> int | None:
    # Freight is told in words as well: "满 99 包邮" is no amount of it.
    found = _MONEY.match if field == "freight" else _MONEY.search
    amounts = (found(each.value) for each in said if each.field == field)
    return next((read_yuan(amount[0]) for amount in amounts if amount), None)


def _moment(said: list[_Said], field: str, now: datetime) -> datetime | None:
    found = _MOMENT.search(_first(said, field))
    return read_moment(" ".join(found[0].split()), now) if found else None


def _signed_by_trace(text: str, now: datetime) -> datetime | None:
    """Return when the parcel was signed for by what the courier reported."""
    found = _SIGNED_TRACE.search(text)
    return read_moment(" ".join(found["at"].split()), now) if found else None
