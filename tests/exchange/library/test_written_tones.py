from __future__ import annotations

from cs_desk.domain.template import ReplyTemplate, TemplateLibrary, ToneVariant
from cs_desk.exchange.library.written_tones import single_tones

PLAIN = ReplyTemplate("1", "问候", "您好", code="nh")
TONED = ReplyTemplate(
    "2",
    "道歉",
    "抱歉哦",
    code="dq",
    tone="亲切",
    tones=(ToneVariant("正式", "致歉"), ToneVariant("安抚", "您别急")),
)


def singles(*templates):
    return list(single_tones(TemplateLibrary("lib", "话术", templates=templates)))


def test_a_reply_of_one_tone_loses_nothing():
    (single,) = singles(PLAIN)
    assert single.template == PLAIN
    assert single.lost == ()


def test_every_tone_becomes_a_reply_behind_the_first():
    templates = [single.template for single in singles(TONED, PLAIN)]
    assert [(t.title, t.code, t.body) for t in templates] == [
        ("道歉", "dq", "抱歉哦"),
        ("道歉（正式）", "", "致歉"),
        ("道歉（安抚）", "", "您别急"),
        ("问候", "nh", "您好"),
    ]
    assert not any(t.tone or t.tones for t in templates)


def test_it_is_told_once_for_each_reply():
    told = [str(told) for single in singles(TONED) for told in single.lost]
    assert told == ["语气「正式、安抚」写成了单独的话术，没有编码"]


def test_the_name_of_a_lone_tone_is_told_as_lost():
    (single,) = singles(ReplyTemplate("3", "谢谢", "感谢", tone="亲切"))
    assert [str(told) for told in single.lost] == ["语气「亲切」没有写入"]


def test_identities_differ_and_stay_the_same():
    ids = [single.template.id for single in singles(TONED)]
    assert len(set(ids)) == 3
    assert ids == [single.template.id for single in singles(TONED)]
