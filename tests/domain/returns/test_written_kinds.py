from __future__ import annotations

import pytest

from cs_desk.app.case_wording import (
    fault_told,
    flag_told,
    outcome_told,
    parcel_told,
    payer_told,
    reason_told,
)
from cs_desk.domain.errors import CaseRefusedError
from cs_desk.domain.returns.kinds import Fault, Flag, Outcome, Parcel, Payer, Reason
from cs_desk.domain.returns.written_kinds import (
    read_fault,
    read_flag,
    read_outcome,
    read_parcel,
    read_payer,
    read_reason,
)

KINDS = [
    (read_reason, Reason, reason_told),
    (read_outcome, Outcome, outcome_told),
    (read_fault, Fault, fault_told),
    (read_parcel, Parcel, parcel_told),
    (read_flag, Flag, flag_told),
    (read_payer, Payer, payer_told),
]


@pytest.mark.parametrize(("read", "kinds", "told"), KINDS)
def test_every_word_is_read_as_it_is_written_and_as_it_is_shown(read, kinds, told):
    for kind in kinds:
        for text in (kind.value, kind.value.lower(), f" {kind.value} ", told(kind, str)):
            assert read(text) is kind


@pytest.mark.parametrize(("read", "kinds", "told"), KINDS)
@pytest.mark.parametrize("text", ["", " ", "天气", "QUALITY SIZE"])
def test_another_word_is_refused_with_those_that_may_stand_there(read, kinds, told, text):
    with pytest.raises(CaseRefusedError) as refused:
        read(text)
    assert all(kind.value in str(refused.value.reason) for kind in kinds)


def test_the_words_of_the_command_line_are_read():
    assert [read_flag(word) for word in ("7天", "包邮", "退货宝", "特殊商品", "运费险")] == [
        Flag.NO_REASON, Flag.FREE_SHIPPING, Flag.INSURED, Flag.SPECIAL, Flag.INSURED,
    ]  # fmt: skip
    words = ["退货退款", "仅退款", "换货", "补发", "维修", "部分退款", "驳回"]
    assert [read_outcome(word) for word in words] == list(Outcome)
