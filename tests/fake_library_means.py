"""What work on the library is done with, in memory."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from datetime import datetime
from itertools import count

from cs_desk.app.checklists import Checklists
from cs_desk.app.enclosures import Enclosures
from cs_desk.app.library_desk import LibraryDesk
from cs_desk.app.library_ports import LibraryMeans
from cs_desk.app.releases import Releases
from cs_desk.domain.backup import Backup
from cs_desk.domain.china import CHINA
from cs_desk.ui.fittings import SupervisorDesk
from tests.fake_cases import BUNDLED, InMemoryChecklistStore
from tests.fakes import FixedClock, InMemoryLibraryStore

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=CHINA)


class InMemoryEditions:
    """Keeps every edition; ``damage`` makes their content unreadable."""

    def __init__(self):
        self.kept = []
        self._damaged = False

    def damage(self):
        self._damaged = True

    def heads(self):
        return tuple(edition.head for edition in reversed(self.kept))

    def load(self, edition_id):
        found = (e.library for e in self.kept if e.head.id == edition_id and not self._damaged)
        return next(found, None)

    def keep(self, edition):
        self.kept.append(edition)

    def let_go(self, edition_id):
        self.kept = [edition for edition in self.kept if edition.head.id != edition_id]


class InMemoryRules:
    def __init__(self):
        self._used = {}

    def get(self, name):
        return self._used.get(name)

    def use(self, rules):
        self._used[rules.name] = rules.content


class InMemoryTrash:
    def __init__(self):
        self._trashed = {}

    def all(self):
        last_first = sorted(self._trashed.items(), key=lambda item: item[1].deleted_at)
        return dict(reversed(last_first))

    def put(self, trashed):
        self._trashed |= {each.template.id: each for each in trashed}

    def take(self, template_ids):
        for template_id in template_ids:
            self._trashed.pop(template_id, None)


class InMemoryTemplateDrafts:
    """Keeps drafts; while ``trouble`` is set, keeping one fails with it."""

    def __init__(self):
        self.trouble = None
        self._drafts = {}

    def all(self):
        return dict(self._drafts)

    def keep(self, draft):
        if self.trouble is not None:
            raise self.trouble
        self._drafts[draft.id] = draft

    def forget(self, template_ids):
        for template_id in template_ids:
            self._drafts.pop(template_id, None)


class CountedBackups:
    """Counts what is backed up; ``refuse`` makes it fail."""

    def __init__(self):
        self.reasons = []
        self.error = None

    def keep(self, reason, *, if_changed=False):
        if self.error is not None:
            raise self.error
        self.reasons.append(reason)
        return Backup(f"{len(self.reasons)}.db", NOW, reason, 1)


class LibraryOnTheDesk:
    """A stored library with all that belongs to it, for as many as work on it."""

    def __init__(self, library=None, clock=None):
        self.store = InMemoryLibraryStore()
        if library is not None:
            self.store.replace(library)
        self.editions = InMemoryEditions()
        self.trash = InMemoryTrash()
        self.drafts = InMemoryTemplateDrafts()
        self.clock = clock or FixedClock(NOW)
        self.backups = CountedBackups()
        self.transactions = 0
        self._numbers = count(1)

    def means(self, author="小林"):
        return LibraryMeans(
            store=self.store,
            editions=self.editions,
            trash=self.trash,
            drafts=self.drafts,
            clock=self.clock,
            author=lambda: author,
            new_id=lambda: f"{author}-{next(self._numbers)}",
            transaction=self._transaction,
        )

    @contextmanager
    def _transaction(self):
        self.transactions += 1
        yield

    def supervisor(self):
        """Return what the narrow window is given of it; files are not asked for there."""
        means = self.means()
        checklists = Checklists(BUNDLED, InMemoryChecklistStore(), nullcontext)
        return SupervisorDesk(
            library=LibraryDesk(means),
            intake=None,
            beginnings=None,
            export=None,
            releases=Releases(means),
            enclosures=Enclosures(checklists, None, {}, nullcontext),
        )
