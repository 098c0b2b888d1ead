"""Tones that are being written."""

from __future__ import annotations

from cs_desk.domain.template import ReplyTemplate, ToneVariant
from cs_desk.ui.library.tones import Tones

PLAIN = ReplyTemplate("t", "标题", "好的")
TONED = ReplyTemplate("t", "标题", "好的", tone="亲切", tones=(ToneVariant("正式", "您好"),))


def test_tones_that_were_not_edited_leave_the_reply_as_it_is():
    assert Tones.of(TONED).applied_to(TONED) == TONED
    assert Tones.of(PLAIN).applied_to(PLAIN) == PLAIN


def test_the_first_tone_is_the_replys_own():
    changed = Tones.of(TONED).with_body(0, "好").with_body(1, "您好啊").applied_to(TONED)
    assert (changed.body, changed.tones) == ("好", (ToneVariant("正式", "您好啊"),))


def test_one_more_tone_gets_a_name_that_is_free_and_names_the_first_one():
    added = Tones.of(PLAIN).with_one_more("好的", "语气").applied_to(PLAIN)
    assert (added.tone, added.tones) == ("亲切", (ToneVariant("安抚", "好的"),))


def test_a_tone_beyond_the_usual_ones_is_numbered():
    tones = Tones.of(PLAIN)
    for _ in range(4):
        tones = tones.with_one_more("好的", "语气")
    assert [v.tone for v in tones.variants] == ["亲切", "安抚", "正式", "语气 2", "语气 3"]


def test_after_the_first_tone_goes_the_next_one_is_the_replys_own():
    left = Tones.of(TONED).without(0).applied_to(TONED)
    assert (left.tone, left.body, left.tones) == ("正式", "您好", ())


def test_several_tones_need_names_of_their_own():
    assert Tones.of(PLAIN).has_clear_names()
    assert Tones.of(TONED).has_clear_names()
    assert not Tones.of(TONED).with_name(1, "亲切").has_clear_names()
    assert not Tones.of(TONED).with_name(1, "").has_clear_names()
