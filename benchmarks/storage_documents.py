"""The same documents in the desk's store and in stock TinyDB's file, for benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tinydb import TinyDB

from cs_desk.storage.database import DeskDatabase

if TYPE_CHECKING:
    from pathlib import Path

DESK = "desk.db"
STOCK = "stock.json"


def make_document(number: int, change: int) -> dict[str, object]:
    """Return a document of about 1 KB."""
    return {"number": number, "change": change, "body": "亲，别着急哦，已经在路上了" * 24}


def fill_desk(folder: Path, size: int) -> None:
    """Store ``size`` documents in a desk's store in ``folder``."""
    with DeskDatabase(folder / DESK) as desk:
        desk.insert_multiple(make_document(number, 0) for number in range(size))


def fill_stock(folder: Path, size: int) -> None:
    """Store ``size`` documents in stock TinyDB's JSON file in ``folder``."""
    with TinyDB(folder / STOCK, encoding="utf-8", ensure_ascii=False) as stock:
        stock.insert_multiple(make_document(number, 0) for number in range(size))
