from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit

from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Reason
from cs_desk.domain.returns.return_case import CaseFacts, OrderLine
from cs_desk.ui.icons import Icons
from cs_desk.ui.returns.case_form import CaseForm
from cs_desk.ui.theme import LIGHT
from tests.fakes import FixedClock

ICONS = Icons(Path(__file__).parents[3] / "resources" / "icons")
CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=CHINA)
ORDER = "4210387650123456789"
SIGNED = datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)

KNOWN = CaseFacts(
    order=ORDER,
    buyer="小满同学",
    item="针织开衫",
    spec="米白 M",
    category="服饰",
    paid=19000,
    freight_paid=1000,
    reason=Reason.SIZE,
    fault=Fault.BUYER,
    outcome=Outcome.EXCHANGE,
    parcel=Parcel.SIGNED,
    flags=frozenset({Flag.NO_REASON, Flag.INSURED}),
    moments={Anchor.SIGNED: SIGNED, Anchor.SHIPPED: SIGNED - timedelta(days=3)},
    goods=(OrderLine("开衫", 12000), OrderLine("裙子", 10000)),
    returned=(1,),
    discount=3000,
    discount_over=20000,
    gift=500,
    shop="s1",
)

ORDER_TEXT = f"""订单编号：{ORDER}
收货地址：王小明，13812345678，成都市
买家昵称：小满同学
商品名称：针织开衫
颜色分类：米白;尺码：M
实付款：￥190.00
发货时间：2026-11-07 14:05:00
签收时间：2026-11-10 14:05:00
"""


@pytest.fixture
def form(qtbot):
    made = CaseForm(ICONS, LIGHT, FixedClock(NOW))
    qtbot.addWidget(made)
    made.resize(380, 820)
    with qtbot.waitActive(made):
        made.show()
    made.begin(CaseFacts(), "新建退货单")
    return made


def write(qtbot, field, text):
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(field.line, text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field.line, event)


def choose(field, value):
    field.choose(value)
    field.list.activated.emit(field.list.currentIndex())


# -- facts in and out ----------------------------------------------------------------------------


def test_the_facts_of_a_case_come_out_as_they_went_in(form):
    form.begin(KNOWN, "修改")
    assert form.facts() == KNOWN
    assert not form.has_changes()


def test_an_empty_form_is_an_empty_case(form):
    assert form.facts() == CaseFacts()


def test_the_first_field_has_the_keyboard(form):
    assert QApplication.focusWidget() is form.fields.order.line


def test_what_is_typed_becomes_a_case(form, qtbot):
    fields = form.fields
    write(qtbot, fields.order, ORDER)
    write(qtbot, fields.paid, "190")
    write(qtbot, fields.signed, "11-10 14:05")
    choose(fields.outcome, Outcome.EXCHANGE)
    fields.flags[Flag.NO_REASON].click()
    with qtbot.waitSignal(form.submitted) as told:
        qtbot.keyClick(fields.signed.line, Qt.Key.Key_Return)
    assert told.args == [
        CaseFacts(
            order=ORDER,
            paid=19000,
            outcome=Outcome.EXCHANGE,
            flags=frozenset({Flag.NO_REASON}),
            moments={Anchor.SIGNED: SIGNED},
        )
    ]


def test_the_button_stores_too(form, qtbot):
    with qtbot.waitSignal(form.submitted):
        qtbot.mouseClick(form._save, Qt.MouseButton.LeftButton)


def test_enter_that_ends_a_composition_stores_nothing(form, qtbot, type_chinese):
    type_chinese(form.fields.item.line, composing="zhen'zhi")
    with qtbot.assertNotEmitted(form.submitted):
        qtbot.keyClick(form.fields.item.line, Qt.Key.Key_Return)
    type_chinese(form.fields.item.line, "针织")
    with qtbot.waitSignal(form.submitted) as told:
        qtbot.keyClick(form.fields.item.line, Qt.Key.Key_Return)
    assert told.args[0].item == "针织"


def test_a_moment_that_is_deleted_is_not_kept(form, qtbot):
    form.begin(KNOWN, "修改")
    write(qtbot, form.fields.signed, "")
    assert set(form.facts().moments) == {Anchor.SHIPPED}


def test_the_kinds_of_goods_of_the_checklist_are_offered(form):
    form.begin(KNOWN, "修改")
    form.offer_categories(["鞋靴", "数码配件"])
    offered = form.fields.category.list
    names = [offered.itemText(place) for place in range(offered.count())]
    assert names == ["其他", "鞋靴", "数码配件", "服饰"]
    assert form.facts().category == "服饰"


def test_escape_leaves_and_keeps_what_is_typed(form, qtbot):
    write(qtbot, form.fields.buyer, "tb1")
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form.fields.buyer.line, Qt.Key.Key_Escape)
    assert form.facts().buyer == "tb1"
    assert form.has_changes()


def test_who_comes_back_goes_on_in_the_same_field(form, qtbot):
    write(qtbot, form.fields.paid, "19")
    form._save.setFocus()
    form.focus()
    assert QApplication.focusWidget() is form.fields.paid.line


def test_tab_walks_down_the_form(form, qtbot):
    form._unfold.click()
    form.fields.order.focus()
    expected = ["订单号", "买家昵称", "商品", "规格", "实付款（含运费，元）", "品类"]
    expected += ["签收时间", "申请时间", "退货原因", "处理方式", "责任", "申请时货在哪里"]
    met = []
    for _ in range(len(expected)):
        met.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert met == expected


def test_tab_walks_through_the_items_before_the_amounts(form, qtbot):
    form.begin(KNOWN, "修改")
    form.goods.focus()
    met = []
    for _ in range(13):
        met.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    lines = [each.text() for each in met if isinstance(each, QLineEdit)]
    assert lines[:6] == ["开衫", "120.00", "裙子", "100.00", "30.00", "200.00"]


# -- what is wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("order", "123", "订单号是 12 到 20 位数字"),
        ("order", "42103876501234567x", "订单号是 12 到 20 位数字"),
        ("paid", "-5", "金额不能是负数"),
        ("paid", "abc", "写成 190 或 190.00，最多两位小数"),
        ("paid", "1.005", "写成 190 或 190.00，最多两位小数"),
        ("item", "开\u202e衫", "有看不见的字符，请删掉重新输入"),
        ("discount", "-1", "金额不能是负数"),
        ("freight_paid", "-1", "金额不能是负数"),
        ("freight_paid", "x", "写成 190 或 190.00，最多两位小数"),
        ("signed", "2026-02-30", "看不懂这个时间，写成 11-10 14:05 或 昨天"),
        ("signed", "11-23 14:05", "2026-11-23 14:05 在将来，请核对"),
        ("signed", "1999-01-01", "1999-01-01 太早，请核对"),
        ("applied", "明天", "2026-11-23 在将来，请核对"),
    ],
)
def test_a_wrong_field_says_so_while_typing_and_stores_nothing(form, qtbot, name, text, told):
    form._unfold.click()
    field = getattr(form.fields, name)
    write(qtbot, field, text)
    assert field.told() == told
    assert field.line.property("state") == "invalid"
    with qtbot.assertNotEmitted(form.submitted):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field.line


def test_a_mended_field_says_nothing(form, qtbot):
    write(qtbot, form.fields.paid, "-5")
    write(qtbot, form.fields.paid, "5")
    assert form.fields.paid.told() == ""
    assert form.facts().paid == 500


def test_more_freight_than_was_paid_is_said_and_mended_by_either(form, qtbot):
    form._unfold.click()
    write(qtbot, form.fields.freight_paid, "12")
    assert form.facts().freight_paid == 1200
    write(qtbot, form.fields.paid, "10")
    assert form.fields.freight_paid.told() == "运费不能多于实付款"
    assert form.facts() is None
    write(qtbot, form.fields.paid, "12")
    assert form.fields.freight_paid.told() == ""
    assert (form.facts().paid, form.facts().freight_paid) == (1200, 1200)


def test_the_form_says_how_it_understood_a_moment(form, qtbot):
    write(qtbot, form.fields.signed, "11-10 14:05")
    assert form.fields.signed.told() == "2026-11-10 14:05 周二"
    assert form.fields.signed.line.property("state") == ""


def test_a_wrong_amount_in_the_folded_part_is_unfolded(form, qtbot):
    form._unfold.click()
    write(qtbot, form.fields.gift, "x")
    form._unfold.click()
    form._save.click()
    assert form.fields.gift.line.isVisible()
    assert QApplication.focusWidget() is form.fields.gift.line


@pytest.mark.parametrize("name", ["order", "outbound_freight"])
def test_a_wrong_field_out_of_sight_is_scrolled_to(form, qtbot, name):
    form.resize(320, 400)
    field = getattr(form.fields, name)
    field.line.setText("x")
    bar = form._scroll.verticalScrollBar()
    bar.setValue(bar.maximum() if name == "order" else 0)
    form._save.click()
    assert field.line.visibleRegion().boundingRect().height() == field.line.height()


def test_an_order_number_that_was_stored_once_is_let_be(form):
    form.begin(CaseFacts(order="TB-1"), "修改")
    assert form.facts() == CaseFacts(order="TB-1")


# -- what follows from a choice ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "fault"),
    [
        (Reason.QUALITY, Fault.SELLER),
        (Reason.SIZE, Fault.BUYER),
        (Reason.MISC, Fault.UNKNOWN),
    ],
)
def test_the_reason_sets_the_usual_fault(form, reason, fault):
    choose(form.fields.reason, reason)
    assert form.facts().fault is fault


def test_a_wrong_description_is_the_sellers_fault(form, qtbot):
    choose(form.fields.reason, Reason.COLOR)
    form.fields.flags[Flag.MISDESCRIBED].click()
    assert form.facts().fault is Fault.SELLER
    form.fields.flags[Flag.MISDESCRIBED].click()
    assert form.facts().fault is Fault.BUYER


def test_a_fault_that_a_person_chose_stays(form):
    choose(form.fields.reason, Reason.QUALITY)
    choose(form.fields.fault, Fault.BUYER)
    choose(form.fields.outcome, Outcome.EXCHANGE)
    assert form.facts().fault is Fault.BUYER


def test_a_refused_parcel_is_on_its_way(form):
    choose(form.fields.reason, Reason.REFUSED)
    assert form.facts().parcel is Parcel.IN_TRANSIT


def test_a_wheel_that_passes_over_a_choice_changes_nothing(form):
    nowhere, down = QPointF(5, 5), QPoint(0, -120)
    how = (Qt.MouseButton.NoButton, Qt.KeyboardModifier(0), Qt.ScrollPhase.NoScrollPhase, False)
    turned = QWheelEvent(nowhere, nowhere, QPoint(), down, *how)
    QApplication.sendEvent(form.fields.reason.list, turned)
    assert form.facts() == CaseFacts()


# -- pasted order text ---------------------------------------------------------------------------


def test_the_button_pastes_order_text_into_the_fields(form, qtbot):
    QGuiApplication.clipboard().setText(ORDER_TEXT)
    qtbot.mouseClick(form.paste._button, Qt.MouseButton.LeftButton)
    facts = form.facts()
    assert (facts.order, facts.buyer, facts.item, facts.spec) == (
        ORDER,
        "小满同学",
        "针织开衫",
        "米白 M",
    )
    assert facts.paid == 19000
    assert facts.moments == {Anchor.SIGNED: SIGNED, Anchor.SHIPPED: SIGNED - timedelta(days=3)}
    assert form.paste.told().startswith("已填写：订单号、买家、商品、规格、实付款、")


def test_freight_in_pasted_text_is_filled_in_and_unfolded(form):
    form.paste.pasted.emit("实付款：￥190.00（含运费 10.00）")
    assert (form.facts().paid, form.facts().freight_paid) == (19000, 1000)
    assert form.fields.freight_paid.line.isVisible()
    assert form.paste.told() == "已填写：实付款、运费"


def test_an_order_without_freight_takes_back_what_stood_there(form):
    form.begin(KNOWN, "修改")
    form.paste.pasted.emit("实付款：￥190.00\n运费：￥0.00")
    assert (form.facts().freight_paid, form.fields.freight_paid.text()) == (0, "")


def test_dropped_text_is_read_and_not_kept(form):
    data = QMimeData()
    data.setText(ORDER_TEXT)
    box = form.paste._box
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(box.viewport(), QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(box.viewport(), QDropEvent(QPointF(5, 5), *how))
    assert form.facts().order == ORDER
    assert box.toPlainText() == ""


def test_ctrl_v_in_the_box_reads_the_text(form, qtbot):
    QGuiApplication.clipboard().setText(f"订单编号：{ORDER}")
    qtbot.keyClick(form.paste._box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.facts().order == ORDER


def test_typed_text_is_read_with_enter(form, qtbot, type_chinese):
    type_chinese(form.paste._box, f"订单编号：{ORDER}")
    qtbot.keyClick(form.paste._box, Qt.Key.Key_Return)
    assert form.facts().order == ORDER


def test_text_without_an_order_changes_nothing(form):
    form.begin(KNOWN, "修改")
    form.paste.pasted.emit("亲，我想退货")
    assert form.paste.told() == "没有认出订单信息，请在下面填写"
    assert form.facts() == KNOWN


def test_of_several_orders_the_form_says_which_was_taken(form):
    form.paste.pasted.emit(f"订单号：{ORDER}\n订单号：4210387650123450000")
    assert form.paste.told() == "已填写：订单号。文字里有 2 个订单，填的是第一个"


# -- an order that has a case already ------------------------------------------------------------


def test_an_order_number_is_told_as_soon_as_it_is_one(form, qtbot):
    told = []
    form.order_typed.connect(told.append)
    write(qtbot, form.fields.order, ORDER[:13])
    assert told == [ORDER[:12], ORDER[:13]]


def test_a_pasted_order_number_is_told(form, qtbot):
    with qtbot.waitSignal(form.order_typed) as told:
        form.paste.pasted.emit(f"订单编号：{ORDER}")
    assert told.args == [ORDER]


def test_the_order_number_that_a_case_begins_with_is_told(form, qtbot):
    with qtbot.waitSignal(form.order_typed) as told:
        form.begin(KNOWN, "新建退货单")
    assert told.args == [ORDER]


def test_the_case_of_the_same_order_is_offered(form, qtbot):
    write(qtbot, form.fields.order, ORDER)
    form.show_duplicate("R261122-003")
    assert form._duplicate.text() == "这个订单已有退货单 R261122-003"
    with qtbot.waitSignal(form.case_chosen) as told:
        qtbot.mouseClick(form._open_duplicate, Qt.MouseButton.LeftButton)
    assert told.args == ["R261122-003"]


def test_the_offer_goes_with_the_order_number(form, qtbot):
    write(qtbot, form.fields.order, ORDER)
    form.show_duplicate("R261122-003")
    qtbot.keyClick(form.fields.order.line, Qt.Key.Key_Backspace)
    assert not form._duplicate_line.isVisible()


# -- items ---------------------------------------------------------------------------------------


def test_items_are_added_priced_and_marked(form, qtbot):
    form._unfold.click()
    goods = form.goods
    qtbot.keyClicks(goods._rows[0].name, "A")
    qtbot.keyClicks(goods._rows[0].price, "120")
    goods._add.click()
    qtbot.keyClicks(QApplication.focusWidget(), "B")
    qtbot.keyClicks(goods._rows[1].price, "100")
    goods._rows[0].back.click()
    facts = form.facts()
    assert facts.goods == (OrderLine("A", 12000), OrderLine("B", 10000))
    assert facts.returned == (1,)


def test_an_item_is_removed(form):
    form.begin(KNOWN, "修改")
    form.goods._rows[0].remove.click()
    assert form.facts().goods == (OrderLine("裙子", 10000),)
    assert form.facts().returned == ()


@pytest.mark.parametrize("price", ["", "-1", "x"])
def test_an_item_needs_a_price(form, qtbot, price):
    form._unfold.click()
    qtbot.keyClicks(form.goods._rows[0].name, "A")
    qtbot.keyClicks(form.goods._rows[0].price, price)
    with qtbot.assertNotEmitted(form.submitted):
        form._save.click()
    assert form.goods._problem.isVisible()


def test_at_least_one_item_comes_back(form):
    form.begin(KNOWN, "修改")
    form.goods._rows[1].back.click()
    assert form.facts() is None
    assert form.goods._problem.text() == "请勾选退回的是哪一件"


def test_a_form_with_amounts_is_unfolded(form):
    assert not form._folded.isVisible()
    form.begin(KNOWN, "修改")
    assert form._folded.isVisible()
