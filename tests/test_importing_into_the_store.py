"""Imports with the stores that the program really has."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid4

import pytest

from cs_desk.app.library_imports import LibraryImports
from cs_desk.app.library_ports import LibraryMeans
from cs_desk.data_folder import DataFolder
from cs_desk.domain.errors import DeskBusyError
from cs_desk.domain.library.merge import MergeChoice
from tests.fake_library_means import NOW
from tests.fakes import FixedClock
from tests.merges import csdesk, library, reply

ONE, TWO = reply("1", code="a"), reply("2", code="b", group="售后")


@pytest.fixture
def folder(tmp_path):
    return DataFolder(tmp_path, "小林", FixedClock(NOW))


@contextmanager
def opened(folder):
    """Open the folder as another process would, and give its store and its imports."""
    with folder.open() as desk:
        stores = desk.supervision()
        means = LibraryMeans(
            store=desk.library,
            editions=stores.editions,
            trash=stores.trash,
            drafts=stores.drafts,
            clock=FixedClock(NOW),
            author=lambda: "小林",
            new_id=lambda: str(uuid4()),
            transaction=desk.database.transaction,
        )
        yield means, LibraryImports(means, folder.backups)


def imported(folder, incoming, everything=None):
    with opened(folder) as (means, imports):
        plan = imports.plan(incoming, lambda *_: None)
        chosen = {row.key: everything for row in plan.rows if everything}
        outcome = imports.apply(plan, chosen, lambda *_: None)
        return outcome, means.store.load(), means.trash.all()


def test_an_import_is_there_after_a_restart(folder):
    outcome, *_ = imported(folder, csdesk(ONE, TWO, groups=("售后", "空")))
    with opened(folder) as (means, _):
        assert means.store.load() == outcome.merged.library
        assert means.store.load().templates == (ONE, TWO)
        assert [head.templates for head in means.editions.heads()] == [2]
    assert [backup.reason for backup in folder.backups.all()] == [outcome.backup.reason]


def test_what_was_removed_and_comes_back_counts_on(folder):
    with opened(folder) as (means, _):
        means.store.replace(library())
    release = replace(csdesk(ONE, TWO), sha256="1")
    imported(folder, release)
    _, stored, trash = imported(folder, csdesk(ONE), MergeChoice.REPLACE)
    assert (stored.templates, list(trash)) == ((ONE,), [TWO.id])
    outcome, stored, trash = imported(folder, release, MergeChoice.REPLACE)
    assert outcome.merged.library == stored
    assert (stored.templates[1].rev, trash) == (3, {})


def test_a_change_by_another_process_refuses_the_plan(folder):
    imported(folder, csdesk(ONE))
    with opened(folder) as (means, imports):
        plan = imports.plan(csdesk(ONE, TWO), lambda *_: None)
        with opened(folder) as (others, _):
            changed = replace(others.store.load(), templates=(replace(ONE, body="他人改的"),))
            others.store.replace(changed)
        with pytest.raises(DeskBusyError):
            imports.apply(plan, {}, lambda *_: None)
        assert [t.body for t in means.store.load().templates] == ["他人改的"]
