from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.domain.returns.written_moments import moment_written, read_moment

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-10 14:05", "2026-11-10T14:05:00"),
        ("2026-11-10T14:05", "2026-11-10T14:05:00"),
        (" 2026-11-10 14:05:22 ", "2026-11-10T14:05:22"),
        ("11-10 14:05", "2026-11-10T14:05:00"),
        ("昨天", "2026-11-21T00:00:00"),
        ("昨天 9:30", "2026-11-21T09:30:00"),
        ("14:05", "2026-11-22T14:05:00"),
        ("今天", "2026-11-22T00:00:00"),
        ("2026-11-30", "2026-11-30T00:00:00"),
    ],
)
def test_a_moment_is_read(text, expected):
    assert read_moment(text, NOW) == datetime.fromisoformat(expected + "+08:00")


@pytest.mark.parametrize("text", ["", "  ", "2026-02-30", "2小时内", "改天", "2026-11-10 25:00"])
def test_what_is_no_moment_is_not_read(text):
    assert read_moment(text, NOW) is None


@pytest.mark.parametrize(
    "text", ["2026-11-10 14:05", "2026-11-10 14:05:22", "2026-11-10", "2025-12-31 23:59"]
)
def test_a_written_moment_is_read_as_the_same(text):
    assert moment_written(read_moment(text, NOW)) == text
