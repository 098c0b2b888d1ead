from __future__ import annotations

import sqlite3
import threading
from datetime import date

import pytest
from tinydb import where
from tinydb.table import Document

from cs_desk.storage.stored_rows import KEPT_CHANGES


def test_several_operations_of_a_transaction_become_one_change(opened):
    ours, other = opened(), opened()
    with ours.transaction():
        ours.insert({"n": 1})
        ours.table("shop").insert({"n": 2})
        assert (len(ours), len(other), other.refresh()) == (1, 0, False)
    assert (len(other), other.tables()) == (1, {"_default", "shop"})


def test_an_exception_undoes_the_whole_transaction(opened):
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    before = database.all()

    def change_and_fail():
        database.remove(where("n") == 2)
        database.update({"n": 9}, doc_ids=[1])
        database.table("new").insert({})
        database.drop_table("_default")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.transaction():
        change_and_fail()

    assert (database.all(), database.tables()) == (before, {"_default"})
    assert opened().all() == before


def test_ids_are_free_again_after_an_undone_truncation(opened):
    database = opened()
    database.insert_multiple([{}, {}])

    def truncate_and_fail():
        database.truncate()
        database.insert({})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.transaction():
        truncate_and_fail()

    assert database.insert({}) == 3


def test_a_table_dropped_and_filled_in_one_transaction_exists(opened):
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}])
    with database.transaction():
        database.drop_table("_default")
        assert database.tables() == set()
        database.insert({"n": 3})
    assert database.tables() == opened().tables() == {"_default"}
    assert database.all() == opened().all() == [{"n": 3}]


def test_a_row_removed_and_put_again_stands_last_for_everyone(opened):
    ours, other = opened(), opened()
    ours.insert_multiple([{"n": 1}, {"n": 2}])
    assert len(other) == 2
    with ours.transaction():
        ours.remove(doc_ids=[1])
        ours.insert(Document({"n": 1}, 1))
    for database in (ours, other, opened()):
        assert [row.doc_id for row in database] == [2, 1]


@pytest.mark.parametrize("value", [date(2026, 1, 1), {1, 2}, float("nan"), "\ud800"])
def test_a_value_that_cannot_be_stored_changes_nothing(opened, value):
    database = opened()
    database.insert({"n": 1})
    for call in (
        lambda: database.insert({"n": value}),
        lambda: database.update({"n": value}),
        lambda: database.upsert({"n": value}, where("n") == 1),
        lambda: database.insert_multiple([{"n": 2}, {"n": value}]),
    ):
        with pytest.raises((TypeError, ValueError)):
            call()
    assert database.all() == opened().all() == [{"n": 1}]
    database.insert({"n": 2})
    assert opened().all() == [{"n": 1}, {"n": 2}]


def test_changing_an_answer_changes_nothing_stored(opened):
    database = opened()
    database.insert({"tags": ["急"]})
    database.all()[0]["tags"].append("退")
    database.search(where("tags").exists())[0]["tags"].append("退")
    assert database.get(doc_id=1) == {"tags": ["急"]}


def test_a_loop_over_a_table_may_change_it(opened):
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}])
    for row in database:
        database.remove(doc_ids=[row.doc_id])
        database.insert({"n": row["n"] + 10})
    assert [row["n"] for row in database] == [11, 12]


def test_a_table_asked_to_persist_exists_while_it_is_empty(opened):
    opened().table("shop", persist_empty=True)
    assert opened().tables() == {"shop"}


def test_the_whole_state_can_be_written_at_once(opened):
    database = opened()
    database.insert({"n": 1})
    database.storage.write({"shop": {"7": {"n": 2}}})
    assert opened().tables() == {"shop"}
    assert opened().table("shop").get(doc_id=7) == {"n": 2}


def test_what_others_wrote_is_seen_by_the_next_read_and_told_once(opened):
    ours, other = opened(), opened()
    other.insert({"n": 1})
    other.update({"n": 2})
    assert ours.all() == [{"n": 2}]
    assert [ours.refresh(), ours.refresh()] == [True, False]
    other.truncate()
    assert (ours.refresh(), ours.all()) == (True, [])


def test_asking_the_same_again_finds_what_others_wrote_meanwhile(opened):
    ours, other = opened(), opened()
    other.insert({"n": 1})
    assert ours.count(where("n") == 1) == 1
    other.insert({"n": 1})
    assert ours.count(where("n") == 1) == 2


def test_own_changes_are_no_news(opened):
    database = opened()
    database.insert({"n": 1})
    assert database.refresh() is False


def test_two_writers_never_give_out_the_same_id(opened):
    first, second = opened(), opened()
    given = [writer.insert({}) for writer in (first, second, second, first, second)]
    assert given == [1, 2, 3, 4, 5]


def test_dropped_tables_vanish_for_others(opened):
    ours, other = opened(), opened()
    ours.table("shop").insert({"n": 1})
    ours.insert({"n": 2})
    assert len(other.table("shop")) == 1
    ours.drop_table("shop")
    assert (other.tables(), other.table("shop").all(), len(other)) == ({"_default"}, [], 1)


@pytest.mark.parametrize("many", [KEPT_CHANGES - 1, KEPT_CHANGES + 1, 3 * KEPT_CHANGES])
def test_a_reader_that_missed_many_changes_sees_them_all(opened, many):
    ours, other = opened(), opened()
    ours.insert({"n": -1})
    assert len(other) == 1
    ours.insert_multiple({"n": n} for n in range(many))
    ours.remove(where("n") == -1)
    assert [row["n"] for row in other] == list(range(many))


def test_a_snapshot_stays_as_it_was(opened):
    ours, other = opened(), opened()
    with ours.snapshot():
        other.insert({"n": 1})
        assert len(ours) == 0
    assert len(ours) == 1


@pytest.mark.parametrize("call", ["all", "insert"])
def test_a_closed_database_is_not_used_by_mistake(opened, call):
    database = opened()
    database.close()
    with pytest.raises(ValueError, match="closed"):
        database.insert({}) if call == "insert" else database.all()


def test_another_thread_is_refused(opened):
    database, refusals = opened(), []

    def read():
        try:
            database.all()
        except sqlite3.ProgrammingError as error:
            refusals.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert len(refusals) == 1
    assert database.all() == []
