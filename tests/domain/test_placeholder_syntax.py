from __future__ import annotations

import pytest

from cs_desk.domain.placeholder_syntax import DiagnosisKind, Severity, diagnose, field_names
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

DEFINED = ("城市", "收货城市", "快递公司", "买家昵称")


def library(**bodies):
    templates = tuple(ReplyTemplate(t, t, b) for t, b in bodies.items())
    return TemplateLibrary("lib", "库", templates, tuple(Placeholder(name) for name in DEFINED))


def found(body, **bodies):
    return [(d.kind.value, body[d.start : d.end]) for d in diagnose(body, library(**bodies))]


def test_a_sound_body_has_no_diagnosis():
    assert found("{城市}{片段:甲}{日期}{光标}{剪贴板}", 甲="{快递公司}") == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("成市", "城市"),
        ("快递", "快递公司"),
        ("卖家昵称", "买家昵称"),
        ("zzz", ""),
        ("长" * 50, ""),
    ],
)
def test_an_unknown_name_is_a_warning_with_the_closest_known_one(name, meant):
    (diagnosis,) = diagnose(f"亲{{{name}}}", library())
    assert (diagnosis.kind, diagnosis.severity) == (DiagnosisKind.UNKNOWN_NAME, Severity.WARN)
    assert (diagnosis.subject, diagnosis.suggestion) == (name, meant)


@pytest.mark.parametrize("body", ["{某名:默认}", "{某名|甲|乙}"])
def test_an_unknown_name_is_warned_about_even_with_a_default(body):
    assert found(body) == [("unknown_name", body)]


def test_unknown_names_of_an_included_template_are_its_own_matter():
    assert found("{片段:甲}", 甲="{某名}") == []


def test_diagnoses_come_in_the_order_of_their_places():
    kinds = [kind for kind, _ in found("{某名}{片段:无}}{日期+x}")]
    assert kinds == ["unknown_name", "include_missing", "stray_close", "bad_offset"]


@pytest.mark.parametrize(
    ("kind", "severity"),
    [("unclosed", "info"), ("full_width_braces", "warn"), ("include_cycle", "error")],
)
def test_a_kind_tells_how_bad_it_is(kind, severity):
    bodies = {"unclosed": "{", "full_width_braces": "｛甲｝", "include_cycle": "{片段:环}"}
    (diagnosis,) = diagnose(bodies[kind], library(环="{片段:环} "))
    assert (diagnosis.kind, diagnosis.severity) == (kind, severity)


def test_field_names_follow_includes_in_order_of_first_use():
    names = field_names(
        "{城市}{片段:甲}{快递公司:圆通}{日期}{剪贴板}", library(甲="{买家昵称}{城市}")
    )
    assert names == ("城市", "买家昵称", "快递公司")


def test_a_hostile_number_of_unknown_names_is_diagnosed_without_suggesting_for_all():
    body = "".join(f"{{城{chr(0x4E00 + n)}}}" for n in range(1_500))
    suggested = [d for d in diagnose(body, library()) if d.suggestion]
    assert 0 < len(suggested) <= 10
