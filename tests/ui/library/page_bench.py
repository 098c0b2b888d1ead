"""What a page of the library window stands on in a test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QThreadPool

from cs_desk.ui.icons import Icons
from cs_desk.ui.notice_bar import NoticeBar

ICONS = Icons(Path(__file__).parents[3] / "resources" / "icons")
PATIENCE_MS = 5000


def notice_bar(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def put_up(qtbot, page, width=1180, height=760):
    """Show ``page`` in a window of its own, with the keyboard."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
    return page


def settle(qtbot, is_busy):
    """Wait until what was started in workers has come back."""
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    qtbot.waitUntil(lambda: not is_busy(), timeout=PATIENCE_MS)
