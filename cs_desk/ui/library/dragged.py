"""What is dragged inside the library window, as the data that Qt carries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from collections.abc import Iterable

REPLIES = "application/x-cs-desk-replies"
GROUP = "application/x-cs-desk-group"


def dragged_replies(template_ids: Iterable[str]) -> QMimeData:
    """Return replies on their way."""
    data = QMimeData()
    data.setData(REPLIES, json.dumps(list(template_ids)).encode())
    return data


def dragged_group(path: str) -> QMimeData:
    """Return a group on its way."""
    data = QMimeData()
    data.setData(GROUP, path.encode())
    return data


def replies_in(data: QMimeData) -> tuple[str, ...]:
    """Return the ids of the replies in ``data``; none if it holds something else."""
    if not data.hasFormat(REPLIES):
        return ()
    return tuple(json.loads(bytes(data.data(REPLIES).data())))


def group_in(data: QMimeData) -> str:
    """Return the path of the group in ``data``; empty if it holds something else."""
    return bytes(data.data(GROUP).data()).decode() if data.hasFormat(GROUP) else ""
