"""How long a parcel takes between two cities: always a range of days, by an editable zone table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.domain.city import City

_EARTH_RADIUS_KM = 6371.0


class Relation(StrEnum):
    """What two ends of a delivery can have to do with each other."""

    SAME_CITY = "same_city"
    SAME_PROVINCE = "same_province"
    SAME_CIRCLE = "same_circle"
    REMOTE = "remote"
    ACROSS_CUSTOMS = "across_customs"


@dataclass(frozen=True, slots=True)
class Zone:
    """A class of deliveries that take about the same time.

    Attributes:
        name: What it is called, ``省内``.
        fewest_days: Days from dispatch in the best usual case.
        most_days: Days in the worst usual case, more than ``fewest_days``.
        source: Where the days come from.
    """

    name: str
    fewest_days: int
    most_days: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class ZoneRule:
    """When a delivery belongs to a zone.

    Attributes:
        zone: The zone.
        when: Every relation that has to hold.
        within_km: The farthest that the two cities may lie apart; None for any distance.
    """

    zone: Zone
    when: frozenset[Relation] = frozenset()
    within_km: float | None = None

    def applies(self, relations: frozenset[Relation], distance_km: float) -> bool:
        """Return whether a delivery with these relations over this distance is in the zone."""
        near_enough = self.within_km is None or distance_km <= self.within_km
        return near_enough and self.when <= relations


@dataclass(frozen=True, slots=True)
class EconomicCircle:
    """Provinces that carriers serve almost like one, such as 江浙沪皖."""

    name: str
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True)
class ZoneTable:
    """The whole rule for delivery times, as the shop edited it.

    Attributes:
        rules: Tried in order; the first that applies decides. So 偏远 beats 经济圈 by standing
            before it.
        elsewhere: The zone of every delivery that no rule applies to.
        circles: The economic circles.
        remote_provinces: Provinces that make a delivery remote, at either end.
        remote_cities: Prefecture-level cities that do so by themselves.
        customs_provinces: Provinces with a customs border around them. 香港, 澳门 and 台湾: parcels
            are declared and consolidated there, so no mainland range fits.
        checked_on: When somebody last compared the table with reality.
    """

    rules: tuple[ZoneRule, ...]
    elsewhere: Zone
    checked_on: date
    circles: tuple[EconomicCircle, ...] = ()
    remote_provinces: frozenset[str] = frozenset()
    remote_cities: frozenset[str] = frozenset()
    customs_provinces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DeliveryEstimate:
    """What may be said to a buyer about a delivery: a range, never a promised day.

    Attributes:
        zone: Name of the zone that decided.
        fewest_days: Days from dispatch in the best usual case.
        most_days: Days in the worst usual case.
    """

    zone: str
    fewest_days: int
    most_days: int

    def days_text(self) -> str:
        """Return the range as a reply says it, ``3-4天``."""
        return f"{self.fewest_days}-{self.most_days}天"

    def arrival(self, shipped_on: date) -> str:
        """Return the last day of the range as a reply says it, ``11月25日前后``."""
        latest = shipped_on + timedelta(days=self.most_days)
        return f"{latest.month}月{latest.day}日前后"


def estimate(origin: City, destination: City, zones: ZoneTable) -> DeliveryEstimate:
    """Return how long a parcel takes from ``origin`` to ``destination``."""
    relations = _relations(origin, destination, zones)
    distance = great_circle_km(origin, destination)
    fitting = (rule.zone for rule in zones.rules if rule.applies(relations, distance))
    zone = next(fitting, zones.elsewhere)
    return DeliveryEstimate(zone.name, zone.fewest_days, zone.most_days)


def great_circle_km(one: City, other: City) -> float:
    """Return the distance between two cities over the earth's surface, in kilometres."""
    north, north_of_other = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    haversine = (
        math.sin((north_of_other - north) / 2) ** 2
        + math.cos(north) * math.cos(north_of_other) * math.sin(east / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(haversine))


def _relations(origin: City, destination: City, zones: ZoneTable) -> frozenset[Relation]:
    ends = (origin, destination)
    provinces = {city.province for city in ends}
    same_province = len(provinces) == 1
    facts = {
        Relation.SAME_CITY: same_province and origin.prefecture == destination.prefecture,
        Relation.SAME_PROVINCE: same_province,
        Relation.SAME_CIRCLE: any(provinces <= circle.provinces for circle in zones.circles),
        Relation.REMOTE: any(_is_remote(city, zones) for city in ends),
        Relation.ACROSS_CUSTOMS: not same_province
        and not provinces.isdisjoint(zones.customs_provinces),
    }
    return frozenset(relation for relation, holds in facts.items() if holds)


def _is_remote(city: City, zones: ZoneTable) -> bool:
    return city.province in zones.remote_provinces or city.prefecture in zones.remote_cities
