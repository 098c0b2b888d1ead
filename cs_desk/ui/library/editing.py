"""One reply at a time: what is typed is kept as a draft, saved, or given up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cs_desk.app.wording import with_facts
from cs_desk.ui.words import StandingTrouble, trouble_shown

if TYPE_CHECKING:
    from cs_desk.app.library_desk import LibraryDesk
    from cs_desk.domain.template import ReplyTemplate
    from cs_desk.ui.library.template_editor import TemplateEditor
    from cs_desk.ui.notice_bar import NoticeBar

_REST_MS = 500
# Who types a long text without a rest loses no more than this.
_LONGEST_MS = 2000
# After a failure; what is typed is still on screen.
_RETRY_MS = 3000


class Editing(QObject):
    """Stands between the editor and the desk, so that nothing typed is lost.

    Args:
        desk: Where replies and drafts are stored.
        editor: Where they are typed.
        notices: Where outcomes are said.
        parent: The window.

    Signals:
        marked: The id of a reply, and whether there is something unsaved of it.
        fresh_kept: A new reply has its first draft; it belongs into the list now.
        saved: The reply as it is stored now.
        given_up: The id of the reply that is as it is stored again.
    """

    marked = Signal(str, bool)
    fresh_kept = Signal()
    saved = Signal(object)
    given_up = Signal(str)

    def __init__(
        self, desk: LibraryDesk, editor: TemplateEditor, notices: NoticeBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._notices = notices
        self._trouble = StandingTrouble(notices)
        self._stored: ReplyTemplate | None = None
        self._begun: ReplyTemplate | None = None
        self._rev = 1
        self._unkept = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.keep)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(_LONGEST_MS)
        self._longest.timeout.connect(self.keep)
        editor.edited.connect(self._on_edited)
        editor.save_asked.connect(self.save)
        editor.give_up_asked.connect(self.give_up)
        editor.keep_mine_asked.connect(self._on_keep_mine)
        editor.tone_removed.connect(self._on_tone_removed)

    @property
    def open_id(self) -> str:
        """The id of the reply that is open; empty while none is."""
        return self._begun.id if self._begun is not None else ""

    def is_unlisted(self) -> bool:
        """Return whether a new reply is open of which nothing is kept yet."""
        return self._begun is not None and self._stored is None and not self._is_unsaved()

    def open(self, stored: ReplyTemplate | None, draft: ReplyTemplate | None) -> None:
        """Show a reply as it is typed, or else as it is stored; keep what was typed before.

        Args:
            stored: The reply; None if it is not stored yet.
            draft: What was typed of it and not saved.
        """
        self.keep()
        shown = draft or stored
        if shown is None:
            return
        self._stored = stored
        self._begun = shown
        self._rev = shown.rev
        self._editor.show_template(shown)
        self._show_state()

    def close(self) -> None:
        """Keep what was typed; no reply is open from now on."""
        self.keep()
        self._stored = self._begun = None

    def take(self, stored: ReplyTemplate | None, draft: ReplyTemplate | None) -> None:
        """Take in how the open reply is stored and drafted now; what is just typed stays."""
        if self._begun is None:
            return
        self._stored = stored
        kept = draft or stored
        if kept is not None and not self._unkept:
            if kept != self._typed():
                self._begun = kept
                self._editor.show_template(kept)
            self._rev = kept.rev
        self._show_state()

    @Slot()
    def keep(self) -> None:
        """Keep what is typed as a draft, or let go of the draft if it is as stored again."""
        self._rest.stop()
        self._longest.stop()
        typed = self._typed()
        if typed is None or not self._unkept:
            return
        unsaved = self._is_unsaved()
        self._rest.start(_RETRY_MS)
        with self._trouble.shown():
            is_new = self._stored is None and typed.id not in self._desk.drafts()
            if unsaved:
                self._desk.keep_draft(typed)
            else:
                self._desk.forget_draft(typed.id)
            self._unkept = False
            self._rest.stop()
            self.marked.emit(typed.id, unsaved)
            if unsaved and is_new:
                self.fresh_kept.emit()

    @Slot()
    def save(self) -> None:
        """Save what is typed."""
        typed = self._typed()
        if typed is None:
            return
        if fault := self._editor.fault():
            self._notices.warn(with_facts(self.tr("没有保存：%1。"), fault))
            self._editor.say(fault)
            return
        # If it cannot be saved, it is kept as a draft at least.
        self.keep()
        with trouble_shown(self._notices):
            stored = self._desk.save(typed)
            self._settle(stored)
            self.saved.emit(stored)

    @Slot()
    def give_up(self) -> None:
        """Show the reply as it is stored again, and offer to take that back."""
        typed = self._typed()
        if typed is None or not self._is_unsaved():
            return
        with trouble_shown(self._notices):
            self._desk.forget_draft(typed.id)
            self._settle(self._stored)
            self.given_up.emit(typed.id)
            self._notices.offer(
                with_facts(self.tr("已放弃「%1」的修改"), typed.title),
                self.tr("撤销"),
                partial(self.bring_back, typed),
            )

    def bring_back(self, draft: ReplyTemplate) -> None:
        """Keep a draft that was given up, and have its reply shown with it."""
        with trouble_shown(self._notices):
            self._desk.keep_draft(draft)
            stored = next((t for t in self._desk.library.templates if t.id == draft.id), None)
            self.open(stored, draft)
            self.fresh_kept.emit()

    # -- inside ------------------------------------------------------------------------------

    def _settle(self, stored: ReplyTemplate | None) -> None:
        """Go on with a reply as it is stored, with nothing unsaved; None if there is none."""
        self._rest.stop()
        self._unkept = False
        self._stored = self._begun = stored
        if stored is not None:
            self._rev = stored.rev
            self._editor.show_template(stored)
        self._show_state()

    def _typed(self) -> ReplyTemplate | None:
        """Return what is typed, as made from the revision that it was made from."""
        typed = self._editor.template()
        if self._begun is None or typed is None:
            return None
        return replace(typed, rev=self._rev)

    def _is_unsaved(self) -> bool:
        typed = self._typed()
        if typed is None:
            return False
        if self._stored is None:
            # A new reply in which nothing was typed is nothing to keep.
            return bool(typed.title or typed.body or typed.code or typed.tags or typed.note)
        return replace(typed, rev=self._stored.rev) != self._stored

    def _show_state(self) -> None:
        stored = self._stored
        unsaved = self._is_unsaved()
        outdated = unsaved and stored is not None and stored.rev > self._rev
        self._editor.show_state(unsaved=unsaved, stored=stored is not None, outdated=outdated)

    @Slot()
    def _on_edited(self) -> None:
        self._unkept = True
        self._rest.start(_REST_MS)
        if not self._longest.isActive():
            self._longest.start()
        self._show_state()

    @Slot()
    def _on_keep_mine(self) -> None:
        if self._stored is not None:
            self._rev = self._stored.rev
            self._on_edited()

    @Slot(object)
    def _on_tone_removed(self, before: ReplyTemplate) -> None:
        self._notices.offer(
            self.tr("已去掉一种语气"), self.tr("撤销"), partial(self._put_back, before)
        )

    def _put_back(self, before: ReplyTemplate) -> None:
        if self.open_id == before.id:
            self._begun = replace(before, rev=self._rev)
            self._editor.show_template(self._begun)
            self._on_edited()
