from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.storage.row_layer import RowLayer, layer_towards

ids = st.sampled_from("123456")
bodies = st.sampled_from([b"x", b"y"])
rows = st.dictionaries(ids, bodies)
steps = st.lists(
    st.tuples(st.just("put"), ids, bodies)
    | st.tuples(st.just("remove"), ids)
    | st.tuples(st.just("clear"))
)


def walk(target, steps):
    for name, *arguments in steps:
        if name == "put":
            put(target, *arguments)
        elif name == "clear":
            target.clear()
        elif arguments[0] in target:
            target.remove(*arguments) if isinstance(target, RowLayer) else target.pop(*arguments)


def put(target, doc_id, body):
    if isinstance(target, RowLayer):
        target.put(doc_id, body)
    else:
        target[doc_id] = body


@given(rows, steps, steps)
def test_layers_over_layers_show_and_leave_what_a_dict_would(rows, first, second):
    expected, lower = dict(rows), RowLayer(rows)
    walk(expected, first)
    walk(lower, first)
    assert list(lower.items()) == list(expected.items())

    upper = RowLayer(lower)
    walk(expected, second)
    walk(upper, second)
    assert (list(upper.items()), len(upper)) == (list(expected.items()), len(expected))

    lower.absorb(upper)
    assert list(lower.items()) == list(expected.items())
    lower.merge_into(rows)
    assert list(rows.items()) == list(expected.items())


def test_a_row_that_is_not_there_cannot_be_removed():
    layer = RowLayer({"1": b"x"})
    layer.remove("1")
    with pytest.raises(KeyError):
        layer.remove("1")


@given(rows, rows)
def test_a_layer_towards_other_rows_makes_them_equal_in_order(beneath, wanted):
    layer = layer_towards(wanted, beneath=beneath)
    assert list(layer.items()) == list(wanted.items())
    assert layer.count() <= len(beneath.keys() | wanted.keys())
    assert bool(layer) == bool(layer.count()) == (list(beneath.items()) != list(wanted.items()))


def test_a_layer_towards_other_rows_leaves_what_is_the_same():
    beneath = {"1": b"a", "2": b"b", "3": b"c"}
    layer = layer_towards({"1": b"a", "2": b"x", "4": b"d"}, beneath=beneath)
    assert (layer.removed, layer.updated, layer.added) == ({"3"}, {"2": b"x"}, {"4": b"d"})
