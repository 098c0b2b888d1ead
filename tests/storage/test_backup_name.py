from __future__ import annotations

from datetime import timedelta

import pytest

from cs_desk.domain.backup import BackupReason
from cs_desk.storage.backup_name import BackupName, new_name, read_name
from tests.storage.desk_with_backups import NOON

FIRST = BackupName(NOON, 1, BackupReason.EXIT)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (FIRST, "desk-20261121-120000-exit.db"),
        (BackupName(NOON, 12, BackupReason.RESTORE), "desk-20261121-120000-restore-12.db"),
    ],
)
def test_a_name_tells_when_and_why(name, text):
    assert str(name) == text
    assert read_name(text, NOON.tzinfo) == name


@pytest.mark.parametrize(
    "text",
    [
        "desk.db",
        "desk-20261121-120000.db",
        "desk-20261121-120000-party.db",
        "desk-20261321-120000-exit.db",
        "desk-20261121-120000-exit.db.part",
        "desk-２０２６1121-120000-exit.db",
        "my desk-20261121-120000-exit.db",
    ],
)
def test_other_names_are_no_backups(text):
    assert read_name(text, NOON.tzinfo) is None


def test_a_second_backup_in_a_second_is_counted_whatever_its_reason():
    third = new_name(
        NOON.replace(microsecond=7),
        BackupReason.IMPORT,
        [FIRST, BackupName(NOON, 2, BackupReason.PURGE)],
    )
    assert third == BackupName(NOON, 3, BackupReason.IMPORT)
    assert new_name(NOON + timedelta(seconds=1), BackupReason.EXIT, [FIRST, third]).number == 1
