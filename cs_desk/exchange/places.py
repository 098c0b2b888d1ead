"""The city list and the delivery zones: two JSON files that come with the program.

A supervisor may edit the zones, so what the format alone cannot rule out is checked here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import msgspec

from cs_desk.domain.city import PROVINCES, City, CityDirectory
from cs_desk.domain.delivery import EconomicCircle, Relation, Zone, ZoneRule, ZoneTable
from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.json_file import decode_json, read_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = 1

Name = Annotated[str, msgspec.Meta(min_length=1)]
Pinyin = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+( [a-z]+)*$")]
# China's box, 曾母暗沙 to 漠河 and 帕米尔 to 抚远; it catches swapped columns.
Longitude = Annotated[float, msgspec.Meta(ge=73, le=136)]
Latitude = Annotated[float, msgspec.Meta(ge=3, le=54)]
Days = Annotated[int, msgspec.Meta(ge=1, le=60)]
Kilometres = Annotated[float, msgspec.Meta(gt=0)]


class _CityRow(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    name: Name
    pinyin: Pinyin
    longitude: Longitude
    latitude: Latitude
    within: str = ""
    aliases: tuple[Name, ...] = ()


class _CityFile(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    source: str
    columns: tuple[str, ...]
    provinces: dict[str, tuple[_CityRow, ...]]


class _ZoneEntry(msgspec.Struct, forbid_unknown_fields=True):
    zone: Name
    days: tuple[Days, Days]
    source: str = ""

    def domain(self) -> Zone:
        return Zone(self.zone, *self.days, self.source)


class _RuleEntry(_ZoneEntry, forbid_unknown_fields=True):
    when: frozenset[Relation] = frozenset()
    within_km: Kilometres | None = None


class _ZoneFile(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    checked_on: date
    rules: tuple[_RuleEntry, ...]
    elsewhere: _ZoneEntry
    circles: dict[Name, frozenset[str]]
    remote_provinces: frozenset[str]
    customs_provinces: frozenset[str]
    remote_cities: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


def read_cities(path: Path) -> CityDirectory:
    """Return the cities of the file at ``path``.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        InvalidFileError: It breaks its format, misses a province or names a city twice.
        NewerFormatError: A newer version of the program wrote it.
    """
    file = read_json(path, _CityFile, FORMAT)
    _check_provinces(path.name, "provinces", file.provinces)
    for missing in set(PROVINCES).difference(file.provinces):
        raise InvalidFileError(path.name, Sentence("缺少省份「%1」", (missing,)), "provinces")
    return CityDirectory(
        [
            city
            for province, rows in file.provinces.items()
            for city in _cities(path, province, rows)
        ]
    )


def read_zones(path: Path) -> ZoneTable:
    """Return the delivery zones of the file at ``path``.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        InvalidFileError: It breaks its format, has an unknown province, a zone twice, or days
            that are no range.
        NewerFormatError: A newer version of the program wrote it.
    """
    return _zone_table(read_json(path, _ZoneFile, FORMAT), path.name)


def decode_zones(data: bytes, file: str) -> ZoneTable:
    """Return the delivery zones that ``data`` holds.

    Args:
        data: Content of a file of zones.
        file: Name of the file, for errors.

    Raises:
        InvalidFileError: As ``read_zones``.
        NewerFormatError: A newer version of the program wrote it.
    """
    return _zone_table(decode_json(data, file, _ZoneFile, FORMAT), file)


def _zone_table(file: _ZoneFile, name: str) -> ZoneTable:
    _check_zones(name, file)
    _check_provinces(name, "remote_provinces", file.remote_provinces)
    _check_provinces(name, "customs_provinces", file.customs_provinces)
    for circle, provinces in file.circles.items():
        _check_provinces(name, f"circles.{circle}", provinces)
    return ZoneTable(
        rules=tuple(ZoneRule(r.domain(), r.when, r.within_km) for r in file.rules),
        elsewhere=file.elsewhere.domain(),
        checked_on=file.checked_on,
        circles=tuple(EconomicCircle(*item) for item in file.circles.items()),
        remote_provinces=file.remote_provinces,
        remote_cities=file.remote_cities,
        customs_provinces=file.customs_provinces,
    )


def _cities(path: Path, province: str, rows: tuple[_CityRow, ...]) -> Iterable[City]:
    names = {row.name for row in rows}
    for index, row in enumerate(rows):
        where = f"provinces.{province}[{index}]"
        syllables = tuple(row.pinyin.split(" "))
        if row.name not in names:
            raise InvalidFileError(path.name, Sentence("城市「%1」重复", (row.name,)), where)
        names.discard(row.name)
        if len(syllables) != len(row.name):
            reason = Sentence("「%1」的拼音「%2」应为每字一个音节", (row.name, row.pinyin))
            raise InvalidFileError(path.name, reason, where)
        yield City(
            row.name,
            province,
            syllables,
            row.longitude,
            row.latitude,
            row.within,
            row.aliases,
        )


def _check_zones(name: str, file: _ZoneFile) -> None:
    places = [(f"rules[{index}]", rule) for index, rule in enumerate(file.rules)]
    seen: set[str] = set()
    for where, entry in [*places, ("elsewhere", file.elsewhere)]:
        fewest, most = entry.days
        if fewest >= most:
            reason = Sentence(
                "天数要写成从少到多的范围，例如 [3, 4]，现在是 [%1, %2]", (str(fewest), str(most))
            )
            raise InvalidFileError(name, reason, f"{where}.days")
        if entry.zone in seen:
            reason = Sentence("区域「%1」重复", (entry.zone,))
            raise InvalidFileError(name, reason, f"{where}.zone")
        seen.add(entry.zone)


def _check_provinces(name: str, where: str, provinces: Iterable[str]) -> None:
    for province in provinces:
        if province not in PROVINCES:
            reason = Sentence(
                "没有「%1」这个省份，请写不带「省」字的名称，例如「浙江」「内蒙古」", (province,)
            )
            raise InvalidFileError(name, reason, where)
