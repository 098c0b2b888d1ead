"""Files and pictures on their way into a case: read in a worker, refused in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QImage

from cs_desk.app.wording import with_facts
from cs_desk.ui.background import Background
from cs_desk.ui.returns.picture_reading import png

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QMimeData

    from cs_desk.domain.errors import DeskError

MOST_FILES = 50
_PNG = "image/png"
_MEGABYTE = 1024 * 1024
LARGEST = 20 * _MEGABYTE


class _Refusal(Enum):
    TOO_LARGE = auto()
    FOLDER = auto()
    EMPTY = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class _Read:
    files: tuple[tuple[str, bytes], ...]
    refused: tuple[tuple[_Refusal, str], ...]


class EvidenceIntake(QObject):
    """Takes what was pasted, dropped or chosen.

    Signals:
        attached: List of names and contents that were taken.
        refused: Why something was not.
    """

    attached = Signal(list)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = Background(self)

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._work.busy

    def take(self, mime: QMimeData, held: int, now: datetime) -> None:
        """Take what ``mime`` holds, if it is files of this computer or a picture.

        Args:
            mime: What was pasted or dropped.
            held: How many files the case has already.
            now: The present moment, for the name of a picture that has none.
        """
        # Files first: some systems send the picture of a file's icon along.
        paths = _local_files(mime)
        if paths:
            self.take_files(paths, held)
        elif _has_picture(mime):
            name = with_facts(self.tr("截图 %1.png"), f"{now:%Y-%m-%d %H-%M-%S}")
            self._read_picture(mime, name, held)

    def take_files(self, paths: Sequence[str], held: int) -> None:
        """Take files, as many as the case has room for."""
        room = max(MOST_FILES - held, 0)
        if len(paths) > room:
            self._refuse_more()
        if paths[:room]:
            self._run(partial(_files_read, tuple(paths[:room])))

    def _read_picture(self, mime: QMimeData, name: str, held: int) -> None:
        if held >= MOST_FILES:
            self._refuse_more()
            return
        if mime.hasFormat(_PNG):
            # As it was copied: its hash then is that of the original.
            self._run(partial(_checked, ((name, bytes(mime.data(_PNG).data())),)))
            return
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            self._run(partial(_picture_written, name, image))

    def _refuse_more(self) -> None:
        told = self.tr("一张退货单最多 %1 份凭证，多的没有加进来")
        self.refused.emit(told.replace("%1", str(MOST_FILES)))

    def _run(self, work: Callable[[], _Read]) -> None:
        if not self._work.run(work, self._on_read, self._on_failed):
            self.refused.emit(self.tr("上一批凭证还在读取，请稍后再加"))

    def _on_read(self, read: _Read) -> None:
        if read.files:
            self.attached.emit(list(read.files))
        if read.refused:
            self.refused.emit("\n".join(self._told(why, name) for why, name in read.refused))

    def _on_failed(self, error: DeskError) -> None:
        raise error  # reading files raises none

    def _told(self, why: _Refusal, name: str) -> str:
        told = {
            _Refusal.TOO_LARGE: self.tr("「%1」超过 20 MB，没有加进来"),
            _Refusal.FOLDER: self.tr("「%1」是文件夹，请拖里面的文件"),
            _Refusal.EMPTY: self.tr("「%1」是空文件，没有加进来"),
            _Refusal.UNREADABLE: self.tr("「%1」读不出来，没有加进来"),
        }[why]
        return with_facts(told, name)


def takes(mime: QMimeData) -> bool:
    """Return whether ``mime`` holds files of this computer or a picture."""
    return _has_picture(mime) or bool(_local_files(mime))


def _has_picture(mime: QMimeData) -> bool:
    return mime.hasImage() or mime.hasFormat(_PNG)


def _local_files(mime: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in mime.urls() if QUrl(url).isLocalFile()]


def _files_read(paths: tuple[str, ...]) -> _Read:
    read = []
    refused = []
    for path in map(Path, paths):
        try:
            why = _why_not(path)
            if why is None:
                read.append((path.name, path.read_bytes()))
        except OSError:
            why = _Refusal.UNREADABLE
        if why is not None:
            refused.append((why, path.name))
    return _Read(tuple(read), tuple(refused))


def _why_not(path: Path) -> _Refusal | None:
    if path.is_dir():
        return _Refusal.FOLDER
    if not path.is_file():
        # A pipe or a device may never end.
        return _Refusal.UNREADABLE
    return _size_refused(path.stat().st_size)


def _size_refused(size: int) -> _Refusal | None:
    if size == 0:
        return _Refusal.EMPTY
    return _Refusal.TOO_LARGE if size > LARGEST else None


def _picture_written(name: str, image: QImage) -> _Read:
    return _checked(((name, png(image)),))


def _checked(files: tuple[tuple[str, bytes], ...]) -> _Read:
    why = {name: _size_refused(len(data)) for name, data in files}
    return _Read(
        tuple((name, data) for name, data in files if why[name] is None),
        tuple((refusal, name) for name, refusal in why.items() if refusal is not None),
    )
