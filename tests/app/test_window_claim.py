from __future__ import annotations

import pytest

from cs_desk.app.window_claim import WindowClaim, why_no_window


@pytest.mark.parametrize(
    ("claim", "parts"),
    [
        (WindowClaim.CALLED_FORWARD, ["已切换过去"]),
        (WindowClaim.NO_ANSWER, ["没有回应", "再启动"]),
        (WindowClaim.ELSEWHERE, ["另一台电脑（laptop-2）", "请删除 D:/desk.window.lock"]),
    ],
)
def test_why_no_window_opens_is_said_in_words(claim, parts):
    told = why_no_window(claim, "laptop-2", "D:/desk.window.lock", str)
    assert [part for part in parts if part not in told] == []


def test_where_a_window_may_open_there_is_nothing_to_say():
    assert why_no_window(WindowClaim.FIRST, "", "", str) == ""
