"""What can go wrong, as one family; each error carries facts, the edge puts them into words.

DeskError
├── DataFaultError              the desk's own data, or a file given to it, is at fault (exit 3)
│   ├── UnreadableFileError     a file that cannot be read at all
│   ├── InvalidFileError        a file whose content breaks its format
│   │   └── DamagedStoreError   the desk's own store; a backup can take its place
│   └── NewerFormatError        a file or store written by a newer program
├── DeskBusyError               another process holds the desk; nothing was changed (exit 4)
├── StoreFailedError            a change could not be written; ``outcome_known`` if surely not
│   └── StoreGoneError          nor can any other: the store's file is no longer there
├── BackupFailedError           a backup could not be made; nothing was changed
├── CaseRefusedError            a return case does not allow a change; nothing was changed
├── LibraryRefusedError         the library does not allow a change; nothing was changed
└── CancelledError              the person called it off; nothing was changed
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for people that is translated where it is shown; ``str`` says it as it is.

    Attributes:
        text: The sentence in the program's source language, Chinese, with ``%1`` and ``%2``
            where facts belong.
        facts: What stands there: plain text, or a sentence that is translated in its turn.
    """

    text: str
    facts: tuple[str | Sentence, ...] = ()

    def __str__(self) -> str:
        return re.sub("%([12])", lambda mark: str(self.facts[int(mark[1]) - 1]), self.text)


class DeskError(Exception):
    """Root of every error that the desk raises on purpose."""


class DataFaultError(DeskError):
    """The desk's data or a file given to it is at fault.

    Attributes:
        file: Name of the file, as the person gave it.
        where: Field inside the file, ``templates[3].title``; empty if no one field is at fault.
        reason: What is wrong, and the line if that is all that is known of the place.
    """

    def __init__(self, file: str, reason: Sentence, where: str = "") -> None:
        super().__init__(file, reason, where)
        self.file = file
        self.reason = reason
        self.where = where

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"

    @property
    def place(self) -> str:
        """The file, and the field inside it."""
        return f"{self.file} {self.where}".strip()


class UnreadableFileError(DataFaultError):
    """A file that is missing, a directory, or not permitted."""


class InvalidFileError(DataFaultError):
    """A file that was read, but whose content breaks its format."""


class DamagedStoreError(InvalidFileError):
    """The desk's own store is damaged or missing; a backup can take its place."""


class NewerFormatError(DataFaultError):
    """A file or store written by a newer version of the program."""


class DeskBusyError(DeskError):
    """Another process holds the desk longer than we wait; nothing was changed."""


class StoreFailedError(DeskError):
    """A change could not be written to disk.

    Attributes:
        reason: What the system or the database reported.
        outcome_known: True if the change certainly did not happen.
    """

    def __init__(self, reason: Sentence, *, outcome_known: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.outcome_known = outcome_known


class StoreGoneError(StoreFailedError):
    """The store's file is no longer there; a backup can take its place at the next start."""


class BackupFailedError(DeskError):
    """A backup could not be made, so what would have needed it was not done either.

    Attributes:
        reason: What was in the way.
    """

    def __init__(self, reason: Sentence) -> None:
        super().__init__(reason)
        self.reason = reason


class CaseRefusedError(DeskError):
    """A return case does not allow what was asked for; nothing was changed.

    Attributes:
        reason: Why not, and what to do.
        checks: Titles of the mandatory checks that stand in the way.
    """

    def __init__(self, reason: Sentence, checks: tuple[str, ...] = ()) -> None:
        super().__init__(reason, checks)
        self.reason = reason
        self.checks = checks


class LibraryRefusedError(DeskError):
    """The library does not allow what was asked for; nothing was changed.

    Attributes:
        reason: Why not, and what to do.
    """

    def __init__(self, reason: Sentence) -> None:
        super().__init__(reason)
        self.reason = reason


class CancelledError(DeskError):
    """The person called off what was under way; nothing was changed."""
