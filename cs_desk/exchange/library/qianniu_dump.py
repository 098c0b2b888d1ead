"""千牛's quick phrases as JSON, the way its server answers a client that asks for them.

Shape: ``data.result.groups[{id, name}]`` and ``data.result.list[{groupId, code, content}]``;
source: showdoc.com.cn/sainiu/11558741498882452.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from cs_desk.domain.errors import Sentence
from cs_desk.exchange.json_faults import json_faults
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.qianniu_marks import without_qianniu_marks
from cs_desk.exchange.library.remarks import Remarks
from cs_desk.exchange.library.reporting import reported

if TYPE_CHECKING:
    from cs_desk.domain.library.incoming import Progress
    from cs_desk.exchange.library.file_content import FileContent

# What comes before the phrases is short, and tells the answer from other JSON.
_BEGINNING = re.compile(r'\s*\{.{0,2000}?"result"\s*:\s*\{\s*"(?:groups|list)"\s*:', re.DOTALL)


class _Group(msgspec.Struct, frozen=True):
    id: int | str
    name: str = ""


class _Phrase(msgspec.Struct, frozen=True, rename="camel"):
    content: str | None = None
    code: str | None = None
    group_id: int | str | None = None
    pic_url: str | None = None
    image_url: str | None = msgspec.field(default=None, name="imageURL")


class _Result(msgspec.Struct, frozen=True):
    groups: list[_Group] | None = None
    phrases: list[_Phrase] | None = msgspec.field(default=None, name="list")


class _Data(msgspec.Struct, frozen=True):
    result: _Result


class _Answer(msgspec.Struct, frozen=True):
    data: _Data


def is_qianniu_dump(text: str) -> bool:
    """Return whether ``text`` is such an answer."""
    return _BEGINNING.match(text) is not None


def read_qianniu_dump(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the quick phrases in ``content``.

    Raises:
        InvalidFileError: It is no JSON of this shape.
        CancelledError: ``progress`` called it off.
    """
    data = (content.text or "").encode(errors="surrogatepass")
    with json_faults(content.name, data):
        result = msgspec.json.decode(data, type=_Answer).data.result
    groups = {str(group.id): group.name for group in result.groups or ()}
    phrases = result.phrases or []
    replies, remarks = [], Remarks()
    for index, phrase in reported(phrases, progress):
        where = Sentence("%1", (f"data.result.list[{index}]",))
        if phrase.pic_url or phrase.image_url:
            remarks.lose(where, Sentence("图片没有导入"))
        if phrase.content and phrase.content.strip():
            replies.append(_reply(phrase, where, groups))
        else:
            remarks.skip(where, Sentence("没有内容"))
    found = FoundLibrary(
        tuple(replies),
        frozenset({"code", "body", "group"}),
        skipped=tuple(remarks.skipped),
        lost=tuple(remarks.lost),
    )
    return without_qianniu_marks(found)


def _reply(phrase: _Phrase, where: Sentence, groups: dict[str, str]) -> FoundReply:
    return FoundReply(
        where=where,
        body=(phrase.content or "").replace("\r\n", "\n").replace("\r", "\n"),
        code=(phrase.code or "").strip(),
        group=groups.get(str(phrase.group_id), "").strip(),
    )
