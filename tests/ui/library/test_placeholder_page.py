"""Definitions of placeholders: looked through, changed, renamed, deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cs_desk.domain.template import Placeholder, PlaceholderSource, PlaceholderType


@pytest.fixture
def page(window):
    window.show_placeholders()
    return window.placeholders


def cell(page, row, column):
    return page.table.item(row, column).text()


def test_the_table_tells_every_definition_and_how_many_replies_use_it(page):
    rows = [(cell(page, row, 0), cell(page, row, 1)) for row in range(page.table.rowCount())]
    assert rows == [("店铺名", "1 条"), ("发货城市", "1 条"), ("收货城市", "1 条")]


def test_a_renamed_definition_is_renamed_in_every_reply(page, desk, stored):
    page.choose("收货城市")
    page.form.name.setText("目的地")
    page.save()
    assert "{目的地}" in stored("slow").body
    assert cell(page, page.table.currentRow(), 0) == "目的地"


def test_every_part_of_a_definition_is_saved(page, desk):
    page.begin("承担方")
    form = page.form
    form._type.setCurrentText("选项")
    form._source.setCurrentText("退货单")
    form._default.setText("卖家")
    form._choices.setText("卖家、买家")
    form._hint.setText("谁付运费")
    form._length.setValue(9)
    form._required.setChecked(False)
    form._promise.setChecked(True)
    form._personal.setChecked(True)
    page.save()
    assert desk.library.placeholder("承担方") == Placeholder(
        "承担方",
        PlaceholderType.CHOICE,
        PlaceholderSource.CASE,
        "卖家",
        ("卖家", "买家"),
        required=False,
        max_length=9,
        promise=True,
        personal=True,
        hint="谁付运费",
    )


def test_a_name_that_is_taken_cannot_be_saved(page):
    page.begin("店铺名")
    assert not page._save.isEnabled()
    assert "店铺名" in page._fault.text()


def test_deleting_one_in_use_says_where_and_is_taken_back(page, window, desk):
    page.choose("收货城市")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert desk.library.placeholder("收货城市") is None
    assert "用在 1 条话术里：还没到" in window.notices.text()
    window.notices.act()
    assert desk.library.placeholder("收货城市") is not None


def test_after_one_is_deleted_the_next_one_stands_in_its_place(page):
    page.choose("发货城市")
    page._delete.click()
    assert cell(page, page.table.currentRow(), 0) == "收货城市"
    page._delete.click()
    assert cell(page, page.table.currentRow(), 0) == "店铺名"


def test_what_is_typed_stays_when_somebody_else_changes_the_library(page, window, other):
    page.choose("店铺名")
    page.form._hint.setText("打了一半")
    other.delete_placeholder("收货城市")
    window.take_in()
    assert page.table.rowCount() == 2
    assert page.form._hint.text() == "打了一半"


def test_an_unknown_name_of_a_body_is_begun_as_a_definition(window):
    window.define("尺码")
    assert window.placeholders.isVisible()
    assert window.placeholders.form.name.text() == "尺码"
    QTest.keyClick(window.placeholders, Qt.Key.Key_Escape)
    assert window.list.isVisible()
