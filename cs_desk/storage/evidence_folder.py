"""The evidence of ``cs_desk.app.case_ports``: files that are named by the hash of their content."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from cs_desk.domain.errors import CaseRefusedError, Sentence, StoreFailedError
from cs_desk.storage.placed_file import placed
from cs_desk.storage.reasons import reason_of
from cs_desk.storage.write_lock import WriteLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

LARGEST_BYTES = 20 * 1024 * 1024

_NAME = re.compile("[0-9a-f]{64}")
_TIMEOUT_S = 3.0


class EvidenceFolder:
    """Pictures and other files of cases, one file for each content.

    It serves every thread and several processes at once.

    Args:
        path: The folder; it is created with the first file, for its owner's eyes only.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, data: bytes) -> str:
        """Store ``data`` and return its SHA-256, hexadecimal; what is stored already stays.

        Raises:
            CaseRefusedError: It is larger than 20 MB.
            DeskBusyError: Another process held the folder too long; nothing was changed.
            StoreFailedError: It could not be written.
        """
        if len(data) > LARGEST_BYTES:
            raise CaseRefusedError(Sentence("附件超过 20 MB，没有保存，请压缩或截图后再添加"))
        name = self.name_of(data)
        with _failures_told():
            self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._locked():
                if self.read(name) is None:
                    with placed(self._path / name) as part:
                        part.write_bytes(data)
                else:
                    # Whoever clears up is told that somebody is about to need it.
                    os.utime(self._path / name)
        return name

    @staticmethod
    def name_of(data: bytes) -> str:
        """Return the SHA-256 by which ``data`` is kept, hexadecimal."""
        return hashlib.sha256(data).hexdigest()

    def read(self, sha256: str) -> bytes | None:
        """Return what has this hash; None if it is not there, or not what it was."""
        path = self._path_of(sha256)
        try:
            data = path.read_bytes() if path else b""
        except OSError:
            return None
        return data if self.name_of(data) == sha256 else None

    def remove(self, sha256: str, *, unless_kept_since: datetime | None = None) -> None:
        """Remove what has this hash; nothing happens if it is not there.

        Args:
            sha256: The hash.
            unless_kept_since: What was handed to ``keep`` after this moment stays.

        Raises:
            DeskBusyError: Another process held the folder too long; nothing was changed.
            StoreFailedError: It could not be removed.
        """
        path = self._path_of(sha256)
        if path is None or not path.exists():
            return
        with _failures_told(), self._locked():
            if unless_kept_since is None or _kept_at(path) <= unless_kept_since.timestamp():
                path.unlink(missing_ok=True)

    def kept_before(self, moment: datetime) -> frozenset[str]:
        """Return the hashes of what was last handed to ``keep`` before ``moment``.

        Raises:
            StoreFailedError: The folder may not be read.
        """
        before = moment.timestamp()
        return frozenset(path.name for path in self._files() if _kept_at(path) < before)

    def sweep(self) -> None:
        """Remove what a killed process left half written.

        Raises:
            DeskBusyError: Another process held the folder too long; nothing was changed.
            StoreFailedError: It could not be removed.
        """
        with _failures_told():
            if not self._path.exists():
                return
            with self._locked():
                for part in self._path.glob(".*.part"):
                    part.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        with _failures_told():
            if not self._path.exists():
                return []
            return [path for path in self._path.iterdir() if _NAME.fullmatch(path.name)]

    def _path_of(self, sha256: str) -> Path | None:
        # A damaged name must not lead out of the folder.
        return self._path / sha256 if _NAME.fullmatch(sha256) else None

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = WriteLock(self._path / "evidence.lock")
        with closing(lock), lock.held(_TIMEOUT_S):
            yield


def _kept_at(path: Path) -> float:
    return path.stat().st_mtime


@contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreFailedError(reason_of(error), outcome_known=True) from error
