"""Deleted replies, kept for a while so that they can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.template import ReplyTemplate

KEPT_FOR = timedelta(days=30)
"""How long a deleted reply can be taken back."""


@dataclass(frozen=True, slots=True)
class TrashedTemplate:
    """A deleted reply.

    Attributes:
        template: The reply as it was.
        deleted_at: When, with its zone.
        author: Who deleted it.
    """

    template: ReplyTemplate
    deleted_at: datetime
    author: str = ""

    @property
    def gone_at(self) -> datetime:
        """The moment from which it is deleted for good."""
        return self.deleted_at + KEPT_FOR
