"""What the case commands are given: each kind of value as people write it."""

from __future__ import annotations

from cs_desk.commands.values import Written
from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.returns.changes import LONGEST_NOTE
from cs_desk.domain.returns.written_facts import (
    read_amount,
    read_line,
)
from cs_desk.domain.returns.written_kinds import (
    read_fault,
    read_flag,
    read_outcome,
    read_parcel,
    read_reason,
)


def _note(text: str) -> str:
    if not text.strip():
        raise CaseRefusedError(Sentence("备注是空的"))
    if len(text) > LONGEST_NOTE:
        told = Sentence("备注有 %1 字，最多 %2 字，请分开写", (str(len(text)), str(LONGEST_NOTE)))
        raise CaseRefusedError(told)
    return text


def _written(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise CaseRefusedError(Sentence("「%1」应写成 键=值", (text,)))
    return key.strip(), value


TEXT = Written("text", str.strip)
AMOUNT = Written("amount", read_amount)
LINE = Written("line", read_line)
REASON = Written("reason", read_reason)
OUTCOME = Written("outcome", read_outcome)
FAULT = Written("fault", read_fault)
PARCEL = Written("parcel", read_parcel)
FLAG = Written("flag", read_flag)
NOTE = Written("note", _note)
WRITTEN = Written("written", _written)
