from __future__ import annotations

import json
import subprocess

import pytest

from tests.commands.conftest import SOURCE, environment

HIT = {
    "id": str,
    "title": str,
    "group": str,
    "code": str,
    "body": str,
    "field": str,
    "kind": str,
    "score": float,
    "title_spans": list,
    "body_spans": list,
}
FIELDS = {"code", "title", "tags", "group", "body"}
KINDS = {"literal", "pinyin", "fuzzy", "relevance"}


def test_an_answer_has_the_shape_of_the_contract(desk):
    for query in ("th", "退货", "wuliu", "tuihuoo", "衣服颜色跟图片不一样能退吗", ""):
        answer = desk("search", query, "--json").object
        assert answer["query"] == query
        assert isinstance(answer["took_ms"], float)
        for hit in answer["hits"]:
            assert {key: type(hit[key]) for key in HIT} == HIT
            assert hit["field"] in FIELDS
            assert hit["kind"] in KINDS


def test_spans_are_half_open_ranges_of_code_points(desk, library):
    (hit,) = desk("search", "在的", "--library", library, "--json").object["hits"]
    assert hit["body_spans"] == [[2, 4]]
    (hit,) = desk("search", "dj", "--library", library, "--json").object["hits"] or [None]
    assert hit is None or hit["kind"] == "pinyin"


def test_words_of_a_query_need_no_quotes(desk):
    assert desk("search", "退货", "地址", "--json").object["query"] == "退货 地址"


def test_people_get_two_lines_per_hit(desk, library):
    answer = desk("search", "duojiudao", "--library", library)
    assert answer.text == (
        "1\twl1\t多久到\t物流\n\t亲，{快递公司}从{发货城市}到{收货城市}要{预计天数}。\n"
    )


def test_at_most_limit_hits(desk):
    assert len(desk("search", "", "--json").object["hits"]) == 20
    for limit in (1, 7, 10**30):
        hits = desk("search", "", "--limit", str(limit), "--json").object["hits"]
        assert len(hits) == min(limit, len(hits))
        assert len(hits) > 20 or len(hits) == limit


@pytest.mark.parametrize("query", ["zzqqxx", "\udcff\udcfe", "鼎" * 30_000, "%1%2"], ids=len)
def test_nothing_found_is_a_no(desk, library, query):
    answer = desk("search", "--library", library, "--", query)
    assert (answer.status, answer.out) == (1, b"")
    assert "没有找到" in answer.told
    answer = desk("search", "--library", library, "--json", "--", query)
    assert answer.status == 1
    assert (answer.object["query"], answer.object["hits"]) == (query, [])


def test_every_line_of_input_gets_one_answer_in_order(desk):
    lines = [b"th", b"", b"  ", b" th ", b"\xff\xfe\xe9\x80\x80", "话\u2028术\x85".encode(), b"--"]
    answer = desk("search", "-", "--json", "--limit", "1", stdin=b"\n".join([*lines, b"last"]))
    queries = [one["query"].encode("utf-8", "surrogateescape") for one in answer.objects]
    assert queries == [*lines, b"last"]
    assert answer.status == 0


def test_a_windows_line_end_is_no_part_of_a_query(desk):
    answer = desk("search", "-", "--json", stdin=b"th\r\n\r\n")
    assert [one["query"] for one in answer.objects] == ["th", ""]


def test_two_thousand_lines_are_answered(desk):
    lines = ["th", "退货", "wuliu", "衣服颜色不一样能退吗", "zzqqxx"] * 400
    answer = desk("search", "-", "--json", "--limit", "1", stdin="\n".join(lines).encode())
    assert [one["query"] for one in answer.objects] == lines


def test_no_line_gets_no_answer(desk):
    answer = desk("search", "-", "--json")
    assert (answer.status, answer.out) == (1, b"")


def test_closed_input_holds_no_line(desk):
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *desk.command("search", "-", "--json")]
    done = subprocess.run(
        closed, cwd=SOURCE, env=environment(desk.home), capture_output=True, timeout=20, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_a_library_from_a_file_is_searched_and_not_stored(own_desk, library):
    answer = own_desk("search", "多久到", "--library", library, "--json")
    assert [hit["id"] for hit in answer.object["hits"]] == ["t-eta"]
    assert own_desk("search", "t-eta").status == 1
    ids = [hit["id"] for hit in own_desk("search", "", "--json").object["hits"]]
    assert ids
    assert "t-eta" not in ids


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"\xff\x00\xfe", ""),
        (b"", ""),
        (b'{"format": "csdesk"', ""),
        (b"[]", ""),
        (b'{"format": "csdesk", "format_version": 99}', ""),
        (None, "templates[1].title"),
    ],
    ids=["no text", "empty", "cut off", "a list", "newer", "a wrong type"],
)
def test_a_broken_library_is_refused_with_its_place(desk, library, tmp_path, content, place):
    if content is None:
        with open(library, encoding="utf-8") as good:  # noqa: PTH123 - a name from the fixture
            broken = json.load(good)
        broken["templates"][1]["title"] = 7
        content = json.dumps(broken).encode()
    file = tmp_path / "坏.csdesk"
    file.write_bytes(content)
    answer = desk("search", "th", "--library", str(file))
    assert (answer.status, answer.out) == (3, b"")
    assert str(file) in answer.told
    assert place in answer.told


@pytest.mark.parametrize("name", ["没有.csdesk", ".", "\udcff"])
def test_a_missing_library_or_a_folder_is_refused(desk, tmp_path, name):
    answer = desk("search", "th", "--library", str(tmp_path / name))
    assert (answer.status, answer.out) == (3, b"")
    assert str(tmp_path / name) in answer.told
