"""Files that are small on the disk and would be huge in memory; run as a program to read them.

Usage: ``python -m torture.bombs BYTES [all]``. It prints one line for each bomb: what it is, and
what came of reading it with no more memory than that.
"""

from __future__ import annotations

import io
import resource
import sys
import zipfile
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.errors import DataFaultError
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.exchange.library.limits import MAX_FILE_BYTES
from cs_desk.exchange.library.reading import read_library_data
from cs_desk.exchange.library.sheet_xlsx import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

REFUSED = "refused"

_LIBRARY = TemplateLibrary("lib", "话术", (ReplyTemplate("1", "问候", "您好"),))
_HEAD = b'{"format": "csdesk", "format_version": 1, '
_TABLE = "标题,内容\n".encode()
_SHEET = "xl/worksheets/sheet1.xml"
_MEGABYTE = 1024**2


class Bomb(NamedTuple):
    """A file that must be refused.

    Attributes:
        name: What it is.
        file: What it is called.
        data: Returns its content.
        is_quick: Whether it is refused within a fraction of a second.
    """

    name: str
    file: str
    data: Callable[[], bytes]
    is_quick: bool = True


def _full(part: bytes, head: bytes = b"", tail: bytes = b"") -> bytes:
    """Return a file of the largest size that is allowed, filled with ``part``."""
    room = MAX_FILE_BYTES - len(head) - len(tail)
    return head + part * (room // len(part)) + tail


def _workbook(content: Callable[[], bytes]) -> bytes:
    """Return a workbook with other content in place of its sheet."""
    book = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(write_xlsx(_LIBRARY).data)) as sound,
        zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
    ):
        for name in sound.namelist():
            package.writestr(name, content() if name == _SHEET else sound.read(name))
    return book.getvalue()


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{levels}]><x>&a9;</x>'.encode()


def _aliases() -> bytes:
    levels = (f"  - &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9))
    return f"matches:\n  - &a0 [a, a, a]\n{''.join(levels)}".encode()


BOMBS = (
    Bomb("deep lists", "a.csdesk", partial(_full, b"[")),
    Bomb("deep lists in a library", "a.csdesk", partial(_full, b"[", _HEAD + b'"x": ')),
    Bomb("deep objects in a library", "a.csdesk", partial(_full, b'{"a":', _HEAD + b'"x": ')),
    Bomb("a number of 20 MB", "a.csdesk", partial(_full, b"9", _HEAD + b'"x": ', b"}")),
    Bomb("empty lists", "a.csdesk", partial(_full, b"[],", _HEAD + b'"x": [', b"[]]}")),
    Bomb("small objects", "a.csdesk", partial(_full, b'{"a":1},', _HEAD + b'"x": [', b"1]}")),
    Bomb(
        "small texts",
        "a.csdesk",
        partial(_full, b'"ab",', _HEAD + b'"templates": [', b"1]}"),
        is_quick=False,
    ),
    Bomb("deep lists of snippets", "a.json", partial(_full, b"[", b'[{"id": 1, "body": ')),
    Bomb("small snippets", "a.json", partial(_full, b'{"body":1},', b"[", b"1]")),
    Bomb("an endless cell", "a.csv", partial(_full, b"a", _TABLE + b'x,"')),
    Bomb("endless rows", "a.csv", partial(_full, b"a,b\n", _TABLE), is_quick=False),
    Bomb("endless columns", "a.csv", partial(_full, b",", _TABLE)),
    Bomb("aliases of aliases", "a.yml", _aliases),
    Bomb("deep YAML", "a.yml", partial(_full, b"[", b"matches: ")),
    Bomb("small YAML", "a.yml", partial(_full, b"- 1\n", b"matches:\n"), is_quick=False),
    Bomb("a sheet of zeros", "a.xlsx", partial(_workbook, partial(bytes, 100 * _MEGABYTE))),
    Bomb("entities of entities", "a.xlsx", partial(_workbook, _entities)),
    Bomb("deep XML", "a.xlsx", partial(_workbook, partial(_full, b"<a>"))),
)


def verdict(bomb: Bomb) -> str:
    """Return what came of reading ``bomb``; it begins with ``REFUSED`` if that is as it has to."""
    try:
        incoming = read_library_data(bomb.file, bomb.data(), lambda _done, _total: None)
    except DataFaultError as error:
        return f"{REFUSED}: {error}"
    return f"read: {len(incoming.library.templates)} replies"


def main() -> None:
    """Read the bombs under a limit of memory."""
    limit, every = int(sys.argv[1]), sys.argv[2:] == ["all"]
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for bomb in BOMBS:
        if bomb.is_quick or every:
            print(f"{bomb.name}\t{verdict(bomb)}", flush=True)


if __name__ == "__main__":
    main()
