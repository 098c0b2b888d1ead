"""Working return cases: open, tick, note, overrule, attach, close, reopen, and take back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.returns import changes
from cs_desk.domain.returns.changes import Hand
from cs_desk.domain.returns.countdown import read_countdown
from cs_desk.domain.returns.fact_edits import rebased
from cs_desk.domain.returns.kinds import CaseStatus
from cs_desk.domain.returns.masking import masked_text
from cs_desk.domain.returns.progress import summary_of, view_of
from cs_desk.domain.returns.return_case import Evidence, SentReply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from cs_desk.app.case_ports import CaseStore, EvidenceStore
    from cs_desk.app.checklists import Checklists
    from cs_desk.app.ports import Clock
    from cs_desk.domain.returns.case_summary import CaseSummary
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.returns.kinds import Payer
    from cs_desk.domain.returns.return_case import CaseFacts, ReturnCase
    from cs_desk.domain.template import ReplyTemplate

    Change = Callable[[CaseView, Hand], ReturnCase]

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class CaseMeans:
    """What return cases are worked with, chosen where the program is put together.

    Attributes:
        store: The cases.
        evidence: What was attached to them.
        clock: The time.
        author: Returns who works here, as the history names them.
        transaction: Makes every change inside one change, or none.
        retention_days: How long a closed case is kept.
    """

    store: CaseStore
    evidence: EvidenceStore
    clock: Clock
    author: Callable[[], str]
    transaction: Callable[[], AbstractContextManager[None]]
    retention_days: Callable[[], int]


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of a case that can be taken back."""

    before: ReturnCase
    after: ReturnCase


class ReturnCases:
    """The return cases of one desk; every method that changes one has stored it on return.

    They raise CaseRefusedError where a case does not allow what is asked, or is unknown;
    DeskBusyError and StoreFailedError where it cannot be stored. Then nothing was changed.

    Attributes:
        checklists: The checklist that new cases are worked by, and older versions of it.
    """

    def __init__(self, checklists: Checklists, means: CaseMeans) -> None:
        self.checklists = checklists
        self._means = means
        self._taken: dict[str, list[_Step]] = {}

    @property
    def retention_days(self) -> int:
        """How long a closed case is kept."""
        return self._means.retention_days()

    def transaction(self) -> AbstractContextManager[None]:
        """Make every change inside one change, or none; nobody else changes anything meanwhile."""
        return self._means.transaction()

    # -- looking -----------------------------------------------------------------------------

    def summaries(self) -> Mapping[str, CaseSummary]:
        """Return what the worklist shows of every case, keyed by its id."""
        return self._means.store.summaries()

    def find(self, case_id: str) -> CaseView | None:
        """Return a case with what follows from it; None if there is none with this id."""
        case = self._means.store.load(case_id)
        return self._view(case) if case else None

    def case(self, case_id: str) -> CaseView:
        """Return a case that has to be there."""
        view = self.find(case_id)
        if view is None:
            raise CaseRefusedError(Sentence("没有退货单「%1」", (case_id,)))
        return view

    def open_with_order(self, order: str) -> CaseSummary | None:
        """Return an open case with this order number; None without one."""
        found = (s for s in self.summaries().values() if s.status is CaseStatus.OPEN)
        return next((s for s in found if order and s.order == order), None)

    def is_outdated(self, view: CaseView) -> bool:
        """Return whether new cases are worked by another checklist than this one."""
        return view.checklist.version != self.checklists.current.version

    def evidence(self, digest: str) -> bytes | None:
        """Return what was attached; None if it is not there, or not what it was."""
        return self._means.evidence.read(digest)

    # -- working -----------------------------------------------------------------------------

    def open(self, facts: CaseFacts) -> CaseView:
        """Open a case."""
        with self._means.transaction():
            checklist = self.checklists.begin()
            hand = self._hand()
            case = changes.opened(self._next_id(hand), facts, checklist, hand)
            return self._stored(case)

    def tick(self, case_id: str, check_key: str) -> CaseView:
        """Tick a check."""
        return self._change(case_id, lambda view, hand: changes.ticked(view, check_key, hand))

    def untick(self, case_id: str, check_key: str) -> CaseView:
        """Take a tick away."""
        return self._change(case_id, lambda view, hand: changes.unticked(view, check_key, hand))

    def note(self, case_id: str, text: str) -> CaseView:
        """Write a note down."""
        return self._change(case_id, lambda view, hand: changes.noted(view.case, text, hand))

    def set_facts(
        self, case_id: str, facts: CaseFacts, *, known: CaseFacts | None = None
    ) -> CaseView:
        """Put other facts of the order.

        Args:
            case_id: The case.
            facts: The facts as they are to be.
            known: As they were when somebody began to change them; what is no other there stays
                as it is stored now, whoever changed that meanwhile. None if nobody could.
        """

        def change(view: CaseView, hand: Hand) -> ReturnCase:
            stored = view.case.facts
            wanted = facts if known is None else rebased(stored, known, facts)
            return changes.with_facts(view.case, wanted, hand)

        return self._change(case_id, change)

    def read_deadline(self, case_id: str, step_key: str, text: str) -> CaseView:
        """Take over a step's deadline from 千牛's countdown, as it was copied or typed."""
        at = read_countdown(text, self._means.clock.now())
        if at is None:
            raise CaseRefusedError(Sentence("没看懂这个倒计时，请写成“剩余1天3小时20分”"))
        return self._change(
            case_id, lambda view, hand: changes.deadline_read(view, step_key, at, hand)
        )

    def drop_deadline(self, case_id: str, step_key: str) -> CaseView:
        """Go back to the deadline that the rules give."""
        return self._change(
            case_id, lambda view, hand: changes.deadline_dropped(view, step_key, hand)
        )

    def overrule_payer(self, case_id: str, payer: Payer | None) -> CaseView:
        """Say who pays the freight; None goes back to the rules."""
        return self._change(
            case_id, lambda view, hand: changes.payer_overruled(view.case, payer, hand)
        )

    def overrule_line(self, case_id: str, key: str, fen: int | None) -> CaseView:
        """Put an amount, in 分, on a line of the refund; None goes back to the rules."""
        return self._change(
            case_id, lambda view, hand: changes.line_overruled(view, key, fen, hand)
        )

    def attach(self, case_id: str, name: str, data: bytes) -> CaseView:
        """Attach a picture or another file."""
        self.case(case_id)
        kept, short = self._means.evidence.keep(data), name[-_LONGEST_NAME:]

        def change(view: CaseView, hand: Hand) -> ReturnCase:
            held = Evidence(kept, short, len(data), hand.by, hand.at, view.current)
            return changes.attached(view.case, held)

        return self._change(case_id, change)

    def detach(self, case_id: str, digest: str) -> CaseView:
        """Take an attached file away; its content is deleted when it has been kept long enough."""
        return self._change(case_id, lambda view, hand: changes.detached(view.case, digest, hand))

    def log_reply(self, case_id: str, template: ReplyTemplate, text: str) -> CaseView:
        """Write down that a reply was copied; that cannot be taken back.

        Kept are the text with personal data masked, and the hash of what was copied.
        """
        with self._means.transaction():
            case = self.case(case_id).case
            reply = SentReply(
                template=template.id,
                title=template.title,
                text=masked_text(text, names=case.nicks),
                sha256=sha256(text.encode()).hexdigest(),
                by=self._means.author(),
                at=self._means.clock.now(),
            )
            return self._stored(changes.replied(case, reply))

    def close(self, case_id: str) -> CaseView:
        """Close a case whose mandatory checks are all ticked."""
        return self._change(case_id, changes.closed)

    def withdraw(self, case_id: str) -> CaseView:
        """Close a case that was opened by mistake, or that the buyer gave up."""
        return self._change(case_id, lambda view, hand: changes.withdrawn(view.case, hand))

    def reopen(self, case_id: str) -> CaseView:
        """Open a closed case again."""
        return self._change(case_id, lambda view, hand: changes.reopened(view.case, hand))

    def move_on(self, case_id: str) -> CaseView:
        """Work a case by the checklist that new cases are worked by."""
        checklist = self.checklists.begin()
        return self._change(
            case_id, lambda view, hand: changes.moved_on(view.case, checklist, hand)
        )

    def undo(self, case_id: str) -> CaseView:
        """Take back the last change that was made here."""
        with self._means.transaction():
            steps = self._taken.get(case_id)
            if not steps:
                raise CaseRefusedError(Sentence("没有可以撤销的操作"))
            case, step = self.case(case_id).case, steps[-1]
            if _state(case) != _state(step.after):
                raise CaseRefusedError(Sentence("这张退货单刚在别处改过，不能撤销"))
            view = self._stored(changes.undone(case, step.before, self._hand()))
        steps.pop()
        return view

    # -- inside ------------------------------------------------------------------------------

    def _change(self, case_id: str, change: Change) -> CaseView:
        with self._means.transaction():
            view = self.case(case_id)
            after = change(view, self._hand())
            if after is view.case:
                return view
            changed = self._stored(after)
        self._taken.setdefault(case_id, []).append(_Step(view.case, after))
        return changed

    def _stored(self, case: ReturnCase) -> CaseView:
        view = self._view(case)
        self._means.store.save(case, summary_of(view))
        return view

    def _view(self, case: ReturnCase) -> CaseView:
        checklist = self.checklists.version(case.checklist)
        # A version that was lost with a damaged row must not make its cases unreadable.
        known = checklist or self.checklists.current
        return view_of(case, known, self._means.retention_days())

    def _hand(self) -> Hand:
        return Hand(self._means.author(), self._means.clock.now())

    def _next_id(self, hand: Hand) -> str:
        """Return the number after the highest of today: ``R261122-003``."""
        today = f"R{hand.at:%y%m%d}-"
        taken = (key.removeprefix(today) for key in self.summaries() if key.startswith(today))
        last = max((int(number) for number in taken if number.isdecimal()), default=0)
        return f"{today}{last + 1:03}"


def _state(case: ReturnCase) -> ReturnCase:
    """Return the case without what only ever grows."""
    return replace(case, history=(), replies=(), former_buyers=())
