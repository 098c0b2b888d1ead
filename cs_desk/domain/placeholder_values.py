"""Whether a value suits its placeholder, and the form in which it goes into a reply."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cs_desk.domain.template import PlaceholderType
from cs_desk.domain.written_dates import read_date

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.template import Placeholder


class InvalidReason(StrEnum):
    """Why a value may not go to a buyer."""

    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    NOT_A_DATE = "not_a_date"
    PAST_DATE = "past_date"
    NOT_DAYS = "not_days"
    NOT_MONEY = "not_money"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_CITY = "not_a_city"
    BAD_LINK = "bad_link"
    BAD_ORDER_NO = "bad_order_no"
    BAD_TRACKING_NO = "bad_tracking_no"


@dataclass(frozen=True, slots=True)
class CheckedValue:
    """A value after the check.

    Attributes:
        value: As it goes into the reply. Characters that could mislead the reader of a preview or
            break a clipboard are shown as U+FFFD.
        reason: Why it may not be sent; None if it may.
    """

    value: str
    reason: InvalidReason | None = None


# What browsers and spreadsheets leave in copied text: soft hyphen, zero width space, word joiner,
# byte order mark. They carry no meaning and cannot be seen.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_REPLACEMENT = "\ufffd"
# Both occur in emoji and in scripts that need them.
_JOINERS = frozenset("\u200c\u200d")

LONGEST_VALUE = 10_000
"""Characters of a value that are looked at; the rest of a longer one is dropped and refused."""

_MONEY = re.compile(r"[¥￥]?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(\.\d{1,2})?元?", re.ASCII)
_DAYS = re.compile(
    r"((?:预计|大约|约)?)(\d{1,3})(?:[-~—–至到](\d{1,3}))?((?:个?工作日|天|日)?(?:左右|之内|以内|内)?)",
    re.ASCII,
)
_ORDER_NO = re.compile(r"\d{12,20}", re.ASCII)
_TRACKING_NO = re.compile(r"[A-Z0-9]{8,20}")
# The host must end right before / ? # or the text: no user, no port, no look-alike suffix.
_LINK = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*(?:taobao|tmall|1688|alipay)\.com"
    r"(?:[/?#][!#-;=?-\[\]_a-z~]*)?",
    re.ASCII | re.IGNORECASE,
)


def check_value(placeholder: Placeholder, value: str, now: datetime) -> CheckedValue:
    """Return ``value`` in the form that suits ``placeholder``, or why it does not suit.

    Blanks around a value do not count, and a line break counts as a blank except in
    ``multiline``. The empty value passes: whether one is needed is not asked here.

    Args:
        placeholder: Type, choices and length that the value has to keep to.
        value: What someone typed, pasted or computed.
        now: The present moment, for dates and for years left out.
    """
    multiline = placeholder.type is PlaceholderType.MULTILINE
    cleaned = _cleaned(value[:LONGEST_VALUE], multiline=multiline)
    safe = "".join(_REPLACEMENT if _misleads(character) else character for character in cleaned)
    if safe != cleaned:
        return CheckedValue(safe, InvalidReason.CONTROL_CHARACTERS)
    if len(value) > LONGEST_VALUE:
        return CheckedValue(cleaned, InvalidReason.TOO_LONG)
    if not cleaned:
        return CheckedValue("")
    checked = _check_type(placeholder, cleaned, now)
    if checked.reason is None and len(checked.value) > placeholder.max_length:
        return CheckedValue(checked.value, InvalidReason.TOO_LONG)
    return checked


def _cleaned(value: str, *, multiline: bool) -> str:
    """Return ``value`` composed (NFC), without controls and invisible characters."""
    lines = _LINE_END.sub("\n", unicodedata.normalize("NFC", value))
    visible = _INVISIBLE.sub("", _CONTROLS.sub("", lines))
    if multiline:
        return visible.strip()
    return " ".join(part for line in visible.split("\n") if (part := line.strip()))


def _misleads(character: str) -> bool:
    """Return whether ``character`` reorders text, hides in it, or is half of a character."""
    category = unicodedata.category(character)
    return category == "Cs" or (category == "Cf" and character not in _JOINERS)


def _check_type(placeholder: Placeholder, value: str, now: datetime) -> CheckedValue:
    match placeholder.type:
        case PlaceholderType.DATE:
            return _check_date(placeholder, value, now)
        case PlaceholderType.DAYS:
            return _check_days(value)
        case PlaceholderType.MONEY:
            return _check_money(value)
        case PlaceholderType.CHOICE:
            offered = not placeholder.choices or value in placeholder.choices
            return CheckedValue(value, None if offered else InvalidReason.NOT_A_CHOICE)
        case PlaceholderType.CITY:
            # Pinyin that was meant to be completed; every place in China has a Chinese name.
            chinese = not any(letter.isascii() and letter.isalpha() for letter in value)
            return CheckedValue(value, None if chinese else InvalidReason.NOT_A_CITY)
        case PlaceholderType.LINK:
            safe = _LINK.fullmatch(value)
            return CheckedValue(value, None if safe else InvalidReason.BAD_LINK)
        case PlaceholderType.ORDER_NO:
            return _check_number(value, _ORDER_NO, InvalidReason.BAD_ORDER_NO)
        case PlaceholderType.TRACKING_NO:
            return _check_number(value, _TRACKING_NO, InvalidReason.BAD_TRACKING_NO)
        case _:
            return CheckedValue(value)


def _check_date(placeholder: Placeholder, value: str, now: datetime) -> CheckedValue:
    written = read_date(value, now)
    if written is None:
        return CheckedValue(value, InvalidReason.NOT_A_DATE)
    past = placeholder.promise and written.is_past(now)
    return CheckedValue(written.text, InvalidReason.PAST_DATE if past else None)


def _check_days(value: str) -> CheckedValue:
    """Check ``3天``, ``3-4天``, ``3``; the unit is left out where the reply writes it itself."""
    found = _DAYS.fullmatch(_compact(value))
    if found is None:
        return CheckedValue(value, InvalidReason.NOT_DAYS)
    about, least, most, unit = found.groups()
    if most is None:
        return CheckedValue(f"{about}{int(least)}{unit}")
    if int(least) > int(most):
        return CheckedValue(value, InvalidReason.NOT_DAYS)
    return CheckedValue(f"{about}{int(least)}-{int(most)}{unit}")


def _check_money(value: str) -> CheckedValue:
    """Check an amount in 元: no sign, at most 分; the reply writes the unit itself."""
    found = _MONEY.fullmatch(_compact(value))
    if found is None:
        return CheckedValue(value, InvalidReason.NOT_MONEY)
    whole, fraction = int(found[1].replace(",", "")), found[2] or ""
    return CheckedValue(f"{whole}{fraction.ljust(3, '0') if fraction else ''}")


def _check_number(value: str, form: re.Pattern[str], reason: InvalidReason) -> CheckedValue:
    number = _compact(value).upper()
    return CheckedValue(number) if form.fullmatch(number) else CheckedValue(value, reason)


def _compact(value: str) -> str:
    """Return ``value`` in half width, without blanks."""
    return "".join(unicodedata.normalize("NFKC", value).split())
