"""A supervisor works on the library while the narrow window beside it answers buyers."""

from __future__ import annotations

from functools import partial

import pytest

from cs_desk.data_folder import DataFolder
from cs_desk.desktop.clock import SystemClock
from tests.journeys.xsession import wait_until

LIBRARY, DIALOG = "话术库", "选择文件"
SHEET = "编码,标题,内容\nzzq,新来的一条,zzq reply from a sheet\n"


@pytest.fixture
def stored(tmp_path):
    """What the program stored, read beside it as a second process would."""
    with DataFolder(tmp_path / "data", "", SystemClock()).open() as folder:

        def find(key):
            folder.database.refresh()
            return folder.library.load().find(key)

        yield find


@pytest.fixture
def drafted(tmp_path):
    """Return the drafts that the program keeps."""
    with DataFolder(tmp_path / "data", "", SystemClock()).open() as folder:

        def drafts():
            folder.database.refresh()
            return [draft.title for draft in folder.supervision().drafts.all().values()]

        yield drafts


def write_a_reply(window, title, body):
    window.key("ctrl+n")
    window.type(title)
    # Past code, group, tags and hint.
    for _ in range(5):
        window.key("Tab")
    window.type(body)


def test_a_reply_that_is_saved_can_be_sent_at_once(start_desk, stored):
    desk = start_desk()
    desk.key("ctrl+l")
    window = desk.through(LIBRARY)
    write_a_reply(window, "zzw", "wzz hello")
    window.key("ctrl+s")
    wait_until(lambda: stored("zzw"), "the reply is stored")
    assert stored("zzw").body == "wzz hello"
    # In a text, undo is that of the text.
    window.key("Escape")
    window.key("ctrl+z")
    wait_until(lambda: stored("zzw") is None, "it is taken back")
    window.key("ctrl+shift+z")
    wait_until(lambda: stored("zzw"), "and done again")
    assert window.session.succeeds("wmctrl", "-i", "-c", window.window())
    desk.window()
    desk.key("ctrl+f")
    desk.type("zzw")
    desk.key("Return")
    desk.wait_until(lambda: desk.clipboard() == "wzz hello", "the reply is copied")
    assert desk.quit() == 0
    assert desk.said == ""


def test_what_is_not_saved_comes_back_after_kill_9(start_desk, drafted):
    desk = start_desk()
    desk.key("ctrl+l")
    window = desk.through(LIBRARY)
    write_a_reply(window, "zzd", "half a sentence")
    wait_until(lambda: drafted() == ["zzd"], "the draft is kept")
    desk.kill()
    desk = start_desk()
    desk.key("ctrl+l")
    desk.through(LIBRARY)
    assert drafted() == ["zzd"]
    assert desk.said == ""


def test_a_file_is_looked_at_imported_and_taken_back(start_desk, stored, tmp_path):
    (tmp_path / "home.csv").write_text(SHEET, encoding="utf-8")
    desk = start_desk()
    desk.key("ctrl+l")
    window = desk.through(LIBRARY)
    window.key("ctrl+i")
    window.key("Return")
    dialog = desk.through(DIALOG)
    dialog.type(str(tmp_path / "home.csv"))
    dialog.key("Return")
    window.window()
    wait_until(partial(_imports, window, stored), "the reply of the sheet is stored")
    assert stored("zzq").body == "zzq reply from a sheet"
    window.key("ctrl+z")
    wait_until(lambda: stored("zzq") is None, "the import is taken back")
    window.key("ctrl+i")
    window.key("Return")
    dialog = desk.through(DIALOG)
    dialog.type(str(tmp_path / "home.csv"))
    dialog.key("Return")
    window.window()
    wait_until(partial(_imports, window, stored), "the reply is stored again")
    assert desk.said == ""


def _imports(window, stored):
    window.key("ctrl+Return")
    return stored("zzq")
