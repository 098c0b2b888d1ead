from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning
from cs_desk.ui import theme
from cs_desk.ui.banner import Banner, PlaceBanners
from cs_desk.ui.icons import Icons

READ_ONLY = PlaceWarning(PlaceRisk.READ_ONLY)
LOW_DISK = PlaceWarning(PlaceRisk.LOW_DISK, "42")
SHARE = PlaceWarning(PlaceRisk.NETWORK_SHARE, "cifs")


@pytest.fixture
def icons():
    return Icons(Path(__file__).parents[2] / "resources/icons")


@pytest.fixture
def banners(qtbot, icons):
    shown = PlaceBanners(icons, theme.LIGHT)
    qtbot.addWidget(shown)
    return shown


def strips(banners):
    """Return the strips that are seen, from the top."""
    seen = [strip for strip in banners.findChildren(Banner) if strip.isVisible()]
    return sorted(seen, key=lambda strip: strip.y())


def sentences(banners):
    return [strip.text() for strip in strips(banners)]


def close(qtbot, strip):
    qtbot.mouseClick(strip._close, Qt.MouseButton.LeftButton)


def test_nothing_to_say_takes_no_room(qtbot, banners):
    banners.show_warnings(())
    assert banners.isHidden()
    banners.show_warnings((LOW_DISK,))
    close(qtbot, strips(banners)[0])
    assert banners.isHidden()


def test_what_is_doubtful_is_said_to_eyes_and_to_screen_readers(banners):
    banners.show_warnings((LOW_DISK,))
    (strip,) = strips(banners)
    assert "42 MB" in strip.text()
    assert strip.accessibleName() == strip.text()
    assert "42 MB" in strip._close.accessibleName()


def test_several_stand_one_under_the_other_the_most_serious_first(banners):
    banners.show_warnings((SHARE, READ_ONLY, LOW_DISK))
    told = [next(s for s in sentences(banners) if part in s) for part in ("写入", "MB", "cifs")]
    assert sentences(banners) == told


def test_what_is_mended_is_no_longer_said(banners):
    banners.show_warnings((SHARE, LOW_DISK))
    banners.show_warnings((SHARE,))
    assert len(sentences(banners)) == 1


def test_a_closed_strip_stays_closed_while_its_cause_lasts(qtbot, banners):
    banners.show_warnings((LOW_DISK,))
    close(qtbot, strips(banners)[0])
    assert sentences(banners) == []
    banners.show_warnings((PlaceWarning(PlaceRisk.LOW_DISK, "41"),))
    assert sentences(banners) == []


def test_a_closed_strip_comes_back_with_its_cause(qtbot, banners):
    banners.show_warnings((LOW_DISK,))
    close(qtbot, strips(banners)[0])
    banners.show_warnings(())
    banners.show_warnings((LOW_DISK,))
    assert len(sentences(banners)) == 1


def test_that_nothing_is_saved_cannot_be_closed(banners):
    banners.show_warnings((READ_ONLY,))
    assert not strips(banners)[0]._close.isVisible()


def test_a_sentence_is_plain_text(banners):
    banners.show_warnings((PlaceWarning(PlaceRisk.NETWORK_SHARE, "<b>nas</b>"),))
    (strip,) = strips(banners)
    (label,) = [part for part in strip.findChildren(QLabel) if part.text()]
    assert "<b>nas</b>" in label.text()
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("width", [320, 480])
def test_the_whole_sentence_is_seen_in_a_narrow_window(build, width):
    window = build()
    window.resize(width, 700)
    window.place_banners.show_warnings((READ_ONLY, SHARE))
    window.layout().activate()
    for strip in strips(window.place_banners):
        label = next(part for part in strip.findChildren(QLabel) if part.text())
        strip.layout().activate()
        assert strip.width() == width
        assert label.height() >= label.heightForWidth(label.width())


def test_the_strips_stand_between_the_head_and_the_search_box(window):
    window.place_banners.show_warnings((LOW_DISK,))
    window.layout().activate()
    strip = strips(window.place_banners)[0]
    search = window.room.search_box
    assert strip.mapTo(window, QPoint()).y() < search.mapTo(window, QPoint()).y()


def test_a_window_called_forward_is_seen_and_has_the_keyboard_in_its_search_box(qtbot, window):
    window.room.search_box.setText("hmd")
    window.showMinimized()
    window.setFocus()
    window.come_forward()
    assert not window.isMinimized()
    qtbot.waitUntil(window.room.search_box.hasFocus)
    assert window.room.search_box.selectedText() == "hmd"
