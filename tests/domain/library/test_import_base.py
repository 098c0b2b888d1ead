from dataclasses import replace
from datetime import timedelta

import pytest

from cs_desk.domain.library.edition import EditionHead, EditionOrigin
from cs_desk.domain.library.import_base import base_editions, is_later, later_release, merge_base
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import Placeholder
from tests.fake_library_means import NOW
from tests.merges import FLAT, csdesk, flat, library, reply

IMPORTED, EXPORTED = EditionOrigin.IMPORTED, EditionOrigin.EXPORTED
STARTER, RELEASED = EditionOrigin.STARTER, EditionOrigin.RELEASED


def head(origin=IMPORTED, days_ago=0, /, **parts):
    """Return the head of an edition of the library of ``csdesk()``."""
    told = {"format": FileFormat.CSDESK, "library_id": "lib", **parts}
    name = told.pop("id", f"{origin}-{days_ago}")
    return EditionHead(name, NOW - timedelta(days=days_ago), origin, **told)


def names(editions):
    return [each.id for each in editions]


FILE = replace(csdesk(version="3", released_at="2026-12-03"), sha256="is", stated_sha256="says")


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([], []),
        ([head(sha256="is")], ["imported-0"]),
        ([head(EXPORTED, sha256="says")], ["exported-0"]),
        ([head(sha256="other", version="2"), head(EXPORTED, 1, sha256="is")], ["exported-1"]),
        ([head(version="2"), head(RELEASED, 1, version="3")], []),
        ([head(sha256="says"), head(IMPORTED, 1, sha256="is")], ["imported-1"]),
        ([head(version="2"), head(IMPORTED, 1, version="1")], ["imported-0"]),
        ([head(version="1"), head(IMPORTED, 1, version="2")], ["imported-1"]),
        ([head(STARTER)], []),
        ([head(STARTER, version="1.0")], ["starter-0"]),
        ([head(version="3", released_at="2026-12-03")], []),
        ([head(version="3", released_at="2026-12-02")], ["imported-0"]),
        ([head(EXPORTED, version="3")], []),
        ([head(library_id="else", version="3")], []),
        ([head(format=FileFormat.XLSX, version="3")], []),
        ([head(version="4")], []),
        ([head(version="4"), head(IMPORTED, 1, version="3")], []),
    ],
)
def test_our_own_format_starts_from_one_edition(heads, expected):
    assert names(base_editions(heads, FILE)) == expected


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([head(version="2"), head(RELEASED, 1, version="3")], ["released-1"]),
        ([head(STARTER)], ["starter-0"]),
        ([head(version="4"), head(IMPORTED, 1, version="3")], ["imported-1"]),
        ([head(version="4")], []),
    ],
)
def test_a_file_without_a_hash_starts_from_its_version_or_the_newest(heads, expected):
    assert names(base_editions(heads, replace(FILE, sha256="", stated_sha256=""))) == expected


BACK = head(EditionOrigin.ROLLED_BACK, 0, version="2", sha256="two")


@pytest.mark.parametrize(
    ("heads", "sha256", "expected"),
    [
        ([BACK, head(IMPORTED, 1, version="3", sha256="is")], "is", ["rolled_back-0"]),
        (
            [BACK, head(IMPORTED, 1, sha256="is"), head(IMPORTED, 2, sha256="two")],
            "is",
            ["imported-2"],
        ),
        ([BACK, head(IMPORTED, 2, sha256="two")], "two", ["imported-2"]),
        ([head(IMPORTED, sha256="is"), BACK], "is", ["imported-0"]),
    ],
)
def test_after_going_back_a_file_starts_from_what_was_gone_back_to(heads, sha256, expected):
    file = replace(FILE, sha256=sha256, stated_sha256=sha256)
    assert names(base_editions(heads, file)) == expected


def test_what_was_given_up_by_going_back_makes_no_file_an_old_one():
    assert later_release([BACK, head(IMPORTED, 1, version="4")], FILE) is None


def test_the_edition_that_a_file_was_made_from_is_the_base():
    heads = [head(version="3"), head(EXPORTED, 1, sha256="origin")]
    assert names(base_editions(heads, replace(FILE, based_on="origin"))) == ["exported-1"]


def test_a_file_that_states_no_hash_is_no_edition_without_one():
    file = replace(FILE, sha256="", stated_sha256="", library=library(id="else"))
    assert not base_editions([head(sha256="")], file)


def test_two_editions_without_a_version_are_not_of_one_version():
    heads = [head(IMPORTED, 0), head(IMPORTED, 1, released_at="2026-10-01")]
    assert names(base_editions(heads, csdesk())) == ["imported-0"]


def test_other_formats_start_from_all_that_was_handed_over_in_them():
    heads = [
        head(IMPORTED, 0, format=FileFormat.QIANNIU, library_id="x"),
        head(IMPORTED, 1, format=FileFormat.XLSX),
        head(EXPORTED, 2, format=FileFormat.QIANNIU),
        head(STARTER, 3, format=FileFormat.QIANNIU),
    ]
    assert names(base_editions(heads, flat())) == ["imported-0", "exported-2"]


def test_a_reply_is_known_best_by_the_first_edition_that_holds_it():
    one, old, other = reply("1"), reply("1", body="旧"), reply("2")
    form = FileFormat.QIANNIU
    editions = [(head(format=form), library(one)), (head(format=form), library(old, other))]
    file = flat(one, other)
    base = merge_base(file, editions)
    assert base.replies == {one.id: one, other.id: other}
    assert not base.whole


@pytest.mark.parametrize(
    ("bodies", "known"),
    [("12345678", 4), ("12xx", 4), ("1xxx", 0), ("xxxxxxxx", 0), ("12", 4), ("1", 0)],
)
def test_only_the_same_file_edited_starts_from_an_edition(bodies, known):
    kept = library(*(reply(n, code=n) for n in "1234"))
    rows = (
        reply(str(n), code=str(n), **({} if body == str(n) else {"body": body}))
        for n, body in enumerate(bodies, 1)
    )
    base = merge_base(flat(*rows), [(head(format=FileFormat.QIANNIU), kept)])
    assert len(base.replies) == known


def test_a_file_with_ids_of_its_own_starts_from_them():
    one, two = reply("1"), reply("2")
    file = flat(carries=FLAT)
    changed = library(replace(one, body="新"), replace(two, id="else", body="新"))
    file = replace(file, library=changed, keeps_ids=True)
    base = merge_base(file, [(head(format=FileFormat.QIANNIU), library(one, two))])
    assert base.replies == {one.id: one}


@pytest.mark.parametrize(("origin_of", "whole"), [("lib", True), ("else", False)])
def test_only_an_edition_of_that_very_library_is_a_whole_base(origin_of, whole):
    city = Placeholder("城市")
    kept = library(placeholders=(city,), groups=("售后",))
    base = merge_base(FILE, [(head(library_id=origin_of), kept)])
    assert (base.placeholders, base.groups, base.whole) == ({"城市": city}, ("售后",), whole)


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([], None),
        ([head(version="2")], None),
        ([head(version="3")], None),
        ([head(version="4")], "4"),
        ([head(RELEASED, version="4")], "4"),
        ([head(version="10"), head(IMPORTED, 1, version="4")], "10"),
        ([head(version="4"), head(IMPORTED, 1, version="10")], "10"),
        ([head(version="2", released_at="2026-12-10")], "2"),
        ([head(version="4", released_at="2026-11-01")], None),
        ([head(released_at="2026-12-10")], "2026-12-10"),
        ([head(EXPORTED, version="4")], None),
        ([head(library_id="else", version="4")], None),
        ([head(STARTER, version="4")], "4"),
        ([head(STARTER, version="4", publisher="客服台")], None),
    ],
)
def test_a_later_release_in_use_is_told(heads, expected):
    assert later_release(heads, FILE) == expected


def test_no_other_format_is_an_older_release():
    assert later_release([head(library_id="file", version="4")], flat()) is None


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        (("", "2"), ("", "1"), True),
        (("", "1.10"), ("", "1.9"), True),
        (("", "v2"), ("", "1"), True),
        (("", "1.0"), ("", "1"), False),
        (("", "二"), ("", "1"), False),
        (("2026-12-1", "1"), ("2026-11-30", "2"), True),
        (("2026-12-01", "2"), ("2026-12-01", "1"), True),
        (("2026-12-01", "2"), ("", "1"), True),
        (("", ""), ("", ""), False),
    ],
)
def test_days_tell_what_is_later_and_versions_where_they_do_not(one, other, later):
    releases = [library(released_at=day, version=version) for day, version in (one, other)]
    assert is_later(*releases) == later
    if later:
        assert not is_later(*reversed(releases))
