"""What work on the library is done with, over a real store, for tests."""

from __future__ import annotations

from itertools import count

from cs_desk.app.library_ports import LibraryMeans
from cs_desk.storage.library_stores import library_stores
from cs_desk.storage.stores import TinyLibraryStore


def library_means(database, clock, author="小林"):
    """Return the means over ``database``; new ids are the author's name and a number."""
    stores = library_stores(database, author, clock)
    numbers = count(1)
    return LibraryMeans(
        store=TinyLibraryStore(database, author, clock),
        editions=stores.editions,
        trash=stores.trash,
        drafts=stores.drafts,
        clock=clock,
        author=lambda: author,
        new_id=lambda: f"{author}{next(numbers)}",
        transaction=database.transaction,
    )
