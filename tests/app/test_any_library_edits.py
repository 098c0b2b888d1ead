"""Any edits in any order, with another process in between: taken back, done again, never lost."""

from __future__ import annotations

import tempfile
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cs_desk.app.library_desk import LibraryDesk
from cs_desk.domain.china import CHINA
from cs_desk.domain.errors import LibraryRefusedError
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary, ToneVariant
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import TinyLibraryStore
from tests.fakes import FixedClock
from tests.library_means import library_means

# Hundreds of edits, and no power cut: a disk would only make them wait.
IN_MEMORY = Path("/dev/shm")
CLOCK = FixedClock(datetime(2026, 11, 22, 9, tzinfo=CHINA))
LIBRARY = TemplateLibrary(
    "lib",
    "库",
    tuple(
        ReplyTemplate(f"t{n}", f"题{n}", "{甲}和{ 乙 :默认}", group=group, tags=("旧",))
        for n, group in enumerate(["售前", "售后/退货", "", "售前"])
    ),
    (Placeholder("甲"), Placeholder("乙")),
)

_any_reply = st.integers(0, 7)
_replies = st.lists(_any_reply, min_size=1, max_size=3)
_group = st.sampled_from(["", "售前", "售后", "售后/退货", "新组/下级"])
_name = st.sampled_from(["甲", "乙", "丙"])


def _save(desk, number, title, group):
    with suppress(IndexError):
        template = desk.library.templates[number]
        tones = (ToneVariant("正式", f"{title}{{甲}}"),)
        desk.save(replace(template, title=title, group=group, tones=tones))


def _save_new(desk, title, group):
    desk.save(replace(desk.new_template(group), title=title, body=f"{title}{{乙}}"))


def _ids(desk, numbers):
    return [t.id for n, t in enumerate(desk.library.templates) if n in numbers]


def _save_placeholder(desk, name, was):
    desk.save_placeholder(Placeholder(name, hint="改"), was)


EDITS = st.one_of(
    st.tuples(st.just(_save), _any_reply, st.sampled_from(["题0", "另一题"]), _group),
    st.tuples(st.just(_save_new), st.sampled_from(["题0", "新题"]), _group),
    st.tuples(st.just(lambda desk, n: desk.duplicate(_ids(desk, n))), _replies),
    st.tuples(st.just(lambda desk, n, *to: desk.move(_ids(desk, n), *to)), _replies, _group),
    st.tuples(
        st.just(lambda desk, n, g, b: desk.move(_ids(desk, n), g, next(iter(_ids(desk, b)), None))),
        *(_replies, _group, _replies),
    ),
    st.tuples(st.just(lambda desk, n: desk.tag(_ids(desk, n), ("新",), ("旧",))), _replies),
    st.tuples(st.just(lambda desk, n: desk.delete(_ids(desk, n))), _replies),
    st.tuples(st.just(lambda desk: desk.restore([t.template.id for t in desk.trash()][:2]))),
    st.tuples(st.just(lambda desk, path: desk.add_group(path)), _group),
    st.tuples(st.just(lambda desk, *paths: desk.rename_group(*paths)), _group, _group),
    st.tuples(st.just(lambda desk, path: desk.delete_group(path)), _group),
    st.tuples(st.just(_save_placeholder), _name, st.none() | _name),
    st.tuples(st.just(lambda desk, name: desk.delete_placeholder(name)), _name),
)


def carry_out(desk, edit):
    act, *arguments = edit
    with suppress(LibraryRefusedError):
        act(desk, *arguments)


def without_revs(library):
    return replace(library, templates=tuple(replace(t, rev=1) for t in library.templates))


def trashed(desk):
    return sorted(each.template.id for each in desk.trash())


class Folder:
    """A data folder with the library in it, for two processes."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None)
        path = Path(self._folder.name) / "desk.db"
        self.databases = [DeskDatabase(path), DeskDatabase(path)]
        TinyLibraryStore(self.databases[0], "", CLOCK).replace(LIBRARY)

    def desk(self, number=0):
        return LibraryDesk(library_means(self.databases[number], CLOCK, f"客服{number}-"))

    def stored(self):
        return TinyLibraryStore(self.databases[1], "", CLOCK).load()

    def close(self):
        for database in self.databases:
            database.close()
        self._folder.cleanup()


@settings(max_examples=50, deadline=None)
@given(st.lists(EDITS, max_size=8))
def test_all_taken_back_is_the_first_library_and_all_done_again_the_last(chosen):
    with closing(Folder()) as folder:
        desk = folder.desk()
        for edit in chosen:
            carry_out(desk, edit)
        last, last_trash = without_revs(desk.library), trashed(desk)
        while desk.can_undo:
            desk.undo()
        assert (without_revs(desk.library), trashed(desk)) == (LIBRARY, [])
        while desk.can_redo:
            desk.redo()
        assert (without_revs(desk.library), trashed(desk)) == (last, last_trash)
        assert folder.stored() == desk.library


class TwoProcesses(RuleBasedStateMachine):
    """One process edits, takes back and does again; the other writes notes, which nobody else does.

    No note may ever be lost.
    """

    def __init__(self):
        super().__init__()
        self.folder = Folder()
        self.desk, self.other = self.folder.desk(0), self.folder.desk(1)
        self.numbers = count(1)
        self.notes: dict[str, str] = {}

    @rule(edit=EDITS)
    def edit(self, edit):
        before = self.desk.library
        carry_out(self.desk, edit)
        if self.desk.library is not before:
            assert self.folder.stored() == self.desk.library

    @rule()
    def take_back(self):
        carry_out(self.desk, (LibraryDesk.undo,))

    @rule()
    def do_again(self):
        carry_out(self.desk, (LibraryDesk.redo,))

    @rule(number=_any_reply)
    def write_a_note_elsewhere(self, number):
        self.other.refresh()
        for template in self.other.library.templates[number : number + 1]:
            self.notes[template.id] = f"{next(self.numbers)}"
            self.other.save(replace(template, note=self.notes[template.id]))

    @rule()
    def look(self):
        self.desk.refresh()
        assert self.folder.stored() == self.desk.library

    @invariant()
    def every_note_is_there(self):
        kept = {t.id: t.note for t in self.folder.stored().templates if t.id in self.notes}
        kept |= {t.template.id: t.template.note for t in self.desk.trash()}
        undone = self.notes.keys() - kept.keys()
        assert {k: v for k, v in kept.items() if k in self.notes} == {
            k: v for k, v in self.notes.items() if k not in undone
        }
        # Only a reply that was brought in here, and taken back before the note, is nowhere.
        assert not {k for k in undone if k.startswith("t")}

    def teardown(self):
        self.folder.close()


TestTwoProcesses = TwoProcesses.TestCase
TestTwoProcesses.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
