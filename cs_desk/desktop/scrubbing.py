"""What of a foreign text may stand in the log: nothing that could tell of a person."""

from __future__ import annotations

import re

_KEPT = 300
_LOOKED_AT = 2_000
_SOMETHING = "…"
_NUMBER = "#"

# In this order: what encloses others comes first. Each starts where a word starts, or a long
# text without blanks would be searched once per character.
_RULES = (
    (re.compile(r"[\x00-\x20\x7f]+"), " "),  # one text is one line
    (re.compile(r'"[^"]*(?:"|$)'), f'"{_SOMETHING}"'),  # Qt quotes the values that it was given
    (re.compile(r"(?<!\S)[^\s@]+@\S+"), _SOMETHING),
    # Folders have blanks in their names: everything from the first path to the last one.
    (re.compile(r"(?<!\S)[^\s/\\]*[/\\](?:.*[/\\])?\S*"), _SOMETHING),
    (re.compile(r"[^\x20-\x7e]+"), _SOMETHING),
    (re.compile(r"\b0x[0-9a-fA-F]+"), f"0x{_NUMBER}"),  # differs from run to run
    (re.compile(r"\d(?:[ .,_-]?\d){4,}"), _NUMBER),
)


def scrubbed(text: str) -> str:
    """Return ``text`` in one line of at most 300 characters, without what could be personal.

    Quoted values, e-mail addresses, paths and everything that is not ASCII become ``…``; numbers
    of five digits and more become ``#``, also if blanks or other marks stand between the digits.
    A Latin name that is not quoted cannot be told from other words and stays.
    """
    if len(text) > _LOOKED_AT:
        # Half a number or half an address would no longer be known as one.
        text = re.sub(r"\S*$", _SOMETHING, text[:_LOOKED_AT])
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text.strip()[:_KEPT]
