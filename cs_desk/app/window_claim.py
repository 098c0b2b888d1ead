"""Whether a start of the program may open a window, and how to say why not."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from cs_desk.app.wording import with_facts

if TYPE_CHECKING:
    from cs_desk.app.wording import Translate


class WindowClaim(Enum):
    """What became of the wish to open a window on a data folder; there is one at most.

    FIRST: there was none, and nobody else may open one until we end.
    CALLED_FORWARD: one is open, and comes forward.
    NO_ANSWER: one is open on this computer, but does not answer.
    ELSEWHERE: one is open on another computer.
    """

    FIRST = "first"
    CALLED_FORWARD = "called forward"
    NO_ANSWER = "no answer"
    ELSEWHERE = "elsewhere"


def why_no_window(claim: WindowClaim, computer: str, lock_file: str, tr: Translate) -> str:
    """Return why no window opens, and what to do; empty if one may.

    Args:
        claim: What became of the wish.
        computer: Name of the computer that holds the data folder.
        lock_file: Path of the file by which it holds it.
        tr: Translates.
    """
    told = {
        WindowClaim.FIRST: "",
        WindowClaim.CALLED_FORWARD: tr("窗口已经开着，已切换过去。"),
        WindowClaim.NO_ANSWER: tr(
            "窗口已经开着，但没有回应，所以没有再开一个。请稍等再试，或结束它再启动。"
        ),
        WindowClaim.ELSEWHERE: tr(
            "数据正在另一台电脑（%1）上开着，这里没有打开。如果那边已经关了，请删除 %2 再启动。"
        ),
    }[claim]
    return with_facts(told, computer, lock_file)
