from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.domain.iso_moment import read_iso_moment

CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-10", datetime(2026, 11, 10, tzinfo=CHINA)),
        ("2026/11/1", datetime(2026, 11, 1, tzinfo=CHINA)),
        (" 2026-11-10T14:05 ", datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)),
        ("2026-11-10 14:05:59", datetime(2026, 11, 10, 14, 5, 59, tzinfo=CHINA)),
        ("2026-11-10T14:05:59.123456", datetime(2026, 11, 10, 14, 5, 59, tzinfo=CHINA)),
        ("2026-11-10T14:05Z", datetime(2026, 11, 10, 22, 5, tzinfo=CHINA)),
        ("2026-11-10T14:05-05:00", datetime(2026, 11, 11, 3, 5, tzinfo=CHINA)),
        ("2026-11-10T14:05+0800", datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)),
        ("2028-02-29", datetime(2028, 2, 29, tzinfo=CHINA)),
    ],
)
def test_a_moment_is_read_in_chinas_zone(text, moment):
    read = read_iso_moment(text)
    assert (read, read.utcoffset()) == (moment, timedelta(hours=8))


@pytest.mark.parametrize(
    "text",
    [
        "", "昨天", "2026", "2026-11", "2026-13-01", "2026-02-29", "2026-11-10T24:00",
        "2026-11-10T14", "2026-11-10T14:05+99:00", "1999-12-31", "2201-01-01", "9999-12-31",
        "0001-01-01", "２０２６-11-10", "2026-11-10x", "20261110", "2026-11-10\n2026-11-11",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_not_taken_for_one(text):
    assert read_iso_moment(text) is None
