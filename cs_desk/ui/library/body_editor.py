"""The body of a reply as plain text with coloured placeholders and underlined oddities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from cs_desk.domain.placeholder_syntax import Severity
from cs_desk.ui.library.body_highlighter import BodyHighlighter
from cs_desk.ui.library.mending import mended
from cs_desk.ui.library.name_completion import NameCompletion
from cs_desk.ui.library.text_undo import TextUndo
from cs_desk.ui.text_positions import character_position, utf16_position
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent

    from cs_desk.domain.placeholder_syntax import Diagnosis
    from cs_desk.ui.library.name_search import NameSearch
    from cs_desk.ui.theme import Colours

# The list under the text tells how many more there are.
_MOST_UNDERLINED = 100
_FEW_LINES = GRID * 20
# How Qt writes the end of a line inside a document.
_LINE_END = "\u2029"


class BodyEditor(QPlainTextEdit):
    """Edits one body; what is pasted comes in as plain text.

    Args:
        colours: The appearance.
        names: Finds the names that may stand between braces.
        parent: Qt's owner.

    Signals:
        edited: The text is another one.
    """

    edited = Signal()

    def __init__(self, colours: Colours, names: NameSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._diagnoses: tuple[Diagnosis, ...] = ()
        self._silent = False
        self._composing = False
        self._text = ""
        self.setObjectName("body")
        self.setAccessibleName(self.tr("内容"))
        self.setPlaceholderText(self.tr("写给买家的话；输入 { 可以插入占位符"))
        self.setTabChangesFocus(True)
        self._highlighter = BodyHighlighter(self.document(), colours)
        self.completion = NameCompletion(self, names)
        TextUndo(self)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def show_text(self, text: str) -> None:
        """Show another body, with nothing to undo."""
        if text == self._text:
            return
        self._silent = True
        self.show_diagnoses(())
        self.setPlainText(text)
        self._text = self._read()
        self._silent = False
        self.completion.close()

    def text(self) -> str:
        """Return what is typed, with line feeds at the ends of lines."""
        return self._text

    def is_composing(self) -> bool:
        """Return whether an input method is composing."""
        return self._composing

    def show_diagnoses(self, diagnoses: Sequence[Diagnosis]) -> None:
        """Underline what is odd about the text that is shown now."""
        self._diagnoses = tuple(diagnoses)
        self.setExtraSelections([self._underlined(d) for d in diagnoses[:_MOST_UNDERLINED]])

    def go_to(self, found: Diagnosis) -> None:
        """Select what is odd, with the keyboard here."""
        self.setTextCursor(self._cursor(found))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_next(self, *, back: bool = False) -> None:
        """Select the next oddity after the caret, or the one before it; around the end."""
        if not self._diagnoses:
            return
        selected = self.textCursor()
        if back:
            at = character_position(self._text, selected.selectionStart())
            before = [d for d in self._diagnoses if d.start < at]
            self.go_to(before[-1] if before else self._diagnoses[-1])
        else:
            at = character_position(self._text, selected.selectionEnd())
            after = [d for d in self._diagnoses if d.start >= at and d.end > at]
            self.go_to(after[0] if after else self._diagnoses[0])

    def mend(self, found: Diagnosis) -> None:
        """Write the suggestion in place of what is odd; undone like typing."""
        suggestion = mended(self._text, found)
        if suggestion and found in self._diagnoses:
            self._cursor(found).insertText(suggestion)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_brace(self, found: Diagnosis, name: str) -> None:
        """Write the missing brace behind the name that an open one stands before."""
        if found in self._diagnoses:
            cursor = QTextCursor(self.document())
            cursor.setPosition(utf16_position(self._text, found.end + len(name)))
            cursor.insertText("}")
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Use ``colours`` from now on."""
        self._colours = colours
        self._silent = True
        self._highlighter.set_colours(colours)
        self._silent = False
        self.show_diagnoses(self._diagnoses)

    # -- inside ------------------------------------------------------------------------------

    def _read(self) -> str:
        # Not toPlainText: that turns a no-break space into a common one.
        return self.document().toRawText().replace(_LINE_END, "\n")

    def _cursor(self, found: Diagnosis) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_position(self._text, found.start))
        end = utf16_position(self._text, found.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _underlined(self, found: Diagnosis) -> QTextEdit.ExtraSelection:
        colours = {Severity.ERROR: self._colours.danger, Severity.WARN: self._colours.warning}
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(colours.get(found.severity, self._colours.accent)))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(found)
        selection.format = look
        return selection

    @Slot()
    def _on_text_changed(self) -> None:
        if self._silent:
            return
        text = self._read()
        # Colouring counts as a change too.
        if text == self._text:
            return
        self._text = text
        # Where the others stand now, is told with the next diagnoses.
        self._diagnoses = ()
        if not self._composing:
            self.completion.update_offer()
        self.edited.emit()

    @Slot()
    def _on_caret_moved(self) -> None:
        if self.completion.is_open():
            self.completion.update_offer()

    # -- Qt ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a few lines: the room that is left over comes on top."""
        return QSize(super().sizeHint().width(), _FEW_LINES)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, and nothing else."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert plain text, whatever else there is beside it."""
        self.textCursor().insertText(source.text())
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer no names while an input method is composing: its keys would be taken away."""
        was_composing, self._composing = self._composing, bool(event.preeditString())
        if self._composing:
            self.completion.close()
        super().inputMethodEvent(event)
        if was_composing and not self._composing:
            # Given up, it leaves the text as it was before.
            self.completion.update_offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let names that are offered have their keys first."""
        if not self.completion.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is offered at the caret: it has another place in the window.

        What is typed may itself take room, as soon as it is told what is odd about it.
        """
        super().resizeEvent(event)
        self.completion.follow_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing while the keyboard is elsewhere."""
        self.completion.close()
        super().focusOutEvent(event)
