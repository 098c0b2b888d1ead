"""Numbers by which a reader sees that a table may have changed."""

from __future__ import annotations


class TableVersions:
    """One number per table, never the same again after a change."""

    def __init__(self) -> None:
        self._newest = 0
        self._of_untouched = 0
        self._versions: dict[str, int] = {}

    def of(self, table: str) -> int:
        """Return the table's number."""
        return self._versions.get(table, self._of_untouched)

    def touch(self, table: str) -> None:
        """Give the table a new number."""
        self._newest += 1
        self._versions[table] = self._newest

    def touch_all(self) -> None:
        """Give every table a new number."""
        self._newest += 1
        self._of_untouched = self._newest
        self._versions.clear()
