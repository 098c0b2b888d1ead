from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cs_desk.app.releases import LibraryNews
from cs_desk.domain.library.edition import EditionHead, EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.ui.news_page import NewsPage
from cs_desk.ui.theme import DARK
from tests.ui.library import page_bench
from tests.ui.library.incoming_files import BACK, HELLO, NOW, PAY, SLOW, SLOW_THEIRS

HEAD = EditionHead(
    "e",
    NOW,
    EditionOrigin.RELEASED,
    FileFormat.CSDESK,
    "lib",
    3,
    "2026.11",
    "小满",
    "2026-11-20",
    "催件的说法换了",
    templates=118,
)
NEWS = LibraryNews(HEAD, (PAY, HELLO), ((SLOW, SLOW_THEIRS),), (BACK,))


@pytest.fixture
def build(qtbot):
    def built(news=NEWS, width=380):
        page = page_bench.put_up(qtbot, NewsPage(page_bench.ICONS), width, 820)
        page.show_news(news)
        return page

    return built


def sections(page):
    labels = page._scroll.widget().findChildren(type(page._about))
    return [label.text() for label in labels]


def test_what_is_new_changed_and_gone_is_counted(build):
    page = build()
    assert sections(page) == ["新增 2 条", "改动 1 条", "不再用 1 条"]
    assert page._about.text() == "第 3 版 · 2026.11 · 小满 · 2026-11-20 · 118 条话术"
    assert page._notes.text() == "催件的说法换了"


def test_what_there_is_none_of_is_not_named(build):
    page = build(replace(NEWS, added=(), removed=()))
    assert sections(page) == ["改动 1 条"]


def test_an_entry_unfolds_to_what_was_and_what_is_one_above_the_other(build):
    page = build()
    entry = page.entries()[2]
    assert entry.text() == ""
    QTest.keyClick(entry._line, Qt.Key.Key_Space)
    was, now = entry.text().index("原来：亲，别着急哦"), entry.text().index("现在：亲，不好意思")
    assert was < now
    assert entry._text.isVisible()


def test_an_entry_folds_up_again(build):
    page = build()
    entry = page.entries()[0]
    entry.toggle()
    entry.toggle()
    assert not entry._text.isVisible()


def test_a_new_reply_unfolds_to_its_text(build):
    page = build()
    entry = page.entries()[0]
    entry.toggle()
    assert PAY.body in entry.text()
    assert "原来" not in entry.text()


@pytest.mark.parametrize("width", [320, 480])
def test_an_unfolded_entry_is_as_tall_as_its_lines_and_no_wider_than_the_window(
    build, qtbot, width
):
    long = replace(SLOW, body="久" * 600, title="催件" * 60)
    page = build(LibraryNews(HEAD, (), ((SLOW, long),), ()), width)
    entry = page.entries()[0]
    entry.toggle()
    text = entry._text
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() == 0)
    assert page._scroll.horizontalScrollBar().maximum() == 0
    assert text.height() > 200


def test_an_unfolded_entry_follows_the_colours(build):
    page = build()
    entry = page.entries()[2]
    entry.toggle()
    page.set_colours(DARK)
    cursor = entry._text.document().find("别着急")
    assert cursor.charFormat().background().color().name() == DARK.danger_tint


def test_more_news_than_anybody_reads_are_counted_only(build):
    many = tuple(replace(PAY, id=f"p{n}") for n in range(130))
    page = build(LibraryNews(HEAD, many, (), ()))
    assert len(page.entries()) == 100
    assert "还有 30 条" in sections(page)[1]


def test_the_news_are_seen_with_one_press_of_a_key(build, qtbot):
    page = build()
    assert page._seen.hasFocus()
    with qtbot.waitSignals([page.seen, page.left]):
        QTest.keyClick(page._seen, Qt.Key.Key_Return)


def test_esc_leads_back_and_the_news_are_still_to_be_seen(build, qtbot):
    page, seen = build(), []
    page.seen.connect(lambda: seen.append(True))
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page._seen, Qt.Key.Key_Escape)
    assert seen == []


def test_later_news_take_the_place_of_earlier_ones(build):
    page = build()
    page.show_news(LibraryNews(HEAD, (PAY,), (), ()))
    assert len(page.entries()) == 1
    assert sections(page) == ["新增 1 条"]
