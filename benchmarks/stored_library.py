"""Data folders with a library of any size in them, as the product's own store keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.search_corpus import make_library, make_usage
from cs_desk.data_folder import DataFolder
from cs_desk.desktop.clock import SystemClock
from cs_desk.domain.template import TemplateLibrary

if TYPE_CHECKING:
    from pathlib import Path


def store_library(folder: Path, count: int) -> None:
    """Make a data folder at ``folder`` with ``count`` replies, a third of them in use."""
    replies = make_library(count)
    with DataFolder(folder, "bench", SystemClock()).open() as data:
        data.library.replace(TemplateLibrary("bench", "话术库", tuple(replies)))
        with data.database.transaction():
            for template_id, usage in make_usage(replies).items():
                data.usage.save(template_id, usage)
