"""Cases and their summaries in the desk's database, and what other processes do to them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from cs_desk.domain.errors import DeskBusyError
from cs_desk.domain.returns.return_case import Note, Tick
from cs_desk.storage.case_store import TinyCaseStore
from cs_desk.storage.row_format import CASE_TABLE, DamagedRow
from tests.cases import OPENED, case_of, summary_of
from tests.fakes import FixedClock

FIRST, SECOND = case_of(1), case_of(2)


def save(store, *cases):
    for case in cases:
        store.save(case, summary_of(case))


@pytest.fixture
def database(opened):
    return opened()


@pytest.fixture
def store(database):
    return TinyCaseStore(database, "小林", FixedClock(OPENED))


@pytest.fixture
def other(opened):
    """The same cases as another process has them."""
    return TinyCaseStore(opened(), "阿宽", FixedClock(OPENED))


def documents(database):
    return database.table(CASE_TABLE).all()


def test_a_case_comes_back_as_it_was(store, other):
    save(store, FIRST)
    assert other.load(FIRST.id) == FIRST
    assert other.summaries() == {FIRST.id: summary_of(FIRST)}


def test_nobody_has_a_case_that_was_never_stored(store):
    assert store.load("R000000-001") is None
    assert store.summaries() == {}


def test_a_change_is_another_revision_of_the_same_document(store, database):
    save(store, FIRST)
    save(store, replace(FIRST, notes=(*FIRST.notes, Note("阿宽", OPENED, "已补发"))))
    (document,) = documents(database)
    assert (document["rev"], document["author"], document["deleted"]) == (2, "小林", False)
    assert document["value"]["case"]["notes"][1]["text"] == "已补发"


def test_what_is_stored_already_is_not_stored_again(store, database):
    save(store, FIRST)
    save(store, store.load(FIRST.id))
    assert [document["rev"] for document in documents(database)] == [1]


def test_any_mapping_may_stand_in_a_case(store, other):
    save(store, replace(FIRST, ticks=MappingProxyType(FIRST.ticks)))
    assert other.load(FIRST.id) == FIRST


def test_summaries_once_given_out_never_change(store):
    save(store, FIRST)
    before = store.summaries()
    save(store, SECOND)
    assert list(before) == [FIRST.id]
    assert list(store.summaries()) == [FIRST.id, SECOND.id]


def test_the_summaries_are_the_same_object_while_nothing_changes(store):
    save(store, FIRST)
    assert store.summaries()[FIRST.id] is store.summaries()[FIRST.id]


def test_a_window_notices_what_another_process_stored(store, other):
    save(store, FIRST)
    assert store.has_changed()
    store.summaries()
    assert not store.has_changed()
    save(other, SECOND)
    assert store.has_changed()
    assert set(store.summaries()) == {FIRST.id, SECOND.id}


def test_a_case_that_another_process_changed_has_to_be_loaded_again_first(store, other):
    save(store, FIRST)
    other.load(FIRST.id)
    save(store, replace(FIRST, ticks={}))
    with pytest.raises(DeskBusyError):
        save(other, replace(FIRST, notes=()))
    assert other.load(FIRST.id) == replace(FIRST, ticks={})
    save(other, replace(FIRST, notes=()))


def test_two_processes_cannot_open_two_cases_of_one_id(store, other):
    save(store, FIRST)
    with pytest.raises(DeskBusyError):
        save(other, case_of(1, notes=()))
    assert store.load(FIRST.id) == FIRST


def test_cases_of_one_id_on_two_desks_are_two_documents(database, tmp_path, store):
    save(store, FIRST)
    with type(database)(tmp_path / "another.db") as another:
        save(TinyCaseStore(another, "阿宽", FixedClock(OPENED)), FIRST)
        assert documents(another)[0]["uuid"] != documents(database)[0]["uuid"]


def test_a_transaction_that_fails_leaves_the_case_as_it_was(store, database):
    save(store, FIRST)
    with suppress(ZeroDivisionError), database.transaction():
        save(store, replace(FIRST, notes=()), SECOND)
        1 / 0  # noqa: B018  # any error will do
    assert (store.load(FIRST.id), store.load(SECOND.id)) == (FIRST, None)
    save(store, SECOND)
    save(store, replace(FIRST, ticks={"proof": Tick("小林", OPENED + timedelta(days=1))}))
    assert set(store.summaries()) == {FIRST.id, SECOND.id}


def alter(database, case_id, **value):
    """Change what a case's document holds, soundly."""
    table = database.table(CASE_TABLE)
    (document,) = (d for d in table if d["value"]["summary"]["id"] == case_id)
    table.update({"value": {**document["value"], **value}}, doc_ids=[document.doc_id])
    return document.doc_id


def test_a_case_whose_summary_does_not_fit_is_listed_by_what_it_tells_itself(
    store, other, database
):
    save(store, FIRST)
    alter(database, FIRST.id, summary={"id": 7})
    summary = other.summaries()[FIRST.id]
    assert (summary.order, summary.step, summary.due) == (FIRST.facts.order, "", None)
    assert other.load(FIRST.id) == FIRST


def test_a_case_that_does_not_fit_is_left_out_and_listed(store, opened, database):
    save(store, FIRST, SECOND)
    doc_id = alter(database, FIRST.id, case={"id": FIRST.id})
    reader = opened()
    other = TinyCaseStore(reader, "阿宽", FixedClock(OPENED))
    assert set(other.summaries()) == {FIRST.id, SECOND.id}
    assert other.load(FIRST.id) is None
    assert set(other.summaries()) == {SECOND.id}
    save(store, case_of(3))
    assert set(other.summaries()) == {SECOND.id, "R261120-003"}
    assert reader.damaged_rows == {DamagedRow(CASE_TABLE, doc_id)}


def test_a_case_that_fits_again_comes_back(store, other, database):
    save(store, FIRST)
    good = database.table(CASE_TABLE).all()[0]["value"]["case"]
    alter(database, FIRST.id, case={"id": FIRST.id})
    assert other.load(FIRST.id) is None
    alter(database, FIRST.id, case=good)
    assert other.load(FIRST.id) == FIRST


def test_after_a_foreign_change_only_what_changed_is_decoded_again(store, other):
    save(store, FIRST, SECOND)
    before = other.summaries()
    save(store, replace(SECOND, notes=()))
    assert other.summaries()[FIRST.id] is before[FIRST.id]
    assert other.summaries()[SECOND.id] is not before[SECOND.id]
