"""Files of other people, merged with the stored replies."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import LIBRARY, SOURCE

SAMPLES = SOURCE / "tests" / "data" / "formats"
QIANNIU = (
    "快捷短语编码,快捷短语,快捷短语分组\r\n"
    'yzj,"亲，羊毛混纺的含量看吊牌哦。\r\n洗护请看水洗标。",售前\r\n'
    '"\t4210000000000000001","订单已经看到了，稍等。",\r\n'
    ",亲，客服小满为您服务。,问候\r\n"
)
SHAPE = {
    "file": str,
    "format": str,
    "encoding": str,
    "new": int,
    "changed": int,
    "same": int,
    "clashing": int,
    "placeholders": dict,
    "skipped": list,
    "lost": list,
    "warnings": list,
    "applied": bool,
}


def counts(answer):
    return [answer.object[kind] for kind in ("new", "changed", "same", "clashing")]


@pytest.fixture
def qianniu(tmp_path):
    file = tmp_path / "千牛.csv"
    file.write_bytes(QIANNIU.encode("gb18030"))
    return file


@pytest.fixture
def edited(qianniu):
    """Edits the file's first reply, as a spreadsheet would."""

    def edit(text):
        file = qianniu.with_name("改过.csv")
        file.write_bytes(QIANNIU.replace("羊毛混纺的含量看吊牌哦。", text).encode("gb18030"))
        return file

    return edit


def body_of(desk, code):
    return desk("search", code, "--json").object["hits"][0]["body"]


def test_an_answer_has_the_shape_of_the_contract(own_desk, qianniu):
    answer = own_desk("import", qianniu, "--json")
    told = answer.object
    assert answer.status == 0
    assert {key: type(told[key]) for key in SHAPE} == SHAPE
    assert (told["format"], told["encoding"], told["applied"]) == ("qianniu", "gb18030", True)
    assert counts(answer) == [3, 0, 0, 0]
    assert body_of(own_desk, "yzj") == "亲，羊毛混纺的含量看吊牌哦。\n洗护请看水洗标。"
    assert own_desk("search", "4210000000000000001", "--json").object["hits"][0]["title"]


def test_the_same_file_again_changes_nothing(own_desk, qianniu):
    own_desk("import", qianniu)
    backups = own_desk("backup", "--list").text
    assert counts(own_desk("import", qianniu, "--json")) == [0, 0, 3, 0]
    assert own_desk("backup", "--list").text == backups


def test_an_edited_file_changes_what_was_not_edited_here(own_desk, qianniu, edited):
    own_desk("import", qianniu)
    assert counts(own_desk("import", edited("纯棉。"), "--json")) == [0, 1, 2, 0]
    assert body_of(own_desk, "yzj").startswith("亲，纯棉。")


def test_a_backup_is_made_before(own_desk, qianniu):
    own_desk("import", qianniu)
    assert "import" in own_desk("backup", "--list", "--json").text


@pytest.mark.parametrize(
    ("choice", "bodies"),
    [
        (["--on-clash", "keep"], {"甲"}),
        ([], {"甲"}),
        (["--on-clash", "replace"], {"乙"}),
        (["--on-clash", "both"], {"甲", "乙"}),
    ],
)
def test_a_clash_is_settled_as_asked(own_desk, tmp_path, choice, bodies):
    for name, body in (("一", "甲"), ("二", "乙")):
        file = tmp_path / f"{name}.json"
        entry = {"id": name, "name": "同一条", "abbr": "tyt", "body": body}
        file.write_text(json.dumps([entry]), encoding="utf-8")
    own_desk("import", tmp_path / "一.json", "--format", "quicktext")
    library = tmp_path / "二.csv"
    library.write_text("编码,标题,内容\ntyt,同一条,乙\n", encoding="utf-8")
    assert counts(own_desk("import", library, *choice, "--json")) == [0, 0, 0, 1]
    hits = own_desk("search", "同一条", "--json").object["hits"]
    assert {hit["body"] for hit in hits} == bodies
    assert len({hit["code"] for hit in hits}) == len(bodies)


def test_a_dry_run_applies_nothing(own_desk, qianniu):
    answer = own_desk("import", qianniu, "--dry-run", "--json")
    assert (counts(answer), answer.object["applied"]) == ([3, 0, 0, 0], False)
    assert counts(own_desk("import", qianniu, "--json")) == [3, 0, 0, 0]


def test_a_bad_file_leaves_everything_as_it_was(own_desk, qianniu, tmp_path):
    broken = tmp_path / "坏的.csdesk"
    broken.write_text('{"format": "csdesk", "format_version": 1, "library": {', encoding="utf-8")
    for bad in (tmp_path / "没有.csv", tmp_path, broken):
        answer = own_desk("import", qianniu, bad, "--json")
        assert (answer.status, answer.out) == (3, b"")
        assert bad.name in answer.told
    assert counts(own_desk("import", qianniu, "--dry-run", "--json")) == [3, 0, 0, 0]


def test_what_could_not_be_imported_is_told_with_its_place(own_desk, tmp_path):
    file = tmp_path / "表.csv"
    file.write_text("编码,标题,内容\na1,有内容,好的\na2,没内容,\n", encoding="utf-8")
    answer = own_desk("import", file, "--json")
    assert answer.status == 1
    (skipped,) = answer.object["skipped"]
    assert "3" in skipped["where"]
    told = own_desk("import", file, "--lang", "en").told
    assert "a2" in told or "3" in told


def test_an_older_release_replaces_nothing_of_itself(own_desk, tmp_path):
    releases = {}
    for version, day, body in (("1", "2026-11-01", "旧的说法"), ("2", "2026-11-20", "新的说法")):
        head = {**LIBRARY["library"], "version": version, "released_at": day}
        first, *others = (t for t in LIBRARY["templates"] if t["title"] != "退款金额")
        # The starter library has its own 进店问候.
        first = {**first, "title": "版本问候", "code": "bbwh"}
        templates = [{**first, "body": body, "rev": int(version)}, *others]
        releases[version] = tmp_path / f"v{version}.csdesk"
        content = {**LIBRARY, "library": head, "templates": templates}
        releases[version].write_text(json.dumps(content), encoding="utf-8")
    assert counts(own_desk("import", releases["1"], "--json"))[0] == 2
    assert counts(own_desk("import", releases["2"], "--json")) == [0, 1, 1, 0]
    answer = own_desk("import", releases["1"], "--json")
    assert answer.object["older_than"] == "2"
    assert "旧版" in answer.told
    assert body_of(own_desk, "bbwh") == "新的说法"


@pytest.fixture
def release(tmp_path):
    """Writes a release of one library, by hand, with one reply less if asked."""

    def write(version, body="说法", left_out=(), **parts):
        head = {**LIBRARY["library"], "version": version, "released_at": f"2026-11-0{version}"}
        first, *others = LIBRARY["templates"]
        templates = [
            {**first, "title": "版本问候", "code": "bbwh", "body": body},
            *(t for t in others if t["title"] not in left_out),
        ]
        file = tmp_path / f"v{version}.csdesk"
        content = {**LIBRARY, "library": head, "templates": templates, **parts}
        file.write_text(json.dumps(content), encoding="utf-8")
        return file

    return write


def test_what_becomes_of_replies_and_definitions_is_told(own_desk, release):
    named = {"name": "款式", "type": "text", "source": "buyer"}
    own_desk("import", release("1", placeholders=[named]))
    file = release(
        "2",
        "别的",
        left_out=["退款金额"],
        placeholders=[{**named, "default": "新款"}, {**named, "name": "颜色名"}],
    )
    answer = own_desk("import", file, "--dry-run", "--json")
    assert answer.object["placeholders"] == {"new": 1, "changed": 1, "clashing": 0}
    answer = own_desk("import", file)
    assert "新版里没有 1（都留着）" in answer.text
    assert "占位符定义：新增 1，改动 1，保留自己的 0" in answer.told
    assert "有改动 · 版本问候" in answer.told
    assert "移走 1" in own_desk("import", file, "--remove").text


def test_a_checklist_of_an_older_release_is_left_alone_unless_it_is_to_replace_ours(
    own_desk, release, tmp_path
):
    own_desk("import", release("2"))
    own_desk("export", tmp_path / "out.csdesk", "--with-checklist")
    checklist = json.loads((tmp_path / "out.csdesk").read_text("utf-8"))["checklist"]
    older = release("1", checklist={**checklist, "version": "old"})
    backups = own_desk("backup", "--list").text
    assert "没有用" in own_desk("import", older, "--with-checklist").told
    assert own_desk("backup", "--list").text == backups
    answer = own_desk("import", older, "--with-checklist", "--on-clash", "replace")
    assert "没有用" not in answer.told
    assert own_desk("backup", "--list").text != backups


def test_every_sample_is_read_as_what_it_is(own_desk):
    samples = {
        "qianniu.csv": "qianniu",
        "qianniu_cousin.csv": "qianniu",
        "team.xlsx": "xlsx",
        "team.csv": "csv",
        "espanso.yml": "espanso",
        "quicktext.json": "quicktext",
        "beeftext.json": "beeftext",
        "textexpander.csv": "textexpander",
    }
    answer = own_desk("import", *(SAMPLES / name for name in samples), "--dry-run", "--json")
    assert [told["format"] for told in answer.objects] == list(samples.values())
    assert all(told["new"] + told["clashing"] >= 4 for told in answer.objects)


@pytest.mark.parametrize(("name", "status"), [("nope", 2), ("", 2), ("GBK", 0), ("UTF8", 3)])
def test_an_encoding_goes_by_any_of_its_names(own_desk, tmp_path, name, status):
    file = tmp_path / "a.csv"
    file.write_bytes("编码,内容\nwl,您的包裹已经发出\n".encode("gb18030"))
    answer = own_desk("import", file, "--encoding", name, "--dry-run")
    assert answer.status == status
    assert ("gb18030" in answer.told) is (status == 2)
