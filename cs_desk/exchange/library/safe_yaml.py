"""YAML of other programs, read from its events: nothing in it is ever built or called.

PyYAML's own ``safe_load`` follows aliases without bounds, takes the last of two equal keys, and
guesses types (``no`` becomes False, ``:10`` a number). Here every scalar is its text, and what no
file of replies needs is refused: tags, a second document, deep nesting, aliases that blow up.

PyYAML's parser in C is used where it was built with one. That in Python reads the same, but takes
minutes for the largest file we accept.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

import yaml

from cs_desk.domain.errors import InvalidFileError, Sentence

try:
    from yaml import CSafeDumper as Dumper
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeDumper as Dumper  # type: ignore[assignment]  # the same, in Python
    from yaml import SafeLoader as Loader  # type: ignore[assignment]  # the same, in Python

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.exchange.library.file_content import FileContent

YamlValue: TypeAlias = "dict[str, YamlValue] | list[YamlValue] | str | None"
"""A node: None is what YAML calls null, all other scalars are their text."""

_MAX_DEPTH = 20
# What aliases repeat counts each time, in nodes and in characters of all texts.
_MAX_NODES = 2_000_000
_MAX_EXPANDED_LENGTH = 20 * 1024 * 1024

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "map", "seq")
)
_NULL = re.compile(r"|~|null|Null|NULL")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_PROGRESS_EVERY = 2_000


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A node that aliases may repeat, and what it and everything in it amounts to."""

    value: YamlValue
    nodes: int
    length: int


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end was not reached yet."""

    value: dict[str, YamlValue] | list[YamlValue]
    anchor: str | None
    nodes_before: int
    length_before: int
    key: str | None = None


def safe_yaml(content: FileContent, progress: Callable[[int, int], None]) -> YamlValue:
    """Return the one document in the text of ``content``.

    Args:
        content: The file.
        progress: Is told how many characters are read, of how many.

    Raises:
        InvalidFileError: It is no YAML, or holds what is refused here; the reason tells the line.
        CancelledError: ``progress`` called it off.
    """
    text = content.text or ""
    reader = _Reader()
    try:
        for number, event in enumerate(yaml.parse(text, Loader=Loader)):
            if number % _PROGRESS_EVERY == 0:
                progress(_index(event), len(text))
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise InvalidFileError(content.name, _at(Sentence("不是有效的 YAML"), mark)) from error
    except (yaml.YAMLError, UnicodeError) as error:
        told = Sentence("不是有效的 YAML，可能含有不允许的字符")
        raise InvalidFileError(content.name, told) from error
    except _Refused as error:
        raise InvalidFileError(content.name, error.reason) from error
    return reader.document


class _Mark(Protocol):
    """A place in the text, as the parsers in C and in Python tell it."""

    line: int


class _Refused(Exception):  # noqa: N818 - it is a reason on its way out, not an error of its own
    def __init__(self, reason: Sentence, event: yaml.Event) -> None:
        super().__init__(reason)
        self.reason = _at(reason, event.start_mark)


class _Reader:
    """Makes plain values of events, one after the other."""

    def __init__(self) -> None:
        self.document: YamlValue = None
        self._documents = 0
        self._open: list[_Open] = []
        self._anchored: dict[str, _Anchored] = {}
        self._nodes = 0
        self._length = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._begin({}, event)
            case yaml.SequenceStartEvent():
                self._begin([], event)
            case yaml.CollectionEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._repeat(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _Refused(Sentence("一个文件里只能有一份 YAML 文档"), event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        _refuse_tag(event)
        text: str = event.value
        # The parser in C refuses it, that in Python does not.
        if _HALF_PAIR.search(text):
            raise _Refused(Sentence("不是有效的 YAML"), event)
        self._grow(1, len(text), event)
        if self._awaits_key():
            self._name(text, event)
            return
        value = None if event.implicit[0] and _NULL.fullmatch(text) else text
        self._put(value)
        if event.anchor:
            self._anchored[event.anchor] = _Anchored(value, 1, len(text))

    def _begin(
        self,
        value: dict[str, YamlValue] | list[YamlValue],
        event: yaml.MappingStartEvent | yaml.SequenceStartEvent,
    ) -> None:
        _refuse_tag(event)
        if self._awaits_key():
            raise _Refused(Sentence("键必须是文字"), event)
        if len(self._open) == _MAX_DEPTH:
            raise _Refused(Sentence("内容嵌套太深"), event)
        opened = _Open(value, event.anchor, self._nodes, self._length)
        self._grow(1, 0, event)
        self._put(value)
        self._open.append(opened)

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.anchor:
            nodes, length = self._nodes - closed.nodes_before, self._length - closed.length_before
            self._anchored[closed.anchor] = _Anchored(closed.value, nodes, length)

    def _repeat(self, event: yaml.AliasEvent) -> None:
        anchor = event.anchor or ""
        known = self._anchored.get(anchor)
        if known is None or self._awaits_key():
            raise _Refused(Sentence("别名「%1」不能用在这里", (anchor[:50],)), event)
        self._grow(known.nodes, known.length, event)
        self._put(known.value)

    def _put(self, value: YamlValue) -> None:
        if not self._open:
            self.document = value
            return
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(value)
        elif parent.key is not None:
            parent.value[parent.key] = value
            parent.key = None

    def _awaits_key(self) -> bool:
        if not self._open:
            return False
        return isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _name(self, key: str, event: yaml.Event) -> None:
        parent = self._open[-1]
        if key in parent.value:
            raise _Refused(Sentence("字段「%1」在同一处出现了两次", (key[:50],)), event)
        # Most files repeat a few keys in every entry.
        parent.key = sys.intern(key)

    def _grow(self, nodes: int, length: int, event: yaml.Event) -> None:
        self._nodes += nodes
        self._length += length
        if self._nodes > _MAX_NODES or self._length > _MAX_EXPANDED_LENGTH:
            raise _Refused(Sentence("内容太多，超出了可以导入的数量"), event)


def _refuse_tag(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    if event.tag is not None and event.tag not in _PLAIN_TAGS and event.tag != "!":
        raise _Refused(Sentence("不接受「%1」这种 YAML 标签", (event.tag[:50],)), event)


def _index(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _at(reason: Sentence, mark: _Mark | None) -> Sentence:
    return Sentence("%1（第 %2 行）", (reason, str(mark.line + 1))) if mark else reason


class _PlainDumper(Dumper):
    """Writes texts of several lines as such, and everything out where it stands."""

    def ignore_aliases(self, data: object) -> bool:
        """Return that nothing is repeated by alias, whatever it is."""
        return True


def _block_text(dumper: _PlainDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_PlainDumper.add_representer(str, _block_text)


def yaml_text(document: dict[str, object]) -> str:
    """Return ``document``, of mappings, lists, texts, numbers and truths, as YAML."""
    written: str = yaml.dump(
        document, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return written
