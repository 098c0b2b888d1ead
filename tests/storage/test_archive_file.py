"""The kept index: right, or not there; whatever happened to its file."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import tempfile
import zlib
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import StoreFailedError
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.search.archive import UnfitColumnsError
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.template import ReplyTemplate, ToneVariant
from cs_desk.storage import archive_file
from cs_desk.storage.archive_file import ArchiveFiles

TABLE = (Path(__file__).parents[2] / "resources" / "pinyin" / "readings.txt").read_bytes()
LIBRARY = (
    ReplyTemplate("a", "退货步骤", "点“申请售后”😀。", code="th", group="售后/退货"),
    ReplyTemplate("b", "还没到", "快了", tags=("好慢",), tones=(ToneVariant("正式", "您好"),)),
    ReplyTemplate("c", "İstanbul ﬁt", "长得快 ABC-3", group="售前"),
)
FLIPS = 300

# Each example saves over the last one.
searched = partial(
    settings, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
words = st.text("退货还没到好慢快ab3İﬁ😀 ~", max_size=6)
replies = st.builds(
    ReplyTemplate,
    st.sampled_from("abcdefgh"),
    words,
    words,
    words,
    st.sampled_from(["", "售后", "售后/退货"]),
    st.lists(words, max_size=2).map(tuple),
)
libraries = st.lists(replies, max_size=8, unique_by=lambda reply: reply.id).map(tuple)
usages = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(1, 9), max_size=4)


@pytest.fixture(scope="session")
def readings():
    return Readings.from_bytes(TABLE)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "search"


@pytest.fixture
def archives(folder):
    return ArchiveFiles(folder, lambda: TABLE)


@pytest.fixture(scope="session")
def columns(readings):
    return SearchIndex(LIBRARY, readings, {"b": 2.0}).columns()


@pytest.fixture
def file(archives, folder, columns):
    """The file of a kept index."""
    archives.save(LIBRARY, columns)
    (only,) = folder.iterdir()
    return only


def loaded(archives, library=LIBRARY):
    """Return what is loaded, as bytes of its own; None if nothing is."""
    found = archives.load(library)
    return None if found is None else {name: bytes(column) for name, column in found.items()}


def in_bytes(columns):
    return {name: bytes(column) for name, column in columns.items()}


def shown(index, query):
    """Return all that a hit tells, in the order of the hits."""
    return [
        (h.template, h.kind, h.field, h.score, h.title_spans, h.body_spans, h.tag_spans)
        for h in index.search(query)
    ]


# -- what is kept ----------------------------------------------------------------------------


def test_what_was_saved_is_loaded_column_by_column(archives, file, columns):
    assert loaded(archives) == in_bytes(columns)


def test_an_empty_library_is_kept_too(archives, readings):
    index = SearchIndex((), readings, {})
    archives.save((), index.columns())
    assert loaded(archives, ()) == in_bytes(index.columns())
    assert SearchIndex((), readings, {}, archives.load(())).search("th") == []


@searched(max_examples=60)
@given(libraries, usages, usages, st.lists(replies, max_size=4), words)
def test_a_loaded_index_answers_like_a_fresh_one(
    archives, readings, library, used_then, used_now, edits, query
):
    archives.save(library, SearchIndex(library, readings, used_then).columns())
    fresh = SearchIndex(library, readings, used_now)
    kept = SearchIndex(library, readings, used_now, archives.load(library))
    queries = [query, "th", "haimei", "退货", "tuihou", "", *(reply.title for reply in library)]
    assert [shown(kept, each) for each in queries] == [shown(fresh, each) for each in queries]
    for edited in edits:
        for index in (kept, fresh):
            index.replace(edited)
            index.remove(edited.title or "a")
    assert [shown(kept, each) for each in queries] == [shown(fresh, each) for each in queries]


@searched(max_examples=100)
@given(st.dictionaries(st.text(max_size=9), st.binary(max_size=20), max_size=5))
def test_any_columns_come_back(archives, columns):
    archives.save(LIBRARY, columns)
    assert loaded(archives) == columns


def test_a_checksum_that_ends_in_zeros_is_one_too(archives):
    column = next(n.to_bytes(8, "little") for n in count() if not crc32_of(n) & 0xFFFF)
    archives.save(LIBRARY, {"n": column})
    assert loaded(archives) == {"n": column}


def crc32_of(number):
    return zlib.crc32(number.to_bytes(8, "little"))


# -- what it is of ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        (),
        LIBRARY[:2],
        LIBRARY[::-1],
        (*LIBRARY[:2], replace(LIBRARY[2], rev=2)),
        (*LIBRARY[:2], replace(LIBRARY[2], tags=("x",))),
    ],
    ids=["empty", "shorter", "in another order", "revised", "tagged"],
)
def test_another_library_finds_nothing(archives, file, other):
    assert archives.load(other) is None


def test_another_table_of_readings_finds_nothing(folder, file):
    assert ArchiveFiles(folder, lambda: TABLE + b"\n").load(LIBRARY) is None


@pytest.mark.parametrize(("of", "is_now"), [("_FORMAT", b"other\n"), ("__version__", "9")])
def test_another_format_or_version_finds_nothing(archives, file, monkeypatch, of, is_now):
    monkeypatch.setattr(archive_file, of, is_now)
    assert archives.load(LIBRARY) is None


def test_a_file_of_another_format_by_the_same_name_is_not_read(archives, file):
    file.write_bytes(file.read_bytes().replace(b"index 1", b"index 2"))
    assert archives.load(LIBRARY) is None


# -- damage ----------------------------------------------------------------------------------


def test_a_flipped_bit_is_found_wherever_it_is(archives, file):
    content, chance = file.read_bytes(), random.Random(20261122)
    head = range(600 * 8)
    rest = range(len(content) * 8)
    for bit in (*chance.sample(head, FLIPS // 2), *chance.sample(rest, FLIPS // 2), rest[-1]):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        file.write_bytes(flipped)
        assert archives.load(LIBRARY) is None, bit


def test_a_file_cut_at_any_length_is_found(archives, file):
    content, chance = file.read_bytes(), random.Random(20261122)
    lengths = {*range(50), *chance.sample(range(len(content)), 150), len(content) - 1}
    for length in lengths:
        file.write_bytes(content[:length])
        assert archives.load(LIBRARY) is None, length


DAMAGES = {
    "garbage behind it": lambda content: content + b"x",
    "zeros behind it": lambda content: content + bytes(8),
    "twice": lambda content: content * 2,
    "zeros": lambda content: bytes(len(content)),
    "a line without an end": lambda _: b"cs-desk index 1",
    "the line alone": lambda _: b"cs-desk index 1\n",
    "a head of no bytes": lambda _: b"cs-desk index 1\n" + bytes(16),
    "a head of most bytes": lambda c: c[:16] + b"\xff" * 8 + c[24:],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_found_and_mended_by_the_next_save(archives, file, columns, damage):
    file.write_bytes(damage(file.read_bytes()))
    assert archives.load(LIBRARY) is None
    archives.save(LIBRARY, columns)
    assert loaded(archives) == in_bytes(columns)


def with_head(head, body=b""):
    """Return a file whose checksums are right, whatever its head says."""
    head += b" " * (-len(head) % 8)
    sizes = (len(head).to_bytes(8, "little"), zlib.crc32(head).to_bytes(8, "little"))
    return b"".join([b"cs-desk index 1\n", *sizes, head, body])


@pytest.mark.parametrize(
    "head",
    [b"", b"{}", b"[]", b"\xff", b'{"columns":[],"size":1,"checksum":0}', b"[" * 10_000],
    ids=["none", "empty", "a list", "no text", "another size", "deep"],
)
def test_a_head_that_says_something_else_is_no_head(archives, file, head):
    file.write_bytes(with_head(head))
    assert archives.load(LIBRARY) is None


@pytest.mark.parametrize(
    "place", ['"order",0,9999999999', '"order",9999999999,8', '"order",-8,8', '"other",0,8']
)
def test_a_made_up_head_never_leads_out_of_the_file(archives, file, readings, place):
    head = f'{{"columns":[[{place}]],"size":8,"checksum":{zlib.crc32(b"12345678")}}}'
    file.write_bytes(with_head(head.encode(), b"12345678"))
    columns = archives.load(LIBRARY)
    with pytest.raises(UnfitColumnsError):
        SearchIndex(LIBRARY, readings, {}, columns)


def test_a_folder_in_its_place_is_no_index_and_is_left_alone(archives, file, columns):
    file.unlink()
    (file / "inside").mkdir(parents=True)
    assert archives.load(LIBRARY) is None
    archives.save(LIBRARY, columns)
    assert archives.load(LIBRARY) is not None
    assert (file / "inside").exists()


def test_a_file_in_place_of_the_folder_is_told(archives, folder, columns):
    folder.parent.mkdir()
    folder.write_bytes(b"")
    assert archives.load(LIBRARY) is None
    with pytest.raises(StoreFailedError) as told:
        archives.save(LIBRARY, columns)
    assert told.value.outcome_known


# -- one file --------------------------------------------------------------------------------


def test_only_the_newest_file_is_left(archives, file, folder, columns):
    archives.save(LIBRARY[:2], columns)
    assert not file.exists()
    assert len(list(folder.iterdir())) == 1


def test_what_a_killed_process_left_is_swept_away(archives, file, folder, columns):
    left = folder / f"{'0' * 32}.index.4242"
    left.write_bytes(b"half")
    archives.save(LIBRARY, columns)
    assert not left.exists()
    assert len(list(folder.iterdir())) == 1


def test_the_newest_sound_one_counts(archives, file, columns):
    earlier = file.read_bytes()
    archives.save(LIBRARY, {**columns, "order": b""})
    (newest,) = file.parent.iterdir()
    # Windows lets nobody remove what a window has mapped.
    file.write_bytes(earlier)
    assert bytes(archives.load(LIBRARY)["order"]) == b""
    newest.write_bytes(b"damaged")
    assert bytes(archives.load(LIBRARY)["order"]) == bytes(columns["order"])


def test_somebody_elses_file_is_left_alone(archives, file, folder, columns):
    (folder / "notes.txt").write_bytes(b"")
    archives.save(LIBRARY[:2], columns)
    assert (folder / "notes.txt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_it_is_for_its_owners_eyes_only(file, folder):
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps what is open")
def test_an_index_in_use_outlives_its_file(archives, file, readings, columns):
    fresh = SearchIndex(LIBRARY, readings, {})
    in_use = SearchIndex(LIBRARY, readings, {}, archives.load(LIBRARY))
    archives.save(LIBRARY, {name: bytes(len(column)) for name, column in columns.items()})
    archives.save(LIBRARY[:1], {})
    assert not file.exists()
    assert [shown(in_use, each) for each in ("th", "快")] == [
        shown(fresh, each) for each in ("th", "快")
    ]


def test_many_processes_that_save_at_once_leave_one_sound_file(archives, folder, columns):
    writer = (
        "import sys; from pathlib import Path\n"
        "from cs_desk.domain.errors import StoreFailedError\n"
        "from cs_desk.storage.archive_file import ArchiveFiles\n"
        "sys.stdin.readline()\n"
        "for n in range(30):\n"
        "    try: ArchiveFiles(Path(sys.argv[1]), bytes).save((), {'n': bytes(n * 9_000)})\n"
        "    except StoreFailedError: pass\n"
    )
    files = ArchiveFiles(folder, bytes)
    command = [sys.executable, "-c", writer, str(folder)]
    root = Path(__file__).parents[2]
    writing = [subprocess.Popen(command, stdin=subprocess.PIPE, cwd=root) for _ in range(2)]
    for each in writing:
        each.stdin.write(b"\n")
        each.stdin.close()
    while any(each.poll() is None for each in writing):
        if list(folder.glob("*.index")):
            assert files.load(()) is not None
    assert [each.returncode for each in writing] == [0, 0]
    assert len(list(folder.iterdir())) == 1


# -- a disk that refuses ---------------------------------------------------------------------


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path, columns):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk")
    try:
        archives = ArchiveFiles(disk, lambda: TABLE)
        archives.save(LIBRARY, columns)
        for library in (LIBRARY, LIBRARY[:1]):
            with pytest.raises(StoreFailedError, match="磁盘已满"):
                archives.save(library, {"large": bytes(2**21)})
        assert loaded(archives) == in_bytes(columns)
        assert len(list(disk.iterdir())) == 1
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.fixture
def as_visitor():
    """Be somebody who may not write everywhere; root may."""
    if sys.platform == "win32":
        pytest.skip("Windows has no file modes")
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def reachable():
    """A folder of an index that other users reach too."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.fixture
def locked(reachable, columns):
    """The one file in a folder that nobody may change; other users may read both."""
    ArchiveFiles(reachable, lambda: TABLE).save(LIBRARY, columns)
    (file,) = reachable.iterdir()
    file.chmod(0o644)
    reachable.chmod(0o555)
    return file


def test_a_read_only_folder_is_read_and_what_it_refuses_is_told(locked, columns, request):
    request.getfixturevalue("as_visitor")
    archives = ArchiveFiles(locked.parent, lambda: TABLE)
    with pytest.raises(StoreFailedError) as told:
        archives.save(LIBRARY[:1], {})
    assert told.value.outcome_known
    assert loaded(archives) == in_bytes(columns)


def test_a_file_that_may_not_be_read_is_not_there(locked, request):
    locked.chmod(0)
    request.getfixturevalue("as_visitor")
    assert ArchiveFiles(locked.parent, lambda: TABLE).load(LIBRARY) is None
