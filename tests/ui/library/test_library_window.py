"""The supervisor's work in the wide window, with keyboard and mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
)

from cs_desk.catalogue import read_catalogue
from cs_desk.domain.errors import DeskBusyError
from cs_desk.domain.template import ReplyTemplate, ToneVariant
from cs_desk.ui.library.group_choice import GroupChoice
from cs_desk.ui.library.library_window import LibraryWindow
from cs_desk.ui.library.page import HeadedPage
from cs_desk.ui.tab_stops import tab_stops
from cs_desk.ui.theme import DARK
from cs_desk.ui.translator import CatalogueTranslator

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def shown(window):
    rows = window.list.view.rows
    return [rows.row_at(row).template.title for row in range(rows.rowCount())]


def row_of(window, template_id):
    rows = window.list.view.rows
    return rows.row_at(rows.row_of(template_id))


def retitle(window, title):
    window.editor.fields.title.setText(title)


# -- looking ---------------------------------------------------------------------------------


def test_the_window_opens_with_the_first_reply(window):
    assert window.windowTitle() == "话术库"
    assert window.editor.fields.title.text() == "问候"
    assert window.editor.preview.text() == "亲，我是云朵家女装的客服。"


def test_a_group_shows_its_replies_and_those_below_it(window):
    window.groups.choose("售后")
    assert shown(window) == ["退货步骤", "运费说明"]
    window.groups.choose("")
    assert shown(window) == ["未归类"]


def test_the_filter_looks_at_title_code_and_text(window):
    press(window, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "hmd")
    assert shown(window) == ["还没到"]
    press(window, Qt.Key.Key_Escape)
    assert len(shown(window)) == 5


@pytest.mark.parametrize(
    ("group", "sought", "told"),
    [(None, "没有的", "没有结果：「没有的」"), ("空的", "", "空分组")],
)
def test_an_empty_list_says_why(window, desk, group, sought, told):
    desk.add_group("空的")
    window.take_in()
    window.groups.choose(group)
    window.list._filter.setText(sought)
    assert window.list._empty.text().startswith(told)
    assert window.list._empty.isVisible()


def test_the_preview_is_for_the_chosen_shop_and_shows_what_is_missing(window):
    window.list.choose("slow")
    assert window.editor.preview.text() == "亲，从金华到{收货城市}要等等。"
    window.editor.preview._choice.setCurrentIndex(1)
    assert window.editor.preview.text() == "亲，从{发货城市}到{收货城市}要等等。"


def test_nothing_of_the_buyer_being_served_is_in_the_preview(window, given):
    desk = given.reply_desk
    desk.give(desk.library.placeholder("收货城市"), "成都")
    window.list.choose("slow")
    assert "成都" not in window.editor.preview.text()


# -- saving ----------------------------------------------------------------------------------


def test_ctrl_s_saves_and_ctrl_z_takes_it_back(window, stored, qtbot):
    retitle(window, "进店问候")
    with qtbot.waitSignal(window.changed):
        press(window, Qt.Key.Key_S, CONTROL)
    assert stored("hi").title == "进店问候"
    window.list.view.setFocus()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert stored("hi").title == "问候"
    assert window.editor.fields.title.text() == "问候"
    press(window, Qt.Key.Key_Y, CONTROL)
    assert stored("hi").title == "进店问候"


@pytest.mark.parametrize("part", ["title", "note"])
def test_ctrl_z_in_a_field_means_the_field_first_and_then_the_library(window, stored, part):
    window.changes.tag(["hi"], ("急",), ())
    field = getattr(window.editor.fields, part)
    field.setFocus()
    QTest.keyClicks(field, "x")
    press(window, Qt.Key.Key_Z, CONTROL)
    assert stored("hi").tags == ("急",)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert stored("hi").tags == ()


def test_saving_says_how_much_is_still_odd(window):
    window.list.choose("slow")
    window.editor.body.setPlainText("到{收货城市了{甲}")
    window.editing.save()
    assert window.notices.text() == "已保存「还没到」，还有 2 处提示"
    window.editor.body.setPlainText("到了")
    window.editing.save()
    assert window.notices.text() == "已保存「还没到」"


def test_ctrl_t_goes_behind_the_tags_and_replaces_none(window, stored):
    window.list.choose("slow")
    press(window, Qt.Key.Key_T, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "a")
    assert window.editor.template().tags == ("好慢", "a")
    window.list.choose("hi")
    press(window, Qt.Key.Key_T, CONTROL)
    assert window.editor.fields.tags.text() == ""
    assert window.editor.template() == stored("hi")


def test_every_field_is_saved(window, stored):
    fields = window.editor.fields
    fields.title.setText("欢迎")
    fields.code.setText("hy")
    fields.group.setEditText(" 售前 / 欢迎 ")
    fields.tags.setText("你好，在吗、在吗")
    fields.note.setPlainText("先问候")
    window.editor.body.setPlainText("欢迎\n光临")
    window.editing.save()
    assert replace(stored("hi"), rev=1) == ReplyTemplate(
        "hi", "欢迎", "欢迎\n光临", "hy", "售前/欢迎", ("你好", "在吗"), note="先问候"
    )


def test_saving_without_a_change_to_a_field_leaves_it_as_it_was(window, desk, stored):
    odd = replace(stored("hi"), tags=("一，二",), note=" 两边有空格 ", title=" 标题 ")
    desk.save(odd)
    window.take_in()
    window.editor.fields.code.setText("x")
    window.editing.save()
    assert replace(stored("hi"), rev=odd.rev) == replace(odd, code="x")


@pytest.mark.parametrize(
    ("title", "body", "told"), [("", "好", "还没有标题"), ("好", " ", "内容是空的")]
)
def test_a_reply_without_title_or_text_is_not_saved(window, stored, title, body, told):
    retitle(window, title)
    window.editor.body.setPlainText(body)
    window.editing.save()
    assert told in window.notices.text()
    assert stored("hi").title == "问候"


def test_a_code_that_another_reply_has_is_told_with_its_title(window):
    window.editor.fields.code.setText("HMD")
    assert "还没到" in window.editor.fields.clash.text()
    assert window.editor.fields.clash.isVisible()
    window.editor.fields.code.setText("hmd9")
    assert not window.editor.fields.clash.isVisible()


def test_a_new_reply_goes_into_the_chosen_group(window, desk):
    window.groups.choose("物流")
    press(window, Qt.Key.Key_N, CONTROL)
    assert QApplication.focusWidget() is window.editor.fields.title
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    window.editor.body.setPlainText("好的")
    window.editing.save()
    made = desk.library.find("abc")
    assert made.group == "物流"
    assert window.list.view.chosen_ids() == (made.id,)


def test_a_new_reply_in_which_nothing_was_typed_leaves_nothing(window, desk):
    window.begin_new()
    window.list.choose("back")
    assert desk.drafts() == {}
    assert len(shown(window)) == 5


# -- drafts ----------------------------------------------------------------------------------


def test_going_to_another_reply_keeps_the_draft_and_marks_it(window, desk, stored):
    retitle(window, "改了一半")
    window.list.choose("back")
    assert desk.drafts()["hi"].title == "改了一半"
    assert stored("hi").title == "问候"
    assert row_of(window, "hi").unsaved
    window.list.choose("hi")
    assert window.editor.fields.title.text() == "改了一半"


def test_a_draft_is_kept_soon_after_typing_rests(window, desk, qtbot):
    retitle(window, "改")
    qtbot.waitUntil(lambda: "hi" in desk.drafts(), timeout=2000)


def test_a_draft_is_there_again_after_the_window_was_closed(window, desk, given, qtbot):
    retitle(window, "改了一半")
    window.close()
    again = LibraryWindow(desk, given)
    qtbot.addWidget(again)
    assert again.editor.fields.title.text() == "改了一半"


def test_typing_back_what_was_there_lets_go_of_the_draft(window, desk):
    retitle(window, "改")
    window.editing.keep()
    retitle(window, "问候")
    window.editing.keep()
    assert desk.drafts() == {}
    assert not row_of(window, "hi").unsaved


def test_given_up_changes_can_be_brought_back(window, desk):
    retitle(window, "改")
    window.editing.give_up()
    assert (window.editor.fields.title.text(), dict(desk.drafts())) == ("问候", {})
    window.notices.act()
    assert window.editor.fields.title.text() == "改"
    assert row_of(window, "hi").unsaved


def test_a_new_reply_is_listed_as_soon_as_its_draft_is_kept(window, desk):
    window.begin_new()
    retitle(window, "新写的")
    window.editing.keep()
    assert shown(window)[-1] == "新写的"
    assert len(desk.library.templates) == 5
    window.editing.give_up()
    assert "新写的" not in shown(window)


def test_what_somebody_else_saved_is_shown_unless_something_is_typed(window, other, stored):
    other.save(replace(stored("hi"), title="别人改的"))
    window.take_in()
    assert window.editor.fields.title.text() == "别人改的"


def test_a_draft_survives_what_somebody_else_saved_and_may_win(window, other, stored):
    retitle(window, "我改的")
    other.save(replace(stored("hi"), title="别人改的"))
    window.take_in()
    assert window.editor.fields.title.text() == "我改的"
    assert window.editor._keep_mine.isVisible()
    window.editing.save()
    assert stored("hi").title == "别人改的"
    window.editor._keep_mine.click()
    window.editing.save()
    assert stored("hi").title == "我改的"


def test_a_draft_that_cannot_be_kept_is_told_and_tried_again(window, desk, kept):
    kept.drafts.trouble = DeskBusyError()
    retitle(window, "改")
    window.editing.keep()
    assert "占用" in window.notices.text()
    kept.drafts.trouble = None
    window.editing.keep()
    assert desk.drafts()["hi"].title == "改"


# -- tones -----------------------------------------------------------------------------------


def test_each_tone_is_edited_on_its_tab(window, stored):
    window.list.choose("slow")
    window.editor._tabs._tabs.setCurrentIndex(1)
    assert window.editor.body.text() == "您好，请稍候。"
    window.editor.body.setPlainText("请稍候")
    window.editor._tabs._name.setText("客气")
    window.editing.save()
    assert stored("slow").tones == (ToneVariant("客气", "请稍候"),)
    assert stored("slow").body.startswith("亲，从")


def test_a_tone_is_added_and_one_that_was_taken_away_comes_back(window, stored):
    window.list.choose("slow")
    window.editor._tabs._add.click()
    window.editor.body.setPlainText("别急")
    window.editor._tabs._remove.click()
    window.notices.act()
    window.editing.save()
    assert stored("slow").tone_names() == ("亲切", "安抚", "正式")
    assert stored("slow").body_in("安抚") == "别急"


def test_a_tone_whose_text_is_odd_is_marked_on_its_tab(window, desk, stored):
    desk.save(replace(stored("slow"), tones=(ToneVariant("正式", "请稍候{"),)))
    window.take_in()
    window.list.choose("slow")
    tabs = window.editor._tabs._tabs
    assert [tabs.tabText(0), tabs.tabText(1)] == ["亲切", "正式 ⚠"]


def test_two_tones_of_one_name_are_not_saved(window, stored):
    window.list.choose("slow")
    window.editor._tabs._name.setText("正式")
    window.editing.save()
    assert "语气" in window.notices.text()
    assert stored("slow").tone == "亲切"


def test_tab_goes_from_the_hint_over_the_tones_to_the_text(window):
    window.list.choose("slow")
    window.editor.fields.note.setFocus()
    press(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.editor._tabs._tabs
    press(window, Qt.Key.Key_Tab)
    assert window.editor.body.hasFocus()
    window.list.choose("hi")
    window.editor.fields.note.setFocus()
    press(window, Qt.Key.Key_Tab)
    assert window.editor.body.hasFocus()


def test_what_is_typed_on_the_tones_goes_into_the_text(window):
    window.list.choose("slow")
    window.editor._tabs._tabs.setFocus()
    QTest.keyClicks(window.editor._tabs._tabs, "a ")
    assert window.editor.body.text().startswith("a亲，从")
    assert window.editor.body.hasFocus()


# -- several ---------------------------------------------------------------------------------


def test_several_are_moved_at_once_and_taken_back(window, stored):
    window.list.choose("hi", "back")
    assert window.several.isVisible()
    window.several._group.setEditText("物流/新的")
    window.several._move.click()
    assert {stored("hi").group, stored("back").group} == {"物流/新的"}
    window.notices.act()
    assert (stored("hi").group, stored("back").group) == ("售前/接待", "售后/退货")


@pytest.mark.parametrize("group", [None, "售后"])
def test_several_that_are_moved_by_keyboard_stay_chosen(window, group):
    window.groups.choose(group)
    window.list.choose("back", "pay")
    window.list.view.setFocus()
    press(window, Qt.Key.Key_M, CONTROL)
    asked = window.findChild(GroupChoice)
    asked._filter.setText("物")
    QTest.keyPress(asked._filter, Qt.Key.Key_Return)
    assert window.list.view.chosen_ids() == ("back", "pay")
    assert window.several.isVisible()


def test_several_get_a_tag_and_lose_it(window, stored):
    window.list.choose("hi", "slow")
    window.several._tags.setText("急、好慢")
    window.several._add.click()
    assert (stored("hi").tags, stored("slow").tags) == (("急", "好慢"), ("好慢", "急"))
    window.several._theirs.setCurrentText("急")
    window.several._remove.click()
    assert stored("hi").tags == ("好慢",)


def test_delete_takes_what_is_chosen_into_the_trash_and_undo_brings_it_back(window, desk):
    window.list.choose("slow", "back")
    window.list.view.setFocus()
    press(window, Qt.Key.Key_Delete)
    assert shown(window) == ["问候", "运费说明", "未归类"]
    assert {each.template.id for each in desk.trash()} == {"slow", "back"}
    assert window.list.view.chosen_ids() == ("pay",)
    window.notices.act()
    assert len(shown(window)) == 5


def test_a_new_reply_is_forgotten_by_delete_and_brought_back(window, desk):
    window.begin_new()
    retitle(window, "新写的")
    window.editing.keep()
    window.list.view.setFocus()
    press(window, Qt.Key.Key_Delete)
    assert desk.drafts() == {}
    window.notices.act()
    assert shown(window)[-1] == "新写的"


def test_a_copy_stands_beside_its_reply(window, stored):
    window.list.choose("hi")
    window.list.view.setFocus()
    press(window, Qt.Key.Key_D, CONTROL)
    assert len(shown(window)) == 6
    assert stored("hi").code == "nh"


def test_a_reply_that_is_being_edited_is_moved_with_what_is_typed(window, desk, stored):
    retitle(window, "改")
    window.list.view.setFocus()
    press(window, Qt.Key.Key_M, CONTROL)
    asked = window.findChild(GroupChoice)
    asked._filter.setText("物")
    # Only pressed: the question is gone before the key is let go.
    QTest.keyPress(asked._filter, Qt.Key.Key_Return)
    assert (stored("hi").group, stored("hi").title) == ("物流", "问候")
    window.editing.save()
    assert (stored("hi").group, stored("hi").title) == ("物流", "改")


def test_a_draft_follows_its_group_and_the_names_in_it(window, desk):
    window.editor.body.insertPlainText("改")
    window.editing.keep()
    window.changes.move_group("售前", "售中")
    window.changes.save_placeholder(
        replace(desk.library.placeholder("店铺名"), name="店"), "店铺名"
    )
    draft = desk.drafts()["hi"]
    assert (draft.group, draft.body) == ("售中/接待", "改亲，我是{店}的客服。")
    assert window.editor.body.text() == draft.body
    window.editing.save()
    assert desk.library.find("hi").body == draft.body


def test_alt_and_an_arrow_change_the_order_within_a_group(window, desk):
    window.groups.choose("售后")
    window.list.choose("pay")
    window.list.view.setFocus()
    press(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(window) == ["运费说明", "退货步骤"]


def test_a_notice_hides_no_row(window):
    window.notices.say("好了")
    QApplication.processEvents()
    for part in (window.groups, window.list):
        foot = part.mapTo(window, part.rect().bottomLeft()).y()
        assert foot < window.notices.y()
    window.notices.hide()
    QApplication.processEvents()
    assert window.groups.mapTo(window, window.groups.rect().bottomLeft()).y() > window.notices.y()


# -- pages -----------------------------------------------------------------------------------


def test_a_page_stands_in_place_of_the_columns_until_it_is_left(window, given):
    page = HeadedPage(given.icons)
    window.show_page(page)
    assert page.isVisible()
    assert not window.list.isVisible()
    page.left.emit()
    assert window.list.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_M])
def test_keys_of_the_columns_mean_nothing_on_a_page(window, desk, key):
    window.show_placeholders()
    before = desk.library
    press(window, key, CONTROL)
    assert desk.library == before
    assert window.findChild(GroupChoice) is None


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("导入…", "import_requested"),
        ("导出…", "export_requested"),
        ("发布…", "publish_requested"),
        ("回收站", "trash_requested"),
    ],
)
def test_the_head_asks_for_the_other_pages(window, qtbot, words, signal):
    button = next(b for b in window.head.findChildren(QPushButton) if b.text() == words)
    with qtbot.waitSignal(getattr(window, signal)):
        button.click()


def test_oddities_are_told_in_words_and_mended_by_a_button(window, qtbot):
    window.editor.body.setPlainText("到{收获城市}")
    qtbot.waitUntil(lambda: window.editor.diagnoses.told() != [])
    assert window.editor.diagnoses.told() == ["提醒：话术库没有定义「收获城市」"]
    window.editor.body.mend(window.editor.body._diagnoses[0])
    assert window.editor.body.text() == "到{收货城市}"


def test_an_open_brace_before_a_name_may_be_closed_or_doubled(window):
    window.editor.body.setPlainText("到{收货城市了")
    window.editor._look()
    buttons = {b.text(): b for b in window.editor.diagnoses.findChildren(QPushButton)}
    assert list(buttons) == ["补上 }", "改成 {{"]
    buttons["补上 }"].click()
    assert window.editor.body.text() == "到{收货城市}了"


def test_names_stay_on_offer_when_what_is_odd_is_told(window):
    window.editor.body.setFocus()
    QTest.keyClicks(window.editor.body, "{")
    window.editor._look()
    QApplication.processEvents()
    assert window.editor.diagnoses.isVisible()
    assert window.editor.body.completion.offered()[0] == "店铺名"


def test_a_reply_that_would_include_itself_is_told(window):
    window.editor.body.setPlainText("{片段:问候}")
    window.editor._look()
    assert "绕了一圈" in window.editor.diagnoses.told()[0]


def test_every_label_shows_plain_text(window):
    window.show_placeholders()
    rich = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text()
    ]
    assert rich == []


def test_everything_that_takes_the_keyboard_has_a_name(window):
    window.show_placeholders()
    parts = (window.head, window.list, window.editor, window.several, window.placeholders)
    stops = [stop for part in parts for stop in tab_stops(part)]
    assert len(stops) > 30
    assert [s for s in stops if not (s.accessibleName() or getattr(s, "text", str)())] == []


def test_the_window_fits_a_small_screen(window):
    window.resize(900, 560)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (900, 560)


@pytest.fixture
def english(qapp):
    """Let what is built from now on speak English."""
    catalogue = read_catalogue(Path(__file__).parents[3] / "resources" / "i18n" / "en.ts")
    translator = CatalogueTranslator(catalogue)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_in_english_nothing_is_cut_in_a_small_window(english, window):
    window.list.choose("slow")
    window.resize(900, 560)
    QApplication.processEvents()
    area = window.editor.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_with_three_faults_a_small_window_shows_two_lines_of_the_preview(window):
    window.list.choose("slow")
    window.resize(900, 560)
    window.editor.body.setPlainText("到{收获城市了{甲}{乙}" + "亲" * 60)
    window.editor._look()
    QApplication.processEvents()
    area, preview = window.editor.findChild(QScrollArea), window.editor.preview._preview
    foot = preview.mapTo(area.viewport(), preview.rect().bottomLeft()).y()
    assert len(window.editor.diagnoses.told()) == 3
    assert preview.viewport().height() >= 2 * preview.fontMetrics().lineSpacing()
    assert foot <= area.viewport().height()


def test_other_colours_are_worn_by_every_column(window):
    window.show_placeholders()
    window.set_colours(DARK)
    formats = window.editor.body.document().firstBlock().layout().formats()
    assert formats[0].format.foreground().color().name() == DARK.syntax_field
