"""Replies of a table, read by the names of its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, NoReturn

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.limits import MAX_ENTRIES
from cs_desk.exchange.library.remarks import Remarks
from cs_desk.exchange.library.table_columns import SEARCHED_ROWS, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cs_desk.exchange.library.table_columns import TableHead

_ROWS_BETWEEN_REPORTS = 100
_SECONDS_BETWEEN_REPORTS = 0.05
_TAG_SIGNS = re.compile(r"[,，、;；\n]")
_TAG_SIGN = "、"
# 2.61E+18 anywhere, because formulas join such numbers to text; 16 digits and more that end in
# zeros only where they are the whole cell: Excel keeps fifteen.
_ROUNDED = re.compile(
    r"(?<![A-Za-z0-9.])\d(?:\.\d+)?E\+\d{2,3}(?![A-Za-z0-9])|\A\s*\d{13,}000\s*\Z"
)
_IDENTITY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FAILED = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table.

    Attributes:
        number: Which row it is, counted from 1 as spreadsheets do.
        cells: The text of its cells; fewer than there are columns where the rest is empty.
        odd: What is odd about a cell, by its place counted from 0.
    """

    number: int
    cells: tuple[str, ...]
    odd: Mapping[int, Sentence] = field(default_factory=dict)


def read_table(
    head: TableHead,
    rows: Iterable[TableRow],
    file: str,
    progress: Callable[[int], None],
    sheet: str = "",
) -> FoundLibrary:
    """Return the replies of a table.

    Args:
        head: Its columns.
        rows: Its rows from the top; the head and what is above it are passed over. Their cells
            are without the marks that protect them in a spreadsheet.
        file: Name of the file, for errors.
        progress: Is told now and then how many rows are done.
        sheet: Name of the sheet where the table stands, if there are several.

    Raises:
        InvalidFileError: It has more rows than any library.
        CancelledError: ``progress`` called it off.
    """
    reading = _Reading(head, sheet)
    reported = monotonic()
    for row in rows:
        if row.number > MAX_ENTRIES:
            told = Sentence("表格超过 %1 行", (f"{MAX_ENTRIES:,}",))
            raise InvalidFileError(file, told)
        is_late = monotonic() - reported > _SECONDS_BETWEEN_REPORTS
        if is_late or row.number % _ROWS_BETWEEN_REPORTS == 0:
            progress(row.number)
            reported = monotonic()
        if row.number > head.row:
            reading.take(row)
    return reading.found()


def refuse_headless(file: str) -> NoReturn:
    """Refuse a table in which no row names the columns.

    Raises:
        InvalidFileError: Always; it says which columns are needed.
    """
    told = Sentence(
        "前 %1 行里找不到表头：要有一列叫「内容」（或「快捷短语」「话术」「content」），"
        "还可以有「编码」「标题」「分组」「标签」「语气」「提示」，顺序不限",
        (str(SEARCHED_ROWS),),
    )
    raise InvalidFileError(file, told)


def joined_tags(tags: Iterable[str]) -> str:
    """Return ``tags`` as they stand in one cell."""
    return _TAG_SIGN.join(tags)


def separate_tags(cell: str) -> tuple[str, ...]:
    """Return the tags of one cell, whichever of the usual signs stands between them."""
    tags = (tag.strip() for tag in _TAG_SIGNS.split(cell))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def knows_identity(text: str) -> bool:
    """Return whether ``text`` is an identity; the numbers that others give their rows are none."""
    return _IDENTITY.fullmatch(text) is not None


class _Reading:
    """What was read of a table so far."""

    def __init__(self, head: TableHead, sheet: str) -> None:
        self._head = head
        self._sheet = sheet
        self._replies: list[FoundReply] = []
        self._remarks = Remarks()
        if head.foreign:
            told = Sentence("不认识的列没有导入：%1", ("、".join(head.foreign),))
            self._remarks.lose(self._place(head.row), told)

    def take(self, row: TableRow) -> None:
        """Take one row below the head."""
        texts = {column: self._text(row, column) for column in self._head.places}
        odd = {c: row.odd[place] for c, place in self._head.places.items() if place in row.odd}
        if not odd and not any(text.strip() for text in texts.values()):
            return
        where = self._place(row.number)
        self._warn_of_cells(texts, odd, where)
        self._warn_of_more(row, where)
        if texts[Column.BODY].strip():
            self._replies.append(_reply(texts, where, self._subgroups(row)))
        else:
            self._remarks.skip(where, Sentence("没有内容"))

    def found(self) -> FoundLibrary:
        """Return all of it."""
        return FoundLibrary(
            replies=tuple(self._replies),
            carries=self._carried(),
            skipped=tuple(self._remarks.skipped),
            lost=tuple(self._remarks.lost),
            warnings=tuple(self._remarks.warnings),
        )

    def _place(self, row: int) -> Sentence:
        if self._sheet:
            return Sentence("工作表「%1」第 %2 行", (self._sheet, str(row)))
        return Sentence("第 %1 行", (str(row),))

    def _carried(self) -> frozenset[str]:
        fields = {column.value for column in self._head.places}
        # A column of row numbers knows no identities.
        if not any(reply.id for reply in self._replies):
            fields.discard(Column.ID.value)
        return frozenset(fields | {"tones"} if Column.TONE in self._head.places else fields)

    def _text(self, row: TableRow, column: Column) -> str:
        place = self._head.places[column]
        return row.cells[place] if place < len(row.cells) else ""

    def _subgroups(self, row: TableRow) -> list[str]:
        cells = (row.cells[p] for p in self._head.subgroups if p < len(row.cells))
        return [line for cell in cells if (line := _line(cell))]

    def _warn_of_cells(
        self, texts: Mapping[Column, str], odd: Mapping[Column, Sentence], where: Sentence
    ) -> None:
        for column, text in texts.items():
            told = odd.get(column) or _oddity(text)
            # Dates and numbers are at home in a remark of the merchant's own.
            if told is not None and column is not Column.NOTE:
                cell = Sentence("%1「%2」", (where, self._head.name_of(column)))
                self._remarks.warn(cell, told)

    def _warn_of_more(self, row: TableRow, where: Sentence) -> None:
        beyond = row.cells[self._head.width :]
        if any(cell.strip() for cell in beyond):
            count = str(len(beyond))
            told = Sentence("比表头多出 %1 格没有导入，可能是内容里的逗号没有加引号", (count,))
            self._remarks.warn(where, told)


def _reply(texts: Mapping[Column, str], where: Sentence, subgroups: list[str]) -> FoundReply:
    identity = texts.get(Column.ID, "").strip()
    return FoundReply(
        where=where,
        body=texts[Column.BODY],
        title=_line(texts.get(Column.TITLE, "")),
        code=_line(texts.get(Column.CODE, "")),
        group="/".join(filter(None, (_line(texts.get(Column.GROUP, "")), *subgroups))),
        tags=separate_tags(texts.get(Column.TAGS, "")),
        note=texts.get(Column.NOTE, ""),
        tone=_line(texts.get(Column.TONE, "")),
        id=identity if knows_identity(identity) else "",
    )


def _line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _oddity(text: str) -> Sentence | None:
    if _ROUNDED.search(text):
        return Sentence("「%1」像是被 Excel 改过的长数字，后几位可能已经丢失", (_shown(text),))
    if _FAILED.fullmatch(text.strip()):
        return Sentence("「%1」是公式出错的结果", (text.strip(),))
    return None


def _shown(text: str) -> str:
    line = _line(text)
    return line if len(line) <= 30 else line[:29] + "…"
