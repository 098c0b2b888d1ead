"""Tells every step as it ends, and all of them in a table."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Step:
    """One thing that was checked.

    Attributes:
        name: What it is.
        found: What came out of it.
        right: Whether that is as it should be.
        seconds: How long it took.
    """

    name: str
    found: str = ""
    right: bool = True
    seconds: float = 0.0


class Report:
    """The steps so far."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def all_right(self) -> bool:
        """Whether every step was as it should be."""
        return all(step.right for step in self._steps)

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Check one thing: a failed ``assert`` in it is told, and the next one has its turn."""
        step = Step(name)
        self._steps.append(step)
        began = time.monotonic()
        try:
            yield step
        except (
            AssertionError,
            OSError,
            ValueError,
            LookupError,
            subprocess.SubprocessError,
        ) as error:
            step.right = False
            step.found = f"{type(error).__name__}: {error}"
        step.seconds = time.monotonic() - began
        print(_line(step), flush=True)

    def tell_table(self) -> None:
        """Print all steps, one a line."""
        print("\n| | what | found | s |\n|---|---|---|---:|")
        for step in self._steps:
            found = step.found.replace("\n", " ").replace("|", "/")[:160]
            print(f"| {_mark(step)} | {step.name} | {found} | {step.seconds:.1f} |")
        wrong = sum(not step.right for step in self._steps)
        print(f"\n{len(self._steps)} steps, {wrong} wrong")


def _mark(step: Step) -> str:
    return "ok" if step.right else "WRONG"


def _line(step: Step) -> str:
    return f"{_mark(step):5} {step.seconds:6.1f} s  {step.name}: {step.found}"
