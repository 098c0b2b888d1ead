"""Finding replies as the agent types: one index for Chinese, pinyin, initials and mixtures."""

from __future__ import annotations

from cs_desk.domain.search.hits import Hit, MatchField, MatchKind
from cs_desk.domain.search.index import ENOUGH_HITS, SearchIndex
from cs_desk.domain.search.spelling import Span

__all__ = ["ENOUGH_HITS", "Hit", "MatchField", "MatchKind", "SearchIndex", "Span"]
