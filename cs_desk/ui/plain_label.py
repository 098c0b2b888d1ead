"""A label that never takes its text for markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(role: str, *, wrapped: bool = False) -> QLabel:
    """Return an empty label that shows whatever it is given as it is.

    Args:
        role: What the style sheet dresses it as.
        wrapped: Whether a long text takes more lines.
    """
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(wrapped)
    return label
