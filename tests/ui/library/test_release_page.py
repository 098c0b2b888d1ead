from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cs_desk.app.releases import Releases, keep_starter
from cs_desk.domain.library.edition import Edition, EditionHead, EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.ui.library.release_page import ReleasePage
from tests.fake_library_means import NOW, LibraryOnTheDesk
from tests.ui.library import page_bench
from tests.ui.library.incoming_files import BACK, HELLO, LIBRARY, PAY, SLOW, SLOW_THEIRS

STARTER = replace(LIBRARY, templates=(SLOW_THEIRS, BACK, PAY), version="")
TODAY = replace(LIBRARY, templates=(SLOW, BACK, HELLO), publisher="主管小满")


@pytest.fixture
def stored():
    return LibraryOnTheDesk(TODAY)


@pytest.fixture
def notices(qtbot):
    return page_bench.notice_bar(qtbot)


@pytest.fixture
def page(qtbot, stored, notices):
    keep_starter(stored.means(), STARTER)
    made = ReleasePage(Releases(stored.means()), stored.store.load, notices, page_bench.ICONS)
    page_bench.put_up(qtbot, made)
    made.open()
    return made


def rows(page):
    model = page._table.model()
    return [
        [model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())
    ]


def publish(page, **typed):
    page._publish.click()
    form = page._form
    form._notes.setPlainText(typed.pop("notes", "换了催件的说法"))
    for name, text in typed.items():
        getattr(form, f"_{name}").setText(text)
    form._publish.click()
    return form


def changes(page):
    model = page._comparison._table.model()
    return [(model.index(r, 0).data(), model.index(r, 1).data()) for r in range(model.rowCount())]


def test_the_newest_edition_is_compared_with_today(page):
    assert rows(page) == [["初始话术", "", "2026-11-22"]]
    assert page._comparison.summary() == "这一版之后：新增 1 条，改动 1 条，删掉 1 条"
    assert changes(page) == [
        ("还没到", "后来改动"),
        ("进店问候", "后来新增"),
        ("运费说明", "后来删掉"),
    ]
    assert "久等了" in page._comparison._difference.texts()[0]


def test_a_release_is_counted_and_told_with_what_was_typed(page, stored, qtbot):
    with qtbot.waitSignal(page.published):
        publish(page, version="双十二", valid_from="2026-12-01", valid_until="2026-12-31")
    assert rows(page)[0] == ["第 1 版 · 双十二", "换了催件的说法", "2026-11-22 09:30"]
    library = stored.store.load()
    assert (library.valid_from, library.valid_until) == ("2026-12-01", "2026-12-31")


def test_a_release_without_a_version_is_called_by_the_next_number(page):
    publish(page)
    assert rows(page)[0][0] == "第 1 版 · 13"


def test_the_form_knows_who_published_last_and_the_next_version(page):
    page._publish.click()
    assert page._form._publisher.text() == "主管小满"
    assert page._form._version.placeholderText() == "13"
    assert page._form._notes.hasFocus()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"valid_from": "12月1日"}, "2026-12-01"),
        ({"valid_from": "2026-12-02", "valid_until": "2026-12-01"}, "不能早于"),
        ({"notes": "长" * 100_000}, "说明太长了"),
    ],
)
def test_what_a_release_cannot_tell_is_said_and_nothing_is_published(page, typed, told):
    form = publish(page, **typed)
    assert told in form._fault.text()
    assert len(rows(page)) == 1
    assert form.isVisible()


def test_a_form_that_is_given_up_publishes_nothing(page):
    page._publish.click()
    page._form._give_up.click()
    assert page._comparison.isVisible()
    assert len(rows(page)) == 1


def test_going_back_is_one_step_that_the_window_can_undo(page, stored, qtbot):
    with qtbot.waitSignal(page.rolled_back) as told:
        QTest.keyClick(page._back_to_it, Qt.Key.Key_Space)
    ((before, after, edition, _),) = told.args
    assert page._heads[0] == edition.head
    assert rows(page)[0][0] == "回到以前的版本"
    assert [t.title for t in before.templates] == ["还没到", "退货步骤", "进店问候"]
    assert [t.title for t in after.templates] == ["还没到", "退货步骤", "运费说明"]
    assert page._comparison.summary() == "和现在完全一样"
    assert not page._back_to_it.isEnabled()


def test_what_was_imported_is_compared_by_its_own_replies_and_is_no_way_back(page, stored):
    head = EditionHead("i", NOW, EditionOrigin.IMPORTED, FileFormat.CSV, "lib", version="13")
    stored.editions.keep(Edition(head, replace(LIBRARY, templates=(SLOW_THEIRS,))))
    page.open()
    assert rows(page)[0][0] == "导入 · 13"
    assert changes(page) == [("还没到", "后来改动")]
    assert not page._back_to_it.isVisible()


def test_an_edition_that_cannot_be_read_says_so(page, stored):
    stored.editions.damage()
    page.open()
    assert page._comparison.summary() == "这个版本的内容已经不在了"
    assert not page._back_to_it.isEnabled()


def test_without_an_edition_the_page_says_what_one_is_for(page, stored):
    stored.editions.kept.clear()
    page.open()
    assert "还没有版本" in page._empty.text()
    assert page._empty.isVisible()
    assert page._publish.hasFocus()


def test_a_library_that_is_gone_cannot_be_released(page, stored, notices):
    page._publish.click()
    stored.store.load = lambda: None
    page._form._publish.click()
    assert notices.text() == "还没有话术库"
    assert len(rows(page)) == 1


def test_esc_leads_back(page, qtbot):
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page._table, Qt.Key.Key_Escape)


def test_what_is_typed_of_a_release_stays_until_it_is_published_or_given_up(page):
    page._publish.click()
    form = page._form
    form._notes.setPlainText("写到一半")
    page._on_chosen()
    page._publish.click()
    assert form._notes.toPlainText() == "写到一半"
    form._give_up.click()
    page._publish.click()
    assert (form._notes.toPlainText(), form._publisher.text()) == ("", "主管小满")
    publish(page)
    page._publish.click()
    assert form._notes.toPlainText() == ""


def test_what_was_exported_is_no_version(page, stored):
    head = EditionHead("e9", NOW, EditionOrigin.EXPORTED, FileFormat.CSDESK, "lib")
    stored.editions.keep(Edition(head, TODAY))
    page.open()
    assert [row[0] for row in rows(page)] == ["初始话术"]
