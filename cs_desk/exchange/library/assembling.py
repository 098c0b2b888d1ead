"""A library of what the reader of a format found, by the same rules for all formats.

- A reply without a title gets its first sentence as one.
- A blank text, a text beyond the limit or with half a character in it is no reply: it is skipped.
- Control characters, and those that turn the direction of text, are left out.
- A title that is too long is cut; any other field that is too long is left out whole, since half
  of a code or of a path would be another one.
- Neighbours of one title and group in different tones are one reply.
- A code stays with the first reply that has it, and the same reply is not taken twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID, uuid5

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.domain.library.incoming import IncomingLibrary
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.exchange.library.csdesk_rows import is_sound
from cs_desk.exchange.library.csdesk_unknown_fields import is_sound_extra
from cs_desk.exchange.library.found_texts import fit_definition, fit_name, fit_reply
from cs_desk.exchange.library.found_tones import in_tones, variants
from cs_desk.exchange.library.limits import MAX_PLACEHOLDERS, MAX_TEMPLATES
from cs_desk.exchange.library.remarks import Remarks
from cs_desk.exchange.library.reporting import reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.library.incoming import FileFormat, Progress
    from cs_desk.domain.template import Placeholder, ToneVariant
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply

_Content: TypeAlias = "tuple[str, str, str, tuple[ToneVariant, ...]]"

_NAMESPACE = UUID("5d0f6a9e-6a0e-5c5b-9a39-0f6f4d3f5f0a")


def assembled(
    found: FoundLibrary, content: FileContent, format_: FileFormat, progress: Progress
) -> IncomingLibrary:
    """Return the library that a file holds.

    The same file always gives the same library: where it knows no identities, those of the
    replies follow from code, title and text, and the library's own from format and file name.

    Args:
        found: What its reader found.
        content: The file.
        format_: Its format.
        progress: Is told how far it is.

    Raises:
        InvalidFileError: It has more replies than a library holds.
        CancelledError: ``progress`` called it off.
    """
    if len(found.replies) > MAX_TEMPLATES:
        told = Sentence("超过 %1 条话术，请分成几个文件", (str(MAX_TEMPLATES),))
        raise InvalidFileError(content.name, told)
    remarks = Remarks([*found.skipped], [*found.lost], [*found.warnings])
    fit = list(_fit_replies(found.replies, remarks, progress))
    entries = in_tones(fit) if "tone" in found.carries else [[reply] for reply in fit]
    for entry, after in pairwise(entries):
        _tell_of_repeated_tone(after[0], entry, remarks)
    name = fit_name(PurePath(content.name).stem) or format_.value
    library = TemplateLibrary(
        id=str(uuid5(_NAMESPACE, f"{format_.value}/{name}")),
        name=name,
        templates=tuple(_Replies(remarks).templates(entries)),
        placeholders=_sound_placeholders(found.placeholders, remarks),
    )
    return IncomingLibrary(
        library=library,
        format=format_,
        carries=found.carries | ({"tones"} if "tone" in found.carries else set()),
        keeps_ids="id" in found.carries,
        encoding=content.encoding,
        skipped=tuple(remarks.skipped),
        lost=tuple(remarks.lost),
        warnings=tuple(remarks.warnings),
    )


def _tell_of_repeated_tone(reply: FoundReply, before: list[FoundReply], remarks: Remarks) -> None:
    """Tell that a row is no further tone of the reply before it, though it looks like one."""
    first = before[0]
    is_alike = (reply.title, reply.group, reply.id) == (first.title, first.group, "")
    if reply.tone and is_alike and reply.tone in {each.tone for each in before}:
        told = Sentence(
            "「%1」的语气「%2」前面已经有了，这一行成了单独的话术", (reply.title, reply.tone)
        )
        remarks.lose(reply.where, told)


def _fit_replies(
    replies: tuple[FoundReply, ...], remarks: Remarks, progress: Progress
) -> Iterator[FoundReply]:
    for _, reply in reported(replies, progress):
        if (fit := fit_reply(reply, remarks)) is not None:
            yield fit
    progress(len(replies), len(replies))


@dataclass(frozen=True, slots=True)
class _Replies:
    """Makes replies of entries, and remembers what the earlier ones have."""

    remarks: Remarks
    codes: dict[str, Sentence] = field(default_factory=dict)
    contents: dict[_Content, Sentence] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def templates(self, entries: list[list[FoundReply]]) -> Iterator[ReplyTemplate]:
        """Yield the reply of each entry, but none twice."""
        for first, *others in entries:
            tones = variants(others)
            content = (first.code, first.title, first.body, tones)
            # Two of one content are two only if the file itself knows them as such.
            is_other = first.id and first.id not in self.ids
            if content in self.contents and not is_other:
                told = Sentence("和%1完全相同", (self.contents[content],))
                self.remarks.skip(first.where, told)
                continue
            self.contents.setdefault(content, first.where)
            code = self._code(first)
            yield ReplyTemplate(
                id=self._id(first, content),
                title=first.title,
                body=first.body,
                code=code,
                group=first.group,
                tags=first.tags,
                tone=first.tone,
                tones=tones,
                note=first.note,
            )

    def _code(self, reply: FoundReply) -> str:
        folded = reply.code.casefold()
        if folded in self.codes:
            # The file knows them as two, so they can be told apart without it.
            if reply.id and reply.id not in self.ids:
                told = Sentence("编码「%1」重复，%2已经有了", (reply.code, self.codes[folded]))
                self.remarks.warn(reply.where, told)
                return reply.code
            told = Sentence("编码「%1」已经给了%2", (reply.code, self.codes[folded]))
            self.remarks.lose(reply.where, told)
            return ""
        if folded:
            self.codes[folded] = reply.where
        return reply.code

    def _id(self, reply: FoundReply, content: _Content) -> str:
        if reply.id in self.ids:
            told = Sentence("编号「%1」前面已经有了，另给一个", (reply.id,))
            self.remarks.lose(reply.where, told)
        code, title, body, tones = content
        texts = (code, title, body, *(text for tone in tones for text in (tone.tone, tone.body)))
        identity, name = reply.id, "\0".join(texts)
        while not identity or identity in self.ids:
            identity, name = str(uuid5(_NAMESPACE, name)), f"{name}\0"
        self.ids.add(identity)
        return identity


def _sound_placeholders(
    placeholders: tuple[Placeholder, ...], remarks: Remarks
) -> tuple[Placeholder, ...]:
    sound: dict[str, Placeholder] = {}
    for placeholder in map(fit_definition, placeholders):
        if len(sound) < MAX_PLACEHOLDERS and _can_be_kept(placeholder):
            sound.setdefault(placeholder.name, placeholder)
        else:
            where = Sentence("占位符「%1」", (fit_name(placeholder.name),))
            remarks.lose(where, Sentence("定义不合要求，没有保留，按普通文字填写"))
    return tuple(sound.values())


def _can_be_kept(placeholder: Placeholder) -> bool:
    return is_sound(placeholder) and is_sound_extra(placeholder.extra)
