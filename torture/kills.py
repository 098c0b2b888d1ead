"""kill -9 at random moments: commands, windows, ticks, writers, and long operations midway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torture.findings import row_of, row_of_mutant
from torture.kills_commands import kill_commands
from torture.kills_midway import kill_midway
from torture.kills_operations import MIDWAY
from torture.kills_ticks import kill_agents
from torture.kills_window import kill_windows
from torture.kills_writers import kill_too_hasty_writers, kill_writers
from torture.parallel import in_parallel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torture.findings import Finding
    from torture.table import Row

# Per cent of all kills; the writers, who cost least, get the rest.
_COMMANDS, _WINDOWS, _AGENTS = 15, 5, 20
_MUTANT_KILLS = 30
# To each long operation, as part of all the kills before.
_MIDWAY = 10


def run(rounds: int, seed: int) -> list[Row]:
    """Kill ``rounds`` processes, and then some midway in each long operation."""
    commands = max(1, rounds * _COMMANDS // 100)
    windows = max(1, rounds * _WINDOWS // 100)
    agents = max(1, rounds * _AGENTS // 100)
    writers = max(1, rounds - commands - windows - agents)
    midway = max(1, rounds * _MIDWAY // 100)
    hasty = killed(kill_too_hasty_writers, _MUTANT_KILLS, seed, 15)
    return [
        row_of("kill -9, commands", killed(kill_commands, commands, seed, 10)),
        row_of("kill -9, window", killed(kill_windows, windows, seed, 10)),
        row_of(
            "kill -9, two agents ticking",
            killed(kill_agents, agents, seed, 20),
            f"{agents:,} processes killed",
        ),
        row_of(
            "kill -9, three writers",
            killed(kill_writers, writers, seed, 60),
            f"{writers:,} processes killed",
        ),
        row_of_mutant("  mutant: acknowledged too early", hasty),
        *(
            row_of(f"kill -9, {each.name}", killed(kill_midway, midway, seed, 25, each.name))
            for each in MIDWAY
        ),
    ]


def killed(
    trial: Callable[..., list[Finding]], kills: int, seed: int, at_a_time: int, *arguments: str
) -> list[Finding]:
    """Let ``trial`` kill so many processes, on every core; return what its rounds found."""
    shares = [(*arguments, *share) for share in _shares(kills, seed, at_a_time)]
    return [finding for findings in in_parallel(trial, shares) for finding in findings]


def _shares(kills: int, seed: int, at_a_time: int) -> Iterator[tuple[int, int]]:
    for start in range(0, kills, at_a_time):
        yield min(at_a_time, kills - start), seed + start
