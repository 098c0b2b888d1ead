"""The zone of every moment that the desk keeps and shows."""

from __future__ import annotations

from datetime import timedelta, timezone

# China keeps one zone and no summer time, so this needs no zone data base (Windows has none).
CHINA = timezone(timedelta(hours=8), "CST")
