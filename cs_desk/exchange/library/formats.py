"""Every format in which libraries are read and written.

Each has a module of its own with up to three functions:

- ``is_FORMAT(content) -> bool``: whether the content, not the name, is of this format;
- ``read_FORMAT(content, progress) -> FoundLibrary``: what it holds;
- ``write_FORMAT(library) -> WrittenFile``: a file of it.

Ours alone gives a whole library; ``assembling`` makes one of what is found in the others, by the
same rules for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.exchange.library.beeftext import is_beeftext, read_beeftext
from cs_desk.exchange.library.csdesk import is_csdesk, read_csdesk
from cs_desk.exchange.library.espanso import is_espanso, read_espanso
from cs_desk.exchange.library.espanso_writing import write_espanso
from cs_desk.exchange.library.format_reader import FormatReader, found_reader
from cs_desk.exchange.library.qianniu import is_qianniu, read_qianniu, write_qianniu
from cs_desk.exchange.library.quicktext import is_quicktext, read_quicktext, write_quicktext
from cs_desk.exchange.library.sheet_csv import is_csv, read_csv, write_csv
from cs_desk.exchange.library.sheet_xlsx import is_xlsx, read_xlsx, write_xlsx
from cs_desk.exchange.library.textexpander import is_textexpander, read_textexpander

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.exchange.library.written_file import WrittenFile

# The first that recognises a file reads it: those with marks of their own stand before those
# that look like any archive or table, and tables with names of columns before those without.
READERS: tuple[FormatReader, ...] = (
    FormatReader(FileFormat.CSDESK, Sentence("客服台话术库"), (".csdesk",), is_csdesk, read_csdesk),
    found_reader(
        FileFormat.QIANNIU, Sentence("千牛快捷短语"), (".csv", ".json"), is_qianniu, read_qianniu
    ),
    found_reader(
        FileFormat.QUICKTEXT,
        Sentence("QuickText 短语"),
        (".json", ".zip"),
        is_quicktext,
        read_quicktext,
    ),
    found_reader(FileFormat.XLSX, Sentence("Excel 表格（.xlsx）"), (".xlsx",), is_xlsx, read_xlsx),
    found_reader(FileFormat.CSV, Sentence("CSV 表格"), (".csv", ".txt"), is_csv, read_csv),
    found_reader(
        FileFormat.BEEFTEXT,
        Sentence("Beeftext 短语"),
        (".json", ".csv", ".btbackup"),
        is_beeftext,
        read_beeftext,
    ),
    found_reader(
        FileFormat.ESPANSO, Sentence("espanso 配置"), (".yml", ".yaml"), is_espanso, read_espanso
    ),
    found_reader(
        FileFormat.TEXTEXPANDER,
        Sentence("TextExpander 短语"),
        (".csv",),
        is_textexpander,
        read_textexpander,
    ),
)

WRITERS: Mapping[FileFormat, Callable[[TemplateLibrary], WrittenFile]] = {
    FileFormat.QIANNIU: write_qianniu,
    FileFormat.XLSX: write_xlsx,
    FileFormat.CSV: write_csv,
    FileFormat.QUICKTEXT: write_quicktext,
    FileFormat.ESPANSO: write_espanso,
}
