"""The port ``LibraryFiles``: libraries that people hand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.app.library_ports import Written
from cs_desk.domain.errors import LibraryRefusedError, Sentence, StoreFailedError
from cs_desk.exchange.library.file_content import bytes_of, encodings_to_choose
from cs_desk.exchange.library.reading import read_library_file
from cs_desk.exchange.library.writing import written_library
from cs_desk.storage.chosen_file import is_part_of_store
from cs_desk.storage.placed_file import placed
from cs_desk.storage.reasons import reason_of

if TYPE_CHECKING:
    from cs_desk.app.library_ports import Enclosed
    from cs_desk.domain.library.incoming import FileFormat, IncomingLibrary, Progress
    from cs_desk.domain.template import TemplateLibrary


class WrittenLibraryFiles:
    """Reads and writes libraries; see ``cs_desk.app.library_ports.LibraryFiles``.

    Args:
        store: The desk's database, which no file may replace.
    """

    def __init__(self, store: Path) -> None:
        self._store = store

    def read(
        self,
        file: str,
        progress: Progress,
        *,
        format_: FileFormat | None = None,
        encoding: str | None = None,
    ) -> IncomingLibrary:
        """Return what a file holds; see the port."""
        return read_library_file(Path(file), progress, format_=format_, encoding=encoding)

    def beginnings(self, file: str) -> list[tuple[str, str]]:
        """Return how a file of text begins in each encoding that it can be in, by its name.

        Raises:
            UnreadableFileError: It is missing, is a folder, or may not be read.
        """
        data = bytes_of(Path(file))
        return [(each.encoding, each.preview) for each in encodings_to_choose(data)]

    def write(
        self,
        library: TemplateLibrary,
        file: str,
        format_: FileFormat,
        enclosed: Enclosed,
        based_on: str = "",
    ) -> Written:
        """Write a library to a file; see the port."""
        target = Path(file)
        if is_part_of_store(target, self._store):
            raise LibraryRefusedError(Sentence("「%1」是正在使用的数据文件，请换个名字", (file,)))
        if not target.parent.is_dir():
            folder = str(target.parent)
            raise LibraryRefusedError(Sentence("没有文件夹「%1」，请先建好，或换个位置", (folder,)))
        content = written_library(library, format_, enclosed, based_on)
        try:
            with placed(target) as part:
                part.write_bytes(content.data)
        except (OSError, ValueError) as error:
            # An impossible name, with a NUL in it, is a ValueError.
            why = reason_of(error) if isinstance(error, OSError) else Sentence("文件名无效")
            told = Sentence("写不进「%1」：%2", (file, why))
            raise StoreFailedError(told, outcome_known=True) from error
        return Written(
            content.templates, content.lost, content.left_out, content.sha256, content.rows
        )
