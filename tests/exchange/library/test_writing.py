from __future__ import annotations

from pathlib import Path

import pytest

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.errors import LibraryRefusedError
from cs_desk.domain.library.incoming import FileFormat, RuleDocument
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.exchange.library.csdesk import content_hash, encode_library
from cs_desk.exchange.library.sheet_csv import write_csv
from cs_desk.exchange.library.writing import written_library
from cs_desk.exchange.returns.checklist_file import read_checklist

RESOURCES = Path(__file__).parents[3] / "resources"
LIBRARY = TemplateLibrary("lib", "话术", (ReplyTemplate("1", "问候", "您好"),))
CHECKLIST = read_checklist(RESOURCES / "checklist" / "returns.json")
RULES = RuleDocument("delivery_zones", (RESOURCES / "rules/delivery_zones.json").read_bytes())


def test_our_own_format_holds_everything():
    enclosed = Enclosed(CHECKLIST, (RULES,))
    file = written_library(LIBRARY, FileFormat.CSDESK, enclosed, "ab12")
    assert file.data == encode_library(LIBRARY, enclosed, based_on="ab12")
    assert (file.templates, file.lost) == (1, ())
    assert file.sha256 == content_hash(LIBRARY, enclosed)


@pytest.mark.parametrize(
    ("enclosed", "lost"),
    [
        (Enclosed(), []),
        (Enclosed(CHECKLIST), ["退货清单"]),
        (Enclosed(CHECKLIST, (RULES,)), ["退货清单", "规则"]),
    ],
    ids=range(3),
)
def test_another_format_tells_what_it_leaves_behind(enclosed, lost):
    file = written_library(LIBRARY, FileFormat.CSV, enclosed)
    table = write_csv(LIBRARY)
    assert file.data == table.data
    assert [str(remark.where) for remark in file.lost[: len(lost)]] == lost
    assert file.lost[len(lost) :] == table.lost


def test_a_format_that_is_only_read_is_not_written():
    with pytest.raises(LibraryRefusedError, match="不能导出成 beeftext 格式，只能导入"):
        written_library(LIBRARY, FileFormat.BEEFTEXT, Enclosed())
