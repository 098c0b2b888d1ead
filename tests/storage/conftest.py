from __future__ import annotations

import pytest

from cs_desk.storage.database import DeskDatabase


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "desk.db"


@pytest.fixture
def opened(path):
    """Open the database again and again; each stands for another process."""
    databases = []

    def open_one(**options):
        databases.append(DeskDatabase(path, **options))
        return databases[-1]

    yield open_one
    for database in databases:
        database.close()


@pytest.fixture
def live():
    """Reach the SQLite connection under a database."""
    return lambda database: database.storage._file._connection.live()
