"""What a format cannot hold of a library, and how a reply is called that loses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

_NAMED = 3


def named(template: ReplyTemplate) -> Sentence:
    """Return what a remark calls ``template``."""
    return Sentence("「%1」", (template.title,))


def common_loss(templates: Iterable[ReplyTemplate], reason: Sentence) -> tuple[Remark, ...]:
    """Return one remark that names ``templates``, the first few by title; none without any."""
    titles = [template.title for template in templates]
    if not titles:
        return ()
    first = "」「".join(titles[:_NAMED])
    if len(titles) <= _NAMED:
        return (Remark(Sentence("「%1」", (first,)), reason),)
    return (Remark(Sentence("「%1」等 %2 条", (first, str(len(titles)))), reason),)


def loss_beside_replies(library: TemplateLibrary) -> tuple[Remark, ...]:
    """Return what a format loses that holds nothing but replies."""
    filed = {
        "/".join(parts[:depth])
        for parts in {tuple(template.group.split("/")) for template in library.templates}
        for depth in range(1, len(parts) + 1)
    }
    if not library.placeholders and filed.issuperset(library.groups):
        return ()
    told = Sentence("这种文件只有话术：占位符的定义和空的分组没有写进去，要带走请用 .csdesk")
    return (Remark(Sentence("整个文件"), told),)
