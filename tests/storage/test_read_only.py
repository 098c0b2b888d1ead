"""A store that cannot be written is shown as it is, and nothing beside it is touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest

import cs_desk
from cs_desk.domain.errors import StoreFailedError
from cs_desk.storage.database import DeskDatabase

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")

FIRST_FORMAT = Path(__file__).parents[1] / "data" / "desk-v1.db"

# Opens the store, looks at it, tries to change it, and tells what became of it. Root may write
# everywhere, so it becomes somebody else first, who may not even read Python's own files.
VISITOR = """
import json, os, sys
from pathlib import Path
from cs_desk.domain.errors import DeskError
from cs_desk.storage.database import DeskDatabase

if os.geteuid() == 0:
    os.setuid(65534)
told = []
def backup():
    told.append("backup")

try:
    with DeskDatabase(Path(sys.argv[1]), before_migration=backup) as database:
        told += [database.read_only, len(database.table("template")), database.all()]
        told += [[oct(f.stat().st_mode & 0o777) for f in Path(sys.argv[2]).iterdir()]]
        try:
            database.insert({"n": 2})
        except DeskError as error:
            told += [type(error).__name__, str(error.reason), error.outcome_known]
        told += [database.all(), database.refresh()]
except DeskError as error:
    told += [type(error).__name__]
print(json.dumps(told))
"""
REFUSED = ["StoreFailedError", "文件夹是只读的", True]


@pytest.fixture
def ground():
    """A folder that other users reach too, with a place for their temporary files."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        Path(name, "tmp").mkdir()
        Path(name, "tmp").chmod(0o777)
        yield Path(name)


@pytest.fixture
def path(ground):
    path = ground / "folder" / "desk.db"
    path.parent.mkdir(mode=0o755)
    yield path
    path.parent.chmod(0o755)


def visit(path):
    """Return what somebody is told who may read but not write."""
    for file in path.parent.iterdir():
        file.chmod(0o444)
    path.parent.chmod(0o555)
    return visit_as_it_is(path)


def visit_as_it_is(path):
    temporary = path.parents[1] / "tmp"
    before = contents(path)
    answer = subprocess.run(
        [sys.executable, "-c", VISITOR, str(path), str(temporary)],
        cwd=Path(cs_desk.__file__).parents[1],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        check=True,
    )
    assert contents(path) == before
    assert list(temporary.iterdir()) == []
    return json.loads(answer.stdout)


def contents(path):
    files = [file for file in path.parent.iterdir() if os.access(file, os.R_OK)]
    return {file.name: file.read_bytes() for file in files}


def test_a_store_is_shown_and_every_change_refused(path):
    with DeskDatabase(path) as database:
        database.insert({"n": 1})
    assert visit(path) == [True, 0, [{"n": 1}], ["0o700"], *REFUSED, [{"n": 1}], False]


def test_what_is_only_in_the_log_is_shown_too(path):
    with DeskDatabase(path) as database:
        database.insert({"n": 1})
        assert path.with_name("desk.db-wal").stat().st_size
        assert visit(path)[2] == [{"n": 1}]


def test_a_folder_without_a_store_is_an_empty_desk(path):
    assert visit(path) == [True, 0, [], ["0o700"], *REFUSED, [], False]


def test_a_file_that_alone_is_read_only_is_not_written(path):
    DeskDatabase(path).close()
    path.parent.chmod(0o777)
    for file, mode in (("desk.db", 0o444), ("desk.lock", 0o666)):
        path.with_name(file).chmod(mode)
    assert visit_as_it_is(path)[0] is True


def test_a_store_of_an_older_format_is_migrated_in_the_copy_only(path):
    shutil.copyfile(FIRST_FORMAT, path)
    assert visit(path)[:2] == [True, 87]


def test_a_store_that_may_not_be_read_is_told(path):
    DeskDatabase(path).close()
    path.chmod(0)
    assert visit_as_it_is(path) == ["UnreadableFileError"]


def test_a_damaged_store_is_told_and_leaves_no_copy(path):
    path.write_bytes(b"no database" * 100)
    assert visit(path) == ["DamagedStoreError"]


def test_a_store_that_can_be_written_is_not_read_only(tmp_path):
    with DeskDatabase(tmp_path / "desk.db") as database:
        assert database.read_only is False


@pytest.fixture
def mounted(tmp_path):
    """Return a disk of its own that can be made read-only."""
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)],
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a disk")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_disk_that_is_read_only_is_shown_even_to_root(mounted):
    with DeskDatabase(mounted / "desk.db") as database:
        database.insert({"n": 1})
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    with closing(DeskDatabase(mounted / "desk.db")) as database:
        assert (database.read_only, database.all()) == (True, [{"n": 1}])
        with pytest.raises(StoreFailedError, match="只读"):
            database.insert({"n": 2})


def test_a_loss_is_told_where_it_can_be_noted(mounted):
    with DeskDatabase(mounted / "desk.db") as database:
        older = (mounted / "desk.db").read_bytes()
        database.insert({"n": 1})
    (mounted / "desk.db").write_bytes(older)
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    with closing(DeskDatabase(mounted / "desk.db")) as database:
        assert database.lost_changes == 0
    subprocess.run(["mount", "-o", "remount,rw", str(mounted)], check=True)
    with closing(DeskDatabase(mounted / "desk.db")) as database:
        assert database.lost_changes == 1


def test_a_disk_that_is_full_to_the_brim_is_shown_too(mounted):
    with DeskDatabase(mounted / "desk.db") as database:
        database.insert({"n": 1})
    with suppress(OSError), (mounted / "filling").open("wb", buffering=0) as filling:
        while filling.write(b"x" * 4096):
            pass
    with closing(DeskDatabase(mounted / "desk.db")) as database:
        assert (database.read_only, database.all()) == (True, [{"n": 1}])
        with pytest.raises(StoreFailedError, match="磁盘已满"):
            database.insert({"n": 2})
    (mounted / "filling").unlink()
    with closing(DeskDatabase(mounted / "desk.db")) as database:
        assert (database.insert({"n": 2}), database.read_only) == (2, False)
