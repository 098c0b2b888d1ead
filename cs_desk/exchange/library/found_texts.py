r"""The texts of replies and definitions from a file, made fit for a library.

Line ends become ``\n``; control characters, and those that turn the direction of text, are left
out and told of. Blanks around anything but a body or a note mean nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.text_direction import DIRECTION_CONTROL, without_direction_controls
from cs_desk.exchange.library.csdesk_texts import REMOVED_DIRECTION
from cs_desk.exchange.library.limits import MAX_LINE_LENGTH, MAX_TAGS, MAX_TEXT_LENGTH

if TYPE_CHECKING:
    from cs_desk.domain.template import Placeholder
    from cs_desk.exchange.library.found_replies import FoundReply
    from cs_desk.exchange.library.remarks import Remarks

# Of a title that is made of a body, in characters.
_TITLE_LENGTH = 20

_REMOVED_CONTROL = Sentence("含有看不见的控制字符，已去掉")
_HALF = Sentence("含有残缺的字符，只有半个代理对")

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_UNFIT = re.compile(f"{_CONTROL.pattern}|{_HALF_PAIR.pattern}|{DIRECTION_CONTROL.pattern}")
_LINE_END = re.compile("\r\n?")
_LINE_END_OR_TAB = re.compile("[\n\t]+")
_SENTENCE_END = re.compile("[。！？!?；;…\n]")


def fit_reply(reply: FoundReply, remarks: Remarks) -> FoundReply | None:
    """Return ``reply`` with texts that a library may hold, and with a title.

    Args:
        reply: What a file tells.
        remarks: Is told what was left out.

    Returns:
        None if it cannot become a reply, which ``remarks`` is told as well.
    """
    if (reason := _why_no_reply(reply.body)) is not None:
        remarks.skip(reply.where, reason)
        return None
    texts = _Texts(reply.where, remarks)
    body = texts.text(reply.body, Sentence("正文"))
    if not body.strip():
        remarks.skip(reply.where, Sentence("正文是空的"))
        return None
    return replace(
        reply,
        body=body,
        title=texts.title(reply.title) or first_sentence(body),
        code=texts.line(reply.code, Sentence("编码")),
        group=_path(texts.line(reply.group, Sentence("分组"))),
        tags=texts.tags(reply.tags),
        note=texts.note(reply.note),
        tone=texts.line(reply.tone, Sentence("语气")),
        id=texts.line(reply.id, Sentence("编号")),
    )


def first_sentence(body: str) -> str:
    """Return the first sentence of ``body`` without its end mark, as a title of 20 characters.

    Args:
        body: A text that is not blank.
    """
    start = body.strip()
    sentence = _SENTENCE_END.split(start, maxsplit=1)[0].strip()
    # A text may begin with such a mark.
    chosen = sentence or start.split("\n", maxsplit=1)[0]
    return _LINE_END_OR_TAB.sub(" ", chosen)[:_TITLE_LENGTH].strip()


def fit_name(name: str) -> str:
    """Return a file's name as a library may be called; empty if nothing of it is fit."""
    return _UNFIT.sub("", _LINE_END_OR_TAB.sub(" ", name))[:MAX_LINE_LENGTH].strip()


def fit_definition(placeholder: Placeholder) -> Placeholder:
    """Return a definition without what its texts may not hold; they may still be too long."""
    default = placeholder.default
    return replace(
        placeholder,
        name=_clean(placeholder.name),
        default=None if default is None else _clean(default),
        choices=tuple(map(_clean, placeholder.choices)),
        hint=_clean(placeholder.hint),
    )


def _clean(text: str) -> str:
    """Return a text without control characters, and with line ends of ours."""
    return _CONTROL.sub("", without_direction_controls(_LINE_END.sub("\n", text)))


def _why_no_reply(body: str) -> Sentence | None:
    if _HALF_PAIR.search(body):
        return _HALF
    if len(body) > MAX_TEXT_LENGTH:
        lengths = (str(len(body)), str(MAX_TEXT_LENGTH))
        return Sentence("正文有 %1 个字符，超过了上限 %2 个", lengths)
    return None


def _path(group: str) -> str:
    return "/".join(part for each in group.split("/") if (part := each.strip()))


@dataclass(frozen=True, slots=True)
class _Texts:
    """Makes the texts of one reply fit."""

    where: Sentence
    remarks: Remarks

    def text(self, text: str, name: Sentence) -> str:
        """Return a text of several lines; ``name`` is what it is called."""
        lines = _LINE_END.sub("\n", text)
        if not _UNFIT.search(lines):
            return lines
        where = Sentence("%1「%2」", (self.where, name))
        if _CONTROL.search(lines):
            self.remarks.warn(where, _REMOVED_CONTROL)
        if DIRECTION_CONTROL.search(lines):
            self.remarks.warn(where, REMOVED_DIRECTION)
        return _clean(lines)

    def title(self, text: str) -> str:
        """Return a title, cut if it is too long."""
        name = Sentence("标题")
        line = self._one_line(text, name)
        if len(line) > MAX_LINE_LENGTH:
            told = Sentence("标题超过 %1 个字符，后面的部分没有保留", (str(MAX_LINE_LENGTH),))
            self.remarks.lose(self.where, told)
        return line[:MAX_LINE_LENGTH].strip()

    def line(self, text: str, name: Sentence) -> str:
        """Return a text of one line, or nothing if it is too long."""
        line = self._one_line(text, name)
        if len(line) <= MAX_LINE_LENGTH:
            return line
        told = Sentence("%1超过 %2 个字符，没有保留", (name, str(MAX_LINE_LENGTH)))
        self.remarks.lose(self.where, told)
        return ""

    def tags(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Return tags, each of them once."""
        lines = [self.line(tag, Sentence("标签")) for tag in tags]
        distinct = tuple(dict.fromkeys(line for line in lines if line))
        if len(distinct) > MAX_TAGS:
            told = Sentence("标签超过 %1 个，后面的没有保留", (str(MAX_TAGS),))
            self.remarks.lose(self.where, told)
        return distinct[:MAX_TAGS]

    def note(self, text: str) -> str:
        """Return a hint, or nothing if it is too long or broken."""
        if _HALF_PAIR.search(text):
            self._lose_broken(Sentence("提示"))
            return ""
        if len(text) > MAX_TEXT_LENGTH:
            told = Sentence("%1超过 %2 个字符，没有保留", (Sentence("提示"), str(MAX_TEXT_LENGTH)))
            self.remarks.lose(self.where, told)
            return ""
        return self.text(text, Sentence("提示"))

    def _one_line(self, text: str, name: Sentence) -> str:
        if _HALF_PAIR.search(text):
            self._lose_broken(name)
            return ""
        return _LINE_END_OR_TAB.sub(" ", self.text(text, name)).strip()

    def _lose_broken(self, name: Sentence) -> None:
        self.remarks.lose(self.where, Sentence("%1%2，没有保留", (name, _HALF)))
