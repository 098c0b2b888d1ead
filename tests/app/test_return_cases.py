"""Working cases at the desk: numbers, storing, undo, and cases that others change meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cs_desk.domain.errors import CaseRefusedError, Sentence, StoreFailedError
from cs_desk.domain.returns.kinds import Anchor, CaseStatus, Outcome, Reason
from cs_desk.domain.returns.return_case import Act, CaseFacts
from cs_desk.domain.template import ReplyTemplate
from tests.fake_cases import BUNDLED, InMemoryCaseStore, InMemoryChecklistStore, return_cases
from tests.fakes import FixedClock

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=8)))
FACTS = CaseFacts(order="4210000000000000001", buyer="小鱼小鱼", reason=Reason.UNSUIT)
TEMPLATE = ReplyTemplate(id="t1", title="退货步骤", body="亲")


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def store():
    return InMemoryCaseStore()


@pytest.fixture
def cases(clock, store):
    return return_cases(clock, store)


def test_cases_are_numbered_by_the_day(cases, clock):
    numbers = [cases.open(FACTS).case.id for _ in range(2)]
    clock.advance(timedelta(days=1))
    assert [*numbers, cases.open(FACTS).case.id] == ["R261122-001", "R261122-002", "R261123-001"]


def test_an_open_case_is_found_by_its_order_and_a_closed_one_is_not(cases):
    shown = cases.open(FACTS)
    assert cases.open_with_order(FACTS.order).id == shown.case.id
    close(cases, shown)
    assert cases.open_with_order(FACTS.order) is None


def test_cases_without_an_order_number_are_no_duplicates(cases):
    cases.open(replace(FACTS, order=""))
    assert cases.open_with_order("") is None


@pytest.mark.parametrize("act", ["tick", "note", "close", "undo", "attach"])
def test_an_unknown_case_is_refused_by_its_number(cases, act):
    arguments = {"tick": ["x"], "note": ["x"], "attach": ["x.png", b"x"]}.get(act, [])
    with pytest.raises(CaseRefusedError, match=r"R000000-000|没有可以撤销"):
        getattr(cases, act)("R000000-000", *arguments)


def test_what_could_not_be_stored_did_not_happen(cases, store):
    shown = cases.open(FACTS)
    store.refusal = StoreFailedError(Sentence("磁盘已满"), outcome_known=True)
    with pytest.raises(StoreFailedError):
        cases.tick(shown.case.id, "signed_date")
    store.refusal = None
    assert cases.find(shown.case.id) == shown
    with pytest.raises(CaseRefusedError, match="没有可以撤销"):
        cases.undo(shown.case.id)


def test_changes_are_taken_back_one_by_one_and_the_history_keeps_them(cases):
    shown = cases.open(FACTS)
    number = shown.case.id
    cases.tick(number, "signed_date")
    cases.note(number, "备注")
    assert cases.undo(number).case.notes == ()
    back = cases.undo(number)
    assert back.case.ticks == {}
    acts = [line.act for line in back.case.history]
    assert acts == [Act.OPENED, Act.TICKED, Act.NOTED, Act.UNDONE, Act.UNDONE]
    with pytest.raises(CaseRefusedError, match="没有可以撤销"):
        cases.undo(number)


def test_what_another_hand_did_meanwhile_is_not_taken_back(clock, store):
    checklists = InMemoryChecklistStore()
    cases = return_cases(clock, store, checklists=checklists)
    other = return_cases(clock, store, author="阿云", checklists=checklists)
    number = cases.open(FACTS).case.id
    cases.tick(number, "signed_date")
    other.note(number, "别处写的")
    with pytest.raises(CaseRefusedError, match="别处改过"):
        cases.undo(number)
    assert store.cases[number].notes[0].by == "阿云"


def test_a_logged_reply_stays_when_an_earlier_change_is_taken_back(cases):
    number = cases.open(FACTS).case.id
    cases.tick(number, "signed_date")
    cases.log_reply(number, TEMPLATE, "亲，退货步骤如下")
    back = cases.undo(number)
    assert back.case.ticks == {}
    assert [reply.title for reply in back.case.replies] == ["退货步骤"]


def test_a_reply_is_logged_masked_and_with_the_hash_of_what_was_sent(cases):
    number = cases.open(FACTS).case.id
    text = "小鱼小鱼您好，请打13800138000"
    reply = cases.log_reply(number, TEMPLATE, text).case.replies[0]
    assert "13800138000" not in reply.text
    assert "小鱼小鱼" not in reply.text
    assert len(reply.sha256) == 64


def test_a_nick_that_was_taken_back_stays_masked(cases):
    number = cases.open(FACTS).case.id
    cases.tick(number, "signed_date")
    cases.set_facts(number, replace(FACTS, buyer="别人的昵称"))
    assert cases.undo(number).case.nicks == ("小鱼小鱼", "别人的昵称")
    assert cases.undo(number).case.ticks == {}


def test_evidence_is_kept_by_its_hash_with_the_step_it_belongs_to(cases):
    number = cases.open(FACTS).case.id
    (held,) = cases.attach(number, "照片.png", b"picture").case.evidence
    assert (held.name, held.size, held.step) == ("照片.png", 7, "conditions")
    assert cases.evidence(held.sha256) == b"picture"


def test_a_case_keeps_the_checklist_it_began_with_and_can_move_on(cases):
    number = cases.open(FACTS).case.id
    steps = (replace(BUNDLED.steps[0], checks=BUNDLED.steps[0].checks[:1]), *BUNDLED.steps[1:])
    newer = cases.checklists.change(replace(BUNDLED, steps=steps))
    shown = cases.find(number)
    assert shown.checklist == BUNDLED
    assert cases.is_outdated(shown)
    moved = cases.move_on(number)
    assert moved.checklist == newer
    assert not cases.is_outdated(moved)
    assert cases.undo(number).checklist == BUNDLED


def test_a_countdown_is_read_and_nonsense_is_refused(cases):
    number = cases.open(FACTS).case.id
    shown = cases.read_deadline(number, "review", "剩余1天3小时20分")
    assert shown.step("review").deadline.at == NOW + timedelta(days=1, hours=3, minutes=20)
    with pytest.raises(CaseRefusedError, match="没看懂"):
        cases.read_deadline(number, "review", "亲在吗")


def test_what_others_changed_while_a_form_was_open_stays(cases):
    number = cases.open(FACTS).case.id
    known = cases.case(number).case.facts
    cases.set_facts(number, replace(known, outcome=Outcome.EXCHANGE, paid=5_000))
    shown = cases.set_facts(number, replace(known, spec="米白 M"), known=known)
    facts = shown.case.facts
    assert (facts.spec, facts.outcome, facts.paid) == ("米白 M", Outcome.EXCHANGE, 5_000)


def test_the_summary_follows_every_change(cases):
    number = cases.open(FACTS).case.id
    signed = {Anchor.SIGNED: NOW - timedelta(days=1)}
    cases.set_facts(number, replace(FACTS, item="针织衫", moments=signed))
    summary = cases.summaries()[number]
    assert (summary.item, summary.status, summary.step) == (
        "针织衫",
        CaseStatus.OPEN,
        "conditions",
    )
    assert summary.due is not None


def close(cases, shown):
    while shown.open_checks():
        shown = cases.tick(shown.case.id, shown.open_checks()[0].key)
    return cases.close(shown.case.id)


class Working(RuleBasedStateMachine):
    """Ticks, notes, undo, closing and reopening in any order, beside a plain model."""

    @initialize(reason=st.sampled_from(Reason), outcome=st.sampled_from(Outcome))
    def begin(self, reason, outcome):
        self.cases = return_cases(FixedClock(NOW))
        facts = CaseFacts(reason=reason, outcome=outcome)
        self.number = self.cases.open(facts).case.id
        self.keys = [c.check.key for s in self.shown.steps if s.status != "na" for c in s.checks]
        self.ticked: set[str] = set()
        self.open = True
        self.earlier: list[tuple[set[str], bool]] = []
        self.lines = len(self.shown.case.history)

    @property
    def shown(self):
        return self.cases.find(self.number)

    def remember(self):
        self.earlier.append((set(self.ticked), self.open))

    @precondition(lambda self: self.open)
    @rule(data=st.data())
    def tick(self, data):
        key = data.draw(st.sampled_from(self.keys))
        if key not in self.ticked:
            self.remember()
        self.cases.tick(self.number, key)
        self.ticked.add(key)

    @precondition(lambda self: self.open and self.ticked)
    @rule(data=st.data())
    def untick(self, data):
        self.remember()
        key = data.draw(st.sampled_from(sorted(self.ticked)))
        self.cases.untick(self.number, key)
        self.ticked.remove(key)

    @precondition(lambda self: self.earlier)
    @rule()
    def undo(self):
        self.cases.undo(self.number)
        self.ticked, self.open = self.earlier.pop()

    @precondition(lambda self: self.open)
    @rule()
    def close(self):
        left = self.shown.open_checks()
        if left:
            with pytest.raises(CaseRefusedError) as refused:
                self.cases.close(self.number)
            assert refused.value.checks == tuple(check.title for check in left)
        else:
            self.remember()
            self.cases.close(self.number)
            self.open = False

    @precondition(lambda self: self.open)
    @rule()
    def tick_all_that_is_open(self):
        for check in self.shown.open_checks():
            self.remember()
            self.cases.tick(self.number, check.key)
            self.ticked.add(check.key)

    @precondition(lambda self: not self.open)
    @rule()
    def reopen(self):
        self.remember()
        self.cases.reopen(self.number)
        self.open = True

    @invariant()
    def the_case_is_what_was_done_to_it(self):
        case = self.shown.case
        assert set(case.ticks) == self.ticked
        assert case.status is (CaseStatus.OPEN if self.open else CaseStatus.CLOSED)

    @invariant()
    def the_history_only_grows(self):
        lines = len(self.shown.case.history)
        assert lines >= self.lines
        self.lines = lines

    @invariant()
    def a_closed_case_left_nothing_open(self):
        assert self.open or not self.shown.open_checks()


TestWorking = Working.TestCase
TestWorking.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
