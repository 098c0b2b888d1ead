from __future__ import annotations

import pytest

from cs_desk.domain.errors import InvalidFileError, Sentence

MISSING = Sentence("缺少「%1」", ("body",))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Sentence("文件是空的"), "文件是空的"),
        (MISSING, "缺少「body」"),
        (Sentence("%1（第 %2 行）", (MISSING, "3")), "缺少「body」（第 3 行）"),
        (Sentence("%2、%1", ("%2", "100%1")), "100%1、%2"),
    ],
)
def test_a_sentence_holds_its_facts(said, told):
    assert str(said) == told


def test_an_error_tells_the_file_the_place_and_the_reason():
    fault = InvalidFileError("库.csdesk", MISSING, "templates[3]")
    assert str(fault) == "库.csdesk templates[3]: 缺少「body」"
    assert InvalidFileError("库.csdesk", MISSING).place == "库.csdesk"
