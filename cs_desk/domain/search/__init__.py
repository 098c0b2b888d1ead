"""Finding replies as the agent types: one index for Chinese, pinyin, initials and mixtures.

Who only shows hits needs nothing but this; the index is in ``cs_desk.domain.search.index``.
"""

from __future__ import annotations

from cs_desk.domain.search.hits import ENOUGH_HITS, Hit, MatchField, MatchKind

__all__ = ["ENOUGH_HITS", "Hit", "MatchField", "MatchKind"]
