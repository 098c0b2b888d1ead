"""The translations of the program's sentences, read from Qt Linguist's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path


def read_catalogue(file: Path) -> dict[str, str]:
    """Return Chinese sentence to translation; a sentence has one translation everywhere.

    ``file`` is one of our own resources, so its XML is trusted.
    """
    messages = ET.parse(file).iter("message")
    pairs = ((m.findtext("source", ""), m.findtext("translation", "")) for m in messages)
    return {source: translation for source, translation in pairs if translation}
