"""Beeftext's replies: its JSON list of combos, its CSV, and its cheat sheet.

- JSON: ``{"fileFormatVersion": 10, "combos": […], "groups": […]}``; the first version wrote
  ``comboText`` and ``substitutionText`` for ``keyword`` and ``snippet``.
- CSV without names: ``keyword,snippet,name``; the program passes over rows of another length.
- Cheat sheet: CSV that begins with ``Group,Name,Keyword,Snippet``.

(github.com/xmichelo/Beeftext, ``Combo.cpp`` and ``ComboList.cpp``.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.domain.library.incoming import Remark
from cs_desk.exchange.json_tree import json_tree
from cs_desk.exchange.library.beeftext_variables import translated
from cs_desk.exchange.library.found_replies import FoundLibrary, FoundReply
from cs_desk.exchange.library.limits import refuse_too_many
from cs_desk.exchange.library.placeholder_translation import TOO_LONG
from cs_desk.exchange.library.remarks import Remarks
from cs_desk.exchange.library.reporting import reported
from cs_desk.exchange.library.table_without_head import looks_headerless, numbered_rows
from cs_desk.exchange.library.textexpander_macros import MACRO_SIGN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cs_desk.domain.library.incoming import Progress
    from cs_desk.exchange.json_tree import JsonValue
    from cs_desk.exchange.library.file_content import FileContent

_BEGINS_JSON = re.compile(r"\s*\{")
_NAMES_OF_JSON = re.compile(r'"(?:fileFormatVersion|substitutionText|snippet)"\s*:')
_COMBOS = re.compile(r'"combos"\s*:\s*\[')
_CHEAT_SHEET = re.compile(
    r'\s*"?Group"?,"?Name"?,"?Keyword"?,"?Snippet"?\s*(?:\n|$)', re.IGNORECASE
)
_VARIABLE = re.compile(r"#\{[A-Za-z]+[:}]")
_NEWEST_VERSION = 10
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _Combo:
    """One reply as the file tells it."""

    where: Sentence
    keyword: str
    snippet: str
    name: str
    group: str = ""
    note: str = ""
    id: str = ""
    enabled: bool = True
    is_html: bool = False


@dataclass(frozen=True, slots=True)
class _Listed:
    """All replies of a file, what is none, and what fields it has beside the usual ones."""

    combos: tuple[_Combo, ...]
    skipped: tuple[Remark, ...]
    carries: frozenset[str] = frozenset()
    warnings: tuple[Remark, ...] = ()


def is_beeftext(content: FileContent) -> bool:
    """Return whether ``content`` is one of Beeftext's three kinds of file.

    CSV without names is recognised by its three columns, the first of them a keyword. It has to
    be asked for after every format that names its columns, and before TextExpander's.
    """
    text = content.text
    if text is None:
        return False
    if _BEGINS_JSON.match(text):
        return bool(_COMBOS.search(text) and _NAMES_OF_JSON.search(text))
    if _CHEAT_SHEET.match(text):
        return True
    # A file of three columns that has its macros is TextExpander's.
    is_of_textexpander = MACRO_SIGN.search(text) and not _VARIABLE.search(text)
    return not is_of_textexpander and looks_headerless(content, frozenset({_COLUMNS}), _VARIABLE)


def read_beeftext(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the replies of a file.

    Raises:
        InvalidFileError: It is neither CSV nor such JSON, or breaks the rules of either.
        CancelledError: ``progress`` called it off.
    """
    listed = _listed(content)
    titles = {c.keyword: _title(c) for c in reversed(listed.combos)}
    replies: list[FoundReply] = []
    remarks = Remarks(skipped=[*listed.skipped], warnings=[*listed.warnings])
    for _, combo in reported(listed.combos, progress):
        writer = translated(combo.snippet, titles)
        if not combo.snippet.strip() or writer.is_full:
            told = TOO_LONG if combo.snippet.strip() else Sentence("没有内容")
            remarks.skip(combo.where, told)
            continue
        for loss in (*_lost_of(combo), *writer.losses):
            remarks.lose(combo.where, loss)
        replies.append(
            FoundReply(
                where=combo.where,
                body=writer.body,
                title=_title(combo),
                code=combo.keyword,
                group=combo.group,
                note=combo.note,
                id=combo.id,
            )
        )
    return FoundLibrary(
        replies=tuple(replies),
        carries=frozenset({"title", "body", "code", *listed.carries}),
        skipped=tuple(remarks.skipped),
        lost=tuple(remarks.lost),
        warnings=tuple(remarks.warnings),
    )


def _title(combo: _Combo) -> str:
    # Other replies include this one by its title, so it needs one.
    return combo.name.strip() or combo.keyword


def _lost_of(combo: _Combo) -> Iterator[Sentence]:
    if not combo.enabled:
        yield Sentence("在 Beeftext 里是停用的，导入后可以使用")
    if combo.is_html:
        yield Sentence("内容是 HTML，记号按文字保留")


def _listed(content: FileContent) -> _Listed:
    text = content.text or ""
    if _BEGINS_JSON.match(text):
        return _listed_in_json(content)
    if _CHEAT_SHEET.match(text):
        return _listed_in_rows(content, 4, _of_cheat_sheet)
    return _listed_in_rows(content, _COLUMNS, _of_row)


def _listed_in_rows(
    content: FileContent, columns: int, combo_of: Callable[[Sentence, list[str]], _Combo]
) -> _Listed:
    combos: list[_Combo] = []
    skipped: list[Remark] = []
    is_named = columns > _COLUMNS
    for number, (line, row) in enumerate(numbered_rows(content)):
        where = Sentence("第 %1 行", (str(line),))
        if number == 0 and is_named:
            continue
        if len(row) == columns:
            combos.append(combo_of(where, row))
        else:
            told = Sentence("应有 %1 列，现在是 %2 列", (str(columns), str(len(row))))
            skipped.append(Remark(where, told))
    return _Listed(tuple(combos), tuple(skipped), frozenset({"group"} if is_named else ()))


def _of_row(where: Sentence, row: list[str]) -> _Combo:
    return _Combo(where, keyword=row[0], snippet=row[1], name=row[2])


def _of_cheat_sheet(where: Sentence, row: list[str]) -> _Combo:
    return _Combo(where, group=row[0], name=row[1], keyword=row[2], snippet=row[3])


def _listed_in_json(content: FileContent) -> _Listed:
    document = json_tree(content.text or "", content.name)
    combos = document.get("combos") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(combos, list):
        raise InvalidFileError(content.name, Sentence("这不是 Beeftext 的文件：没有 combos"))
    refuse_too_many(len(combos), content.name)
    groups = dict(_groups(document.get("groups")))
    found: list[_Combo] = []
    skipped: list[Remark] = []
    for index, combo in enumerate(combos):
        where = Sentence("%1", (f"combos[{index}]",))
        if isinstance(combo, dict):
            found.append(_of_json(where, combo, groups))
        else:
            skipped.append(Remark(where, Sentence("不是一条话术")))
    # A plain export leaves the groups out.
    carries = {"note", "group"} if groups else {"note"}
    warnings = tuple(_of_version(document.get("fileFormatVersion")))
    return _Listed(tuple(found), tuple(skipped), frozenset(carries), warnings)


def _of_version(version: JsonValue) -> Iterator[Remark]:
    if isinstance(version, int | float) and version > _NEWEST_VERSION:
        versions = (str(version), str(_NEWEST_VERSION))
        told = Sentence(
            "由更新版本的 Beeftext 写成（格式 %1），只认得格式 %2 及以前的内容", versions
        )
        yield Remark(Sentence("%1", ("fileFormatVersion",)), told)


def _groups(listed: JsonValue) -> Iterator[tuple[str, str]]:
    for group in listed if isinstance(listed, list) else ():
        if isinstance(group, dict):
            yield _text(group, "uuid"), _text(group, "name")


def _of_json(where: Sentence, combo: dict[str, JsonValue], groups: Mapping[str, str]) -> _Combo:
    return _Combo(
        where=where,
        keyword=_text(combo, "keyword") or _text(combo, "comboText"),
        snippet=_text(combo, "snippet") or _text(combo, "substitutionText"),
        name=_text(combo, "name"),
        group=groups.get(_text(combo, "group"), ""),
        note=_text(combo, "description"),
        id=_text(combo, "uuid").strip("{}"),
        enabled=combo.get("enabled") is not False,
        is_html=combo.get("useHtml") is True,
    )


def _text(fields: Mapping[str, JsonValue], name: str) -> str:
    value = fields.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""
