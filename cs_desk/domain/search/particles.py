"""What a short question holds beside its subject: 有货吗 asks for 有货, ``youhuoma`` likewise."""

from __future__ import annotations

import re

# What a buyer's question begins with, and ends with, whatever it is about.
_BEGINNING = re.compile(
    "^(?:请问|你们|我们|能不能|可不可以|有没有|是不是|可以|我要|我想|我|能|会|有)"
)
_END = re.compile("(?:了|吗|呢|吧|啊|呀|哦|嘛|么|啦|的|没|不|亲)$")
_SPELLED_END = re.compile("(?:le|ma|ne|ba|ya|de)$")
_SHORTEST, _SHORTEST_SPELLED = 2, 4


def subjects(word: str) -> tuple[str, ...]:
    """Return a folded word without its particles, the least changed first; none if it has none."""
    if word.isascii():
        bare = _SPELLED_END.sub("", word)
        return (bare,) if bare != word and len(bare) >= _SHORTEST_SPELLED else ()
    found = []
    for particles in (_END, _BEGINNING):
        shorter = particles.sub("", word)
        while shorter != word and len(shorter) >= _SHORTEST:
            word = shorter
            found.append(word)
            shorter = particles.sub("", word)
    return tuple(found)
