"""Gives one reader damaged files until the time is up; run as a program by ``torture.fuzz``.

Usage: ``python -m torture.fuzz_reader FORMAT SECONDS SEED FOLDER``. The folder takes the files
that lead somewhere new; what breaks the reader lies there as ``crash-…``. The fuzzer watches
which branches are taken, and ends the process itself: with 0 if nothing broke.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import atheris

from cs_desk.domain.library.incoming import FileFormat

with atheris.instrument_imports(include=["cs_desk.exchange"]):
    from cs_desk.domain.errors import DataFaultError
    from cs_desk.exchange.library.reading import read_library_data

from torture.library_seeds import SEEDS

_LONGEST = 20_000


def main() -> None:
    """Fuzz the reader that the arguments name."""
    format_, seconds, seed, folder = FileFormat(sys.argv[1]), *sys.argv[2:5]
    (Path(folder) / "sound").write_bytes(SEEDS[format_])

    def read(data: bytes) -> None:
        # As what it is asked to be, and as what it looks like.
        for asked in (format_, None):
            with suppress(DataFaultError):
                read_library_data("话术", data, lambda _done, _total: None, format_=asked)

    options = [
        f"-max_total_time={seconds}",
        f"-seed={seed}",
        f"-max_len={_LONGEST}",
        f"-artifact_prefix={folder}/",
        "-timeout=10",
        "-rss_limit_mb=2048",
    ]
    atheris.Setup([sys.argv[0], folder, *options], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
