r"""Variables of espanso, and texts that use them, in our syntax.

``{{name}}`` and ``{{form1.field}}`` stand for variables, ``[[field]]`` for a field in the text of a
form, where ``{{field}}`` did so before version 2.1. ``\{\{`` writes braces, ``$|$`` is the caret
(github.com/espanso/espanso, ``yaml/mod.rs`` and ``renderer/util.rs``; names are ``\w+``, which in
Rust has every letter of Unicode). Nothing is ever run: what would be, becomes a field to fill.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.template import PlaceholderType
from cs_desk.exchange.library.foreign_dates import read_strftime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.domain.template import Placeholder
    from cs_desk.exchange.library.placeholder_translation import BodyWriter
    from cs_desk.exchange.library.safe_yaml import YamlValue

_MARK = re.compile(
    r"\{\{\s*(?P<name>\w+)(?:\.(?P<sub>\w+))?\s*\}\}|\[\[\s*(?P<field>\w+)(?:\.\w+)?\s*\]\]"
    r"|\\\{\\\{|\\\}\\\}|\$\|\$"
)
_MAX_NESTING = 3
_MOST_SECONDS = 10**9
_RUN = {
    "script": Sentence("脚本变量不会运行，改成了要填写的占位符"),
    "shell": Sentence("命令行变量不会运行，改成了要填写的占位符"),
}
_CLIPBOARD = Sentence("剪贴板变量没有读取，写成了 {剪贴板}")
_RANDOM = Sentence("随机选择没有对应的写法，取了第一个")
_KNOWN_TYPES = frozenset({"date", "echo", "choice", "random", "clipboard", "form", "match"})


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form."""

    default: str = ""
    choices: tuple[str, ...] = ()
    multiline: bool = False


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable as a file declares it.

    Attributes:
        name: Its name.
        kind: Its type, as espanso calls it.
        params: Its parameters; empty where there are none.
        values: The values to choose from, of a choice or a random variable.
        fields: The fields of a form.
    """

    name: str
    kind: str
    params: Mapping[str, YamlValue]
    values: tuple[str, ...]
    fields: Mapping[str, FormField]


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in one text stand for.

    Attributes:
        variables: Variables by name, a reply's own before those of the whole file.
        titles: Titles of replies by their trigger.
        defined: How the forms ask for what the file itself defines, by name.
        fields: Fields of the form whose text it is; None if it is no form's text.
    """

    variables: Mapping[str, Variable]
    titles: Mapping[str, str]
    defined: Mapping[str, FormField]
    fields: Mapping[str, FormField] | None = None


def variables_of(declared: YamlValue) -> tuple[Variable | None, ...]:
    """Return the variables of a list, None where an item is none."""
    return tuple(map(_variable, declared)) if isinstance(declared, list) else ()


def form_fields_of(declared: YamlValue) -> dict[str, FormField]:
    """Return the fields of a form by name."""
    if not isinstance(declared, dict):
        return {}
    return {name: _form_field(item) for name, item in declared.items()}


def asked_as(definition: Placeholder) -> FormField:
    """Return how a form asks for what ``definition`` defines."""
    default = definition.default or ""
    if definition.type is PlaceholderType.CHOICE and definition.choices:
        first = default if default in definition.choices else definition.choices[0]
        others = (choice for choice in definition.choices if choice != first)
        return FormField(first, (first, *others))
    return FormField(default, multiline=definition.type is PlaceholderType.MULTILINE)


def told_of(variable: Variable) -> Sentence | None:
    """Return what has to be told of a variable wherever it is declared; None for most."""
    if variable.kind in _RUN:
        return _RUN[variable.kind]
    match variable.kind:
        case "clipboard":
            return _CLIPBOARD
        case "random":
            return _RANDOM
        case kind if kind not in _KNOWN_TYPES:
            return Sentence("不认识的变量类型「%1」，改成了要填写的占位符", (kind[:50],))
    return None


def rewrite(text: str, names: Names, writer: BodyWriter, nesting: int = 0) -> None:
    """Write ``text`` into ``writer``."""
    is_old_form = names.fields is not None and "[[" not in text
    at = 0
    for mark in _MARK.finditer(text):
        if writer.is_full:
            return
        writer.text(text[at : mark.start()])
        at = mark.end()
        if mark["name"]:
            _use(mark, names, writer, nesting, is_field=is_old_form)
        elif mark["field"] and names.fields is not None:
            _use_field(mark["field"], names.fields, names, writer)
        elif mark[0] == "$|$":
            writer.cursor()
        else:
            writer.text(mark[0].replace("\\", "") if mark[0].startswith("\\") else mark[0])
    writer.text(text[at:])


def _use(
    mark: re.Match[str], names: Names, writer: BodyWriter, nesting: int, *, is_field: bool
) -> None:
    name = mark["name"]
    variable = names.variables.get(name)
    if variable is None and is_field and names.fields is not None:
        _use_field(name, names.fields, names, writer)
    elif variable is None:
        writer.unknown(mark["sub"] or name, Sentence("变量「%1」没有定义", (name,)))
    elif variable.kind == "form":
        _use_field(mark["sub"] or name, variable.fields, names, writer)
    else:
        _use_variable(variable, names, writer, nesting)


def _use_field(
    name: str, fields: Mapping[str, FormField], names: Names, writer: BodyWriter
) -> None:
    asked = fields.get(name, FormField())
    if asked == names.defined.get(name):
        asked = FormField()
    writer.field(name, asked.default, asked.choices, multiline=asked.multiline)


def _use_variable(variable: Variable, names: Names, writer: BodyWriter, nesting: int) -> None:
    params = variable.params
    match variable.kind:
        case "date":
            _use_date(params, writer)
        case "choice":
            writer.field(variable.name, choices=variable.values)
        case "clipboard":
            writer.clipboard()
        case "random":
            _nested(next(iter(variable.values), ""), names, writer, nesting)
        case "echo":
            _nested(_text(params.get("echo")), names, writer, nesting)
        case "match":
            _use_match(variable, names, writer)
        case _:
            # Whoever declares it is told of it, with its place.
            writer.field(variable.name)


def _nested(text: str, names: Names, writer: BodyWriter, nesting: int) -> None:
    if nesting < _MAX_NESTING:
        rewrite(text, names, writer, nesting + 1)
    else:
        writer.unknown(text[:50], Sentence("变量互相引用得太深"))


def _use_match(variable: Variable, names: Names, writer: BodyWriter) -> None:
    title = names.titles.get(_text(variable.params.get("trigger")))
    if title:
        writer.include(title)
    else:
        writer.unknown(variable.name, Sentence("找不到变量「%1」引用的话术", (variable.name,)))


def _use_date(params: Mapping[str, YamlValue], writer: BodyWriter) -> None:
    offset = _text(params.get("offset")) or "0"
    try:
        seconds = round(float(offset))
    except (ValueError, OverflowError):
        seconds = 0
        writer.lose(Sentence("日期的推移「%1」不是数", (offset[:50],)))
    if params.get("tz"):
        writer.lose(Sentence("日期的时区没有对应的写法"))
    # Our own rules tell that it is too far, before a number is too large for a time span.
    seconds = max(-_MOST_SECONDS, min(_MOST_SECONDS, seconds))
    format_ = _text(params.get("format")) or "%Y-%m-%d"
    writer.moment(read_strftime(format_), timedelta(seconds=seconds))


def _variable(declared: YamlValue) -> Variable | None:
    if not isinstance(declared, dict):
        return None
    name, kind, params = declared.get("name"), declared.get("type"), declared.get("params")
    if not isinstance(name, str) or not isinstance(kind, str):
        return None
    if not isinstance(params, dict):
        params = {}
    return Variable(
        name,
        kind,
        params,
        values=_values(params.get("choices" if kind == "random" else "values")),
        fields=form_fields_of(params.get("fields")),
    )


def _form_field(declared: YamlValue) -> FormField:
    if not isinstance(declared, dict):
        return FormField()
    return FormField(
        default=_text(declared.get("default")),
        choices=_values(declared.get("values")),
        multiline=declared.get("multiline") == "true",
    )


def _values(declared: YamlValue) -> tuple[str, ...]:
    """Return the values of a list, or the lines of a text; of a pair, what is inserted."""
    if isinstance(declared, str):
        return tuple(line.strip() for line in declared.split("\n") if line.strip())
    if not isinstance(declared, list):
        return ()
    texts = (
        _text(item.get("id") or item.get("label")) if isinstance(item, dict) else _text(item)
        for item in declared
    )
    return tuple(text for text in texts if text)


def _text(value: YamlValue) -> str:
    return value if isinstance(value, str) else ""
