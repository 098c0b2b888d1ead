"""Qt's translator over the program's catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTranslator

if TYPE_CHECKING:
    from collections.abc import Mapping


class CatalogueTranslator(QTranslator):
    """Answers ``tr`` from a mapping; what it does not hold stays Chinese."""

    def __init__(self, catalogue: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def isEmpty(self) -> bool:
        """Return whether there is nothing to translate with."""
        return not self._catalogue

    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | None = None,
        _count: int = -1,
    ) -> str | None:
        """Return the translation of ``source``, or None to let Qt look further."""
        return self._catalogue.get(source)
