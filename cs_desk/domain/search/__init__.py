"""Finding replies as the agent types: one index for Chinese, pinyin, initials and mixtures."""

from __future__ import annotations

from cs_desk.domain.search.hits import Hit, MatchField, MatchKind
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.search.spelling import Span

__all__ = ["Hit", "MatchField", "MatchKind", "SearchIndex", "Span"]
