"""The kept indexes of a library that is only visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.app.ports import Columns
    from cs_desk.domain.template import ReplyTemplate


class NoArchives:
    """Keeps nothing."""

    def load(self, _templates: Sequence[ReplyTemplate]) -> Columns | None:
        """Return nothing."""
        return None

    def save(self, _templates: Sequence[ReplyTemplate], _columns: Columns) -> None:
        """Keep nothing."""
