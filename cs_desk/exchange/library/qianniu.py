"""千牛's quick phrases (快捷短语) as CSV, as 千牛 and the programs around it write them.

- The head is ``快捷短语编码,快捷短语,快捷短语分组``, or ``快捷编码`` and the same; the group may be
  missing. BOT, a program beside 千牛, has three lines of head and paths such as ``售后=>退货``.
- A tab right after the opening quotation mark keeps Excel from reading a number; it is no text.
- ``&#44;`` is a comma, ``&#13;`` a line end; ``未分组`` is no group.
- 千牛 writes GBK; we write GB18030, which is the same and holds every character besides.

Sources: 66OAO/Bot (CsvFileHelper.cs, QnShortcutImporter.cs) and merchants' own files.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.exchange.cell_guard import guarded_by_tab
from cs_desk.exchange.library.delimited_text import head_of_text, rows_of_text, text_of_rows
from cs_desk.exchange.library.found_texts import first_sentence
from cs_desk.exchange.library.qianniu_dump import is_qianniu_dump, read_qianniu_dump
from cs_desk.exchange.library.qianniu_marks import (
    COMMA,
    LINE_END,
    UNFILED,
    has_qianniu_marks,
    without_qianniu_marks,
)
from cs_desk.exchange.library.table_columns import Column
from cs_desk.exchange.library.table_replies import TableRow, read_table, refuse_headless
from cs_desk.exchange.library.written_file import WrittenFile
from cs_desk.exchange.library.written_losses import (
    common_loss,
    loss_beside_replies,
    repeated_codes,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cs_desk.domain.library.incoming import Progress, Remark
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply

_HEAD = ("快捷短语编码", "快捷短语", "快捷短语分组")
_CODES = ("快捷短语编码", "快捷编码")
_COLUMNS = {Column.CODE, Column.BODY, Column.GROUP}
_BOT_MARK = "最初3行的内容请勿改动"


def is_qianniu(content: FileContent) -> bool:
    """Return whether ``content`` is 千牛's table and nothing more, or its JSON."""
    text = content.text
    if text is None:
        return False
    if _is_of_bot(text) or is_qianniu_dump(text):
        return True
    found = head_of_text(text)
    if found is None:
        return False
    head, _ = found
    plain = head.places.keys() <= _COLUMNS and not (head.foreign or head.subgroups)
    return plain and has_qianniu_marks(head) and head.name_of(Column.CODE) in _CODES


def read_qianniu(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the quick phrases in ``content``.

    Raises:
        InvalidFileError: It has no head, a quotation mark without an end, or too many rows.
        CancelledError: ``progress`` called it off.
    """
    text = content.text or ""
    if is_qianniu_dump(text):
        return read_qianniu_dump(content, progress)
    found = head_of_text(text)
    if found is None:
        refuse_headless(content.name)
    head, delimiter = found
    total = text.count("\n") + 1
    rows = (
        TableRow(number, tuple(cell.removeprefix("\t") for cell in cells))
        for number, cells in enumerate(rows_of_text(text, delimiter, content.name), start=1)
    )
    library = read_table(head, rows, content.name, lambda done: progress(done, total))
    return without_qianniu_marks(_with_paths(library) if _is_of_bot(text) else library)


def write_qianniu(library: TemplateLibrary) -> WrittenFile:
    """Return ``library`` as CSV that 千牛 imports, and that Excel opens without harm."""
    cells = ((guarded_by_tab(cell) for cell in row) for row in _rows(library))
    return WrittenFile(
        data=text_of_rows([_HEAD, *cells]).encode("gb18030", errors="replace"),
        templates=len(library.templates),
        lost=(
            *loss_beside_replies(library),
            *repeated_codes(library),
            *_losses(library.templates),
        ),
        rows=rows_of(library),
    )


def _is_of_bot(text: str) -> bool:
    return text.lstrip('\ufeff\t "').startswith(_BOT_MARK)


def _with_paths(library: FoundLibrary) -> FoundLibrary:
    def with_path(reply: FoundReply) -> FoundReply:
        parts = reply.group.replace("＝>", "=>").split("=>")
        return replace(reply, group="/".join(part.strip() for part in parts))

    return replace(library, replies=tuple(map(with_path, library.replies)))


def _rows(library: TemplateLibrary) -> Iterator[tuple[str, str, str]]:
    for template in library.templates:
        for code, body in _phrases(template):
            yield code, body, template.group


def _phrases(template: ReplyTemplate) -> tuple[tuple[str, str], ...]:
    """Return code and body of every phrase that a reply becomes."""
    return ((template.code, template.body), *(("", variant.body) for variant in template.tones))


def _bodies(template: ReplyTemplate) -> tuple[str, ...]:
    return tuple(body for _, body in _phrases(template))


_OTHER_FIELDS = Sentence("这种文件没有的字段（如主题）没有写进去")

# Each loss, and the replies that suffer it.
_LOSSES: tuple[tuple[Sentence, Callable[[ReplyTemplate], object]], ...] = (
    (
        Sentence("千牛的短语没有标题，再导入时取正文的第一句"),
        lambda reply: reply.title != first_sentence(reply.body),
    ),
    (Sentence("标签没有写进去"), lambda reply: reply.tags),
    (_OTHER_FIELDS, lambda reply: reply.extra or reply.theme),
    (Sentence("给客服的提示没有写进去"), lambda reply: reply.note),
    (Sentence("语气没有写进去"), lambda reply: reply.tone and not reply.tones),
    (Sentence("各种语气写成了单独的几条，后面的没有编码"), lambda reply: reply.tones),
    (Sentence("千牛的分组只有一级，整个路径写成了一个组名"), lambda reply: "/" in reply.group),
    (Sentence("再导入时会算作没有分组"), lambda reply: reply.group == UNFILED),
    (
        Sentence("正文里的「&#44;」「&#13;」在千牛里是逗号和换行"),
        lambda reply: any(mark in body for body in _bodies(reply) for mark in (COMMA, LINE_END)),
    ),
    (
        Sentence("正文最后的换行在再导入时会去掉"),
        lambda reply: any(body.endswith("\n") for body in _bodies(reply)),
    ),
)


def _losses(replies: tuple[ReplyTemplate, ...]) -> Iterator[Remark]:
    for told, suffers in _LOSSES:
        yield from common_loss((reply for reply in replies if suffers(reply)), told)
    count = Counter(phrase for reply in replies for phrase in _phrases(reply))
    yield from common_loss(
        (reply for reply in replies if any(count[phrase] > 1 for phrase in _phrases(reply))),
        Sentence("编码和正文都相同的有几条，再导入时只算一条"),
    )
