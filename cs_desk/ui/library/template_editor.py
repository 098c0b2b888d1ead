"""The third column: everything of one reply, what is odd about it, and how it will read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cs_desk.domain.placeholder_syntax import diagnose
from cs_desk.ui.library.body_editor import BodyEditor
from cs_desk.ui.library.body_preview import BodyPreview
from cs_desk.ui.library.diagnosis_list import DiagnosisList
from cs_desk.ui.library.name_search import NameSearch
from cs_desk.ui.library.template_fields import TemplateFields
from cs_desk.ui.library.tone_tabs import ToneTabs
from cs_desk.ui.library.tones import Tones
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
    from cs_desk.ui.library.library_fittings import LibraryFittings

# Diagnoses and preview of a long text take longer than the time between two keys may.
_REST_MS = 120
_LOWEST_BODY = GRID * 20
_LOW = GRID * 150
_INCLUDE = "片段"


class TemplateEditor(QWidget):
    """Edits one reply; what is typed is no more than typed until somebody saves it.

    Signals:
        edited: Something of the reply is another one.
        save_asked: What is typed is to be saved.
        give_up_asked: It is to be as it is stored again.
        keep_mine_asked: It is to replace what somebody else stored meanwhile.
        define_asked: A name is to be defined for the whole library.
        tone_removed: The reply as it was before a tone was taken away.
    """

    edited = Signal()
    save_asked = Signal()
    give_up_asked = Signal()
    keep_mine_asked = Signal()
    define_asked = Signal(str)
    tone_removed = Signal(object)

    def __init__(self, given: LibraryFittings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: ReplyTemplate | None = None
        self._tones: Tones | None = None
        self._library: TemplateLibrary | None = None
        self._silent = False
        self._odd = 0
        self.fields = TemplateFields()
        self._tabs = ToneTabs()
        self.body = BodyEditor(given.colours, NameSearch(given.readings))
        self.diagnoses = DiagnosisList()
        self.preview = BodyPreview(given.reply_desk, given.shops, given.colours)
        self._state = plain_label("muted", wrapped=True)
        self._outdated = plain_label("note", wrapped=True)
        self._keep_mine = QPushButton(self.tr("用我的"))
        self._save = QPushButton(self.tr("保存  Ctrl+S"))
        self._give_up = QPushButton(self.tr("放弃修改"))
        self._rest = QTimer(self)
        self._build()
        self._connect()

    def show_library(self, library: TemplateLibrary, groups: tuple[str, ...]) -> None:
        """Offer and check by what is in the library now."""
        self._library = library
        self.fields.offer_groups(groups)
        names = [placeholder.name for placeholder in library.placeholders]
        self.body.completion.offer_from(names, [t.title for t in library.templates])
        self.preview.show_shops()
        if self._template is not None:
            self._look()

    def show_template(self, template: ReplyTemplate) -> None:
        """Show a reply; its own tone is open, or the same one as before if it is the same."""
        same = self._template is not None and self._template.id == template.id
        self._template = template
        self._tones = Tones.of(template)
        self._silent = True
        self.fields.show_template(template)
        place = min(self._tabs.place(), len(self._tones.variants) - 1) if same else 0
        self._open_tone(place)
        self._silent = False
        self._look()

    def template(self) -> ReplyTemplate | None:
        """Return the reply as it is typed; None while none is shown."""
        if self._template is None or self._tones is None:
            return None
        return self._tones.applied_to(self.fields.applied_to(self._template))

    def fault(self) -> str:
        """Return in words why the reply cannot be saved as it is; empty if it can."""
        typed = self.template()
        if typed is None or self._tones is None:
            return ""
        if not typed.title:
            return self.tr("还没有标题")
        if not all(variant.body.strip() for variant in self._tones.variants):
            return self.tr("内容是空的")
        if not self._tones.has_clear_names():
            return self.tr("每种语气要有自己的名称")
        return ""

    def oddities(self) -> int:
        """Return how much is odd about the texts of all tones, as far as they were looked at."""
        return self._odd

    def show_state(self, *, unsaved: bool, stored: bool, outdated: bool) -> None:
        """Say what is not saved.

        Args:
            unsaved: Whether what is typed differs from what is stored.
            stored: Whether the reply is stored at all.
            outdated: Whether somebody else stored another version meanwhile.
        """
        told = self.tr("已保存") if stored else self.tr("新话术，还没有保存")
        if unsaved and stored:
            told = self.tr("● 未保存，已留草稿")
        self._state.setText(told)
        self._state.setProperty("role", "hint" if unsaved or not stored else "muted")
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        self._save.setEnabled(unsaved or not stored)
        self._give_up.setEnabled(unsaved)
        self._outdated.setVisible(outdated)
        self._keep_mine.setVisible(outdated)

    def say(self, told: str) -> None:
        """Say in the foot what is in the way of saving."""
        self._state.setText(told)

    def focus_title(self) -> None:
        """Give the keyboard to the title."""
        self.fields.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.title.selectAll()

    def focus_tags(self) -> None:
        """Give the keyboard to the tags."""
        self.fields.begin_tag()

    def focus_body(self) -> None:
        """Give the keyboard to the text."""
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_next(self, *, back: bool = False) -> None:
        """Select the next oddity in the text."""
        if self._rest.isActive():
            self._look()
        self.body.go_to_next(back=back)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self.body.setMinimumHeight(_LOWEST_BODY)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, GRID * 2, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.fields)
        inside.addWidget(self._tabs)
        inside.addWidget(self.body, 1)
        inside.addWidget(self.diagnoses)
        inside.addWidget(self.preview)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(scroll, 1)
        column.addLayout(self._warning())
        column.addLayout(self._foot())
        # Who has chosen a tone goes on with its text; what changes the tones comes after that.
        tabs, *changing = self._tabs.stops()
        for one, next_one in pairwise((self.fields.note, tabs, self.body, *changing)):
            self.setTabOrder(one, next_one)

    def _warning(self) -> QHBoxLayout:
        self._outdated.setText(self.tr("这条话术刚在别处改过；放弃修改可以看到现在的内容"))
        self._outdated.hide()
        self._keep_mine.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, GRID * 2, 0)
        row.setSpacing(GRID)
        row.addWidget(self._outdated, 1)
        row.addWidget(self._keep_mine)
        return row

    def _foot(self) -> QHBoxLayout:
        self._save.setProperty("role", "primary")
        for button in (self._save, self._give_up, self._keep_mine):
            button.setAutoDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, GRID * 2, 0)
        foot.setSpacing(GRID)
        foot.addWidget(self._state, 1)
        foot.addWidget(self._give_up)
        foot.addWidget(self._save)
        return foot

    def _connect(self) -> None:
        self._rest.timeout.connect(self._look)
        self.fields.edited.connect(self._on_edited)
        self.body.edited.connect(self._on_body)
        self._tabs.opened.connect(self._on_tone_opened)
        self._tabs.named.connect(self._on_tone_named)
        self._tabs.typed.connect(self._on_typed_on_tabs)
        self._tabs.add_asked.connect(self._on_add_tone)
        self._tabs.remove_asked.connect(self._on_remove_tone)
        self.diagnoses.go_asked.connect(self.body.go_to)
        self.diagnoses.mend_asked.connect(self.body.mend)
        self.diagnoses.close_asked.connect(self.body.close_brace)
        self.diagnoses.define_asked.connect(self.define_asked)
        self.preview.shop_chosen.connect(self._look)
        self._save.clicked.connect(self.save_asked)
        self._give_up.clicked.connect(self.give_up_asked)
        self._keep_mine.clicked.connect(self.keep_mine_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spare room in a low window, so that the preview stays in sight."""
        super().resizeEvent(event)
        self.fields.set_low(low=event.size().height() < _LOW)

    # -- editing -----------------------------------------------------------------------------

    @Slot()
    def _on_edited(self) -> None:
        if not self._silent:
            self._rest.start()
            self.edited.emit()

    @Slot()
    def _on_body(self) -> None:
        if self._tones is not None:
            self._tones = self._tones.with_body(self._tabs.place(), self.body.text())
            self._on_edited()

    @Slot(str)
    def _on_typed_on_tabs(self, typed: str) -> None:
        self.focus_body()
        self.body.insertPlainText(typed)

    @Slot(int)
    def _on_tone_opened(self, place: int) -> None:
        self._open_tone(place)
        self._look()

    @Slot(str)
    def _on_tone_named(self, name: str) -> None:
        if self._tones is not None:
            place = self._tabs.place()
            self._tones = self._tones.with_name(place, name)
            self._tabs.show_tones(self._tones, place)
            self._on_edited()

    @Slot()
    def _on_add_tone(self) -> None:
        if self._tones is not None:
            self._tones = self._tones.with_one_more(self.body.text(), self.tr("语气"))
            self._open_tone(len(self._tones.variants) - 1)
            self.focus_body()
            self._on_edited()

    @Slot()
    def _on_remove_tone(self) -> None:
        before = self.template()
        if self._tones is not None and before is not None and len(self._tones.variants) > 1:
            place = self._tabs.place()
            self._tones = self._tones.without(place)
            self._open_tone(max(place - 1, 0))
            self._on_edited()
            self.tone_removed.emit(before)

    def _open_tone(self, place: int) -> None:
        if self._tones is not None:
            self._tabs.show_tones(self._tones, place)
            self.body.show_text(self._tones.variants[place].body)

    # -- looking -----------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        """Show what is odd about what is typed, and how it will read."""
        self._rest.stop()
        typed = self.template()
        if typed is None or self._tones is None or self._library is None:
            return
        variant = self._tones.variants[self._tabs.place()]
        library = self._checked_by(typed, self._library)
        odd = [diagnose(v.body, library) for v in self._tones.variants]
        found = odd[self._tabs.place()]
        self._odd = sum(map(len, odd))
        self._tabs.mark_odd(list(map(bool, odd)))
        self.body.show_diagnoses(found)
        names = [placeholder.name for placeholder in library.placeholders]
        self.diagnoses.show_diagnoses(self.body.text(), found, names)
        # As a reply of this one tone: two of the same name are still being sorted out.
        shown = replace(typed, tone=variant.tone, body=variant.body, tones=())
        self.preview.show_template(shown, variant.tone)

    def _checked_by(self, typed: ReplyTemplate, library: TemplateLibrary) -> TemplateLibrary:
        """Return the library with the reply as it is typed: another may include it."""
        bodies = (typed.body, *(variant.body for variant in typed.tones))
        if not any(_INCLUDE in body for body in bodies):
            return library
        others = (t for t in library.templates if t.id != typed.id)
        return replace(library, templates=(typed, *others))
