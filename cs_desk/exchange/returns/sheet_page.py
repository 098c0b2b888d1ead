"""A printable page: standalone HTML 4, in the subset that Qt renders as well as browsers do.

``Html`` is markup; everything else is plain text and becomes markup only by ``shown``, so that
the type checker finds what was not escaped.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Iterable

Html = NewType("Html", str)

# Control characters but the line end and the tab, marks that reverse the direction, and halves of
# characters, which no file can hold.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

# No script, no picture and no font from anywhere, whatever else might slip into a page.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_STYLE = """
body { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
  sans-serif; font-size: 10pt; color: #1f2329; background-color: #ffffff; }
h1 { font-size: 17pt; font-weight: bold; margin-top: 0px; margin-bottom: 2px; }
h2 { font-size: 11.5pt; font-weight: bold; color: #1f4e79; margin-top: 14px; margin-bottom: 2px; }
p { margin-top: 4px; margin-bottom: 8px; }
table { border-collapse: collapse; border-width: 1px; border-style: solid; border-color: #d5d9e0;
  margin-top: 6px; margin-bottom: 6px; word-wrap: break-word; overflow-wrap: anywhere; }
td, th { border-width: 1px; border-style: solid; border-color: #d5d9e0; text-align: left;
  vertical-align: top; padding: 4px; }
th { background-color: #f2f5f9; font-weight: normal; color: #4b5563; }
.quiet { color: #6b7280; font-size: 9pt; }
.strong { font-weight: bold; }
.alert { color: #b42318; font-weight: bold; }
.hash { color: #6b7280; font-family: "DejaVu Sans Mono", "Consolas", "Menlo", monospace;
  font-size: 7.5pt; }
.money { text-align: right; }
"""


def shown(text: str, look: str = "") -> Html:
    """Return plain ``text`` as markup, line by line, in the look of a class of the style."""
    lines = "<br>".join(escape(line) for line in visible(text).split("\n"))
    return Html(f'<span class="{look}">{lines}</span>' if look else lines)


def visible(text: str) -> str:
    """Return ``text`` without characters that show nothing or turn the rest of a line round."""
    return _UNSEEN.sub("", re.sub("\r\n?", "\n", text))


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Return the parts in one, with plain text ``between`` them."""
    return Html(shown(between).join(parts))


def paragraph(content: Html) -> Html:
    """Return a paragraph."""
    return Html(f"<p>{content}</p>\n")


def section(title: str, content: Html) -> Html:
    """Return a part of the page under its title."""
    return Html(f"<h2>{shown(title)}</h2>\n{content}\n")


def table(
    rows: Iterable[tuple[Html, ...]],
    widths: tuple[int, ...],
    head: tuple[str, ...] = (),
    *,
    labels: frozenset[int] = frozenset(),
    money: frozenset[int] = frozenset(),
) -> Html:
    """Return a table as wide as the page; its head is repeated on every sheet of paper.

    Args:
        rows: Its rows, each as long as ``widths``.
        widths: Of the columns, in hundredths of the page.
        head: Titles of the columns; none for a table without a head.
        labels: Columns that hold the names of what stands beside them.
        money: Columns that hold amounts.
    """
    heads = (
        "".join(
            f'<th width="{width}%">{shown(title)}</th>'
            for title, width in zip(head, widths, strict=True)
        )
        if head
        else ""
    )
    lines = (
        "".join(
            _cell(content, width, label=place in labels, money=place in money)
            for place, (content, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    top = f"<thead><tr>{heads}</tr></thead>\n" if heads else ""
    whole = '<table width="100%" cellspacing="0" cellpadding="4">'
    return Html(f"{whole}\n{top}<tbody>\n{body}\n</tbody></table>\n")


def _cell(content: Html, width: int, *, label: bool, money: bool) -> str:
    tag = "th" if label else "td"
    side = ' class="money" align="right"' if money else ""
    return f'<{tag} width="{width}%"{side}>{content}</{tag}>'


def page(title: str, *parts: Html) -> str:
    """Return the whole page, which needs nothing from outside itself."""
    return (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n'
        '<html lang="zh-CN"><head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{shown(title)}</title>\n"
        f'<style type="text/css">{_STYLE}</style>\n'
        f"</head><body>\n<h1>{shown(title)}</h1>\n{''.join(parts)}</body></html>\n"
    )
