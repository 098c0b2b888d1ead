"""What a program asked of the disk, one operation after the other.

Paths are relative to the folder that is watched.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Create(NamedTuple):
    """A file was opened that is created if there is none."""

    path: str


class MakeFolder(NamedTuple):
    """A folder was made."""

    path: str


class Write(NamedTuple):
    """Bytes were written at an offset."""

    path: str
    offset: int
    data: bytes


class Resize(NamedTuple):
    """A file was cut or made longer."""

    path: str
    size: int


class Sync(NamedTuple):
    """A file or a folder was synced: fsync or fdatasync returned."""

    path: str


class Rename(NamedTuple):
    """A file got another name; what had that name before is gone."""

    old: str
    new: str


class Unlink(NamedTuple):
    """A file lost its name."""

    path: str


class Mark(NamedTuple):
    """The program said something: no disk operation, but a moment between two of them."""

    text: str


Operation: TypeAlias = Create | MakeFolder | Write | Resize | Sync | Rename | Unlink | Mark
