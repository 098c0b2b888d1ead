"""espanso's match files, read: YAML with ``matches``, ``global_vars`` and ``imports``.

A trigger becomes the code, without the ``:`` or ``;`` that it usually begins with. ``label`` is the
title, ``search_terms`` are the tags, ``comment`` is the hint. Imported files are not opened.
"""

from __future__ import annotations

import re
from collections import ChainMap
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.domain.template import Placeholder, PlaceholderType
from cs_desk.exchange.library.espanso_definitions import DEFINITIONS, GROUP, read_definitions
from cs_desk.exchange.library.espanso_variables import (
    Names,
    asked_as,
    form_fields_of,
    rewrite,
    told_of,
    variables_of,
)
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.limits import refuse_too_many
from cs_desk.exchange.library.placeholder_translation import TOO_LONG, BodyWriter
from cs_desk.exchange.library.remarks import Remarks
from cs_desk.exchange.library.reporting import reported
from cs_desk.exchange.library.safe_yaml import safe_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cs_desk.domain.library.incoming import Progress
    from cs_desk.exchange.library.espanso_variables import Variable
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.safe_yaml import YamlValue

_MARKERS = ":;"
_FIRST_LINE = re.compile(
    r"(?:[^\S\n]*(?:#[^\n]*|---[^\n]*|%YAML[^\n]*)?\n)*+[\"']?([\w$]+)[\"']?\s*:(?:\s|$)"
)
_MATCHES = re.compile(r"^[\"']?(?:matches|global_vars)[\"']?\s*:(?:\s|$)", re.MULTILINE)
# How a reply is typed, not what it says: nothing of the reply is lost with these.
_ABOUT_TYPING = frozenset(
    {"word", "left_word", "right_word", "propagate_case", "uppercase_style", "force_mode"}
    | {"force_clipboard", "paragraph", "anchor"}
)
_UNDERSTOOD = frozenset(
    {"trigger", "triggers", "regex", "replace", "form", "markdown", "html", "image_path"}
    | {"label", "search_terms", "comment", "vars", "form_fields", GROUP}
)
_WHAT_COUNTS = frozenset({"matches", "global_vars"})
_KNOWN_AT_TOP = frozenset({"matches", "global_vars", "imports", "anchors", "$schema", DEFINITIONS})


def is_espanso(content: FileContent) -> bool:
    """Return whether ``content`` begins as a mapping and has ``matches`` at its top."""
    text = content.text
    return text is not None and bool(_FIRST_LINE.match(text) and _MATCHES.search(text))


def read_espanso(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the matches of a file; nothing in it is run, and no other file is opened.

    Raises:
        InvalidFileError: It breaks the rules of ``safe_yaml``, or has no list of matches.
        CancelledError: ``progress`` called it off.
    """
    document = safe_yaml(content, lambda done, total: progress(done, 2 * total))
    if not isinstance(document, dict) or not _WHAT_COUNTS & document.keys():
        raise InvalidFileError(content.name, Sentence("这不是 espanso 的文件：没有 matches"))
    matches = document.get("matches") or []
    if not isinstance(matches, list):
        raise InvalidFileError(content.name, Sentence("应为列表"), "matches")
    refuse_too_many(len(matches), content.name)
    reading = _Reading(document, matches)
    # The other half of the work.
    for index, match in reported(matches, lambda done, total: progress(total + done, 2 * total)):
        reading.take(match, f"matches[{index}]")
    return reading.found()


class _Reading:
    """What was read so far."""

    def __init__(self, document: Mapping[str, YamlValue], matches: list[YamlValue]) -> None:
        self._replies: list[FoundReply] = []
        self._remarks = Remarks()
        self._multiline: set[str] = set()
        self._titles = dict(_titles(matches))
        self._definitions = dict(self._defined(document.get(DEFINITIONS)))
        self._asked = {name: asked_as(d) for name, d in self._definitions.items()}
        self._globals = self._declared(document.get("global_vars"), "global_vars")
        self._tell_of_document(document)

    def take(self, match: YamlValue, place: str) -> None:
        """Take one match."""
        where = _place(place)
        if not isinstance(match, dict):
            self._remarks.skip(where, Sentence("不是一条话术"))
            return
        kind = next((k for k in ("replace", "markdown", "form") if match.get(k)), "")
        text = match.get(kind)
        if not isinstance(text, str) or not text.strip():
            self._remarks.skip(where, _why_no_text(match))
            return
        self._tell_of_match(match, kind, place)
        own = self._declared(match.get("vars"), f"{place}.vars")
        fields = form_fields_of(match.get("form_fields")) if kind == "form" else None
        writer = BodyWriter()
        variables = ChainMap(own, self._globals)
        rewrite(text, Names(variables, self._titles, self._asked, fields), writer)
        if writer.is_full:
            self._remarks.skip(where, TOO_LONG)
            return
        self._multiline.update(writer.multiline)
        for loss in writer.losses:
            self._remarks.lose(_place(f"{place}.{kind}"), loss)
        self._replies.append(
            FoundReply(
                where=where,
                body=writer.body,
                title=_title(match, self._titles),
                code=_without_marker(next(iter(_triggers(match)), "")),
                group=_text(match.get(GROUP)),
                tags=_texts(match.get("search_terms")),
                note=_text(match.get("comment")),
            )
        )

    def found(self) -> FoundLibrary:
        """Return all of it."""
        told = {
            "title": any(reply.title for reply in self._replies),
            "code": any(reply.code for reply in self._replies),
            "group": any(reply.group for reply in self._replies),
            "tags": any(reply.tags for reply in self._replies),
            "note": any(reply.note for reply in self._replies),
        }
        unknown = sorted(self._multiline - self._definitions.keys())
        return FoundLibrary(
            replies=tuple(self._replies),
            carries=frozenset({"body", *(name for name, has in told.items() if has)}),
            placeholders=(
                *self._definitions.values(),
                *(Placeholder(name, PlaceholderType.MULTILINE) for name in unknown),
            ),
            skipped=tuple(self._remarks.skipped),
            lost=tuple(self._remarks.lost),
        )

    def _defined(self, listed: YamlValue) -> Iterator[tuple[str, Placeholder]]:
        for index, definition in read_definitions(listed):
            if definition is None:
                where = _place(f"{DEFINITIONS}[{index}]")
                self._remarks.lose(where, Sentence("占位符的定义看不懂，没有导入"))
            else:
                yield definition.name, definition

    def _declared(self, declared: YamlValue, place: str) -> dict[str, Variable]:
        known: dict[str, Variable] = {}
        for index, variable in enumerate(variables_of(declared)):
            where = _place(f"{place}[{index}]")
            if variable is None:
                self._remarks.lose(where, Sentence("变量没有名称或类型"))
                continue
            known[variable.name] = variable
            if told := told_of(variable):
                self._remarks.lose(where, told)
        return known

    def _tell_of_document(self, document: Mapping[str, YamlValue]) -> None:
        for index, path in enumerate(_texts(document.get("imports"))):
            told = Sentence("引用的文件没有一起导入：%1", (path[:200],))
            self._remarks.lose(_place(f"imports[{index}]"), told)
        for name in document:
            if name not in _KNOWN_AT_TOP:
                self._remarks.lose(_place(name[:50]), Sentence("不认识这一项，没有导入"))

    def _tell_of_match(self, match: Mapping[str, YamlValue], kind: str, place: str) -> None:
        for name, told in _lost_fields(match, kind):
            self._remarks.lose(_place(f"{place}.{name}"), told)


def _lost_fields(match: Mapping[str, YamlValue], kind: str) -> Iterator[tuple[str, Sentence]]:
    if len(triggers := _triggers(match)) > 1:
        others = "、".join(triggers[1:])[:200]
        yield "triggers", Sentence("只有第一个触发词成为编码，其余的没有导入：%1", (others,))
    if match.get("regex"):
        yield "regex", Sentence("正则表达式触发没有对应的写法")
    if kind == "markdown":
        yield "markdown", Sentence("Markdown 记号按文字保留")
    for name in match:
        if name in {"html", "image_path"}:
            yield name, Sentence("这部分没有导入，只导入了文字")
        elif name not in _UNDERSTOOD and name not in _ABOUT_TYPING:
            yield name[:50], Sentence("不认识这一项，没有导入")


def _why_no_text(match: Mapping[str, YamlValue]) -> Sentence:
    if match.get("html"):
        return Sentence("内容是 HTML，不能作为文字发送")
    if match.get("image_path"):
        return Sentence("只有图片，没有文字")
    return Sentence("没有内容")


def _titles(matches: list[YamlValue]) -> Iterator[tuple[str, str]]:
    """Yield the title that includes use for each trigger, those of the first holder last."""
    included = {
        _text(variable.params.get("trigger"))
        for match in matches
        if isinstance(match, dict)
        for variable in variables_of(match.get("vars"))
        if variable is not None and variable.kind == "match"
    }
    for match in reversed(matches):
        if isinstance(match, dict):
            for trigger in _triggers(match):
                if trigger in included:
                    yield trigger, _text(match.get("label")).strip() or _without_marker(trigger)


def _title(match: Mapping[str, YamlValue], titles: Mapping[str, str]) -> str:
    """Return the title; that of an included reply is its trigger where it has no label."""
    label = _text(match.get("label")).strip()
    return label or next((titles[t] for t in _triggers(match) if t in titles), "")


def _triggers(match: Mapping[str, YamlValue]) -> tuple[str, ...]:
    trigger = _text(match.get("trigger"))
    return (trigger,) if trigger else _texts(match.get("triggers"))


def _without_marker(trigger: str) -> str:
    return trigger[1:] if trigger[:1] in _MARKERS and len(trigger) > 1 else trigger


def _texts(value: YamlValue) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str) and item.strip())


def _text(value: YamlValue) -> str:
    return value if isinstance(value, str) else ""


def _place(path: str) -> Sentence:
    return Sentence("%1", (path,))
