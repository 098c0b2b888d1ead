"""The sentences that window and command line share; Chinese is the source language.

Every function takes ``tr``, which returns a sentence in the reader's language. ``%1`` and ``%2``
stand for facts, put in after the translation and never looked at again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.app.ports import CopyFailure
from cs_desk.domain.errors import (
    BackupFailedError,
    CancelledError,
    CaseRefusedError,
    DataFaultError,
    DeskBusyError,
    LibraryRefusedError,
    Sentence,
    StoreFailedError,
    StoreGoneError,
)

# Who speaks of a filled reply has loaded how it is filled; help and other troubles need not.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.ports import CopyResult
    from cs_desk.domain.errors import DeskError
    from cs_desk.domain.filling import FilledReply
    from cs_desk.domain.placeholder_syntax import Diagnosis
    from cs_desk.domain.placeholder_values import InvalidReason

    Translate = Callable[[str], str]

_DATE_LETTERS = "yyyy yy M MM d dd dddd H HH m mm s ss"


def with_facts(told: str, *facts: str) -> str:
    """Return ``told`` with ``facts`` in place of ``%1`` and ``%2``."""
    return str(Sentence(told, facts))


def sentence(said: Sentence, tr: Translate) -> str:
    """Return a sentence, and those among its facts, in the reader's language."""
    facts = (fact if isinstance(fact, str) else sentence(fact, tr) for fact in said.facts)
    return with_facts(tr(said.text), *facts)


def reason(why: InvalidReason, tr: Translate) -> str:
    """Return why a value may not be sent."""
    from cs_desk.domain.placeholder_values import InvalidReason

    return {
        InvalidReason.TOO_LONG: tr("太长了"),
        InvalidReason.CONTROL_CHARACTERS: tr("有看不见的控制字符"),
        InvalidReason.NOT_A_DATE: tr("看不出是哪一天，可写成 11月25日 或 18:00"),
        InvalidReason.PAST_DATE: tr("日期已经过去"),
        InvalidReason.NOT_DAYS: tr("请写天数，如 3-4天"),
        InvalidReason.NOT_MONEY: tr("请写金额，如 86.36"),
        InvalidReason.NOT_A_CHOICE: tr("请从选项里选一个"),
        InvalidReason.NOT_A_CITY: tr("请写中文城市名"),
        InvalidReason.BAD_LINK: tr("只能用淘宝、天猫、1688 或支付宝的链接"),
        InvalidReason.BAD_ORDER_NO: tr("订单号应为 12 到 20 位数字"),
        InvalidReason.BAD_TRACKING_NO: tr("运单号应为 8 到 20 位字母或数字"),
    }[why]


def diagnosis(found: Diagnosis, tr: Translate) -> str:
    """Return what is odd about a placeholder in a body."""
    from cs_desk.domain.placeholder_syntax import DiagnosisKind

    told = {
        DiagnosisKind.UNCLOSED: tr("有一个「{」没有配对的「}」，按原文发送"),
        DiagnosisKind.STRAY_CLOSE: tr("有一个多余的「}」，按原文发送"),
        DiagnosisKind.EMPTY_NAME: tr("括号里没有名称，按原文发送"),
        DiagnosisKind.LINE_BREAK: tr("一对括号跨了行，按原文发送"),
        DiagnosisKind.EMPTY_DEFAULT: tr("「%1」的默认值是空的"),
        DiagnosisKind.SINGLE_CHOICE: tr("「%1」只有一个选项"),
        DiagnosisKind.SECOND_CURSOR: tr("光标位置写了两次，只用第一个"),
        DiagnosisKind.FULL_WIDTH_BRACES: tr("全角括号不是占位符，按原文发送"),
        DiagnosisKind.CHOICES_IN_DEFAULT: tr("「%1」的默认值里有竖线，不会当作选项"),
        DiagnosisKind.BAD_DATE_PATTERN: tr("「%1」的日期格式有不认识的字母，应写成 %2"),
        DiagnosisKind.UNKNOWN_NAME: tr("话术库没有定义「%1」"),
        DiagnosisKind.BAD_OFFSET: tr("「%1」的时间加减写法不对，如 {日期+7} {时间+30}"),
        DiagnosisKind.RESERVED_NAME: tr("「%1」是保留名称，不能这样用"),
        DiagnosisKind.INCLUDE_MISSING: tr("找不到要引用的话术「%1」"),
        DiagnosisKind.INCLUDE_CYCLE: tr("话术「%1」绕了一圈又引用自己"),
        DiagnosisKind.INCLUDE_TOO_DEEP: tr("引用超过三层：「%1」"),
        DiagnosisKind.TOO_LONG: tr("内容太长，只能按原文保留"),
        DiagnosisKind.TOO_MANY_FIELDS: tr("要填的项目太多，从「%1」起没有填"),
        DiagnosisKind.HIDDEN_CHARACTERS: tr("有看不见的方向控制字符，请从话术里删掉"),
    }[found.kind]
    if found.kind is DiagnosisKind.BAD_DATE_PATTERN and not found.suggestion:
        told = tr("「%1」不是日期格式；认识的字母有 %2")
        return with_facts(told, found.subject, _DATE_LETTERS)
    return with_facts(told, found.subject, found.suggestion)


def obstacle(reply: FilledReply, tr: Translate) -> str:
    """Return what keeps a reply from being copied, or what deserves a look; empty if nothing."""
    from cs_desk.domain.filling import CLIPBOARD
    from cs_desk.domain.placeholder_syntax import Severity

    for field in reply.fields:
        if field.reason is not None:
            return f"{field.name}{tr('：')}{reason(field.reason, tr)}"
    missing = [field.name for field in reply.fields if field.missing]
    if missing == [CLIPBOARD.name]:
        return tr("剪贴板里没有读到文字，这句话术要用到它")
    if missing:
        return with_facts(tr("还差：%1"), tr("、").join(missing))
    problems = sorted(reply.diagnoses, key=lambda found: found.severity is not Severity.ERROR)
    if not problems:
        return ""
    first = diagnosis(problems[0], tr)
    if len(problems) == 1:
        return first
    return with_facts(tr("%1（共 %2 条提示）"), first, str(len(problems)))


def copy_failure(result: CopyResult, tr: Translate) -> str:
    """Return why nothing was copied and what to do."""
    return {
        CopyFailure.NO_TOOL: tr(
            "没有复制成功：系统里没有剪贴板工具，请安装 xclip 或 wl-clipboard。"
        ),
        CopyFailure.NO_DISPLAY: tr("没有复制成功：连不上屏幕，请在桌面里使用。"),
        CopyFailure.HELD: tr("没有复制成功：剪贴板被别的程序占用，请再试一次。"),
        CopyFailure.TIMED_OUT: tr("没有复制成功：剪贴板没有回应，请再试一次。"),
        CopyFailure.NOT_VERIFIED: tr("没有复制成功：剪贴板里不是这句话，请再试一次。"),
        CopyFailure.REFUSED_TEXT: tr("没有复制：内容是空的，或有无法复制的字符。"),
        CopyFailure.SUPERSEDED: tr("又复制了另一句，这一句已经放弃。"),
        None: "",
    }[result.failure]


def trouble(error: DeskError, tr: Translate) -> str:
    """Return what went wrong with the desk's data, where, and what to do."""
    if isinstance(error, DeskBusyError):
        return tr("客服台正被另一个程序占用，什么都没有改动，请稍后再试。")
    if isinstance(error, DataFaultError):
        return with_facts(tr("「%1」有问题：%2"), error.place, sentence(error.reason, tr))
    if isinstance(error, StoreGoneError):
        told = tr("没有保存：%1。请关闭窗口重新打开，可以用备份恢复。")
        return with_facts(told, sentence(error.reason, tr))
    if isinstance(error, StoreFailedError):
        told = (
            tr("没有保存：%1。请检查磁盘空间和权限。")
            if error.outcome_known
            else tr("不确定是否已保存：%1。请重新打开后核对。")
        )
        return with_facts(told, sentence(error.reason, tr))
    if isinstance(error, BackupFailedError):
        return with_facts(tr("没有备份：%1。"), sentence(error.reason, tr))
    if isinstance(error, LibraryRefusedError):
        return sentence(error.reason, tr)
    if isinstance(error, CancelledError):
        return tr("已取消，什么都没有改动。")
    if isinstance(error, CaseRefusedError):
        told = sentence(error.reason, tr)
        return "\n".join([told, *(f"· {check}" for check in error.checks)])
    return str(error)
