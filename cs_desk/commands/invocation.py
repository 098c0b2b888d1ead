"""What every command is given: the language, the data folder, and a way to open the desk."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from cs_desk.app.case_ports import CaseFiles
    from cs_desk.app.checklists import ChecklistFiles
    from cs_desk.app.library_work import LibraryWork
    from cs_desk.app.ports import BackupStore
    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.app.return_cases import ReturnCases
    from cs_desk.app.shops import Shops
    from cs_desk.domain.compliance import RuleBook

LANGUAGES = ("zh_CN", "en")
"""The languages that the program speaks."""


class ExitStatus(IntEnum):
    """What a command's exit status tells a script."""

    DONE = 0
    ANSWER_IS_NO = 1
    WRONG_USAGE = 2
    DATA_AT_FAULT = 3
    BUSY = 4


@dataclass(frozen=True)
class OpenDesk:
    """The desk as a command uses it.

    Attributes:
        replies: The replies.
        shops: The shops.
        open_cases: Returns the return cases; few commands wait for them to load.
        case_files: Returns what writes cases to files.
        checklist_files: Returns what reads and writes checklists.
        library_work: Returns what is done with the library as a whole.
        rule_book: Returns the rules on what a reply may not say.
    """

    replies: ReplyDesk
    shops: Shops
    open_cases: Callable[[], ReturnCases]
    case_files: Callable[[], CaseFiles]
    checklist_files: Callable[[], ChecklistFiles]
    library_work: Callable[[], LibraryWork]
    rule_book: Callable[[], RuleBook]

    @cached_property
    def cases(self) -> ReturnCases:
        """The return cases."""
        return self.open_cases()


class Workplace(Protocol):
    """Opens what a command works on; put together in ``program.py``."""

    def desk(
        self, data_folder: Path | None, library: Path | None, moment: datetime | None
    ) -> AbstractContextManager[OpenDesk]:
        """Open the desk in ``data_folder``.

        Args:
            data_folder: As the person chose it; None for the user's own.
            library: A file whose library takes the place of the stored one.
            moment: What replies and cases take for the present moment; None for the clock's.
        """

    def backups(self, data_folder: Path | None) -> BackupStore:
        """Return the backups of ``data_folder``, whatever state its store is in."""

    def now(self) -> datetime:
        """Return the present moment, in China's zone."""

    def window(self, data_folder: Path | None) -> int:
        """Show the window until it is closed; return the exit status."""


@dataclass(slots=True)
class Invocation:
    """One run of the program.

    Attributes:
        workplace: Opens the desk.
        tr: Returns a sentence in the language of this run.
        data_folder: As given by ``--data-dir``, before or after the command.
        moment: As given by ``--now``; None for the clock's.
    """

    workplace: Workplace
    tr: Callable[[str], str]
    data_folder: Path | None = None
    moment: datetime | None = None

    def desk(self, library: Path | None = None) -> AbstractContextManager[OpenDesk]:
        """Open the desk that this run works on."""
        return self.workplace.desk(self.data_folder, library, self.moment)

    def now(self) -> datetime:
        """Return the moment that this run takes for the present one, in China's zone."""
        return self.moment or self.workplace.now()

    def backups(self) -> BackupStore:
        """Return the backups of the desk that this run works on."""
        return self.workplace.backups(self.data_folder)


# Halves of characters, which are no UTF-8, and line ends beside the one that JSON escapes.
_UNFIT_FOR_A_LINE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def answer(text: str) -> None:
    """Print a line of the result."""
    _write(sys.stdout, text)


def answer_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print one JSON object on a line of its own."""
    written = json.dumps(value, ensure_ascii=False)
    answer(_UNFIT_FOR_A_LINE.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def tell(text: str) -> None:
    """Print a message for the person, beside the result."""
    _write(sys.stderr, text)


def _write(stream: TextIO | None, text: str) -> None:
    # None: closed by the caller, or a program without a console.
    if stream is not None:
        stream.write(text + "\n")
