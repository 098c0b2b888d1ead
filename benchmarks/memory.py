"""How much memory a process takes that has a store open, beside stock TinyDB and bare Python.

Usage: python benchmarks/memory.py [DOCUMENTS]      (50000 without an argument)
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.storage_documents import DESK, STOCK, fill_desk, fill_stock

SIZE = 50_000

_WAIT = "print('open', flush=True); input()"
BARE = _WAIT
IMPORTED = f"import cs_desk.storage.database; {_WAIT}"
OPEN_DESK = f"""
import sys
from pathlib import Path
from cs_desk.storage.database import DeskDatabase
desk = DeskDatabase(Path(sys.argv[1]))
desk.get(doc_id=1)
{_WAIT}
"""
OPEN_STOCK = f"""
import sys
from tinydb import TinyDB
stock = TinyDB(sys.argv[1], encoding="utf-8")
stock.get(doc_id=1)
{_WAIT}
"""


def memory_of(program: str, *arguments: str) -> tuple[int, int]:
    """Run ``program`` until it waits; return what it holds then and at most held, in KiB."""
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        process.communicate(b"\n")
    now, most = (re.search(rf"{field}:\s+(\d+) kB", status) for field in ("VmRSS", "VmHWM"))
    assert now is not None
    assert most is not None
    return int(now[1]), int(most[1])


def show(name: str, memory: tuple[int, int]) -> None:
    """Print one line of the table."""
    now, most = (kib / 1024 for kib in memory)
    print(f"    {name:34}{now:11.1f}{most:11.1f}")


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if sys.argv[1:] else SIZE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill_desk(folder, size)
        fill_stock(folder, size)
        held = f"{size:,} documents, {(folder / DESK).stat().st_size / 2**20:.0f} MB on disk"
        print(f"\n{held:38}{'resident':>11}{'peak':>11}   MB")
        show("bare Python", memory_of(BARE))
        show("the desk's store, imported", memory_of(IMPORTED))
        show("the desk's store, open", memory_of(OPEN_DESK, str(folder / DESK)))
        show("stock TinyDB, one document read", memory_of(OPEN_STOCK, str(folder / STOCK)))


if __name__ == "__main__":
    main()
