"""A data folder as a run opens it, and what a person is told of its condition."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from cs_desk import paths
from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import DamagedStoreError
from cs_desk.domain.shop import Shop
from cs_desk.equipment import Equipment
from tests.fakes import FixedClock

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture
def equipment():
    return Equipment(paths.resources(), {"USER": "小满"}, {}, FixedClock(NOW))


@pytest.fixture
def data(equipment, tmp_path):
    return equipment.data_folder(tmp_path / "data")


@pytest.fixture
def used(data):
    """A folder with a shop in it and a backup of that."""
    with data.open() as folder:
        folder.shops.set_values(Shop("s", ""), {"店铺名": "云朵家女装"})
        data.backups.keep(BackupReason.MANUAL)
    return data


def shops_of(data, **how):
    with data.open(**how) as folder:
        return [shop.name for shop in folder.shops.all()]


def lose(data):
    data.store.unlink()


def empty(data):
    os.truncate(data.store, 0)


@pytest.mark.parametrize("harm", [lose, empty])
def test_a_store_that_was_there_is_not_silently_made_anew(used, harm):
    harm(used)
    with pytest.raises(DamagedStoreError):
        shops_of(used)
    used.backups.set_aside()
    assert shops_of(used, afresh=True) == []


def test_a_fresh_folder_is_simply_opened(data):
    assert shops_of(data) == []


def test_a_sound_folder_is_nothing_to_speak_of(equipment, used):
    with used.open() as folder:
        assert equipment.condition_told(folder) == ()


def test_damaged_records_are_told_with_their_kind_and_only_once(equipment, used):
    with closing(sqlite3.connect(used.store)) as raw, raw:
        raw.execute("UPDATE document SET crc = crc + 1 WHERE table_name = 'shop'")
    with used.open() as folder:
        told = "有 1 条记录已损坏（店铺），没有载入，其余照常使用。"
        assert equipment.condition_told(folder) == (told,)
    with used.open() as folder:
        assert equipment.condition_told(folder) == ()


def test_a_restore_that_was_broken_off_is_finished_and_told(equipment, used):
    used.store.rename(used.path / "desk.db.restoring")
    with used.open() as folder:
        assert equipment.condition_told(folder) == ("上次的恢复做到一半就断了，现在已经做完。",)
    assert shops_of(used) == ["云朵家女装"]
