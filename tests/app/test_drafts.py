"""What was typed comes back after a crash, and a buyer's data does not linger."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.app.conversation import Conversation
from cs_desk.app.drafts import ConversationDraft, DraftBox, Drafts, ShopPageDraft
from cs_desk.app.no_drafts import NoDrafts
from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.domain.buyer import BuyerContext
from cs_desk.domain.errors import DeskBusyError
from cs_desk.domain.filling import CLIPBOARD
from cs_desk.domain.shop import Shop
from tests.fake_drafts import InMemoryDraftStore
from tests.fakes import FixedClock

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=8)))
BUYER = BuyerContext().with_value("收货城市", "成都")
CONVERSATION = ConversationDraft(
    Conversation(BUYER, {"快递公司": "中通"}, "s1"), "hmd", Shelf(ShelfKind.ALL), "eta"
)
PAGE = ShopPageDraft("s1", {"发货城市": "杭州"})


@pytest.fixture
def store():
    return InMemoryDraftStore()


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def restart(store, clock):
    """Start anew over the same store, ``after`` so long; return the box and what came back."""

    def start(after=timedelta(0)):
        clock.advance(after)
        box = DraftBox(store, clock)
        return box, box.bring_back()

    return start


def test_a_fresh_desk_has_no_drafts(restart):
    _, drafts = restart()
    assert (drafts.conversation, drafts.shop_page) == (None, None)


def test_what_was_typed_comes_back(restart):
    box, _ = restart()
    box.keep(CONVERSATION, PAGE)
    _, drafts = restart()
    assert drafts == Drafts(NOW, CONVERSATION, PAGE)


@pytest.mark.parametrize(
    ("later", "comes_back"),
    [
        (timedelta(minutes=29, seconds=59), True),
        (timedelta(minutes=30), False),
        (timedelta(days=400), False),
        (timedelta(minutes=-29), True),
        (timedelta(minutes=-30), False),
        (timedelta(days=-400), False),
    ],
)
def test_a_conversation_comes_back_within_half_an_hour_or_never(restart, store, later, comes_back):
    box, _ = restart()
    box.keep(CONVERSATION, None)
    _, drafts = restart(after=later)
    assert (drafts.conversation is not None) is comes_back
    assert (store.stored is not None) is comes_back


def test_a_shop_page_waits_longer_than_the_buyer_beside_it(restart, store):
    box, _ = restart()
    box.keep(CONVERSATION, PAGE)
    _, drafts = restart(after=timedelta(days=3))
    assert (drafts.conversation, drafts.shop_page) == (None, PAGE)
    assert (store.stored.conversation, store.stored.shop_page) == (None, PAGE)


def test_every_change_counts_the_half_hour_anew(restart, clock):
    box, _ = restart()
    box.keep(CONVERSATION, None)
    clock.advance(timedelta(minutes=20))
    box.keep(CONVERSATION, PAGE)
    _, drafts = restart(after=timedelta(minutes=20))
    assert drafts.conversation == CONVERSATION


def test_the_same_again_is_not_written_again(restart, store):
    box, _ = restart()
    for _ in range(3):
        box.keep(CONVERSATION, None)
    assert store.writes == 1


def test_nothing_typed_writes_nothing(restart, store):
    box, _ = restart()
    box.keep(None, None)
    assert store.writes == 0


def test_what_came_back_is_not_written_again(restart, store):
    box, _ = restart()
    box.keep(CONVERSATION, PAGE)
    again, drafts = restart()
    again.keep(drafts.conversation, drafts.shop_page)
    assert store.writes == 1


def test_done_work_is_deleted_and_can_be_stored_again(restart, store):
    box, _ = restart()
    box.keep(CONVERSATION, None)
    box.keep(None, None)
    assert store.stored is None
    box.keep(CONVERSATION, None)
    assert store.stored.conversation == CONVERSATION


@pytest.mark.parametrize("draft", [CONVERSATION, None])
def test_a_failed_change_is_tried_again_by_the_next_call(restart, store, draft):
    box, _ = restart()
    box.keep(CONVERSATION, PAGE)
    store.fail_with = DeskBusyError()
    with pytest.raises(DeskBusyError):
        box.keep(draft, None)
    store.fail_with = None
    box.keep(draft, None)
    assert (store.stored and store.stored.conversation) == draft


def test_an_old_conversation_that_cannot_be_deleted_now_is_not_shown_and_deleted_later(
    restart, store
):
    box, _ = restart()
    box.keep(CONVERSATION, PAGE)
    store.fail_with = DeskBusyError()
    again, drafts = restart(after=timedelta(hours=1))
    assert (drafts.conversation, drafts.shop_page) == (None, PAGE)
    store.fail_with = None
    again.keep(None, PAGE)
    assert store.stored.conversation is None


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"发货城市": "杭州"}, {"发货城市": "杭州"}),
        ({"发货城市": "金华"}, None),
        ({"店铺名": "云朵家", "快递公司": ""}, None),
        ({"店铺名": "云朵家女装", "发货城市": "金华"}, {"店铺名": "云朵家女装"}),
        ({"发货城市": ""}, {"发货城市": ""}),
        ({}, None),
    ],
)
def test_only_what_the_shop_has_not_got_is_unsaved(changes, left):
    shop = Shop("s1", "云朵家").with_values({"发货城市": "金华"})
    assert ShopPageDraft("s1", changes).beyond(shop) == (left and ShopPageDraft("s1", left))


def test_a_folder_that_cannot_be_written_keeps_no_drafts(clock):
    box = DraftBox(NoDrafts(), clock)
    box.keep(CONVERSATION, PAGE)
    box.keep(None, None)
    assert box.bring_back() == Drafts(NOW)


def test_text_of_the_clipboard_is_not_part_of_what_is_stored():
    conversation = Conversation(BUYER.with_value(CLIPBOARD.name, "别人的地址"), {}, "s1")
    assert conversation.without_clipboard() == Conversation(BUYER, {}, "s1")


def test_a_conversation_is_gone_on_with_after_a_new_start(in_shop):
    in_shop.give("收货城市", "成都")
    in_shop.give("快递公司", "中通")
    left = in_shop.desk.conversation
    in_shop.reopen()
    in_shop.desk.resume(left)
    assert in_shop.text("courier") == "发中通。"
    assert in_shop.desk.buyer.values == {"收货城市": "成都"}


def test_what_was_typed_for_one_shop_is_never_said_for_another(in_shop):
    in_shop.give("收货城市", "成都")
    in_shop.give("快递公司", "中通")
    left = in_shop.desk.conversation
    in_shop.desk.switch_shop(in_shop.shops.add("海风屋"))
    in_shop.desk.resume(left)
    assert in_shop.text("courier") == "发圆通。"
    assert in_shop.desk.buyer.values == {"收货城市": "成都"}


def test_values_typed_before_there_is_a_shop_come_back_too(bench):
    bench.give("快递公司", "中通")
    left = bench.desk.conversation
    bench.reopen()
    bench.desk.resume(left)
    assert bench.text("courier") == "发中通。"


def test_a_conversation_does_not_change_when_more_is_typed(in_shop):
    in_shop.give("快递公司", "中通")
    before = in_shop.desk.conversation
    in_shop.give("快递公司", "顺丰")
    assert before.shop_values == {"快递公司": "中通"}


def test_a_page_goes_back_to_its_shop_to_a_new_one_or_to_the_first(bench):
    (first, fresh) = (bench.shops.with_id("gone"), bench.shops.current)
    assert first == fresh
    shop = bench.shops.add("云朵家")
    assert bench.shops.with_id(shop.id) == shop
    assert bench.shops.with_id("gone") == Shop("gone", "")
