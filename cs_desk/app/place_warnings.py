"""What is doubtful about the place where the desk keeps its data, and how to say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from cs_desk.app.wording import with_facts

if TYPE_CHECKING:
    from cs_desk.app.wording import Translate


class PlaceRisk(Enum):
    """What may cost changes there, the most serious first."""

    READ_ONLY = "read only"
    GONE = "gone"
    LOW_DISK = "low disk"
    NETWORK_SHARE = "network share"


@dataclass(frozen=True, slots=True)
class PlaceWarning:
    """One doubt about the data folder.

    Attributes:
        risk: What may go wrong.
        detail: The kind of share, or how many MB are free; otherwise empty.
    """

    risk: PlaceRisk
    detail: str = ""


def place_warning(warning: PlaceWarning, tr: Translate) -> str:
    """Return what is doubtful and what to do, in the reader's language."""
    told = {
        PlaceRisk.READ_ONLY: tr(
            "数据文件夹现在不能写入，可以照常使用，但这次的改动不会保存。请检查权限和磁盘空间。"
        ),
        PlaceRisk.GONE: tr(
            "数据文件不见了，现在的改动不会保存。请关闭窗口重新打开，可以用备份恢复。"
        ),
        PlaceRisk.LOW_DISK: tr("磁盘只剩 %1 MB，新的改动可能存不下。请清理出一些空间。"),
        PlaceRisk.NETWORK_SHARE: tr(
            "数据文件夹在网络共享上（%1），改动可能丢失。请同一时间只在一台电脑上打开，或搬到本机。"
        ),
    }[warning.risk]
    return with_facts(told, warning.detail)
