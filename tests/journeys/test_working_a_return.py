"""An agent works returns with the whole program, from the request to the refund, by keyboard."""

from __future__ import annotations

import json
import sys
from datetime import timedelta

import pytest

from cs_desk.data_folder import DataFolder
from cs_desk.desktop.clock import SystemClock
from cs_desk.domain.returns.kinds import CaseStatus, Outcome, Payer, Reason
from tests.fake_cases import BUNDLED
from tests.journeys.xsession import wait_until

from cs_desk.domain.returns.progress import view_of  # isort: skip

ORDER = "4210012345678901234"
# The text of a page leads to the reason, and from there one key to the outcome.
TO_THE_OUTCOME = 1
EXCHANGE = 2


class Stored:
    """What the program stored, read beside it as a second process would."""

    def __init__(self, folder):
        self._folder = folder

    def view(self):
        self._folder.database.refresh()
        summaries = self._folder.returns().cases.summaries()
        if not summaries:
            return None
        (case_id,) = summaries
        return view_of(self._folder.returns().cases.load(case_id), BUNDLED, 90)

    def ticks(self):
        return len(self.view().case.ticks)


@pytest.fixture
def stored(tmp_path):
    with DataFolder(tmp_path / "data", "", SystemClock()).open() as folder:
        yield Stored(folder)


def page_text():
    signed = SystemClock().now() - timedelta(days=2)
    return "\n".join(
        [
            f"订单编号：{ORDER}",
            "买家昵称：小满同学",
            "宝贝：法式针织开衫",
            "实付款：￥190.00",
            f"签收时间：{signed:%Y-%m-%d %H:%M:%S}",
        ]
    )


def new_case(x_session, desk, stored, *, reason, outcome=0):
    """Open a case from a copied order page; reason and outcome by their places in the lists."""
    x_session.copy_elsewhere(page_text())
    desk.key("alt+2")
    desk.key("ctrl+n")
    for key in ["ctrl+v", "Home", *["Down"] * reason]:
        desk.key(key)
    for key in [*["Tab"] * TO_THE_OUTCOME, "Home", *["Down"] * outcome, "Return"]:
        desk.key(key)
    desk.wait_until(lambda: stored.view() is not None, "a stored case")
    return stored.view()


def tick_next(desk, stored):
    """Tick the check that the keyboard is on when the room is entered: the next one."""
    before = stored.ticks()
    desk.key("alt+1")
    desk.key("alt+2")
    desk.key("space")
    wait_until(lambda: stored.ticks() == before + 1, "one tick more")


def work_to_the_end(desk, stored):
    while stored.view().open_checks():
        tick_next(desk, stored)


def close(desk, stored):
    """Close the case by the first entry but one of its menu."""
    desk.key("ctrl+w")
    wait_until(lambda: stored.view().case.status is CaseStatus.CLOSED, "a closed case")


def test_a_quality_return_is_worked_from_request_to_refund(x_session, start_desk, stored):
    desk = start_desk()
    view = new_case(x_session, desk, stored, reason=list(Reason).index(Reason.QUALITY))
    facts = view.case.facts
    assert (facts.order, facts.item, facts.paid) == (ORDER, "法式针织开衫", 19_000)
    assert (facts.reason, facts.outcome) == (Reason.QUALITY, Outcome.RETURN_REFUND)
    assert view.verdict.freight.payer is Payer.SELLER
    work_to_the_end(desk, stored)
    assert stored.view().current == ""
    close(desk, stored)
    assert stored.view().verdict.refund == 19_000
    assert desk.quit() == 0
    assert desk.said == ""


def test_a_size_exchange_is_worked_from_request_to_the_new_item(x_session, start_desk, stored):
    desk = start_desk()
    size = list(Reason).index(Reason.SIZE)
    view = new_case(x_session, desk, stored, reason=size, outcome=EXCHANGE)
    assert (view.case.facts.reason, view.case.facts.outcome) == (Reason.SIZE, Outcome.EXCHANGE)
    work_to_the_end(desk, stored)
    assert "exchange_sent" in stored.view().case.ticks
    assert "refunded" not in stored.view().case.ticks
    close(desk, stored)


def test_a_case_that_is_not_done_cannot_be_closed(x_session, start_desk, stored):
    desk = start_desk()
    new_case(x_session, desk, stored, reason=0)
    desk.key("ctrl+w")
    # The next tick is stored, so the closing before it was answered.
    tick_next(desk, stored)
    assert stored.view().case.status is CaseStatus.OPEN


def test_a_step_taken_back_stays_in_the_history(x_session, start_desk, stored):
    desk = start_desk()
    new_case(x_session, desk, stored, reason=0)
    tick_next(desk, stored)
    desk.key("ctrl+z")
    wait_until(lambda: stored.ticks() == 0, "no tick")
    assert [str(line.act) for line in stored.view().case.history] == ["opened", "ticked", "undone"]


def test_a_picture_is_pasted_as_evidence_and_kept(x_session, start_desk, stored, tmp_path):
    desk = start_desk()
    new_case(x_session, desk, stored, reason=0)
    picture = tmp_path / "picture.png"
    desk.screenshot(picture)
    x_session.copy_picture_elsewhere(picture)
    desk.key("ctrl+v")
    wait_until(lambda: stored.view().case.evidence, "evidence")
    (held,) = stored.view().case.evidence
    assert (tmp_path / "data" / "evidence" / held.sha256).stat().st_size == held.size


def test_what_a_command_ticks_shows_in_the_window_and_the_other_way_round(
    x_session, start_desk, stored, tmp_path
):
    desk = start_desk()
    view = new_case(x_session, desk, stored, reason=0)
    command = [sys.executable, "-m", "cs_desk", "--data-dir", tmp_path / "data", "case"]
    first = view.open_checks()[0].key
    told = x_session.ask(*command, "tick", view.case.id, first, "--json")
    assert json.loads(told.stdout)["id"] == view.case.id
    tick_next(desk, stored)
    assert set(stored.view().case.ticks) == {first, view.open_checks()[1].key}


def test_a_case_that_was_closed_long_ago_leaves_nothing_behind_when_the_window_starts(
    x_session, start_desk, tmp_path
):
    closed = SystemClock().now() - timedelta(days=91)

    def case(*arguments):
        command = [sys.executable, "-m", "cs_desk", "--data-dir", tmp_path / "data", "case"]
        done = x_session.ask(*command, *arguments, "--now", closed.isoformat())
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    case_id = case("new", "--order", ORDER, "--buyer", "再也不见")
    case("note", case_id, "电话 13812345678")
    case("withdraw", case_id)
    start_desk()
    for secret in ("13812345678", "再也不见", ORDER):
        wait_until(lambda sought=secret: not found_in(tmp_path / "data", sought), f"no {secret}")


def found_in(folder, text):
    return any(holds(path, text) for path in folder.rglob("*") if path.is_file())


def holds(path, text):
    try:
        return text.encode() in path.read_bytes()
    except FileNotFoundError:
        # It has just been put in another's place: look again.
        return True
