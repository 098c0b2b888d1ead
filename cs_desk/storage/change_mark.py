"""A note beside the store of the last change that was acknowledged.

A log that is cut short, or one of whose bits flipped, is to SQLite what a power cut leaves: it
drops the end, which may have been acknowledged. So does whoever puts an older file in the
store's place. A store whose newest change is behind the mark has lost what lies between.

The mark is written after the change is on the disk, and not synced itself. Killed in between, or
after a power cut, it is behind the store and means nothing; ahead of it, only a loss brings it.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from cs_desk.storage.placed_file import flush

if TYPE_CHECKING:
    from cs_desk.storage.write_lock import WriteLock

_NUMBER = struct.Struct(">4sQ")
_CHECKSUM = struct.Struct(">I")
_MAGIC = b"CSDm"
_SIZE = _NUMBER.size + _CHECKSUM.size


class ChangeMark:
    """The mark in the file of a store's write lock.

    Args:
        lock: The lock; whoever writes the mark holds it.
    """

    def __init__(self, lock: WriteLock) -> None:
        self._lock = lock

    def read(self) -> int:
        """Return the number of the last acknowledged change; 0 if it is not known.

        To be told of a loss, read it before the store: what others commit in between must not
        look like one.
        """
        try:
            handle = self._lock.handle()
            os.lseek(handle, 0, os.SEEK_SET)
            return _decoded(os.read(handle, _SIZE))
        except OSError:
            return 0

    def write(self, number: int) -> None:
        """Note a change that is on the disk; costs a microsecond or two.

        A mark that cannot be written stays behind, and misses a loss at worst.
        """
        with suppress(OSError):
            self._put(number)

    def set_back(self, number: int) -> None:
        """Note durably that the store will hold no more than this; 0 that nothing is known.

        Raises:
            OSError: It cannot be written.
        """
        self._put(number)
        flush(self._lock.handle())

    def _put(self, number: int) -> None:
        handle = self._lock.handle()
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, _encoded(number))


def _encoded(number: int) -> bytes:
    told = _NUMBER.pack(_MAGIC, number)
    return told + _CHECKSUM.pack(crc32(told))


def _decoded(found: bytes) -> int:
    # A torn or damaged mark is none.
    if len(found) != _SIZE:
        return 0
    magic, number = _NUMBER.unpack_from(found)
    return int(number) if magic == _MAGIC and found == _encoded(number) else 0
