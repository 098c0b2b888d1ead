from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from cs_desk.desktop.sheet_pdf import pdf_of

PAGE = "<html><head><title>退货单</title></head><body>{}</body></html>"


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(("paragraphs", "pages"), [(1, 1), (60, 2)])
def test_a_page_of_paper_follows_when_one_is_full(qapp, paragraphs, pages):
    assert pages_of(pdf_of(PAGE.format("<p>第一段</p>" * paragraphs))) == pages


def test_the_paper_is_a4_and_the_fonts_are_inside(qapp):
    pdf = pdf_of(PAGE.format("<p>退货单</p>"))

    assert re.search(rb"/MediaBox \[0 0 595(\.\d+)? 842", pdf)
    assert b"/FontFile" in pdf


@pytest.mark.parametrize("source", [Path.as_uri, str])
def test_no_picture_that_a_page_refers_to_is_loaded(qapp, tmp_path, source):
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    picture.fill(0xFF0000)
    picture.save(str(tmp_path / "secret.png"))
    pdf = pdf_of(PAGE.format(f'<p>x</p><img src="{source(tmp_path / "secret.png")}">'))

    assert b"/Width 400" not in pdf


@pytest.mark.parametrize("source", [Path.as_uri, str])
def test_no_style_that_a_page_refers_to_is_loaded(qapp, tmp_path, source):
    style = tmp_path / "secret.css"
    style.write_text("p { page-break-before: always; }")
    link = f'<link rel="stylesheet" type="text/css" href="{source(style)}">'

    assert pages_of(pdf_of(f"<html><head>{link}</head><body><p>x</p><p>y</p></body></html>")) == 1


def test_a_word_longer_than_the_paper_is_wide_is_broken(qapp):
    word = "a" * 10_000

    assert pages_of(pdf_of(PAGE.format(f"<table><tr><td>{word}</td></tr></table>"))) > 1


def test_a_command_without_a_window_or_a_screen_makes_one_too():
    told = "from cs_desk.desktop.sheet_pdf import pdf_of; print(pdf_of('<p>x</p>')[:5])"
    screens = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    bare = {name: text for name, text in os.environ.items() if name not in screens}
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)

    assert done.stdout.strip() == "b'%PDF-'"
