"""Writing a library as a file of any format that can be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.domain.errors import LibraryRefusedError, Sentence
from cs_desk.domain.library.incoming import FileFormat, Remark
from cs_desk.exchange.library.csdesk import write_csdesk
from cs_desk.exchange.library.formats import WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.app.library_ports import Enclosed
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.exchange.library.written_file import WrittenFile


def written_library(
    library: TemplateLibrary, format_: FileFormat, enclosed: Enclosed, based_on: str = ""
) -> WrittenFile:
    """Return ``library`` as a file.

    Args:
        library: What is to be written.
        format_: As what.
        enclosed: What travels with it; formats that cannot hold it tell it as lost.
        based_on: Hash of the edition that it was made from, for ``csdesk``.

    Raises:
        InvalidFileError: ``library`` breaks the rules of ``csdesk``.
        LibraryRefusedError: Nothing can be written in this format.
    """
    if format_ is FileFormat.CSDESK:
        return write_csdesk(library, enclosed, based_on)
    if format_ not in WRITERS:
        raise LibraryRefusedError(Sentence("不能导出成 %1 格式，只能导入", (format_.value,)))
    file = WRITERS[format_](library)
    return replace(file, lost=(*_not_enclosed(enclosed), *file.lost))


def _not_enclosed(enclosed: Enclosed) -> Iterator[Remark]:
    reason = Sentence("这种格式放不下，只有 .csdesk 文件能带上")
    if enclosed.checklist is not None:
        yield Remark(Sentence("退货清单"), reason)
    if enclosed.rules:
        yield Remark(Sentence("规则"), reason)
