"""The store is damaged or gone: the person is asked, and everything is there again."""

from __future__ import annotations

import sys
from contextlib import closing

import pytest

from cs_desk.desktop.clock import SystemClock
from cs_desk.domain.backup import BackupReason
from cs_desk.storage.backup_folder import BackupFolder
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import TinyShopStore
from tests.journeys.xsession import stays

SHOP = "云朵家女装"


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def cs_desk(x_session, data):
    """Run a command on the data folder; return its exit status and what it said."""

    def run(*arguments):
        told = x_session.ask(sys.executable, "-m", "cs_desk", "--data-dir", data, *arguments)
        return told.returncode, told.stderr

    return run


@pytest.fixture
def shop(cs_desk):
    """A desk with a shop, and the backup that followed it."""
    status, said = cs_desk("shop", "set", SHOP, "发货城市=金华")
    assert (status, said) == (0, f"已保存「{SHOP}」。\n")


def shops_in(data):
    with closing(DeskDatabase(data / "desk.db")) as database:
        return [shop.name for shop in TinyShopStore(database, "", SystemClock()).all()]


def backups_of(data):
    return BackupFolder(data / "desk.db", data / "backups", data / "damaged", SystemClock())


def spoil(data):
    (data / "desk.db").write_bytes(b"\xff" * 8192)


def lose(data):
    (data / "desk.db").unlink()


def answer(desk, *keys):
    """Press ``keys`` in the dialog, once it has found the backup; wait for the window itself."""
    dialog = desk.window()
    stays(lambda: desk.window() == dialog, "the dialog, while the backup is looked for", 1)
    for key in keys:
        desk.key(key)
    desk.wait_until(lambda: desk.window() != dialog, "the window in the dialog's place")


@pytest.mark.parametrize(("harm", "damaged"), [(spoil, 1), (lose, 0)])
def test_enter_brings_the_newest_backup_back(shop, data, start_desk, harm, damaged):
    harm(data)
    desk = start_desk()
    answer(desk, "Return")
    assert desk.quit() == 0
    assert shops_in(data) == [SHOP]
    assert len(list(data.glob("damaged/desk-*.db"))) == damaged


def test_starting_afresh_keeps_the_damaged_file_and_the_backups(shop, data, start_desk):
    spoil(data)
    kept = backups_of(data).all()
    desk = start_desk()
    answer(desk, "Down", "Down", "Return")
    assert desk.quit() == 0
    assert shops_in(data) == []
    assert len(list(data.glob("damaged/desk-*.db"))) == 1
    assert set(kept) <= set(backups_of(data).all())


def test_escape_leaves_everything_as_it_is(shop, data, start_desk):
    spoil(data)
    desk = start_desk()
    desk.key("Escape")
    assert desk.ended() == 3
    assert (data / "desk.db").read_bytes() == b"\xff" * 8192


def test_a_second_start_calls_the_dialog_forward(shop, data, start_desk, cs_desk):
    spoil(data)
    desk = start_desk()
    assert cs_desk() == (0, "窗口已经开着，已切换过去。\n")
    desk.key("Escape")
    assert desk.ended() == 3


def test_what_changed_is_backed_up_when_the_window_closes(shop, data, start_desk):
    desk = start_desk()
    desk.type("sd")
    desk.key("Return")
    assert desk.quit() == 0
    assert backups_of(data).all()[0].reason is BackupReason.EXIT
    assert start_desk().quit() == 0
    assert [each.reason for each in backups_of(data).all()].count(BackupReason.EXIT) == 1
