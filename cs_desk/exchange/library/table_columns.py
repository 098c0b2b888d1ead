"""The columns of a table of replies, known by the names that people and other programs give them.

They stand in any order, below any heading of the sheet, between columns that mean nothing here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SEARCHED_ROWS = 20
"""In how many rows from the top the names of the columns are looked for."""


class Column(StrEnum):
    """What a column holds; the values are names of fields of ``FoundReply``."""

    CODE = "code"
    TITLE = "title"
    GROUP = "group"
    BODY = "body"
    TAGS = "tags"
    TONE = "tone"
    NOTE = "note"
    ID = "id"

    @property
    def heading(self) -> str:
        """The name that we write above the column; files are in Chinese in every language."""
        return _NAMES[self].split()[0]


# The first name is the one that we write. 快捷… are 千牛's, 类型 is that of speech-repo.
_NAMES = {
    Column.CODE: "编码 快捷短语编码 快捷编码 短语编码 快捷码 短码 话术编码 code shortcut abbr",
    Column.TITLE: "标题 话术标题 名称 title name",
    Column.GROUP: "分组 快捷短语分组 话术分组 组名 类型 分类 类别 "
    "一级分组 一级分类 一级目录 group category",
    Column.BODY: "内容 快捷短语 短语内容 话术 话术内容 回复内容 回复 正文 content body text reply",
    Column.TAGS: "标签 关键词 tags tag keywords",
    Column.TONE: "语气 tone",
    Column.NOTE: "提示 备注 说明 note notes hint remark",
    Column.ID: "编号 id uuid",
}

# They mean a group only where no other column does.
_VAGUE_GROUPS = ("目录", "大类", "模块", "场景")
# Headings below the group, level by level.
_SUBGROUPS = ("二级分组 二级分类 二级目录 子分组 子分类 小类", "三级分组 三级分类 三级目录")

# What stands above columns of other programs that mean nothing here, but are no replies either.
_FOREIGN = frozenset(
    {"序号", "问题", "答案", "question", "answer", "key", "value"}
    | {"keyword", "snippet", "abbreviation", "label"}
)
_MEANT = {name: column for column, names in _NAMES.items() for name in names.split()}
_LEVELS = {name: level for level, names in enumerate(_SUBGROUPS) for name in names.split()}
_KNOWN = _FOREIGN.union(_MEANT, _VAGUE_GROUPS, _LEVELS)

# （必填）, a star for a column that must be filled in, and the like say nothing of its meaning.
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|[\s*:\ufeff]")


@dataclass(frozen=True, slots=True)
class TableHead:
    """The row that names the columns.

    Attributes:
        row: Which row it is, counted from 1.
        places: Where each column stands, counted from 0.
        names: What stands above each column, as it is compared: without blanks and asides.
        foreign: Names of columns that mean nothing here, as they are written.
        subgroups: Where the headings below the group stand, the upper level first.
    """

    row: int
    places: Mapping[Column, int]
    names: tuple[str, ...]
    foreign: tuple[str, ...]
    subgroups: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.names)

    def name_of(self, column: Column) -> str:
        """Return the name above ``column``; empty if the table has none."""
        place = self.places.get(column)
        return "" if place is None else self.names[place]


def is_column_name(cell: str) -> bool:
    """Return whether ``cell`` is what stands above a column of some table of replies."""
    return _compared(cell) in _KNOWN


def find_head(rows: Iterable[Sequence[str]]) -> TableHead | None:
    """Return the row with the most known names among the first; None if none names a body.

    Args:
        rows: The rows of a table from the top; no more are taken than are searched.
    """
    best: TableHead | None = None
    for number, cells in zip(range(1, SEARCHED_ROWS + 1), rows, strict=False):
        head = _head(number, cells)
        if Column.BODY in head.places and len(head.places) > (len(best.places) if best else 0):
            best = head
    return best


def _head(row: int, cells: Sequence[str]) -> TableHead:
    names = tuple(_compared(cell) for cell in cells)
    places: dict[Column, int] = {}
    for place, name in enumerate(names):
        column = _MEANT.get(name)
        # A second column of one meaning would overwrite the first in silence.
        if column is not None:
            places.setdefault(column, place)
    levels: dict[int, int] = {}
    for place, name in enumerate(names):
        if name in _LEVELS:
            levels.setdefault(_LEVELS[name], place)
    below = [levels[level] for level in sorted(levels)]
    vague = [names.index(name) for name in _VAGUE_GROUPS if name in names]
    if Column.GROUP not in places and (instead := [*vague, *below]):
        places[Column.GROUP] = instead[0]
    subgroups = tuple(place for place in below if place != places.get(Column.GROUP))
    known = {*places.values(), *subgroups}
    foreign = tuple(
        " ".join(cells[place].split())
        for place, name in enumerate(names)
        if name and place not in known
    )
    return TableHead(row, places, names, foreign, subgroups)


def _compared(cell: str) -> str:
    return _ASIDE.sub("", unicodedata.normalize("NFKC", cell[:100])).casefold()
