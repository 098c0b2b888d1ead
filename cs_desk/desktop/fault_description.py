"""An error in words for the log: what happened and where in the program, never with which data."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from traceback import walk_tb
from typing import TYPE_CHECKING

import cs_desk
from cs_desk.desktop.scrubbing import scrubbed
from cs_desk.domain.errors import DeskError, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

_PACKAGE = Path(cs_desk.__file__).parent
_OURS = f"{_PACKAGE.name}/"
_LIBRARIES = ("site-packages", "dist-packages")
_LONGEST_CHAIN = 8
_OUTER_FRAMES = 5
_INNER_FRAMES = 25


@dataclass(frozen=True, slots=True)
class FaultDescription:
    """What the log tells of an error.

    Attributes:
        identity: The error's type and the innermost place of ours; alike for like faults.
        lines: The error, its causes, and the frames that each passed through.
    """

    identity: str
    lines: tuple[str, ...]


def described(error: BaseException) -> FaultDescription:
    """Return ``error`` and its causes without messages, arguments and local variables."""
    lines = []
    for link, (relation, member) in enumerate(_chain(error)):
        if link == _LONGEST_CHAIN:
            lines.append("…")
            break
        lines.append(f"{relation}{_what(member)}")
        lines.extend(f"    {frame}" for frame in _shortened(_frames(member)))
    frames = _frames(error)
    ours = [frame for frame in frames if frame.startswith(_OURS)]
    where = (ours or frames or ["no frame"])[-1]
    return FaultDescription(f"{_type_name(error)} at {where}", tuple(lines))


def place(file: str) -> str:
    """Return a source file's name without the folders that tell whose computer this is."""
    path = PurePath(file)
    if path.is_relative_to(_PACKAGE):
        return _OURS + path.relative_to(_PACKAGE).as_posix()
    if path.parts and path.parts[0] == _PACKAGE.name:
        # As a built executable names its sources.
        return path.as_posix()
    for folder in _LIBRARIES:
        if folder in path.parts:
            return "/".join(path.parts[path.parts.index(folder) + 1 :])
    return scrubbed(path.name)


def template_text(said: Sentence) -> str:
    """Return a sentence as it stands in the program: facts are left out, sentences kept."""

    def fact(mark: re.Match[str]) -> str:
        index = int(mark[1]) - 1
        told = said.facts[index] if index < len(said.facts) else ""
        return template_text(told) if isinstance(told, Sentence) else "…"

    return re.sub("%([12])", fact, said.text)


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    seen = set()
    relation = ""
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield relation, following
        if following.__cause__ is not None:
            relation, following = "caused by ", following.__cause__
        else:
            hidden = following.__suppress_context__
            relation, following = "while handling ", None if hidden else following.__context__


def _what(error: BaseException) -> str:
    told = (_type_name(error), _system_error(error), _sqlite_error(error), _sentence(error))
    return " ".join(filter(None, told))


def _type_name(error: BaseException) -> str:
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return f"{module}{kind.__qualname__}"


def _system_error(error: BaseException) -> str:
    # Only numbers that the system knows: whoever raises an OSError may put anything there.
    number = error.errno if isinstance(error, OSError) else None
    if number is None or number not in errno.errorcode:
        return ""
    return f"errno {number} {errno.errorcode[number]} {os.strerror(number)}"


def _sqlite_error(error: BaseException) -> str:
    name = getattr(error, "sqlite_errorname", None)
    return name if isinstance(name, str) and re.fullmatch("SQLITE_[A-Z_]+", name) else ""


def _sentence(error: BaseException) -> str:
    said = getattr(error, "reason", None) if isinstance(error, DeskError) else None
    return template_text(said) if isinstance(said, Sentence) else ""


def _frames(error: BaseException) -> list[str]:
    return [_code_place(frame.f_code, line) for frame, line in walk_tb(error.__traceback__)]


def _code_place(code: CodeType, line: int) -> str:
    return f"{place(code.co_filename)}:{line} {code.co_qualname}"


def _shortened(frames: list[str]) -> list[str]:
    left_out = len(frames) - _OUTER_FRAMES - _INNER_FRAMES
    if left_out <= 0:
        return frames
    return [*frames[:_OUTER_FRAMES], f"… {left_out} more …", *frames[-_INNER_FRAMES:]]
