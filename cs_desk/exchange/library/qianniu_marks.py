"""The marks that 千牛 and the programs around it put into texts, and what they stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.exchange.library.table_columns import Column

if TYPE_CHECKING:
    from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
    from cs_desk.exchange.library.table_columns import TableHead

COMMA = "&#44;"
LINE_END = "&#13;"
UNFILED = "未分组"


def has_qianniu_marks(head: TableHead) -> bool:
    """Return whether the texts below ``head`` come from 千牛."""
    return head.name_of(Column.BODY) == "快捷短语"


def without_qianniu_marks(library: FoundLibrary) -> FoundLibrary:
    """Return what was found, the marks in it read as what they stand for."""
    return replace(library, replies=tuple(map(_plain, library.replies)))


def _plain(reply: FoundReply) -> FoundReply:
    body = reply.body.replace(COMMA, ",").replace(LINE_END + "\n", "\n").replace(LINE_END, "\n")
    group = "" if reply.group == UNFILED else reply.group
    return replace(reply, body=body.rstrip("\n"), group=group)
