"""A library, files that come in, and a stand-in for what reads them."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime

from cs_desk.app.library_ports import ImportOutcome
from cs_desk.domain.backup import Backup, BackupReason
from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import FileFormat, IncomingLibrary, Remark
from cs_desk.domain.library.merge import (
    MatchedBy,
    MergeChoice,
    Merged,
    MergeKind,
    MergePlan,
    MergeRow,
    PlaceholderRow,
)
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary, ToneVariant

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)

SLOW = ReplyTemplate(
    "slow",
    "还没到",
    "亲，别着急哦，从{发货城市}到{收货城市}一般{预计天数}到。\n您再等等看。",
    code="hmd",
    group="物流/催件",
    tags=("好慢",),
    note="先看一眼物流轨迹",
)
SLOW_THEIRS = replace(
    SLOW,
    body="亲，不好意思让您久等了，从{发货城市}到{收货城市}一般{预计天数}送到。\n您再等等看哦。",
    tags=("好慢", "催件"),
    tones=(ToneVariant("正式", "您好，包裹一般{预计天数}送达。"),),
)
BACK = ReplyTemplate("back", "退货步骤", "请在订单页点“申请售后”。", code="th", group="售后/退货")
PAY = ReplyTemplate("pay", "运费说明", "运费由{承担方}承担。", code="yf", group="售后/运费")
HELLO = ReplyTemplate(
    "hi", "进店问候", "亲，在的哦，请问想看哪款呢？", code="nh", group="售前/接待"
)
OLD = ReplyTemplate("old", "双十一预售", "亲，定金今晚八点开始付哦。", code="ys", group="售前/活动")

LIBRARY = TemplateLibrary("lib", "云朵家话术库", (SLOW, BACK, HELLO, OLD), version="12")
INCOMING = IncomingLibrary(
    library=TemplateLibrary(
        "lib",
        "云朵家话术库",
        (SLOW_THEIRS, PAY, HELLO),
        version="13",
        publisher="主管小满",
        released_at="2026-11-20",
    ),
    format=FileFormat.CSDESK,
    carries=frozenset({"title", "body", "code", "group", "tags", "note", "tone", "tones"}),
    keeps_ids=True,
    encoding="utf-8",
    skipped=(Remark(Sentence("第 %1 行", ("7",)), Sentence("内容是空的")),),
    lost=(Remark(Sentence("第 %1 行", ("12",)), Sentence("编码「%1」已经有了", ("hmd",))),),
)


def row(kind, mine, theirs, **other):
    """Return a row of ``kind`` with the default that the merge would give it."""
    key = (mine or theirs).id
    keeps = kind in {MergeKind.CLASHING, MergeKind.REMOVED, MergeKind.SAME}
    default = MergeChoice.KEEP if keeps else MergeChoice.REPLACE
    fields = other.pop("fields", ())
    matched = other.pop("matched_by", MatchedBy.ID if mine and theirs else None)
    return MergeRow(key, kind, mine, theirs, None, theirs, fields, matched, default)


ROWS = (
    row(MergeKind.CLASHING, SLOW, SLOW_THEIRS, fields=("body", "tags", "tones")),
    row(
        MergeKind.CHANGED,
        BACK,
        replace(BACK, body="请在订单页点“申请售后”，选“退货退款”。"),
        fields=("body",),
        matched_by=MatchedBy.TEXT,
    ),
    row(MergeKind.NEW, None, PAY),
    row(MergeKind.SAME, HELLO, HELLO),
    row(MergeKind.REMOVED, OLD, None),
)
DEFINITIONS = (
    PlaceholderRow("p:承担方", MergeKind.NEW, None, Placeholder("承担方"), MergeChoice.REPLACE),
)


def plan(rows=ROWS, placeholders=DEFINITIONS, older_than=None, mine=LIBRARY, **incoming):
    """Return a plan; ``incoming`` changes what the file holds."""
    return MergePlan(mine, replace(INCOMING, **incoming), rows, placeholders, older_than)


class FakeIntake:
    """Plans what it is told to; ``hold`` lets calls wait, and they tell their progress then.

    Attributes:
        planned: Arguments of every call of ``plan``.
        applied: Choices of every call of ``apply``.
        enclosed: What was enclosed in each.
        error: Raised by both, unless it is None.
        applying_error: Raised by ``apply`` only.
    """

    def __init__(self, made=None):
        self.made = made or plan()
        self.planned = []
        self.applied = []
        self.enclosed = []
        self.error = None
        self.applying_error = None
        self.outcome = ImportOutcome(
            Merged(LIBRARY, (PAY, BACK), (), ()),
            Backup("/backups/1.db", NOW, BackupReason.IMPORT, 36_864),
        )
        self._gate = threading.Event()
        self._gate.set()

    def hold(self):
        self._gate.clear()

    def release(self):
        self._gate.set()

    def plan(self, file, progress, *, format_=None, encoding=None):
        self.planned.append((file, format_, encoding))
        self._work(progress)
        return self.made

    def apply(self, made, choices, progress, enclosed):
        self._work(progress)
        if self.applying_error is not None:
            raise self.applying_error
        self.applied.append(dict(choices))
        self.enclosed.append(enclosed)
        return self.outcome

    def _work(self, progress):
        while not self._gate.wait(0.01):
            progress(3_000, 20_000)
        progress(20_000, 20_000)
        if self.error is not None:
            raise self.error
