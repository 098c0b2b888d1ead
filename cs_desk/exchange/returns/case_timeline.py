"""What happened in a return case, moment by moment: order, agent, notes and replies in one line.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.app.case_history_words import history_told
from cs_desk.app.case_wording import anchor_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.masking import masked_text
from cs_desk.domain.returns.return_case import Act
from cs_desk.exchange.returns.sheet_page import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from cs_desk.domain.returns.return_case import ReturnCase

    Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, in words, with personal data masked.

    Attributes:
        at: When.
        by: Who did it; empty for what is known of the order.
        told: What it was, in one line or more.
    """

    at: datetime
    by: str
    told: str


def timeline(case: ReturnCase, tr: Translate) -> tuple[Event, ...]:
    """Return what happened, oldest first."""
    names = case.nicks
    events = (
        Event(event.at, event.by, masked_text(event.told, names)) for event in _events(case, tr)
    )
    return tuple(sorted(events, key=lambda event: event.at))


def _events(case: ReturnCase, tr: Translate) -> Iterator[Event]:
    for what, at in case.facts.moments.items():
        yield Event(at, "", anchor_told(what, tr))
    told_in_full = {(Act.NOTED, note.by, note.at) for note in case.notes}
    told_in_full |= {(Act.REPLIED, reply.by, reply.at) for reply in case.replies}
    for line in case.history:
        if (line.act, line.by, line.at) not in told_in_full:
            yield Event(line.at, line.by, history_told(line, tr))
    for note in case.notes:
        yield Event(note.at, note.by, with_facts(tr("备注：%1"), note.text))
    for reply in case.replies:
        told = with_facts(tr("复制话术「%1」"), reply.title)
        yield Event(reply.at, reply.by, f"{told}\n{reply.text}")


def timeline_text(events: tuple[Event, ...]) -> str:
    """Return the events as plain text, one after the other; further lines are indented."""
    return "".join(f"{_stamp(event)}  {_indented(event.told)}\n" for event in events)


def _stamp(event: Event) -> str:
    return f"{event.at:%Y-%m-%d %H:%M:%S}  {event.by}".rstrip()


def _indented(text: str) -> str:
    return visible(text).replace("\n", "\n    ")
