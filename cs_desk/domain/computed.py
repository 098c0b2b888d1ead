"""Values that follow from others: the delivery estimate and the last day for a return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.delivery import estimate
from cs_desk.domain.written_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cs_desk.domain.city import CityDirectory
    from cs_desk.domain.delivery import ZoneTable

# 消费者权益保护法 art. 25, 七日无理由退货暂行办法 art. 10: counted from the day after signing.
NO_REASON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Geography:
    """The cities that the desk knows and the delivery zones between them."""

    cities: CityDirectory
    zones: ZoneTable


def computed_values(
    known: Mapping[str, str], geography: Geography, now: datetime
) -> dict[str, str]:
    """Return what follows from the ``known`` placeholder values at ``now``.

    Names whose grounds are missing or not understood are left out.
    """
    return {
        **_delivery(known, geography, now),
        **_return_window(known, now),
    }


def _delivery(known: Mapping[str, str], geography: Geography, now: datetime) -> dict[str, str]:
    destination = geography.cities.find(known.get("收货城市", ""))
    if destination is None:
        return {}
    values = {"收货省份": destination.province}
    origin = geography.cities.find(known.get("发货城市", ""))
    if origin is None:
        return values
    expected = estimate(origin, destination, geography.zones)
    values["预计天数"] = expected.days_text()
    values["预计送达日"] = expected.arrival(now.date())
    return values


def _return_window(known: Mapping[str, str], now: datetime) -> dict[str, str]:
    signed = read_date(known.get("签收日", ""), now)
    # Nothing is signed for in the future, so another reading of the day was meant.
    if signed is None or signed.last is None or signed.last.date() > now.date():
        return {}
    last = signed.last.date() + timedelta(days=NO_REASON_DAYS)
    year = "" if last.year == now.year else f"{last.year}年"
    return {"退货截止日": f"{year}{last.month}月{last.day}日"}
