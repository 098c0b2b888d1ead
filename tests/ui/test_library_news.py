"""Agents hear once of what a release or an import changed, and can look at it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cs_desk.domain.template import ReplyTemplate
from cs_desk.ui.news_page import NewsPage
from tests.ui.conftest import LIBRARY


@pytest.fixture
def releases(build):
    return build.stores.library.supervisor().releases


@pytest.fixture
def window(build, releases):
    """A window whose agent has seen the first release, and nothing of the second."""
    releases.publish("第一版")
    shown = build()
    shown.pages.news_teller.look()
    return shown


@pytest.fixture
def second(build, window, releases):
    new = ReplyTemplate("new", "新来的", "新来的话术。")
    hi, *others = LIBRARY.templates
    changed = (replace(hi, body="亲，在的。"), *others, new)
    build.stores.library.store.replace(replace(LIBRARY, templates=changed))
    return releases.publish("第二版")


def page(window):
    (found,) = window.findChildren(NewsPage)
    return found


def test_a_fresh_desk_has_seen_all_there_is(window, releases):
    assert window._settings.now.seen_edition == releases.newest()
    assert not window.notices.isVisible()


def test_a_release_is_told_once(window, second):
    window.pages.news_teller.look()
    assert window.notices.text() == "话术库有更新：新增 1，改动 1"
    window.notices.hide()
    window.pages.news_teller.look()
    assert not window.notices.isVisible()


def test_what_changed_is_shown_until_it_was_seen(qtbot, window, second, releases):
    window.pages.news_teller.look()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert page(window).isVisible()
    assert len(page(window).entries()) == 2
    page(window).seen.emit()
    assert window._settings.now.seen_edition == releases.newest()
    window.pages.open_news()
    assert window.notices.text() == "上次看过以后，话术库没有更新"


def test_news_that_was_not_looked_at_is_told_again_the_next_day(build, window, second):
    window.pages.news_teller.look()
    again = build()
    again.pages.news_teller.look()
    assert "新增 1" in again.notices.text()
