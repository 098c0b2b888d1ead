"""Personal data with its middle hidden: 138****5678, 王*明; what is masked already stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What people put between the groups of a number.
_GAP = r"[^\S\n]?[-\u2010-\u2015\u2212\uff0d.\u00b7]?[^\S\n]?"

# A mobile number is 1, one of 3 to 9, and nine digits, full width or not; as part of a longer
# number, such as an order's, it is none.
_MOBILE = re.compile(
    rf"(?<!\d)(?P<country>(?:\+|00)?86{_GAP})?"
    rf"(?P<first>[1\uff11][3-9\uff13-\uff19]\d)(?:{_GAP}\d{{4}}{_GAP}|\d\d{_GAP}\d\d)(?P<last>\d{{4}})(?!\d)"
)
# An area code and seven or eight digits, the first of them 2 to 9; area codes are 010, 02x, and
# those of four digits from 03xx on.
_LANDLINE = re.compile(
    rf"(?<!\d)(?P<area>[(\uff08]?[0\uff10](?:[1\uff11][0\uff10]|[2\uff12]\d|[3-9\uff13-\uff19]\d\d)"
    rf"[)\uff09]?{_GAP})[2-9\uff12-\uff19]\d{{2,3}}{_GAP}(?P<last>\d{{4}})(?!\d)"
)
# GB 11643: a place, a date of birth, a sequence, and a digit or X to check them by.
_IDENTITY = re.compile(
    r"(?<!\d)(?P<first>[1-9]\d\d)\d{3}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"(?P<last>\d{3}[\dXx\uff38\uff58])(?![\dA-Za-z])"
)
# Cards of UnionPay, Visa and Mastercard; others are not used to pay refunds out.
_CARD = re.compile(
    rf"(?<!\d)(?:62\d\d(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,3}})?"
    rf"|(?:4\d{{3}}|5[1-5]\d\d)(?:{_GAP}\d{{4}}){{3}})(?!\d)"
)
_MAIL = re.compile(
    r"(?P<first>[A-Za-z0-9])[A-Za-z0-9._%+-]*(?P<domain>[@\uff20](?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})"
)


def masked_name(name: str) -> str:
    """Return a name or nick of which only the ends are left: ``王*明``, ``王*``, ``小**``."""
    name = name.strip()
    match len(name):
        case 0:
            return ""
        case 1:
            return "*"
        case 2:
            return f"{name[0]}*"
        case 3:
            return f"{name[0]}*{name[2]}"
        case _:
            # How long it is would tell something too.
            return f"{name[0]}**"


def masked_text(text: str, names: Iterable[str] = ()) -> str:
    """Return ``text`` without phone and identity numbers, bank cards, e-mail addresses and names.

    Order numbers of 18 or 19 digits stay, save where one looks like an identity or card number.

    Args:
        text: What somebody wrote.
        names: People's names and nicks, to hide wherever they stand; single characters are not.
    """
    hidden = sorted({n.strip() for n in names if len(n.strip()) > 1 and "*" not in n})
    hidden.sort(key=len, reverse=True)
    # What is masked may bare something beside it; every round hides more, so there is a last.
    while (masked := _masked_once(text, hidden)) != text:
        text = masked
    return text


def _masked_once(text: str, names: Iterable[str]) -> str:
    text = _MAIL.sub(r"\g<first>***\g<domain>", text)
    text = _IDENTITY.sub(r"\g<first>***********\g<last>", text)
    text = _CARD.sub(_masked_card, text)
    text = _MOBILE.sub(_masked_mobile, text)
    text = _LANDLINE.sub(r"\g<area>****\g<last>", text)
    for name in names:
        text = text.replace(name, masked_name(name))
    return text


def _masked_mobile(found: re.Match[str]) -> str:
    return f"{found['country'] or ''}{found['first']}****{found['last']}"


def _masked_card(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    return f"{digits[:4]}****{digits[-4:]}" if _is_valid(digits) else found[0]


def _is_valid(card: str) -> bool:
    """Return whether the last digit fits the others by the rule of ISO/IEC 7812 (Luhn)."""
    doubled = [int(digit) * 2 for digit in card[-2::-2]]
    plain = [int(digit) for digit in card[-1::-2]]
    return (sum(plain) + sum(digit - 9 * (digit > 9) for digit in doubled)) % 10 == 0
