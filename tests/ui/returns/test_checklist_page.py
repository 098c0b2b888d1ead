"""The supervisor's page: what is typed, saved, taken back and handed on."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cs_desk.app.checklists import Checklists
from cs_desk.domain.errors import InvalidFileError, Sentence, StoreFailedError
from cs_desk.domain.returns.checklist import Grade
from cs_desk.domain.returns.checklist_edits import with_new_check
from cs_desk.ui.icons import Icons
from cs_desk.ui.notice_bar import NoticeBar
from cs_desk.ui.returns.checklist_page import ChecklistPage
from cs_desk.ui.theme import LIGHT
from tests.fake_cases import BUNDLED, InMemoryChecklistStore

ICONS = Path(__file__).parents[3] / "resources" / "icons"
KEYS = Qt.Key


class InMemoryChecklistFiles:
    def __init__(self):
        self.files = {}

    def read_checklist(self, file):
        if file not in self.files:
            raise InvalidFileError(file, Sentence("文件是空的"))
        return self.files[file]

    def save_checklist(self, checklist, file):
        self.files[file] = checklist


class Bench:
    """A narrow window with nothing but the page and its notices."""

    def __init__(self):
        self.store = InMemoryChecklistStore()
        self.checklists = Checklists(BUNDLED, self.store, nullcontext)
        self.files = InMemoryChecklistFiles()
        self.heard = []
        self.window = QWidget()
        self.notices = NoticeBar(self.window)
        self.page = ChecklistPage(self.checklists, self.notices, Icons(ICONS), self.files)
        self.page.changed.connect(lambda: self.heard.append("changed"))
        self.page.left.connect(lambda: self.heard.append("left"))
        QVBoxLayout(self.window).addWidget(self.page)
        self.window.resize(380, 820)
        self.window.show()
        self.page.set_colours(LIGHT)
        self.page.open()

    def button(self, text):
        buttons = self.page.findChildren(QAbstractButton)
        return next(b for b in buttons if b.text() == text and b.isVisible())

    def press(self, text):
        self.button(text).click()

    def field(self, name):
        kinds = (QLineEdit, QPlainTextEdit)
        found = (f for kind in kinds for f in self.page.findChildren(kind))
        return next(f for f in found if f.accessibleName() == name and f.isVisible())

    def type_into(self, name, text):
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, KEYS.Key_Delete)
        QTest.keyClicks(field, text)

    def type_title(self, text):
        """Give the chosen check a title; its label is the same word as its list's."""
        self.page._steps._title.setFocus()
        self.page._steps._title.selectAll()
        QTest.keyClicks(self.page._steps._title, text)

    def open_tab(self, index):
        self.page._tabs.setCurrentIndex(index)

    def choose(self, table, row):
        table.setCurrentIndex(table.model().index(row, 0))

    @property
    def first(self):
        return self.checklists.current.steps[0].checks[0]

    @property
    def fault(self):
        return self.page._fault.text() if self.page._fault.isVisible() else ""


@pytest.fixture
def bench(qtbot):
    made = Bench()
    qtbot.addWidget(made.window)
    return made


def test_nothing_counts_before_it_is_saved(bench):
    bench.type_title("Ask")
    assert bench.first.title == "记下买家说的原因"
    bench.press("保存")
    assert bench.first.title == "Ask"
    assert bench.heard == ["changed"]


def test_saving_can_be_taken_back_and_leaves_the_edit_on_the_page(bench):
    bench.type_title("Ask")
    bench.press("保存")
    bench.notices.act()
    assert bench.checklists.current == BUNDLED
    assert bench.page._steps._title.text() == "Ask"


def test_what_is_not_saved_is_still_there_when_the_page_is_opened_again(bench):
    bench.type_title("Ask")
    QTest.keyClick(bench.page, KEYS.Key_Escape)
    bench.page.open()
    assert bench.heard == ["left"]
    assert bench.page._steps._title.text() == "Ask"
    assert "没有保存" in bench.page._version.text()


def test_what_another_process_saved_is_shown_unless_something_is_unsaved(bench):
    bench.store.use(with_new_check(BUNDLED, 0, 0, "别处加的"))
    bench.page.open()
    assert bench.page._steps._title.text() == "别处加的"


def test_a_fault_is_told_while_typing_and_cannot_be_saved(bench):
    bench.page._steps._title.selectAll()
    QTest.keyClick(bench.page._steps._title, KEYS.Key_Delete)
    assert bench.fault == "「确认退货条件」第 1 项：不能为空"
    assert not bench.button("保存").isEnabled()
    QTest.keyClicks(bench.page._steps._title, "Ask")
    assert bench.fault == ""


def test_a_check_is_added_below_the_chosen_one_and_named_at_once(bench):
    bench.press("新增")
    QTest.keyClicks(bench.page._steps._title, "Photo")
    bench.press("保存")
    checks = bench.checklists.current.steps[0].checks
    assert [check.title for check in checks[:2]] == ["记下买家说的原因", "Photo"]
    assert checks[1].key == "own_2026_11_0_1"


def test_a_check_moves_down_and_up_again(bench):
    bench.press("下移")
    assert bench.page._draft.steps[0].checks[1].key == "reason_recorded"
    bench.press("上移")
    assert bench.page._draft == BUNDLED


def test_the_first_check_goes_no_higher(bench):
    assert not bench.button("上移").isEnabled()


def test_a_removed_check_comes_back_by_undo(bench):
    bench.press("删除")
    assert BUNDLED.steps[0].checks[0] not in bench.page._draft.steps[0].checks
    bench.notices.act()
    assert bench.page._draft == BUNDLED


def test_an_edit_ends_the_offer_to_take_back_what_was_before(bench):
    bench.press("删除")
    bench.type_title("Ask")
    assert not bench.notices.act()
    assert bench.page._draft.steps[0].checks[0].title == "Ask"


def test_an_edit_hides_no_trouble(bench):
    bench.page._import_from("坏.json")
    bench.type_title("Ask")
    assert bench.notices.isVisible()


def test_all_checks_of_a_step_may_be_removed_but_not_saved(bench):
    bench.page._steps._step.setCurrentIndex(3)
    for _ in BUNDLED.steps[3].checks:
        bench.press("删除")
    assert bench.fault == "「准备退货商品」：至少要有一个检查项"
    bench.press("新增")
    assert bench.fault == ""


def test_marks_and_hint_are_edited(bench):
    bench.press("必做")
    bench.press("由主管决定")
    bench.type_into("为什么、怎么做", "Because")
    bench.press("保存")
    check = bench.first
    assert (check.mandatory, check.supervisor, check.hint) == (False, True, "Because")


def test_a_suggestion_keeps_its_cases_while_the_others_are_typed(bench):
    field = bench.field("这一步建议的话术")
    before = BUNDLED.steps[0].suggestions
    QTest.keyClick(field, KEYS.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, KEYS.Key_Backspace)
    QTest.keyClicks(field, "q zj")
    after = bench.page._draft.steps[0].suggestions
    assert after[:-1] == before
    assert after[-1].reply == "zj"


def test_a_timer_with_another_figure_is_no_longer_that_of_its_source(bench):
    bench.open_tab(1)
    bench.choose(bench.page._timers._timers, 5)
    bench.type_into("多久（留空就看千牛）", "36")
    bench.press("保存")
    timer = bench.checklists.current.timer("T5")
    assert (timer.amount, timer.grade) == (36, Grade.UNVERIFIED)


def test_a_timer_without_a_figure_is_left_to_the_platform(bench):
    bench.open_tab(1)
    bench.choose(bench.page._timers._timers, 6)
    bench.type_into("多久（留空就看千牛）", "")
    assert bench.page._draft.timer("T6").amount is None


def test_the_law_cannot_be_shortened(bench):
    bench.open_tab(1)
    bench.type_into("多久（留空就看千牛）", "5")
    assert bench.fault == "时限 T0：七天无理由不能少于 7 天，只能承诺更长"


def test_source_and_day_of_checking_are_edited(bench):
    bench.open_tab(1)
    bench.choose(bench.page._timers._timers, 5)
    bench.type_into("来源", "QN 2027-01")
    bench.type_into("核对日期", "2027-01-05")
    timer = bench.page._draft.timer("T5")
    assert (timer.source, str(timer.checked_on)) == ("QN 2027-01", "2027-01-05")


def test_what_is_no_day_is_marked_and_dropped(bench):
    bench.open_tab(1)
    bench.type_into("核对日期", "2027-13")
    field = bench.field("核对日期")
    assert field.property("state") == "invalid"
    bench.field("名称").setFocus()
    assert field.property("state") == "filled"


def test_what_good_condition_means_is_edited(bench):
    bench.open_tab(2)
    bench.type_into("完好要求", "Tags on")
    bench.press("保存")
    condition = bench.checklists.current.condition("服饰")
    assert (condition.demands, condition.grade) == ("Tags on", Grade.UNVERIFIED)


def test_the_bundled_one_comes_back_and_can_be_taken_back(bench):
    bench.type_title("Ask")
    bench.press("保存")
    edited = bench.checklists.current
    bench.press("恢复默认")
    assert bench.checklists.current == BUNDLED
    bench.notices.act()
    assert bench.checklists.current == edited


def test_edits_are_given_up_and_can_be_taken_back(bench):
    bench.type_title("Ask")
    bench.press("放弃修改")
    assert bench.page._draft == BUNDLED
    bench.notices.act()
    assert bench.page._draft.steps[0].checks[0].title == "Ask"


def test_a_checklist_travels_in_a_file(bench):
    bench.page._export_to("/there/单.json")
    assert bench.files.files == {"/there/单.json": BUNDLED}
    assert bench.notices.text() == "已导出到「单.json」"


def test_what_is_not_saved_is_not_handed_on(bench):
    bench.type_title("Ask")
    bench.press("导出…")
    assert "请先保存" in bench.notices.text()


def test_an_imported_checklist_is_looked_at_before_it_counts(bench):
    bench.files.files["单.json"] = with_new_check(BUNDLED, 0, 0, "他们加的")
    bench.page._import_from("单.json")
    assert bench.page._steps._title.text() == "他们加的"
    assert bench.checklists.current == BUNDLED
    bench.press("保存")
    assert bench.first.title == "他们加的"


def test_a_bad_file_is_told_of_and_changes_nothing(bench):
    bench.page._import_from("坏.json")
    assert "文件是空的" in bench.notices.text()
    assert bench.page._draft == BUNDLED


def test_a_store_that_fails_loses_no_edit(bench):
    def fail(_checklist):
        raise StoreFailedError(Sentence("磁盘已满"), outcome_known=True)

    bench.store.keep = fail
    bench.type_title("Ask")
    bench.press("保存")
    assert "磁盘已满" in bench.notices.text()
    assert bench.page._draft.steps[0].checks[0].title == "Ask"
    assert bench.heard == []


def test_every_input_has_a_name_for_a_screen_reader(bench):
    inputs = [f for kind in (QLineEdit, QPlainTextEdit) for f in bench.page.findChildren(kind)]
    assert [f for f in inputs if not f.accessibleName()] == []
