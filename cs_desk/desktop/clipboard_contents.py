"""What we offer on the clipboard: plain text, and for personal text the wish not to be kept."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

_SECRET = "x-kde-passwordManagerHint"
_NO = bytes(4)

# Windows: learn.microsoft.com, "Clipboard formats", cloud clipboard and clipboard history.
# KDE, GNOME, CopyQ: x-kde-passwordManagerHint. macOS: nspasteboard.org, under Qt's name for it.
_KEEP_OUT: dict[str, bytes] = {
    _SECRET: b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    "application/x-nspasteboard-concealed-type": b"1",
}


def clipboard_contents(text: str, *, personal: bool) -> QMimeData:
    """Return ``text`` for the clipboard.

    Args:
        text: Plain text.
        personal: Whether clipboard histories and cloud clipboards are asked to leave it out.
    """
    contents = QMimeData()
    contents.setText(text)
    if personal:
        for name, data in _KEEP_OUT.items():
            contents.setData(name, data)
    return contents


def is_personal(contents: QMimeData | None) -> bool:
    """Return whether ``contents``, None for an empty clipboard, asks to stay out of histories."""
    return contents is not None and contents.hasFormat(_SECRET)
