"""``cs-desk index``, and the commands that use what it keeps."""

from __future__ import annotations

import subprocess
from contextlib import suppress

import pytest

from cs_desk.data_folder import DataFolder
from cs_desk.desktop.clock import SystemClock
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from tests.commands.conftest import CommandLine

QUERIES = "退货\nth\nwuliu\ntuihuoo\n衣服颜色跟图片不一样能退吗\n".encode()


def files(desk):
    return sorted((desk.data / "search").iterdir())


def hits(answer):
    return [one["hits"] for one in answer.objects]


def test_a_fresh_folder_gets_the_index_of_the_starter_library(own_desk):
    answer = own_desk("index")
    assert (answer.status, answer.told) == (0, "")
    stored = len(own_desk("search", "", "--limit", "9999", "--json").object["hits"])
    assert answer.text == f"已为 {stored} 条话术建好搜索索引\n"
    assert len(files(own_desk)) == 1


def test_it_answers_in_english(own_desk):
    assert "search index" in own_desk("--lang", "en", "index").text


def test_what_is_kept_of_a_fresh_folder_is_of_its_stored_library(own_desk):
    names = []
    for _ in range(2):
        own_desk("index")
        (file,) = files(own_desk)
        names.append(file.stem.split("-"))
    assert names == [[names[0][0], "1"], [names[0][0], "2"]]


def test_a_search_uses_what_is_kept(own_desk):
    own_desk("index")
    (file,) = files(own_desk)
    before = file.stat()
    assert own_desk("search", "退货").status == 0
    assert files(own_desk) == [file]
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def damaged(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def stale(file):
    """What another library's index would be."""
    file.rename(file.with_name("0" * 32 + ".index"))


DAMAGES = {
    "gone": lambda file: file.unlink(),
    "damaged": damaged,
    "empty": lambda file: file.write_bytes(b""),
    "stale": stale,
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_search_is_right_whatever_became_of_the_file(own_desk, desk, damage):
    own_desk("index")
    damage(files(own_desk)[0])
    answer, as_ever = (one("search", "-", "--json", stdin=QUERIES) for one in (own_desk, desk))
    assert hits(answer) == hits(as_ever)
    assert (answer.status, answer.told) == (0, "")


def test_a_library_that_is_only_visited_is_not_kept(own_desk, library):
    own_desk("index")
    kept = files(own_desk)
    assert own_desk("search", "多久到", "--library", library).status == 0
    assert files(own_desk) == kept


def test_a_place_that_cannot_be_written_is_told(own_desk):
    own_desk("shop", "set", "云朵家")
    (own_desk.data / "search").write_bytes(b"")
    answer = own_desk("index")
    assert (answer.status, answer.out) == (3, b"")
    assert answer.told.strip()
    assert own_desk("search", "th").status == 0


def test_a_read_only_disk_keeps_nothing_new_and_uses_what_it_has(small_disk, tmp_path, desk):
    own = CommandLine(tmp_path, small_disk / "data")
    own("index")
    kept = files(own)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    answer = own("index")
    assert (answer.status, answer.out) == (3, b"")
    assert "只读" in answer.told
    assert files(own) == kept
    answer, as_ever = (one("search", "-", "--json", stdin=QUERIES) for one in (own, desk))
    assert hits(answer) == hits(as_ever)


def test_a_full_disk_is_told_and_nothing_half_written_is_left(small_disk, tmp_path):
    own = CommandLine(tmp_path, small_disk / "data")
    own("index")
    kept = files(own)
    with suppress(OSError), (small_disk / "filling").open("wb", buffering=0) as filling:
        while filling.write(b"x" * 4096):
            pass
    answer = own("index")
    assert (answer.status, answer.out) == (3, b"")
    assert "磁盘已满" in answer.told
    assert files(own) == kept


@pytest.fixture
def large(own_desk):
    """A desk of 1,500 replies."""
    replies = tuple(ReplyTemplate(f"t{n}", f"退货{n:04}", "好" * 50) for n in range(1500))
    data = DataFolder(own_desk.data, "阿宽", SystemClock())
    with data.open() as opened:
        opened.library.replace(TemplateLibrary("lib", "大库", replies))
    return own_desk, data


def test_who_writes_meanwhile_is_not_kept_waiting(large):
    desk, data = large
    indexing = desk.start("index", stdout=subprocess.PIPE)
    written = 0
    # As patient as a window is; longer, and it would raise DeskBusyError.
    with data.open(busy_timeout_s=0.5) as opened:
        while indexing.poll() is None:
            opened.settings.change(tone=("正式", "亲切")[written % 2])
            written += 1
    assert (indexing.returncode, indexing.communicate()[0].decode()) == (
        0,
        "已为 1500 条话术建好搜索索引\n",
    )
    assert written > 1


def test_a_store_that_somebody_writes_is_indexed_all_the_same(large):
    desk, data = large
    with data.open() as opened, opened.database.transaction():
        opened.database.table("setting").insert({"n": 1})
        answer = desk("index")
    assert (answer.status, answer.told) == (0, "")
    assert len(files(desk)) == 1
