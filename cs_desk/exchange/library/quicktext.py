"""QuickText's replies: a JSON array of the snippets of one category, or a zip of all of them.

The program keeps ``index.json`` and one such file for each category; the category's name is that
of its file (github.com/rockbenben/QuickText, ``Store.cs`` and ``Snippet.cs``). It reads the names
of fields in any case, and passes over fields that it does not know: ``Category``, which we add,
is one, so that a file of ours gives its groups back.

Only a snippet with ``UseVariables`` has placeholders (``Placeholders.cs``). Theirs are ours but for
these: ``{日期}`` is ``yyyy-MM-dd``, ``{日期时间}`` and English words exist, formats are those of
.NET, an offset is in days, ``|`` counts before ``:``, and a brace cannot be escaped.
"""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.domain.placeholder_syntax import (
    ClipboardMark,
    CursorMark,
    Field,
    Include,
    LiteralText,
    Moment,
    Token,
    Unreadable,
    parse,
)
from cs_desk.exchange.json_tree import json_tree
from cs_desk.exchange.library.foreign_dates import read_letters
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.limits import refuse_too_many
from cs_desk.exchange.library.placeholder_translation import TOO_LONG, BodyWriter, meaning
from cs_desk.exchange.library.quicktext_archive import categories_of, fields_of, is_archive
from cs_desk.exchange.library.remarks import Remarks
from cs_desk.exchange.library.reporting import reported
from cs_desk.exchange.library.written_file import WrittenFile
from cs_desk.exchange.library.written_losses import common_losses, loss_beside_replies
from cs_desk.exchange.library.written_tones import single_tones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.library.incoming import Progress
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
    from cs_desk.exchange.json_tree import JsonValue
    from cs_desk.exchange.library.file_content import FileContent

_LOOKS_LIKE_SNIPPETS = re.compile(
    r'\s*\[\s*\{.{0,20000}?"(?:abbr|useVariables|outputMode)"\s*:', re.IGNORECASE | re.DOTALL
)
_BRACE = re.compile("[{}]")
_TOKEN = re.compile(r"\{([^{}\r\n]+)\}")
_DATE = re.compile(
    r"(日期时间|日期|时间|datetime|date|time|now)\s*([+-]\d{1,4})?\s*(?:=(.*))?", re.IGNORECASE
)
_INCLUDE = re.compile(r"(?:片段|snippet):\s*(.+)", re.IGNORECASE)
_DATE_FORMATS = {
    "日期": "yyyy-MM-dd",
    "date": "yyyy-MM-dd",
    "时间": "HH:mm",
    "time": "HH:mm",
}
_CLIPBOARD = frozenset({"剪贴板", "clipboard"})
_CURSOR = frozenset({"光标", "cursor"})
_MADE_UP = frozenset({"uuid", "随机数", "random"})
_LONGEST_OFFSET = 9999


def is_quicktext(content: FileContent) -> bool:
    """Return whether ``content`` is an array of snippets, or an archive of such arrays."""
    if content.text is None:
        return is_archive(content)
    return bool(_LOOKS_LIKE_SNIPPETS.match(content.text))


def read_quicktext(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the snippets of one category, or of all in an archive.

    Raises:
        InvalidFileError: It is no JSON array or archive, or breaks the rules of ``json_tree``.
        CancelledError: ``progress`` called it off.
    """
    reading = _Reading()
    if content.text is None:
        for category, file, snippets in categories_of(content):
            if snippets is None:
                reading.skip(file, Sentence("压缩包里没有这个分类的文件"))
            else:
                reading.take_category(category, snippets, content.name, progress, file)
    else:
        category = PurePath(content.name).stem
        reading.take_category(
            category, json_tree(content.text or "", content.name), content.name, progress
        )
    return reading.found()


class _Reading:
    """What was read so far."""

    def __init__(self) -> None:
        self._count = 0
        self._replies: list[FoundReply] = []
        self._remarks = Remarks()

    def skip(self, place: str, reason: Sentence) -> None:
        """Note what could not be taken."""
        self._remarks.skip(Sentence("%1", (place,)), reason)

    def take_category(
        self, category: str, snippets: JsonValue, name: str, progress: Progress, file: str = ""
    ) -> None:
        """Take the snippets of one category; ``file`` is its file in an archive."""
        if not isinstance(snippets, list):
            raise InvalidFileError(name, Sentence("这不是 QuickText 的分类文件"), file)
        self._count += len(snippets)
        refuse_too_many(self._count, name)
        if snippets and not any(isinstance(each, dict) for each in snippets):
            raise InvalidFileError(name, Sentence("列表里没有一条是 QuickText 的话术"), file)
        for index, snippet in reported(snippets, progress):
            self._take(snippet, f"{file}[{index}]", category)

    def _take(self, snippet: JsonValue, place: str, category: str) -> None:
        where = Sentence("%1", (place,))
        if not isinstance(snippet, dict):
            self._remarks.skip(where, Sentence("不是一条话术"))
            return
        fields = fields_of(snippet)
        if reason := _why_no_text(fields):
            self._remarks.skip(where, reason)
            return
        writer = _body_of(fields)
        if writer.is_full:
            self._remarks.skip(where, TOO_LONG)
            return
        if _text(fields, "imagepath"):
            self._remarks.lose(where, Sentence("图片没有导入"))
        for loss in writer.losses:
            self._remarks.lose(where, loss)
        self._replies.append(
            FoundReply(
                where=where,
                body=writer.body,
                title=_text(fields, "name"),
                code=_text(fields, "abbr"),
                group=_text(fields, "category") if "category" in fields else category,
                id=_text(fields, "id"),
            )
        )

    def found(self) -> FoundLibrary:
        """Return all of it."""
        return FoundLibrary(
            replies=tuple(self._replies),
            carries=frozenset({"title", "body", "code", "group"}),
            skipped=tuple(self._remarks.skipped),
            lost=tuple(self._remarks.lost),
        )


def _why_no_text(fields: dict[str, JsonValue]) -> Sentence | None:
    if _text(fields, "body").strip():
        return None
    if _text(fields, "imagepath"):
        return Sentence("只有图片，没有文字")
    return Sentence("没有内容")


def _body_of(fields: dict[str, JsonValue]) -> BodyWriter:
    body = _text(fields, "body")
    if fields.get("usevariables") is True:
        return _translated(body)
    writer = BodyWriter()
    writer.text(body)
    return writer


def _text(fields: dict[str, JsonValue], name: str) -> str:
    value = fields.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _translated(body: str) -> BodyWriter:
    writer = BodyWriter()
    at = 0
    for token in _TOKEN.finditer(body):
        writer.text(body[at : token.start()])
        at = token.end()
        _translate(token[1].strip(), token[0], writer)
        if writer.is_full:
            break
    writer.text(body[at:])
    return writer


def _translate(token: str, whole: str, writer: BodyWriter) -> None:
    word = token.casefold()
    if word in _CLIPBOARD:
        writer.clipboard()
    elif word in _CURSOR:
        writer.cursor()
    elif word in _MADE_UP:
        writer.unknown(token, Sentence("「%1」是自动生成的，改成了要填写的占位符", (whole,)))
    elif date := _DATE.fullmatch(token):
        format_ = (date[3] or "").strip() or _DATE_FORMATS.get(date[1].casefold())
        offset = timedelta(days=int(date[2] or 0))
        writer.moment(read_letters(format_ or "yyyy-MM-dd HH:mm"), offset)
    elif included := _INCLUDE.fullmatch(token):
        writer.include(included[1])
    else:
        _field(token, whole, writer)


def _field(token: str, whole: str, writer: BodyWriter) -> None:
    name, *choices = [part.strip() for part in token.split("|")]
    if choices:
        writer.field(name, choices=choices) if name else writer.text(whole)
        return
    name, _, default = token.partition(":")
    writer.field(name.strip(), default.strip()) if name.strip() else writer.text(whole)


def write_quicktext(library: TemplateLibrary) -> WrittenFile:
    """Return ``library`` as an array of snippets, which QuickText takes for one category."""
    snippets: list[dict[str, str | bool]] = []
    losses: list[tuple[ReplyTemplate, Sentence]] = []
    for single in single_tones(library):
        template = single.template
        body, of_body = _written(template.body)
        held = () if single.is_further else _not_held(template)
        losses.extend((template, loss) for loss in (*single.lost, *of_body, *held))
        snippets.append(
            {
                "Id": template.id,
                "Name": template.title,
                "Abbr": template.code,
                "Body": body,
                "UseVariables": _has_placeholders(template.body),
                "OutputMode": "",
                "ImagePath": "",
                "Category": template.group,
            }
        )
    data = json.dumps(snippets, ensure_ascii=False, indent=2).encode() + b"\n"
    lost = (*loss_beside_replies(library), *common_losses(losses))
    return WrittenFile(data, len(library.templates), lost, rows=len(snippets))


def _not_held(template: ReplyTemplate) -> Iterator[Sentence]:
    if template.tags:
        yield Sentence("标签没有写入")
    if template.note:
        yield Sentence("提示没有写入")
    if template.theme or template.extra:
        yield Sentence("这种文件没有的字段（如主题）没有写进去")


def _has_placeholders(body: str) -> bool:
    return not all(isinstance(token, LiteralText | Unreadable) for token in parse(body).tokens)


def _written(body: str) -> tuple[str, list[Sentence]]:
    """Return ``body`` in QuickText's syntax, and what did not fit."""
    if not _has_placeholders(body):
        return "".join(_plain(token) for token in parse(body).tokens), []
    losses: list[Sentence] = []
    tokens = parse(body).tokens
    written = "".join(_written_token(token, losses) for token in tokens)
    if meaning(_translated(written).body) == meaning(body):
        return written, losses
    if any(isinstance(token, LiteralText) and _BRACE.search(token.text) for token in tokens):
        losses.append(Sentence("文字里的花括号写成了全角：QuickText 会把它们当作占位符"))
        return "".join(_written_safely(token) for token in tokens), losses
    return written, losses or [Sentence("有的占位符换了写法：QuickText 没有完全对应的写法")]


def _plain(token: Token) -> str:
    return token.text if isinstance(token, LiteralText | Unreadable) else ""


def _written_token(token: Token, losses: list[Sentence]) -> str:
    match token:
        case LiteralText() | Unreadable():
            return token.text
        case Field():
            return _written_field(token, losses)
        case Moment():
            return _written_moment(token, losses)
        case Include():
            return f"{{片段:{token.title}}}"
        case CursorMark():
            return "{光标}"
        case ClipboardMark():
            return "{剪贴板}"


def _written_safely(token: Token) -> str:
    if isinstance(token, LiteralText | Unreadable):
        return token.text.replace("{", "｛").replace("}", "｝")
    return _written_token(token, [])


def _written_field(field: Field, losses: list[Sentence]) -> str:
    name = field.name
    if not _is_field_there(name):
        name = f"填写{name}"
        losses.append(Sentence("占位符「%1」改名为「%2」", (field.name, name)))
    if field.choices:
        return f"{{{'|'.join((name, *field.choices))}}}"
    default = (field.default or "").replace("|", "｜")
    return f"{{{name}:{default}}}" if default else f"{{{name}}}"


def _is_field_there(name: str) -> bool:
    """Return whether ``name`` is not one of QuickText's own words."""
    read = _translated(f"{{{name}}}")
    return not read.losses and meaning(read.body) == (Field(0, 0, name),)


def _written_moment(moment: Moment, losses: list[Sentence]) -> str:
    days, rest = divmod(moment.offset, timedelta(days=1))
    if rest or abs(days) > _LONGEST_OFFSET:
        losses.append(
            Sentence("QuickText 只能按天推移，「%1」改成了要填写的占位符", (moment.name,))
        )
        return f"{{推移后的{moment.name}}}"
    offset = f"{days:+}" if days else ""
    return f"{{{moment.name}{offset}={moment.pattern}}}"
