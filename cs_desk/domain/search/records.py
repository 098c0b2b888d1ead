"""The searchable texts of one reply: folded, framed, and in the codes of the alphabet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.search.folding import END, SEPARATOR, START, FoldTable
from cs_desk.domain.search.postings import Zone

if TYPE_CHECKING:
    from cs_desk.domain.search.alphabet import Alphabet
    from cs_desk.domain.template import ReplyTemplate


@dataclass(frozen=True, slots=True)
class Record:
    """One reply as the search reads it.

    Attributes:
        template: The reply itself.
        texts: Per zone, its folded text; titles, codes and bodies are framed by START and END.
        codes: Per zone, the same text in the codes of the alphabet.
        as_stored: Whether places in the texts agree with those in the stored texts.
    """

    template: ReplyTemplate
    texts: tuple[str, str, str]
    codes: tuple[str, str, str]
    as_stored: bool


class Scribe:
    """Makes records, with one way of folding and one alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        self.alphabet = alphabet
        self.folding = FoldTable()

    def record(self, template: ReplyTemplate) -> Record:
        """Return the record of ``template``."""
        fields = [fields_of(template, zone) for zone in Zone]
        title, labels, body = (self._framed(each) for each in fields)
        encode = self.alphabet.encode
        return Record(
            template,
            (title, labels, body),
            (encode(title), encode(labels), encode(body)),
            as_stored=all(self.folding.keeps_places(text) for each in fields for text in each),
        )

    def _framed(self, fields: tuple[str, ...]) -> str:
        first, *rest = map(self.folding.fold, fields)
        tail = "".join(f"{text}{SEPARATOR}" for text in rest)
        return f"{START}{first}{END}{tail}"


def fields_of(template: ReplyTemplate, zone: Zone) -> tuple[str, ...]:
    """Return the stored texts of a zone in order; the first is the one that is framed."""
    if zone is Zone.TITLE:
        return (template.title,)
    if zone is Zone.LABELS:
        return (template.code, *template.tags, template.group)
    return (template.body, *(variant.body for variant in template.tones))
