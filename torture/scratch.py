"""A folder for what is made and thrown away."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARED_MEMORY = Path("/dev/shm")  # files there cost no disk


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make a folder, in memory if there is a file system for that, and remove it at the end."""
    parent = _SHARED_MEMORY if _SHARED_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="torture-", dir=parent) as folder:
        yield Path(folder)
