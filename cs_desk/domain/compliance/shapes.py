"""Numbers, addresses of the net and mail, told by their shape in a text as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cs_desk.domain.compliance.rule import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

# Full width to half width, character by character, so that every place stays.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ＠．]")

# Blanks and strokes may stand where people group digits: 138 0013 8000, 1 3 8 0 …. Nowhere else,
# for 110 120 130 140 150 160 are sizes. Every repetition is bounded.
_GAP = r"[ \-–—.·_*~]?"
_PHONE = re.compile(
    rf"(?<![0-9])(?:\+?86{_GAP})?1(?:"
    rf"[3-9][0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}"
    rf"|[3-9][0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}"
    rf"|{_GAP}[3-9](?:[ \-–—.·_*~][0-9]){{9}}"
    r")(?![0-9])"
)
_IDENTITY_NUMBER = re.compile(
    rf"(?<![0-9])[1-9][0-9]{{5}}{_GAP}[0-9]{{8}}{_GAP}[0-9]{{3}}[0-9xX](?![0-9A-Za-z])"
)
_CARD_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?:[1-9][0-9]{15,18}"
    rf"|[3-6][0-9]{{3}}(?:{_GAP}[0-9]{{4}}){{3}}(?:{_GAP}[0-9]{{1,3}})?)(?![0-9A-Za-z])"
)
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64} ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)
_LINK = re.compile(
    r"(?P<scheme>https?://)?(?P<host>(?<![A-Za-z0-9.@_-])"
    r"(?:[A-Za-z0-9-]{1,63}\.){1,5}(?P<top>[A-Za-z]{2,10}))(?P<rest>[:/?#][!-~]{0,500})?"
)
_TOP_DOMAIN = re.compile(
    "com|cn|net|org|cc|top|shop|vip|me|link|xyz|site|online|club|info|app|io|co|ltd|wang"
)
# tb.cn is Taobao's own short form.
_OWN_HOST = re.compile(r"(?:[a-z0-9-]+\.)*(?:(?:taobao|tmall|1688|alipay)\.com|tb\.cn)")
_USER_OR_PORT = re.compile(r":[0-9]|[^/?#]*@")
# Few texts have as many digits as a phone number, or a letter on both sides of a dot.
_SHAPELY = re.compile(rf"(?:[0-9]{_GAP}){{11}}|@|[A-Za-z0-9]\.[A-Za-z]")


def shapely(text: str) -> str:
    """Return ``text`` in half width, every character at its place; empty if it has no shape."""
    plain = text.translate(_HALF_WIDTH) if _WIDE.search(text) else text
    return plain if _SHAPELY.search(plain) else ""


def places_of(shape: Shape, plain: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text in half width that have ``shape``."""
    match shape:
        case Shape.PHONE:
            yield from (found.span() for found in _PHONE.finditer(plain))
        case Shape.IDENTITY_NUMBER:
            yield from (found.span() for found in _IDENTITY_NUMBER.finditer(plain))
        case Shape.CARD_NUMBER:
            yield from (found.span() for found in _CARD_NUMBER.finditer(plain))
        case Shape.EMAIL:
            yield from (found.span() for found in _EMAIL.finditer(plain))
        case Shape.FOREIGN_LINK:
            yield from (found.span() for found in _LINK.finditer(plain) if _is_foreign(found))


def _is_foreign(found: re.Match[str]) -> bool:
    rest = found["rest"] or ""
    if found["scheme"] is None and not _TOP_DOMAIN.fullmatch(found["top"].lower()):
        return False
    # A user or a port makes another host of what looks like ours.
    return not _OWN_HOST.fullmatch(found["host"].lower()) or bool(_USER_OR_PORT.match(rest))
