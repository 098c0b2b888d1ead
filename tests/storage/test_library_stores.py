"""The trash, the editor's drafts and the rules in the desk's database."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cs_desk.domain.china import CHINA
from cs_desk.domain.library.incoming import RuleDocument
from cs_desk.domain.library.trash import TrashedTemplate
from cs_desk.domain.template import ReplyTemplate, ToneVariant
from cs_desk.storage.library_stores import library_stores
from tests.fakes import FixedClock
from tests.storage.desk_with_backups import DeskWithBackups

NOW = datetime(2026, 11, 22, 9, tzinfo=CHINA)
REPLY = ReplyTemplate(
    id="t1",
    title="催发货",
    body="亲，今天发出",
    tags=("物流",),
    tones=(ToneVariant("正式", "您好"),),
    rev=4,
    extra='{"x":1}',
)
OTHER = ReplyTemplate("t2", "退货地址", "请寄到{退货地址}")


@pytest.fixture
def stores(opened):
    return library_stores(opened(), "小林", FixedClock(NOW))


@pytest.fixture
def elsewhere(opened):
    return library_stores(opened(), "阿宽", FixedClock(NOW))


def test_a_deleted_reply_comes_back_as_it_was(stores, elsewhere):
    trashed = TrashedTemplate(REPLY, NOW, "小林")
    stores.trash.put([trashed])
    assert elsewhere.trash.all() == {"t1": trashed}


def test_the_last_deleted_reply_comes_first(stores):
    stores.trash.put([TrashedTemplate(REPLY, NOW), TrashedTemplate(OTHER, NOW)])
    later = TrashedTemplate(replace(OTHER, id="t3"), NOW + timedelta(seconds=1))
    stores.trash.put([later])
    assert list(stores.trash.all()) == ["t3", "t1", "t2"]


def test_what_was_taken_from_the_trash_is_gone_and_can_be_deleted_again(stores, elsewhere):
    stores.trash.put([TrashedTemplate(REPLY, NOW)])
    stores.trash.take(["t1", "never there"])
    assert elsewhere.trash.all() == {}
    stores.trash.put([TrashedTemplate(REPLY, NOW)])
    assert list(elsewhere.trash.all()) == ["t1"]


def test_a_draft_survives_opening_again(stores, elsewhere):
    stores.drafts.keep(OTHER)
    stores.drafts.keep(REPLY)
    stores.drafts.keep(replace(REPLY, title="", body=" 没写完"))
    kept = {"t2": OTHER, "t1": replace(REPLY, title="", body=" 没写完")}
    assert elsewhere.drafts.all() == kept


def test_a_draft_with_half_a_character_is_kept_but_for_that(stores, elsewhere):
    stores.drafts.keep(replace(REPLY, body="没写完\ud83d", tags=("\udc00",)))
    assert elsewhere.drafts.all() == {"t1": replace(REPLY, body="没写完?", tags=("?",))}


def test_a_draft_that_was_let_go_of_is_gone(stores, elsewhere):
    stores.drafts.keep(REPLY)
    stores.drafts.keep(OTHER)
    stores.drafts.forget(["t1", "never there"])
    assert elsewhere.drafts.all() == {"t2": OTHER}


def test_rules_come_back_byte_for_byte(stores, elsewhere):
    content = '{ "区域": [1,\n2.50] }\n'.encode()
    stores.rules.use(RuleDocument("delivery_zones", b"{}"))
    stores.rules.use(RuleDocument("delivery_zones", content))
    assert elsewhere.rules.get("delivery_zones") == content
    assert elsewhere.rules.get("compliance") is None


def test_bringing_a_backup_back_leaves_what_is_being_typed(tmp_path):
    desk = DeskWithBackups(tmp_path / "desk")
    for typed in ("早先", "正在写"):
        kept = desk.keep() if desk.file.exists() else None
        with desk.open() as database:
            drafts = library_stores(database, "小林", desk.clock).drafts
            drafts.keep(replace(REPLY, body=typed))
    desk.backups.restore(kept.file)
    with desk.open() as database:
        left = library_stores(database, "小林", desk.clock).drafts.all()
    assert left["t1"].body == "正在写"
