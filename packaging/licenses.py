"""The licences of everything that the program's folder brings along."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from program_parts import Entry

_PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_FOLDER = "licenses"
_TEXTS = re.compile(r"(?:LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
_NAME = re.compile(r"[\w.-]+")
# Qt's and PySide6's wheels come without the texts of their licences, ICU's among them.
_OF_QT = Path(__file__).parent / "licenses"


def licenses(parts: Iterable[Entry]) -> list[Entry]:
    """Return the texts that belong to ``parts``, each with its path in the program's folder."""
    texts = {f"Qt/{text.name}": text for text in _OF_QT.iterdir()}
    texts |= {f"Python/{text.name}": text for text in _of_python()}
    for name in _packages():
        for file in distribution(name).files or ():
            if _TEXTS.match(file.name) and ".dist-info" in str(file):
                texts[f"{name}/{file.name}"] = Path(str(file.locate()))
    texts |= _of_debian(source for _, source, kind in parts if kind == "BINARY")
    return [(f"{_FOLDER}/{name}", str(text), "DATA") for name, text in sorted(texts.items())]


def _of_python() -> Iterator[Path]:
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        text = Path(folder) / "LICENSE.txt"
        if text.exists():
            yield text


def _packages() -> set[str]:
    """Return the packages that the program needs to run, one through another.

    The program itself need not be installed, so its own come from where they are declared.
    """
    declared = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    needed: set[str] = set()
    waiting = list(_named(declared))
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += _named(distribution(name).requires or ())
    return needed


def _named(requirements: Iterable[str]) -> Iterator[str]:
    """Yield the names of those that are needed everywhere and always."""
    for requirement in requirements:
        found = _NAME.match(requirement)
        if found and "extra ==" not in requirement and "sys_platform" not in requirement:
            yield found[0]


def _of_debian(libraries: Iterable[str]) -> dict[str, Path]:
    """Return the texts of the Debian packages that ``libraries`` come from."""
    if shutil.which("dpkg") is None:
        return {}
    # A folder that is a link by now is known to dpkg by its old name.
    names = {name for library in libraries for name in _names_of(Path(library))}
    if not names:
        return {}
    answer = subprocess.run(
        ["dpkg", "-S", *sorted(names)], capture_output=True, text=True, check=False
    )
    packages = {line.partition(":")[0] for line in answer.stdout.splitlines()}
    texts = {name: Path("/usr/share/doc", name, "copyright") for name in packages}
    return {f"Debian/{name}": text for name, text in texts.items() if text.exists()}


def _names_of(library: Path) -> set[str]:
    real = str(library.resolve())
    return {real, real.removeprefix("/usr")} if real.startswith(("/usr/lib", "/lib")) else set()
