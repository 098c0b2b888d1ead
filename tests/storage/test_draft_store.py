"""Drafts on the disk: there after a crash, and gone for good once they are deleted."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.app.conversation import Conversation
from cs_desk.app.drafts import ConversationDraft, Drafts, ShopPageDraft
from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.domain.buyer import BuyerContext
from cs_desk.storage.draft_store import TinyDraftStore
from cs_desk.storage.row_format import DRAFT_TABLE
from tests.fakes import FixedClock

NOW = datetime(2026, 11, 21, 9, 30, 12, 345678, tzinfo=timezone(timedelta(hours=8)))
PHONE = "13812345678"
BUYER = BuyerContext().with_value("买家电话", PHONE).with_value("收货城市", "成都")
CONVERSATION = ConversationDraft(
    Conversation(BUYER, {"快递公司": "", "发货城市": "金华"}, "s1"),
    "还没\n到",
    Shelf(ShelfKind.GROUP, "物流/催件"),
    "t1",
)
PAGE = ShopPageDraft("s1", {"店铺名": "云朵家", "客服花名": ""})


@pytest.fixture
def open_store(opened):
    """Open the drafts of the one file again, as a new start does."""
    return lambda: TinyDraftStore(opened(), "小林", FixedClock(NOW))


@pytest.mark.parametrize("page", [PAGE, None])
@pytest.mark.parametrize("conversation", [CONVERSATION, None])
def test_drafts_come_back_as_they_were(open_store, conversation, page):
    drafts = Drafts(NOW, conversation, page)
    open_store().save(drafts)
    assert open_store().load() == drafts


def test_a_fresh_folder_has_no_drafts_and_forgets_none(open_store):
    store = open_store()
    store.forget()
    assert store.load() is None


def test_forgotten_drafts_are_gone_and_new_ones_take_their_place(open_store):
    store = open_store()
    store.save(Drafts(NOW, CONVERSATION))
    store.forget()
    assert (store.load(), open_store().load()) == (None, None)
    store.save(Drafts(NOW, None, PAGE))
    assert open_store().load() == Drafts(NOW, None, PAGE)


def test_however_often_it_is_saved_there_is_one_document(opened):
    database = opened()
    store = TinyDraftStore(database, "小林", FixedClock(NOW))
    for number in range(5):
        store.save(Drafts(NOW + timedelta(seconds=number), CONVERSATION))
        store.forget()
    (row,) = database.table(DRAFT_TABLE).all()
    assert (row["deleted"], row["value"]) == (True, {})


def bytes_on_disk(path):
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.parametrize("saved_again", [1, 20])
def test_a_deleted_phone_number_is_in_no_byte_of_the_closed_store(opened, path, saved_again):
    database = opened()
    store = TinyDraftStore(database, "小林", FixedClock(NOW))
    for number in range(saved_again):
        store.save(Drafts(NOW + timedelta(seconds=number), CONVERSATION))
    assert PHONE.encode() in bytes_on_disk(path)
    store.forget()
    database.close()
    assert PHONE.encode() not in bytes_on_disk(path)
