"""What a person does at the desk, made up by chance: each gesture one durable change."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from tinydb import where

from torture.desk_content import as_content

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from cs_desk.storage.database import DeskDatabase
    from torture.desk_content import Content

TABLES = ("case", "usage", "setting")
_KINDS = {"insert": 8.0, "update": 8.0, "remove": 4.0, "bulk": 1.0, "drop": 0.3}

# Table name to its documents by their key.
Rows: TypeAlias = dict[str, dict[str, dict[str, Any]]]


class Insert(NamedTuple):
    """New documents come into a table."""

    table: str
    documents: list[dict[str, Any]]

    def foresee(self, rows: Rows) -> None:
        """Do it to what the desk should hold."""
        known = rows.setdefault(self.table, {})
        known.update({document["key"]: document for document in self.documents})

    def make(self, database: DeskDatabase) -> None:
        """Do it to the desk."""
        database.table(self.table).insert_multiple(self.documents)


class Update(NamedTuple):
    """A document gets another text."""

    table: str
    key: str
    text: str

    def foresee(self, rows: Rows) -> None:
        """Do it to what the desk should hold."""
        rows[self.table][self.key]["text"] = self.text

    def make(self, database: DeskDatabase) -> None:
        """Do it to the desk."""
        database.table(self.table).update({"text": self.text}, where("key") == self.key)


class Remove(NamedTuple):
    """A document goes."""

    table: str
    key: str

    def foresee(self, rows: Rows) -> None:
        """Do it to what the desk should hold."""
        del rows[self.table][self.key]
        if not rows[self.table]:
            del rows[self.table]

    def make(self, database: DeskDatabase) -> None:
        """Do it to the desk."""
        database.table(self.table).remove(where("key") == self.key)


class Drop(NamedTuple):
    """A table goes."""

    table: str

    def foresee(self, rows: Rows) -> None:
        """Do it to what the desk should hold."""
        del rows[self.table]

    def make(self, database: DeskDatabase) -> None:
        """Do it to the desk."""
        database.drop_table(self.table)


Step = Insert | Update | Remove | Drop


class Gestures:
    """Makes up gestures and knows what the desk should hold after each."""

    def __init__(self, chance: random.Random) -> None:
        self._rows: Rows = {}
        self._chance = chance
        self._keys = 0

    def content(self) -> Content:
        """Return what the desk should hold when it has done all gestures so far."""
        return as_content({name: rows.values() for name, rows in self._rows.items()})

    def go_back_to(self, content: Content) -> None:
        """Take it that the desk holds what it held at some time before."""
        documents = {name: map(json.loads, texts) for name, texts in content.items()}
        self._rows = {
            name: {each["key"]: each for each in rows} for name, rows in documents.items()
        }

    def next(self) -> list[Step]:
        """Make up the next gesture and return its steps."""
        before = copy.deepcopy(self._rows)
        steps = list(self._steps())
        if self._rows == before:  # such as an insert that is removed again
            return self.next()
        return steps

    def _steps(self) -> Iterator[Step]:
        many = self._chance.choices((1, self._chance.randint(2, 8)), (3, 1))[0]
        for _ in range(many):
            step = self._step()
            step.foresee(self._rows)
            # What the desk is told must not change with what is foreseen later.
            yield copy.deepcopy(step)

    def _step(self) -> Step:
        table = self._chance.choice(TABLES)
        if table not in self._rows:
            return self._insert(table)
        key = self._chance.choice(list(self._rows[table]))
        (kind,) = self._chance.choices(*zip(*_KINDS.items(), strict=True))
        match kind:
            case "update":
                return Update(table, key, self._text())
            case "remove":
                return Remove(table, key)
            case "drop":
                return Drop(table)
            case "bulk":
                return self._insert(table, self._chance.randint(20, 60))
        return self._insert(table)

    def _insert(self, table: str, many: int = 1) -> Insert:
        return Insert(table, [self._document() for _ in range(many)])

    def _document(self) -> dict[str, Any]:
        self._keys += 1
        return {"key": f"{self._keys}", "text": self._text()}

    def _text(self) -> str:
        # Up to two pages: rows that overflow their page are torn in other ways.
        length = int(self._chance.expovariate(1 / 300)) + 1
        return f"{self._chance.random()} " + "亲您好" * min(length, 900)


def make(steps: Sequence[Step], database: DeskDatabase) -> None:
    """Do the steps of one gesture, as one change."""
    with database.transaction():
        for step in steps:
            step.make(database)
