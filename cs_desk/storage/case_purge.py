"""Closed cases deleted for good, wherever anything of them is kept.

What is to be deleted is written down first, in ``desk.db.purging``, by ids that tell nothing
about anybody. Whoever finds that file goes on; every step may be taken again:

====================================  =====================================================
step                                  killed before it, the next purge
====================================  =====================================================
1. ``.purging`` placed                finds the cases as they were, due
2. a backup of everything             takes every step
3. cases made tombstones              takes every step; the backup goes the way of the others
4. the store written anew             writes it anew: what was overwritten is gone from it
5. evidence and damaged copies gone   removes what is left
6. every backup rewritten             rewrites those that still hold something, or are newer
7. ``.purging`` removed               finds nothing more to do, and removes it
====================================  =====================================================

The backup of step 2 is rewritten like the others, so what it brings back is everything but the
purged cases: one that still held them would make the promise to delete them an empty one.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import BackupFailedError, DataFaultError, StoreFailedError
from cs_desk.storage.aged_files import cut_logs, remove_files
from cs_desk.storage.backup_scrubbing import scrub_backups
from cs_desk.storage.case_scrubbing import (
    CaseScrubbing,
    KeptCase,
    PurgeOrder,
    evidence_named,
    kept_case,
    tombstone_of,
)
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.draft_store import TinyDraftStore
from cs_desk.storage.placed_file import placed, sync_folder
from cs_desk.storage.private_copy import is_read_only
from cs_desk.storage.quarantine import has_rows_set_aside
from cs_desk.storage.reasons import reason_of
from cs_desk.storage.row_format import CASE_TABLE
from cs_desk.storage.soundness import connect

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cs_desk.app.ports import Clock
    from cs_desk.storage.backup_folder import BackupFolder
    from cs_desk.storage.evidence_folder import EvidenceFolder
    from cs_desk.storage.row_table import RowTable

_PURGING = msgspec.json.Decoder(PurgeOrder)


class PurgedPlaces(NamedTuple):
    """Where anything of a case may be.

    Attributes:
        store: The file of the store.
        damaged: The folder where damaged files are set aside.
        log: The folder of the log.
        backups: The backups.
        evidence: What was attached to cases.
    """

    store: Path
    damaged: Path
    log: Path
    backups: BackupFolder
    evidence: EvidenceFolder


class DeskPurge:
    """Deletes closed cases for good; see ``cs_desk.app.case_ports.CasePurge``.

    It opens what it needs anew each time, so it serves every thread. Windows and other processes
    may have the store open, and take the deletion in like any change.

    Args:
        places: Where anything of a case may be.
        author: Who purges, as the tombstones name them.
        clock: The time.
        busy_timeout_s: Seconds to wait for other processes.
    """

    def __init__(
        self, places: PurgedPlaces, author: str, clock: Clock, *, busy_timeout_s: float = 10.0
    ) -> None:
        self._places = places
        self._author = author
        self._clock = clock
        self._busy_timeout_s = busy_timeout_s
        self._purging = places.store.with_name(f"{places.store.name}.purging")

    def purge(self, case_ids: Collection[str], closed_before: datetime) -> None:
        """Delete these cases, and go on with a purge that was broken off; see the port.

        To be called at every start, also without cases: what is too old goes, and it costs a
        millisecond if there is nothing to do. A case that was opened again meanwhile stays.
        """
        with _failures_told(), ExitStack() as at_the_end:
            # Whatever becomes of the cases; and logs that cannot be written are in nobody's way.
            at_the_end.callback(cut_logs, self._places.log, closed_before)
            at_the_end.callback(
                remove_files, self._places.damaged, lambda at, _: at < closed_before
            )
            if case_ids or self._purging.exists() or self._has_rows_from_before(closed_before):
                self._purge(frozenset(case_ids), closed_before)

    def _purge(self, case_ids: frozenset[str], closed_before: datetime) -> None:
        database = DeskDatabase(
            self._places.store,
            busy_timeout_s=self._busy_timeout_s,
            before_migration=self._places.backups.keep_before_migration,
        )
        with closing(database):
            order = self._write_down(database, case_ids, closed_before)
            began = self._purging.stat().st_mtime
            if order.uuids:
                self._places.backups.keep(BackupReason.PURGE)
            stayed = self._bury(database, order, case_ids)
            scrubbing = CaseScrubbing(order, stayed, self._clock.now(), self._author)
            database.discard_damaged(scrubbing.is_row_due)
            database.compact()
            named = evidence_named(_cases_in(database).encoded().values())
        self._remove_evidence(order, named, began)
        remove_files(self._places.damaged, lambda _, content: scrubbing.is_mentioned(content))
        scrub_backups(
            Path(self._places.backups.folder),
            scrubbing,
            suspect_from=began,
            timeout_s=self._busy_timeout_s,
        )
        self._purging.unlink()
        sync_folder(self._purging.parent)

    def _write_down(
        self, database: DeskDatabase, case_ids: frozenset[str], closed_before: datetime
    ) -> PurgeOrder:
        """Note what is to be deleted, together with what was left to do before."""
        before = self._left_to_do()
        # Where nothing can be written, this tells so before anything is deleted elsewhere.
        with database.transaction():
            bodies = [
                (case, body)
                for body in _cases_in(database).encoded().values()
                if (case := kept_case(body)) and case.id in case_ids
            ]
        order = PurgeOrder(
            frozenset(case.uuid for case, _ in bodies),
            evidence_named(body for _, body in bodies),
            closed_before,
        )
        if before is None:
            self._place(order)
            return order
        order = PurgeOrder(
            order.uuids | before.uuids, order.evidence | before.evidence, closed_before
        )
        if order.uuids != before.uuids:
            began = self._purging.stat().st_mtime_ns
            self._place(order, began)
        return order

    def _place(self, order: PurgeOrder, began: int | None = None) -> None:
        with placed(self._purging) as part:
            part.write_bytes(msgspec.json.encode(order))
            if began is not None:
                # Backups made since the first attempt began stay suspect.
                os.utime(part, ns=(began, began))

    def _left_to_do(self) -> PurgeOrder | None:
        try:
            return _PURGING.decode(self._purging.read_bytes())
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def _bury(
        self, database: DeskDatabase, order: PurgeOrder, case_ids: frozenset[str]
    ) -> frozenset[str]:
        """Put tombstones in the places of the cases; return the documents that stay."""

        def is_due(case: KeptCase) -> bool:
            if case.closed_at is None:
                return False
            # One that nobody can read, and so nobody can close, goes by its last change.
            is_meant = not case.id or case.uuid in order.uuids
            return is_meant and (case.closed_at < order.closed_before or case.id in case_ids)

        stayed, now = set(), self._clock.now()
        with database.transaction():
            table = _cases_in(database)
            for doc_id, body in list(table.encoded().items()):
                case = kept_case(body)
                if case is not None and is_due(case):
                    table.update(tombstone_of(body, now, self._author), doc_ids=[int(doc_id)])
                elif case is not None:
                    stayed.add(case.uuid)
            self._forget_aged_drafts(database, order.closed_before)
        return frozenset(stayed)

    def _forget_aged_drafts(self, database: DeskDatabase, before: datetime) -> None:
        drafts = TinyDraftStore(database, self._author, self._clock)
        typed = drafts.load()
        if typed is not None and typed.typed_at < before:
            drafts.forget()

    def _remove_evidence(self, order: PurgeOrder, named: frozenset[str], began: float) -> None:
        evidence = self._places.evidence
        evidence.sweep()
        since = datetime.fromtimestamp(began, UTC)
        for sha256 in (order.evidence | evidence.kept_before(order.closed_before)) - named:
            evidence.remove(sha256, unless_kept_since=since)

    def _has_rows_from_before(self, closed_before: datetime) -> bool:
        store = self._places.store
        if not store.exists() or is_read_only(store):
            return False
        with closing(connect(store, "mode=ro", self._busy_timeout_s)) as connection:
            return has_rows_set_aside(
                connection, lambda found_at, _: found_at is None or found_at < closed_before
            )


def _cases_in(database: DeskDatabase) -> RowTable:
    return cast("RowTable", database.table(CASE_TABLE))


@contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.DatabaseError) as error:
        raise StoreFailedError(reason_of(error), outcome_known=False) from error
    except (BackupFailedError, DataFaultError) as fault:
        raise StoreFailedError(fault.reason, outcome_known=False) from fault
