"""Records that were found damaged and set aside, and how the desk speaks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    Translate = Callable[[str], str]


class SetAsideRecord(Protocol):
    """A damaged record that is out of use; what is left of it stays in the store."""

    @property
    def table(self) -> str:
        """The name of the table it belonged to, as far as it can be read."""

    @property
    def doc_id(self) -> int:
        """Its number there; -1 if that is damaged too."""

    @property
    def found_at(self) -> datetime | None:
        """When the damage was found, with its zone; None if that cannot be read any more."""


def table_told(table: str, tr: Translate) -> str:
    """Return what a table holds, in a word; a table that we do not know keeps its name."""
    return {
        "library": tr("话术库"),
        "template": tr("话术"),
        "placeholder": tr("占位符"),
        "shop": tr("店铺"),
        "usage": tr("用量"),
        "setting": tr("设置"),
        "draft": tr("草稿"),
        "return_case": tr("退货单"),
        "checklist": tr("退货清单"),
        "edition": tr("话术库版本"),
        "trash": tr("已删除的话术"),
        "template_draft": tr("话术草稿"),
        "rules": tr("规则"),
    }.get(table, table)


def number_told(doc_id: int, tr: Translate) -> str:
    """Return which record of its table it was."""
    if doc_id < 0:
        return tr("编号不明")
    return tr("第 %1 号").replace("%1", str(doc_id))
