"""Sentences that the window shares with the command line, through Qt's translation."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cs_desk.app.wording import trouble
from cs_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.ui.notice_bar import NoticeBar


def words(text: str) -> str:
    """Return ``text`` in the language of the window."""
    return QCoreApplication.translate("wording", text)


@contextmanager
def trouble_shown(notices: NoticeBar) -> Iterator[None]:
    """Run a change; if the desk cannot make it, say so in the window and go on."""
    try:
        yield
    except DeskError as error:
        notices.warn(trouble(error, words))
