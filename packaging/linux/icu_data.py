"""ICU's data without what Qt never asks it for: 4 MB of 32 stay.

Qt takes from ICU how to sort (`QCollator`: the file dialogs), how to change case, and converters
for old encodings; everything else about languages it has in itself. So collations of our two
languages and what is common to all stay, and formats, names, time zones' words, dictionaries and
converters go (the program's own encodings are Python's).

The format is that of ICU's own tools: https://unicode-org.github.io/icu/userguide/icu_data/ and
``icu4c/source/tools/toolutil/package.cpp``, type "CmnD": a header, a count, a table of name and
data offsets sorted by name, the names, the data at multiples of 16.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from program_parts import Entry

_COUNT = struct.Struct("<I")
_ROW = struct.Struct("<II")
_ALIGNMENT = 16
# Languages and their countries; "root", "pool", "zoneinfo64" and their like have longer names.
_LOCALE = re.compile(r"[a-z]{2,3}(?:_\w+)?\.res")
_OURS = re.compile(r"(?:zh|en)(?:_\w+)?\.res")
_SYMBOL = re.compile(r"([0-9a-f]+) +(\S+) OBJECT +GLOBAL .* (icudt\d+_dat)$", re.MULTILINE)


def slimmed(part: Entry, folder: Path) -> Entry:
    """Return ``part``, or in place of ICU's data the slimmed one, which is made in ``folder``."""
    name, source, kind = part
    if kind != "BINARY" or not PurePath(name).name.startswith("libicudata.so"):
        return part
    return name, str(write_slimmed(Path(source), folder)), kind


def write_slimmed(library: Path, folder: Path) -> Path:
    """Write a library of the same name and symbol as ``library``, with less data.

    Returns:
        The new library, in ``folder``.
    """
    symbol, package = _package(library)
    folder.mkdir(parents=True, exist_ok=True)
    data, source, compiled = (folder / f"icudata{kind}" for kind in (".dat", ".s", ".o"))
    data.write_bytes(_slimmed(package))
    source.write_text(
        f".section .rodata\n.balign {_ALIGNMENT}\n.globl {symbol}\n.type {symbol}, @object\n"
        f'{symbol}: .incbin "{data}"\n.size {symbol}, . - {symbol}\n'
        '.section .note.GNU-stack, "", @progbits\n',
        encoding="ascii",
    )
    slim = folder / library.name
    link = ["ld", "-shared", "--build-id=none", "-soname", library.name, "-o", str(slim)]
    subprocess.run(["as", "-o", str(compiled), str(source)], check=True)
    subprocess.run([*link, str(compiled)], check=True)
    return slim


def _package(library: Path) -> tuple[str, bytes]:
    """Return the symbol of the data and the data."""
    command = ["readelf", "--wide", "--dyn-syms", library]
    table = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = _SYMBOL.search(table)
    if found is None:
        raise ValueError(f"{library} holds no data of ICU")
    # A library of constants only: its addresses are its places in the file.
    start, size = int(found[1], 16), int(found[2], 0)
    return found[3], library.read_bytes()[start : start + size]


def _slimmed(package: bytes) -> bytes:
    header_size = int.from_bytes(package[:2], "little")
    header, body = package[:header_size], package[header_size:]
    kept = [(name, data) for name, data in _items(body) if _is_kept(name)]
    table_end = _COUNT.size + _ROW.size * len(kept)
    names = b"".join(name.encode() + b"\0" for name, _ in kept)
    rows, content = [], bytearray(_padded(table_end + len(names)) - table_end)
    content[: len(names)] = names
    name_at = table_end
    for name, data in kept:
        rows.append(_ROW.pack(name_at, table_end + len(content)))
        name_at += len(name) + 1
        content += data.ljust(_padded(len(data)), b"\0")
    return header + _COUNT.pack(len(kept)) + b"".join(rows) + content


def _items(body: bytes) -> list[tuple[str, bytes]]:
    (count,) = _COUNT.unpack_from(body)
    rows = [_ROW.unpack_from(body, _COUNT.size + _ROW.size * n) for n in range(count)]
    ends = [at for _, at in rows[1:]] + [len(body)]
    return [
        (body[name : body.index(b"\0", name)].decode(), body[at:end])
        for (name, at), end in zip(rows, ends, strict=True)
    ]


def _is_kept(name: str) -> bool:
    folder, _, file = name.partition("/")[2].rpartition("/")
    if folder not in ("", "coll") or file.endswith(".cnv"):
        return False
    return not _LOCALE.fullmatch(file) or bool(_OURS.fullmatch(file))


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
