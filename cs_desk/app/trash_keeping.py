"""What an edit of the library means for the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.library.trash import TrashedTemplate

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.library_ports import LibraryMeans
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


def keep_trash(
    means: LibraryMeans,
    before: TemplateLibrary,
    after: TemplateLibrary,
    is_for_trash: Callable[[str], bool] = lambda _gone: True,
) -> None:
    """Put what an edit took away into the trash, and take out of it what came back.

    Args:
        means: What work on the library is done with; the caller has a transaction open.
        before: The library before the edit.
        after: The library after it.
        is_for_trash: Whether the reply with this id goes there.
    """
    gone = [t for t in missing(before, after) if is_for_trash(t.id)]
    if gone:
        now, author = means.clock.now(), means.author()
        means.trash.put([TrashedTemplate(each, now, author) for each in gone])
    if come := [each.id for each in missing(after, before)]:
        means.trash.take(come)


def missing(library: TemplateLibrary, other: TemplateLibrary) -> list[ReplyTemplate]:
    """Return the replies of ``library`` that ``other`` has not."""
    has = {t.id for t in other.templates}
    return [t for t in library.templates if t.id not in has]
