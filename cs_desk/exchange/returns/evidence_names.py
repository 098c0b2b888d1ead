"""Names under which attached files leave the desk: readable, unique, and good on every system."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cs_desk.domain.returns.masking import masked_text
from cs_desk.exchange.returns.sheet_page import visible

if TYPE_CHECKING:
    from cs_desk.domain.returns.return_case import ReturnCase

# Windows refuses these, and the star that masks; "%" and "$" mean something to shells.
_REFUSED = re.compile(r'[<>:"|?*%$`&;\x00-\x1f\x7f]+')
_FOLDERS = re.compile(r"[/\\\u2044\u2215\uff0f\uff3c]")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
# Of a name without number and ending: it and its folder fit into the 260 characters of Windows.
_LONGEST = 60


def evidence_names(case: ReturnCase, unnamed: str) -> dict[str, str]:
    """Return a file name for every file attached to ``case``, keyed by hash, in their order.

    Every name begins with a number of its own, and so is none that Windows keeps for devices.

    Args:
        case: The case; its buyer's nicks and other personal data are masked in the names.
        unnamed: What a file is called of whose name nothing is left.
    """
    first = {kept.sha256: kept.name for kept in reversed(case.evidence)}
    hashes = dict.fromkeys(kept.sha256 for kept in case.evidence)
    return {
        sha256: f"{number:02d}-{_safe(masked_text(first[sha256], case.nicks), unnamed)}"
        for number, sha256 in enumerate(hashes, start=1)
    }


def _safe(name: str, unnamed: str) -> str:
    last = _FOLDERS.split(unicodedata.normalize("NFC", visible(name)))[-1]
    plain = _REFUSED.sub("_", last.replace("\n", " "))
    found = _ENDING.search(plain)
    ending = found[0].lower() if found else ""
    stem = plain.removesuffix(found[0]) if found else plain
    return (stem.strip(" .")[:_LONGEST].strip(" .") or unnamed) + ending
