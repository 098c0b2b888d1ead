"""The library window over a real desk, with stand-ins only at the ports."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import pytest

from cs_desk.app.library_desk import LibraryDesk
from cs_desk.app.no_archives import NoArchives
from cs_desk.app.reply_desk import ReplyDesk, Surroundings
from cs_desk.app.reply_search import SearchMeans
from cs_desk.app.settings import Settings
from cs_desk.app.shops import Shops
from cs_desk.domain.china import CHINA
from cs_desk.domain.shop import Shop
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    ReplyTemplate,
    TemplateLibrary,
    ToneVariant,
)
from cs_desk.ui import theme
from cs_desk.ui.icons import Icons
from cs_desk.ui.library.library_fittings import LibraryFittings
from cs_desk.ui.library.library_window import LibraryWindow
from tests.fake_library_means import LibraryOnTheDesk
from tests.fakes import (
    FakeClipboard,
    FixedClock,
    InMemorySettingsStore,
    InMemoryShopStore,
    InMemoryUsageStore,
)

RESOURCES = Path(__file__).parents[3] / "resources"
NOW = datetime(2026, 11, 22, 9, tzinfo=CHINA)
LIBRARY = TemplateLibrary(
    "lib",
    "测试库",
    (
        ReplyTemplate("hi", "问候", "亲，我是{店铺名}的客服。", code="nh", group="售前/接待"),
        ReplyTemplate(
            "slow",
            "还没到",
            "亲，从{发货城市}到{收货城市}要等等。",
            code="hmd",
            group="物流",
            tags=("好慢",),
            tone="亲切",
            tones=(ToneVariant("正式", "您好，请稍候。"),),
        ),
        ReplyTemplate("back", "退货步骤", "请点“申请售后”。", code="th", group="售后/退货"),
        ReplyTemplate("pay", "运费说明", "运费由卖家承担。", group="售后/运费"),
        ReplyTemplate("loose", "未归类", "在的。"),
    ),
    (
        Placeholder("店铺名", source=PlaceholderSource.SHOP),
        Placeholder("发货城市", source=PlaceholderSource.SHOP),
        Placeholder("收货城市"),
    ),
    version="3",
)


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def kept(clock):
    """Return what is stored, for every desk that works on it."""
    return LibraryOnTheDesk(LIBRARY, clock)


@pytest.fixture
def desk(kept):
    return LibraryDesk(kept.means("小林"))


@pytest.fixture
def other(kept):
    """Return the desk of somebody else, who works on the same library."""
    return LibraryDesk(kept.means("阿宽"))


@pytest.fixture
def given(desk, clock, surroundings):
    stored = InMemoryShopStore()
    stored.save(Shop("s1", "云朵家女装").with_values({"发货城市": "金华"}))
    stored.save(Shop("s2", "山野童装"))
    shops = Shops(stored, Settings(InMemorySettingsStore()), nullcontext)
    around = Surroundings(
        usage=InMemoryUsageStore(),
        clipboard=FakeClipboard(),
        clock=clock,
        search=SearchMeans(lambda: surroundings.readings, NoArchives(), None),
        geography=surroundings.geography,
        transaction=nullcontext,
    )
    replies = ReplyDesk(desk.library, shops, around)
    icons, readings = Icons(RESOURCES / "icons"), replies.finding.readings
    return LibraryFittings(replies, shops, clock, icons, theme.LIGHT, readings)


@pytest.fixture
def window(qtbot, desk, given):
    shown = LibraryWindow(desk, given)
    qtbot.addWidget(shown)
    shown.changed.connect(lambda: given.reply_desk.take_library(desk.library))
    with qtbot.waitActive(shown):
        shown.show()
    return shown


@pytest.fixture
def stored(desk):
    """Return a function that looks a reply up as it is stored now."""

    def find(template_id):
        return desk.library.find(template_id)

    return find
