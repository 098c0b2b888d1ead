from __future__ import annotations

from dataclasses import replace

from cs_desk.app.shelf import Shelf, ShelfKind

ALL = Shelf(ShelfKind.ALL)


def found(bench, query):
    return [hit.template.id for hit in bench.desk.search(query, ALL)]


def changed(library, *, without=(), **bodies):
    kept = [t for t in library.templates if t.id not in without]
    return replace(
        library, templates=tuple(replace(t, body=bodies.get(t.id, t.body)) for t in kept)
    )


def test_a_changed_reply_is_found_by_its_new_text_only(bench):
    bench.desk.take_library(changed(bench.library, courier="发顺风车。"))
    assert found(bench, "顺风车") == ["courier"]
    assert found(bench, "发快递公司") == []
    assert bench.text("courier") == "发顺风车。"


def test_a_removed_reply_is_found_no_more(bench):
    bench.desk.take_library(changed(bench.library, without={"courier"}))
    assert "courier" not in found(bench, "")
    assert bench.template("courier") is None


def test_an_added_reply_is_found(bench):
    added = replace(bench.template("hi"), id="new", title="欢迎光临", code="")
    more = replace(bench.library, templates=(*bench.library.templates, added))
    bench.desk.take_library(more)
    assert found(bench, "欢迎光临") == ["new"]


def test_what_did_not_change_is_not_indexed_again(bench):
    kept = bench.desk.search("进店", ALL)[0].template
    bench.desk.take_library(changed(bench.library, courier="发顺丰。"))
    assert bench.desk.search("进店", ALL)[0].template is kept
    copies = tuple(replace(t) for t in bench.library.templates)
    bench.desk.take_library(replace(bench.library, templates=copies))
    assert bench.desk.search("进店", ALL)[0].template is kept


def test_a_changed_definition_counts_at_once(bench):
    couriers = tuple(
        replace(p, default="中通") if p.name == "快递公司" else p
        for p in bench.library.placeholders
    )
    bench.desk.take_library(replace(bench.library, placeholders=couriers))
    assert bench.text("courier") == "发中通。"


def test_a_new_order_shows_when_browsing(bench):
    turned = tuple(reversed(bench.library.templates))
    bench.desk.take_library(replace(bench.library, templates=turned))
    assert found(bench, "") == [template.id for template in turned]


def test_a_library_that_changed_altogether_is_found_by_its_new_texts(bench):
    hello = bench.template("hi")
    many = tuple(
        replace(hello, id=f"n{number}", title=f"第{number}句", code="") for number in range(300)
    )
    bench.desk.take_library(replace(bench.library, templates=many))
    assert found(bench, "第299句") == ["n299"]
    assert found(bench, "快递") == []
