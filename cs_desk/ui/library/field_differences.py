"""The fields in which two replies or two definitions differ, as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cs_desk.ui.library.placeholder_words import source_words, type_words
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from cs_desk.domain.template import Placeholder, ReplyTemplate


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field that is not the same on both sides.

    Attributes:
        name: What people call the field.
        before: Its text on the left; empty without one.
        after: Its text on the right.
    """

    name: str
    before: str
    after: str


def reply_differences(
    before: ReplyTemplate | None, after: ReplyTemplate | None
) -> tuple[FieldDifference, ...]:
    """Return where two replies differ; None stands for a reply that is not there."""
    return _differences(_reply_fields(before), _reply_fields(after))


def placeholder_differences(
    before: Placeholder | None, after: Placeholder | None
) -> tuple[FieldDifference, ...]:
    """Return where two definitions differ; None stands for one that is not there."""
    return _differences(_placeholder_fields(before), _placeholder_fields(after))


def field_name(field: str) -> str:
    """Return what people call a field of ``ReplyTemplate``."""
    return {
        "title": QCoreApplication.translate("FieldNames", "标题"),
        "body": QCoreApplication.translate("FieldNames", "内容"),
        "code": QCoreApplication.translate("FieldNames", "编码"),
        "group": QCoreApplication.translate("FieldNames", "分组"),
        "tags": QCoreApplication.translate("FieldNames", "标签"),
        "note": QCoreApplication.translate("FieldNames", "提示"),
        "tone": QCoreApplication.translate("FieldNames", "语气"),
        "tones": QCoreApplication.translate("FieldNames", "其他语气"),
    }.get(field, QCoreApplication.translate("FieldNames", "其他"))


def listed(parts: tuple[str, ...]) -> str:
    """Return ``parts`` as one text."""
    return QCoreApplication.translate("FieldNames", "、").join(parts)


def _differences(before: dict[str, str], after: dict[str, str]) -> tuple[FieldDifference, ...]:
    both = (
        FieldDifference(name, before.get(name, ""), after.get(name, "")) for name in before | after
    )
    return tuple(each for each in both if each.before != each.after)


def _reply_fields(reply: ReplyTemplate | None) -> dict[str, str]:
    """Return every field of a reply by its name, as text."""
    if reply is None:
        return {}
    fields = {
        field_name("title"): reply.title,
        field_name("body"): reply.body,
        field_name("code"): reply.code,
        field_name("group"): reply.group,
        field_name("tags"): listed(reply.tags),
        field_name("note"): reply.note,
        field_name("tone"): reply.tone,
        # What the program does not read is shown too: a change is never shown as none.
        field_name("extra"): " ".join(part for part in (reply.theme, reply.extra) if part),
    }
    in_tone = QCoreApplication.translate("FieldNames", "语气：%1")
    fields |= {in_tone.replace("%1", variant.tone): variant.body for variant in reply.tones}
    return fields


def _placeholder_fields(placeholder: Placeholder | None) -> dict[str, str]:
    if placeholder is None:
        return {}
    return {
        QCoreApplication.translate("FieldNames", "名称"): placeholder.name,
        QCoreApplication.translate("FieldNames", "类型"): type_words(words)[placeholder.type],
        QCoreApplication.translate("FieldNames", "来源"): source_words(words)[placeholder.source],
        QCoreApplication.translate("FieldNames", "默认值"): placeholder.default or "",
        QCoreApplication.translate("FieldNames", "选项"): listed(placeholder.choices),
        QCoreApplication.translate("FieldNames", "必填"): _yes_or_no(placeholder.required),
        QCoreApplication.translate("FieldNames", "最长"): str(placeholder.max_length),
        QCoreApplication.translate("FieldNames", "承诺的日期"): _yes_or_no(placeholder.promise),
        QCoreApplication.translate("FieldNames", "买家隐私"): _yes_or_no(placeholder.personal),
        QCoreApplication.translate("FieldNames", "填写说明"): placeholder.hint,
    }


def _yes_or_no(answer: bool) -> str:  # noqa: FBT001 - the answer itself
    if answer:
        return QCoreApplication.translate("FieldNames", "是")
    return QCoreApplication.translate("FieldNames", "否")
