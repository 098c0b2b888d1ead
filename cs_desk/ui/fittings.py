"""What the window is given: everything it shows and changes, chosen where it is put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QApplication

    from cs_desk.app.case_ports import CaseFiles
    from cs_desk.app.case_replies import CaseReplies
    from cs_desk.app.checklists import ChecklistFiles
    from cs_desk.app.drafts import DraftBox
    from cs_desk.app.enclosures import Enclosures
    from cs_desk.app.library_desk import LibraryDesk
    from cs_desk.app.library_ports import Enclosed, LibraryIntake, Written
    from cs_desk.app.ports import BackupStore, Clock
    from cs_desk.app.releases import Releases
    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.app.return_cases import ReturnCases
    from cs_desk.app.set_aside import SetAsideRecord
    from cs_desk.app.settings import Settings
    from cs_desk.app.shops import Shops
    from cs_desk.domain.library.incoming import FileFormat
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.ui.icons import Icons


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """What the room of return cases works with.

    Attributes:
        cases: The cases.
        replies: The replies that help with them.
        files: Cases as files for other people.
        checklist_files: Checklists as files.
    """

    cases: ReturnCases
    replies: CaseReplies
    files: CaseFiles
    checklist_files: ChecklistFiles


@dataclass(frozen=True, slots=True)
class SupervisorDesk:
    """What the library's window works with.

    Attributes:
        library: The library as its supervisor works on it.
        intake: Imports, made in workers.
        beginnings: Returns how a file of text begins in each encoding that it can be in; it may
            be called on any thread.
        export: Writes a library to a file of a format, with what is enclosed, in a worker.
        releases: Its releases.
        enclosures: What may travel with it: the checklist of returns, and rules.
    """

    library: LibraryDesk
    intake: LibraryIntake
    beginnings: Callable[[str], Sequence[tuple[str, str]]]
    export: Callable[[TemplateLibrary, str, FileFormat, Enclosed], Written]
    releases: Releases
    enclosures: Enclosures


@dataclass(frozen=True, slots=True)
class Fittings:
    """What the window shows and changes.

    Attributes:
        desk: Replies for the shop in use.
        case_desk: Returns what return cases are worked with; built when it is first called.
        supervisor: Returns what the library is worked with; likewise.
        shops: The shop profiles.
        settings: What the desk remembers.
        drafts: Keeps what is typed and not done.
        backups: The backups of all that is stored.
        set_aside: Returns the damaged records.
        data_folder: Path of the folder that holds the store.
        clock: The time.
        icons: The icon set.
        application: The running Qt application; it wears the theme.
        take_in_changes: Takes in what other processes stored; True if there was anything.
    """

    desk: ReplyDesk
    case_desk: Callable[[], CaseDesk]
    supervisor: Callable[[], SupervisorDesk]
    shops: Shops
    settings: Settings
    drafts: DraftBox
    backups: BackupStore
    set_aside: Callable[[], Collection[SetAsideRecord]]
    data_folder: str
    clock: Clock
    icons: Icons
    application: QApplication
    take_in_changes: Callable[[], bool]
