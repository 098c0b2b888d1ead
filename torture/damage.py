"""Damaged files: one flipped bit, or a file cut short, and what the desk makes of it."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from torture.damage_desk import Desk, make_desk
from torture.damage_verdict import Outcome, Verdict, judge_backup, judge_store, trouble_of_restoring
from torture.parallel import in_parallel
from torture.scratch import scratch_folder
from torture.table import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TypeAlias

    Damages: TypeAlias = Callable[["bytes", "Victim", random.Random], Iterable["Damage"]]

_HEADER, _PAGE = 100, 4096
_LOG_HEADER, _FRAME = 32, 24 + _PAGE
_ODD_SIZES = (512, 1000, _PAGE - 1, _PAGE + 1, 5 * _PAGE + 2048)
# Of so many stores that are too damaged to be opened, one is restored.
_RESTORED = 4
_STORE, _LOG, _BACKUP = "data/desk.db", "data/desk.db-wal", "backup"


class Victim(NamedTuple):
    """A file that is damaged.

    Attributes:
        name: What it is called in the table.
        file: Its path in the desk's folder.
        has_log: Whether the last changes are in the log.
        share: Its part of all flipped bits, in per cent.
    """

    name: str
    file: str
    has_log: bool
    share: int


class Damage(NamedTuple):
    """What is written in the place of a file, and what is wrong with it."""

    name: str
    content: bytes


VICTIMS = (
    Victim("desk.db", _STORE, has_log=False, share=40),
    Victim("desk.db beside a log", _STORE, has_log=True, share=20),
    Victim("log", _LOG, has_log=True, share=20),
    Victim("backup", _BACKUP, has_log=False, share=20),
)


def run(rounds: int, seed: int) -> list[Row]:
    """Flip ``rounds`` bits, one at a time, flip every header's bits, and cut every file."""
    databases = (victim for victim in VICTIMS if not victim.has_log)
    stores = (victim for victim in VICTIMS if victim.file == _STORE)
    trials = {
        **{
            f"one bit flipped, {v.name}": (
                v,
                partial(_random_bits, max(1, rounds * v.share // 100)),
            )
            for v in VICTIMS
        },
        **{
            f"{name}, {v.name}": (v, damages)
            for v in databases
            for name, damages in (("header's bits", HEADER_BITS), ("schema's bits", SCHEMA_BITS))
        },
        **{f"cut at every page, {v.name}": (v, page_cuts) for v in VICTIMS},
        **{f"cut to a stump, {v.name}": (v, stumps) for v in stores},
    }
    found = in_parallel(examine, [(*trial, seed) for trial in trials.values()])
    return [row_of_damage(name, each) for name, each in zip(trials, found, strict=True)]


def flip_bits(victim: Victim, flips: int, seed: int) -> list[Verdict]:
    """Flip ``flips`` bits of a file, one at a time; return what came of each."""
    return examine(victim, partial(_random_bits, flips), seed)


def examine(victim: Victim, damages: Damages, seed: int) -> list[Verdict]:
    """Damage a file in every way of ``damages``, each in a copy of its own desk."""
    chance = random.Random(f"{victim.name} {seed}")
    with scratch_folder() as scratch:
        desk = make_desk(scratch / "desk", chance, has_log=victim.has_log)
        content = _path(desk, desk.folder, victim).read_bytes()
        return [
            _examine(desk, victim, damage, number)
            for number, damage in enumerate(damages(content, victim, chance))
        ]


def row_of_damage(trial: str, verdicts: Sequence[Verdict]) -> Row:
    """Return the row of a trial that passes if nothing was wrong without a word."""
    counts = Counter(verdict.outcome for verdict in verdicts)
    lost, wrong = counts[Outcome.LOST], counts[Outcome.SILENT]
    unreadable = counts[Outcome.FOREIGN] + counts[Outcome.UNUSABLE]
    told = [f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome]]
    bad = (Outcome.LOST, Outcome.SILENT, Outcome.FOREIGN, Outcome.UNUSABLE)
    told += [verdict.detail for verdict in verdicts if verdict.outcome in bad][:1]
    return Row(
        trial=trial,
        rounds=len(verdicts),
        acknowledged=sum(verdict.at_stake for verdict in verdicts),
        lost=lost,
        unreadable=unreadable,
        wrong=wrong,
        is_passed=bool(verdicts) and not lost + wrong + unreadable,
        verdict=", ".join(told),
    )


def _random_bits(
    flips: int, content: bytes, _victim: Victim, chance: random.Random
) -> Iterator[Damage]:
    for _ in range(flips):
        # Half of them where one bit means most.
        size = chance.choice((_HEADER, _PAGE, len(content), len(content)))
        yield _flipped(content, chance.randrange(8 * size))


def _first_bits(
    content: bytes, _victim: Victim, _chance: random.Random, *, size: int, step: int
) -> Iterator[Damage]:
    return (_flipped(content, place) for place in range(0, 8 * size, step))


# One bit there means most. The step is odd, so that each bit of a byte has its turn.
HEADER_BITS = partial(_first_bits, size=_HEADER, step=1)
SCHEMA_BITS = partial(_first_bits, size=_PAGE, step=41)


def page_cuts(content: bytes, victim: Victim, _chance: random.Random) -> Iterator[Damage]:
    """Yield a file cut at every page, and at some odd sizes."""
    length = len(content)
    # An empty store alone is no damage that can be told: the program looks for backups then.
    sizes = set(range(_PAGE if victim.file == _STORE and not victim.has_log else 0, length, _PAGE))
    sizes.update(size for size in _ODD_SIZES if size < length)
    if victim.file == _LOG:
        sizes.update(range(_LOG_HEADER, length, _FRAME))
    return (_cut(content, size) for size in sorted(sizes))


def stumps(content: bytes, _victim: Victim, _chance: random.Random) -> Iterator[Damage]:
    """Yield the first bytes of a file, up to those that tell what it is."""
    return (_cut(content, size) for size in range(1, _HEADER + 1))


def _cut(content: bytes, size: int) -> Damage:
    return Damage(f"{size} bytes", content[:size])


def _flipped(content: bytes, place: int) -> Damage:
    flipped = bytearray(content)
    flipped[place // 8] ^= 1 << place % 8
    return Damage(f"bit {place}", bytes(flipped))


def _path(desk: Desk, folder: Path, victim: Victim) -> Path:
    return folder / (desk.backup if victim.file == _BACKUP else victim.file)


def _examine(desk: Desk, victim: Victim, damage: Damage, number: int) -> Verdict:
    folder = desk.folder.with_name("damaged")
    shutil.copytree(desk.folder, folder)
    try:
        _path(desk, folder, victim).write_bytes(damage.content)
        if victim.file == _BACKUP:
            verdict = judge_backup(folder, desk)
        else:
            verdict = judge_store(folder, desk)
            is_tried = verdict.is_refused and not number % _RESTORED
            if is_tried and (trouble := trouble_of_restoring(folder, desk)):
                verdict = Verdict(Outcome.UNUSABLE, trouble)
        at_stake = sum(map(len, desk.rows.values()))
        detail = f"{victim.name}, {damage.name}: {verdict.detail}"
        return verdict._replace(detail=detail, at_stake=at_stake)
    finally:
        shutil.rmtree(folder)
