"""Files the way merchants have them, read as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from cs_desk.exchange.library.file_content import file_content
from cs_desk.exchange.library.qianniu import is_qianniu, read_qianniu
from cs_desk.exchange.library.sheet_csv import is_csv, read_csv
from cs_desk.exchange.library.sheet_xlsx import is_xlsx, read_xlsx
from tests.exchange.library.tables import remarks, unheard

FILES = Path(__file__).parents[2] / "data" / "formats"
READERS = {"qianniu": (is_qianniu, read_qianniu), "csv": (is_csv, read_csv)} | {
    "xlsx": (is_xlsx, read_xlsx)
}


def content(name):
    return file_content(name, (FILES / name).read_bytes())


def found(name, format_):
    recognises, read = READERS[format_]
    assert recognises(content(name))
    return read(content(name), unheard)


@pytest.mark.parametrize(
    ("name", "format_", "encoding", "counts"),
    [
        ("qianniu.csv", "qianniu", "gb18030", (14, 1, 0, 0)),
        ("qianniu_cousin.csv", "qianniu", "gb18030", (4, 0, 0, 0)),
        ("merchants.csv", "csv", "gb18030", (6, 1, 1, 2)),
        ("team.csv", "csv", "utf-8-sig", (6, 0, 1, 0)),
        ("team.xlsx", "xlsx", None, (8, 2, 1, 3)),
    ],
)
def test_replies_and_remarks_are_as_many_as_there_are(name, format_, encoding, counts):
    library = found(name, format_)

    told = (library.replies, library.skipped, library.lost, library.warnings)
    assert tuple(map(len, told)) == counts
    assert content(name).encoding == encoding


def test_the_quirks_of_qianniu_are_understood():
    replies = {reply.code: reply for reply in found("qianniu.csv", "qianniu").replies}

    assert replies["002"].body.startswith("亲，尺码建议您看详情页的尺码表；\n身高 160")
    assert replies["cf"].body.endswith("哦,现在付款今天就能发出\n库存不多，先到先得哦")
    assert replies["th1"].body == (
        "    亲，支持 7 天无理由退货，\n    1. 吊牌、包装完好；\n    2. 不影响二次销售。"
    )
    assert (replies["hp"].group, replies["hp"].body[-10:-8]) == ("", "评😊")
    assert replies["20260618"].body.startswith("=满减=")
    assert (replies[""].group, replies["bz"].group) == ("物流", "")


def test_a_list_of_a_merchants_own_is_read_by_its_columns():
    library = found("merchants.csv", "csv")

    assert remarks(library.lost) == ["第 3 行: 不认识的列没有导入：登记日期、是否加入团队"]
    assert [told.split(":")[0] for told in remarks(library.warnings)] == [
        "第 8 行「快捷编码」",
        "第 10 行",
    ]


def test_a_workbook_of_a_team_is_read_below_its_heading():
    library = found("team.xlsx", "xlsx")

    assert {reply.group for reply in library.replies} >= {"售前/尺码", "物流"}
    assert [told.split(":")[0] for told in remarks(library.warnings)] == [
        "第 7 行「快捷编码」",
        "第 8 行「快捷编码」",
        "第 10 行「回复内容」",
    ]
    assert "亲，稍等" in {reply.body for reply in library.replies}
