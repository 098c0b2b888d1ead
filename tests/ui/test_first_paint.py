from PySide6.QtWidgets import QApplication, QWidget

from cs_desk.ui.first_paint import FirstPaint


def test_it_tells_once_that_the_window_was_painted(qtbot):
    window, told = QWidget(), []
    qtbot.addWidget(window)
    FirstPaint(window).passed.connect(lambda: told.append(window.isVisible()))
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    QApplication.processEvents()
    assert told == [True]


def test_a_window_that_is_not_seen_is_not_painted(qtbot):
    window, told = QWidget(), []
    qtbot.addWidget(window)
    FirstPaint(window).passed.connect(lambda: told.append(True))
    QApplication.processEvents()
    assert told == []
