"""A return case in full, as every sheet and table shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from cs_desk.domain.returns.case_view import CaseView, CheckView, StepView
from cs_desk.domain.returns.checklist import (
    Actor,
    Check,
    Checklist,
    GoodCondition,
    Grade,
    Step,
    Timer,
    TimerUnit,
)
from cs_desk.domain.returns.deadlines import Deadline
from cs_desk.domain.returns.freight import FreightRule
from cs_desk.domain.returns.kinds import Anchor, Flag, Payer, Reason, StepStatus
from cs_desk.domain.returns.return_case import (
    Act,
    CaseFacts,
    Evidence,
    HistoryLine,
    Note,
    ReturnCase,
    SentReply,
    Tick,
)
from cs_desk.domain.returns.verdict import Freight, LineKind, RefundLine, Verdict

CHINA = timezone(timedelta(hours=8))
SIGNED = datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)
NOW = datetime(2026, 11, 15, 9, 30, tzinfo=CHINA)
TITLES = (
    ("conditions", "确认退货条件", Actor.AGENT),
    ("application", "提交退货申请", Actor.BUYER),
    ("review", "等待审核", Actor.REVIEWER),
    ("packing", "准备退货商品", Actor.BUYER),
    ("shipping", "寄送商品", Actor.BUYER),
    ("receiving", "确认收货", Actor.WAREHOUSE),
    ("refund", "退款处理", Actor.FINANCE),
)
WINDOW = Timer(
    "T0",
    "七天无理由申请",
    7,
    TimerUnit.CALENDAR_DAYS,
    Anchor.SIGNED,
    source="七日无理由退货暂行办法第十条",
    grade=Grade.LAW,
    checked_on=date(2026, 11, 21),
)
REPLY_TIME = Timer(
    "T5",
    "退货退款首次响应",
    48,
    TimerUnit.HOURS,
    Anchor.APPLIED,
    source="第三方整理的淘宝超时说明",
    grade=Grade.THIRD_PARTY,
    checked_on=date(2026, 11, 21),
)


def step_view(place, key, title, actor):
    checks = tuple(
        Check(f"{key}.{number}", f"{title}的第 {number} 项检查", mandatory=number < 3)
        for number in (1, 2, 3)
    )
    done = {0: 3, 1: 3, 2: 1}.get(place, 0)
    seen = tuple(
        CheckView(check, Tick("王芳", SIGNED + timedelta(hours=place)) if at < done else None)
        for at, check in enumerate(checks)
    )
    status = StepStatus.DONE if done == 3 else StepStatus.DOING if done else StepStatus.TODO
    begins = datetime(2026, 11, 14, 10, 0, tzinfo=CHINA)
    due = Deadline(begins, begins + timedelta(hours=48), REPLY_TIME) if place == 2 else None
    return StepView(Step(key, title, actor, checks), status, seen, due, ())


def full_case(**facts):
    told = {
        "order": "2233445566778899001",
        "buyer": "小满同学",
        "item": "纯棉长袖T恤",
        "spec": "奶白 M",
        "category": "服饰",
        "paid": 19000,
        "reason": Reason.UNSUIT,
        "flags": frozenset({Flag.NO_REASON, Flag.FREE_SHIPPING}),
        "moments": {Anchor.SIGNED: SIGNED},
    }
    return ReturnCase(
        id="R261115-003",
        checklist="2026.11.0",
        opened_at=SIGNED + timedelta(days=1),
        facts=CaseFacts(**(told | facts)),
        notes=(Note("王芳", NOW, "买家说吊牌还在，电话 13800138000 方便时联系。"),),
        evidence=(
            Evidence("a" * 64, "吊牌照片.png", 20, "王芳", NOW, "conditions"),
            Evidence("b" * 64, "../../CON", 10, "王芳", NOW),
        ),
        replies=(SentReply("t1", "退货地址", "请寄到 138****8000", "c" * 64, "王芳", NOW),),
        history=(
            HistoryLine(SIGNED + timedelta(days=1), "王芳", Act.OPENED),
            HistoryLine(NOW, "王芳", Act.TICKED, "确认退货条件的第 1 项检查"),
        ),
    )


def full_view(case=None, **changes):
    window = Deadline(
        datetime(2026, 11, 11, tzinfo=CHINA),
        datetime(2026, 11, 17, 23, 59, 59, tzinfo=CHINA),
        WINDOW,
    )
    steps = tuple(step_view(place, *told) for place, told in enumerate(TITLES))
    condition = GoodCondition("服饰", "吊牌未剪，未下水、未弄脏。", "吊牌、包装袋")
    lines = (
        RefundLine("goods.0", LineKind.GOODS, "衬衫", 8636, 8636),
        RefundLine("freight", LineKind.FREIGHT, "", -1000, -800),
    )
    view = CaseView(
        case=case or full_case(),
        checklist=Checklist("id", "2026.11.0", "退货清单", date(2026, 11, 21), (), (), (), ()),
        steps=steps,
        current="review",
        window=window,
        due=steps[2].deadline,
        condition=condition,
        verdict=Verdict(
            Freight(Payer.BUYER, FreightRule.NO_REASON_FREE_SHIPPING, Payer.BUYER),
            lines,
            7636,
            8636,
            7000,
        ),
        deleted_on=None,
    )
    return replace(view, **changes)


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def case():
    """Make a case of these facts."""
    return full_case


@pytest.fixture
def view():
    """Make a view of a case, with these changes."""
    return full_view
