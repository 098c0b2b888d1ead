"""Where the program is put together: the only place that knows every layer."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cs_desk import paths
from cs_desk.app.no_usage import NoUsage
from cs_desk.app.reply_desk import ReplyDesk, Surroundings
from cs_desk.app.settings import Settings
from cs_desk.app.shops import Shops
from cs_desk.app.wording import trouble, with_facts
from cs_desk.catalogue import read_catalogue
from cs_desk.cli import chosen_language, run
from cs_desk.commands.invocation import ExitStatus, Invocation, OpenDesk, tell
from cs_desk.desktop import pyperclip_child
from cs_desk.desktop.blocking_clipboard import BlockingClipboard
from cs_desk.desktop.clock import SystemClock
from cs_desk.desktop.display import display_answers
from cs_desk.desktop.input_method import input_method_changes
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
from cs_desk.desktop.selection_reader import SelectionReader
from cs_desk.domain.computed import Geography
from cs_desk.domain.errors import DeskBusyError, DeskError, StoreFailedError
from cs_desk.domain.pinyin import Readings
from cs_desk.exchange.csdesk import read_library
from cs_desk.exchange.places import read_cities, read_zones
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import (
    TinyLibraryStore,
    TinySettingsStore,
    TinyShopStore,
    TinyUsageStore,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QApplication

    from cs_desk.app.ports import Clipboard, UsageStore
    from cs_desk.domain.template import TemplateLibrary


@dataclass(frozen=True, slots=True)
class _OpenFolder:
    """An open data folder, and what works on it."""

    database: DeskDatabase
    library: TinyLibraryStore
    usage: TinyUsageStore
    shops: Shops
    settings: Settings


class Program:
    """Opens desks and windows on data folders.

    Args:
        resources: The folder of bundled resources.
        environ: The environment: display, input method, clipboard tools, the user's name.
        catalogue: Translations of the program's sentences; empty for Chinese.
    """

    def __init__(
        self, resources: Path, environ: Mapping[str, str], catalogue: Mapping[str, str]
    ) -> None:
        self._resources = resources
        self._environ = environ
        self._catalogue = catalogue
        self._clock = SystemClock()

    def translate(self, sentence: str) -> str:
        """Return ``sentence`` in the language of this run."""
        return self._catalogue.get(sentence, sentence)

    @contextmanager
    def desk(self, data_folder: Path | None, library: Path | None = None) -> Iterator[OpenDesk]:
        """Open the desk for one command."""
        chosen = read_library(library) if library else None
        platform = "wayland" if self._environ.get("WAYLAND_DISPLAY") else "xcb"
        clipboard = BlockingClipboard(
            PyperclipClipboard(self._environ), SelectionReader(platform, self._environ)
        )
        with ExitStack() as opened:
            if chosen and not paths.database_file(paths.data_folder(data_folder)).exists():
                # A library that is only visited leaves nothing behind.
                data_folder = Path(opened.enter_context(TemporaryDirectory()))
            folder = opened.enter_context(self._open(data_folder))
            if folder.database.damaged_rows:
                tell(self._damage(folder))
            # Its replies are not ours to count either.
            usage = NoUsage() if chosen else folder.usage
            replies = self._reply_desk(folder, chosen or self._library(folder), usage, clipboard)
            yield OpenDesk(replies, folder.shops)

    def window(self, data_folder: Path | None) -> int:
        """Show the window until it is closed."""
        if not display_answers(self._environ, sys.platform):
            tell(
                self.translate(
                    "连不上屏幕，窗口打不开。请在桌面里启动，或用命令行（cs-desk --help）。"
                )
            )
            return ExitStatus.DATA_AT_FAULT
        os.environ.update(input_method_changes(self._environ, sys.platform))
        # Commands answer without Qt, which takes longer to load than they take to run.
        from cs_desk.ui.application import application, show_last_words  # noqa: PLC0415

        running = application(self._catalogue)
        try:
            with self._open(data_folder) as folder:
                return self._show(folder, running)
        except DeskError as error:
            sentence = trouble(error, self.translate)
            tell(sentence)
            show_last_words(sentence)
            return ExitStatus.BUSY if isinstance(error, DeskBusyError) else ExitStatus.DATA_AT_FAULT

    def _show(self, folder: _OpenFolder, running: QApplication) -> int:
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - window()

        from cs_desk.desktop.desktop_clipboard import DesktopClipboard  # noqa: PLC0415 - window()
        from cs_desk.ui.desk_window import DeskWindow, Fittings  # noqa: PLC0415
        from cs_desk.ui.icons import Icons  # noqa: PLC0415

        reader = SelectionReader(running.platformName(), self._environ)
        pyperclip = PyperclipClipboard(self._environ)
        clipboard = DesktopClipboard(running, running.platformName(), pyperclip, reader)
        replies = self._reply_desk(folder, self._library(folder), folder.usage, clipboard)
        fittings = Fittings(
            desk=replies,
            shops=folder.shops,
            settings=folder.settings,
            icons=Icons(self._resources / "icons"),
            application=running,
            take_in_changes=_change_reader(folder, replies),
        )
        window = DeskWindow(fittings)
        window.open()
        if folder.database.damaged_rows:
            window.notices.warn(self._damage(folder))
        # Between two bytecodes is no place to close a window; the event loop is.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: QTimer.singleShot(0, running.closeAllWindows))
        return running.exec()

    def _damage(self, folder: _OpenFolder) -> str:
        """Return in words that some of the data cannot be read."""
        told = self.translate("「%1」里有 %2 条记录已损坏，没有载入，其余照常使用。")
        rows = len(folder.database.damaged_rows)
        return with_facts(told, folder.database.file_name, str(rows))

    @contextmanager
    def _open(self, data_folder: Path | None) -> Iterator[_OpenFolder]:
        file = paths.database_file(paths.data_folder(data_folder))
        author = self._environ.get("USER") or self._environ.get("USERNAME") or ""
        with closing(DeskDatabase(file)) as database:
            settings = Settings(TinySettingsStore(database, author, self._clock))
            yield _OpenFolder(
                database=database,
                library=TinyLibraryStore(database, author, self._clock),
                usage=TinyUsageStore(database, author, self._clock),
                shops=Shops(
                    TinyShopStore(database, author, self._clock), settings, database.transaction
                ),
                settings=settings,
            )

    def _library(self, folder: _OpenFolder) -> TemplateLibrary:
        """Return the stored library; a fresh folder gets the starter library."""
        stored = folder.library.load()
        if stored is not None:
            return stored
        starter = read_library(self._resources / "library" / "starter.csdesk")
        # It is bundled, so nothing is lost if it cannot be stored: the next start tries again.
        with suppress(DeskBusyError, StoreFailedError):
            folder.library.replace(starter)
        return starter

    def _reply_desk(
        self,
        folder: _OpenFolder,
        library: TemplateLibrary,
        usage: UsageStore,
        clipboard: Clipboard,
    ) -> ReplyDesk:
        around = Surroundings(
            usage=usage,
            clipboard=clipboard,
            clock=self._clock,
            readings=Readings.from_bytes((self._resources / "pinyin/readings.txt").read_bytes()),
            geography=Geography(
                read_cities(self._resources / "cities.json"),
                read_zones(self._resources / "rules" / "delivery_zones.json"),
            ),
            transaction=folder.database.transaction,
        )
        return ReplyDesk(library, folder.shops, around)


def _change_reader(folder: _OpenFolder, replies: ReplyDesk) -> Callable[[], bool]:
    """Return what takes in the changes that other processes stored."""

    def take_in_changes() -> bool:
        if not folder.database.refresh():
            return False
        library = folder.library.load()
        if library is not None:
            replies.take_library(library)
        replies.refresh_usage()
        folder.shops.refresh()
        return True

    return take_in_changes


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments == [pyperclip_child.CHILD_ARGUMENT]:
        # A built executable has no interpreter to start the child with, only itself.
        return pyperclip_child.main()
    resources = paths.resources()
    language = chosen_language(arguments, os.environ)
    catalogue = read_catalogue(resources / "i18n" / "en.ts") if language == "en" else {}
    program = Program(resources, os.environ, catalogue)
    try:
        return run(Invocation(program, program.translate), arguments)
    except Exception as error:  # noqa: BLE001 - the last resort: a person never meets a traceback
        told = program.translate("程序出错了，刚才的操作可能没有完成：%1")
        tell(told.replace("%1", f"{type(error).__name__} {error}"))
        return ExitStatus.DATA_AT_FAULT
