"""What came of a disk that was filled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilledDisk:
    """What the program that filled it tells.

    Attributes:
        when_full: How many documents were acknowledged until one was refused.
        with_more_room: How many more when somebody else's file had gone.
        outcome_known: Whether each refusal said that nothing was stored.
        is_equal: Whether the file held, read anew, what the desk had shown last.
        found: How many documents it held then.
        trouble: Why the program did not come to its end.
    """

    when_full: int = 0
    with_more_room: int = 0
    outcome_known: bool = True
    is_equal: bool = True
    found: int = 0
    trouble: str = ""
