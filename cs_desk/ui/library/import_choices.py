"""What can be chosen for each row of an import, in words."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cs_desk.domain.library.merge import (
    MatchedBy,
    MergeChoice,
    MergeKind,
    MergeRow,
    PlaceholderRow,
)
from cs_desk.ui.library.field_differences import field_name, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

AnyRow = MergeRow | PlaceholderRow


class Effect(Enum):
    """What importing a row does to the library."""

    NONE = auto()
    ADDED = auto()
    CHANGED = auto()
    REMOVED = auto()
    DEFINED = auto()


def choices_of(row: AnyRow) -> tuple[MergeChoice, ...]:
    """Return what can be done about a row, in the order of the keys 1, 2, 3.

    Of a same one, ours may be another meanwhile; where it is not, there is nothing to choose.
    """
    keep, replace, both = MergeChoice.KEEP, MergeChoice.REPLACE, MergeChoice.BOTH
    if row.kind is MergeKind.SAME:
        return (keep, replace) if _is_changed_here(row) else ()
    if row.kind is MergeKind.NEW:
        return replace, keep
    if row.kind is MergeKind.REMOVED or isinstance(row, PlaceholderRow):
        return keep, replace
    return keep, replace, both


def effect(row: AnyRow, choice: MergeChoice) -> Effect:
    """Return what ``choice`` would do about a row."""
    if choice is MergeChoice.KEEP or choice not in choices_of(row):
        return Effect.NONE
    if isinstance(row, PlaceholderRow):
        return Effect.DEFINED
    if row.kind is MergeKind.REMOVED:
        return Effect.REMOVED
    is_new = row.kind is MergeKind.NEW or choice is MergeChoice.BOTH
    return Effect.ADDED if is_new else Effect.CHANGED


def choice_name(kind: MergeKind, choice: MergeChoice) -> str:
    """Return what a choice means for a row of ``kind``, as its button says it."""
    return {
        (MergeKind.NEW, MergeChoice.REPLACE): QCoreApplication.translate("ImportRows", "导入"),
        (MergeKind.NEW, MergeChoice.KEEP): QCoreApplication.translate("ImportRows", "不导入"),
        (MergeKind.REMOVED, MergeChoice.KEEP): QCoreApplication.translate("ImportRows", "保留"),
        (MergeKind.REMOVED, MergeChoice.REPLACE): QCoreApplication.translate(
            "ImportRows", "移到回收站"
        ),
    }.get((kind, choice), _usual_name(choice))


def kind_name(kind: MergeKind) -> str:
    """Return what the rows of one kind are called."""
    return {
        MergeKind.NEW: QCoreApplication.translate("ImportRows", "新增"),
        MergeKind.CHANGED: QCoreApplication.translate("ImportRows", "有改动"),
        MergeKind.SAME: QCoreApplication.translate("ImportRows", "相同"),
        MergeKind.CLASHING: QCoreApplication.translate("ImportRows", "冲突"),
        MergeKind.REMOVED: QCoreApplication.translate("ImportRows", "已移除"),
    }[kind]


def row_title(row: AnyRow) -> str:
    """Return what a row is called."""
    if isinstance(row, MergeRow):
        reply = row.mine or row.theirs
        return reply.title if reply else ""
    placeholder = row.mine or row.theirs
    return f"{{{placeholder.name}}}" if placeholder else ""


def row_detail(row: AnyRow) -> str:
    """Return what is said below the title: what would change, or where it stands."""
    if isinstance(row, PlaceholderRow):
        return kind_name(row.kind)
    reply = row.theirs or row.mine
    group = reply.group if reply else ""
    parts = [group] if group else []
    if row.kind in {MergeKind.CHANGED, MergeKind.CLASHING}:
        # What people call several fields alike is said once.
        fields = listed(tuple(dict.fromkeys(field_name(field) for field in row.fields)))
        told = QCoreApplication.translate("ImportRows", "改动：%1")
        parts.append(told.replace("%1", fields))
    elif _is_changed_here(row):
        told = QCoreApplication.translate("ImportRows", "文件没有变，是这里改过")
        parts.append(told)
    elif row.kind is MergeKind.NEW and row.base is not None and row.mine is None:
        parts.append(QCoreApplication.translate("ImportRows", "这里删除过"))
    if row.matched_by not in {None, MatchedBy.ID}:
        parts.append(_matched(row.matched_by))
    return " · ".join(parts)


def row_code(row: AnyRow) -> str:
    """Return the code of a reply; empty without one."""
    reply = (row.theirs or row.mine) if isinstance(row, MergeRow) else None
    return reply.code if reply else ""


def spoken_row(row: AnyRow, choice: MergeChoice) -> str:
    """Return what a screen reader says of a row."""
    parts: Sequence[str] = (row_title(row), row_code(row), row_detail(row))
    chosen = choice_name(row.kind, choice) if choices_of(row) else kind_name(row.kind)
    return " ".join([*(part for part in parts if part), chosen])


def _is_changed_here(row: AnyRow) -> bool:
    """Return whether only ours differs from what both sides once had."""
    return row.kind is MergeKind.SAME and isinstance(row, MergeRow) and bool(row.fields)


def _usual_name(choice: MergeChoice) -> str:
    return {
        MergeChoice.KEEP: QCoreApplication.translate("ImportRows", "保留我的"),
        MergeChoice.REPLACE: QCoreApplication.translate("ImportRows", "用文件里的"),
        MergeChoice.BOTH: QCoreApplication.translate("ImportRows", "两个都留"),
    }[choice]


def _matched(by: MatchedBy | None) -> str:
    if by is MatchedBy.CODE:
        return QCoreApplication.translate("ImportRows", "按编码对上")
    if by is MatchedBy.TITLE:
        return QCoreApplication.translate("ImportRows", "按标题对上")
    return QCoreApplication.translate("ImportRows", "按内容相近对上，请核对")
