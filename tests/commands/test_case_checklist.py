"""The checklist of return cases as a file that a supervisor edits."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import CASE


@pytest.fixture
def exported(cases, tmp_path):
    file = tmp_path / "清单.json"
    assert cases.desk("case", "checklist", "export", str(file)).text == f"{file}\n"
    return file


def test_what_was_exported_and_edited_is_what_new_cases_begin_with(cases, exported):
    edited = json.loads(exported.read_text(encoding="utf-8"))
    edited["steps"][0]["checks"][0]["title"] = "问清原因"
    exported.write_text(json.dumps(edited, ensure_ascii=False), encoding="utf-8")
    used = cases.desk("case", "checklist", "import", str(exported))
    assert (used.status, used.text) == (0, f"{edited['version']}+1\n")
    assert cases.new()["steps"][0]["checks"][0]["title"] == "问清原因"
    before = cases.shown(CASE)
    assert before["checklist"] == edited["version"]
    moved = cases("move-on", CASE, "--json").object
    assert moved["steps"][0]["checks"][0]["title"] == "问清原因"
    assert cases.desk("case", "checklist", "reset").text == f"{edited['version']}\n"
    assert cases.new()["checklist"] == edited["version"]


def test_what_was_not_edited_changes_nothing(cases, exported):
    version = cases.desk("case", "checklist", "import", str(exported)).text
    assert version == f"{cases.shown(CASE)['checklist']}\n"


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda text: text[:-20], "清单.json"),
        (lambda text: text.replace('"conditions"', '"begin"', 1), "steps[0]"),
        (lambda text: text.replace('"steps"', '"stairs"', 1), "清单.json"),
    ],
)
def test_a_faulty_file_is_told_with_its_place_and_not_used(cases, exported, damage, told):
    exported.write_text(damage(exported.read_text(encoding="utf-8")), encoding="utf-8")
    answer = cases.desk("case", "checklist", "import", str(exported))
    assert (answer.status, answer.out) == (3, b"")
    assert told in answer.told


def test_a_missing_file_and_another_kind_of_file_are_refused(cases, tmp_path):
    assert cases.desk("case", "checklist", "import", str(tmp_path / "没有.json")).status == 3
    assert cases.desk("case", "checklist", "export", str(tmp_path / "a.txt")).status == 1
    assert not (tmp_path / "a.txt").exists()
