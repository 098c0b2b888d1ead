"""What keeps a reply or a definition, as it was typed in the editor, from being saved."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.edits import is_field_name
from cs_desk.domain.placeholder_parser import MAX_BODY_LENGTH
from cs_desk.domain.unfit_text import is_unfit, is_unfit_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

MAX_LINE_LENGTH = 200
"""Longest title, code, group, tag or name of a tone, in characters; as in files."""

MAX_ENTRIES = 200
"""Most tags of a reply, and most choices of a definition."""

MAX_TONES = 20
"""Most other tones of a reply."""

MAX_TEMPLATES = 20_000
"""Most replies in a library."""

MAX_PLACEHOLDERS = 1_000
"""Most definitions in a library."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_TITLE, _CODE, _GROUP, _TAG = (
    Sentence("标题"),
    Sentence("编码"),
    Sentence("分组名"),
    Sentence("标签"),
)
_TONE, _BODY, _NOTE = Sentence("语气名称"), Sentence("正文"), Sentence("提示")
_NOTES, _VERSION, _PUBLISHER = Sentence("说明"), Sentence("版本"), Sentence("发布者")
_DEFAULT, _CHOICE, _HINT = Sentence("默认值"), Sentence("选项内容"), Sentence("说明")


def template_faults(template: ReplyTemplate) -> Iterator[Sentence]:
    """Yield why a reply cannot be saved, in the order of its fields."""
    yield from _blank(_TITLE, template.title)
    yield from _line(_TITLE, template.title)
    yield from _line(_CODE, template.code)
    yield from group_faults(template.group)
    yield from tag_faults(template.tags)
    yield from _blank(_BODY, template.body)
    yield from _text(_BODY, template.body)
    yield from _line(_TONE, template.tone)
    yield from _tones(template)
    yield from _text(_NOTE, template.note)


def group_faults(path: str) -> Iterator[Sentence]:
    """Yield why no reply can be in this group."""
    yield from _line(_GROUP, path)


def tag_faults(tags: Collection[str]) -> Iterator[Sentence]:
    """Yield why a reply cannot have these tags."""
    for tag in tags:
        yield from _line(_TAG, tag)
    yield from _too_many(_TAG, len(tags), MAX_ENTRIES)


def rename_faults(before: TemplateLibrary, after: TemplateLibrary) -> Iterator[Sentence]:
    """Yield whose text a placeholder's other name makes too long."""
    for old, new in zip(before.templates, after.templates, strict=True):
        if old is not new and any(len(text) > MAX_BODY_LENGTH for text in _texts(new)):
            yield Sentence("换成这个名称，「%1」的正文就太长了", (new.title,))


def placeholder_faults(placeholder: Placeholder) -> Iterator[Sentence]:
    """Yield why a definition cannot be saved, in the order of its fields."""
    name = placeholder.name
    if not is_field_name(name) or len(name) > MAX_LINE_LENGTH:
        yield Sentence(
            "「%1」不能当占位符的名称：它要能写在一对花括号里，又不是日期、片段这类词", (name,)
        )
    yield from _text(_DEFAULT, placeholder.default or "")
    for choice in placeholder.choices:
        yield from _line(_CHOICE, choice)
    yield from _too_many(_CHOICE, len(placeholder.choices), MAX_ENTRIES)
    yield from _text(_HINT, placeholder.hint)
    if not 1 <= placeholder.max_length <= MAX_BODY_LENGTH:
        yield Sentence("最多字数要在 1 到 %1 之间", (str(MAX_BODY_LENGTH),))


def release_faults(
    notes: str, version: str, publisher: str, valid_from: str, valid_until: str
) -> Iterator[Sentence]:
    """Yield why a release cannot tell this of itself."""
    yield from _text(_NOTES, notes)
    yield from _line(_VERSION, version)
    yield from _line(_PUBLISHER, publisher)
    days = [day for day in (valid_from, valid_until) if day]
    if not all(_is_day(day) for day in days):
        yield Sentence("有效期要写成 2026-12-01 这样的日期")
    elif days != sorted(days):
        yield Sentence("有效期的最后一天不能早于第一天")


def _tones(template: ReplyTemplate) -> Iterator[Sentence]:
    seen = {template.tone}
    for variant in template.tones:
        if not variant.tone.strip():
            yield Sentence("每种语气都要有名称")
        elif variant.tone in seen:
            yield Sentence("语气「%1」写了两遍", (variant.tone,))
        elif not variant.body.strip():
            yield Sentence("语气「%1」还没有正文", (variant.tone,))
        seen.add(variant.tone)
        yield from _line(_TONE, variant.tone)
        yield from _text(_BODY, variant.body)
    if len(template.tones) > MAX_TONES:
        yield Sentence("语气太多了，最多 %1 个", (str(MAX_TONES),))


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _texts(template: ReplyTemplate) -> tuple[str, ...]:
    return (template.body, *(variant.body for variant in template.tones))


def _blank(field: Sentence, text: str) -> Iterator[Sentence]:
    if not text.strip():
        yield Sentence("%1还没有写", (field,))


def _line(field: Sentence, text: str) -> Iterator[Sentence]:
    if is_unfit_line(text):
        yield Sentence("%1里有换行或看不见的控制字符，请删掉再保存", (field,))
    yield from _too_long(field, text, MAX_LINE_LENGTH)


def _text(field: Sentence, text: str) -> Iterator[Sentence]:
    if is_unfit(text):
        yield Sentence("%1里有看不见的控制字符，请删掉再保存", (field,))
    yield from _too_long(field, text, MAX_BODY_LENGTH)


def _too_long(field: Sentence, text: str, most: int) -> Iterator[Sentence]:
    if len(text) > most:
        yield Sentence("%1太长了，最多 %2 个字", (field, str(most)))


def _too_many(field: Sentence, count: int, most: int) -> Iterator[Sentence]:
    if count > most:
        yield Sentence("%1太多了，最多 %2 个", (field, str(most)))
