"""What checking replies against the compliance rules costs, beside trying every rule in turn.

Usage: python benchmarks/compliance.py [REPLIES]      (10000 without arguments)
"""

from __future__ import annotations

import gc
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import (
    Spread,
    fastest,
    milliseconds,
    print_bar,
    print_head,
    print_row,
)
from benchmarks.search_corpus import make_library
from cs_desk.domain.compliance import Context, check_library, findings
from cs_desk.domain.filling import fill
from cs_desk.domain.template import TemplateLibrary
from cs_desk.exchange.compliance_rules import read_rules
from cs_desk.exchange.library.csdesk import read_library

if TYPE_CHECKING:
    from cs_desk.domain.compliance import RuleBook
    from cs_desk.domain.filling import FilledReply

RESOURCES = Path(__file__).parents[1] / "resources"
RULES = RESOURCES / "rules" / "compliance.json"
COUNT = 10_000
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=8)))

MOST_MS_A_REPLY = 1.0
MOST_SECONDS_A_LIBRARY = 1.0
MOST_MS_THE_LONGEST = 200.0
LEAST_TIMES_FASTER = 2.0

# Each breaks some rules; a real library holds few such replies, and they take longest.
BREAKING = (
    "亲，加薇♥信 abc123，好评返现5元，直接转账给我们财务，今天一定发货",
    "本店概不退换，特价不退，色差不退，最终解释权归本店，不然拉黑您",
    "全网最低，国家级大师设计，独一无二，100%正品，NO.1品牌，仅剩3件，原价199",
    "已帮您备注，已经为您拦截，赔您50元，一定退，马上退款，这个没办法",
)
LONGEST = "".join(BREAKING) * 60


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if sys.argv[1:] else COUNT
    print_head("compliance rules", "ms", "")
    print_row("read the rules", [milliseconds(lambda: read_rules(RULES))])
    book = read_rules(RULES)
    _measure_replies(book)
    _measure_library(book, count)


def _measure_replies(book: RuleBook) -> None:
    starter = read_library(RESOURCES / "library" / "starter.csdesk")
    bodies = [body for t in starter.templates for body in (t.body, *(v.body for v in t.tones))]
    replies = [fill(body, starter, {}, NOW) for body in bodies]
    replies += [fill(body, starter, {}, NOW) for body in BREAKING]

    def check(reply: FilledReply) -> object:
        context = Context(pieces=reply.pieces, promised="48小时内", now=NOW)
        return findings(reply.text, book, context)

    print_head("one filled reply")
    ours = Spread.of(fastest(check, replies))
    naive = Spread.of(fastest(lambda reply: _every_rule(reply.text, book), replies))
    print_row("checked", ours)
    print_row("words alone, every rule in turn", naive)
    print_bar("the slowest filled reply", ours.most, MOST_MS_A_REPLY)
    print_bar(
        "times faster than every rule in turn, p50",
        naive.p50 / ours.p50,
        LEAST_TIMES_FASTER,
        "x",
        at_least=True,
    )
    longest = LONGEST[:10_000]
    took = min(milliseconds(lambda: findings(longest, book)) for _ in range(3))
    print_bar(f"a text of {len(longest)} characters, all of it wrong", took, MOST_MS_THE_LONGEST)


def _measure_library(book: RuleBook, count: int) -> None:
    library = TemplateLibrary("l", "l", tuple(make_library(count)))
    replies = [fill(template.body, library, {}, NOW) for template in library.templates]
    contexts = [
        Context(template, reply.pieces, now=NOW)
        for template, reply in zip(library.templates, replies, strict=True)
    ]

    def check() -> None:
        for reply, context in zip(replies, contexts, strict=True):
            findings(reply.text, book, context)

    print_head(f"{count} replies of a library", "ms", "")
    # What stands here for a supervisor's library is not for the collector to walk through.
    gc.collect()
    gc.freeze()
    took = min(milliseconds(check) for _ in range(3))
    naive = milliseconds(lambda: [_every_rule(reply.text, book) for reply in replies])
    whole = min(milliseconds(lambda: list(check_library(library, book, {}, NOW))) for _ in range(2))
    print_row("checked, once filled", [took])
    print_row("words alone, every rule in turn", [naive])
    print_row("filled, diagnosed and checked", [whole])
    print_bar(f"{count} replies, once filled", took / 1000, MOST_SECONDS_A_LIBRARY, "s")


def _every_rule(text: str, book: RuleBook) -> list[object]:
    """Look for every wording in turn: what the index over the wordings saves."""
    folded = book.folds.fold(text)
    return [
        found
        for rule in book.rules
        for pattern in rule.patterns
        for found in pattern.expression.finditer(folded)
    ]


if __name__ == "__main__":
    main()
