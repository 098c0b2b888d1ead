"""The window put together: one per data folder, with everything that keeps it safe around it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import closing, contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, QTimer

from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning
from cs_desk.app.window_claim import WindowClaim, why_no_window
from cs_desk.app.wording import sentence, trouble, with_facts
from cs_desk.commands.invocation import ExitStatus, tell
from cs_desk.desktop.crash_record import crash_record
from cs_desk.desktop.event_log import EventLog
from cs_desk.desktop.fault_hooks import watched
from cs_desk.desktop.input_method import input_method_changes
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
from cs_desk.desktop.selection_reader import SelectionReader
from cs_desk.desktop.single_instance import SingleInstance
from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import DeskBusyError, DeskError, InvalidFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from cs_desk.app.library_ports import Enclosed, Written
    from cs_desk.app.library_work import LibraryWork
    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.data_folder import DataFolder, OpenFolder
    from cs_desk.desktop.fault_hooks import FaultWatch
    from cs_desk.domain.library.incoming import FileFormat
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.equipment import Equipment
    from cs_desk.ui.desk_window import DeskWindow
    from cs_desk.ui.fittings import CaseDesk, SupervisorDesk
    from cs_desk.ui.recovery_dialog import Recovery

_AFTER_FIRST_PAINT_MS = 100
# A window that waits for another process is a window that hangs.
_PATIENCE_S = 0.5
# What holds for as long as a store is open that cannot be written.
_STANDING = (PlaceWarning(PlaceRisk.READ_ONLY),)


def open_window(equipment: Equipment, data: DataFolder) -> ExitStatus:
    """Show the window of ``data`` until it is closed, or call forward the one that is open."""
    with closing(SingleInstance(data.path, equipment.environ)) as instance:
        claim = instance.claim()
        if claim is WindowClaim.FIRST:
            return _Window(equipment, data, instance).run()
        held_by = instance.computer, str(instance.lock_file)
        tell(why_no_window(claim, *held_by, equipment.translate))
        called = claim is WindowClaim.CALLED_FORWARD
        return ExitStatus.DONE if called else ExitStatus.BUSY


class _Window:
    """One run of the window, from the first sign of life to the backup at its end."""

    def __init__(self, equipment: Equipment, data: DataFolder, instance: SingleInstance) -> None:
        self._equipment = equipment
        self._data = data
        self._instance = instance
        self._log = EventLog(data.log, equipment.clock)
        self._shown: DeskWindow | None = None
        self._is_listening = False
        self._news: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()

    def run(self) -> ExitStatus:
        """Show the window until it is closed."""
        # What a start loads and builds is there to stay: looking through it for garbage, dozens
        # of times, would find none. From the first paint on, it is looked for as ever.
        gc.disable()
        try:
            return self._run()
        finally:
            gc.enable()

    def _run(self) -> ExitStatus:
        with crash_record(self._log) as has_crashed, watched(self._log) as faults:
            # Qt's own start may go wrong too, so the watch comes before it.
            from cs_desk.ui.application import application, show_last_words  # noqa: PLC0415

            environ = self._equipment.environ
            os.environ.update(input_method_changes(environ, sys.platform))
            running = application(self._equipment.catalogue)
            try:
                return self._open(running, faults, has_crashed=has_crashed)
            except DeskError as error:
                self._log.trouble(error)
                told = trouble(error, self._equipment.translate)
                tell(told)
                self._listen(running)
                show_last_words(told)
                busy = isinstance(error, DeskBusyError)
                return ExitStatus.BUSY if busy else ExitStatus.DATA_AT_FAULT

    def _open(self, running: QApplication, faults: FaultWatch, *, has_crashed: bool) -> ExitStatus:
        """Open the store; where it is broken, again when the person chose what to do."""
        afresh = False
        while True:
            try:
                with self._data.open(afresh=afresh, busy_timeout_s=_PATIENCE_S) as folder:
                    return self._show(folder, running, faults, has_crashed=has_crashed)
            except InvalidFileError as damage:
                # A broken file of the program's own is not mended by a backup.
                if damage.file != str(self._data.store):
                    raise
                if not self._recover(running, damage):
                    return ExitStatus.DATA_AT_FAULT
            afresh, has_crashed = True, False

    def _recover(self, running: QApplication, damage: InvalidFileError) -> bool:
        """Let the person choose how to go on without the store; return whether to go on."""
        from cs_desk.ui.icons import Icons  # noqa: PLC0415 - only where it is needed
        from cs_desk.ui.recovery_dialog import BrokenStore, RecoveryWay, choose_recovery  # noqa: PLC0415

        gc.enable()
        self._listen(running)
        icons = Icons(self._equipment.resources / "icons")
        # The dialog is the last window for now, but not the end of the program.
        running.setQuitOnLastWindowClosed(False)
        error: DeskError | None = damage
        told = sentence(damage.reason, self._equipment.translate)
        while error is not None:
            self._log.trouble(error)
            aside = str(self._data.damaged) if self._data.store.exists() else ""
            broken = BrokenStore(told, str(self._data.store), aside)
            choice = choose_recovery(
                running, icons, broken, self._data.backups, self._equipment.clock
            )
            if choice.way is RecoveryWay.QUIT:
                return False
            error = self._mend(choice)
            told = trouble(error, self._equipment.translate) if error else ""
        running.setQuitOnLastWindowClosed(True)
        return True

    def _mend(self, choice: Recovery) -> DeskError | None:
        """Do what was chosen; return why it did not work."""
        from cs_desk.app.backup_words import restored_told  # noqa: PLC0415 - only after damage

        translate, backups = self._equipment.translate, self._data.backups
        try:
            if choice.file:
                at = backups.describe(choice.file).at
                backups.restore(choice.file)
                self._news = (restored_told(at, self._equipment.clock.now(), translate),)
            elif aside := backups.set_aside():
                told = translate("已重新开始，原来的数据文件放在「%1」。")
                self._news = (with_facts(told, aside),)
        except DeskError as error:
            return error
        return None

    def _show(
        self, folder: OpenFolder, running: QApplication, faults: FaultWatch, *, has_crashed: bool
    ) -> ExitStatus:
        from cs_desk.ui.fault_notices import FaultNotices  # noqa: PLC0415 - run()

        window = self._shown = self._built(folder, running)
        notices = FaultNotices(window.notices)
        faults.tell(notices.show_fault)
        window.notices.failed.connect(self._log.trouble)
        window.open()
        if folder.database.read_only:
            window.place_banners.show_warnings(_STANDING)
        self._tell_news(folder, window)
        if has_crashed and not self._told:
            notices.show_crash()
        # A later start waits for that long; the first paint need not. (With a receiver as its
        # context, the first call of singleShot takes 24 ms in PySide6 6.11.)
        QTimer.singleShot(_AFTER_FIRST_PAINT_MS, partial(self._settle, folder, running))
        # Between two bytecodes is no place to close a window; the event loop is.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: QTimer.singleShot(0, running.closeAllWindows))
        running.exec()
        # A restore under way goes on; what follows has to find it finished.
        QThreadPool.globalInstance().waitForDone()
        self._keep_backup(folder)
        return ExitStatus.DONE

    def _built(self, folder: OpenFolder, running: QApplication) -> DeskWindow:
        from cs_desk.desktop.archive_process import ArchiveProcess  # noqa: PLC0415 - run()
        from cs_desk.desktop.desktop_clipboard import DesktopClipboard  # noqa: PLC0415
        from cs_desk.ui.desk_window import DeskWindow  # noqa: PLC0415
        from cs_desk.ui.fittings import Fittings  # noqa: PLC0415
        from cs_desk.ui.icons import Icons  # noqa: PLC0415

        environ, platform = self._equipment.environ, running.platformName()
        clipboard = DesktopClipboard(
            running, platform, PyperclipClipboard(environ), SelectionReader(platform, environ)
        )
        library = self._equipment.library(folder, self._data)
        maker = ArchiveProcess(self._data.arguments, running)
        search = self._equipment.search_means(self._data, maker)
        replies = self._equipment.reply_desk(folder, library, folder.usage, clipboard, search)
        return DeskWindow(
            Fittings(
                desk=replies,
                case_desk=cache(partial(self._case_desk, folder, replies)),
                supervisor=cache(partial(self._supervisor, folder)),
                shops=folder.shops,
                settings=folder.settings,
                drafts=folder.drafts,
                backups=self._data.backups,
                set_aside=lambda: folder.database.damaged_rows,
                data_folder=str(self._data.path),
                clock=self._equipment.clock,
                icons=Icons(self._equipment.resources / "icons"),
                application=running,
                take_in_changes=partial(self._take_in_changes, folder, replies),
            )
        )

    def _case_desk(self, folder: OpenFolder, replies: ReplyDesk) -> CaseDesk:
        from cs_desk.app.case_replies import CaseReplies  # noqa: PLC0415 - once it is needed
        from cs_desk.checklist_files import WrittenChecklistFiles  # noqa: PLC0415
        from cs_desk.ui.fittings import CaseDesk  # noqa: PLC0415

        cases = self._equipment.return_cases(folder, self._data)
        return CaseDesk(
            cases=cases,
            replies=CaseReplies(replies, cases, folder.shops, self._equipment.clock),
            files=self._equipment.case_files(folder, self._data),
            checklist_files=WrittenChecklistFiles(self._data.store),
        )

    def _supervisor(self, folder: OpenFolder) -> SupervisorDesk:
        from cs_desk.app.library_desk import LibraryDesk  # noqa: PLC0415 - once it is needed
        from cs_desk.app.releases import Releases  # noqa: PLC0415
        from cs_desk.exchange.library.csdesk import content_hash  # noqa: PLC0415
        from cs_desk.library_files import WrittenLibraryFiles  # noqa: PLC0415
        from cs_desk.library_intake import DeskIntake  # noqa: PLC0415
        from cs_desk.ui.fittings import SupervisorDesk  # noqa: PLC0415

        means = self._equipment.library_means(folder, self._data)
        work = self._equipment.library_work(folder, self._data)
        return SupervisorDesk(
            library=LibraryDesk(means),
            intake=DeskIntake(work.files, self._work_of_a_worker),
            beginnings=WrittenLibraryFiles(self._data.store).beginnings,
            export=self._export_in_a_worker,
            releases=Releases(means, content_hash),
            enclosures=work.enclosures,
        )

    def _export_in_a_worker(
        self, library: TemplateLibrary, file: str, format_: FileFormat, enclosed: Enclosed
    ) -> Written:
        with self._work_of_a_worker() as work:
            return work.exports.export(library, file, format_, enclosed)

    @contextmanager
    def _work_of_a_worker(self) -> Iterator[LibraryWork]:
        """Open the store anew: it serves one thread only."""
        with self._data.open() as folder:
            yield self._equipment.library_work(folder, self._data)

    def _take_in_changes(self, folder: OpenFolder, replies: ReplyDesk) -> bool:
        """Take in what other processes stored; return whether there was anything."""
        if not folder.database.refresh():
            return False
        library = folder.library.load()
        if library is not None and library != replies.library:
            replies.take_library(library)
        replies.refresh_usage()
        folder.shops.refresh()
        if self._shown is not None:
            self._tell_news(folder, self._shown)
        return True

    def _tell_news(self, folder: OpenFolder, window: DeskWindow) -> None:
        """Say what a person should know of the data, if it was not said already."""
        told = self._equipment.condition_told(folder)
        if told and told != self._told:
            window.notices.warn("\n".join(self._news + told))
        elif self._news:
            window.notices.say("\n".join(self._news))
        self._told, self._news = told or self._told, ()

    def _back_up_routinely(self, folder: OpenFolder, window: DeskWindow) -> None:
        from cs_desk.ui.routine_backups import RoutineBackups  # noqa: PLC0415 - run()

        if not folder.database.read_only:
            routine = RoutineBackups(self._data.backups, window.notices, window)
            routine.kept.connect(window.pages.show_backups)
            routine.start()

    def _delete_old_cases(self, folder: OpenFolder, window: DeskWindow) -> None:
        """Delete for good what has been closed for long enough, unless the clock went wrong."""
        from cs_desk.domain.returns.retention import (  # noqa: PLC0415 - run()
            closed_before,
            due_for_deletion,
            trusted_now,
        )
        from cs_desk.ui.returns.case_deletion import CaseDeletion  # noqa: PLC0415

        if folder.database.read_only:
            return
        days = folder.settings.now.retention_days
        cases = folder.returns().cases.summaries().values()
        try:
            in_use = [backup.at for backup in self._data.backups.all()]
        except DeskError as error:
            # Without them a jump of the clock is not noticed, so nothing is deleted.
            self._log.trouble(error)
            return
        now = trusted_now(cases, self._equipment.clock.now(), in_use)
        purge = self._equipment.case_purge(folder, self._data)
        deletion = CaseDeletion(purge, window.notices, window)
        deletion.begin(due_for_deletion(cases, days, now), closed_before(days, now))

    def _watch_place(self, folder: OpenFolder, window: DeskWindow) -> None:
        """Let the window warn while the data's place may cost changes."""
        from cs_desk.desktop.data_place import warnings_about  # noqa: PLC0415 - run()
        from cs_desk.desktop.place_watch import PlaceWatch  # noqa: PLC0415

        standing = _STANDING if folder.database.read_only else ()

        def look() -> tuple[PlaceWarning, ...]:
            gone = not folder.database.read_only and not self._data.store.exists()
            found = (PlaceWarning(PlaceRisk.GONE),) if gone else ()
            return standing + found + warnings_about(self._data.path)

        watch = PlaceWatch(look, window)
        watch.looked.connect(window.place_banners.show_warnings)
        watch.start()

    def _keep_backup(self, folder: OpenFolder) -> None:
        """Keep what the day has brought; the window is gone, so trouble goes to the log."""
        if folder.database.read_only:
            return
        try:
            self._data.backups.keep(BackupReason.EXIT, if_changed=True)
        except DeskError as error:
            self._log.trouble(error)
            tell(trouble(error, self._equipment.translate))

    def _settle(self, folder: OpenFolder, running: QApplication) -> None:
        """Do what a start leaves for the moment after its first paint."""
        self._listen(running)
        if self._shown is not None:
            self._back_up_routinely(folder, self._shown)
            self._delete_old_cases(folder, self._shown)
            self._watch_place(folder, self._shown)
        gc.freeze()
        gc.enable()

    def _listen(self, running: QApplication) -> None:
        """Answer later starts from now on."""
        if not self._is_listening:
            self._is_listening = True
            self._instance.listen(running, partial(self._come_forward, running))

    def _come_forward(self, running: QApplication) -> None:
        dialog = running.activeModalWidget()
        if self._shown is not None:
            self._shown.come_forward()
        elif dialog is not None:
            dialog.raise_()
            dialog.activateWindow()
