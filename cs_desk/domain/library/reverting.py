"""Taking a change of a library back, while what others changed since stays as they made it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    _Value = TypeVar("_Value", ReplyTemplate, Placeholder)

_PARTS = frozenset({"templates", "placeholders", "groups"})
_HEAD = tuple(f.name for f in fields(TemplateLibrary) if f.name not in _PARTS)
# A revision counts changes; taking one back is another.
_OF_TEMPLATE = tuple(f.name for f in fields(ReplyTemplate) if f.name not in {"id", "rev"})
_OF_PLACEHOLDER = tuple(f.name for f in fields(Placeholder) if f.name != "name")


def reverted(
    current: TemplateLibrary, before: TemplateLibrary, after: TemplateLibrary
) -> TemplateLibrary:
    """Return ``current`` without what led from ``before`` to ``after``.

    Every field that this change set goes back to what it was, unless somebody has set it to
    something else since; a reply that it added goes, unless somebody has changed it since; one
    that it took away comes back. So does the order, as far as there is one. Where ``current`` is
    ``after``, the result is ``before``, but for revisions.
    """
    head: TemplateLibrary = _put_back(current, before, after, _HEAD)
    return replace(
        head,
        templates=_values(
            current.templates, before.templates, after.templates, _template_id, _OF_TEMPLATE
        ),
        placeholders=_values(
            current.placeholders, before.placeholders, after.placeholders, _name, _OF_PLACEHOLDER
        ),
        groups=_groups(current.groups, before.groups, after.groups),
    )


def same_content(one: ReplyTemplate | None, other: ReplyTemplate | None) -> bool:
    """Return whether both are the same reply, whatever their revisions."""
    if one is other:
        return True
    return one is not None and other is not None and replace(one, rev=other.rev) == other


def _template_id(template: ReplyTemplate) -> str:
    return template.id


def _name(placeholder: Placeholder) -> str:
    return placeholder.name


def _put_back(current: Any, before: Any, after: Any, names: Iterable[str]) -> Any:  # noqa: ANN401 - any dataclass
    changes = {
        name: getattr(before, name)
        for name in names
        if getattr(current, name) == getattr(after, name) != getattr(before, name)
    }
    return replace(current, **changes) if changes else current


def _values(
    current: Sequence[_Value],
    before: Sequence[_Value],
    after: Sequence[_Value],
    key: Callable[[_Value], str],
    names: tuple[str, ...],
) -> tuple[_Value, ...]:
    now, old, new = ({key(each): each for each in side} for side in (current, before, after))
    result: dict[str, _Value] = {}
    for each, value in now.items():
        was, became = old.get(each), new.get(each)
        if was is became or became is None:
            result[each] = value
        elif was is not None:
            result[each] = _put_back(value, was, became, names)
        elif any(getattr(value, name) != getattr(became, name) for name in names):
            result[each] = value
    result |= {each: was for each, was in old.items() if each not in now and each not in new}
    order = _order(tuple(now), tuple(old), tuple(new), result)
    return tuple(result[each] for each in order)


def _groups(
    current: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[str, ...]:
    added, removed = set(after) - set(before), set(before) - set(after)
    kept = dict.fromkeys([*(g for g in current if g not in added), *removed])
    return _order(current, before, after, kept)


def _order(
    current: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...], kept: dict[str, Any]
) -> tuple[str, ...]:
    """Return the keys ``kept`` as they stood before if the change moved any, else as now."""
    in_both = set(before) & set(after)
    is_moved = [k for k in before if k in in_both] != [k for k in after if k in in_both]
    first, second = (before, current) if is_moved else (current, before)
    return _woven([key for key in first if key in kept], [key for key in second if key in kept])


def _woven(frame: list[str], others: list[str]) -> tuple[str, ...]:
    """Return ``frame`` with what only ``others`` has, each behind the one it follows there."""
    has = set(frame)
    following: dict[str | None, list[str]] = {}
    anchor = None
    for key in others:
        if key in has:
            anchor = key
        else:
            following.setdefault(anchor, []).append(key)
    woven = [*following.get(None, ())]
    for key in frame:
        woven += (key, *following.get(key, ()))
    return tuple(woven)
