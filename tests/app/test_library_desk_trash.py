"""What was deleted and can come back, and what was begun and not saved."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from cs_desk.app.library_desk import LibraryDesk
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import TinyLibraryStore
from tests.app.library_desks import (
    DELAY,
    LIBRARY,
    NOW,
    RETURN,
    deleted,
    refusal,
    titles,
)
from tests.library_means import library_means


def test_restored_replies_are_back_in_their_groups_and_can_go_again(desk):
    desk.delete(["t1", "t2"])
    desk.restore(["t1", "t2"])
    assert (titles(desk), deleted(desk)) == (["尺码", "催发货", "退货地址"], [])
    desk.undo()
    assert (titles(desk), deleted(desk)) == (["尺码"], ["t1", "t2"])


def test_the_trash_tells_who_deleted_what_and_when(desk):
    desk.delete(["t2"])
    (trashed,) = desk.trash()
    assert (trashed.template, trashed.deleted_at, trashed.author) == (RETURN, NOW, "小林")


@pytest.mark.parametrize(("days", "left"), [(29, ["t1"]), (30, [])])
def test_the_trash_is_kept_for_thirty_days(desk, clock, opened, days, left):
    desk.keep_draft(replace(DELAY, title="没写完"))
    desk.delete(["t1"])
    clock.advance(timedelta(days=days))
    assert deleted(desk) == left
    desk.empty_old_trash()
    assert list(opened()._means.trash.all()) == left
    assert list(opened()._means.drafts.all()) == left


def test_what_is_deleted_for_good_cannot_be_restored(desk):
    desk.delete(["t1", "t2"])
    desk.delete_for_good(["t1"])
    assert deleted(desk) == ["t2"]
    refusal(desk.restore, ["t1"])


def test_drafts_survive_opening_again_until_they_are_saved(desk, opened):
    draft = replace(DELAY, title="", body="没写完")
    desk.keep_draft(draft)
    assert opened().drafts() == {"t1": draft}
    desk.save(replace(draft, title="写完"))
    assert opened().drafts() == {}
    assert str(desk.undo_of) == "修改「写完」"


def test_a_draft_is_there_again_when_its_deleted_reply_is(desk):
    desk.keep_draft(replace(DELAY, body="没写完"))
    desk.delete(["t1"])
    assert desk.drafts() == {}
    desk.undo()
    assert list(desk.drafts()) == ["t1"]
    desk.forget_draft("t1")
    assert (desk.drafts(), desk.can_redo) == ({}, True)


def test_a_desk_without_a_stored_library_begins_with_an_empty_one(tmp_path, clock):
    with closing(DeskDatabase(tmp_path / "new.db")) as database:
        desk = LibraryDesk(library_means(database, clock))
        assert desk.library.templates == ()
        desk.take(LIBRARY)
        desk.delete(["t1"])
        assert TinyLibraryStore(database, "小林", clock).load() == desk.library


def test_a_deleted_reply_that_an_import_brought_again_is_not_in_the_trash(desk):
    desk.keep_draft(replace(DELAY, body="没写完"))
    desk.delete(["t1"])
    desk._means.store.replace(LIBRARY)
    desk.refresh()
    assert (deleted(desk), list(desk.drafts())) == ([], ["t1"])
