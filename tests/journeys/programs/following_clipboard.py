"""A window that shows the clipboard's text, and says whether it could be used meanwhile.

Every beat of its event loop asks for the text, as each key does in a reply with ``{剪贴板}``. Every
tenth is said as a JSON line: the text, and the longest time between two beats so far.
"""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from cs_desk.desktop.desktop_clipboard import DesktopClipboard
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
from cs_desk.desktop.selection_reader import SelectionReader

BEAT_MS = 10
BEATS_A_LINE = 10


class FollowingLabel(QLabel):
    def __init__(self, clipboard):
        super().__init__()
        self.setWindowTitle("following_clipboard")
        self._clipboard = clipboard
        self._beats = 0
        self._longest = 0.0
        self._last = time.perf_counter()
        self._heart = QTimer(self)
        self._heart.timeout.connect(self._beat)
        self._heart.start(BEAT_MS)

    def _beat(self):
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        self._beats += 1
        self.setText(self._clipboard.text())
        if self._beats % BEATS_A_LINE == 0:
            facts = {"text": self.text(), "longest_gap": self._longest}
            sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
            sys.stdout.flush()


def main():
    application = QApplication(sys.argv[:1])
    platform = application.platformName()
    reader = SelectionReader(platform, os.environ)
    pyperclip = PyperclipClipboard(os.environ)
    label = FollowingLabel(DesktopClipboard(application, platform, pyperclip, reader))
    label.resize(380, 60)
    label.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
