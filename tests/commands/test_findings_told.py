"""Findings in words."""

from __future__ import annotations

import json

import pytest

from cs_desk import paths
from cs_desk.commands.findings_told import finding_in_words
from cs_desk.domain.compliance import Finding, Severity


def told(category, name):
    found = Finding(category, Severity.WARN, 0, 1, "最", "原因", "依据")
    return finding_in_words(found, name, lambda text: f"<{text}>").split("\n")[0]


def names():
    file = paths.resources() / "rules" / "compliance.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    return [(each["id"], each["name"]) for each in content["categories"]]


@pytest.mark.parametrize(("category", "name"), [*names(), ("L15", "")])
def test_the_names_of_the_categories_are_translated(category, name):
    assert f" {category} <{name or '群发的营销话术'}> " in told(category, name)


def test_a_name_that_a_supervisor_gave_stays_as_it_is():
    assert " L15 店规 " in told("L15", "店规")
