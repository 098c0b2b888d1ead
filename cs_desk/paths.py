"""Where the desk keeps its files, and where its bundled resources lie."""

from __future__ import annotations

import sys
from pathlib import Path

# A chosen folder needs no table of the systems' own ones.
# ruff: noqa: PLC0415

_NAME = "cs_desk"


def data_folder(chosen: Path | None) -> Path:
    """Return the folder of everything the desk stores: ``chosen``, or the user's own."""
    if chosen is not None:
        return chosen
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False)


def database_file(folder: Path) -> Path:
    """Return the desk's database inside a data folder."""
    return folder / "desk.db"


def damaged_folder(folder: Path) -> Path:
    """Return where damaged files are set aside inside a data folder."""
    return folder / "damaged"


def evidence_folder(folder: Path) -> Path:
    """Return where evidence of return cases is kept inside a data folder."""
    return folder / "evidence"


def backup_folder(chosen: Path | None) -> Path:
    """Return the folder of backups: outside the user's own data folder, inside a chosen one."""
    if chosen is not None:
        return chosen / "backups"
    import platformdirs

    return platformdirs.user_data_path(f"{_NAME}_backups", appauthor=False)


def search_folder(chosen: Path | None) -> Path:
    """Return the folder that keeps the search's index, which can always be made anew."""
    if chosen is not None:
        return chosen / "search"
    import platformdirs

    return platformdirs.user_cache_path(_NAME, appauthor=False) / "search"


def log_folder(chosen: Path | None) -> Path:
    """Return the folder of the log."""
    if chosen is not None:
        return chosen / "logs"
    import platformdirs

    return platformdirs.user_log_path(_NAME, appauthor=False)


def resources() -> Path:
    """Return the folder of bundled resources, in the source tree or in the executable."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parent.parent
    return root / "resources"
