"""What the stores on disk add to the contract of every store: envelopes, faults, processes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest

from cs_desk.domain.errors import DamagedStoreError, DeskBusyError
from cs_desk.domain.shop import Shop
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary
from cs_desk.domain.usage import Usage
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.row_format import DamagedRow
from cs_desk.storage.stores import (
    TinyLibraryStore,
    TinySettingsStore,
    TinyShopStore,
    TinyUsageStore,
)
from tests.fakes import FixedClock

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=8)))
FIRST = ReplyTemplate("t1", "还没到", "别着急")
SECOND = ReplyTemplate("t2", "退货", "好的")
LIBRARY = TemplateLibrary("lib", "话术库", (FIRST, SECOND), (Placeholder("城市"),))


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def database(tmp_path):
    with DeskDatabase(tmp_path / "desk.db") as database:
        yield database


@pytest.fixture
def other(tmp_path, database):
    """The same file as another process has it."""
    with DeskDatabase(tmp_path / "desk.db") as other:
        yield other


def documents(database, table):
    return [dict(row) for row in database.table(table)]


def test_a_document_tells_its_identity_revision_author_and_time(database, clock):
    store = TinyShopStore(database, "小林", clock)
    store.save(Shop("s1", "云朵家"))
    clock.advance(timedelta(hours=1))
    TinyShopStore(database, "阿宽", clock).save(Shop("s1", "云朵家女装"))
    assert documents(database, "shop") == [
        {
            "uuid": "s1",
            "rev": 2,
            "updated_at": "2026-11-21T10:30:00+08:00",
            "author": "阿宽",
            "deleted": False,
            "value": {"name": "云朵家女装", "values": {}},
        }
    ]


def test_a_vanished_template_leaves_a_tombstone_without_its_text(database, clock):
    store = TinyLibraryStore(database, "小林", clock)
    store.replace(LIBRARY)
    clock.advance(timedelta(days=1))
    store.replace(replace(LIBRARY, templates=(SECOND,)))
    (tomb, kept) = documents(database, "template")
    assert (tomb["uuid"], tomb["deleted"], tomb["rev"], tomb["value"]) == ("t1", True, 2, {})
    assert tomb["updated_at"].startswith("2026-11-22")
    assert (kept["deleted"], kept["rev"]) == (False, 1)


def test_a_template_that_came_back_counts_on_from_its_tombstone(database, clock):
    store = TinyLibraryStore(database, "小林", clock)
    for templates in ((FIRST,), (), (FIRST,)):
        store.replace(replace(LIBRARY, templates=templates))
    assert store.load().templates == (replace(FIRST, rev=3),)


def test_a_library_that_was_stored_before_it_told_its_release_is_still_read(database, clock):
    store = TinyLibraryStore(database, "小林", clock)
    store.replace(LIBRARY)
    (row,) = documents(database, "library")
    del row["value"]["released_at"]
    database.table("library").update(row)
    assert store.load() == LIBRARY


def test_things_known_by_name_have_the_same_identity_on_every_desk(tmp_path, clock):
    found = []
    for folder in ("one", "two"):
        with DeskDatabase(tmp_path / folder / "desk.db") as database:
            TinySettingsStore(database, folder, clock).save({"shop": "s1", "tone": "正式"})
            TinyLibraryStore(database, folder, clock).replace(LIBRARY)
            rows = documents(database, "setting") + documents(database, "placeholder")
            found.append([UUID(row["uuid"]) for row in rows])
    assert found[0] == found[1]
    assert len(set(found[0])) == 3


def test_only_what_differs_is_written(database, other, clock):
    TinyLibraryStore(database, "小林", clock).replace(LIBRARY)
    before = documents(database, "template")
    clock.advance(timedelta(hours=1))
    store = TinyLibraryStore(other, "阿宽", clock)
    store.replace(replace(LIBRARY, templates=(FIRST, replace(SECOND, body="改"))))
    after = documents(database, "template")
    assert after[0] == before[0]
    assert (after[1]["rev"], after[1]["author"]) == (2, "阿宽")


def test_saving_what_is_stored_already_writes_nothing(database, other, clock):
    settings = TinySettingsStore(database, "小林", clock)
    settings.save({"shop": "s1"})
    other.refresh()
    settings.save({"shop": "s1", "never": None})
    assert other.refresh() is False


def test_a_store_shows_what_another_process_saved(database, other, clock):
    ours, theirs = (TinyUsageStore(db, "小林", clock) for db in (database, other))
    ours.save("t1", Usage(uses=1))
    theirs.save("t1", Usage(uses=2))
    theirs.save("t2", Usage(uses=1))
    assert ours.all() == {"t1": Usage(uses=2), "t2": Usage(uses=1)}


def test_two_stores_on_one_database_see_each_other(database, clock):
    ours, theirs = (TinyUsageStore(database, "小林", clock) for _ in range(2))
    ours.save("t1", Usage(uses=1))
    assert theirs.all() == {"t1": Usage(uses=1)}
    theirs.save("t1", Usage(uses=2))
    assert ours.all() == {"t1": Usage(uses=2)}


def test_an_undone_transaction_is_undone_in_the_stores_too(database, clock):
    store = TinyShopStore(database, "小林", clock)

    def save_and_fail():
        store.save(Shop("s1", "云朵家"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.transaction():
        save_and_fail()
    assert store.all() == ()
    store.save(Shop("s1", "云朵家"))
    assert store.all() == (Shop("s1", "云朵家"),)


def test_a_library_that_another_process_changed_meanwhile_is_not_overwritten(
    database, other, clock
):
    ours, theirs = (TinyLibraryStore(db, "小林", clock) for db in (database, other))
    ours.replace(LIBRARY)
    theirs.load()
    theirs.replace(replace(LIBRARY, templates=(*LIBRARY.templates, ReplyTemplate("t3", "新", ""))))
    with pytest.raises(DeskBusyError):
        ours.replace(replace(LIBRARY, name="改名"))
    assert len(ours.load().templates) == 3
    ours.replace(replace(ours.load(), name="改名"))
    assert theirs.load().name == "改名"


def test_a_library_is_loaded_as_of_one_moment(database, other, clock):
    ours, theirs = (TinyLibraryStore(db, "小林", clock) for db in (database, other))
    ours.replace(LIBRARY)
    looks = []

    def interfere(statement):
        looks.append(statement)
        if len(looks) == 2:
            theirs.replace(replace(LIBRARY, templates=(SECOND,)))

    database.storage._file._connection.live().set_trace_callback(interfere)
    assert ours.load() == LIBRARY


def test_a_library_that_cannot_be_stored_in_full_is_not_stored_at_all(database, clock):
    store = TinyLibraryStore(database, "小林", clock)
    store.replace(LIBRARY)
    with pytest.raises(UnicodeEncodeError):
        store.replace(replace(LIBRARY, name="\ud800", templates=(FIRST,)))
    assert store.load() == LIBRARY


def test_settings_are_stored_all_or_none(database, clock):
    store = TinySettingsStore(database, "小林", clock)
    with pytest.raises(ValueError, match="JSON"):
        store.save({"width": 380, "scale": float("inf")})
    assert store.all() == {}


def test_other_tables_may_change_between_load_and_replace(database, other, clock):
    store = TinyLibraryStore(database, "小林", clock)
    store.replace(LIBRARY)
    TinyUsageStore(other, "小林", clock).save("t1", Usage(uses=1))
    store.replace(replace(LIBRARY, name="改名"))
    assert store.load().name == "改名"


@pytest.mark.parametrize(
    "change",
    [
        {"value": {"title": 7, "body": ""}},
        {"value": {"title": "没有正文"}},
        {"rev": "1"},
        {"updated_at": "gestern"},
        {"surprise": 1},
    ],
)
def test_a_document_that_does_not_fit_is_left_out_listed_and_kept(database, clock, change):
    TinyLibraryStore(database, "小林", clock).replace(LIBRARY)
    database.table("template").update(change, doc_ids=[2])
    kept = database.rows()
    assert TinyLibraryStore(database, "小林", clock).load().templates == (FIRST,)
    assert database.newly_damaged == database.damaged_rows == {DamagedRow("template", 2)}
    assert database.rows() == kept


def test_a_body_that_is_no_document_is_left_out_and_listed(database, clock):
    TinyLibraryStore(database, "小林", clock).replace(LIBRARY)
    rows = database.rows()
    rows["template"]["1"] = b"{"
    database.replace_rows(rows)
    assert TinyLibraryStore(database, "小林", clock).load().templates == (SECOND,)
    assert database.newly_damaged == {DamagedRow("template", 1)}


def test_a_document_that_fits_again_is_no_longer_listed(database, other, clock):
    store = TinyShopStore(database, "小林", clock)
    store.save(Shop("s1", "云朵家"))
    sound = database.rows()
    database.table("shop").update({"rev": "1"})
    assert (store.all(), database.damaged_rows) == ((), {DamagedRow("shop", 1)})
    other.replace_rows(sound)
    assert (store.all(), database.damaged_rows) == ((Shop("s1", "云朵家"),), frozenset())


def lose_the_head(database):
    database.table("library").truncate()


def garble_the_head(database):
    database.table("library").update({"rev": "1"})


def garble_the_only_document(database):
    garble_the_head(database)
    for name in ("template", "placeholder"):
        database.table(name).truncate()


@pytest.mark.parametrize("harm", [lose_the_head, garble_the_head, garble_the_only_document])
def test_a_library_whose_head_is_lost_is_not_taken_for_a_fresh_desk(database, clock, harm):
    TinyLibraryStore(database, "小林", clock).replace(LIBRARY)
    harm(database)
    with pytest.raises(DamagedStoreError) as fault:
        TinyLibraryStore(database, "小林", clock).load()
    assert fault.value.where == "library"
    assert fault.value.file.endswith("desk.db")


def test_a_library_whose_head_was_set_aside_stays_lost(tmp_path, database, clock):
    TinyLibraryStore(database, "小林", clock).replace(TemplateLibrary("lib", "空"))
    database.storage._file._connection.live().execute("UPDATE document SET crc = 0")
    for _ in range(2):
        with DeskDatabase(tmp_path / "desk.db") as opened, pytest.raises(DamagedStoreError):
            TinyLibraryStore(opened, "小林", clock).load()


def test_a_lost_template_leaves_the_rest_of_the_library(database, clock):
    store = TinyLibraryStore(database, "小林", clock)
    store.replace(LIBRARY)
    database.table("template").remove(doc_ids=[1])
    assert store.load().templates == (SECOND,)
