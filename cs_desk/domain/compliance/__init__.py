"""What a reply may not say: rules given as data, and the places of a text that break them."""

from __future__ import annotations

from cs_desk.domain.compliance.context import NO_CONTEXT, Context
from cs_desk.domain.compliance.findings import findings, is_blocked
from cs_desk.domain.compliance.reply_check import CheckedBody, check_library, promise_of
from cs_desk.domain.compliance.rule import Finding, Rule, RuleBook, Severity

__all__ = [
    "NO_CONTEXT",
    "CheckedBody",
    "Context",
    "Finding",
    "Rule",
    "RuleBook",
    "Severity",
    "check_library",
    "findings",
    "is_blocked",
    "promise_of",
]
