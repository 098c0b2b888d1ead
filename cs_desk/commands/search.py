"""``cs-desk search``: the window's search on the command line."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import click

from cs_desk.commands.grammar import DeskCommand, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.values import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.domain.search import Hit

_FROM_STDIN = "-"
_DEFAULT_LIMIT = 20
_SHOWN_BODY = 60


@click.command(
    cls=DeskCommand,
    help="搜索话术：文字、拼音、首字母、编码或买家的原话；写 - 则逐行读取标准输入",
)
@click.argument("query", nargs=-1)
@click.option("--library", type=FILE_NAME, metavar="FILE", help="改用这个文件里的话术库，不保存")
@click.option(
    "--limit", type=click.IntRange(min=1), default=_DEFAULT_LIMIT, metavar="N", help="最多几条"
)
@click.option("--json", "as_json", is_flag=True, help="每个问题输出一行 JSON")
@shared_options
@click.pass_obj
def search(
    invocation: Invocation,
    query: tuple[str, ...],
    library: Path | None,
    limit: int,
    *,
    as_json: bool,
) -> ExitStatus:
    """Answer one query, or every line of standard input."""
    with invocation.desk(library) as desk:
        queries = _lines() if query == (_FROM_STDIN,) else iter([" ".join(query)])
        found = False
        for each in queries:
            found |= _answer(invocation, desk.replies, each, limit, as_json=as_json)
    return ExitStatus.DONE if found else ExitStatus.ANSWER_IS_NO


def _lines() -> Iterator[str]:
    """Yield the lines of standard input, bytes that are no UTF-8 included; none if it is closed."""
    if sys.stdin is None:
        return
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "surrogateescape").removesuffix("\n").removesuffix("\r")


def _answer(
    invocation: Invocation, desk: ReplyDesk, query: str, limit: int, *, as_json: bool
) -> bool:
    from cs_desk.app.shelf import Shelf, ShelfKind  # noqa: PLC0415 - help needs no desk

    limit = min(limit, len(desk.library.templates))
    began = time.perf_counter()
    hits = desk.search(query, Shelf(ShelfKind.ALL), limit=limit)
    took_ms = (time.perf_counter() - began) * 1000
    if as_json:
        answer_json(
            {"query": query, "took_ms": round(took_ms, 3), "hits": [_shape(hit) for hit in hits]}
        )
        return bool(hits)
    if not hits:
        tell(invocation.tr("没有找到「%1」").replace("%1", query))
    for number, hit in enumerate(hits, 1):
        template = hit.template
        answer(f"{number}\t{template.code}\t{template.title}\t{template.group}")
        answer(f"\t{_on_one_line(template.body)}")
    return bool(hits)


def _on_one_line(body: str) -> str:
    line = " ".join(body.split())
    return line if len(line) <= _SHOWN_BODY else line[:_SHOWN_BODY] + "…"


def _shape(hit: Hit) -> dict[str, Any]:
    template = hit.template
    return {
        "id": template.id,
        "title": template.title,
        "group": template.group,
        "code": template.code,
        "body": template.body,
        "tags": list(template.tags),
        "field": hit.field.value if hit.field else "title",
        "kind": hit.kind.value,
        "score": hit.score,
        "title_spans": [list(span) for span in hit.title_spans],
        "body_spans": [list(span) for span in hit.body_spans],
    }
