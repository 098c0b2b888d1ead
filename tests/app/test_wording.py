from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cs_desk.app.ports import CopyFailure, CopyResult, CopyRoute
from cs_desk.app.wording import copy_failure, diagnosis, obstacle, reason, sentence, trouble
from cs_desk.domain.errors import (
    DeskBusyError,
    InvalidFileError,
    NewerFormatError,
    Sentence,
    StoreFailedError,
    UnreadableFileError,
)
from cs_desk.domain.filling import GivenValue, ValueSource, fill
from cs_desk.domain.placeholder_syntax import Diagnosis, DiagnosisKind
from cs_desk.domain.placeholder_values import InvalidReason
from cs_desk.domain.template import Placeholder, PlaceholderType, TemplateLibrary

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
ERRORS = [
    UnreadableFileError("库.csdesk", Sentence("找不到这个文件")),
    InvalidFileError("库.csdesk", Sentence("缺少「%1」", ("标题",)), "templates[3]"),
    NewerFormatError("库.csdesk", Sentence("格式 %1", ("2",))),
    DeskBusyError(),
    StoreFailedError(Sentence("%1（%2）", (Sentence("磁盘已满"), "full")), outcome_known=True),
    StoreFailedError(Sentence("磁盘已满"), outcome_known=False),
]


def chinese(sentence):
    return sentence


def obstacle_of(body, **given):
    library = TemplateLibrary(
        "lib", "库", placeholders=(Placeholder("退款金额", PlaceholderType.MONEY),)
    )
    values = {name: GivenValue(value, ValueSource.ARGUMENT) for name, value in given.items()}
    return obstacle(fill(body, library, values, NOW), chinese)


@pytest.mark.parametrize("why", InvalidReason)
def test_every_invalid_value_has_a_sentence_of_its_own(why):
    assert reason(why, chinese)
    assert [reason(other, chinese) for other in InvalidReason].count(reason(why, chinese)) == 1


@pytest.mark.parametrize("kind", DiagnosisKind)
def test_every_diagnosis_has_a_sentence_with_its_facts(kind):
    told = diagnosis(Diagnosis(kind, 0, 1, "城 市", "城市"), chinese)
    assert told
    assert "%" not in told
    assert diagnosis(Diagnosis(kind, 0, 1), str.upper) == diagnosis(Diagnosis(kind, 0, 1), chinese)


@pytest.mark.parametrize("failure", CopyFailure)
def test_every_failed_copy_has_a_sentence_of_its_own(failure):
    told = [copy_failure(CopyResult(failure=each), chinese) for each in CopyFailure]
    assert told.count(copy_failure(CopyResult(failure=failure), chinese)) == 1
    assert all(told)


def test_a_successful_copy_has_nothing_to_say():
    assert copy_failure(CopyResult(route=CopyRoute.QT), chinese) == ""


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_every_trouble_has_a_sentence_with_its_facts(error):
    told = trouble(error, chinese)
    assert told
    assert "%" not in told
    for fact in ("file", "where", "reason"):
        assert str(getattr(error, fact, "")) in told


def test_an_uncertain_outcome_is_told_from_a_certain_one():
    certain, uncertain = (trouble(error, chinese) for error in ERRORS[-2:])
    assert certain != uncertain


@pytest.mark.parametrize(
    ("body", "given", "told"),
    [
        ("亲，在的。", {}, ""),
        ("{退款金额}和{备注}", {}, "还差：退款金额、备注"),
        ("{退款金额}", {"退款金额": "一百"}, "退款金额：请写金额，如 86.36"),
        ("{片段:没有}", {}, "找不到要引用的话术「没有」"),
        ("{片段:没有}}", {}, "找不到要引用的话术「没有」（共 2 条提示）"),
        ("满300{减50", {}, "有一个「{」没有配对的「}」，按原文发送"),
        ("您说：{剪贴板}", {}, "剪贴板里没有读到文字，这句话术要用到它"),
        ("{剪贴板}{退款金额}", {}, "还差：剪贴板、退款金额"),
    ],
)
def test_the_worst_obstacle_is_told_first(body, given, told):
    assert obstacle_of(body, **given) == told


def test_a_fact_that_looks_like_a_mark_stays_a_fact():
    found = Diagnosis(DiagnosisKind.BAD_DATE_PATTERN, 0, 1, "%2", "M月d日")
    assert "「%2」" in diagnosis(found, chinese)


def test_a_date_without_a_suggestion_is_told_the_letters():
    told = diagnosis(Diagnosis(DiagnosisKind.BAD_DATE_PATTERN, 0, 1, "qq"), str)
    assert "应写成" not in told
    assert "MM" in told


def test_a_sentence_is_translated_together_with_those_among_its_facts():
    english = {"应为%1，现在是「%2」": 'must be %1, is "%2"', "%1或%2": "%1 or %2", "文字": "text"}
    types = Sentence("%1或%2", (Sentence("文字"), Sentence("日期")))
    said = Sentence("应为%1，现在是「%2」", (types, "文字"))
    told = sentence(said, lambda text: english.get(text, text))
    assert told == 'must be text or 日期, is "文字"'


def test_a_fact_of_a_sentence_is_neither_translated_nor_looked_at_again():
    assert sentence(Sentence("「%1」和「%2」", ("%2", "abc")), str.upper) == "「%2」和「abc」"
