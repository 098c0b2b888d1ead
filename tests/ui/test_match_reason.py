"""What a row says beside its title: why it is a hit, where no mark shows it."""

from pathlib import Path

import pytest

from cs_desk.domain.pinyin import Readings
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.template import ReplyTemplate
from cs_desk.ui.hit_delegate import match_reason
from cs_desk.ui.hit_model import HitRow

TABLE = Path(__file__).parents[2] / "resources" / "pinyin" / "readings.txt"
TAGGED = ReplyTemplate("a", "物流", "亲", tags=("开发票",), group="售后/票据")


@pytest.mark.parametrize(
    ("query", "told", "marked"),
    [
        ("wuliu", "", ()),
        ("发票", "# 开发票", [(3, 5)]),
        ("piaoju", "售后/票据", ((3, 5),)),
        ("wulliu", "近似", ()),
        ("fapaio", "# 开发票", [(3, 5)]),
        ("我昨天说要开的发票呢", "# 开发票", [(3, 5)]),
        ("我昨天买的物流到哪了", "意思相近", ()),
    ],
)
def test_a_hit_says_why_it_is_one(qapp, query, told, marked):
    index = SearchIndex([TAGGED], Readings.from_bytes(TABLE.read_bytes()), {})
    (hit,) = index.search(query)
    assert match_reason(HitRow(hit, favourite=False)) == (told, marked)
