"""What a step of editing did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence


def copied_told(titles: Sequence[str]) -> Sentence:
    """Return that replies were copied."""
    if len(titles) == 1:
        return Sentence("复制「%1」", (titles[0],))
    return Sentence("复制 %1 条话术", (str(len(titles)),))


def moved_told(titles: Sequence[str]) -> Sentence:
    """Return that replies were moved."""
    if len(titles) == 1:
        return Sentence("移动「%1」", (titles[0],))
    return Sentence("移动 %1 条话术", (str(len(titles)),))


def tagged_told(titles: Sequence[str]) -> Sentence:
    """Return that replies were tagged."""
    if len(titles) == 1:
        return Sentence("改「%1」的标签", (titles[0],))
    return Sentence("改 %1 条话术的标签", (str(len(titles)),))


def deleted_told(titles: Sequence[str]) -> Sentence:
    """Return that replies were deleted."""
    if len(titles) == 1:
        return Sentence("删除「%1」", (titles[0],))
    return Sentence("删除 %1 条话术", (str(len(titles)),))


def restored_told(titles: Sequence[str]) -> Sentence:
    """Return that replies were taken out of the trash."""
    if len(titles) == 1:
        return Sentence("恢复「%1」", (titles[0],))
    return Sentence("恢复 %1 条话术", (str(len(titles)),))
