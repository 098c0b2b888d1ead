"""What stands twice in a library file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.domain.library.incoming import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cs_desk.exchange.library.csdesk_rows import DocumentRow


def refuse_repeats(document: DocumentRow, file: str) -> None:
    """Refuse two entries that could not be told apart later.

    Raises:
        InvalidFileError: A placeholder's name, a reply's identity or a tone of one reply stands
            there twice.
    """
    names = [placeholder.name for placeholder in document.placeholders]
    _refuse(file, Sentence("占位符"), names, lambda at: f"placeholders[{at}].name")
    ids = [template.id for template in document.templates]
    _refuse(file, Sentence("编号"), ids, lambda at: f"templates[{at}].id")
    for index, template in enumerate(document.templates):
        if template.tones:
            kind = Sentence("「%1」的语气", (template.title,))
            tones = [template.tone, *(variant.tone for variant in template.tones)]
            _refuse(file, kind, tones, partial(_place_of_tone, index))


def repeats(document: DocumentRow) -> Iterator[Remark]:
    """Yield what two replies may have in common, but better had not; codes ignore case."""
    seen: set[tuple[Sentence, str]] = set()
    for index, template in enumerate(document.templates):
        for kind, field, value in (
            (Sentence("标题"), "title", template.title),
            (Sentence("编码"), "code", template.code.casefold()),
        ):
            if not value:
                continue
            if (kind, value) in seen:
                where = Sentence("%1", (f"templates[{index}].{field}",))
                yield Remark(where, Sentence("%1「%2」重复，前面已经有一个", (kind, value)))
            seen.add((kind, value))


def _place_of_tone(index: int, at: int) -> str:
    return f"templates[{index}].tones[{at - 1}].tone"


def _refuse(file: str, kind: Sentence, values: Sequence[str], where: Callable[[int], str]) -> None:
    if len(set(values)) == len(values):
        return
    at = next(at for at, value in enumerate(values) if value in values[:at])
    told = Sentence("%1「%2」重复，前面已经有一个", (kind, values[at]))
    raise InvalidFileError(file, told, where(at))
