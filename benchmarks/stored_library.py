"""Data folders with a library of any size in them, as the product's own store keeps it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.search_corpus import make_library, make_usage
from cs_desk.data_folder import DataFolder
from cs_desk.desktop.clock import SystemClock
from cs_desk.domain.template import TemplateLibrary

ROOT = Path(__file__).parents[1]


def store_library(folder: Path, count: int) -> None:
    """Make a data folder at ``folder`` with ``count`` replies, a third of them in use, indexed."""
    replies = make_library(count)
    with DataFolder(folder, "bench", SystemClock()).open() as data:
        data.library.replace(TemplateLibrary("bench", "话术库", tuple(replies)))
        with data.database.transaction():
            for template_id, usage in make_usage(replies).items():
                data.usage.save(template_id, usage)
    # As any earlier run of the window would have left it.
    command = [sys.executable, "-m", "cs_desk", "--data-dir", str(folder), "index"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
