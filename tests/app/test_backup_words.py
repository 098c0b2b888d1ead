from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from cs_desk.app.backup_words import (
    backup_reason,
    in_one_minute,
    moment_told,
    restored_told,
    size_told,
)
from cs_desk.domain.backup import BackupReason

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=CHINA)


def chinese(sentence):
    return sentence


def moment(at, tr=chinese):
    return moment_told(at, NOW, tr)


@pytest.mark.parametrize("reason", BackupReason)
def test_every_reason_has_a_word_of_its_own(reason):
    words = [backup_reason(each, chinese) for each in BackupReason]
    assert words.count(backup_reason(reason, chinese)) == 1


def test_a_reason_is_said_in_the_readers_language():
    assert backup_reason(BackupReason.EXIT, {"退出时": "on exit"}.get) == "on exit"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(2026, 11, 21, 18, 30, tzinfo=CHINA), "11月21日 18:30"),
        (datetime(2026, 3, 5, 7, 5, tzinfo=CHINA), "3月5日 07:05"),
        (datetime(2025, 12, 31, 23, 59, tzinfo=CHINA), "2025年12月31日 23:59"),
    ],
)
def test_a_moment_names_its_year_only_if_it_is_another(at, told):
    assert moment(at) == told


def test_a_moment_is_told_in_the_readers_zone():
    assert moment(datetime(2025, 12, 31, 16, 30, tzinfo=UTC)) == "1月1日 00:30"


def test_a_moment_is_told_to_the_second_where_the_minute_is_not_enough():
    at = datetime(2026, 11, 21, 18, 30, 7, tzinfo=CHINA)
    assert moment_told(at, NOW, chinese, seconds=True) == "11月21日 18:30:07"
    assert restored_told(at, NOW, chinese, seconds=True) == "已恢复到 11月21日 18:30:07 的备份"


def test_only_moments_of_the_same_minute_need_their_seconds():
    def at(*minute_and_second):
        return datetime(2026, 11, 21, 18, *minute_and_second, tzinfo=CHINA)

    together = {at(30, 0), at(30, 59)}
    assert in_one_minute([*together, at(31, 0), at(29, 59)]) == together
    assert in_one_minute([at(30, 0), at(30, 0)]) == {at(30, 0)}


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_can_have_a_name(month):
    names = {f"{month}月": "a name", "%1%2日": "%1 %2"}
    at = datetime(2026, month, 9, 18, 30, tzinfo=CHINA)
    assert moment(at, lambda text: names.get(text, text)) == "a name 9 18:30"


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "1 KB"),
        (700, "1 KB"),
        (36 * 1024, "36 KB"),
        (1023 * 1024, "1023 KB"),
        (1024 * 1024 - 1, "1.0 MB"),
        (1_258_291, "1.2 MB"),
        (1024**3, "1.0 GB"),
        (5 * 1024**4, "5120.0 GB"),
    ],
)
def test_a_size_is_told_in_the_unit_that_suits_it(size, told):
    assert size_told(size) == told
