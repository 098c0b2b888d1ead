"""TextExpander's CSV: ``abbreviation,content`` and often ``,label``, without a row of names.

The group is the file's name up to its first dot, as the program itself does it. Such a file looks
like many others, so this format is asked for last; three columns without any macro of TextExpander
count as Beeftext's, which mean the same.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.template import Placeholder, PlaceholderType
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.placeholder_translation import TOO_LONG
from cs_desk.exchange.library.remarks import Remarks
from cs_desk.exchange.library.reporting import reported
from cs_desk.exchange.library.table_without_head import looks_headerless, numbered_rows
from cs_desk.exchange.library.textexpander_macros import MACRO_SIGN, included, translated

if TYPE_CHECKING:
    from cs_desk.domain.library.incoming import Progress
    from cs_desk.exchange.library.file_content import FileContent

_COLUMNS = frozenset({2, 3})
_HTML = re.compile(
    r"</?(?:html|body|p|br|div|span|b|i|u|strong|em|ul|ol|li|a|img|table)\b[^<>]{0,300}>"
)


def is_textexpander(content: FileContent) -> bool:
    """Return whether ``content`` is CSV of two or three columns with a keyword in the first."""
    return content.text is not None and looks_headerless(content, _COLUMNS, MACRO_SIGN)


def read_textexpander(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the snippets of a file.

    Raises:
        InvalidFileError: It is no CSV.
        CancelledError: ``progress`` called it off.
    """
    reading = _Reading(PurePath(content.name).name.split(".")[0])
    rows = [(Sentence("第 %1 行", (str(line),)), row) for line, row in numbered_rows(content)]
    reading.note_titles([row for _, row in rows])
    for _, (where, row) in reported(rows, progress):
        reading.take(where, row)
    return reading.found()


class _Reading:
    """What was read so far."""

    def __init__(self, group: str) -> None:
        self._group = group
        self._titles: dict[str, str] = {}
        self._replies: list[FoundReply] = []
        self._multiline: set[str] = set()
        self._remarks = Remarks()

    def note_titles(self, rows: list[list[str]]) -> None:
        """Note what to call the replies that others include; the first holder counts."""
        wanted = {name for row in rows if len(row) in _COLUMNS for name in included(row[1])}
        for row in reversed(rows):
            if row[0] in wanted:
                self._titles[row[0]] = _label(row) or row[0]

    def take(self, where: Sentence, row: list[str]) -> None:
        """Take one row."""
        if len(row) not in _COLUMNS:
            told = Sentence("应有 2 或 3 列，现在是 %1 列", (str(len(row)),))
            self._remarks.skip(where, told)
            return
        writer = translated(row[1], self._titles)
        if not row[1].strip() or writer.is_full:
            told = TOO_LONG if writer.is_full else Sentence("没有内容")
            self._remarks.skip(where, told)
            return
        if _HTML.search(row[1]):
            self._remarks.warn(where, Sentence("内容是 HTML，记号按文字保留"))
        self._multiline.update(writer.multiline)
        for loss in writer.losses:
            self._remarks.lose(where, loss)
        self._replies.append(
            FoundReply(
                where=where,
                body=writer.body,
                title=_label(row) or self._titles.get(row[0], ""),
                code=row[0].strip(),
                group=self._group,
            )
        )

    def found(self) -> FoundLibrary:
        """Return all of it."""
        carries = {"body", "code", "group"}
        if any(reply.title for reply in self._replies):
            carries.add("title")
        return FoundLibrary(
            replies=tuple(self._replies),
            carries=frozenset(carries),
            placeholders=tuple(
                Placeholder(name, PlaceholderType.MULTILINE) for name in sorted(self._multiline)
            ),
            skipped=tuple(self._remarks.skipped),
            lost=tuple(self._remarks.lost),
            warnings=tuple(self._remarks.warnings),
        )


def _label(row: list[str]) -> str:
    return row[2].strip() if len(row) > 2 else ""
