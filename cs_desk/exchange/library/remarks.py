"""What is to be told about a file, collected while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cs_desk.domain.library.incoming import Remark

if TYPE_CHECKING:
    from cs_desk.domain.errors import Sentence


@dataclass(frozen=True, slots=True)
class Remarks:
    """Remarks in the order in which they were made; the lists are those of ``IncomingLibrary``."""

    skipped: list[Remark] = field(default_factory=list)
    lost: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    def skip(self, where: Sentence, reason: Sentence) -> None:
        """Tell of what could not become a reply."""
        self.skipped.append(Remark(where, reason))

    def lose(self, where: Sentence, reason: Sentence) -> None:
        """Tell of what a reply lost."""
        self.lost.append(Remark(where, reason))

    def warn(self, where: Sentence, reason: Sentence) -> None:
        """Tell of what is odd."""
        self.warnings.append(Remark(where, reason))
