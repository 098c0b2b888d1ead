"""The window over a small library, with stand-ins only at the ports."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from cs_desk.app.case_replies import CaseReplies
from cs_desk.app.drafts import DraftBox
from cs_desk.app.no_archives import NoArchives
from cs_desk.app.reply_desk import ReplyDesk, Surroundings
from cs_desk.app.reply_search import SearchMeans
from cs_desk.app.settings import Settings
from cs_desk.app.shops import Shops
from cs_desk.case_files import WrittenCaseFiles
from cs_desk.checklist_files import WrittenChecklistFiles
from cs_desk.domain.backup import BackupReason
from cs_desk.domain.computed import Geography
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.shop import Shop
from cs_desk.domain.template import (
    Placeholder,
    PlaceholderSource,
    PlaceholderType,
    ReplyTemplate,
    TemplateLibrary,
    ToneVariant,
)
from cs_desk.exchange.places import read_cities, read_zones
from cs_desk.ui.desk_window import DeskWindow
from cs_desk.ui.fittings import CaseDesk, Fittings
from cs_desk.ui.icons import Icons
from tests.fake_cases import InMemoryCaseStore, InMemoryEvidenceStore, return_cases
from tests.fake_drafts import InMemoryDraftStore
from tests.fake_library_means import LibraryOnTheDesk
from tests.fakes import (
    FakeClipboard,
    FixedClock,
    InMemorySettingsStore,
    InMemoryShopStore,
    InMemoryUsageStore,
)
from tests.ui.data_bench import CLOCK, Bench
from tests.ui.fake_backups import FakeBackups

RESOURCES = Path(__file__).parents[2] / "resources"
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)

LIBRARY = TemplateLibrary(
    id="lib",
    name="测试库",
    templates=(
        ReplyTemplate(
            "hi", "进店问候", "亲，在的哦，请问想看哪款呢？", code="nh", group="售前/接待"
        ),
        ReplyTemplate(
            "slow",
            "还没到",
            "亲，从{发货城市}到{收货城市}一般{预计天数}。",
            code="hmd",
            group="物流/催件",
            tags=("好慢",),
            tone="亲切",
            tones=(ToneVariant("正式", "您好，发往{收货城市}的包裹一般{预计天数}送达。"),),
            note="先看一眼物流轨迹",
        ),
        ReplyTemplate("back", "退货步骤", "请在订单页点“申请售后”。", code="th", group="售后/退货"),
        ReplyTemplate("who", "自我介绍", "我是{店铺名}的{客服花名}。", group="售前/接待"),
        ReplyTemplate("pay", "运费说明", "运费由{承担方}承担。", group="售后/运费"),
        ReplyTemplate("odd", "满减说明", "满300{减50", group="售前/优惠"),
    ),
    placeholders=(
        Placeholder("店铺名", source=PlaceholderSource.SHOP),
        Placeholder("客服花名", source=PlaceholderSource.SHOP, hint="小满"),
        Placeholder("发货城市", PlaceholderType.CITY, PlaceholderSource.SHOP),
        Placeholder("收货城市", PlaceholderType.CITY),
        Placeholder("预计天数", PlaceholderType.DAYS, PlaceholderSource.COMPUTED),
        Placeholder("承担方", PlaceholderType.CHOICE, choices=("卖家", "买家")),
    ),
)


@pytest.fixture(scope="session")
def surroundings():
    readings = Readings.from_bytes((RESOURCES / "pinyin" / "readings.txt").read_bytes())
    geography = Geography(
        read_cities(RESOURCES / "cities.json"),
        read_zones(RESOURCES / "rules" / "delivery_zones.json"),
    )
    return SimpleNamespace(readings=readings, geography=geography)


@pytest.fixture(autouse=True)
def no_widget_outlives_its_test(qapp):
    """Delete what a test closed: every later window would dress it anew, and take seconds."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def build(qtbot, qapp, surroundings):
    """Return a function that opens a window, over stores that outlive it."""
    stores = SimpleNamespace(
        shops=InMemoryShopStore(),
        usage=InMemoryUsageStore(),
        settings=InMemorySettingsStore(),
        drafts=InMemoryDraftStore(),
        clock=FixedClock(NOW),
        clipboard=FakeClipboard(),
        cases=InMemoryCaseStore(),
        evidence=InMemoryEvidenceStore(),
        outside=[],
        set_aside=[],
        windows=[],
    )
    stores.backups = FakeBackups(stores.clock)
    stores.library = LibraryOnTheDesk(LIBRARY, stores.clock)

    def open_window(library=LIBRARY, shop=True, maker=None, finding=None):
        for earlier in stores.windows:
            earlier.close()
        settings = Settings(stores.settings)
        if shop and not stores.shops.all():
            stores.shops.save(Shop("s1", "云朵家女装").with_values({"发货城市": "金华"}))
        shops = Shops(stores.shops, settings, nullcontext)
        means = SearchMeans(lambda: surroundings.readings, NoArchives(), maker)
        desk = ReplyDesk(
            library,
            shops,
            Surroundings(
                usage=stores.usage,
                clipboard=stores.clipboard,
                clock=stores.clock,
                search=means,
                geography=surroundings.geography,
                transaction=nullcontext,
            ),
        )

        if finding is not None:
            desk.finding = finding(library.templates, stores.usage.all(), means)

        def take_in_changes():
            changed = bool(stores.outside)
            for library in stores.outside:
                desk.take_library(library)
            stores.outside.clear()
            return changed

        cases = return_cases(stores.clock, stores.cases, evidence=stores.evidence)
        files = WrittenCaseFiles(stores.evidence, Path("/data/desk.db"), stores.clock, str)
        lists = WrittenChecklistFiles(Path("/data/desk.db"))
        case_desk = CaseDesk(cases, CaseReplies(desk, cases, shops, stores.clock), files, lists)
        window = DeskWindow(
            Fittings(
                desk=desk,
                case_desk=lambda: case_desk,
                supervisor=stores.library.supervisor,
                shops=shops,
                settings=settings,
                drafts=DraftBox(stores.drafts, stores.clock),
                backups=stores.backups,
                set_aside=lambda: stores.set_aside,
                data_folder="/data",
                clock=stores.clock,
                icons=Icons(RESOURCES / "icons"),
                application=qapp,
                take_in_changes=take_in_changes,
            )
        )
        qtbot.addWidget(window)
        stores.windows.append(window)
        with qtbot.waitActive(window):
            window.open()
        return window

    open_window.stores = stores
    yield open_window
    QApplication.clipboard().clear()


@pytest.fixture
def backups(tmp_path):
    made = FakeBackups(CLOCK, tmp_path / "backups")
    made.add(BackupReason.MANUAL, 500, "long ago")
    made.add(BackupReason.EXIT, 1, "yesterday")
    return made


@pytest.fixture
def bench(qtbot, backups):
    # The system's own dialogs cannot be answered by a test.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = Bench(backups)
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
    made.open()
    yield made
    made.backups.release()
    made.settle()


@pytest.fixture
def window(build):
    return build()


@pytest.fixture
def store(build):
    return build.stores.drafts


@pytest.fixture
def after_a_crash(build, store):
    """Open a window over what is stored at this moment; the one before writes no more."""

    def open_again(**options):
        stored = store.stored
        for earlier in build.stores.windows:
            earlier.close()
        store.stored = stored
        return build(**options)

    return open_again


@pytest.fixture
def clipboard(build):
    return build.stores.clipboard


@pytest.fixture
def type_chinese():
    """Commit Chinese text as an input method does; ``composing`` leaves it unfinished."""

    def send(widget, text="", composing=""):
        event = QInputMethodEvent(composing, [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(widget, event)

    return send


def titles(window):
    """Return the titles in the list, from the top."""
    model = window.room.hits._model
    return [model.index(row, 0).data() for row in range(model.rowCount())]
