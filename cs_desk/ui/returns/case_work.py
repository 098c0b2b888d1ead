"""What the agent does on the page of a case, carried out and stored before it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cs_desk.app.case_history_words import history_told
from cs_desk.app.ports import CopyFailure
from cs_desk.app.wording import copy_failure, trouble, with_facts
from cs_desk.domain.returns.masking import masked_text
from cs_desk.ui.words import trouble_shown, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.case_replies import CaseCopy
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.returns.kinds import Payer
    from cs_desk.ui.fittings import CaseDesk, Fittings
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.returns.case_page import CasePage


class CaseWork(QObject):
    """Works one case at a time.

    Signals:
        changed: The case was changed, and is stored.
        closed: It was closed.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, page: CasePage, fittings: Fittings, notices: NoticeBar) -> None:
        super().__init__(page)
        self._page = page
        self._fittings = fittings
        self._desk: CaseDesk = fittings.case_desk()
        self._notices = notices
        self._view: CaseView | None = None
        self._connect()

    @property
    def view(self) -> CaseView | None:
        """The case on the page; None if there is none."""
        return self._view

    def show(self, view: CaseView) -> None:
        """Show ``view`` on the page, with the replies of its current step filled from it."""
        self._view = view
        tone = self._fittings.settings.now.tone
        pinned = self._desk.replies.pinned(view, tone)
        now, days = self._fittings.clock.now(), self._desk.cases.retention_days
        self._page.show_case(view, pinned, now, retention_days=days)
        self._page.show_newer_checklist(self._desk.cases.is_outdated(view))

    def leave(self) -> None:
        """Show no case any more."""
        self._view = None

    # -- changes -----------------------------------------------------------------------------

    def _connect(self) -> None:
        page, cases = self._page, self._desk.cases
        page.ticked.connect(self._on_ticked)
        page.noted.connect(lambda text: self._do(partial(cases.note, text=text)))
        page.attached.connect(self._on_attached)
        page.evidence_removed.connect(self._on_removed)
        page.deadline_read.connect(self._on_deadline_read)
        page.deadline_dropped.connect(
            lambda step: self._do(partial(cases.drop_deadline, step_key=step))
        )
        page.line_overruled.connect(self._on_line)
        page.payer_overruled.connect(self._on_payer)
        page.reply_copied.connect(self._on_reply)
        page.close_requested.connect(self._on_close)
        page.withdraw_requested.connect(self._on_withdraw)
        page.reopen_requested.connect(lambda: self._do(cases.reopen))
        page.undo_requested.connect(self.undo)
        page.move_on_requested.connect(self._on_move_on)
        page.refused.connect(self._notices.warn)

    def _do(self, change: Callable[[str], CaseView]) -> bool:
        """Make a change of the case on the page and show it; return whether it was made."""
        if self._view is None:
            return False
        changed = None
        with trouble_shown(self._notices):
            changed = change(self._view.case.id)
        # If it could not be made, what was ticked on the page stands for nothing.
        self.show(changed or self._view)
        if changed is not None:
            self._notices.settle()
            self.changed.emit()
        return changed is not None

    @Slot(str, bool)
    def _on_ticked(self, check: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        cases = self._desk.cases
        self._do(partial(cases.tick if on else cases.untick, check_key=check))

    @Slot(list)
    def _on_attached(self, files: list[tuple[str, bytes]]) -> None:
        before = len(self._view.case.evidence) if self._view else 0
        for name, data in files:
            if not self._do(partial(self._desk.cases.attach, name=name, data=data)):
                return
        added = len(self._view.case.evidence) - before if self._view else 0
        if added:
            self._offer_undo(with_facts(self.tr("已添加 %1 份凭证"), str(added)))
        else:
            self._notices.say(self.tr("这份凭证已经有了"))

    @Slot(str)
    def _on_removed(self, digest: str) -> None:
        if self._do(partial(self._desk.cases.detach, digest=digest)):
            self._offer_undo(self.tr("已移除凭证"))

    @Slot(str, str)
    def _on_deadline_read(self, step: str, text: str) -> None:
        self._do(partial(self._desk.cases.read_deadline, step_key=step, text=text))

    @Slot(str, object)
    def _on_line(self, key: str, fen: int | None) -> None:
        self._do(partial(self._desk.cases.overrule_line, key=key, fen=fen))

    @Slot(object)
    def _on_payer(self, payer: Payer | None) -> None:
        self._do(partial(self._desk.cases.overrule_payer, payer=payer))

    @Slot()
    def _on_move_on(self) -> None:
        if self._do(self._desk.cases.move_on):
            self._offer_undo(self.tr("已改用新版清单"))

    @Slot()
    def undo(self) -> None:
        """Take back the last change of the case that was made here."""
        if self._view is not None:
            self._undo(self._view.case.id)

    def _undo(self, case_id: str) -> None:
        with trouble_shown(self._notices):
            view = self._desk.cases.undo(case_id)
            if self._view is not None and self._view.case.id == case_id:
                self.show(view)
            told = history_told(view.case.history[-1], words)
            self._notices.say(masked_text(told, view.case.nicks))
            self.changed.emit()

    def _offer_undo(self, told: str) -> None:
        # The case may have been left by the time that is asked for.
        if self._view is not None:
            undo = partial(self._undo, self._view.case.id)
            self._notices.offer(told, self.tr("撤销 Alt+Z"), undo)

    @Slot()
    def _on_close(self) -> None:
        view = self._view
        if view is None:
            return
        left = view.open_checks()
        if left:
            self._page.show_open_checks([check.key for check in left])
            told = self.tr("还有 %1 项必做没有勾选：%2")
            names = self.tr("、").join(check.title for check in left[:3])
            more = "…" if len(left) > 3 else ""
            self._notices.warn(with_facts(told, str(len(left)), names + more))
        elif self._do(self._desk.cases.close):
            self._offer_undo(with_facts(self.tr("已关闭退货单 %1"), view.case.id))
            self.closed.emit()

    @Slot()
    def _on_withdraw(self) -> None:
        if self._view is not None and self._do(self._desk.cases.withdraw):
            self._offer_undo(with_facts(self.tr("已作废退货单 %1"), self._view.case.id))
            self.closed.emit()

    # -- replies -----------------------------------------------------------------------------

    @Slot(str)
    def _on_reply(self, template: str) -> None:
        if self._view is not None:
            tone = self._fittings.settings.now.tone
            self._desk.replies.copy(self._view, template, tone, self._on_copied)

    def _on_copied(self, copy: CaseCopy) -> None:
        result, title = copy.report.result, copy.report.composition.template.title
        if result.failure is CopyFailure.SUPERSEDED:
            return
        if not result.copied:
            self._notices.warn(copy_failure(result, words))
            return
        if copy.unlogged is not None:
            told = with_facts(self.tr("已复制「%1」，但没能记到退货单里："), title)
            self._notices.warn(told + trouble(copy.unlogged, words), copy.unlogged)
            return
        self._notices.say(with_facts(self.tr("已复制「%1」，已记到退货单"), title))
        if copy.view is not None and self._view and copy.view.case.id == self._view.case.id:
            self.show(copy.view)
        self.changed.emit()
