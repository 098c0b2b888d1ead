"""Write ``resources/pinyin/readings.txt`` from the data of pypinyin (MIT), which stays build-time.

A reading is kept if it occurs in at least one percent of the phrases that pypinyin knows with
the character, so that 重 is ``zhong chong`` and not also ``tong``, which no agent ever types.

Usage, from the root of the repository: ``python -m scripts.make_pinyin_table [TARGET]``
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from cs_desk.domain.pinyin import Readings

TARGET = Path(__file__).parent.parent / "resources" / "pinyin" / "readings.txt"
SMALLEST_SHARE = 0.01
# Below so many phrases a share says little: keep the dictionary's first reading as well.
FEW_PHRASES = 3
MOST_READINGS = 4

BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
# The characters outside the BMP that 通用规范汉字表 (2013) lists and pypinyin can read.
BEYOND_BMP = (
    "𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢"
    "𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜"
    "𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁"
    "𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭎𬭚𬭛𬭤𬭩𬭬𬭭𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂"
    "𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)

# Interjections that dictionaries spell without a vowel; nobody types them so.
NOT_SYLLABLES = frozenset({"m", "n", "ng", "hm", "hng"})

OVERRIDES: dict[str, tuple[str, ...]] = {
    "〇": ("ling",),  # the zero of dates; the others are its uses as a seal character
    "𠮷": ("ji",),  # 吉 of shop names; unknown to pypinyin
    "囍": ("xi",),  # on wedding goods
    "券": ("quan", "xuan", "juan"),  # many say, and type, youhuijuan
    "六": ("liu", "lu"),  # 六安 is Lu'an
    "嗯": ("en",),  # listed as n, ng
    "呣": ("mu",),  # listed as m
    "诶": ("ei", "ai"),  # chat
    "欸": ("ei", "ai"),  # chat
    "哟": ("yo",),  # chat; also listed as o
    "这": ("zhe", "zhei"),  # spoken, and input methods take both
    "那": ("na", "nei"),  # spoken, and input methods take both
    "哪": ("na", "nei"),  # spoken; 哪吒 is no reply
    "谁": ("shui", "shei"),  # both are standard
    "啥": ("sha",),  # chat
    "咋": ("za", "zha"),  # chat
    "还": ("hai", "huan"),  # phrases are mostly 归还 …; speech is mostly 还有 …
    "都": ("dou", "du"),  # the same: 成都 and 首都 fill the phrases
    "的": ("de", "di"),  # 目的 fills the phrases
    "地": ("di", "de"),  # 地址, 慢慢地
    "得": ("de", "dei"),  # 得 (must) is spoken only
    "着": ("zhe", "zhao", "zhuo"),  # 看着, 着急, 着装
    "了": ("le", "liao"),  # 了解 fills the phrases
    "色": ("se", "shai"),  # 掉色 is read shǎi, and typed both ways
    "薄": ("bo", "bao"),  # 薄款 is read báo, and typed both ways
    "壳": ("ke", "qiao"),  # 手机壳
    "血": ("xue", "xie"),  # both are standard
    "熟": ("shu", "shou"),  # both are standard
    "露": ("lu", "lou"),  # 露馅, 露肩
    "剥": ("bo", "bao"),  # both are standard
    "单": ("dan", "shan"),  # 订单; the surname 单
    "仇": ("chou", "qiu"),  # the surname 仇
    "解": ("jie", "xie"),  # the surname 解
    "查": ("cha", "zha"),  # the surname 查
    "盛": ("sheng", "cheng"),  # 盛饭
    "塞": ("sai", "se"),  # 塞满, 堵塞
    "卡": ("ka", "qia"),  # 卡住 is read qiǎ
}


def main() -> None:
    """Write the table and say how large it is."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    table = Readings(_readings())
    data = table.to_bytes()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    several = sum(len(readings) > 1 for readings in table.by_character.values())
    print(
        f"{target}: {len(data)} bytes, {len(table.by_character)} characters, {several} polyphones"
    )


def _readings() -> dict[str, tuple[str, ...]]:
    uses = _uses_in_phrases()
    code_points = [*(point for block in BLOCKS for point in block), *map(ord, BEYOND_BMP)]
    known = {
        chr(point): _common(PINYIN_DICT[point], uses[chr(point)])
        for point in code_points
        if point in PINYIN_DICT
    }
    return {character: found for character, found in known.items() if found} | OVERRIDES


def _uses_in_phrases() -> defaultdict[str, Counter[str]]:
    uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        # Some phrases carry punctuation that has no reading, so their places do not agree.
        if len(phrase) == len(readings):
            for character, reading in zip(phrase, readings, strict=True):
                uses[character][_typed(reading[0])] += 1
    return uses


def _common(listed: str, uses: Counter[str]) -> tuple[str, ...]:
    """Return the readings to keep of those ``listed`` by the dictionary, most used first."""
    readings = list(dict.fromkeys(map(_typed, listed.split(","))))
    readings = [reading for reading in readings if reading not in NOT_SYLLABLES]
    smallest = max(1, SMALLEST_SHARE * uses.total())
    kept = [reading for reading in readings if uses[reading] >= smallest]
    if readings and readings[0] not in kept and uses.total() < FEW_PHRASES:
        kept.insert(0, readings[0])
    return tuple(sorted(kept or readings[:1], key=lambda reading: -uses[reading])[:MOST_READINGS])


def _typed(reading: str) -> str:
    """Return ``lüè`` as ``lve``."""
    return str(to_normal(reading)).replace("ü", "v").replace("ê", "e")


if __name__ == "__main__":
    main()
