"""Libraries, files and plans for the tests of merges."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from cs_desk.domain.library.applied_merge import carry_out
from cs_desk.domain.library.difference import CONTENT_FIELDS
from cs_desk.domain.library.incoming import FileFormat, IncomingLibrary
from cs_desk.domain.library.merge import MergeBase
from cs_desk.domain.library.merge_planning import plan_merge
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

ALL = frozenset({"id", "rev", *CONTENT_FIELDS})
FLAT = frozenset({"body", "code", "group", "title"})


def reply(key="1", **changes):
    """Return a reply like no other; ``key`` makes its text."""
    made = ReplyTemplate(f"id-{key}", f"标题{key}", f"第{key}条：亲，您问的事情已经记下来了")
    return replace(made, **changes)


def library(*templates, **changes):
    return replace(TemplateLibrary("lib", "话术库", templates), **changes)


def csdesk(*templates, **changes):
    """Return a file of our own format, of the same library."""
    return IncomingLibrary(
        library(*templates, **changes), FileFormat.CSDESK, carries=ALL, keeps_ids=True
    )


def flat(*templates, carries=FLAT, format_=FileFormat.QIANNIU):
    """Return a file of another format, whose ids are none of ours."""
    foreign = tuple(replace(t, id=f"flat-{t.id}") for t in templates)
    return IncomingLibrary(TemplateLibrary("file", "文件", foreign), format_, carries)


def base_of(*templates, whole=True, **parts):
    return MergeBase({t.id: t for t in templates}, whole=whole, **parts)


def plan(mine, incoming, base=None, **options):
    return plan_merge(mine, incoming, base or MergeBase(), progress=lambda *_: None, **options)


def carried_out(made_plan, choices=None, everything=None):
    """Carry out a plan, with ``everything`` chosen for each row if given."""
    rows = (*made_plan.rows, *made_plan.placeholders)
    chosen = {row.key: everything for row in rows} if everything else choices or {}
    numbers = count(1)
    return carry_out(made_plan, chosen, lambda: f"fresh-{next(numbers)}")
