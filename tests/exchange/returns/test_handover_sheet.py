from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from cs_desk.domain.returns.return_case import Note
from cs_desk.exchange.returns.handover_sheet import handover_sheet


@pytest.fixture
def sheet(view, case, now):
    """Make the sheet of cases, each with its id, the hours left, and changes."""

    def made(*listed):
        views = []
        for case_id, hours, changes in listed:
            due = (
                view().due
                and hours is not None
                and replace(view().due, at=now + timedelta(hours=hours))
            )
            views.append(view(replace(case(), id=case_id, **changes), due=due or None))
        return handover_sheet(views, now, str)

    return made


def test_the_most_urgent_case_comes_first_and_those_without_a_deadline_last(sheet):
    html = sheet(("R1", None, {}), ("R2", 30, {}), ("R3", -2, {}), ("R4", 3, {}))

    assert re.findall(r">(R\d)<", html) == ["R3", "R4", "R2", "R1"]


def test_closed_cases_are_left_out(sheet, now):
    html = sheet(("R1", 3, {}), ("R2", 3, {"closed_at": now}))

    assert "R2" not in html
    assert "未完 1 件，其中超时 0 件。" in html


def test_overdue_cases_are_counted_and_stand_out(sheet):
    html = sheet(("R1", -2, {}))

    assert "未完 1 件，其中超时 1 件。" in html
    assert '<span class="alert">超时 2 小时</span>' in html


def test_a_row_tells_the_next_step_and_what_it_awaits(sheet):
    html = sheet(("R1", 3, {}))

    assert "等待审核" in html
    assert "☐ 等待审核的第 2 项检查" in html
    assert "等待审核的第 1 项检查" not in html
    assert "等待审核的第 3 项检查" not in html


def test_only_the_last_note_is_told_shortened_and_masked(sheet, now):
    notes = (Note("王芳", now, "旧的"), Note("李雷", now, "字" * 150 + " 13800138000 " + "完" * 90))
    html = sheet(("R1", 3, {"notes": notes}))

    assert "旧的" not in html
    assert "1380013" not in html
    assert "…" in html


def test_a_case_with_all_steps_done_can_be_closed(view, now):
    assert "步骤都已完成，可以关闭" in handover_sheet([view(current="", due=None)], now, str)


def test_no_open_cases_make_a_sheet_without_a_table(now):
    html = handover_sheet([], now, str)

    assert "未完 0 件" in html
    assert "<table" not in html


def test_what_was_written_stays_text(view, case, now):
    hostile = case(item="<img src=x>", order="<b>", buyer="<i>x</i>")

    assert not {"<img", "<b>", "<i>"} & set(
        re.findall(r"<img|<b>|<i>", handover_sheet([view(hostile)], now, str))
    )
