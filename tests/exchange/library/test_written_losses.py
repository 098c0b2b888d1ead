from __future__ import annotations

import pytest

from cs_desk.domain.errors import Sentence
from cs_desk.domain.template import Placeholder, TemplateLibrary
from cs_desk.exchange.library.written_losses import common_loss, loss_beside_replies
from tests.exchange.library.tables import remarks, reply

REASON = Sentence("标签没有写进去")


@pytest.mark.parametrize(
    ("titles", "named"),
    [
        ("", []),
        ("甲", ["「甲」: 标签没有写进去"]),
        ("甲乙丙", ["「甲」「乙」「丙」: 标签没有写进去"]),
        ("甲乙丙丁戊", ["「甲」「乙」「丙」等 5 条: 标签没有写进去"]),
    ],
)
def test_one_remark_names_the_first_replies_that_lost_the_same(titles, named):
    assert remarks(common_loss(map(reply, titles), REASON)) == named


@pytest.mark.parametrize(
    ("groups", "placeholders", "is_told"),
    [
        ((), (), False),
        (("售后", "售后/退货"), (), False),
        (("售后", "售前"), (), True),
        (("售",), (), True),
        ((), (Placeholder("城市"),), True),
    ],
)
def test_definitions_and_empty_groups_are_told_to_be_lost(groups, placeholders, is_told):
    replies = (reply(group="售后/退货"),)
    library = TemplateLibrary("L", "库", replies, placeholders, groups=groups)

    assert bool(loss_beside_replies(library)) is is_told
