"""All rows of a desk at once, as a backup gives them back."""

from __future__ import annotations


def test_the_rows_of_one_desk_can_become_those_of_another(opened):
    ours, other = opened(), opened()
    ours.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    ours.table("shop").insert({"n": 4})
    before = ours.rows()
    ours.update({"n": 9}, doc_ids=[2])
    ours.remove(doc_ids=[3])
    ours.drop_table("shop")
    ours.table("new").insert_multiple([{}, {}])
    assert ours.replace_rows(before) == 5
    for database in (ours, other, opened()):
        assert database.rows() == before
        assert database.tables() == {"_default", "shop"}


def test_rows_that_are_the_same_already_are_not_written(opened):
    ours, other = opened(), opened()
    ours.insert_multiple([{"n": 1}, {"n": 2}])
    other.refresh()
    assert ours.replace_rows(ours.rows()) == 0
    assert other.refresh() is False


def test_rows_come_back_in_the_order_that_they_had(opened):
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    before = database.rows()
    database.remove(doc_ids=[2])
    assert database.replace_rows(before) == 2
    assert [row["n"] for row in database] == [row["n"] for row in opened()] == [1, 2, 3]


def test_rows_are_a_copy_of_their_own(opened):
    database = opened()
    database.insert({"n": 1})
    database.rows()["_default"].clear()
    assert database.all() == [{"n": 1}]


def test_documents_inserted_after_a_replacement_get_free_ids(opened):
    database = opened()
    database.insert({"n": 1})
    database.replace_rows({"_default": {"2": b"{}", "3": b"{}"}})
    assert database.insert({}) == 4
