"""A library written as a table and read again is the same, up to what was told to be lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import ToneVariant
from cs_desk.exchange.library.assembling import assembled
from cs_desk.exchange.library.file_content import file_content
from cs_desk.exchange.library.found_texts import first_sentence
from cs_desk.exchange.library.qianniu import read_qianniu, write_qianniu
from cs_desk.exchange.library.sheet_csv import read_csv, write_csv
from cs_desk.exchange.library.sheet_xlsx import read_xlsx, write_xlsx
from tests.exchange.library.tables import libraries, library_of, reply, unheard

TONES = (ToneVariant("安抚", "抱歉"), ToneVariant("正式", "您好"))


def imported(data, read, format_):
    content = file_content("话术", data)
    return assembled(read(content, unheard), content, format_, unheard)


def as_csv(library):
    return imported(write_csv(library).data, read_csv, FileFormat.CSV)


def as_xlsx(library):
    return imported(write_xlsx(library).data, read_xlsx, FileFormat.XLSX)


@pytest.mark.parametrize("through", [as_csv, as_xlsx])
@given(library=libraries())
@settings(max_examples=25)
def test_tables_with_named_columns_keep_every_reply(through, library):
    back = through(library)
    # A second reply of the same code, and what turns the direction of text: told when it is read.
    assume(not back.lost and not back.warnings)

    assert back.library.templates == library.templates
    assert back.keeps_ids


@pytest.mark.parametrize("through", [as_csv, as_xlsx])
def test_neighbours_of_one_title_stay_two_replies(through):
    first = reply("地址", "亲", tone="亲切", tones=TONES[:1])
    second = reply("地址", "您好您好", tone="正式")

    assert through(library_of(first, second)).library.templates == (first, second)


@given(libraries())
@settings(max_examples=40)
def test_qianniu_keeps_codes_bodies_and_groups_of_replies_in_one_tone(library):
    plain = [
        replace(each, title=first_sentence(each.body), tags=(), note="", tone="", tones=())
        for each in library.templates
    ]
    written = write_qianniu(library_of(*plain))
    assume(not [told for told in written.lost if "分组只有一级" not in told.reason.text])
    back = imported(written.data, read_qianniu, FileFormat.QIANNIU)
    assume(not back.lost and not back.warnings)

    assert [replace(each, id="") for each in back.library.templates] == [
        replace(each, id="") for each in plain
    ]


def test_the_same_file_gives_the_same_library():
    data = write_qianniu(library_of(reply(code="a"), reply("乙", "您好"))).data

    assert imported(data, read_qianniu, FileFormat.QIANNIU) == imported(
        data, read_qianniu, FileFormat.QIANNIU
    )
