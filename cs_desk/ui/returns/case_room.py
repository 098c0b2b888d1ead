"""The room 退货单: the worklist, the form, and the case that is open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.case_values import facts_from_buyer, values_of
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.ui.returns.case_export import CaseExport
from cs_desk.ui.returns.case_list import CaseList
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.ui.fittings import Fittings
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.returns.case_form import CaseForm
    from cs_desk.ui.returns.case_page import CasePage
    from cs_desk.ui.returns.case_work import CaseWork
    from cs_desk.ui.theme import Colours

# What only an open case or a form needs is built when the first one is opened.
# ruff: noqa: PLC0415


class CaseRoom(QWidget):
    """Lists return cases and works one at a time; every change is stored before it is shown.

    Signals:
        changed: A case was changed here.
        left: The agent wants to go back to the replies.
        checklist_requested: The supervisor's page is wanted.
        reply_requested: A reply, by its template's id, is to be shown in the room of replies,
            with what the case gives to it: placeholder name to value.
    """

    changed = Signal()
    left = Signal()
    checklist_requested = Signal()
    reply_requested = Signal(str, object)

    def __init__(
        self,
        fittings: Fittings,
        notices: NoticeBar,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fittings = fittings
        self._cases = fittings.case_desk().cases
        self._notices = notices
        self._colours = colours
        self._edited = ""
        self._known = CaseFacts()
        self._form: CaseForm | None = None
        self._page: CasePage | None = None
        self._work: CaseWork | None = None
        self.list = CaseList(fittings.icons, colours)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._export = CaseExport(fittings, notices, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        column.addWidget(self._export)
        self._connect_list()
        # Of the whole window while the room is on screen; behind it, the key is the other room's.
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.begin_case)

    # -- what the window asks for ------------------------------------------------------------

    def enter(self) -> None:
        """Show what is stored now, with the keyboard where the agent left it."""
        self.show_stored()
        shown = self._stack.currentWidget()
        if shown is self._page:
            self.page.focus()
        elif shown is self._form:
            self.form.focus()
        else:
            self.list.focus_search()

    def begin_case(self) -> None:
        """Show the form of a new case; what was typed there and not saved comes first."""
        if self._form is not None and not self._edited and self._form.has_changes():
            self._resume_form()
            told, afresh = self.tr("上次没有保存的内容还在"), self.tr("重新填 Alt+Z")
            self._notices.offer(told, afresh, self._begin_afresh)
        else:
            self._begin_afresh()

    def _begin_afresh(self) -> None:
        known = facts_from_buyer(self._fittings.desk.known_of_buyer(), self._fittings.clock.now())
        title = self.tr("新建退货单")
        self._fill_in("", known, title)
        if known != CaseFacts():
            empty = partial(self._fill_in, "", CaseFacts(), title)
            told = self.tr("已带入当前买家的资料")
            self._notices.offer(told, self.tr("清空 Alt+Z"), empty)

    def open_case(self, case_id: str) -> None:
        """Show a case on its page."""
        with trouble_shown(self._notices):
            view = self._cases.find(case_id)
            if view is not None:
                self._notices.hide()
                self.work.show(view)
                self._stack.setCurrentWidget(self.page)
                self.page.focus()

    def show_stored(self) -> None:
        """Show the cases as they are stored now; another process may have changed them."""
        with trouble_shown(self._notices):
            self._list_stored()
            shown = self._work.view if self._work else None
            if shown is None:
                return
            view = self._cases.find(shown.case.id)
            if view is None:
                self._go_to_list()
            else:
                # The checklist may be a newer one, though the case is the same.
                self.work.show(view)

    def refresh(self) -> None:
        """Tell anew how much time is left."""
        now = self._fittings.clock.now()
        self.list.refresh(now)
        if self._work is not None and self._work.view is not None:
            self.page.refresh(now)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        for part in (self.list, self._form, self._page):
            if part is not None:
                part.set_colours(colours)

    @property
    def form(self) -> CaseForm:
        """The form of a case's facts; built when it is first asked for."""
        return self._form or self._built_form()

    @property
    def page(self) -> CasePage:
        """The page of one case; built when it is first asked for."""
        return self._page or self._built_page()

    @property
    def work(self) -> CaseWork:
        """What is done on the page."""
        return self._work or self._built_work()

    # -- building ----------------------------------------------------------------------------

    def _connect_list(self) -> None:
        self.list.case_chosen.connect(self.open_case)
        self.list.new_requested.connect(self.begin_case)
        self.list.left.connect(self.left)
        self.list.checklist_requested.connect(self.checklist_requested)
        self.list.handover_requested.connect(self._export.hand_over)
        self.list.export_requested.connect(self._export.save_table)

    def _built_form(self) -> CaseForm:
        from cs_desk.ui.returns.case_form import CaseForm

        form = self._form = CaseForm(self._fittings.icons, self._colours, self._fittings.clock)
        form.submitted.connect(self._on_submitted)
        form.left.connect(self._on_left)
        form.order_typed.connect(self._on_order_typed)
        form.case_chosen.connect(self.open_case)
        self._stack.addWidget(form)
        return form

    def _built_page(self) -> CasePage:
        from cs_desk.ui.returns.case_page import CasePage

        page = self._page = CasePage(self._fittings.icons, self._colours, self._cases.evidence)
        page.left.connect(self._on_left)
        page.edit_requested.connect(self._on_edit)
        page.reply_opened.connect(self._on_reply_opened)
        page.export_requested.connect(self._on_export)
        self._stack.addWidget(page)
        return page

    def _built_work(self) -> CaseWork:
        from cs_desk.ui.returns.case_work import CaseWork

        work = self._work = CaseWork(self.page, self._fittings, self._notices)
        work.changed.connect(self.changed)
        work.changed.connect(self._on_changed)
        work.closed.connect(self._go_to_list)
        return work

    # -- the form ----------------------------------------------------------------------------

    def _fill_in(self, case_id: str, facts: CaseFacts, title: str) -> None:
        self._edited = case_id
        conditions = self._cases.checklists.current.conditions
        self.form.offer_categories([each.category for each in conditions if each.category])
        self.form.begin(facts, title)
        # As the form reads itself: a day that it shows without seconds was not changed by that.
        self._known = self.form.facts() or facts
        self._stack.setCurrentWidget(self.form)
        self.form.focus()

    @Slot()
    def _on_edit(self) -> None:
        view = self.work.view
        if view is not None:
            self._fill_in(view.case.id, view.case.facts, self.tr("编辑退货单"))

    @Slot(str)
    def _on_reply_opened(self, template_id: str) -> None:
        view = self.work.view
        if view is not None:
            given = values_of(view, self._fittings.clock.now())
            self.reply_requested.emit(template_id, given)

    @Slot(str)
    def _on_order_typed(self, order: str) -> None:
        found = self._cases.open_with_order(order)
        if found is not None and found.id != self._edited:
            self.form.show_duplicate(found.id)

    @Slot(object)
    def _on_submitted(self, facts: CaseFacts) -> None:
        with trouble_shown(self._notices):
            if self._edited:
                view = self._cases.set_facts(self._edited, facts, known=self._known)
                self._show_saved(view)
            elif held := self._cases.open_with_order(facts.order):
                self.form.show_duplicate(held.id)
                told = with_facts(self.tr("这个订单已有退货单 %1，没有另开"), held.id)
                self._notices.offer(told, self.tr("照样新建 Alt+Z"), partial(self._open_new, facts))
            else:
                self._open_new(facts)

    def _open_new(self, facts: CaseFacts) -> None:
        with trouble_shown(self._notices):
            shop = self._fittings.shops.current_id
            self._show_saved(self._cases.open(replace(facts, shop=shop)))

    def _show_saved(self, view: CaseView) -> None:
        # What it shows is saved: nothing there is worth keeping.
        self.form.begin(CaseFacts(), "")
        self.changed.emit()
        self.open_case(view.case.id)

    def _list_stored(self) -> None:
        self.list.show_cases(self._cases.summaries(), self._fittings.clock.now())

    @Slot()
    def _on_changed(self) -> None:
        if self._stack.currentWidget() is self.list:
            self._list_stored()

    # -- leaving -----------------------------------------------------------------------------

    @Slot()
    def _on_left(self) -> None:
        if self._stack.currentWidget() is self._form:
            self._leave_form()
        else:
            self._go_to_list()

    def _leave_form(self) -> None:
        unsaved = self.form.has_changes()
        if self._edited:
            self.open_case(self._edited)
        else:
            self._go_to_list()
        if unsaved:
            told, back = self.tr("没有保存填好的内容"), self.tr("继续填 Alt+Z")
            self._notices.offer(told, back, self._resume_form)

    def _resume_form(self) -> None:
        # Nothing was put in place of what was typed since.
        self._stack.setCurrentWidget(self.form)
        self.form.focus()

    def _go_to_list(self) -> None:
        if self._work is not None:
            self._work.leave()
        self._notices.settle()
        self._list_stored()
        self._stack.setCurrentWidget(self.list)
        self.list.focus_search()

    @Slot(str)
    def _on_export(self, kind: str) -> None:
        view: CaseView | None = self.work.view
        if view is not None:
            self._export.save_case(view, kind)
