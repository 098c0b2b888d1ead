"""What Windows tells of cs_desk.exe under 属性 → 详细信息 (Properties, Details)."""

from __future__ import annotations

import re

from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)

PUBLISHER = "The CS Desk developers"
_COPYRIGHT = f"Copyright (c) 2026 {PUBLISHER}, MIT License"
# A language of Windows and what the program is called in it.
_NAMES = {0x0804: ("客服台", "客服台"), 0x0409: ("CS Desk", "CS Desk (客服台)")}
_UTF_16 = 1200
_ON_WINDOWS_NT, _PROGRAM = 0x40004, 1


def version_info(version: str, file: str) -> VSVersionInfo:
    """Return the facts in Chinese and English.

    Args:
        version: As in ``cs_desk.__version__``.
        file: The program's own file name, ``cs_desk.exe``.
    """
    numbers = four_numbers(version)
    tables = [
        StringTable(
            f"{language:04X}{_UTF_16:04X}",
            [
                StringStruct("CompanyName", PUBLISHER),
                StringStruct("FileDescription", description),
                StringStruct("FileVersion", version),
                StringStruct("InternalName", "cs_desk"),
                StringStruct("LegalCopyright", _COPYRIGHT),
                StringStruct("OriginalFilename", file),
                StringStruct("ProductName", name),
                StringStruct("ProductVersion", version),
            ],
        )
        for language, (name, description) in _NAMES.items()
    ]
    translations = [number for language in _NAMES for number in (language, _UTF_16)]
    return VSVersionInfo(
        ffi=FixedFileInfo(
            filevers=numbers, prodvers=numbers, mask=0x3F, OS=_ON_WINDOWS_NT, fileType=_PROGRAM
        ),
        kids=[StringFileInfo(tables), VarFileInfo([VarStruct("Translation", translations)])],
    )


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return the version as Windows compares it: 0.1.0 and 0.1.0rc2 are both (0, 1, 0, 0)."""
    released = re.match(r"[0-9.]+", version)
    if released is None:
        raise ValueError(version)
    numbers = [int(part) for part in released[0].strip(".").split(".")]
    major, minor, patch, build = (*numbers, 0, 0, 0)[:4]
    return major, minor, patch, build
