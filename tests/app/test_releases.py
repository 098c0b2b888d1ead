"""Releases: numbered, told of, and gone back to."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cs_desk.app.releases import Releases, keep_starter
from cs_desk.domain.china import CHINA
from cs_desk.domain.errors import LibraryRefusedError
from cs_desk.domain.library.edition import Edition, EditionHead, EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary
from cs_desk.storage.database import DeskDatabase
from tests.fakes import FixedClock
from tests.library_means import library_means

NOW = datetime(2026, 11, 22, 9, tzinfo=CHINA)
A, B, C = (ReplyTemplate(name, f"题{name}", f"文{name}") for name in "abc")
LIBRARY = TemplateLibrary("lib", "库", (A, B), (Placeholder("甲"),), publisher="总部")


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def means(tmp_path, clock):
    with closing(DeskDatabase(tmp_path / "desk.db")) as database:
        means = library_means(database, clock)
        means.store.replace(LIBRARY)
        yield means


@pytest.fixture
def releases(means):
    return Releases(means, lambda library: f"hash of {len(library.templates)}")


def imported(means, *templates, **parts):
    """Keep what a file and the library have in common now."""
    library = replace(LIBRARY, templates=templates, **parts)
    head = EditionHead(
        means.new_id(), means.clock.now(), EditionOrigin.IMPORTED, FileFormat.CSDESK, library.id
    )
    means.editions.keep(Edition(head, library))
    return head.id


def ids(templates):
    return [t.id for t in templates]


def test_a_release_is_numbered_and_the_library_tells_of_it(releases, means):
    head = releases.publish("双十二", valid_from="2026-12-01", valid_until="2026-12-12")
    assert (head.number, head.version, head.released_at) == (1, "1", "2026-11-22")
    assert (head.origin, head.author, head.templates) == (EditionOrigin.RELEASED, "小林", 2)
    assert (head.notes, head.publisher, head.sha256) == ("双十二", "总部", "hash of 2")
    stored = means.store.load()
    assert stored == replace(
        LIBRARY,
        version="1",
        released_at="2026-11-22",
        notes="双十二",
        valid_from="2026-12-01",
        valid_until="2026-12-12",
    )
    assert releases.load(head.id) == stored


def test_releases_count_up_and_are_called_what_is_asked_for(releases):
    releases.publish("")
    head = releases.publish("", version=" 2026.12 ", publisher="云朵家")
    assert (head.number, head.version, head.publisher) == (2, "2026.12", "云朵家")
    assert releases.publish("").publisher == "云朵家"
    assert [each.number for each in releases.heads()] == [3, 2, 1]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"notes": "长" * 10_001}, "说明太长了，最多 10000 个字"),
        ({"notes": "\x00"}, "说明里有看不见的控制字符，请删掉再保存"),
        ({"version": "1\n2"}, "版本里有换行或看不见的控制字符，请删掉再保存"),
        ({"publisher": "长" * 201}, "发布者太长了，最多 200 个字"),
        ({"valid_from": "明天"}, "有效期要写成 2026-12-01 这样的日期"),
        ({"valid_until": "2026-02-30"}, "有效期要写成 2026-12-01 这样的日期"),
        ({"valid_until": "20261201"}, "有效期要写成 2026-12-01 这样的日期"),
        (
            {"valid_from": "2026-12-02", "valid_until": "2026-12-01"},
            "有效期的最后一天不能早于第一天",
        ),
    ],
)
def test_a_release_that_tells_nonsense_is_refused(releases, means, told, expected):
    with pytest.raises(LibraryRefusedError) as caught:
        releases.publish(**{"notes": "", **told})
    assert str(caught.value.reason) == expected
    assert (releases.heads(), means.store.load()) == ((), LIBRARY)


def test_without_a_library_there_is_nothing_to_publish(tmp_path, clock):
    with closing(DeskDatabase(tmp_path / "new.db")) as database:
        fresh = Releases(library_means(database, clock))
        with pytest.raises(LibraryRefusedError):
            fresh.publish("")
        assert (fresh.heads(), fresh.newest(), fresh.news("")) == ((), "", None)


def test_going_back_is_one_step_and_what_vanishes_goes_to_the_trash(releases, means):
    first = releases.publish("第一版")
    released = means.store.load()
    means.store.replace(replace(released, templates=(replace(A, body="改", rev=2), C)))
    before, after = releases.roll_back(first.id)[:2]
    assert [(t.id, t.body) for t in before.templates] == [("a", "改"), ("c", "文c")]
    assert [(t.id, t.body, t.rev) for t in after.templates] == [("a", "文a", 3), ("b", "文b", 3)]
    assert (after, after.notes) == (means.store.load(), "第一版")
    assert list(means.trash.all()) == ["c"]


def test_replies_that_come_back_leave_the_trash(releases, means):
    first = releases.publish("")
    means.store.replace(replace(means.store.load(), templates=(A,)))
    second = releases.publish("")
    releases.roll_back(first.id)
    releases.roll_back(second.id)
    assert list(means.trash.all()) == ["b"]
    assert releases.roll_back(first.id).from_trash == {"b"}
    assert list(means.trash.all()) == []


def test_going_back_to_what_is_there_changes_nothing(releases, means):
    head = releases.publish("")
    before, after, edition, _ = releases.roll_back(head.id)
    assert before == after
    assert edition is None
    assert releases.heads() == (head,)


def test_going_back_leaves_an_edition_that_tells_where_to(releases, means, clock):
    first = releases.publish("第一版", version="1.5")
    clock.advance(timedelta(minutes=1))
    means.store.replace(replace(means.store.load(), templates=(A,)))
    seen = releases.publish("第二版").id
    clock.advance(timedelta(minutes=1))
    _, after, left, _ = releases.roll_back(first.id)
    head = left.head
    assert releases.heads()[0] == head
    assert (head.origin, head.number, head.version) == (EditionOrigin.ROLLED_BACK, 1, "1.5")
    assert (head.notes, head.sha256, left.library) == ("第一版", first.sha256, after)
    news = releases.news(seen)
    assert (releases.newest(), news.head, ids(news.added)) == (head.id, head, ["b"])
    assert releases.publish("").number == 3


def test_going_back_to_an_import_undoes_what_its_later_editions_did(releases, means, clock):
    own = replace(A, id="own")
    means.store.replace(replace(LIBRARY, templates=(own, A)))
    first = imported(means, A, notes="旧")
    clock.advance(timedelta(minutes=1))
    newer = replace(A, body="新", rev=2)
    imported(means, newer, C)
    clock.advance(timedelta(minutes=1))
    imported(means, replace(B, id="else"), id="other")
    means.store.replace(replace(LIBRARY, templates=(own, newer, C, replace(B, id="else"))))
    after = releases.roll_back(first).after
    assert [(t.id, t.body) for t in after.templates] == [
        ("own", "文a"),
        ("a", "文a"),
        ("else", "文b"),
    ]
    assert (list(means.trash.all()), after.notes) == (["c"], "旧")


def test_what_was_ours_before_it_came_with_an_import_stays(releases, means, clock):
    first = imported(means, A)
    clock.advance(timedelta(minutes=1))
    releases.publish("")
    clock.advance(timedelta(minutes=1))
    imported(means, A, replace(B, body="改"))
    assert ids(releases.roll_back(first).after.templates) == ["a", "b"]


def test_going_back_to_an_import_of_another_library_leaves_our_head(releases, means):
    edition = imported(means, replace(A, body="旧"), id="other", name="别家", version="9")
    after = releases.roll_back(edition).after
    assert (after.id, after.name, after.version, after.templates[0].body) == ("lib", "库", "", "旧")


@pytest.mark.parametrize(
    ("before", "expected"), [("", "1"), ("1.0", "2"), ("v3.2", "4"), ("春季", "1")]
)
def test_a_release_is_called_by_the_number_after_the_version_in_use(
    releases, means, before, expected
):
    means.store.replace(replace(LIBRARY, version=before))
    assert releases.publish("").version == expected


def test_a_version_is_not_given_twice(releases, means):
    first = releases.publish("", version="1.0")
    means.store.replace(replace(means.store.load(), templates=(A,)))
    releases.publish("")
    releases.roll_back(first.id)
    assert releases.publish("").version == "3"


@pytest.mark.parametrize("which", ["part", "gone"])
def test_only_a_whole_library_can_be_gone_back_to(releases, means, which):
    edition = imported(means, A, part="售后") if which == "part" else "no such"
    with pytest.raises(LibraryRefusedError):
        releases.roll_back(edition)
    assert means.store.load() == LIBRARY


def test_the_starter_library_is_kept_once_and_can_be_gone_back_to(releases, means, clock):
    keep_starter(means, LIBRARY, "hash")
    clock.advance(timedelta(days=1))
    keep_starter(means, LIBRARY)
    (head,) = releases.heads()
    assert (head.origin, head.at, head.number) == (EditionOrigin.STARTER, NOW, 0)
    assert releases.newest() == head.id
    assert releases.roll_back(head.id)[1] == LIBRARY
    assert head.sha256 == "hash"
    assert releases.publish("").number == 1


def test_news_are_what_differs_from_what_was_seen(releases, means):
    seen = releases.publish("").id
    released = means.store.load()
    means.store.replace(replace(released, templates=(replace(A, body="改"), C)))
    newest = releases.publish("新版")
    news = releases.news(seen)
    assert (news.head, ids(news.added), ids(news.removed)) == (newest, ["c"], ["b"])
    assert [(old.body, new.body) for old, new in news.changed] == [("文a", "改")]


def test_there_are_no_news_of_what_was_seen_or_never_known(releases):
    first = releases.publish("")
    assert releases.news(first.id) is None
    assert releases.news("") is None
    releases.publish("只改了说明")
    assert releases.news(first.id) is None


def test_an_import_is_news_of_what_it_brought_only(releases, means, clock):
    seen = releases.publish("").id
    clock.advance(timedelta(minutes=1))
    newest = imported(means, replace(B, body="改"), C)
    means.store.replace(replace(LIBRARY, templates=(A, replace(B, body="改"), C)))
    news = releases.news(seen)
    assert (news.head.id, ids(news.added), ids(news.removed)) == (newest, ["c"], [])
    assert [new.body for _, new in news.changed] == ["改"]


def test_a_release_after_an_import_tells_nothing_twice(releases, means, clock):
    releases.publish("")
    clock.advance(timedelta(minutes=1))
    seen = imported(means, C)
    clock.advance(timedelta(minutes=1))
    means.store.replace(replace(means.store.load(), templates=(A, C)))
    releases.publish("")
    news = releases.news(seen)
    assert (ids(news.added), ids(news.removed), news.changed) == ([], ["b"], ())


def test_an_export_is_no_news(releases, means, clock):
    seen = releases.publish("").id
    clock.advance(timedelta(minutes=1))
    head = EditionHead("x", clock.now(), EditionOrigin.EXPORTED, FileFormat.CSV, "lib")
    means.editions.keep(Edition(head, replace(LIBRARY, templates=())))
    assert (releases.newest(), releases.news(seen)) == (seen, None)


def test_what_was_not_taken_of_a_file_or_given_up_again_is_no_news(releases, means, clock):
    seen = releases.publish("").id
    clock.advance(timedelta(minutes=1))
    imported(means, replace(B, body="改"), C)
    assert releases.news(seen) is None
    means.store.replace(replace(means.store.load(), templates=(A, B, C)))
    releases.publish("")
    releases.roll_back(seen)
    assert releases.news(seen) is None
