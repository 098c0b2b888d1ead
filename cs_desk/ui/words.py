"""Sentences that the window shares with the command line, through Qt's translation."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cs_desk.app.wording import trouble
from cs_desk.domain.errors import CaseRefusedError, DeskError, LibraryRefusedError

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
    except (CaseRefusedError, LibraryRefusedError) as refused:
        # That is no trouble of the desk's, and nothing for its log.
        notices.warn(trouble(refused, words))
    except DeskError as error:
        notices.warn(trouble(error, words), error)


class StandingTrouble:
    """Shows the trouble of something that is tried again and again: once, until it has passed.

    A notice that the person has closed does not come back with the next try, only with another
    trouble, or with the same one after a try that went well.
    """

    def __init__(self, notices: NoticeBar) -> None:
        self._notices = notices
        self._told = ""

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Make a try; if the desk cannot, say so unless it was the same the last time."""
        told = ""
        try:
            yield
        except DeskError as error:
            told = trouble(error, words)
            if told != self._told:
                self._notices.warn(told, error)
        self._told = told
