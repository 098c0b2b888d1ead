from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from cs_desk.app.library_desk import LibraryDesk
from cs_desk.domain.errors import DeskBusyError
from cs_desk.domain.library.trash import TrashedTemplate
from cs_desk.domain.template import TemplateLibrary
from cs_desk.ui.library.trash_page import TrashPage
from tests.fake_library_means import NOW, LibraryOnTheDesk
from tests.ui.library import page_bench
from tests.ui.library.incoming_files import BACK, HELLO, SLOW


class NoDrafts:
    def all(self):
        return {}

    def forget(self, template_ids):
        pass


@pytest.fixture
def stored():
    made = LibraryOnTheDesk(TemplateLibrary("lib", "话术库", (HELLO,)))
    made.trash.put(
        [TrashedTemplate(SLOW, NOW, "小满"), TrashedTemplate(BACK, NOW - timedelta(days=3))]
    )
    return made


@pytest.fixture
def busy():
    """Whether another process holds the store."""
    return []


@pytest.fixture
def notices(qtbot):
    return page_bench.notice_bar(qtbot)


@pytest.fixture
def page(qtbot, stored, busy, notices):
    @contextmanager
    def transaction():
        if busy:
            raise DeskBusyError
        yield

    means = replace(stored.means(), drafts=NoDrafts(), transaction=transaction)
    desk = LibraryDesk(means)
    made = TrashPage(desk, notices, page_bench.ICONS, means.clock)
    page_bench.put_up(qtbot, made, 900, 560)
    made.open()
    return made


def rows(page):
    model = page._table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(page, *places):
    flags = QItemSelectionModel.SelectionFlag
    page._table.clearSelection()
    for place in places:
        index = page._table.model().index(place, 0)
        page._table.selectionModel().select(index, flags.Select | flags.Rows)


def stored_titles(stored):
    return [t.title for t in stored.store.load().templates]


def test_each_deleted_reply_tells_when_it_is_gone_for_good(page):
    assert rows(page)[0] == [
        "还没到 · hmd · 物流/催件",
        "11月22日 09:30 删除 · 小满",
        "将在 12月22日 09:30 彻底删除",
    ]


def test_the_chosen_reply_can_be_read(page):
    choose(page, 1)
    assert page._body.toPlainText() == BACK.body


@pytest.mark.parametrize(("typed", "found"), [("申请", ["退货步骤"]), ("HMD", ["还没到"])])
def test_the_search_looks_into_text_and_code(page, typed, found):
    page._search.setText(typed)
    assert [row[0].split(" · ")[0] for row in rows(page)] == found


def test_an_arrow_leads_from_the_search_into_the_list(page):
    QTest.keyClick(page._search, Qt.Key.Key_Down)
    assert page._table.hasFocus()
    assert page._body.toPlainText() == SLOW.body


def test_a_search_that_finds_nothing_says_so(page):
    page._search.setText("没有这样的")
    assert page._empty.isVisible()
    assert page._empty.text() == "没有找到"


def test_enter_restores_the_chosen_reply(page, stored, notices, qtbot):
    choose(page, 0)
    with qtbot.waitSignal(page.restored):
        QTest.keyClick(page._table, Qt.Key.Key_Return)
    assert stored_titles(stored) == ["进店问候", "还没到"]
    assert [row[0].split(" · ")[0] for row in rows(page)] == ["退货步骤"]
    assert notices.text() == "已恢复 1 条话术"


def test_several_are_restored_at_once(page, stored):
    choose(page, 0, 1)
    assert page._restore.text() == "恢复 2 条"
    page._restore.click()
    assert sorted(stored_titles(stored)) == sorted(["进店问候", "还没到", "退货步骤"])


def test_deleting_for_good_takes_two_presses(page, stored):
    choose(page, 0)
    page._delete.click()
    assert page._delete.text() == "确定彻底删除 1 条，不能撤销"
    assert len(stored.trash.all()) == 2
    page._delete.click()
    assert list(stored.trash.all()) == ["back"]


def test_choosing_another_reply_asks_anew(page, stored):
    choose(page, 0)
    page._delete.click()
    choose(page, 1)
    page._delete.click()
    assert len(stored.trash.all()) == 2


def test_with_nothing_chosen_there_is_nothing_to_press(page):
    choose(page)
    assert not page._restore.isEnabled()
    assert not page._delete.isEnabled()


def test_an_empty_trash_says_what_it_is_for(page, stored):
    stored.trash.take(["slow", "back"])
    page.open()
    assert "保留 30 天" in page._empty.text()


def test_what_cannot_be_restored_is_told_and_stays(page, busy, notices):
    busy.append(True)
    choose(page, 0)
    page._restore.click()
    assert "占用" in notices.text()
    assert len(rows(page)) == 2


def test_esc_leads_back(page, qtbot):
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page._table, Qt.Key.Key_Escape)
