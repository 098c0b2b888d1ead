"""The import of a file: real widgets and threads over a stand-in for what reads files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.errors import BackupFailedError, DeskBusyError, InvalidFileError, Sentence
from cs_desk.domain.library.incoming import FileFormat, Remark, RuleDocument
from cs_desk.domain.library.merge import MatchedBy, MergeChoice, MergeKind
from cs_desk.ui.library.import_page import ImportPage
from tests.ui.library import page_bench
from tests.ui.library.incoming_files import (
    BACK,
    HELLO,
    LIBRARY,
    PAY,
    ROWS,
    FakeIntake,
    plan,
    row,
)

FILE = "/files/话术库-13.csdesk"
RULES = (RuleDocument("delivery_zones", b"{}"),)
CHECKLIST = object()


@pytest.fixture
def intake():
    made = FakeIntake()
    yield made
    made.release()


@pytest.fixture
def notices(qtbot):
    return page_bench.notice_bar(qtbot)


@pytest.fixture
def settle(qtbot):
    return partial(page_bench.settle, qtbot)


@pytest.fixture
def page(qtbot, intake, notices):
    made = page_bench.put_up(qtbot, ImportPage(intake, notices, page_bench.ICONS))
    made.heard = []
    made.imported.connect(lambda *told: made.heard.append(told))
    return made


@pytest.fixture
def opened(page, settle):
    """Return a function that opens a file and waits until it was read."""

    def open_(file=FILE):
        page.open(file)
        settle(lambda: page._work.busy)
        return page

    return open_


@pytest.fixture
def with_beginnings(page, settle):
    """Return a function that opens a file whose beginning can be told."""

    def open_():
        page._beginnings = lambda _file: [("gb18030", "亲，\n在的"), ("big5", "諦ㄛ婓")]
        page.open(FILE)
        settle(lambda: page._work.busy or page._looking.busy)
        box = page._file_head._encoding
        return [box.itemText(place) for place in range(box.count())]

    return open_


def tabs(page):
    bar = page._preview._tabs
    return [bar.tabText(place) for place in range(bar.count())]


def show_kind(page, name):
    bar = page._preview._tabs
    bar.setCurrentIndex([text.split()[0] for text in tabs(page)].index(name))


def all_button(page, choice):
    buttons = page._preview.findChildren(QPushButton)
    return next(b for b in buttons if b.accessibleName() == f"全部：{choice}")


def press(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page._preview._list, key, modifier)


def apply(page, settle):
    page._import.click()
    settle(lambda: page._work.busy)


def test_kinds_are_counted_and_what_needs_a_decision_comes_first(opened):
    assert tabs(opened()) == ["冲突 1", "有改动 1", "新增 1", "已移除 1", "相同 1", "占位符 1"]


def test_the_current_row_is_shown_on_both_sides(opened):
    left, right = opened()._preview._difference.texts()
    assert "别着急哦" in left
    assert "久等了" in right


def test_the_file_is_named_with_its_format_encoding_and_beginning(opened):
    head = opened()._file_head
    assert head._name.text() == "话术库-13.csdesk"
    assert head._format.currentText() == "自动（客服台话术库）"
    assert head._encoding.currentText() == "自动（UTF-8）"
    assert "亲，不好意思让您久等了" in head.sample()


def test_a_file_that_is_no_text_offers_no_encoding(opened, intake):
    intake.made = plan(encoding=None, format=FileFormat.XLSX)
    head = opened()._file_head
    assert not head._encoding.isVisible()
    assert not head._sample.isVisible()


@pytest.mark.parametrize(
    ("box", "place", "asked"),
    [
        ("_format", 4, (FILE, FileFormat.CSV, None)),
        ("_encoding", 2, (FILE, None, "gb18030")),
    ],
)
def test_another_format_or_encoding_reads_the_file_again(opened, intake, settle, box, place, asked):
    page = opened()
    getattr(page._file_head, box).setCurrentIndex(place)
    settle(lambda: page._work.busy)
    assert intake.planned == [(FILE, None, None), asked]


def test_each_encoding_shows_how_the_text_begins_in_it(with_beginnings):
    assert with_beginnings() == [
        "自动（UTF-8）",
        "GB18030  亲， 在的",
        "Big5  諦ㄛ婓",
    ]


def test_the_beginnings_help_where_the_file_could_not_be_read(with_beginnings, intake):
    intake.error = InvalidFileError("a.csv", Sentence("看不懂"))
    assert "GB18030  亲， 在的" in with_beginnings()


def test_the_chosen_encoding_stays_chosen_when_the_beginnings_are_known(page, with_beginnings):
    with_beginnings()
    box = page._file_head._encoding
    box.setCurrentIndex(2)
    box.show_beginnings([("utf-8", "亲")])
    assert box.chosen == "big5"


def test_the_next_file_is_read_as_it_is_found_out_to_be(opened, intake, settle):
    page = opened()
    page._file_head._encoding.setCurrentIndex(2)
    settle(lambda: page._work.busy)
    opened("/files/other.csv")
    assert intake.planned[-1] == ("/files/other.csv", None, None)


def test_what_was_skipped_and_lost_is_folded_and_unfolds_with_its_places(opened):
    remarks = opened()._file_head.remarks()
    assert remarks._line.text() == "没有导入 1、丢了一部分 1"
    assert not remarks._list.isVisible()
    QTest.keyClick(remarks._line, Qt.Key.Key_Space)
    assert remarks._list.isVisible()
    assert "没有导入 · 第 7 行：内容是空的" in remarks.text()


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (plan(older_than="14"), "比正在用的旧（正在用的是 14）"),
        (plan(stated_sha256="aa", sha256="bb"), "校验码对不上"),
        (plan(stated_sha256="aa", sha256="aa"), ""),
        (plan(), ""),
    ],
)
def test_an_older_or_changed_file_is_told_at_the_top(opened, intake, made, told):
    intake.made = made
    head = opened()._file_head
    assert told in head.doubts()
    assert head._doubts.isVisible() == bool(told)


@pytest.mark.parametrize(
    ("kind", "key", "chosen"),
    [
        ("冲突", Qt.Key.Key_1, {}),
        ("冲突", Qt.Key.Key_2, {"slow": MergeChoice.REPLACE}),
        ("冲突", Qt.Key.Key_3, {"slow": MergeChoice.BOTH}),
        ("冲突", Qt.Key.Key_Right, {"slow": MergeChoice.REPLACE}),
        ("冲突", Qt.Key.Key_Left, {}),
        ("新增", Qt.Key.Key_2, {"pay": MergeChoice.KEEP}),
        ("新增", Qt.Key.Key_3, {}),
        ("新增", Qt.Key.Key_Space, {"pay": MergeChoice.KEEP}),
        ("已移除", Qt.Key.Key_2, {"old": MergeChoice.REPLACE}),
        ("相同", Qt.Key.Key_2, {}),
        ("占位符", Qt.Key.Key_2, {"p:承担方": MergeChoice.KEEP}),
    ],
)
def test_keys_choose_for_the_current_row(opened, kind, key, chosen):
    page = opened()
    show_kind(page, kind)
    press(page, key)
    picked = page._preview.choices
    defaults = {r.key: r.default for r in ROWS}
    assert {k: c for k, c in picked.items() if c != defaults.get(k)} == chosen


def test_space_goes_round_the_choices(opened):
    page = opened()
    for _ in range(3):
        press(page, Qt.Key.Key_Space)
    assert page._preview.choices == {"slow": MergeChoice.KEEP}


def test_a_click_on_a_choice_takes_it(opened):
    page = opened()
    view = page._preview._list
    rect = view.visualRect(view.model().index(0, 0))
    place = view._delegate._buttons(ROWS[0], rect)[MergeChoice.BOTH].center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page._preview.choices == {"slow": MergeChoice.BOTH}


def test_a_click_beside_the_choices_takes_none(opened):
    page = opened()
    view = page._preview._list
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert page._preview.choices == {}


def test_one_press_chooses_for_all_of_the_kind_on_show_and_no_other(opened, intake):
    more = tuple(row(MergeKind.NEW, None, replace(PAY, id=f"n{n}")) for n in range(3))
    intake.made = plan(rows=ROWS + more)
    page = opened()
    show_kind(page, "新增")
    all_button(page, "不导入").click()
    assert page._preview.choices == dict.fromkeys(["pay", "n0", "n1", "n2"], MergeChoice.KEEP)


def test_choices_stay_when_another_kind_is_shown(opened):
    page = opened()
    press(page, Qt.Key.Key_2)
    show_kind(page, "新增")
    show_kind(page, "冲突")
    shown = page._preview._rows
    assert shown.choice(shown.row_at(0)) is MergeChoice.REPLACE


def test_a_file_that_is_read_again_has_its_defaults_again(opened):
    page = opened()
    press(page, Qt.Key.Key_2)
    opened()
    assert page._preview.choices == {}


@pytest.mark.parametrize(
    ("kind", "key", "told"),
    [
        ("冲突", Qt.Key.Key_1, "新增 1 条，改动 1 条，占位符 1 个"),
        ("冲突", Qt.Key.Key_2, "新增 1 条，改动 2 条，占位符 1 个"),
        ("冲突", Qt.Key.Key_3, "新增 2 条，改动 1 条，占位符 1 个"),
        ("已移除", Qt.Key.Key_2, "新增 1 条，改动 1 条，移到回收站 1 条，占位符 1 个"),
    ],
)
def test_the_foot_tells_what_would_be_done(opened, kind, key, told):
    page = opened()
    show_kind(page, kind)
    press(page, key)
    assert page._intent.text() == told


def test_the_foot_follows_a_choice_for_all(opened):
    page = opened()
    page._preview._rows.choose_all(MergeChoice.BOTH)
    page._preview._rows.choose_all(MergeChoice.REPLACE)
    assert page._intent.text() == "新增 1 条，改动 2 条，占位符 1 个"


def test_ctrl_enter_imports_what_was_chosen(opened, intake, settle):
    page = opened()
    press(page, Qt.Key.Key_3)
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: page._work.busy)
    assert intake.applied == [{"slow": MergeChoice.BOTH}]
    assert page.heard == [(LIBRARY, intake.outcome, Enclosed())]


def test_checklist_and_rules_are_taken_only_if_asked_for(opened, intake, settle):
    intake.made = plan(checklist=CHECKLIST, rules=RULES)
    page = opened()
    assert page._checklist.isVisible()
    page._rules.setChecked(True)
    apply(page, settle)
    assert intake.enclosed == [Enclosed(None, RULES)]
    assert page.heard[0][2] == Enclosed(None, RULES)


def test_without_checklist_and_rules_nothing_is_asked(opened):
    page = opened()
    assert not page._checklist.isVisible()
    assert not page._rules.isVisible()


def test_with_nothing_to_import_there_is_nothing_to_press(opened, intake):
    intake.made = plan(rows=(row(MergeKind.SAME, HELLO, HELLO),), placeholders=())
    page = opened()
    assert not page._import.isEnabled()
    assert page._intent.text() == "没有要导入的话术"


def test_rules_alone_can_be_imported(opened, intake):
    same = (row(MergeKind.SAME, HELLO, HELLO),)
    intake.made = plan(rows=same, placeholders=(), rules=RULES)
    page = opened()
    page._rules.setChecked(True)
    assert page._import.isEnabled()


def test_a_file_that_cannot_be_read_is_told_with_its_place_and_can_be_read_otherwise(
    opened, intake, settle
):
    intake.error = InvalidFileError("a.csv", Sentence("第 %1 行没有内容", ("3",)))
    page = opened()
    assert page._told.text() == "「a.csv」有问题：第 3 行没有内容"
    assert not page._import.isVisible()
    intake.error = None
    page._file_head._encoding.setCurrentIndex(2)
    settle(lambda: page._work.busy)
    assert page._import.isVisible()


def test_an_import_that_fails_is_told_and_the_choices_stay(opened, intake, settle, notices):
    page = opened()
    press(page, Qt.Key.Key_2)
    intake.error = BackupFailedError(Sentence("磁盘已满"))
    apply(page, settle)
    assert notices.text() == "没有备份：磁盘已满。"
    assert page.heard == []
    assert page._preview.isVisible()
    assert page._preview.choices == {"slow": MergeChoice.REPLACE}


def test_a_library_that_was_changed_meanwhile_is_compared_again_and_the_choices_stay(
    opened, intake, settle, notices
):
    page = opened()
    press(page, Qt.Key.Key_3)
    show_kind(page, "已移除")
    press(page, Qt.Key.Key_2)
    intake.applying_error = DeskBusyError()
    intake.made = plan(rows=ROWS[:3])
    apply(page, settle)
    assert "已重新比对" in notices.text()
    assert len(intake.planned) == 2
    assert page._preview.choices == {"slow": MergeChoice.BOTH}
    assert page._intent.text() == "新增 2 条，改动 1 条，占位符 1 个"


def test_a_page_that_was_left_by_mistake_still_has_its_choices(opened):
    page = opened()
    press(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page.open()
    assert page._preview.choices == {"slow": MergeChoice.REPLACE}
    assert page._preview._list.hasFocus()


def test_a_preview_that_is_out_of_date_is_compared_again_with_its_choices(
    opened, intake, settle, notices
):
    page = opened()
    press(page, Qt.Key.Key_2)
    page._library = lambda: replace(LIBRARY, name="别的")
    intake.made = plan(mine=page._library())
    page.open()
    settle(lambda: page._work.busy)
    assert len(intake.planned) == 2
    assert page._preview.choices == {"slow": MergeChoice.REPLACE}
    assert "重新比对" in notices.text()
    page.open()
    assert len(intake.planned) == 2


def test_a_reply_that_only_we_changed_may_be_taken_back_to_the_file(opened, intake):
    ours = replace(HELLO, body="改过")
    same, changed = row(MergeKind.SAME, BACK, BACK), row(MergeKind.SAME, ours, HELLO)
    changed = replace(changed, fields=("body",))
    intake.made = plan(rows=(same, changed), placeholders=())
    page = opened()
    rows = page._preview._rows
    told = [rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert told == [
        "进店问候 nh 售前/接待 · 文件没有变，是这里改过 保留我的",
        "退货步骤 th 售后/退货 相同",
    ]
    assert page._intent.text() == "没有要导入的话术"
    all_button(page, "用文件里的").click()
    assert page._preview.choices == {"hi": MergeChoice.REPLACE}
    assert page._intent.text() == "改动 1 条"


def test_a_new_reply_that_was_deleted_here_says_so(opened, intake):
    made = replace(row(MergeKind.NEW, None, PAY), base=PAY, default=MergeChoice.KEEP)
    intake.made = plan(rows=(made,), placeholders=())
    told = opened()._preview._rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "运费说明 yf 售后/运费 · 这里删除过 不导入"


def test_reading_that_takes_long_is_shown_with_its_progress_and_can_be_called_off(
    page, intake, settle, qtbot
):
    intake.hold()
    page.open(FILE)
    panel = page._panel
    assert not panel._cancel.isVisible()
    panel._timer.timeout.emit()
    qtbot.waitUntil(lambda: panel._count.text() == "3,000 / 20,000")
    assert panel._cancel.hasFocus()
    QTest.keyClick(panel._cancel, Qt.Key.Key_Space)
    settle(lambda: page._work.busy)
    assert page._told.text() == "已取消"


def test_an_import_that_is_called_off_changes_nothing_and_shows_the_preview_again(
    opened, intake, settle, notices
):
    page = opened()
    intake.hold()
    page._import.click()
    page._panel._cancel.click()
    settle(lambda: page._work.busy)
    assert intake.applied == []
    assert notices.text() == "已取消导入，什么都没有改动"
    assert page._preview.isVisible()


def test_leaving_the_page_calls_off_the_reading(page, intake, settle, qtbot):
    intake.hold()
    page.open(FILE)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    settle(lambda: page._work.busy)
    assert page._plan is None


def test_without_a_file_the_page_says_what_to_do(page):
    page.open()
    assert "选一个话术文件" in page._told.text()
    assert page._choose.hasFocus()


@pytest.mark.parametrize(
    ("matched", "told"),
    [
        (MatchedBy.ID, "售后/退货 · 改动：内容"),
        (MatchedBy.CODE, "售后/退货 · 改动：内容 · 按编码对上"),
        (MatchedBy.TEXT, "售后/退货 · 改动：内容 · 按内容相近对上，请核对"),
    ],
)
def test_a_row_tells_what_changes_and_by_what_it_was_recognised(opened, intake, matched, told):
    theirs = replace(BACK, body="请申请售后。")
    made = row(MergeKind.CHANGED, BACK, theirs, fields=("body",), matched_by=matched)
    intake.made = plan(rows=(made,), placeholders=())
    model = opened()._preview._rows
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"退货步骤 th {told} 用文件里的"


def test_a_remark_is_plain_text(opened, intake):
    odd = Remark(Sentence("第 %1 行", ("1",)), Sentence("有「%1」", ("<b>x</b>",)))
    intake.made = plan(warnings=(odd,), skipped=(), lost=())
    assert opened()._file_head.remarks().text() == "请留意 · 第 1 行：有「<b>x</b>」"


def test_tab_goes_from_the_kinds_to_what_is_for_all_and_then_to_the_rows(opened, qtbot):
    page = opened()
    show_kind(page, "新增")
    qtbot.waitUntil(lambda: all_button(page, "不导入").isVisible())
    stops = []
    page._preview._tabs.setFocus()
    for _ in range(3):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        stops.append(page.focusWidget().accessibleName())
    assert stops == ["全部：导入", "全部：不导入", "要导入的话术"]
