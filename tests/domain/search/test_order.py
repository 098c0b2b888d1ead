"""Who comes first: where it matched, how it matched, how much it was used, library order."""

import pytest


@pytest.fixture
def ladder(index_of, reply):
    """One reply for every step of the ladder, the library in the opposite order."""
    replies = [
        reply("body pinyin", body="推活动"),
        reply("body literal", body="请退货"),
        reply("group pinyin", group="售后/推活"),
        reply("tag literal", tags=("可退货",)),
        reply("title pinyin", title="能推活"),
        reply("title literal", title="能退货"),
        reply("code prefix", code="退货1"),
        reply("title prefix", title="退货说明"),
        reply("exact title", title="退货"),
        reply("exact code", code="退货"),
    ]
    return index_of(*replies)


def ids(hits):
    return [hit.template.id for hit in hits]


def test_a_literal_query_climbs_down_the_fields(ladder):
    assert ids(ladder.search("退货", typos=False)) == [
        "exact code",
        "exact title",
        "code prefix",
        "title prefix",
        "title literal",
        "tag literal",
        "body literal",
    ]


def test_scores_fall_strictly_and_fields_are_named(ladder):
    hits = ladder.search("退货")
    scores = [hit.score for hit in hits]
    assert scores == sorted(set(scores), reverse=True)
    assert [str(hit.field) for hit in hits][:7] == [
        "code", "title", "code", "title", "title", "tags", "body",
    ]  # fmt: skip


def test_homophones_come_after_everything_as_fuzzy(index_of, reply):
    index = index_of(reply("sound", title="推活"), reply("body", body="可退货"))
    assert [(h.template.id, str(h.kind)) for h in index.search("退货")] == [
        ("body", "literal"),
        ("sound", "fuzzy"),
    ]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"title": "xl"}, {"title": "想了"}),
        ({"title": "想了"}, {"title": "xl码"}),
        ({"title": "xl码"}, {"title": "想了码"}),
        ({"title": "想了码"}, {"title": "有xl码"}),
        ({"title": "有xl码"}, {"title": "好想了"}),
        ({"title": "好想了"}, {"tags": ("有xl码",)}),
        ({"tags": ("xl",)}, {"group": "想了"}),
        ({"group": "想了"}, {"body": "xl"}),
        ({"body": "有xl"}, {"body": "想了"}),
    ],
)
def test_a_field_outweighs_use_and_a_letter_outweighs_pinyin(index_of, reply, better, worse):
    index = index_of(reply("worse", **worse), reply("better", **better), frecency={"worse": 9e9})
    assert ids(index.search("xl")) == ["better", "worse"]


def test_among_equals_the_most_used_comes_first_then_library_order(index_of, reply):
    index = index_of(
        *(reply(name, title=f"退货{name}") for name in "abcd"), frecency={"c": 2.0, "b": 1.0}
    )
    assert ids(index.search("th")) == ["c", "b", "a", "d"]
    index.set_frecency("d", 3.0)
    assert ids(index.search("th")) == ["d", "c", "b", "a"]
    index.set_frecency("c", 0.0)
    assert ids(index.search("退货")) == ["d", "b", "a", "c"]


def test_a_large_library_keeps_the_same_order(index_of, reply):
    replies = [reply(str(n), title="退货", body="货") for n in range(3000)]
    index = index_of(*replies, frecency={"2999": 1.0, "7": 2.0})
    assert ids(index.search("货", limit=4)) == ["7", "2999", "0", "1"]


def test_library_order_holds_for_a_few_among_many(index_of, reply):
    titles = {1: "退货", 8: "退货"}
    index = index_of(*(reply(str(n), title=titles.get(n, "别的")) for n in range(100)))
    assert ids(index.search("退货")) == ["1", "8"]


def test_a_prefix_by_sound_alone_is_no_prefix(index_of, reply):
    index = index_of(
        reply("sound", title="腿火退货"), reply("used", title="要退货"), frecency={"used": 1.0}
    )
    assert ids(index.search("t货")) == ["used", "sound"]


def test_several_words_count_by_the_worst_placed(index_of, reply):
    index = index_of(
        reply("body", title="退货", body="地址"),
        reply("tags", title="退货", tags=("地址",)),
        reply("title", title="退货地址"),
    )
    hits = index.search("退货 地址")
    assert ids(hits) == ["title", "tags", "body"]
    assert [str(hit.field) for hit in hits] == ["title", "tags", "body"]


def test_joined_letters_count_as_one_word(index_of, reply):
    index = index_of(reply("apart", title="退了这货"), reply("together", title="退货流程"))
    assert ids(index.search("tui huo")) == ["together", "apart"]


def test_a_title_with_a_space_can_be_exact(index_of):
    titles = index_of("iPhone 壳 现货", "iPhone 壳").search("iphone 壳")
    assert [hit.template.title for hit in titles] == ["iPhone 壳", "iPhone 壳 现货"]


def test_the_same_search_gives_the_same_answer(ladder):
    assert ladder.search("th") == ladder.search("th")


@pytest.mark.parametrize("size", [40, 1500])
@pytest.mark.parametrize("query", ["货", "th", "退货", "tui huo", "th 说明", "tuihou", ""])
@pytest.mark.parametrize("shelf", [None, "售后"])
def test_what_was_used_since_ranks_as_if_it_had_been_indexed_so(
    index_of, reply, size, query, shelf
):
    titles = ["退货", "退货说明", "请退货", "推活说明", "别的"]
    replies = [
        reply(str(n), title=titles[n % 5], body="说明", group=("售后", "物流")[n % 3 == 0])
        for n in range(size)
    ]
    before = {str(n): float(n % 7) for n in range(0, size, 4)}
    uses = {str(n): float(n % 11) for n in range(0, size, 6)}
    index = index_of(*replies, frecency=before)
    index.search(query)
    for name, value in uses.items():
        index.set_frecency(name, value)
    fresh = index_of(*replies, frecency=before | uses)
    assert ids(index.search(query, group=shelf, limit=60)) == ids(
        fresh.search(query, group=shelf, limit=60)
    )
