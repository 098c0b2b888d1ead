"""A desk with return cases, and with what is left of them everywhere."""

from __future__ import annotations

import json
import shutil
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.returns.retention import closed_before
from cs_desk.domain.returns.return_case import Evidence, Note
from cs_desk.domain.shop import Shop
from cs_desk.storage.case_purge import DeskPurge, PurgedPlaces
from cs_desk.storage.case_store import TinyCaseStore
from cs_desk.storage.evidence_folder import EvidenceFolder
from cs_desk.storage.stores import TinyShopStore
from tests.cases import case_of, summary_of
from tests.storage.desk_with_backups import NOON, DeskWithBackups

PHONE, NICK, PLACE = "13812345678", "小满同学", "文一西路九百六十九号"
PICTURE = b"\x89PNG\r\n a cup that leaks " * 50
OTHER_PICTURE = b"\x89PNG\r\n a shirt that is too small " * 50


class DeskWithCases(DeskWithBackups):
    """A case closed 91 days before noon, ``DUE``, and one that is open, ``OPEN``.

    Attributes:
        evidence: What was attached.
        purge: What is tested.
    """

    def __init__(self, folder, busy_timeout_s=5):
        super().__init__(folder, busy_timeout_s)
        self.evidence = EvidenceFolder(folder / "evidence")
        places = PurgedPlaces(
            self.file, folder / "damaged", folder / "logs", self.backups, self.evidence
        )
        self.purge = DeskPurge(places, "小林", self.clock, busy_timeout_s=busy_timeout_s)

    @contextmanager
    def cases(self):
        """The cases as a window has them."""
        with closing(self.open()) as database:
            yield TinyCaseStore(database, "小林", self.clock)

    def purge_due(self):
        self.purge.purge([DUE], closed_before(90, NOON))

    def leftovers(self):
        """Return what is left of the closed case in the bytes of any file, and where."""
        return sorted(
            (name, told)
            for name, content in self.listing().items()
            for told, trace in TRACES.items()
            if trace in content or trace in name.encode()
        )


def _case(number, picture, **changes):
    at = NOON - timedelta(days=120)
    note = Note("小林", at, f"{NICK}的电话{PHONE}，住{PLACE}")
    name = EvidenceFolder.name_of(picture)
    attached = Evidence(name, "杯子.png", len(picture), "小林", at, "application")
    return case_of(number, opened_at=at, notes=(note,), evidence=(attached,), **changes)


def _of_another_buyer(case):
    return replace(case, facts=replace(case.facts, buyer="阿宽"))


def save(store, case):
    store.save(case, summary_of(case))


DUE, OPEN = "R261120-001", "R261120-002"
CLOSED_AT = NOON - timedelta(days=91)
DUE_CASE = _case(1, PICTURE, closed_at=CLOSED_AT)
OPEN_CASE = replace(
    _of_another_buyer(case_of(2)),
    notes=(Note("小林", NOON, "电话 13987654321"),),
    evidence=_case(2, OTHER_PICTURE).evidence,
)

TRACES = {
    f"{word} {code}": word.encode(code)
    for word in (PHONE, NICK, PLACE)
    for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
}
TRACES |= {f"{word} escaped": json.dumps(word)[1:-1].encode() for word in (NICK, PLACE)}
TRACES["picture"] = PICTURE[:40]
TRACES["picture's hash"] = EvidenceFolder.name_of(PICTURE).encode()


def desk_with_traces(folder):
    """Return a desk that was used for long, with traces of the closed case wherever one can be."""
    desk = DeskWithCases(folder)
    desk.clock.advance(-timedelta(days=120))
    with closing(desk.open()) as database:
        TinyShopStore(database, "小林", desk.clock).save(Shop("s1", "云朵家"))
        desk.keep()
        store = TinyCaseStore(database, "小林", desk.clock)
        opened = replace(DUE_CASE, closed_at=None)
        save(store, opened)
        # Many revisions, so that old ones lie about in the pages.
        for number in range(12):
            opened = replace(opened, notes=opened.notes + DUE_CASE.notes * number)
            save(store, opened)
            save(store, _of_another_buyer(case_of(100 + number)))
    desk.later(days=1)
    desk.keep(BackupReason.ROUTINE)
    with closing(desk.open()) as database:
        store = TinyCaseStore(database, "小林", desk.clock)
        store.load(DUE)
        save(store, DUE_CASE)
        save(store, OPEN_CASE)
        desk.evidence.keep(PICTURE)
        desk.evidence.keep(OTHER_PICTURE)
        desk.later(days=119)
        desk.keep(BackupReason.EXIT)
        # Where SQLite leaves it if the process is killed now: the log still holds it all.
        left = folder.with_name("left")
        shutil.copytree(folder, left)
    shutil.rmtree(folder)
    left.rename(folder)
    _scatter(desk)
    return desk


def _scatter(desk):
    damaged = desk.folder / "damaged"
    damaged.mkdir()
    shutil.copyfile(desk.file, damaged / "desk-20261101-090000.db")
    shutil.copyfile(f"{desk.file}-wal", damaged / "desk-20261101-090000.db-wal")
    shutil.copyfile(desk.kept_files()[-1], desk.folder / "copy")
    whole = (desk.folder / "copy").read_bytes()
    (desk.folder / "copy").unlink()
    (desk.folder / "backups" / "desk-20261110-120000-exit.db").write_bytes(
        whole[:4096] + b"\xff" * 300 + whole[4396:]
    )
    (desk.folder / "backups" / ".backup.part").write_bytes(whole[:9000])
    logs = desk.folder / "logs"
    logs.mkdir()
    (logs / "cs_desk.log").write_text(
        f"2026-07-01T09:00:00+08:00 fault: {PHONE}\n    {NICK} {PLACE}\n"
        "2026-11-20T09:00:00+08:00 fault: disk\n    at home\n",
        encoding="utf-8",
    )
