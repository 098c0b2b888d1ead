"""One flipped bit anywhere in the file: told, or harmless, but never believed."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from cs_desk.domain.errors import DamagedStoreError, InvalidFileError, NewerFormatError
from cs_desk.storage.database import DeskDatabase

FIRST_FORMAT = Path(__file__).parents[1] / "data" / "desk-v1.db"
FLIPS = 100


def flipped(content, bit):
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def documents(rows):
    return {(table, doc_id): body for table in rows for doc_id, body in rows[table].items()}


def check(path, sound):
    """Assert that every document is sound or listed, and that a change to each one lasts."""
    with DeskDatabase(path) as database:
        found = documents(database.rows())
        assert found.items() <= sound.items()
        assert len(found) + len(database.damaged_rows) == len(sound)
        with database.transaction():
            for table, doc_id in found:
                database.table(table).update({"author": "阿宽"}, doc_ids=[int(doc_id)])
            database.table("setting").remove(doc_ids=[1])
        after = database.rows()
    with DeskDatabase(path) as database:
        assert database.rows() == after


def test_a_flipped_bit_never_passes_for_what_was_stored(tmp_path):
    path = tmp_path / "desk.db"
    shutil.copyfile(FIRST_FORMAT, path)
    with DeskDatabase(path) as database:
        sound = documents(database.rows())
    content, chance = path.read_bytes(), random.Random(20261122)
    for bit in chance.sample(range(len(content) * 8), FLIPS):
        path.write_bytes(flipped(content, bit))
        try:
            check(path, sound)
        except (DamagedStoreError, InvalidFileError, NewerFormatError):
            assert path.read_bytes() == flipped(content, bit)
