from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QTextDocument

from cs_desk.desktop.sheet_pages import pages_of


@pytest.fixture
def pages(qapp):
    """Cut what this HTML makes, 400 dots wide, into pages of this height."""
    paper = QImage(400, 400, QImage.Format.Format_RGB32)
    paper.setDotsPerMeterX(round(96 / 0.0254))
    paper.setDotsPerMeterY(round(96 / 0.0254))
    kept = []

    def cut(html, height):
        document = QTextDocument()
        kept.append(document)
        document.documentLayout().setPaintDevice(paper)
        document.setHtml(html)
        document.setTextWidth(400)
        return pages_of(document, height)

    return cut


def table(rows, lines=3, head=""):
    body = "".join(f"<tr><td>{'<br>'.join(['行'] * lines)}</td></tr>" for _ in range(rows))
    top = f"<thead><tr><th>{head}</th></tr></thead>" if head else ""
    return f'<table border="1" cellspacing="0">{top}<tbody>{body}</tbody></table>'


def heights(pages):
    return [round(page.content.height) for page in pages]


def test_what_fits_stays_on_one_page(pages):
    (page,) = pages("<p>一段</p>", 400)

    assert page.content.top == 0
    assert page.head is None


@pytest.mark.parametrize("html", ["", "<p>一段</p>" * 50, table(30), table(2, lines=200)])
def test_every_page_goes_on_where_the_one_before_ended(pages, html):
    cut = pages(html, 300)

    tops, bottoms = [p.content.top for p in cut], [p.content.bottom for p in cut]
    assert tops == [0, *bottoms[:-1]]
    assert max(page.content.height for page in cut) <= 300


def test_no_row_is_cut_through(pages):
    whole = pages(table(1), 5000)[0].content.height
    two = pages(table(2), 5000)[0].content.height
    cut = pages(table(30), 300)

    row = two - whole
    assert len({height % row for height in heights(cut)[1:-1]}) == 1
    assert 300 - row < heights(cut)[1] <= 300


def test_a_row_higher_than_a_page_is_cut_between_its_lines(pages):
    ten, eleven = (pages(table(1, lines), 5000)[0].content.height for lines in (10, 11))
    line = eleven - ten
    cut = pages(table(1, lines=100), 10.5 * line)

    assert heights(cut)[1:-1] == [round(10 * line)] * (len(cut) - 2)


def test_a_title_stays_with_what_follows_it(pages):
    html = "<p>一段</p>" * 10 + "<h2>题</h2>"
    titled = pages(html, 5000)[0].content.height
    first = pages(html + table(3), titled + 20)[0]

    assert first.content.height < titled - 10


def test_a_tables_head_is_shown_again_where_it_goes_on(pages):
    first, *others = pages("<p>段</p>" + table(30, head="题") + "<p>完</p>", 300)

    assert first.head is None
    assert {page.head for page in others} == {others[0].head}
    assert all(page.head.height + page.content.height <= 300 for page in others)


def test_a_head_does_not_end_a_page_alone(pages):
    above = pages("<p>段</p>" * 10, 5000)[0].content.height
    html = "<p>段</p>" * 10 + table(4, head="题<br>题<br>题")
    first = pages(html, above + 100)[0]

    assert first.content.height < above + 30


def test_a_head_is_not_shown_above_what_follows_its_table(pages):
    cut = pages(table(2, head="题") + "<p>段</p>" * 60, 300)

    assert all(page.head is None for page in cut)
