"""What is checked of a workbook before any library looks inside.

A workbook is a zip archive of XML parts; a hostile one is small and unpacks to gigabytes, or is
cheap to unpack and dear to parse. Nothing that the archive says of its sizes is believed.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from cs_desk.domain.errors import InvalidFileError, Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zipfile import ZipInfo

MAX_UNPACKED = 50 * 1024 * 1024
"""Of all parts together, in bytes."""

_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENDINGS = (".xlsx", ".xlsm")
_BROKEN = Sentence("文件已损坏，可能没有传完")
_ZIP = b"PK\x03\x04"
_MAX_PARTS = 2_000
# Repeated rows shrink a lot, and small parts do not matter.
_MAX_RATIO = 100
_RATIO_FROM = 5 * 1024 * 1024
# 20,000 replies with every column filled are one million; an element costs 100 bytes and more.
_MAX_TAGS = 2_500_000
# Single rows and strings, and parts other than sheets, are held in memory as a whole.
_MAX_TAGS_OF_ROW = 20_000
_MAX_TAGS_OF_PART = 100_000

_UNPACKS_AS_SAID = (ZIP_STORED, ZIP_DEFLATED)
_ODD_NAME = re.compile(r"^/|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f:]")
_MAY_BE_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe|\xfe\xff|\x00<")
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_STREAMED = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml", re.IGNORECASE)
_STREAMED_END = re.compile(rb"</(?:[\w.-]+:)?(?:row|si)\s*>|<(?:[\w.-]+:)?row\s[^<>]*/>")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s>]")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_HIDDEN_ROW = re.compile(
    rb"<(?:[\w.-]+:)?row\s(?=[^<>]*\shidden=[\"'](?:1|true))[^<>]*?\br=[\"'](\d{1,7})[\"']"
)
_MERGED = re.compile(
    rb"<(?:[\w.-]+:)?mergeCell\s[^<>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})[\"']"
)
_LETTERS_BEFORE = 64

_TOO_MANY_TAGS = Sentence("单元格或格式太多，请只留下话术另存一份再导入")
_SAVE_AS = Sentence("请在 Excel 或 WPS 里另存为 .xlsx 或 CSV 再导入")


class MergedCells(NamedTuple):
    """Rows of one column that show the text of the uppermost; all counted from 1."""

    column: int
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """What a sheet tells of its rows beside their cells.

    Attributes:
        rows: How many there are at most.
        hidden_rows: The rows that are not shown, counted from 1.
        merged: Cells that reach over several rows; their leftmost column, if there are more.
    """

    rows: int = 0
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[MergedCells, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkbookPackage:
    """A workbook that may be opened.

    Attributes:
        rows: How many rows its sheets have at most, for telling progress.
        has_formulas: Whether any cell is computed.
        layouts: How its sheets are laid out, by the part that holds them.
    """

    rows: int
    has_formulas: bool
    layouts: Mapping[str, SheetLayout] = field(default_factory=dict)


def is_workbook(data: bytes) -> bool:
    """Return whether ``data`` is a workbook of any kind, those that we refuse included."""
    return data.startswith((_ZIP, _OLD_EXCEL))


def checked_package(file: str, data: bytes) -> WorkbookPackage:
    """Return what is known of the workbook ``data`` when it is harmless.

    Args:
        file: Its name, for errors.
        data: Its bytes.

    Raises:
        InvalidFileError: It is of another kind, damaged, encrypted, or made to do harm.
    """
    if data.startswith(_OLD_EXCEL):
        told = Sentence("这是旧版 .xls 或加了密码的工作簿，%1", (_SAVE_AS,))
        raise InvalidFileError(file, told)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _Check(file, archive).package()
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib.error) as error:
        is_workbook = file.lower().endswith(_ENDINGS)
        told = Sentence("工作簿已损坏，可能没有传完") if is_workbook else _BROKEN
        raise InvalidFileError(file, told) from error


class _Check:
    """One look through an archive."""

    def __init__(self, file: str, archive: ZipFile) -> None:
        self._file = file
        self._archive = archive
        self._left = MAX_UNPACKED
        self._tags = 0
        self._rows = 0
        self._has_formulas = False
        self._layouts: dict[str, SheetLayout] = {}

    def package(self) -> WorkbookPackage:
        """Look at every part that a library would."""
        parts = self._archive.infolist()
        self._look_at_names(parts)
        self._look_at_sizes(parts)
        for part in parts:
            self._look_inside(part)
        return WorkbookPackage(self._rows, self._has_formulas, self._layouts)

    def _look_at_names(self, parts: list[ZipInfo]) -> None:
        names = [part.filename for part in parts]
        if len(parts) > _MAX_PARTS or len(set(names)) < len(names):
            self._refuse(Sentence("里面的部件太多或重名"))
        if any(_ODD_NAME.search(name) for name in names):
            self._refuse(Sentence("里面有不正常的文件名"))
        if any(part.flag_bits & 1 for part in parts):
            self._refuse(Sentence("工作簿加了密码，请去掉密码再导入"))
        if "mimetype" in names or "xl/workbook.bin" in names:
            self._refuse(Sentence("这是 .ods 或 .xlsb 表格，%1", (_SAVE_AS,)))
        if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
            self._refuse(Sentence("这是一个压缩包，不是 Excel 工作簿"))

    def _look_at_sizes(self, parts: list[ZipInfo]) -> None:
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            self._refuse_bomb()
        for part in parts:
            if part.compress_type not in _UNPACKS_AS_SAID:
                self._refuse(Sentence("压缩方式不正常"))
            large = part.file_size > _RATIO_FROM
            if large and part.file_size > _MAX_RATIO * max(part.compress_size, 1):
                self._refuse_bomb()

    def _look_inside(self, part: ZipInfo) -> None:
        with self._archive.open(part) as opened:
            # No more than it says is unpacked; the checksum tells if it said too little.
            xml = opened.read(min(self._left, part.file_size) + 1)
        self._left -= len(xml)
        if self._left < 0:
            self._refuse_bomb()
        # Any part may be named as a sheet, whatever its own name; pictures are none.
        if _MAY_BE_XML.match(xml):
            self._look_at_declarations(xml)
            self._count(part.filename, xml)

    def _look_at_declarations(self, xml: bytes) -> None:
        encoding = _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf").lstrip())
        # In another encoding a declaration would not look like one.
        if b"\0" in xml or (encoding and encoding[1].lower() not in {b"utf-8", b"us-ascii"}):
            self._refuse(Sentence("里面的文字不是 UTF-8 编码"))
        if b"<!DOCTYPE" in xml:
            self._refuse(Sentence("里面有不允许的 XML 声明，可能是恶意文件"))

    def _count(self, name: str, xml: bytes) -> None:
        tags = xml.count(b"<")
        self._tags += tags
        if self._tags > _MAX_TAGS:
            self._refuse(_TOO_MANY_TAGS)
        is_streamed = _STREAMED.fullmatch(name) is not None
        allowed = _MAX_TAGS_OF_ROW if is_streamed else _MAX_TAGS_OF_PART
        if (_most_tags_of_row(xml) if is_streamed else tags) > allowed:
            self._refuse(_TOO_MANY_TAGS)
        self._has_formulas = self._has_formulas or _FORMULA.search(xml) is not None
        self._layouts[name] = layout = _layout(xml)
        self._rows += layout.rows

    def _refuse_bomb(self) -> NoReturn:
        megabytes = str(MAX_UNPACKED // 1024**2)
        self._refuse(Sentence("解压后超过 %1 MB，或压缩得不正常", (megabytes,)))

    def _refuse(self, told: Sentence) -> NoReturn:
        raise InvalidFileError(self._file, told)


def _layout(xml: bytes) -> SheetLayout:
    rows = sum(1 for _ in _ROW.finditer(xml))
    hidden = tuple(int(found[1]) for found in _HIDDEN_ROW.finditer(xml))
    merged = (
        MergedCells(_column_number(found[1]), int(found[2]), int(found[3]))
        for found in _MERGED.finditer(xml)
    )
    higher = tuple(cells for cells in merged if cells.last_row > cells.first_row)
    return SheetLayout(rows, hidden, higher)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - _LETTERS_BEFORE
    return number


def _most_tags_of_row(xml: bytes) -> int:
    most = begin = 0
    for found in _STREAMED_END.finditer(xml):
        most = max(most, xml.count(b"<", begin, found.end()))
        begin = found.end()
    return max(most, xml.count(b"<", begin))
