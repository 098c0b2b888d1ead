"""A line edit whose Return copies its text: the smallest program that shares the desk's adapters.

``--times N`` copies N texts from a timer, where Qt has no input event to justify it. ``--rival``
lets xclip take the clipboard before each of them, without any chance for Qt to notice. Every
result is said as a JSON line, with what xclip read right after it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time

from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from cs_desk.desktop.desktop_clipboard import DesktopClipboard
from cs_desk.desktop.input_method import input_method_changes
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
from cs_desk.desktop.selection_reader import SelectionReader


def let_xclip_take_the_clipboard():
    subprocess.run(["xclip", "-selection", "clipboard"], input=b"rival", check=True)
    time.sleep(0.02)  # xclip returns before it owns; reading back would ask us, who are waiting


class CopyingLine(QLineEdit):
    def __init__(self, clipboard, options):
        super().__init__()
        self.setWindowTitle("copying_line")
        self._clipboard = clipboard
        self._options = options
        self._left = options.times
        self._reader = QProcess(self)
        self.returnPressed.connect(self._copy_line)
        if self._left:
            QTimer.singleShot(0, self._copy_next)

    def _copy_line(self):
        self._copy(self.text())

    def _copy_next(self):
        self._left -= 1
        if self._options.rival:
            let_xclip_take_the_clipboard()
        self._copy(f"第{self._left}条：亲，您好😊\n第二行")

    def _copy(self, text):
        began = time.perf_counter()

        def report(result):
            self._report(
                text=text,
                route=result.route,
                failure=result.failure,
                detail=result.detail,
                blocked_ms=blocked * 1000,
                took_ms=(time.perf_counter() - began) * 1000,
            )

        self._clipboard.put(text, personal=self._options.personal, done=report)
        blocked = time.perf_counter() - began

    def _report(self, **facts):
        self._reader = QProcess(self)
        self._reader.finished.connect(lambda: self._say(facts))
        self._reader.start("/usr/bin/xclip", ["-selection", "clipboard", "-o"])

    def _say(self, facts):
        facts["seen"] = bytes(self._reader.readAllStandardOutput()).decode()
        sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        if self._left:
            QTimer.singleShot(0, self._copy_next)
        elif self._options.quit:
            QApplication.quit()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--personal", action="store_true")
    parser.add_argument("--quit", action="store_true", help="end after the last copy")
    parser.add_argument("--rival", action="store_true")
    parser.add_argument("--times", type=int, default=0)
    options = parser.parse_args()
    os.environ.update(input_method_changes(os.environ, sys.platform))
    application = QApplication(sys.argv[:1])
    platform = application.platformName()
    reader = SelectionReader(platform, os.environ)
    pyperclip = PyperclipClipboard(os.environ)
    clipboard = DesktopClipboard(application, platform, pyperclip, reader)
    line = CopyingLine(clipboard, options)
    line.resize(380, 60)
    line.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
