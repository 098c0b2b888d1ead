"""The drafts of a desk in a folder that cannot be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.app.drafts import Drafts


class NoDrafts:
    """Knows of no drafts and stores none."""

    def load(self) -> Drafts | None:
        """Return no drafts."""
        return None

    def save(self, drafts: Drafts) -> None:
        """Store nothing."""

    def forget(self) -> None:
        """Delete nothing."""
