from dataclasses import replace

import pytest

from cs_desk.domain.errors import CancelledError
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.merge import MatchedBy, MergeBase, MergeChoice, MergeKind
from cs_desk.domain.library.merge_planning import plan_merge
from cs_desk.domain.template import Placeholder, ToneVariant
from tests.merges import FLAT, base_of, csdesk, flat, library, plan, reply

BASE = reply()
BODY, NOTE = replace(BASE, body="改过的话"), replace(BASE, note="小心")
BOTH = replace(BODY, note="小心")
OTHER_BODY = replace(BASE, body="另一种说法")
LONG = "亲，您拍下的宝贝会在48小时内从杭州仓库发出，物流信息更新后我们第一时间告诉您"


def only_row(mine, theirs, base=None, **options):
    (row,) = plan(library(*mine), csdesk(*theirs), base and base_of(base), **options).rows
    return row


@pytest.mark.parametrize(
    ("mine", "theirs", "base", "kind", "result"),
    [
        (BASE, BASE, None, MergeKind.SAME, BASE),
        (BASE, BODY, None, MergeKind.CLASHING, BODY),
        (BASE, BASE, BODY, MergeKind.SAME, BASE),
        (NOTE, BASE, BASE, MergeKind.SAME, BASE),
        (BASE, BODY, BASE, MergeKind.CHANGED, BODY),
        (NOTE, BODY, BASE, MergeKind.CHANGED, BOTH),
        (OTHER_BODY, BODY, BASE, MergeKind.CLASHING, BODY),
        (replace(OTHER_BODY, note="小心"), BODY, BASE, MergeKind.CLASHING, BOTH),
        (BODY, BODY, BASE, MergeKind.SAME, BODY),
        (None, BASE, None, MergeKind.NEW, BASE),
        (None, BASE, BASE, MergeKind.NEW, BASE),
        (None, BODY, BASE, MergeKind.NEW, BODY),
        (BASE, None, BASE, MergeKind.REMOVED, None),
        (BODY, None, BASE, MergeKind.REMOVED, None),
    ],
)
def test_the_base_tells_what_theirs_means(mine, theirs, base, kind, result):
    row = only_row([mine] if mine else [], [theirs] if theirs else [], base)
    assert row.kind is kind
    assert (row.result and replace(row.result, rev=1)) == result


def test_the_fields_of_a_row_are_those_that_ours_would_change():
    assert only_row([NOTE], [replace(BODY, code="x")], BASE).fields == ("body", "code")


def test_what_only_we_changed_can_be_given_up_for_what_the_file_says():
    row = only_row([NOTE], [BASE], BASE)
    assert (row.fields, row.default) == (("note",), MergeChoice.KEEP)


@pytest.mark.parametrize(
    ("trashed", "whole", "default"),
    [
        ([], True, MergeChoice.REPLACE),
        ([BASE.id], True, MergeChoice.KEEP),
        ([BASE.id], False, MergeChoice.REPLACE),
    ],
)
def test_a_later_edition_does_not_bring_back_what_was_thrown_away(trashed, whole, default):
    (row,) = plan(library(), csdesk(BODY), base_of(BASE, whole=whole), trashed=trashed).rows
    assert (row.kind, row.default) == (MergeKind.NEW, default)


def test_what_we_threw_away_of_our_own_is_new_where_no_edition_had_it():
    (row,) = plan(library(), csdesk(BASE), base_of(whole=True), trashed=[BASE.id]).rows
    assert row.default is MergeChoice.REPLACE


@pytest.mark.parametrize(
    ("theirs", "kind"),
    [
        (reply(body=LONG.replace("从杭州仓库", "由宁波仓库")), MergeKind.CLASHING),
        (reply(body=LONG, group="发货"), MergeKind.CHANGED),
    ],
)
def test_what_is_only_alike_is_never_replaced_unasked(theirs, kind):
    mine = reply("mine", title="别的标题", body=LONG)
    theirs = replace(theirs, title="这个标题" if kind is MergeKind.CLASHING else mine.title)
    carries = frozenset({"body", "group"})
    (row,) = plan(library(mine), flat(theirs, carries=carries), base_of(mine)).rows
    assert (row.matched_by, row.kind) == (MatchedBy.TEXT, kind)


def test_a_result_counts_on_from_the_higher_revision():
    mine, theirs = replace(BASE, rev=3), replace(BODY, rev=2)
    assert only_row([mine], [theirs], BASE).result.rev == 4
    assert only_row([mine], [replace(theirs, rev=9)], BASE).result.rev == 9


def test_what_we_have_and_theirs_never_had_is_in_no_row():
    assert plan(library(BASE, reply("2")), csdesk(BASE), base_of(BASE)).count(MergeKind.SAME) == 1


@pytest.mark.parametrize(
    ("kind", "mine", "theirs", "base", "newer", "older"),
    [
        (MergeKind.NEW, [], [BASE], None, MergeChoice.REPLACE, MergeChoice.REPLACE),
        (MergeKind.CHANGED, [BASE], [BODY], BASE, MergeChoice.REPLACE, MergeChoice.KEEP),
        (MergeKind.CLASHING, [BASE], [BODY], None, MergeChoice.KEEP, MergeChoice.KEEP),
        (MergeKind.SAME, [BASE], [BASE], None, MergeChoice.KEEP, MergeChoice.KEEP),
        (MergeKind.REMOVED, [BASE], [], BASE, MergeChoice.KEEP, MergeChoice.KEEP),
    ],
)
def test_an_older_release_takes_the_place_of_nothing_unasked(
    kind, mine, theirs, base, newer, older
):
    rows = [only_row(mine, theirs, base), only_row(mine, theirs, base, older_than="2")]
    assert [row.kind for row in rows] == [kind, kind]
    assert [row.default for row in rows] == [newer, older]


@pytest.mark.parametrize(
    "incoming", [flat(reply("2")), replace(csdesk(reply("2")), format=FileFormat.CSV)]
)
def test_a_file_that_is_no_edition_of_ours_removes_nothing(incoming):
    assert not plan(library(BASE), incoming, base_of(BASE)).count(MergeKind.REMOVED)


def test_one_group_of_our_edition_removes_nothing_of_the_others():
    part = csdesk(reply("2"))
    part = replace(part, library=replace(part.library, part="售后"))
    assert not plan(library(BASE), part, base_of(BASE)).count(MergeKind.REMOVED)


def test_a_base_that_is_no_whole_edition_removes_nothing():
    made = plan(library(BASE), csdesk(reply("2")), base_of(BASE, whole=False))
    assert not made.count(MergeKind.REMOVED)


REWORDED = LONG.replace("从杭州仓库发出", "为您寄出来哦")


@pytest.mark.parametrize(
    ("mine", "theirs", "by"),
    [
        (reply(code="WL1"), reply("2", code="wl1"), MatchedBy.CODE),
        (reply(title="催件"), reply("2", title="催件"), MatchedBy.TITLE),
        (reply(title="催件", code="a"), reply("2", title="催件"), MatchedBy.TITLE),
        (reply(title="催件", code="a"), reply("2", title="催件", code="b"), None),
        (reply(body="48小时内发货！"), reply("2", body="48小时内发货。"), MatchedBy.TEXT),
        (reply(body="好的"), reply("2", body="好的亲"), None),
        (reply(body=LONG), reply("2", body=REWORDED), MatchedBy.TEXT),
        (reply(body=LONG, code="a"), reply("2", body=REWORDED, code="b"), None),
        (reply(body=LONG, code="a"), reply("2", body=LONG.replace("48", "72"), code="b"), None),
        (reply(body=LONG), reply("2", body=LONG.replace("48", "72")), None),
        (reply(body=LONG), reply("2", body="这款目前没有现货，补货时间还不能确定"), None),
    ],
)
def test_theirs_is_recognised_by_code_title_or_text(mine, theirs, by):
    (row,) = plan(library(mine), flat(theirs)).rows
    assert row.matched_by is by
    assert row.mine == (mine if by else None)


def test_a_title_that_the_file_made_of_the_text_does_not_tell_figures_apart():
    file = flat(reply("2", body=LONG.replace("48", "72")), carries=frozenset({"body"}))
    assert plan(library(reply(body=LONG)), file).rows[0].matched_by is MatchedBy.TEXT


def test_an_id_goes_before_a_code():
    one, two = reply("1", code="a"), reply("2", code="b")
    swapped = csdesk(replace(one, code="b"), replace(two, code="a"))
    assert [row.mine for row in plan(library(one, two), swapped).rows] == [one, two]


@pytest.mark.parametrize(
    "twins", [{"code": "a"}, {"title": "催件"}, {"body": "亲，您问的事情已经记下来了"}]
)
def test_what_fits_two_of_ours_is_not_recognised(twins):
    mine = library(reply("1", **twins), reply("2", **twins))
    assert plan(mine, flat(reply("3", **twins))).count(MergeKind.NEW) == 1


def test_replies_that_say_the_same_in_every_way_are_recognised_one_by_one():
    twins = [reply("1", title="催件", body="好"), reply("2", title="催件", body="好")]
    made = plan(library(*twins), flat(*twins))
    assert [row.mine for row in made.rows] == twins
    assert made.count(MergeKind.SAME) == 2


def test_a_file_that_does_not_tell_a_field_leaves_ours():
    toned = reply(code="a", note="小心", tone="亲切", tones=(ToneVariant("正式", "您好"),))
    (row,) = plan(library(toned), flat(reply(code="a", body="新"))).rows
    assert row.result == replace(toned, body="新", rev=2)
    assert row.fields == ("body",)


TONE = "您好，您的事情已登记，客服稍后会主动联系您"
TONED = reply(tone="亲切", tones=(ToneVariant("正式", TONE),))


def test_a_tone_that_a_flat_file_lists_as_a_reply_of_its_own_is_known():
    much_alike = reply("3", body=TONE + "的")
    alone = reply("2", title="标题1（正式）", body=TONE)
    rows = plan(library(TONED, much_alike), flat(TONED, alone)).rows
    assert [(row.kind, row.mine) for row in rows] == [(MergeKind.SAME, TONED)] * 2


@pytest.mark.parametrize(
    "file", [flat(reply("2", body=TONE, code="x")), csdesk(reply("2", body=TONE))]
)
def test_a_reply_with_a_code_or_in_a_format_with_tones_is_no_tone(file):
    assert plan(library(TONED), file).count(MergeKind.NEW) == 1


def test_a_base_by_our_id_serves_a_file_without_ids():
    mine, theirs = reply(code="a", note="我"), reply(code="a", body="新")
    (row,) = plan(library(mine), flat(theirs), base_of(reply(code="a"))).rows
    assert row.kind is MergeKind.CHANGED


def test_replies_that_the_base_tells_apart_stay_apart():
    one, two = reply("1", code="a"), reply("2", code="b")
    rows = plan(library(one), csdesk(replace(two, code="a")), base_of(one, two)).rows
    assert [(row.kind, row.mine) for row in rows] == [
        (MergeKind.NEW, None),
        (MergeKind.REMOVED, one),
    ]


def test_a_base_by_their_id_serves_a_library_that_has_other_ids():
    mine, theirs = reply("mine", code="a", body=BASE.body), reply("1", code="a")
    again = replace(theirs, body="新")
    row = plan(library(mine), csdesk(again, id="else"), base_of(theirs)).rows[0]
    assert row.matched_by is MatchedBy.CODE
    assert "body" in row.fields
    assert row.base == theirs


CITY, TOWN = Placeholder("城市"), Placeholder("城市", default="杭州")
LATER = Placeholder("城市", default="宁波")


@pytest.mark.parametrize(
    ("mine", "base", "kind", "default"),
    [
        (None, None, MergeKind.NEW, MergeChoice.REPLACE),
        (None, TOWN, MergeKind.NEW, MergeChoice.REPLACE),
        (None, CITY, MergeKind.NEW, MergeChoice.REPLACE),
        (TOWN, None, MergeKind.SAME, MergeChoice.KEEP),
        (CITY, None, MergeKind.CLASHING, MergeChoice.KEEP),
        (CITY, CITY, MergeKind.CHANGED, MergeChoice.REPLACE),
        (CITY, TOWN, MergeKind.SAME, MergeChoice.KEEP),
        (LATER, CITY, MergeKind.CLASHING, MergeChoice.KEEP),
    ],
)
def test_definitions_follow_the_same_rules(mine, base, kind, default):
    ours = library(placeholders=(mine,) if mine else ())
    known = MergeBase(placeholders={"城市": base} if base else {})
    (row,) = plan(ours, csdesk(placeholders=(TOWN,)), known).placeholders
    assert (row.kind, row.default) == (kind, default)


def test_only_our_own_format_changes_a_definition():
    file = flat()
    file = replace(file, library=replace(file.library, placeholders=(TOWN,)))
    (row,) = plan(library(placeholders=(CITY,)), file).placeholders
    assert row.kind is MergeKind.SAME


def test_keys_are_told_apart():
    made = plan(
        library(BASE, reply("9")),
        csdesk(BASE, reply("2"), placeholders=(CITY, replace(CITY, name="店名"))),
        base_of(reply("9")),
    )
    keys = [row.key for row in (*made.rows, *made.placeholders)]
    assert len(set(keys)) == len(keys) == 5


def test_planning_tells_how_far_it_is_and_ends_at_the_whole():
    told = []
    mine, file = library(), flat(*(reply(str(n)) for n in range(450)), carries=FLAT)
    plan_merge(mine, file, MergeBase(), progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert len(told) > 4
    assert told[-1] == (900, 900)


@pytest.mark.parametrize("last", [1, 2, 3])
def test_planning_can_be_called_off(last):
    def progress(_done, _of):
        told.append(None)
        if len(told) == last:
            raise CancelledError

    told = []
    with pytest.raises(CancelledError):
        plan_merge(library(BASE), csdesk(BODY), MergeBase(), progress=progress)
