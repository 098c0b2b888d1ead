"""One attached file, large, over the page it belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.backup_words import moment_told, size_told
from cs_desk.ui.background import Background
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.returns.picture_reading import picture
from cs_desk.ui.short_text import ShortText
from cs_desk.ui.tab_stops import tab_stops
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QImage, QKeyEvent

    from cs_desk.domain.errors import DeskError
    from cs_desk.domain.returns.return_case import Evidence
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_ICON = QSize(16, 16)


class EvidenceView(QFrame):
    """Shows a picture as wide as the page; what is no picture is only named.

    Args:
        icons: The icon set.
        colours: The appearance.
        read_evidence: Returns the content with a hash, or None; called in a worker.
        parent: Qt's owner.

    Signals:
        closed: The person has seen enough.
        removed: Hash of the one that is to be taken away.
    """

    closed = Signal()
    removed = Signal(str)

    def __init__(
        self,
        icons: Icons,
        colours: Colours,
        read_evidence: Callable[[str], bytes | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceView")
        self._icons = icons
        self._read = read_evidence
        self._held: Sequence[Evidence] = ()
        self._place = 0
        self._now: datetime | None = None
        self._work = Background(self)
        self._wanted = ""
        self._name = ShortText()
        self._facts = plain_label("muted")
        self._earlier, self._later, self._close = QToolButton(), QToolButton(), QToolButton()
        self._remove = QPushButton(self.tr("移除"))
        self._picture = QLabel()
        self._scroll = QScrollArea()
        self._build()
        self.set_colours(colours)
        self.hide()

    def open(
        self, held: Sequence[Evidence], digest: str, now: datetime, *, read_only: bool
    ) -> None:
        """Show the one with this hash, and take the keyboard."""
        places = [place for place, each in enumerate(held) if each.sha256 == digest]
        if not places:
            return
        self._held, self._now = held, now
        self._remove.setVisible(not read_only)
        self.show()
        self.raise_()
        # Not one of the buttons, which take the arrows to go to one another.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_to(places[0])

    def focus_next(self, *, by: int) -> bool:
        """Move the keyboard by so many controls, round and round: what lies below is out of reach.

        Returns:
            True: it always moves.
        """
        stops = [stop for stop in tab_stops(self) if stop.isVisible() and stop.isEnabled()]
        focused = self.window().focusWidget()
        place = stops.index(focused) if focused in stops else 0
        stops[(place + by) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._close.setIcon(self._icons.tinted("close", colours.text))
        self._earlier.setIcon(self._icons.tinted("back", colours.text))
        self._later.setIcon(self._icons.tinted("fold_shut", colours.text))

    def _build(self) -> None:
        for button, name, act in (
            (self._earlier, self.tr("上一份"), partial(self._move, -1)),
            (self._later, self.tr("下一份"), partial(self._move, 1)),
            (self._close, self.tr("关闭"), self.closed.emit),
        ):
            button.setIconSize(_ICON)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(act)
        self._close.setToolTip(self.tr("关闭") + "  Esc")
        self._remove.setAutoDefault(True)
        self._remove.clicked.connect(self._on_remove)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._picture)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        for button in (self._earlier, self._later, self._close):
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self._facts, 1)
        foot.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _move(self, by: int) -> None:
        self._go_to((self._place + by) % len(self._held))

    def _go_to(self, place: int) -> None:
        assert self._now is not None  # set before anything is shown
        self._place = place
        held = self._held[place]
        many = len(self._held) > 1
        self._earlier.setVisible(many)
        self._later.setVisible(many)
        told = f"{place + 1}/{len(self._held)}  {held.name}" if many else held.name
        self._name.say(told)
        when = moment_told(held.at, self._now, words)
        self._facts.setText(f"{size_told(held.size)} · {held.by} {when}")
        self._say(self.tr("正在打开…"))
        self._wanted = held.sha256
        self._load()

    def _load(self) -> None:
        digest = self._wanted
        width = round((self._scroll.viewport().width() or self.width()) * self.devicePixelRatio())
        work = partial(_large_picture, self._read, digest, width)
        self._work.run(work, partial(self._on_read, digest), self._on_failed)

    def _on_read(self, digest: str, read: tuple[bool, QImage | None]) -> None:
        if digest != self._wanted:
            # Another one was asked for meanwhile.
            self._load()
            return
        found, image = read
        if image is not None:
            image.setDevicePixelRatio(self.devicePixelRatio())
            self._picture.setText("")
            self._picture.setPixmap(QPixmap.fromImage(image))
        elif found:
            self._say(self.tr("这类文件只保存，随证据包一起导出，不在这里打开"))
        else:
            self._say(self.tr("这份凭证的文件不见了，或内容已经不是原来的"))

    def _on_failed(self, _error: DeskError) -> None:
        self._say(self.tr("这份凭证现在读不出来"))

    def _say(self, told: str) -> None:
        self._picture.setPixmap(QPixmap())
        self._picture.setText(told)

    @Slot()
    def _on_remove(self) -> None:
        digest = self._held[self._place].sha256
        self.closed.emit()
        self.removed.emit(digest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; the arrows scroll, and go to the other ones."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        slide = QAbstractSlider.SliderAction
        scrolls = {
            Qt.Key.Key_Up: slide.SliderSingleStepSub,
            Qt.Key.Key_Down: slide.SliderSingleStepAdd,
            Qt.Key.Key_PageUp: slide.SliderPageStepSub,
            Qt.Key.Key_PageDown: slide.SliderPageStepAdd,
        }
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
        elif event.key() in scrolls:
            self._scroll.verticalScrollBar().triggerAction(scrolls[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _large_picture(
    read: Callable[[str], bytes | None], digest: str, width: int
) -> tuple[bool, QImage | None]:
    """Return whether the content was found, and the picture in it."""
    data = read(digest)
    return (False, None) if data is None else (True, picture(data, width))
