"""Evidence as files by the hash of their content."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from cs_desk.domain.errors import CaseRefusedError, StoreFailedError
from cs_desk.storage.evidence_folder import LARGEST_BYTES, EvidenceFolder

PICTURE = b"\x89PNG a cup without its lid"
NAME = sha256(PICTURE).hexdigest()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "evidence"


@pytest.fixture
def folder(path):
    return EvidenceFolder(path)


def age(path, **time):
    moment = (datetime.now(UTC) - timedelta(**time)).timestamp()
    os.utime(path, (moment, moment))


def kept(path):
    return {file.name for file in path.glob("[0-9a-f]" * 64)}


def test_what_is_kept_is_read_by_its_hash(folder, path):
    assert folder.keep(PICTURE) == NAME
    assert folder.read(NAME) == PICTURE
    assert kept(path) == {NAME}


def test_nothing_is_made_until_something_is_kept(folder, path):
    assert kept(path) == set()
    assert folder.read(NAME) is None
    folder.remove(NAME)
    folder.sweep()
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private in another way")
def test_only_its_owner_may_read_it(folder, path):
    folder.keep(PICTURE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.iterdir()} == {0o600}


def test_what_is_not_what_it_was_is_not_shown_and_can_be_kept_anew(folder, path):
    folder.keep(PICTURE)
    (path / NAME).write_bytes(PICTURE[:-1])
    assert folder.read(NAME) is None
    folder.keep(PICTURE)
    assert folder.read(NAME) == PICTURE


@pytest.mark.parametrize("name", ["", "../desk.db", "evidence.lock", NAME.upper(), NAME + "\n"])
def test_a_name_that_is_no_hash_leads_nowhere(folder, path, name):
    folder.keep(PICTURE)
    (path.parent / "desk.db").touch()
    assert folder.read(name) is None
    folder.remove(name)
    assert (path.parent / "desk.db").exists()
    assert kept(path) == {NAME}


def test_what_is_removed_is_gone(folder, path):
    folder.keep(PICTURE)
    folder.remove(NAME)
    folder.remove(NAME)
    assert folder.read(NAME) is None
    assert kept(path) == set()


def test_what_was_kept_again_meanwhile_stays(folder, path):
    folder.keep(PICTURE)
    age(path / NAME, days=100)
    began = datetime.now(UTC) - timedelta(minutes=1)
    assert folder.kept_before(began) == {NAME}
    folder.keep(PICTURE)
    assert folder.kept_before(began) == frozenset()
    folder.remove(NAME, unless_kept_since=began)
    assert kept(path) == {NAME}
    folder.remove(NAME, unless_kept_since=datetime.now(UTC) + timedelta(minutes=1))
    assert kept(path) == set()


def test_what_a_killed_process_left_half_written_is_swept_away(folder, path):
    folder.keep(PICTURE)
    (path / f".{NAME}.part").write_bytes(PICTURE[:5])
    folder.sweep()
    assert sorted(file.name for file in path.iterdir()) == sorted([NAME, "evidence.lock"])


def test_a_file_that_is_too_large_is_refused_in_words(folder, path):
    with pytest.raises(CaseRefusedError) as refused:
        folder.keep(bytes(LARGEST_BYTES + 1))
    assert "20 MB" in str(refused.value.reason)
    assert kept(path) == set()


def test_a_folder_that_cannot_be_made_is_told(path):
    path.write_text("not a folder")
    with pytest.raises(StoreFailedError) as failed:
        EvidenceFolder(path).keep(PICTURE)
    assert failed.value.outcome_known
    assert "文件夹" in str(failed.value.reason)
