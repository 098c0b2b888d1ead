"""A program that fills a disk of its own with documents, and tells as JSON how the desk bore it.

It must run in a mount namespace of its own, where it may mount: ``unshare -rm``.

Usage: ``unshare -rm python -m torture.full_disk_writer FOLDER SEED``
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import asdict
from itertools import count
from pathlib import Path

from cs_desk.domain.errors import StoreFailedError
from cs_desk.storage.database import DeskDatabase
from torture.desk_content import content_of
from torture.filled_disk import FilledDisk

DISK = 4 << 20
OTHERS_FILE = 1 << 20
TEXT_LENGTH = 960


def main() -> None:
    """Fill the disk, make room, and go on."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    subprocess.run(command, check=True)
    print(json.dumps(asdict(fill(folder, random.Random(seed)))))


def fill(folder: Path, chance: random.Random) -> FilledDisk:
    """Write until the disk is full, twice, and look what is there."""
    (folder / "others").write_bytes(bytes(OTHERS_FILE))
    with DeskDatabase(folder / "desk.db") as database:
        when_full, is_known = _write_until_refused(database, chance)
        (folder / "others").unlink()
        with_more_room, is_still_known = _write_until_refused(database, chance)
        shown = content_of(database)
    with DeskDatabase(folder / "desk.db") as database:
        is_equal = content_of(database) == shown and not database.damaged_rows
        found = len(database)
    return FilledDisk(when_full, with_more_room, is_known and is_still_known, is_equal, found)


def _write_until_refused(database: DeskDatabase, chance: random.Random) -> tuple[int, bool]:
    """Return how many documents were taken, and whether the refused one is surely not stored."""
    for number in count():
        text = "".join(chance.choices("0123456789abcdef", k=TEXT_LENGTH))
        try:
            database.insert({"key": f"{number}", "text": text})
        except StoreFailedError as error:
            return number, error.outcome_known
    raise AssertionError


if __name__ == "__main__":
    main()
