"""The desk over stores in memory, with stand-ins only at the ports."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from cs_desk.app.library_desk import LibraryDesk
from cs_desk.app.no_archives import NoArchives
from cs_desk.app.reply_desk import ReplyDesk, Surroundings
from cs_desk.app.reply_search import SearchMeans
from cs_desk.app.settings import Settings
from cs_desk.app.shops import Shops
from cs_desk.domain.city import City, CityDirectory
from cs_desk.domain.computed import Geography
from cs_desk.domain.delivery import Zone, ZoneTable
from cs_desk.domain.errors import Sentence, StoreFailedError
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
    ToneVariant,
)
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import TinyLibraryStore
from tests.app import library_desks
from tests.fakes import (
    FakeClipboard,
    FixedClock,
    InMemorySettingsStore,
    InMemoryShopStore,
    InMemoryUsageStore,
)
from tests.library_means import library_means

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=8)))
READINGS = Path(__file__).parents[2] / "resources" / "pinyin" / "readings.txt"
GEOGRAPHY = Geography(
    CityDirectory(
        (
            City("金华", "浙江", ("jin", "hua"), 119.65, 29.08),
            City("成都", "四川", ("cheng", "du"), 104.07, 30.57),
        )
    ),
    ZoneTable(rules=(), elsewhere=Zone("各地", 3, 4), checked_on=date(2026, 11, 1)),
)

SHOP, BUYER = PlaceholderSource.SHOP, PlaceholderSource.BUYER
LIBRARY = TemplateLibrary(
    id="lib",
    name="起步话术库",
    templates=(
        ReplyTemplate("hi", "进店问候", "亲，在的。", code="nh", group="售前/接待"),
        ReplyTemplate("from", "发货地", "{店铺名}从{发货城市}发货。", group="物流/发货"),
        ReplyTemplate("eta", "多久到", "{发货城市}到{收货城市}要{预计天数}。", group="物流/时效"),
        ReplyTemplate(
            "back",
            "还没到",
            "{买家昵称}，别急，{回复时间}前答复您。",
            tone="亲切",
            tones=(ToneVariant("正式", "您好，{回复时间}前答复您。"),),
        ),
        ReplyTemplate("courier", "快递", "发{快递公司}。"),
    ),
    placeholders=(
        Placeholder("店铺名", source=SHOP),
        Placeholder("发货城市", PlaceholderType.CITY, SHOP),
        Placeholder("快递公司", source=SHOP, default="圆通"),
        Placeholder("收货城市", PlaceholderType.CITY, BUYER),
        Placeholder("买家昵称", source=BUYER, default="亲", personal=True),
        Placeholder("回复时间", PlaceholderType.DATE, BUYER, promise=True),
        Placeholder("预计天数", PlaceholderType.DAYS, PlaceholderSource.COMPUTED),
    ),
)


class FailingUsageStore(InMemoryUsageStore):
    """Stores until it is broken."""

    broken = False

    def save(self, template_id, usage):
        if self.broken:
            raise StoreFailedError(Sentence("磁盘已满"), outcome_known=True)
        super().save(template_id, usage)


@dataclass
class Bench:
    """A desk, and everything that it works with."""

    library: TemplateLibrary = LIBRARY
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))
    usage: FailingUsageStore = field(default_factory=FailingUsageStore)
    shop_store: InMemoryShopStore = field(default_factory=InMemoryShopStore)
    settings_store: InMemorySettingsStore = field(default_factory=InMemorySettingsStore)
    clipboard: FakeClipboard = field(default_factory=FakeClipboard)

    def __post_init__(self):
        self.reopen()

    def reopen(self):
        """Start the program anew on the same stores."""
        self.settings = Settings(self.settings_store)
        self.shops = Shops(self.shop_store, self.settings, self.transaction)
        around = Surroundings(
            usage=self.usage,
            clipboard=self.clipboard,
            clock=self.clock,
            search=SearchMeans(lambda: Readings.from_bytes(READINGS.read_bytes()), NoArchives()),
            geography=GEOGRAPHY,
            transaction=self.transaction,
        )
        self.desk = ReplyDesk(self.library, self.shops, around)

    @contextmanager
    def transaction(self):
        """Undo every change of the stores when something fails, as a database does."""
        stores = (self.usage, self.shop_store, self.settings_store)
        before = [dict(vars(store)) for store in stores]
        kept = [{k: dict(v) for k, v in one.items() if isinstance(v, dict)} for one in before]
        try:
            yield
        except BaseException:
            for store, values in zip(stores, kept, strict=True):
                vars(store).update(values)
            raise

    def template(self, key):
        return self.desk.library.find(key)

    def compose(self, key, **options):
        return self.desk.compose(self.template(key), **options)

    def text(self, key, **options):
        return self.compose(key, **options).reply.text

    def give(self, name, value):
        self.desk.give(self.desk.library.placeholder(name), value)

    def copy(self, key, **options):
        """Copy a reply and return the report."""
        reports = []
        self.desk.copy(self.compose(key, **options), reports.append)
        (report,) = reports
        return report

    def source(self, key, name, **options):
        fields = self.compose(key, **options).reply.fields
        return next(field.source for field in fields if field.name == name)


@pytest.fixture
def bench():
    return Bench()


@pytest.fixture
def in_shop(bench):
    """The desk of a shop that ships from 金华."""
    shop = bench.shops.set_values(bench.shops.fresh("云朵家"), {"发货城市": "金华"})
    bench.desk.switch_shop(shop)
    return bench


@pytest.fixture
def clock():
    return FixedClock(library_desks.NOW)


@pytest.fixture
def opened(tmp_path, clock):
    """Open the desk again and again; each stands for another process."""
    databases = []

    def open_desk(author="小林", **options):
        databases.append(DeskDatabase(tmp_path / "desk.db", **options))
        return LibraryDesk(library_means(databases[-1], clock, author))

    with closing(DeskDatabase(tmp_path / "desk.db")) as database:
        TinyLibraryStore(database, "小林", clock).replace(library_desks.LIBRARY)
    yield open_desk
    for database in databases:
        database.close()


@pytest.fixture
def desk(opened):
    return opened()


@pytest.fixture
def other(opened):
    return opened("阿宽")
