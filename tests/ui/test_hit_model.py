from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cs_desk.domain.search import Hit, MatchKind
from cs_desk.ui.hit_model import HIT_ROLE, HitModel, HitRow
from tests.ui.conftest import LIBRARY


@pytest.fixture
def rows():
    hits = (
        Hit(template=template, kind=MatchKind.LITERAL, score=0.0) for template in LIBRARY.templates
    )
    return [HitRow(hit, favourite=False) for hit in hits]


def test_the_model_is_a_sound_list(qtmodeltester, rows):
    model = HitModel()
    model.show(rows)
    qtmodeltester.check(model)


def test_a_row_is_found_by_its_template(rows):
    model = HitModel()
    model.show(rows)
    assert model.index(model.row_of("back"), 0).data(HIT_ROLE) is rows[2]
    assert model.row_of("nobody") == -1


def test_a_screen_reader_hears_number_title_group_and_code(rows):
    model = HitModel()
    model.show(rows)
    said = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "3 退货步骤 售后/退货 th"
