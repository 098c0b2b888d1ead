"""What people call an edition of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cs_desk.app.wording import with_facts
from cs_desk.domain.library.edition import EditionOrigin

if TYPE_CHECKING:
    from cs_desk.domain.library.edition import EditionHead


def edition_name(head: EditionHead) -> str:
    """Return the name of an edition: its number if it was released here, else where it is from."""
    if head.number:
        went_back = head.origin is EditionOrigin.ROLLED_BACK
        template = (
            QCoreApplication.translate("Editions", "回到第 %1 版")
            if went_back
            else QCoreApplication.translate("Editions", "第 %1 版")
        )
        name = with_facts(template, str(head.number))
        version = "" if head.version == str(head.number) else head.version
        return f"{name} · {version}" if version else name
    origin = {
        EditionOrigin.STARTER: QCoreApplication.translate("Editions", "初始话术"),
        EditionOrigin.IMPORTED: QCoreApplication.translate("Editions", "导入"),
        EditionOrigin.EXPORTED: QCoreApplication.translate("Editions", "导出"),
        EditionOrigin.RELEASED: QCoreApplication.translate("Editions", "发布"),
        EditionOrigin.ROLLED_BACK: QCoreApplication.translate("Editions", "回到以前的版本"),
    }[head.origin]
    return f"{origin} · {head.version}" if head.version else origin


def edition_about(head: EditionHead) -> str:
    """Return who handed an edition out, when, and how much is in it."""
    count = with_facts(QCoreApplication.translate("Editions", "%1 条话术"), f"{head.templates:,}")
    return " · ".join(part for part in (head.publisher, head.released_at, count) if part)
