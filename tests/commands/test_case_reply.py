"""Replies that are filled from a return case."""

from __future__ import annotations

import pytest

from tests.commands.conftest import CASE, NOW
from tests.journeys.xsession import XSession

REFUND = ("reply", "退款处理中", "到账说明=三天内到账", "--case", CASE, "--now", NOW)


def test_a_case_fills_what_it_knows(cases):
    answer = cases.desk(*REFUND, "--json")
    assert "¥189.50" in answer.object["text"]
    values = {value["name"]: value for value in answer.object["values"]}
    assert values["退款金额"] == {"name": "退款金额", "value": "189.50", "source": "case"}
    assert values["到账说明"]["source"] == "argument"


def test_what_is_given_comes_before_what_the_case_knows(cases):
    answer = cases.desk(*REFUND, "退款金额=60", "--json")
    assert "¥60，" in answer.object["text"]


def test_what_a_step_suggests_is_in_the_library(cases):
    first, *_ = cases.shown(CASE)["steps"][0]["suggests"]
    assert cases.desk("reply", first, "--json").object["id"] == first


@pytest.fixture
def screen(tmp_path_factory):
    with XSession(tmp_path_factory.mktemp("screen")) as session:
        yield session.environ["DISPLAY"]


def test_only_what_was_copied_is_logged_and_masked(cases, screen):
    cases.desk(*REFUND)
    assert cases.desk(*REFUND, "--copy").status == 1  # no display
    text = "到账说明=给13812341234"
    allowed = ("--copy", "--allow-findings", "--json")
    copied = cases.desk(*REFUND, text, *allowed, DISPLAY=screen)
    assert (copied.status, copied.object["copied"]) == (0, True)
    (logged,) = cases.shown(CASE)["replies"]
    assert logged["title"] == "退款处理中"
    assert "给138****1234" in logged["text"]
    assert logged["at"] == "2026-11-12T10:00:00+08:00"
