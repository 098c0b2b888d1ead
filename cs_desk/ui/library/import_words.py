"""What an import is said to do, and what deserves a look before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.import_choices import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cs_desk.domain.library.merge import MergePlan


def intent_told(effects: Mapping[Effect, int]) -> str:
    """Return what importing would do, from how many rows have each effect; empty if nothing."""
    told = {
        Effect.ADDED: QCoreApplication.translate("ImportWords", "新增 %1 条"),
        Effect.CHANGED: QCoreApplication.translate("ImportWords", "改动 %1 条"),
        Effect.REMOVED: QCoreApplication.translate("ImportWords", "移到回收站 %1 条"),
        Effect.DEFINED: QCoreApplication.translate("ImportWords", "占位符 %1 个"),
    }
    counts = {text: effects.get(effect, 0) for effect, text in told.items()}
    parts = [with_facts(text, f"{count:,}") for text, count in counts.items() if count]
    return QCoreApplication.translate("ImportWords", "，").join(parts)


def doubts(plan: MergePlan) -> Iterator[str]:
    """Yield what deserves a look before anything of the file is taken."""
    if plan.older_than is not None:
        told = QCoreApplication.translate(
            "ImportWords",
            "这个文件比正在用的旧（正在用的是 %1）。除了新增的，默认都保留我的。",
        )
        yield with_facts(told, plan.older_than)
    incoming = plan.incoming
    if incoming.stated_sha256 and incoming.stated_sha256 != incoming.sha256:
        yield QCoreApplication.translate(
            "ImportWords",
            "文件的内容和它自己写的校验码对不上：发布以后被改过，或者没有下载完整。"
            "请向发布的人确认。",
        )
