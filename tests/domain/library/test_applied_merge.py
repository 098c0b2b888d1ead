from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.library.difference import CONTENT_FIELDS, library_difference
from cs_desk.domain.library.merge import MergeBase, MergeChoice, MergeKind
from cs_desk.domain.template import Placeholder, ReplyTemplate, ToneVariant
from tests.merges import ALL, base_of, carried_out, csdesk, flat, library, plan, reply

KEEP, REPLACE, BOTH = MergeChoice.KEEP, MergeChoice.REPLACE, MergeChoice.BOTH
MINE, THEIRS = reply(code="hmd", title="黑名单"), reply(code="hmd", title="黑名单", body="新的")


def bodies(merged):
    return [template.body for template in merged.library.templates]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, [MINE.body]),
        (KEEP, [MINE.body]),
        (REPLACE, ["新的"]),
        (BOTH, [MINE.body, "新的"]),
    ],
)
def test_a_clash_ends_as_chosen(choice, expected):
    made = plan(library(MINE), csdesk(THEIRS))
    assert bodies(carried_out(made, {MINE.id: choice} if choice else {})) == expected


def test_both_gives_theirs_an_id_a_code_and_a_title_of_its_own():
    made = plan(library(MINE, reply("2", code="HMD2")), csdesk(THEIRS))
    merged = carried_out(made, everything=BOTH)
    ours, copy, _ = merged.library.templates
    assert ours == MINE
    assert (copy.id, copy.code, copy.title) == ("fresh-1", "hmd3", "黑名单（2）")
    assert merged.taken == (copy,)


@pytest.mark.parametrize(
    ("code", "title", "free"),
    [
        ("wl1", "催件", ("wl1-2", "催件（2）")),
        ("", "催件", ("", "催件（2）")),
        ("a" * 200, "长" * 200, ("a" * 199 + "2", "长" * 197 + "（2）")),
    ],
)
def test_codes_and_titles_are_counted_on(code, title, free):
    mine = reply(code=code, title=title)
    merged = carried_out(plan(library(mine), csdesk(replace(mine, body="新"))), everything=BOTH)
    assert (merged.library.templates[1].code, merged.library.templates[1].title) == free


def test_a_code_of_theirs_that_nobody_has_is_free():
    theirs = replace(THEIRS, code="neu", title="别的")
    merged = carried_out(plan(library(MINE), csdesk(theirs)), everything=BOTH)
    assert (merged.taken[0].code, merged.taken[0].title) == ("neu", "别的")


@pytest.mark.parametrize(("choice", "stays"), [(KEEP, True), (BOTH, True), (REPLACE, False)])
def test_what_theirs_removed_goes_only_if_that_is_chosen(choice, stays):
    merged = carried_out(plan(library(MINE), csdesk(), base_of(MINE)), everything=choice)
    assert merged.library.templates == ((MINE,) if stays else ())
    assert merged.removed == (() if stays else (MINE,))


@pytest.mark.parametrize(("trashed", "taken"), [([], (MINE,)), ([MINE.id], ())])
def test_what_was_thrown_away_comes_back_only_if_that_is_chosen(trashed, taken):
    made = plan(library(), csdesk(MINE), base_of(MINE), trashed=trashed)
    assert carried_out(made).taken == taken
    assert carried_out(made, everything=REPLACE).taken == (MINE,)


def test_what_only_we_changed_is_given_up_if_that_is_chosen():
    made = plan(library(THEIRS), csdesk(MINE), base_of(MINE))
    assert carried_out(made).library == library(THEIRS)
    assert bodies(carried_out(made, everything=REPLACE)) == [MINE.body]


def test_a_definition_that_only_we_changed_is_given_up_if_that_is_chosen():
    ours, theirs = Placeholder("城市", default="杭州"), Placeholder("城市")
    base = MergeBase(placeholders={"城市": theirs})
    made = plan(library(placeholders=(ours,)), csdesk(placeholders=(theirs,)), base)
    assert carried_out(made).library.placeholders == (ours,)
    merged = carried_out(made, everything=REPLACE)
    assert merged.library.placeholders == merged.definitions == (theirs,)


def keys(templates):
    return "".join(template.id.removeprefix("id-") for template in templates)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("ABxy", "ACBD", "ACBDxy"),
        ("ABxy", "xyz", "ABxyz"),
        ("ABxy", "Czx", "ABCxyz"),
        ("ABxy", "mnAC", "ACBxymn"),
        ("", "AxB", "AxB"),
        ("BA", "ACB", "BAC"),
    ],
)
def test_new_ones_follow_their_neighbours_of_the_group(mine, theirs, expected):
    def replies(names):
        for name in names:
            group = "大写" if name.isupper() else "末" if name > "t" else "中"
            yield reply(name, group=group)

    merged = carried_out(plan(library(*replies(mine)), csdesk(*replies(theirs))))
    assert keys(merged.library.templates) == expected


def test_definitions_of_ours_stay_in_place_and_new_ones_come_last():
    ours = (Placeholder("甲"), Placeholder("乙"))
    theirs = (Placeholder("丙"), Placeholder("乙", default="新"))
    merged = carried_out(
        plan(library(placeholders=ours), csdesk(placeholders=theirs)), everything=REPLACE
    )
    assert [(p.name, p.default) for p in merged.library.placeholders] == [
        ("甲", None),
        ("乙", "新"),
        ("丙", None),
    ]


HEAD = {
    "name": "新名",
    "version": "2",
    "publisher": "总店",
    "released_at": "2026-12-01",
    "notes": "双十二",
    "valid_from": "2026-12-01",
    "valid_until": "2026-12-31",
    "extra": '{"library": {"x": 1}}',
}


def test_a_later_edition_brings_its_head():
    merged = carried_out(plan(library(MINE), csdesk(MINE, **HEAD)))
    assert merged.library == library(MINE, **HEAD)


@pytest.mark.parametrize(
    ("options", "older_than"), [({"id": "else"}, None), ({}, "3")], ids=["other", "older"]
)
def test_an_older_edition_or_another_library_leaves_our_head(options, older_than):
    incoming = csdesk(MINE, **HEAD, **options)
    assert carried_out(plan(library(MINE), incoming, older_than=older_than)).library == library(
        MINE
    )


@pytest.mark.parametrize(
    ("mine", "base", "theirs", "expected"),
    [
        (("a", "b"), ("a", "b"), ("b", "a", "c"), ("b", "a", "c")),
        (("b", "a"), ("a", "b"), ("a", "c", "b"), ("b", "a", "c")),
        (("a",), ("a", "b"), ("a", "b"), ("a",)),
        (("a", "z"), ("a",), ("x", "a"), ("a", "z", "x")),
    ],
)
def test_headings_are_united(mine, base, theirs, expected):
    made = plan(library(groups=mine), csdesk(groups=theirs), MergeBase(groups=base))
    assert carried_out(made).library.groups == expected


def test_another_library_brings_the_headings_of_what_is_taken():
    theirs = csdesk(reply("2", group="x/y"), id="else", groups=("x", "x/y", "empty"))
    merged = carried_out(plan(library(groups=("a",)), theirs))
    assert merged.library.groups == ("a", "x", "x/y")


@pytest.mark.parametrize(
    ("choice", "shared"), [(KEEP, ()), (REPLACE, (THEIRS,)), (BOTH, (THEIRS,))]
)
def test_what_was_settled_is_shared(choice, shared):
    merged = carried_out(plan(library(MINE), flat(THEIRS)), everything=choice)
    assert merged.shared == shared


@pytest.mark.parametrize(("base", "shared"), [((), ()), ((reply(code="zz"),), (reply(code="zz"),))])
def test_what_was_declined_is_common_only_as_far_as_it_was_before(base, shared):
    made = plan(library(MINE), csdesk(THEIRS), base_of(*base))
    assert carried_out(made, everything=KEEP).shared == shared


def test_what_they_dropped_and_we_kept_stays_common():
    assert carried_out(plan(library(MINE), csdesk(), base_of(MINE))).shared == (MINE,)


@pytest.mark.parametrize(("choice", "shared"), [(KEEP, ()), (REPLACE, ("新",))])
def test_a_definition_that_was_declined_is_not_common(choice, shared):
    ours, theirs = Placeholder("城市"), Placeholder("城市", default="新")
    made = plan(library(placeholders=(ours,)), csdesk(placeholders=(theirs,)))
    merged = carried_out(made, everything=choice)
    assert tuple(each.default for each in merged.shared_definitions) == shared


@pytest.mark.parametrize(("choice", "version"), [(KEEP, ""), (BOTH, "2"), (REPLACE, "2")])
def test_an_edition_of_which_everything_was_declined_leaves_our_head(choice, version):
    made = plan(library(MINE), csdesk(THEIRS, **HEAD))
    assert carried_out(made, everything=choice).library.version == version


def test_an_edition_of_which_a_definition_was_taken_brings_its_head():
    made = plan(library(MINE), csdesk(MINE, placeholders=(Placeholder("城市"),), **HEAD))
    assert carried_out(made).library.version == "2"


def test_a_reply_listed_once_for_each_tone_is_shared_once():
    toned = reply(tones=(ToneVariant("正式", "您好，已登记。"),))
    merged = carried_out(plan(library(toned), flat(toned, reply("2", body="您好，已登记。"))))
    assert merged.shared == (toned,)


# -- what holds for all libraries ------------------------------------------------------------

WORDS = st.sampled_from(["催件", "退货", "好", "亲，48小时内发货", "亲，72小时内发货", "您好"])
CODES = st.sampled_from(["", "a", "A", "b1", "b2"])
GROUPS = st.sampled_from(["", "售后", "售后/退货"])
FIELDS = st.fixed_dictionaries(
    {"title": WORDS, "body": WORDS, "code": CODES, "group": GROUPS, "note": WORDS}
)


@st.composite
def libraries(draw, **parts):
    contents = draw(st.lists(FIELDS, max_size=6))
    return library(*(ReplyTemplate(id=f"r{n}", **each) for n, each in enumerate(contents)), **parts)


@st.composite
def edited(draw, origin):
    """Return ``origin`` with some fields of some replies changed, and some replies gone."""
    kept = [t for t in origin.templates if draw(st.integers(0, 5))]
    changes = st.dictionaries(st.sampled_from(["body", "note", "title"]), WORDS, max_size=2)
    return replace(origin, templates=tuple(replace(t, **draw(changes)) for t in kept))


@settings(max_examples=60)
@given(libraries(groups=("售后",)))
def test_our_own_export_changes_nothing(mine):
    made = plan(mine, csdesk(*mine.templates, groups=mine.groups))
    assert made.count(MergeKind.SAME) == len(mine.templates)
    assert carried_out(made).library == mine


@settings(max_examples=60)
@given(libraries())
def test_our_own_export_without_ids_changes_nothing(mine):
    made = plan(mine, flat(*mine.templates, carries=ALL))
    assert made.count(MergeKind.SAME) == len(mine.templates)
    assert carried_out(made).library == mine


@settings(max_examples=60)
@given(libraries(), libraries())
def test_keeping_everything_changes_nothing_of_ours(mine, theirs):
    for incoming in (csdesk(*theirs.templates), flat(*theirs.templates)):
        assert carried_out(plan(mine, incoming), everything=KEEP).library == mine


@settings(max_examples=60)
@given(libraries(), libraries())
def test_after_everything_was_taken_theirs_brings_nothing(mine, theirs):
    incoming = csdesk(*theirs.templates)
    merged = carried_out(plan(mine, incoming), everything=REPLACE)
    again = plan(merged.library, incoming)
    assert {row.kind for row in again.rows} <= {MergeKind.SAME}


@settings(max_examples=60)
@given(libraries(), libraries())
def test_a_file_without_ids_brings_nothing_twice(mine, theirs):
    incoming = flat(*theirs.templates)
    merged = carried_out(plan(mine, incoming), everything=REPLACE)
    again = plan(merged.library, incoming, base_of(*merged.shared, whole=False))
    assert {row.kind for row in again.rows} <= {MergeKind.SAME}


@settings(max_examples=60)
@given(libraries(), st.sets(st.integers(0, 5)))
def test_changes_in_different_fields_are_all_there_afterwards(base, mine_changed):
    mine = [replace(t, note="我") if n in mine_changed else t for n, t in enumerate(base.templates)]
    theirs = [replace(t, body=f"他{n}", code="c") for n, t in enumerate(base.templates)]
    merged = carried_out(plan(library(*mine), csdesk(*theirs), base_of(*base.templates)))
    expected = [replace(their, note=our.note) for our, their in zip(mine, theirs, strict=True)]
    assert not library_difference(merged.library, library(*expected))


@settings(max_examples=60)
@given(st.data())
def test_what_only_we_changed_is_never_lost(data):
    base = data.draw(libraries())
    mine, theirs = data.draw(edited(base)), data.draw(edited(base))
    merged = carried_out(plan(mine, csdesk(*theirs.templates), base_of(*base.templates)))
    before, after = ({t.id: t for t in side.templates} for side in (base, merged.library))
    for ours in mine.templates:
        for name in CONTENT_FIELDS:
            value = getattr(ours, name)
            if value != getattr(before[ours.id], name):
                assert getattr(after[ours.id], name) == value


@settings(max_examples=60)
@given(libraries(), libraries())
def test_an_older_release_changes_none_of_ours_unasked(mine, theirs):
    made = plan(mine, csdesk(*theirs.templates), base_of(*mine.templates), older_than="9")
    merged = carried_out(made)
    after = {t.id: t for t in merged.library.templates}
    assert all(after[t.id] == t for t in mine.templates)
