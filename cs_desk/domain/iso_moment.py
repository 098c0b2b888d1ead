"""Moments as programs write them (ISO 8601), taken for China's time where no zone is told."""

from __future__ import annotations

import re
from datetime import datetime

from cs_desk.domain.china import CHINA

_MOMENT = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?\s*(Z|[-+]\d{2}:?\d{2})?)?",
    re.ASCII,
)
# Nothing that this program deals with lies outside these years: it was mistyped.
_YEARS = range(2000, 2201)


def read_iso_moment(text: str) -> datetime | None:
    """Return the moment that ``text`` names, in China's zone; None if there is none.

    Args:
        text: ``2026-11-10``, which is its first moment, ``2026-11-10T14:05``, or with a blank for
            the ``T``, with seconds, with an offset.
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    offset = (found[7] or "+0800").replace("Z", "+0000")
    try:
        zone = datetime.strptime(offset, "%z").tzinfo
        moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
    return moment.astimezone(CHINA) if year in _YEARS else None
