from __future__ import annotations

import pytest

from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning, place_warning


@pytest.mark.parametrize(
    ("warning", "parts"),
    [
        (PlaceWarning(PlaceRisk.READ_ONLY), ["不能写入", "不会保存", "权限"]),
        (PlaceWarning(PlaceRisk.LOW_DISK, "42"), ["只剩 42 MB", "清理"]),
        (PlaceWarning(PlaceRisk.NETWORK_SHARE, "cifs"), ["网络共享上（cifs）", "搬到本机"]),
        (PlaceWarning(PlaceRisk.NETWORK_SHARE, r"\\a\%1"), [r"（\\a\%1）"]),
    ],
)
def test_a_warning_says_what_is_wrong_and_what_to_do(warning, parts):
    told = place_warning(warning, str)
    assert [part for part in parts if part not in told] == []


def test_a_warning_speaks_the_readers_language():
    assert place_warning(PlaceWarning(PlaceRisk.LOW_DISK, "42"), lambda _: "%1 MB left") == (
        "42 MB left"
    )
