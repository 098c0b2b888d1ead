"""What a format cannot hold of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

_NAMED = 3


def common_losses(losses: Iterable[tuple[ReplyTemplate, Sentence]]) -> tuple[Remark, ...]:
    """Return one remark for each reason among ``losses``, in the order in which they first come."""
    suffering: dict[Sentence, list[ReplyTemplate]] = {}
    for template, reason in losses:
        suffering.setdefault(reason, []).append(template)
    return tuple(
        remark for reason, replies in suffering.items() for remark in common_loss(replies, reason)
    )


def repeated_codes(library: TemplateLibrary) -> tuple[Remark, ...]:
    """Return what files without identities lose of replies that share a code."""
    seen: set[str] = set()
    later = []
    for template in library.templates:
        code = template.code.casefold()
        if code and code in seen:
            later.append(template)
        seen.add(code)
    return common_loss(later, Sentence("编码和前面的重复，再导入时会去掉"))


def rows_of(library: TemplateLibrary) -> int:
    """Return how many entries a file has in which each tone is one."""
    return sum(1 + len(template.tones) for template in library.templates)


def common_loss(templates: Iterable[ReplyTemplate], reason: Sentence) -> tuple[Remark, ...]:
    """Return one remark that names ``templates``, the first few by title; none without any."""
    titles = [template.title for template in templates]
    if not titles:
        return ()
    first = "」「".join(titles[:_NAMED])
    if len(titles) <= _NAMED:
        return (Remark(Sentence("「%1」", (first,)), reason),)
    return (Remark(Sentence("「%1」等 %2 条", (first, str(len(titles)))), reason),)


def has_empty_groups(library: TemplateLibrary) -> bool:
    """Return whether there are headings without a reply."""
    filed = {
        "/".join(parts[:depth])
        for parts in {tuple(template.group.split("/")) for template in library.templates}
        for depth in range(1, len(parts) + 1)
    }
    return not filed.issuperset(library.groups)


def loss_beside_replies(library: TemplateLibrary) -> tuple[Remark, ...]:
    """Return what a format loses that holds nothing but replies."""
    if not library.placeholders and not has_empty_groups(library):
        return ()
    told = Sentence("这种文件只有话术：占位符的定义和空的分组没有写进去，要带走请用 .csdesk")
    return (Remark(Sentence("整个文件"), told),)
