"""A library as the rows of a table: one for each reply, and one more for each further tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.exchange.library.table_columns import Column
from cs_desk.exchange.library.table_replies import joined_tags, knows_identity, separate_tags
from cs_desk.exchange.library.written_losses import common_loss, loss_beside_replies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.library.incoming import Remark
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

COLUMNS = tuple(Column)
"""The columns of the tables that we write, in order."""


def table_of_library(library: TemplateLibrary) -> Iterator[tuple[str, ...]]:
    """Yield the head, then the rows; a further tone repeats title and group of its reply."""
    yield tuple(column.heading for column in COLUMNS)
    for template in library.templates:
        yield _row(template)
        for variant in template.tones:
            cells = {
                Column.TITLE: template.title,
                Column.GROUP: template.group,
                Column.BODY: variant.body,
                Column.TONE: variant.tone,
            }
            yield tuple(cells.get(column, "") for column in COLUMNS)


def losses_of_table(library: TemplateLibrary) -> Iterator[Remark]:
    """Yield what the rows do not tell of ``library``."""
    replies = library.templates
    yield from loss_beside_replies(library)
    yield from common_loss(
        (reply for reply in replies if separate_tags(joined_tags(reply.tags)) != reply.tags),
        Sentence("标签里有顿号、逗号或分号，再导入时会拆成几个"),
    )
    yield from common_loss(
        (reply for reply in replies if not knows_identity(reply.id)),
        Sentence("编号不是通用的格式，再导入时按编码或标题来认"),
    )
    yield from common_loss(
        (reply for reply in replies if reply.extra or reply.theme),
        Sentence("表格里没有的字段（如主题）没有写进去"),
    )


def _row(template: ReplyTemplate) -> tuple[str, ...]:
    cells = {
        Column.CODE: template.code,
        Column.TITLE: template.title,
        Column.GROUP: template.group,
        Column.BODY: template.body,
        Column.TAGS: joined_tags(template.tags),
        Column.TONE: template.tone,
        Column.NOTE: template.note,
        Column.ID: template.id,
    }
    return tuple(cells[column] for column in COLUMNS)
