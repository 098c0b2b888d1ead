r"""strace's lines as disk operations.

A line, with every string in hexadecimal (-xx) and the paths behind the descriptors (-y)::

    812 pwrite64(4<\x2f\x64>, "\x37\x7f", 2, 0) = 2
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

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
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

# Every call by which a program can change what a folder holds.
CALLS = (
    "open,openat,openat2,creat,write,writev,pwrite64,pwritev,pwritev2,lseek,ftruncate,truncate,"
    "fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,rmdir,"
    "link,linkat,symlink,symlinkat,mkdir,mkdirat,sendfile,copy_file_range"
)
_STANDARD_OUTPUT = "1"
_WITH_DATA = ("write", "pwrite64", "writev", "pwritev", "pwritev2")

_LINE = re.compile(r"(?:\d+ +)?(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)(?P<rest>.*)")
_DESCRIPTOR = re.compile(r"(?P<number>\d+)<(?P<path>[^>]*)>(?P<deleted>\(deleted\))?")
_DESCRIPTOR_OR_HERE = re.compile(r"(?:\d+|AT_FDCWD)<")
_HEXADECIMAL = re.compile(r"(?:\\x[0-9a-f]{2})+")


class UnknownCallError(Exception):
    """The program changed the folder by a call that cannot be followed."""


class StraceReader:
    """Turns the lines of one single-threaded program into operations.

    A file written without offsets is taken to be written from its start or from where lseek put
    it. SQLite's -shm files are left out: SQLite rebuilds them after a crash.

    Args:
        folder: The folder that is watched, an absolute path.
    """

    def __init__(self, folder: Path) -> None:
        self._prefix = f"{folder}/"
        self._positions: dict[str, int] = {}
        self._readers: dict[str, Callable[[list[str], int], Iterable[Operation]]] = {
            "openat": self._open,
            "write": self._write,
            "pwrite64": self._write_at,
            "lseek": self._seek,
            "ftruncate": self._resize,
            "fsync": self._sync,
            "fdatasync": self._sync,
            "rename": self._rename,
            "renameat": self._rename,
            "renameat2": self._rename,
            "unlink": self._unlink,
            "unlinkat": self._unlink,
            "mkdir": self._make_folder,
            "mkdirat": self._make_folder,
        }

    def read(self, lines: Iterable[str]) -> Iterator[Operation]:
        """Yield the operations below the folder, and what the program said on standard output.

        Raises:
            UnknownCallError: There is a call whose effect is not known here.
        """
        for line in lines:
            if "<unfinished" in line:
                raise UnknownCallError(line[:200])
            if (call := _LINE.match(line)) and int(call["result"]) >= 0:
                # The hexadecimal strings hold no comma, so that this is safe.
                arguments = call["arguments"].split(", ")
                result = int(call["result"])
                if call["call"] == "openat":
                    self._positions[str(result)] = 0
                yield from self._read_call(call["call"], arguments, result)

    def _read_call(self, name: str, arguments: list[str], result: int) -> Iterable[Operation]:
        if name == "write" and _descriptor(arguments[0]) == _STANDARD_OUTPUT:
            return [Mark(_bytes(arguments[1]).decode().strip())]
        places = arguments[:1]
        if name not in _WITH_DATA:
            arguments = list(_with_whole_paths(arguments))
            places = [path for path in arguments if path.startswith('"')] or places
        if not any(self._is_watched(place) for place in places):
            return []
        if name not in self._readers:
            raise UnknownCallError(f"{name}({', '.join(arguments)})"[:200])
        return self._readers[name](arguments, result)

    def _is_watched(self, argument: str) -> bool:
        # The folder's own path is below it too: it may be synced.
        path = f"{_text(argument)}/" if _HEXADECIMAL.search(argument) else ""
        is_shm = path.endswith("-shm/")
        return path.startswith(self._prefix) and not is_shm and "(deleted)" not in argument

    def _path(self, argument: str) -> str:
        return str(PurePosixPath(_text(argument)).relative_to(self._prefix))

    def _open(self, arguments: list[str], _result: int) -> Iterable[Operation]:
        _, path, flags, *_ = arguments
        if "O_TMPFILE" in flags:
            raise UnknownCallError(flags)
        if "O_CREAT" in flags:
            yield Create(self._path(path))
        if "O_TRUNC" in flags:
            yield Resize(self._path(path), 0)

    def _write(self, arguments: list[str], result: int) -> Iterable[Operation]:
        number = _descriptor(arguments[0])
        offset = self._positions[number]
        self._positions[number] += result
        yield Write(self._path(arguments[0]), offset, _bytes(arguments[1])[:result])

    def _write_at(self, arguments: list[str], result: int) -> Iterable[Operation]:
        descriptor, data, _, offset = arguments
        yield Write(self._path(descriptor), int(offset), _bytes(data)[:result])

    def _seek(self, arguments: list[str], result: int) -> Iterable[Operation]:
        self._positions[_descriptor(arguments[0])] = result
        return []

    def _resize(self, arguments: list[str], _result: int) -> Iterable[Operation]:
        descriptor, size = arguments
        yield Resize(self._path(descriptor), int(size))

    def _sync(self, arguments: list[str], _result: int) -> Iterable[Operation]:
        yield Sync(self._path(arguments[0]))

    def _rename(self, arguments: list[str], _result: int) -> Iterable[Operation]:
        old, new = (each for each in arguments if each.startswith('"'))
        yield Rename(self._path(old), self._path(new))

    def _unlink(self, arguments: list[str], _result: int) -> Iterable[Operation]:
        (path,) = (each for each in arguments if each.startswith('"'))
        yield Unlink(self._path(path))

    def _make_folder(self, arguments: list[str], _result: int) -> Iterable[Operation]:
        (path,) = (each for each in arguments if each.startswith('"'))
        yield MakeFolder(self._path(path))


def _with_whole_paths(arguments: list[str]) -> Iterator[str]:
    """Yield the arguments, with the folder that stands before a relative path put before it."""
    folder = ""
    for argument in arguments:
        path = _text(argument)
        if not argument.startswith('"') or path.startswith("/"):
            yield argument
        elif folder:
            yield '"' + "".join(f"\\x{byte:02x}" for byte in f"{folder}/{path}".encode()) + '"'
        else:
            raise UnknownCallError(f"in an unknown folder: {path}")
        folder = path if _DESCRIPTOR_OR_HERE.match(argument) else ""


def _descriptor(argument: str) -> str:
    found = _DESCRIPTOR.match(argument)
    return found["number"] if found else argument


def _bytes(argument: str) -> bytes:
    found = _HEXADECIMAL.search(argument)
    return bytes.fromhex(found[0].replace("\\x", "")) if found else b""


def _text(argument: str) -> str:
    return _bytes(argument).decode(errors="surrogateescape")
