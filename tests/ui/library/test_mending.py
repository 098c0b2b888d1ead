"""What is written in place of something odd."""

from __future__ import annotations

import pytest

from cs_desk.domain.placeholder_syntax import diagnose
from cs_desk.domain.template import Placeholder, TemplateLibrary
from cs_desk.ui.library.mending import mended, name_to_close

LIBRARY = TemplateLibrary("l", "库", (), (Placeholder("收货城市"),))


@pytest.mark.parametrize(
    ("body", "remedy"),
    [
        ("到{收获城市}", "{收货城市}"),
        ("到{收获城市:成都}", "{收货城市:成都}"),
        ("{日期+3=YYYY-MM-DD}", "{日期+3=yyyy-MM-dd}"),
        ("满300{减50", "{{"),
        ("多一个}", "}}"),
        ("｛收货城市｝", "{收货城市}"),
        ("{日期:7}", "{日期=7}"),
        ("{完全不像的名字}", ""),
    ],
)
def test_a_remedy_stands_for_the_whole_range(body, remedy):
    found = diagnose(body, LIBRARY)[0]
    assert mended(body, found) == remedy


@pytest.mark.parametrize("body", ["到{收获城市}", "{日期=YYYY}", "满{减", "｛收货城市｝"])
def test_a_mended_body_is_odd_no_more(body):
    found = diagnose(body, LIBRARY)[0]
    whole = body[: found.start] + mended(body, found) + body[found.end :]
    assert diagnose(whole, LIBRARY) == ()


def test_an_open_brace_before_a_name_is_meant_for_the_longest_one():
    body = "到{收货城市了"
    found = diagnose(body, LIBRARY)[0]
    assert name_to_close(body, found, ("收货", "收货城市", "城市", "")) == "收货城市"
    assert name_to_close("{了", diagnose("{了", LIBRARY)[0], ("收货",)) == ""
