"""A disk that loses its power: what may be found on it afterwards.

The model is that of ALICE (OSDI 2014, "All File Systems Are Not Created Equal"), with the
promises that ext4, XFS, btrfs and NTFS have in common and no more:

- What was written before an fsync of the file is there.
- Of what was written since, any of the pages may be there, each as some write since left it; in
  one page, any of the sectors. A file may have any of the sizes that it had since, and be zero
  where nothing reached the disk. A cut of a file is ordered among its writes.
- Names come and go in order within a folder; since the folder's last fsync, any first part of it
  may have happened. A rename is whole.
- The fsync of a new file keeps its name too, as every one of those systems does.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from torture.disk_operations import (
    Create,
    MakeFolder,
    Mark,
    Operation,
    Rename,
    Resize,
    Sync,
    Unlink,
    Write,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

PAGE = 4096
SECTOR = 512


class _Patch(NamedTuple):
    offset: int
    data: bytes

    def pieces(self, unit: int) -> Iterator[_Patch]:
        """Yield the parts that lie in one unit each."""
        start = 0
        while start < len(self.data):
            length = unit - (self.offset + start) % unit
            yield _Patch(self.offset + start, self.data[start : start + length])
            start += length

    def apply(self, content: bytearray) -> None:
        """Put the bytes where they belong."""
        content.extend(bytes(max(0, self.offset - len(content))))
        content[self.offset : self.offset + len(self.data)] = self.data


class _Size(NamedTuple):
    """A new size; ``is_cut`` if the file was longer."""

    size: int
    is_cut: bool

    def apply(self, content: bytearray) -> None:
        """Make the content that long."""
        del content[self.size :]
        content.extend(bytes(self.size - len(content)))


_Change: TypeAlias = _Patch | _Size


class _File:
    """A file's bytes: those on the disk, and the changes that are not yet."""

    def __init__(self) -> None:
        self._synced = bytearray()
        self._pending: list[_Change] = []
        self._size = 0

    def write(self, offset: int, data: bytes) -> None:
        self._pending.append(_Patch(offset, data))
        self._size = max(self._size, offset + len(data))

    def resize(self, size: int) -> None:
        self._pending.append(_Size(size, is_cut=size < self._size))
        self._size = size

    def sync(self) -> None:
        for change in self._pending:
            change.apply(self._synced)
        self._pending.clear()

    def after_power_cut(self, chance: random.Random) -> bytes:
        """Return one of the contents that may be found."""
        reached = self._reached(chance)
        kept = _PageChoice(reached, chance)
        content = bytearray(self._synced)
        sizes = [len(content)]
        for change in reached:
            if isinstance(change, _Size):
                change.apply(content)
                sizes = [change.size] if change.is_cut else [*sizes, change.size]
                continue
            sizes.append(max(sizes[-1], change.offset + len(change.data)))
            for piece in kept.of(change):
                piece.apply(content)
        _Size(chance.choice(sizes), is_cut=False).apply(content)
        return bytes(content)

    def _reached(self, chance: random.Random) -> list[_Change]:
        # Nothing that was written after a cut is found without that cut.
        cuts = [
            number
            for number, change in enumerate(self._pending)
            if isinstance(change, _Size) and change.is_cut
        ]
        return self._pending[: chance.choice([*cuts, len(self._pending)])]


class _PageChoice:
    """Which writes reached the disk: for each page the first few, and one page torn."""

    def __init__(self, changes: Sequence[_Change], chance: random.Random) -> None:
        writes = Counter(
            piece.offset // PAGE
            for change in changes
            if isinstance(change, _Patch)
            for piece in change.pieces(PAGE)
        )
        # Few, half or nearly all: a store must bear each of them.
        share = chance.choice((0.1, 0.5, 0.9))
        self._left = {
            page: count if chance.random() < share else chance.randrange(count)
            for page, count in writes.items()
        }
        self._torn = chance.choice(list(writes)) if writes else None
        self._chance = chance

    def of(self, patch: _Patch) -> Iterator[_Patch]:
        for piece in patch.pieces(PAGE):
            page = piece.offset // PAGE
            self._left[page] -= 1
            if self._left[page] >= 0:
                yield piece
            elif self._left[page] == -1 and page == self._torn:
                yield from (s for s in piece.pieces(SECTOR) if self._chance.random() < 0.5)


class _Folder:
    """A folder; its names are kept by the disk."""


_Node: TypeAlias = _File | _Folder


class _Naming(NamedTuple):
    """Names that came and went at once.

    Attributes:
        gone: The names that went, in the order in which they did.
        come: The names that came, and what they name.
    """

    gone: tuple[str, ...]
    come: dict[str, _Node]

    @property
    def folders(self) -> set[str]:
        """The folders in which it happened."""
        return {_folder_of(path) for path in (*self.gone, *self.come)}

    def apply(self, names: dict[str, _Node]) -> None:
        """Make it happen."""
        for path in self.gone:
            names.pop(path, None)
        names.update(self.come)


class SimulatedDisk:
    """One folder and what is below it, on a disk of which only a part has reached the platter."""

    def __init__(self) -> None:
        self._seen: dict[str, _Node] = {".": _Folder()}
        self._synced: dict[str, _Node] = {}
        self._pending: list[_Naming] = []

    def apply(self, operation: Operation) -> None:
        """Do what the program asked for."""
        match operation:
            case Create(path):
                if path not in self._seen:
                    self._name(_Naming((), {path: _File()}))
            case MakeFolder(path):
                self._name(_Naming((), {path: _Folder()}))
            case Write(path, offset, data):
                self._file(path).write(offset, data)
            case Resize(path, size):
                self._file(path).resize(size)
            case Rename(old, new):
                self._name(_Naming((old,), {new: self._seen[old]}))
            case Unlink(path):
                self._name(_Naming((path,), {}))
            case Sync(path):
                self._sync(path)
            case Mark():
                pass

    def has(self, path: str) -> bool:
        """Return whether the program sees a file with this name now."""
        return path in self._seen

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes | None]:
        """Return what may be found if the power fails now: a path's bytes; None is a folder."""
        names = dict(self._synced)
        for naming in self._survivors(chance):
            naming.apply(names)
        found: dict[str, bytes | None] = {}
        for path in sorted(names):
            node = names[path]
            if _folder_of(path) in ({".": None} | found):
                found[path] = node.after_power_cut(chance) if isinstance(node, _File) else None
        return found

    def _survivors(self, chance: random.Random) -> Iterator[_Naming]:
        stop = chance.choice((0.0, 0.2, 1.0))
        stopped: set[str] = set()
        for naming in self._pending:
            if naming.folders & stopped or chance.random() < stop:
                stopped |= naming.folders
            else:
                yield naming

    def _name(self, naming: _Naming) -> None:
        naming.apply(self._seen)
        self._pending.append(naming)

    def _sync(self, path: str) -> None:
        node = self._seen[path]
        if isinstance(node, _Folder):
            self._settle({path}, len(self._pending))
            return
        node.sync()
        for number, naming in enumerate(self._pending):
            if node in naming.come.values() and not naming.gone:
                self._settle(naming.folders, number + 1)
                self._keep_folders_above(path)
                return

    def _keep_folders_above(self, path: str) -> None:
        above = {str(folder) for folder in PurePosixPath(path).parents}
        for number in reversed(range(len(self._pending))):
            if above & self._pending[number].come.keys():
                self._settle(self._pending[number].folders, number + 1)
                return

    def _settle(self, folders: set[str], end: int) -> None:
        """Put on the disk what happened in ``folders``, among the first ``end`` namings."""
        for naming in reversed(self._pending[:end]):
            # A file that moved between two folders takes the other one's past with it.
            if naming.folders & folders:
                folders = folders | naming.folders
        left = []
        for naming in self._pending[:end]:
            if naming.folders & folders:
                naming.apply(self._synced)
            else:
                left.append(naming)
        self._pending[:end] = left

    def _file(self, path: str) -> _File:
        node = self._seen[path]
        if not isinstance(node, _File):
            raise IsADirectoryError(path)
        return node


def _folder_of(path: str) -> str:
    return str(PurePosixPath(path).parent)
