"""Chinese cities: found by their names, suggested while a name is being typed."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# In the order of the official codes (GB/T 2260), by the names people use.
PROVINCES = (
    *("北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江"),
    *("安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆"),
    *("四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆"),
    *("台湾", "香港", "澳门"),
)
_PROVINCE = re.compile(
    rf"({'|'.join(PROVINCES)})(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)?(.*)"
)
_IGNORED = re.compile(r"[\s'’·,，/-]+")


@dataclass(frozen=True, slots=True)
class City:
    """A city of any rank, or what stands in a city's place: a league, a prefecture, a county.

    Attributes:
        name: The name in everyday use, without 市: ``成都``, ``恩施``, ``义乌``.
        province: Its province, without 省: ``四川``, ``内蒙古``.
        syllables: Toneless pinyin of each character of ``name``, ü written ``v``.
        longitude: Degrees east.
        latitude: Degrees north.
        within: The prefecture-level city above a county-level one (``金华`` above ``义乌``);
            empty if none is above it.
        aliases: Other names: official ones (``恩施土家族苗族自治州``), short ones (``巴州``) and
            foreign spellings in lower case (``urumqi``).
    """

    name: str
    province: str
    syllables: tuple[str, ...]
    longitude: float
    latitude: float
    within: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def pinyin(self) -> str:
        """The name in pinyin, ``chengdu``."""
        return "".join(self.syllables)

    @property
    def prefecture(self) -> str:
        """The prefecture-level city that it is or belongs to."""
        return self.within or self.name


class CityDirectory:
    """Every city that the desk knows; never changes.

    Cities of one province are given from the capital down, as the official codes number them:
    among equal matches the one that more buyers live in then comes first.
    """

    def __init__(self, cities: Sequence[City]) -> None:
        self.cities = tuple(cities)
        self._named: dict[str, list[City]] = defaultdict(list)
        self._standing: list[int] = []
        seen: dict[str, int] = defaultdict(int)
        for city in self.cities:
            for name in {city.name, f"{city.name}市", *city.aliases}:
                self._named[name].append(city)
            self._standing.append(seen[city.province])
            seen[city.province] += 1

    def find(self, text: str) -> City | None:
        """Return the city that ``text`` names: 成都, 成都市, 四川成都, 四川省成都市, 金华市义乌市.

        None for an unknown name, for a province, and for a name that two provinces have.
        """
        plain = _plain(text)
        if city := self._only(plain):
            return city
        province, rest = _split_province(plain)
        return self._only(rest, province) or self._below_prefecture(rest, province)

    def suggest(self, text: str, limit: int = 8) -> list[City]:
        """Return the cities that ``text`` may be the beginning of, best first, at most ``limit``.

        ``text`` may be characters, pinyin, initials, a last syllable in the making or a mixture
        of these (成都, chengdu, cd, chengd, 成d), and may start with the province (四川成). Cities
        that share a spelling (台州, 泰州) are all returned: their province tells them apart.
        """
        query = _plain(text)
        if not query:
            return []
        province, rest = _split_province(query)
        ranked: list[tuple[int, int, int]] = []
        for index, city in enumerate(self.cities):
            in_province = city.province == province and (not rest or _spelled(rest, city))
            grade = _grade(query, city, in_province=bool(in_province))
            if grade is not None:
                ranked.append((grade, self._standing[index], index))
        ranked.sort()
        return [self.cities[index] for _, _, index in ranked[: max(limit, 0)]]

    def _only(self, name: str, province: str = "") -> City | None:
        known = self._named.get(name, ())
        cities = [city for city in known if province in ("", city.province)]
        return cities[0] if len(cities) == 1 else None

    def _below_prefecture(self, text: str, province: str) -> City | None:
        for cut in range(2, len(text) - 1):
            above, city = self._only(text[:cut], province), self._only(text[cut:], province)
            if above and city and (above.name, above.province) == (city.within, city.province):
                return city
        return None


# A province stands before a name that only begins like it: 海南 means 海口 before 海南州.
_WHOLE_NAME, _IN_PROVINCE, _START_OF_NAME, _INSIDE_NAME = range(4)


def _grade(query: str, city: City, *, in_province: bool) -> int | None:
    """Tell how well ``query`` names ``city``, lower is better; None if it does not."""
    spelled = _spelled(query, city)
    if spelled == len(city.name):
        return _WHOLE_NAME
    if in_province:
        return _IN_PROVINCE
    if spelled or any(alias.startswith(query) for alias in city.aliases):
        return _START_OF_NAME
    if any(_spelled(query, city, start) for start in range(1, len(city.name))):
        return _INSIDE_NAME
    return None


def _spelled(query: str, city: City, start: int = 0) -> int:
    """Count the characters from ``start`` that ``query`` spells out; 0 if it spells others.

    Each character may be written as itself or as any beginning of its syllable, so one rule
    covers characters, pinyin, initials and mixtures. ``xian`` spells 西安 wholly, as xi-an, and
    one character of 咸阳. Where several readings fit, the fewest characters count: ``an`` is the
    start of 安宁 rather than its initials.
    """
    # Almost every city ends here, and the scan runs at every key press.
    if query[0] != city.name[start] and query[0] != city.syllables[start][0]:
        return 0
    reached = {0}
    for position in range(start, len(city.name)):
        reached = {
            end
            for begin in reached
            for end in _after(query, begin, city.name[position], city.syllables[position])
        }
        if len(query) in reached:
            return position - start + 1
    return 0


def _after(query: str, begin: int, character: str, syllable: str) -> range:
    """Return every place where ``query`` may go on once this character is written at ``begin``."""
    if query.startswith(character, begin):
        return range(begin + 1, begin + 2)
    same = 0
    for letter, typed in zip(syllable, query[begin:], strict=False):
        if letter != typed:
            break
        same += 1
    return range(begin + 1, begin + same + 1)


def _plain(text: str) -> str:
    """Fold width, case, ü and separators, which mean nothing in a place's name."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ü", "v")
    return _IGNORED.sub("", folded)


def _split_province(text: str) -> tuple[str, str]:
    """Cut a province off the front: ``四川省成都市`` gives ``四川`` and ``成都市``."""
    match = _PROVINCE.fullmatch(text)
    return (match[1], match[2]) if match else ("", text)
