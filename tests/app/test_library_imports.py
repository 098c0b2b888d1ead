from contextlib import nullcontext
from dataclasses import replace

import pytest

from cs_desk.app.checklists import Checklists
from cs_desk.app.enclosures import Enclosures
from cs_desk.app.library_imports import LibraryImports
from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import (
    BackupFailedError,
    CancelledError,
    CaseRefusedError,
    DeskBusyError,
    Sentence,
)
from cs_desk.domain.library.edition import EditionOrigin
from cs_desk.domain.library.incoming import RuleDocument
from cs_desk.domain.library.merge import MergeChoice, MergeKind
from cs_desk.domain.library.trash import TrashedTemplate
from tests.fake_cases import BUNDLED, InMemoryChecklistStore
from tests.fake_library_means import NOW, InMemoryRules, LibraryOnTheDesk
from tests.merges import csdesk, flat, library, reply

ONE, TWO = reply("1", code="a"), reply("2", code="b")
CHANGED = replace(ONE, body="新的说法")


def silent(_done, _of):
    pass


def imports(desk):
    return LibraryImports(desk.means(), desk.backups)


def imported(desk, incoming, **choices):
    """Import as somebody who chooses ``choices`` for the rows of these kinds."""
    work = imports(desk)
    plan = work.plan(incoming, silent)
    chosen = {r.key: choices[r.kind.value] for r in plan.rows if r.kind.value in choices}
    return plan, work.apply(plan, chosen, silent)


def released(*templates, version="1", **parts):
    return replace(csdesk(*templates, version=version, **parts), sha256=f"sha-{version}")


def counts(plan):
    return {kind.value: plan.count(kind) for kind in MergeKind if plan.count(kind)}


def test_what_is_new_is_stored_with_a_backup_before():
    desk = LibraryOnTheDesk(library(ONE))
    _, outcome = imported(desk, flat(TWO))
    assert desk.store.load() == outcome.merged.library
    assert len(desk.store.load().templates) == 2
    assert desk.backups.reasons == [BackupReason.IMPORT]
    assert outcome.backup.reason is BackupReason.IMPORT
    assert desk.transactions == 1


def test_a_fresh_folder_takes_a_library_of_its_own():
    desk = LibraryOnTheDesk()
    imported(desk, csdesk(ONE))
    assert desk.store.load().templates == (ONE,)
    assert desk.store.load().id == "小林-1"


@pytest.mark.parametrize("incoming", [released(ONE, TWO), flat(ONE, TWO)])
def test_the_same_file_again_changes_nothing(incoming):
    desk = LibraryOnTheDesk(library(ONE))
    imported(desk, incoming)
    before, kept = desk.store.load(), len(desk.editions.kept)
    plan, outcome = imported(desk, incoming)
    assert counts(plan) == {"same": 2}
    assert outcome.backup is None
    assert desk.store.load() == before
    assert (desk.transactions, len(desk.editions.kept)) == (1, kept)


@pytest.mark.parametrize("incoming", [released(ONE, TWO), flat(ONE, TWO)])
def test_the_same_file_leaves_what_was_changed_here_since(incoming):
    desk = LibraryOnTheDesk(library())
    imported(desk, incoming)
    stored = desk.store.load()
    ours = replace(stored.templates[0], body="我们自己的说法", rev=2)
    desk.store.replace(replace(stored, templates=(ours, stored.templates[1])))
    plan, _ = imported(desk, incoming)
    assert counts(plan) == {"same": 2}
    assert desk.store.load().templates == (ours, stored.templates[1])


@pytest.mark.parametrize("incoming", [released(ONE, TWO), flat(ONE, TWO)])
def test_the_same_file_brings_back_what_is_gone(incoming):
    desk = LibraryOnTheDesk(library())
    imported(desk, incoming)
    stored = desk.store.load()
    desk.store.replace(replace(stored, templates=stored.templates[:1]))
    plan, _ = imported(desk, incoming)
    assert counts(plan) == {"new": 1, "same": 1}
    assert len(desk.store.load().templates) == 2


def test_the_same_release_leaves_in_the_trash_what_was_thrown_away():
    desk = LibraryOnTheDesk(library())
    imported(desk, released(ONE, TWO))
    desk.store.replace(replace(desk.store.load(), templates=(ONE,)))
    desk.trash.put([TrashedTemplate(TWO, NOW)])
    imported(desk, released(ONE, TWO))
    assert desk.store.load().templates == (ONE,)


def test_a_clash_that_was_declined_clashes_again_and_can_be_taken_then():
    desk = LibraryOnTheDesk(library(ONE, TWO))
    for choice in (MergeChoice.KEEP, MergeChoice.KEEP, MergeChoice.REPLACE):
        plan, _ = imported(desk, released(CHANGED, TWO, version="2"), clashing=choice)
        assert counts(plan) == {"clashing": 1, "same": 1}
    assert desk.store.load().templates[0].body == CHANGED.body
    assert counts(imported(desk, released(CHANGED, TWO, version="2"))[0]) == {"same": 2}
    assert len(desk.editions.kept) == 2


def test_a_release_of_which_everything_was_declined_is_no_edition():
    desk = LibraryOnTheDesk(library())
    imported(desk, released(ONE))
    kept = len(desk.editions.kept)
    _, outcome = imported(desk, released(CHANGED, version="2"), changed=MergeChoice.KEEP)
    assert (outcome.merged.library.version, len(desk.editions.kept)) == ("1", kept)


def test_the_next_release_takes_the_place_of_the_last_one():
    desk = LibraryOnTheDesk(library(ONE, TWO))
    imported(desk, released(ONE, TWO))
    mine = replace(TWO, note="小心", rev=2)
    desk.store.replace(replace(desk.store.load(), templates=(ONE, mine)))
    plan, _ = imported(desk, released(CHANGED, TWO, version="2"))
    assert counts(plan) == {"changed": 1, "same": 1}
    assert desk.store.load().templates == (replace(CHANGED, rev=2), mine)
    assert desk.store.load().version == "2"


def test_an_older_release_takes_the_place_of_nothing_unasked():
    desk = LibraryOnTheDesk(library())
    imported(desk, released(CHANGED, version="2"))
    newest = desk.store.load()
    plan, _ = imported(desk, released(ONE, version="1"))
    assert plan.older_than == "2"
    assert desk.store.load() == newest
    assert [edition.head.version for edition in desk.editions.kept] == ["2"]


def test_an_older_release_can_be_taken_all_the_same():
    desk = LibraryOnTheDesk(library())
    imported(desk, released(CHANGED, version="2"))
    imported(desk, released(ONE, version="1"), clashing=MergeChoice.REPLACE)
    assert desk.store.load().templates[0].body == ONE.body
    assert desk.store.load().version == "2"
    assert [edition.head.version for edition in desk.editions.kept] == ["2", "1"]


def test_after_an_older_release_was_looked_at_the_next_one_starts_from_the_latest():
    desk = LibraryOnTheDesk(library())
    imported(desk, released(CHANGED, version="2"))
    imported(desk, released(ONE, TWO, version="1"))
    plan, _ = imported(desk, released(replace(ONE, body="第三版"), version="3"))
    assert counts(plan) == {"changed": 1}


def test_a_release_that_was_changed_by_hand_starts_from_the_one_whose_hash_it_states():
    desk = LibraryOnTheDesk(library())
    imported(desk, released(ONE))
    forged = replace(released(CHANGED), stated_sha256="sha-1", sha256="by hand")
    plan, _ = imported(desk, forged)
    assert counts(plan) == {"changed": 1}
    assert [edition.head.sha256 for edition in desk.editions.kept] == ["sha-1", "by hand"]
    assert counts(imported(desk, forged)[0]) == {"same": 1}


def test_a_stale_copy_that_nobody_published_replaces_nothing_unasked():
    desk = LibraryOnTheDesk(library(ONE))
    newer = replace(released(ONE, TWO), stated_sha256="sha-1")
    imported(desk, newer)
    stale = replace(released(CHANGED, TWO), sha256="stale", stated_sha256="stale")
    assert counts(imported(desk, stale)[0]) == {"clashing": 1, "same": 1}


def test_two_files_with_the_same_code_and_other_texts_clash():
    desk = LibraryOnTheDesk(library())
    imported(desk, flat(ONE))
    assert counts(imported(desk, flat(reply("9", code="a")))[0]) == {"clashing": 1}


def test_an_unrelated_file_in_between_does_not_hide_the_one_that_was_edited():
    desk = LibraryOnTheDesk(library())
    imported(desk, flat(ONE, TWO))
    imported(desk, flat(reply("3", code="a"), reply("4", code="b")), clashing=MergeChoice.KEEP)
    plan, _ = imported(desk, flat(CHANGED, TWO))
    assert counts(plan) == {"changed": 1, "same": 1}


def test_every_import_leaves_an_edition():
    desk = LibraryOnTheDesk(library(ONE))
    incoming = released(ONE, TWO, publisher="总店", released_at="2026-12-01", notes="上新")
    imported(desk, incoming)
    (edition,) = desk.editions.kept
    head = edition.head
    assert edition.library == incoming.library
    assert (head.origin, head.format) == (EditionOrigin.IMPORTED, incoming.format)
    assert (head.at, head.author, head.templates) == (NOW, "小林", 2)
    told = (head.library_id, head.version, head.publisher, head.released_at, head.notes)
    assert told == ("lib", "1", "总店", "2026-12-01", "上新")
    assert head.sha256 == "sha-1"


def test_a_file_without_ids_leaves_what_both_have_by_our_ids():
    desk = LibraryOnTheDesk(library(ONE, TWO))
    imported(desk, flat(ONE, replace(TWO, body="别的")), clashing=MergeChoice.KEEP)
    (edition,) = desk.editions.kept
    assert edition.library.templates == (ONE,)
    assert edition.head.library_id == "file"


def test_an_edition_is_kept_also_where_nothing_changes():
    desk = LibraryOnTheDesk(library(ONE, version="1"))
    _, outcome = imported(desk, released(ONE))
    assert len(desk.editions.kept) == 1
    assert (outcome.backup, desk.transactions) == (None, 0)


def test_what_was_removed_goes_to_the_trash():
    desk = LibraryOnTheDesk(library(ONE, TWO))
    imported(desk, released(ONE, TWO))
    imported(desk, released(ONE, version="2"), removed=MergeChoice.REPLACE)
    assert desk.store.load().templates == (ONE,)
    assert desk.trash.all() == {TWO.id: TrashedTemplate(TWO, NOW, "小林")}


def test_what_comes_back_leaves_the_trash():
    desk = LibraryOnTheDesk(library(ONE))
    desk.trash.put([TrashedTemplate(TWO, NOW), TrashedTemplate(reply("3"), NOW)])
    _, outcome = imported(desk, csdesk(ONE, TWO))
    assert list(desk.trash.all()) == ["id-3"]
    assert outcome.from_trash == {TWO.id}


def test_a_library_that_changed_since_the_plan_was_made_is_left_alone():
    desk = LibraryOnTheDesk(library(ONE))
    work = imports(desk)
    plan = work.plan(csdesk(ONE, TWO), silent)
    desk.store.replace(library(CHANGED))
    with pytest.raises(DeskBusyError):
        work.apply(plan, {}, silent)
    assert desk.store.load().templates == (replace(CHANGED, rev=2),)
    assert desk.backups.reasons == []


def test_a_change_while_the_backup_is_made_is_seen():
    desk = LibraryOnTheDesk(library(ONE))
    work = imports(desk)
    plan = work.plan(csdesk(ONE, TWO), silent)

    def change_at_the_last_moment(_done, _of):
        if desk.backups.reasons:
            desk.store.replace(library(CHANGED))

    with pytest.raises(DeskBusyError):
        work.apply(plan, {}, change_at_the_last_moment)
    assert desk.editions.kept == []


def test_without_a_backup_nothing_is_changed():
    desk = LibraryOnTheDesk(library(ONE))
    desk.backups.error = BackupFailedError(Sentence("磁盘已满"))
    with pytest.raises(BackupFailedError):
        imported(desk, csdesk(TWO))
    assert desk.store.load() == library(ONE)
    assert desk.editions.kept == []


@pytest.mark.parametrize("last", [1, 2])
def test_it_can_be_called_off_until_the_transaction(last):
    def progress(_done, _of):
        told.append(None)
        if len(told) == last:
            raise CancelledError

    told, desk = [], LibraryOnTheDesk(library(ONE))
    work = imports(desk)
    plan = work.plan(csdesk(TWO), silent)
    with pytest.raises(CancelledError):
        work.apply(plan, {}, progress)
    assert desk.store.load() == library(ONE)
    assert desk.transactions == 0


def test_an_edition_that_cannot_be_read_any_more_is_no_base():
    desk = LibraryOnTheDesk(library())
    imported(desk, released(ONE))
    desk.editions.damage()
    plan, _ = imported(desk, released(CHANGED, version="2"))
    assert counts(plan) == {"clashing": 1}


RULES = RuleDocument("compliance", b"{}")


def with_enclosures(desk):
    """Return imports that may change the checklist and the rules in use, and those."""
    checklists = Checklists(BUNDLED, InMemoryChecklistStore(), nullcontext)
    enclosures = Enclosures(
        checklists, InMemoryRules(), {"compliance": lambda: b"bundled"}, nullcontext
    )
    return LibraryImports(desk.means(), desk.backups, enclosures), enclosures


def test_rules_are_used_in_the_same_transaction_and_backed_up_before():
    desk = LibraryOnTheDesk(library(ONE))
    work, enclosures = with_enclosures(desk)
    outcome = work.apply(work.plan(csdesk(ONE), silent), {}, silent, Enclosed(rules=(RULES,)))
    assert enclosures.in_use().rules == (RULES,)
    assert (desk.transactions, outcome.backup.reason) == (1, BackupReason.IMPORT)


def test_rules_that_are_in_use_already_change_nothing():
    desk = LibraryOnTheDesk(library(ONE))
    work, enclosures = with_enclosures(desk)
    for _ in range(2):
        plan = work.plan(csdesk(ONE), silent)
        work.apply(plan, {}, silent, Enclosed(enclosures.in_use().checklist, (RULES,)))
    assert desk.transactions == 1


def test_a_checklist_that_breaks_a_rule_leaves_the_replies_alone():
    desk = LibraryOnTheDesk(library(ONE))
    work, _ = with_enclosures(desk)
    wrong = replace(BUNDLED, version="")
    with pytest.raises(CaseRefusedError):
        work.apply(work.plan(csdesk(TWO), silent), {}, silent, Enclosed(wrong))
    assert desk.editions.kept == []
