"""A page of a return case alone in a narrow window, over a small checklist, for its tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QThreadPool
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.case_replies import PinnedReply
from cs_desk.domain.returns.checklist import (
    Actor,
    Branch,
    Check,
    Checklist,
    Condition,
    Grade,
    Step,
    Timer,
    TimerUnit,
)
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Reason
from cs_desk.domain.returns.progress import view_of
from cs_desk.domain.returns.return_case import CaseFacts, Evidence, OrderLine, ReturnCase, Tick
from cs_desk.ui.icons import Icons
from cs_desk.ui.returns.case_page import CasePage
from cs_desk.ui.theme import LIGHT

ICONS = Path(__file__).parents[3] / "resources" / "icons"
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=timezone(timedelta(hours=8)))
PATIENCE_MS = 5000
NICK = "小满同学"

TITLES = (
    ("conditions", "确认退货条件", Actor.AGENT),
    ("application", "提交退货申请", Actor.BUYER),
    ("review", "等待审核", Actor.REVIEWER),
    ("packing", "准备退货商品", Actor.BUYER),
    ("shipping", "寄送商品", Actor.BUYER),
    ("receiving", "确认收货", Actor.WAREHOUSE),
    ("refund", "退款处理", Actor.FINANCE),
)
FIRST_CHECKS = (
    Check("reason_asked", "记下买家说的原因", mandatory=True),
    Check("state_told", "说清商品要保持什么样", mandatory=True, hint="吊牌、配件、赠品"),
    Check("oversize", "大件先问仓库"),
)


def _step(key, title, actor):
    checks = FIRST_CHECKS
    if key != "conditions":
        checks = (Check(f"{key}_done", f"{title}完成", mandatory=True, supervisor=key == "review"),)
    timers = ("T1",) if key == "review" else ()
    return Step(key, title, actor, checks, timers, evidence=("聊天截图",))


CHECKLIST = Checklist(
    id="list",
    version="2026.11.0",
    title="退货",
    checked_on=date(2026, 11, 21),
    steps=tuple(_step(*row) for row in TITLES),
    branches=(
        Branch(
            Condition(outcomes=frozenset({Outcome.REFUND_ONLY})),
            ("packing", "shipping", "receiving"),
            "仅退款，不用寄回",
        ),
    ),
    timers=(
        Timer(
            "T1",
            "卖家处理申请",
            48,
            TimerUnit.HOURS,
            Anchor.APPLIED,
            source="卖家指南",
            grade=Grade.THIRD_PARTY,
        ),
    ),
    conditions=(),
)
FACTS = CaseFacts(
    order="4210338857201947781",
    buyer=NICK,
    item="针织开衫",
    spec="米白 M",
    paid=26000,
    reason=Reason.UNSUIT,
    fault=Fault.BUYER,
    flags=frozenset({Flag.NO_REASON, Flag.FREE_SHIPPING}),
    moments={
        Anchor.SIGNED: datetime(2026, 11, 17, 14, 5, tzinfo=NOW.tzinfo),
        Anchor.APPLIED: NOW - timedelta(hours=29),
    },
    goods=(OrderLine("开衫", 19900), OrderLine("裙子", 10100)),
    returned=(0,),
    discount=4000,
    discount_over=30000,
)
CASE = ReturnCase("R261122-003", CHECKLIST.version, NOW - timedelta(days=1), FACTS)
READY = PinnedReply("t1", "七天无理由", "亲，11月24日前都可以申请哦。", (), personal=False)
LACKING = PinnedReply("t2", "凭证请拍照", "", ("凭证清单",), personal=False)


def ticked(case, *keys):
    """Return ``case`` with these checks ticked by 小满."""
    tick = Tick("小满", NOW - timedelta(minutes=5))
    return replace(case, ticks={**case.ticks, **dict.fromkeys(keys, tick)})


def picture(width=40, height=30, bits=QImage.Format.Format_RGB32):
    """Return the bytes of a PNG picture."""
    image = QImage(width, height, bits)
    image.fill(0xFF3366)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


class CaseBench:
    """A narrow window with nothing but the page; what the page tells is heard."""

    def __init__(self):
        self.heard = []
        self.contents = {}
        self.window = QWidget()
        self.page = CasePage(Icons(ICONS), LIGHT, self.contents.get)
        for name in [
            "left",
            "ticked",
            "noted",
            "attached",
            "refused",
            "evidence_opened",
            "evidence_removed",
            "deadline_read",
            "deadline_dropped",
            "reply_copied",
            "reply_opened",
            "line_overruled",
            "payer_overruled",
            "edit_requested",
            "close_requested",
            "reopen_requested",
            "undo_requested",
            "move_on_requested",
            "export_requested",
        ]:
            getattr(self.page, name).connect(self._hearing(name))
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.window.resize(QSize(380, 820))

    def _hearing(self, name):
        return lambda *facts: self.heard.append((name, *facts))

    def show(self, case=CASE, pinned=(), now=NOW, checklist=CHECKLIST):
        self.case = case
        self.page.show_case(view_of(case, checklist, 90), pinned, now)
        QApplication.processEvents()

    def attach(self, name, data, case=CASE):
        """Return ``case`` with a file attached, whose content can be read."""
        digest = sha256(data).hexdigest()
        self.contents[digest] = data
        held = Evidence(digest, name, len(data), "小满", NOW)
        return replace(case, evidence=(*case.evidence, held))

    def settle(self):
        """Let everything under way come to its end."""
        busy = True
        while busy:
            assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
            QApplication.processEvents()
            parts = (self.page._intake, self.page._large._work, self.page._strip._model._work)
            busy = any(part.busy for part in parts)

    def row(self, key):
        """Return the row of a check that is in sight."""
        rows = [row for panel in self.panels for row in panel.check_rows()]
        return next((row for row in rows if row.key == key), None)

    @property
    def panels(self):
        return self.page._steps._panels

    def panel(self, key):
        return self.page._steps.panel(key)

    def unfolded(self):
        return [panel.key for panel in self.panels if panel.is_open]

    def button(self, text):
        buttons = self.page.findChildren(QPushButton)
        return next(b for b in buttons if b.text() == text and b.isVisible())

    def replies(self):
        """Return the replies of the first step, and what unfolds the others."""
        return self.panel("conditions")._body.replies.rows()

    def only(self, name):
        """Return what was told by this signal, which is the only one that was heard."""
        assert [each[0] for each in self.heard] == [name], self.heard
        return self.heard[0][1:]


def opened(qtbot):
    """Return a bench whose window is shown and has the keyboard."""
    QApplication.clipboard().clear()
    bench = CaseBench()
    qtbot.addWidget(bench.window)
    with qtbot.waitActive(bench.window):
        bench.window.show()
    return bench
