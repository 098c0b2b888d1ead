from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from cs_desk.domain.returns.freight import FreightRule
from cs_desk.domain.returns.kinds import Outcome, Payer, StepStatus
from cs_desk.domain.returns.refund import LineKind, RefundLine
from cs_desk.domain.returns.return_case import Note
from cs_desk.domain.returns.verdict import Freight
from cs_desk.exchange.returns.case_sheet import case_sheet

PLAIN = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "br", "span"}
PLAIN |= {"table", "thead", "tbody", "tr", "th", "td"}
HOSTILE = '"><img src=x onerror=alert(1)><script>x</script>&lt;b>'


class Seen(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def seen(view, now):
    """What a reader sees of the sheet of a case with these changes."""
    return lambda case=None, **changes: Seen(case_sheet(view(case, **changes), now, str)).text


@pytest.mark.parametrize(
    "told",
    [
        "退货单 R261115-003",
        "2233445566778899001",
        "小**",
        "最晚 11月17日 23:59:59 申请，剩 2 天 14 小时",
        "1. 确认退货条件",
        "☑ 确认退货条件的第 1 项检查　王芳 2026-11-10 14:05",
        "☐ 等待审核的第 2 项检查",
        "☐ 等待审核的第 3 项检查（可选）",
        "时限 2026-11-16 10:00:00 · 第三方整理的淘宝超时说明（2026-11-21 核对）；参考时限",
        "包邮商品七天无理由退货，买家只承担寄回的运费。",
        "《淘宝平台争议处理规则》第五十三条",
        "应退合计¥76.36",
        "按实付比例分摊为 ¥86.36，按购买时价格重新结算为 ¥70.00",
        "买家说吊牌还在",
        "退货地址SHA-256 cccccccc",
        "吊牌照片.png　确认退货条件SHA-256 aaaaaaaa",
        "勾选「确认退货条件的第 1 项检查」",
    ],
)
def test_a_sheet_tells_everything_of_a_case(seen, told):
    assert told in seen().replace("\n", "")


def test_personal_data_is_masked(seen, case):
    notes = (Note("王芳", case().opened_at, "小满同学 13800138000"),)
    text = seen(replace(case(item="给小满同学的T恤 xiaoman@qq.com"), notes=notes))

    assert "小满同学" not in text
    assert "13800138000" not in text
    assert "xiaoman@" not in text


def test_a_nick_that_was_corrected_is_masked_too(seen, case):
    corrected = replace(case(item="给小鱼同学的T恤"), former_buyers=("小鱼同学",))

    assert "小鱼同学" not in seen(corrected)


@pytest.mark.parametrize("place", ["order", "buyer", "item", "spec", "category"])
def test_what_was_written_stays_text(view, case, now, place):
    page = Seen(case_sheet(view(case(**{place: HOSTILE})), now, str))

    assert page.tags <= PLAIN
    assert not {"src", "href", "onerror"} & page.attributes
    assert HOSTILE in page.text or place in {"buyer", "category"}


def test_hostile_names_and_notes_stay_text(view, case, now):
    full = case()
    told = replace(
        full,
        notes=(Note(HOSTILE, now, HOSTILE),),
        evidence=tuple(replace(kept, name=HOSTILE, by=HOSTILE) for kept in full.evidence),
        replies=tuple(replace(reply, title=HOSTILE) for reply in full.replies),
        history=tuple(replace(line, about=HOSTILE, detail=HOSTILE) for line in full.history),
    )
    assert Seen(case_sheet(view(told), now, str)).tags <= PLAIN


def test_marks_that_reverse_the_direction_are_left_out(seen, case):
    assert "T恤gnp.exe" in seen(case(item="T恤\u202egnp.exe\x00\ud800"))


def test_a_page_needs_nothing_from_elsewhere(view, now):
    html = case_sheet(view(), now, str)

    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html


def test_a_step_that_does_not_apply_tells_why_instead_of_its_checks(seen, view):
    steps = view().steps
    skipped = replace(steps[3], status=StepStatus.NOT_APPLICABLE, skipped="货不用寄回")
    text = seen(steps=(*steps[:3], skipped, *steps[4:]))

    assert "货不用寄回" in text
    assert "准备退货商品的第 1 项检查" not in text


def test_an_overruled_payer_and_amount_are_told_with_what_the_rules_gave(seen, view):
    freight = Freight(Payer.SELLER, FreightRule.NO_REASON_FREE_SHIPPING, Payer.BUYER)
    line = RefundLine("freight", LineKind.FREIGHT, "", 0, -1000)
    text = seen(verdict=replace(view().verdict, freight=freight, lines=(line,)))

    assert "人工改定，按规则为买家承担" in text
    assert "人工改定，原为 -¥10.00" in text


def test_what_comes_back_in_kind_has_no_amount(seen, view):
    coupon = RefundLine("coupon", LineKind.COUPON, "", 0, 0)

    assert "（原样退回）—" in seen(verdict=replace(view().verdict, lines=(coupon,)))


def test_freight_in_what_was_paid_is_told_where_there_is_any(seen, case):
    assert "其中运费" not in seen()
    assert "其中运费¥10.00" in seen(case(freight_paid=1000)).replace("\n", "")


def test_a_sum_that_a_person_put_is_not_told_where_goods_come_instead(seen, case):
    overruled = {"refund": 500}
    assert "应退合计（人工改定）" in seen(replace(case(), overruled=overruled))
    exchange = replace(case(outcome=Outcome.EXCHANGE), overruled=overruled)
    assert "应退合计（人工改定）" not in seen(exchange)


def test_without_the_amount_paid_there_is_no_sum(seen, view):
    unknown = replace(view().verdict, refund=None, lines=(), pro_rata=None, resettle=None)

    assert "实付金额未填" in seen(verdict=unknown)


def test_parts_that_hold_nothing_are_left_out(seen, case):
    empty = replace(case(), notes=(), evidence=(), replies=(), history=())

    assert not {"备注", "凭证", "话术记录", "经过"} & set(seen(empty).split("\n"))


def test_labels_are_translated(view, now):
    english = {"退货单 %1": "Return %1"}

    assert "<h1>Return R261115-003</h1>" in case_sheet(
        view(), now, lambda told: english.get(told, told)
    )
