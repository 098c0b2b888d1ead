from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.errors import NewerFormatError
from cs_desk.domain.library.incoming import RuleDocument
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.exchange.library.csdesk import content_hash, decode_library, encode_library
from cs_desk.exchange.places import decode_zones, read_zones
from cs_desk.exchange.returns.checklist_file import read_checklist

RESOURCES = Path(__file__).parents[3] / "resources"
ZONES = RESOURCES / "rules" / "delivery_zones.json"
LIBRARY = TemplateLibrary("lib", "话术", (ReplyTemplate("1", "问候", "您好"),))
CHECKLIST = read_checklist(RESOURCES / "checklist" / "returns.json")
COMPLIANCE = RESOURCES / "rules" / "compliance.json"
ENCLOSED = Enclosed(
    CHECKLIST,
    (
        RuleDocument("delivery_zones", ZONES.read_bytes()),
        RuleDocument("compliance", COMPLIANCE.read_bytes()),
    ),
)
CHANGED = ("sha256", "内容和文件里写的校验值对不上，可能被改过")


def decode(data):
    return decode_library(data, "话术.csdesk")


def changed(data, **changes):
    return json.dumps(json.loads(data) | changes).encode()


def told(remarks):
    return [(str(remark.where), str(remark.reason)) for remark in remarks]


def test_the_hash_is_that_of_the_canonical_json():
    canonical = (
        '{"format":"csdesk","format_version":1,"library":{"id":"lib","name":"\\u8bdd\\u672f"},'
        '"templates":[{"body":"\\u60a8\\u597d","id":"1","title":"\\u95ee\\u5019"}]}'
    )
    assert content_hash(LIBRARY) == hashlib.sha256(canonical.encode()).hexdigest()


def test_a_file_tells_the_hash_of_its_content_and_what_it_was_made_from():
    data = encode_library(LIBRARY, based_on="ab12")
    incoming = decode(data)
    assert incoming.stated_sha256 == incoming.sha256 == content_hash(LIBRARY)
    assert (incoming.based_on, incoming.warnings) == ("ab12", ())


def test_what_it_was_made_from_is_no_content():
    first, second = encode_library(LIBRARY, based_on="ab12"), encode_library(LIBRARY)
    assert json.loads(first)["sha256"] == json.loads(second)["sha256"]


@pytest.mark.parametrize(
    "other", [replace(LIBRARY, notes="新"), replace(LIBRARY, extra='{"library":{"x":1}}')]
)
def test_other_content_has_another_hash(other):
    assert content_hash(other) != content_hash(LIBRARY)


def test_what_travels_along_is_content():
    assert content_hash(LIBRARY, ENCLOSED) != content_hash(LIBRARY)


def test_a_file_that_was_changed_by_hand_is_told_of():
    data = encode_library(LIBRARY)
    incoming = decode(data.replace("您好".encode(), "你好".encode()))
    assert told(incoming.warnings) == [CHANGED]
    assert (incoming.stated_sha256, incoming.sha256) == (
        content_hash(LIBRARY),
        content_hash(incoming.library),
    )


@pytest.mark.parametrize("stated", ["", None])
def test_a_file_without_a_hash_is_not_suspected(stated):
    content = json.loads(encode_library(LIBRARY))
    content.pop("sha256")
    data = json.dumps(content if stated is None else content | {"sha256": stated}).encode()
    assert decode(data).warnings == ()


def test_another_layout_is_no_change():
    content = json.loads(encode_library(LIBRARY))
    assert decode(json.dumps(dict(reversed(content.items()))).encode()).warnings == ()


def test_a_hash_in_capitals_is_the_same():
    data = encode_library(LIBRARY)
    upper = changed(data, sha256=json.loads(data)["sha256"].upper())
    assert decode(upper).warnings == ()


def test_the_starter_library_is_not_suspected():
    data = (RESOURCES / "library" / "starter.csdesk").read_bytes()
    assert decode(data).warnings == ()


def test_a_hidden_change_of_direction_is_told_with_its_place():
    template = {"id": "1", "title": "退\u202e款", "body": "您好", "tags": ["急", "\u200f快"]}
    incoming = decode(changed(encode_library(LIBRARY), sha256="", templates=[template]))
    reason = "含有改变文字方向的隐藏字符，已去掉"
    assert told(incoming.warnings) == [
        ("templates[0].title", reason),
        ("templates[0].tags[1]", reason),
    ]


def test_replies_may_share_their_title_and_code_but_that_is_told():
    twin = {"id": "2", "title": "问候", "body": "再会", "code": "WH"}
    first = {"id": "1", "title": "问候", "body": "您好", "code": "wh"}
    incoming = decode(changed(encode_library(LIBRARY), sha256="", templates=[first, twin]))
    assert [template.code for template in incoming.library.templates] == ["wh", "WH"]
    assert told(incoming.warnings) == [
        ("templates[1].title", "标题「问候」重复，前面已经有一个"),
        ("templates[1].code", "编码「wh」重复，前面已经有一个"),
    ]


def test_the_checklist_and_rules_travel_along():
    incoming = decode(encode_library(LIBRARY, ENCLOSED))
    assert incoming.checklist == CHECKLIST
    zones, compliance = incoming.rules
    assert (zones.name, compliance.name) == ("delivery_zones", "compliance")
    assert decode_zones(zones.content, "") == read_zones(ZONES)
    assert json.loads(compliance.content) == json.loads(COMPLIANCE.read_bytes())
    assert incoming.sha256 == incoming.stated_sha256


def test_rules_of_a_newer_program_are_handed_on():
    data = changed(encode_library(LIBRARY, ENCLOSED), sha256="")
    rules = json.loads(data)["rules"] | {"weather": {"rain": True}}
    incoming = decode(changed(data, rules=rules))
    assert [each.name for each in incoming.rules] == ["delivery_zones", "compliance"]
    again = encode_library(incoming.library, Enclosed(rules=incoming.rules))
    assert json.loads(again)["rules"] == rules


@pytest.mark.parametrize(
    ("enclosure", "where"),
    [
        ({"rules": {"delivery_zones": {"format": 2}}}, "rules.delivery_zones"),
        ({"rules": {"compliance": {"format": 2}}}, "rules.compliance"),
        ({"checklist": {"format": "csdesk-checklist", "format_version": 2}}, "checklist"),
    ],
)
def test_what_only_a_newer_program_understands_says_so(enclosure, where):
    with pytest.raises(NewerFormatError) as refusal:
        decode(changed(encode_library(LIBRARY), **enclosure))
    assert refusal.value.where == where
