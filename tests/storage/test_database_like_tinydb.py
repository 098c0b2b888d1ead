"""The desk's database answers every call as stock TinyDB on a JSON file does."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment, set  # noqa: A004  # TinyDB's own name
from tinydb.table import Document

from cs_desk.storage.database import DeskDatabase

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


class LikeTinyDB(RuleBasedStateMachine):
    @initialize()
    def open_both(self):
        self.folder = tempfile.TemporaryDirectory()
        self.open()

    def open(self):
        self.ours = DeskDatabase(Path(self.folder.name) / "desk.db")
        self.stock = TinyDB(Path(self.folder.name) / "stock.json", encoding="utf-8")

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
        self.ours.close()
        self.stock.close()
        self.open()

    @invariant()
    def all_is_the_same(self):
        if hasattr(self, "ours"):
            self.both(lambda db: db.tables())
            for name in ("_default", "话术"):
                self.both(lambda db, name=name: db.table(name).all())
                self.both(lambda db, name=name: len(db.table(name)))

    def teardown(self):
        if hasattr(self, "ours"):
            self.ours.close()
            self.stock.close()
            self.folder.cleanup()


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
