"""The controls that Tab stops at, in the order in which they are read."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what can get the keyboard inside ``widget``, by its layouts, hidden or not."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from tab_stops(inner)
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _of_layout(layout)


def order_tabs(widget: QWidget) -> None:
    """Let Tab go through ``widget`` in reading order, whenever its parts were built."""
    stops = list(tab_stops(widget))
    for one, next_one in itertools.pairwise(stops):
        QWidget.setTabOrder(one, next_one)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None  # there are as many as it counts
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            yield from tab_stops(widget)
