"""espanso's match files, written.

A reply with fields asks for them in a form of its own, whose lines name them; espanso takes the
Chinese names as they are. Reading such a file gives the same replies back, up to what is told here
as lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import Remark
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
from cs_desk.exchange.library.espanso_definitions import DEFINITIONS, GROUP, written_definitions
from cs_desk.exchange.library.espanso_variables import (
    FormField,
    Names,
    asked_as,
    rewrite,
    variables_of,
)
from cs_desk.exchange.library.foreign_dates import write_strftime
from cs_desk.exchange.library.placeholder_translation import BodyWriter, meaning
from cs_desk.exchange.library.safe_yaml import yaml_text
from cs_desk.exchange.library.written_file import WrittenFile
from cs_desk.exchange.library.written_losses import (
    common_losses,
    has_empty_groups,
    repeated_codes,
)
from cs_desk.exchange.library.written_tones import single_tones

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
    from cs_desk.exchange.library.safe_yaml import YamlValue

_NOT_IN_NAME = re.compile(r"\W+")
_FORM = "form1"


def write_espanso(library: TemplateLibrary) -> WrittenFile:
    """Return ``library`` as a match file."""
    codes = {t.title: t.code for t in reversed(library.templates) if t.code}
    definitions = {placeholder.name: placeholder for placeholder in library.placeholders}
    asked = {name: asked_as(definition) for name, definition in definitions.items()}
    matches: list[object] = []
    losses: list[tuple[ReplyTemplate, Sentence]] = []
    used: dict[str, None] = {}
    for single in single_tones(library):
        template = single.template
        writing = _Writing(codes, asked)
        writing.write(template.body)
        used.update(dict.fromkeys(writing.fields))
        held = () if single.is_further else _not_held(template)
        losses.extend((template, loss) for loss in (*single.lost, *writing.losses, *held))
        matches.append(_match(template, writing))
    document: dict[str, object] = {"matches": matches}
    if known := [definitions[name] for name in used if name in definitions]:
        document[DEFINITIONS] = written_definitions(known)
    data = yaml_text(document).encode()
    lost = (*_not_written(library, used), *repeated_codes(library), *common_losses(losses))
    return WrittenFile(data, len(library.templates), lost, rows=len(matches))


def _not_written(library: TemplateLibrary, used: Collection[str]) -> Iterator[Remark]:
    everything = Sentence("整个文件")
    if library.templates:
        yield Remark(everything, Sentence("编号没有写进去，再导入时按编码或标题来认"))
    if has_empty_groups(library) or any(each.name not in used for each in library.placeholders):
        yield Remark(everything, Sentence("没有用到的占位符的定义和空的分组没有写进去"))


def _not_held(template: ReplyTemplate) -> Iterator[Sentence]:
    if template.theme or template.extra:
        yield Sentence("这种文件没有的字段（如主题）没有写进去")


def _match(template: ReplyTemplate, writing: _Writing) -> dict[str, object]:
    match: dict[str, object] = {}
    if template.code:
        match["trigger"] = f":{template.code}"
    match["label"] = template.title
    if template.tags:
        match["search_terms"] = list(template.tags)
    if template.note:
        match["comment"] = template.note
    if template.group:
        match[GROUP] = template.group
    match["replace"] = writing.text
    if variables := writing.declared():
        match["vars"] = variables
    return match


@dataclass(slots=True)
class _Writing:
    """One body in espanso's syntax, and the variables that it needs.

    Attributes:
        codes: Codes of replies by their title.
        asked: How a form asks for what the library defines, by name.
        text: The body so far.
        fields: The form's fields by our name.
        losses: What did not fit.
    """

    codes: Mapping[str, str]
    asked: Mapping[str, FormField]
    text: str = ""
    fields: dict[str, Field] = field(default_factory=dict)
    losses: list[Sentence] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _variables: list[dict[str, object]] = field(default_factory=list)
    _titles: dict[str, str] = field(default_factory=dict)
    _has_cursor: bool = False

    def write(self, body: str) -> None:
        """Write ``body``, and note what it will lose."""
        self.text = "".join(map(self._written, parse(body).tokens))
        if not self.losses and self._read_back() != meaning(body):
            self.losses.append(Sentence("有的文字或占位符换了写法：espanso 没有完全对应的写法"))

    def declared(self) -> list[dict[str, object]]:
        """Return the variables, the form first."""
        if not self.fields:
            return self._variables
        lines = (f"{name}：[[{own}]]" for name, own in self._names.items())
        settings = {own: s for name, own in self._names.items() if (s := self._settings(name))}
        params: dict[str, object] = {"layout": "\n".join(lines)}
        if settings:
            params["fields"] = settings
        return [{"name": _FORM, "type": "form", "params": params}, *self._variables]

    def _written(self, token: Token) -> str:
        match token:
            case LiteralText():
                return _escaped(token.text)
            case Unreadable():
                self.losses.append(Sentence("「%1」看不懂，按文字写入", (token.text[:50],)))
                return _escaped(token.text)
            case Field():
                return self._field(token)
            case Moment():
                return self._moment(token)
            case Include():
                return self._include(token)
            case CursorMark():
                return self._cursor()
            case ClipboardMark():
                return self._variable("clipboard", {})

    def _field(self, token: Field) -> str:
        first = self.fields.setdefault(token.name, token)
        if (first.default, first.choices) != (token.default, token.choices):
            self.losses.append(Sentence("「%1」在同一条里只能有一个默认值", (token.name,)))
        if token.name not in self._names:
            self._names[token.name] = self._free_name(token.name)
        return f"{{{{{_FORM}.{self._names[token.name]}}}}}"

    def _free_name(self, name: str) -> str:
        own = free = _NOT_IN_NAME.sub("_", name)
        number = 1
        while free in self._names.values():
            number += 1
            free = f"{own}_{number}"
        if free != name:
            self.losses.append(Sentence("占位符「%1」改名为「%2」", (name, free)))
        return free

    def _settings(self, name: str) -> dict[str, object]:
        asked = self._asked(name)
        settings: dict[str, object] = {}
        if asked.choices:
            settings |= {"type": "choice", "values": list(asked.choices)}
        elif asked.multiline:
            settings["multiline"] = True
        if asked.default:
            settings["default"] = asked.default
        return settings

    def _asked(self, name: str) -> FormField:
        inline = self.fields[name]
        if inline.default or inline.choices:
            return FormField(inline.default or "", inline.choices)
        return self.asked.get(name, FormField())

    def _moment(self, moment: Moment) -> str:
        params: dict[str, object] = {"format": write_strftime(moment.pattern)}
        if moment.offset:
            params["offset"] = round(moment.offset / timedelta(seconds=1))
        if "dddd" in moment.pattern:
            params["locale"] = "zh-CN"
        return self._variable("date", params)

    def _include(self, include: Include) -> str:
        code = self.codes.get(include.title)
        if code:
            self._titles[f":{code}"] = include.title
            return self._variable("match", {"trigger": f":{code}"})
        told = Sentence("引用的话术「%1」没有编码，改成了要填写的占位符", (include.title,))
        self.losses.append(told)
        return self._field(Field(0, 0, f"片段_{_NOT_IN_NAME.sub('_', include.title)}"))

    def _cursor(self) -> str:
        if self._has_cursor:
            self.losses.append(Sentence("只能有一个光标位置"))
            return ""
        self._has_cursor = True
        return "$|$"

    def _variable(self, kind: str, params: dict[str, object]) -> str:
        name = f"{kind}{len(self._variables) + 1}"
        variable: dict[str, object] = {"name": name, "type": kind}
        if params:
            variable["params"] = params
        self._variables.append(variable)
        return f"{{{{{name}}}}}"

    def _read_back(self) -> tuple[Token, ...]:
        variables = {v.name: v for v in variables_of(_as_yaml(self.declared())) if v is not None}
        writer = BodyWriter()
        rewrite(self.text, Names(variables, self._titles, self.asked), writer)
        return meaning(writer.body)


def _escaped(text: str) -> str:
    return text.replace("{{", r"\{\{").replace("}}", r"\}\}")


def _as_yaml(value: object) -> YamlValue:
    """Return ``value`` as it is read from YAML again."""
    match value:
        case dict():
            return {str(key): _as_yaml(item) for key, item in value.items()}
        case list():
            return [_as_yaml(item) for item in value]
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)
