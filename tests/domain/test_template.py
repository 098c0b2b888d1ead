from __future__ import annotations

from dataclasses import replace

import pytest

from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary, ToneVariant

PLAIN = ReplyTemplate("t-plain", "退货", "好的", code="th", group="售后/退货")
TONED = ReplyTemplate(
    "t-toned",
    "还没到",
    "亲，快了",
    code="WL1",
    group="物流/催件",
    tone="亲切",
    tones=(ToneVariant("正式", "您好，快到了。"), ToneVariant("安抚", "别急")),
)
# A title that is another reply's code, and an id that is another's title.
SLY = ReplyTemplate("退货", "th", "狡猾", group="售后")
LIBRARY = TemplateLibrary("lib", "库", (PLAIN, TONED, SLY), (Placeholder("城市"),))


def test_a_reply_in_one_tone_offers_no_choice():
    assert PLAIN.tone_names() == ()


def test_tones_are_offered_in_the_usual_order_and_a_teams_own_behind():
    own = replace(TONED, tone="俏皮", tones=(*TONED.tones, ToneVariant("亲切", "亲")))
    assert TONED.tone_names() == ("亲切", "安抚", "正式")
    assert own.tone_names() == ("亲切", "安抚", "正式", "俏皮")


@pytest.mark.parametrize(
    ("tone", "body"),
    [("正式", "您好，快到了。"), ("亲切", "亲，快了"), ("", "亲，快了"), ("冷", "亲，快了")],
)
def test_a_tone_that_is_not_there_falls_back_to_the_body(tone, body):
    assert TONED.body_in(tone) == body


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("t-toned", TONED),
        ("wl1", TONED),
        ("还没到", TONED),
        ("th", PLAIN),
        ("退货", SLY),
        ("", None),
        ("没有", None),
        ("退", None),
    ],
)
def test_a_reply_is_found_by_id_then_code_then_title(key, found):
    assert LIBRARY.find(key) is found


def test_a_definition_is_found_by_its_name():
    assert LIBRARY.placeholder("城市").name == "城市"
    assert LIBRARY.placeholder("省") is None


def test_top_groups_come_in_the_order_of_their_first_reply():
    assert LIBRARY.group_names() == ("售后", "物流")
