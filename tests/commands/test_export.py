"""The stored replies as files for other programs and other people."""

from __future__ import annotations

import json

import pytest

FORMATS = {
    "a.csdesk": "csdesk",
    "a.xlsx": "xlsx",
    "a.csv": "csv",
    "a.yml": "espanso",
    "a.json": "quicktext",
}


def counts(answer):
    return [answer.object[kind] for kind in ("new", "changed", "same", "clashing")]


@pytest.mark.parametrize(("name", "form"), FORMATS.items())
def test_what_was_exported_is_imported_as_the_same(own_desk, tmp_path, name, form):
    answer = own_desk("export", tmp_path / name, "--json")
    assert (answer.status, answer.object["format"]) == (0, form)
    again = own_desk("import", tmp_path / name, "--json")
    assert again.object["format"] == form
    new, changed, _same, clashing = counts(again)
    assert (changed, clashing) == (0, 0)
    # What holds no tones unfolds them into replies of their own.
    assert new == 0 or form in ("quicktext", "espanso")


def test_a_group_can_be_exported_by_itself(own_desk, tmp_path):
    groups = {h["group"] for h in own_desk("search", "", "--limit", "500", "--json").object["hits"]}
    chosen = sorted(groups)[0].split("/")[0]
    answer = own_desk("export", tmp_path / "g.csdesk", "--group", chosen, "--json")
    exported = json.loads((tmp_path / "g.csdesk").read_text(encoding="utf-8"))
    assert 0 < answer.object["templates"] == len(exported["templates"])
    assert {t["group"].split("/")[0] for t in exported["templates"]} == {chosen}
    nothing = own_desk("export", tmp_path / "n.csv", "--group", "没有这个分组")
    assert nothing.status == 3
    assert "没有这个分组" in nothing.told


def test_an_edited_export_comes_back_as_changed(own_desk, tmp_path):
    file = tmp_path / "改.csdesk"
    own_desk("export", file)
    content = json.loads(file.read_text(encoding="utf-8"))
    content["templates"][0]["body"] = "主管改过的话。"
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    answer = own_desk("import", file, "--json")
    assert counts(answer)[:2] == [0, 1]
    assert answer.object["warnings"]


def test_the_checklist_and_the_rules_travel_if_chosen(own_desk, tmp_path):
    plain, full = tmp_path / "p.csdesk", tmp_path / "f.csdesk"
    own_desk("export", plain)
    own_desk("export", full, "--with-checklist", "--with-rules")
    keys = [json.loads(file.read_text(encoding="utf-8")).keys() for file in (plain, full)]
    assert keys[1] - keys[0] == {"checklist", "rules"}
    used = own_desk("import", full, "--with-checklist", "--with-rules", "--json")
    assert (used.status, counts(used)[:2]) == (0, [0, 0])


@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_a_suffix_that_is_no_format_is_wrong_usage(own_desk, tmp_path, name):
    answer = own_desk("export", tmp_path / name)
    assert answer.status == 2
    assert ".csdesk" in answer.told
    assert not (tmp_path / name).exists()


def test_the_desks_own_store_is_never_written_over(own_desk):
    own_desk("shop", "list")
    (store,) = own_desk.data.glob("*.db")
    before = store.read_bytes()
    assert own_desk("export", store, "--format", "csv").status == 3
    assert store.read_bytes() == before


def test_what_cannot_be_written_is_told(own_desk, tmp_path):
    answer = own_desk("export", tmp_path / "没有" / "a.csv")
    assert answer.status == 3
    assert f"没有文件夹「{tmp_path / '没有'}」，请先建好" in answer.told
    assert "磁盘空间" not in answer.told


def test_what_is_lost_is_told_in_a_few_lines_and_the_replies_counted(own_desk, tmp_path):
    for name, rows in (("a.json", True), ("a.yml", True), ("a.xlsx", True), ("a.csdesk", False)):
        answer = own_desk("export", tmp_path / name)
        kept = json.loads((tmp_path / "a.csdesk").read_text(encoding="utf-8")) if not rows else {}
        assert len(answer.told.splitlines()) < 25
        assert ("文件里共" in answer.told) is rows
    told = own_desk("export", tmp_path / "b.json", "--json").object
    assert told["templates"] == len(kept["templates"])
    tones = sum(len(each.get("tones", ())) for each in kept["templates"])
    assert told["rows"] == told["templates"] + tones
