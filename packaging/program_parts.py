"""Which parts of Python and Qt the program is built without, and which libraries only they need."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PyInstaller.depend.bindepend import get_imports

if TYPE_CHECKING:
    from collections.abc import Iterable

    # Its path in the program's folder, the file it comes from, its kind; as PyInstaller has it.
    Entry = tuple[str, str, str]

# The program opens no connection: no TLS, and no OpenSSL that would have to be kept up to date.
# hashlib then takes Python's own SHA-256.
EXCLUDED_MODULES = (
    "_hashlib",
    "_ssl",
    "PySide6.QtDBus",  # a hook adds it; the window talks to nobody over it by itself
    "asyncio",
    "curses",
    "ensurepip",
    "lib2to3",
    "multiprocessing",
    "pydoc",
    "readline",
    "setuptools",
    "ssl",
    "tkinter",
    "unittest",
)
# By their names on Linux without "lib", as on Windows.
_UNUSED_PLUGINS = {
    # a GTK look, and GTK with it
    "qgtk3",
    # displays without a desktop, another way to draw
    *("qeglfs", "qlinuxfb", "qminimal", "qminimalegl", "qvnc", "qvkkhrdisplay", "qdirect2d"),
    # shells of phones and cars
    *("ivi-shell", "qt-shell", "fullscreen-shell-v1", "wl-shell-plugin"),
    # image formats other than ours
    *("qtiff", "qwebp", "qtga", "qwbmp", "qicns", "qgif"),
    # OpenGL in software, 20 MB, for what Qt Quick draws
    "opengl32sw",
}
_UNUSED_FOLDERS = (
    *("/egldeviceintegrations/", "/plugins/generic/", "/networkinformation/", "/tls/"),
    # buffers of graphics cards: the window paints in memory
    "/wayland-graphics-integration",
    # what installers want to know of other packages
    ".dist-info/",
)
# OpenSSL, which PyInstaller brings along with QtNetwork though nothing links to it.
_UNUSED_LIBRARIES = ("libssl", "libcrypto")
_TRANSLATIONS = ("qtbase_zh_CN.qm", "qtbase_en.qm")


def used(entries: Iterable[Entry]) -> list[Entry]:
    """Return ``entries`` without those that the program never loads.

    A library goes only if something dropped needs it and nothing that is kept does: what is
    loaded by name, at run time, stays.
    """
    kept: list[Entry] = []
    dropped: list[Entry] = []
    for entry in entries:
        (kept if _is_used(entry[0]) else dropped).append(entry)
    orphans = _libraries_of(dropped) - _libraries_of(e for e in kept if _is_loaded_by_name(e))
    return [e for e in kept if PurePath(e[0]).name not in orphans or _is_loaded_by_name(e)]


def _is_used(name: str) -> bool:
    name = name.replace("\\", "/")
    if "/translations/" in name:
        return name.endswith(_TRANSLATIONS)
    if PurePath(name).name.startswith(_UNUSED_LIBRARIES):
        return False
    plugin = PurePath(name).stem.removeprefix("lib")
    return plugin not in _UNUSED_PLUGINS and not any(part in name for part in _UNUSED_FOLDERS)


def _is_loaded_by_name(entry: Entry) -> bool:
    """Return whether Python or Qt loads the file itself: a module, a plugin."""
    name, _, kind = entry
    return kind == "EXTENSION" or "/plugins/" in name.replace("\\", "/")


def _libraries_of(entries: Iterable[Entry]) -> set[str]:
    """Return the names of all libraries that ``entries`` need, one through another."""
    known: set[str] = set()
    waiting = [source for _, source, kind in entries if kind in ("EXTENSION", "BINARY")]
    while waiting:
        for name, path in get_imports(waiting.pop()):
            if path and PurePath(name).name not in known:
                known.add(PurePath(name).name)
                waiting.append(path)
    return known
