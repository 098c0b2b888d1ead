"""The desk's database answers every call as stock TinyDB on a JSON file does."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import suppress
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment, set  # noqa: A004  # TinyDB's own name
from tinydb.table import Document

from cs_desk.domain.errors import StoreFailedError
from cs_desk.storage.database import DeskDatabase

# Thousands of commits, none of which has to outlive a power cut: in memory, if the system can.
FOLDER = "/dev/shm" if Path("/dev/shm").is_dir() else None

BIG = "满" * 30_000

names = st.sampled_from(["_default", "话术"])
small = st.integers(-2, 5)
values = st.recursive(
    st.none()
    | st.booleans()
    | small
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('亲a"\\\n😊', max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("xy"), inner),
    max_leaves=4,
)
documents = st.fixed_dictionaries(
    {"n": small, "shop": st.fixed_dictionaries({"city": st.sampled_from(["金华", "成都"])})},
    optional={"v": values, "tags": st.lists(st.sampled_from(["急", "退"]), max_size=2)},
)
ids = st.integers(0, 9)
loose_ids = ids | ids.map(str)
conditions = st.one_of(
    small.map(lambda n: where("n") == n),
    small.map(lambda n: where("n").test(lambda found: found > n)),
    st.sampled_from(
        [
            where("shop").city == "金华",
            (where("shop").city == "成都") & ~where("v").exists(),
            where("tags").any(["急"]),
            where("v").x.exists(),
        ]
    ),
)
operations = st.one_of(
    documents,
    st.sampled_from([increment("n"), add("n", 2), delete("n"), set("v", ["新"]), add("n", "x")]),
    st.just(lambda document: document["shop"].update(city="成都")),
    st.just(lambda document: document.setdefault("tags", []).append("急")),
)


# Steps that never raise, so that several of them succeed or fail as one.
steps = st.one_of(
    st.tuples(names, documents).map(lambda of: lambda db: db.table(of[0]).insert(of[1])),
    st.tuples(names, ids, documents).map(
        lambda of: lambda db: db.table(of[0]).upsert(Document(of[2], of[1]))
    ),
    st.tuples(names, conditions, values).map(
        lambda of: lambda db: db.table(of[0]).update({"v": of[2]}, of[1])
    ),
    st.tuples(names, conditions).map(lambda of: lambda db: db.table(of[0]).remove(of[1])),
    names.map(lambda name: lambda db: db.table(name).truncate()),
    names.map(lambda name: lambda db: db.drop_table(name)),
)


def take(database, several):
    for step in several:
        step(database)


def refuse_rows(connection):
    """Have the next written row fail: surely nothing is changed."""
    connection.execute(
        "CREATE TEMP TRIGGER refusal BEFORE INSERT ON document"
        " BEGIN SELECT RAISE(ABORT, 'refused'); END"
    )


def refuse_commit(connection):
    """Have the commit fail: who asked for it cannot know what became of it."""

    def verdict(action, detail, *_others):
        refused = action == sqlite3.SQLITE_TRANSACTION and detail == "COMMIT"
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    connection.set_authorizer(verdict)


def refuse_growth(connection):
    """Have the disk be full: surely nothing is changed, and nothing need be read again."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")


class LikeTinyDB(RuleBasedStateMachine):
    @initialize()
    def open_both(self):
        self.folder = tempfile.TemporaryDirectory(dir=FOLDER)
        self.path = Path(self.folder.name) / "desk.db"
        self.open()
        self.remember()

    def open(self):
        self.ours = DeskDatabase(self.path)
        self.other = DeskDatabase(self.path)
        self.open_stock()

    def open_stock(self):
        self.stock = TinyDB(Path(self.folder.name) / "stock.json", encoding="utf-8")

    def close(self):
        for database in (self.ours, self.other, self.stock):
            database.close()

    def both(self, call, *inputs):
        """Compare what ``call`` answers; each database gets ``inputs`` of its own to change."""
        outcomes = []
        for database in (self.ours, self.stock):
            try:
                outcomes.append(("returned", told(call(database, *deepcopy(inputs)))))
            except Exception as error:  # noqa: BLE001  # whatever stock raises, we have to raise
                outcomes.append(("raised", type(error)))
        assert outcomes[0] == outcomes[1]

    @rule(name=names, document=documents)
    def insert(self, name, document):
        self.both(lambda db: db.table(name).insert(document))

    @rule(name=names, document=documents, doc_id=ids)
    def insert_with_id(self, name, document, doc_id):
        self.both(lambda db: db.table(name).insert(Document(document, doc_id)))

    @rule(name=names, several=st.lists(documents, max_size=4))
    def insert_multiple(self, name, several):
        self.both(lambda db: db.table(name).insert_multiple(several))

    @rule(name=names)
    def insert_nonsense(self, name):
        self.both(lambda db: db.table(name).insert_multiple([{"n": 1}, "no document"]))

    @rule(name=names, operation=operations, condition=st.none() | conditions)
    def update(self, name, operation, condition):
        self.both(lambda db, change: db.table(name).update(change, condition), operation)

    @rule(name=names, operation=operations, doc_ids=st.lists(loose_ids, max_size=3))
    def update_by_id(self, name, operation, doc_ids):
        self.both(lambda db, change: db.table(name).update(change, doc_ids=doc_ids), operation)

    @rule(name=names, pairs=st.lists(st.tuples(operations, conditions), max_size=2))
    def update_multiple(self, name, pairs):
        self.both(lambda db, changes: db.table(name).update_multiple(changes), pairs)

    @rule(name=names, document=documents, condition=conditions)
    def upsert(self, name, document, condition):
        self.both(lambda db: db.table(name).upsert(document, condition))

    @rule(name=names, document=documents, doc_id=ids)
    def upsert_by_id(self, name, document, doc_id):
        self.both(lambda db: db.table(name).upsert(Document(document, doc_id)))

    @rule(name=names, condition=conditions)
    def remove(self, name, condition):
        self.both(lambda db: db.table(name).remove(condition))

    @rule(name=names, doc_ids=st.lists(loose_ids, max_size=3, unique=True))
    def remove_by_id(self, name, doc_ids):
        self.both(lambda db: db.table(name).remove(doc_ids=doc_ids))

    @rule(name=names)
    def truncate(self, name):
        self.both(lambda db: db.table(name).truncate())

    @rule(name=names)
    def drop_table(self, name):
        self.both(lambda db: db.drop_table(name))

    @rule()
    def drop_tables(self):
        self.both(lambda db: db.drop_tables())

    @rule(name=names, condition=conditions)
    def look(self, name, condition):
        self.both(lambda db: db.table(name).search(condition))
        self.both(lambda db: db.table(name).get(condition))
        self.both(lambda db: db.table(name).count(condition))
        self.both(lambda db: db.table(name).contains(condition))

    @rule(name=names, doc_id=loose_ids, doc_ids=st.lists(loose_ids, max_size=4))
    def look_by_id(self, name, doc_id, doc_ids):
        self.both(lambda db: db.table(name).get(doc_id=doc_id))
        self.both(lambda db: db.table(name).get(doc_ids=doc_ids))
        self.both(lambda db: db.table(name).contains(doc_id=doc_id))

    @rule()
    def reopen(self):
        self.close()
        self.open()

    @rule(several=st.lists(steps, max_size=4))
    def transaction(self, several):
        with self.ours.transaction():
            take(self.ours, several)
        take(self.stock, several)

    @rule(several=st.lists(steps, max_size=4))
    def transaction_that_is_given_up(self, several):
        def take_and_fail():
            take(self.ours, several)
            raise ZeroDivisionError

        with suppress(ZeroDivisionError), self.ours.transaction():
            take_and_fail()
        self.begin_ids_anew()

    @rule(
        several=st.lists(steps, max_size=3),
        document=documents,
        refuse=st.sampled_from([refuse_rows, refuse_commit, refuse_growth]),
    )
    def transaction_that_fails(self, several, document, refuse):
        refuse(self.ours.storage._file._connection.live())
        with pytest.raises(StoreFailedError) as failure, self.ours.transaction():
            take(self.ours, [*several, lambda db: db.insert({**document, "v": BIG})])
        assert failure.value.outcome_known is (refuse is not refuse_commit)
        assert self.ours.refresh() is (refuse is not refuse_growth)
        self.begin_ids_anew()

    @rule(step=steps)
    def change_by_another_process(self, step):
        # The other process has not heard of ids that failed calls have used up.
        self.stock.close()
        self.open_stock()
        step(self.other)
        step(self.stock)
        self.begin_ids_anew()

    @rule()
    def remember(self):
        self.rows, self.stock_rows = self.ours.rows(), deepcopy(self.stock.storage.read() or {})

    @rule()
    def restore(self):
        self.ours.replace_rows(self.rows)
        self.stock.storage.write(deepcopy(self.stock_rows))
        self.begin_ids_anew()

    def begin_ids_anew(self):
        """Reopen, once all is compared: a TinyDB table counts on from the id it gave last."""
        self.all_is_the_same()
        self.reopen()

    @invariant()
    def all_is_the_same(self):
        if hasattr(self, "ours"):
            self.both(lambda db: db.tables())
            for name in ("_default", "话术"):
                self.both(lambda db, name=name: db.table(name).all())
                self.both(lambda db, name=name: len(db.table(name)))

    @invariant()
    def memory_is_what_the_disk_holds(self):
        if hasattr(self, "ours"):
            with DeskDatabase(self.path) as fresh:
                assert in_order(self.ours) == in_order(self.other) == in_order(fresh)

    def teardown(self):
        if hasattr(self, "ours"):
            self.close()
            self.folder.cleanup()


def in_order(database):
    return {name: list(rows.items()) for name, rows in database.rows().items()}


def told(answer):
    """Return an answer with the ids of its documents, which == would not compare."""
    if isinstance(answer, Document):
        return answer.doc_id, dict(answer)
    return [told(item) for item in answer] if isinstance(answer, list) else answer


TestLikeTinyDB = LikeTinyDB.TestCase
TestLikeTinyDB.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
