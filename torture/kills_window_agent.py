"""An agent at the real window, who goes by chance and says what the window acknowledges.

The window runs on Qt's offscreen platform; everything else is the program as a person starts it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from cs_desk.main import main
from cs_desk.ui.desk_window import DeskWindow
from torture.kills_promises import ACK, Facts, intent

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from torture.kills_process import Say

READY = "ready"
"""What is said when the window is open."""

# Replies of the starter library that need no values.
_CODES = ("sg", "th", "qx", "sd", "ms")
_STEP_MS = 1
_CONTROL = Qt.KeyboardModifier.ControlModifier


def work_at_window(desk: Path, facts: Facts, chance: random.Random, say: Say) -> None:
    """Open the window of ``desk``, which holds ``facts``, and work until the end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    agent = _Agent(dict(facts), chance, say)
    # It waits for the event loop, which the program has not got yet.
    QMetaObject.invokeMethod(agent, "begin", Qt.ConnectionType.QueuedConnection)
    status = main(["--data-dir", str(desk)])
    say(f"trouble the window ended with {status}")


class _Agent(QObject):
    def __init__(self, facts: Facts, chance: random.Random, say: Say) -> None:
        super().__init__()
        self._facts = facts
        self._chance = chance
        self._say = say
        self._number = chance.randrange(1_000_000)
        self._expected: Facts = {}
        self._window: DeskWindow
        self._timer: QTimer

    @Slot()
    def begin(self) -> None:
        """Begin once the window is open."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_step)
        self._timer.start(_STEP_MS)

    @Slot()
    def _on_step(self) -> None:
        window = QApplication.activeWindow()
        if not isinstance(window, DeskWindow):
            return
        if not hasattr(self, "_window"):
            self._window = window
            window.notices.appeared.connect(self._on_notice)
            window.shop_page.saved.connect(self._on_saved)
            self._say(READY)
        # One thing after the other: the clipboard answers later.
        if not self._expected:
            self._chance.choice((self._copy, self._copy, self._favour, self._edit, self._pin))()

    # -- what an agent does --------------------------------------------------------------------

    def _copy(self) -> None:
        template = self._search()
        uses = self._facts.get(f"uses {template}", 0)
        assert isinstance(uses, int)
        self._intend({f"uses {template}": uses + 1})
        QTest.keyClick(self._box(), Qt.Key.Key_Return)

    def _favour(self) -> None:
        fact = f"favourite {self._search()}"
        self._intend({fact: None if fact in self._facts else True})
        QTest.keyClick(self._box(), Qt.Key.Key_D, _CONTROL)

    def _edit(self) -> None:
        self._number += 1
        actions = self._window.findChildren(QAction)
        next(each for each in actions if each.text() == "编辑店铺资料…").trigger()
        name = QApplication.focusWidget()
        assert isinstance(name, QLineEdit)
        name.selectAll()
        QTest.keyClicks(name, f"shop{self._number}")
        self._intend({"shop": f"shop{self._number}"})
        QTest.keyClick(name, Qt.Key.Key_Return)

    def _pin(self) -> None:
        self._intend({"pinned": None if "pinned" in self._facts else True})
        (pin,) = (
            each
            for each in self._window.findChildren(QToolButton)
            if each.accessibleName() == "窗口置顶"
        )
        QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
        # It says nothing when it has stored that; a failure it would say.
        self._acknowledge()

    def _search(self) -> str:
        """Search a reply by its code, and return its id."""
        box = self._box()
        if not box.isVisible():
            QTest.keyClick(self._window, Qt.Key.Key_Escape)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, self._chance.choice(_CODES))
        row = self._window.room.hits.current()
        assert row is not None
        return row.hit.template.id

    def _box(self) -> QLineEdit:
        return self._window.room.search_box

    # -- what the window answers ---------------------------------------------------------------

    @Slot()
    def _on_notice(self) -> None:
        notices = self._window.notices
        if notices.property("state") == "failed":
            self._say(f"trouble {notices.text()}")
        elif notices.text().startswith(("已复制", "已收藏", "已取消收藏")):
            self._acknowledge()

    @Slot(object)
    def _on_saved(self, _shop: object) -> None:
        self._acknowledge()

    def _intend(self, changes: Facts) -> None:
        self._expected = changes
        self._say(intent(changes))

    def _acknowledge(self) -> None:
        self._facts.update(self._expected)
        self._facts = {fact: value for fact, value in self._facts.items() if value is not None}
        self._expected = {}
        self._say(ACK)
