"""Writing a body: colours, oddities, completion, input methods, pasting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from cs_desk.domain.placeholder_syntax import diagnose
from cs_desk.domain.template import Placeholder, TemplateLibrary
from cs_desk.ui.library.body_editor import BodyEditor
from cs_desk.ui.library.name_search import NameSearch
from cs_desk.ui.theme import LIGHT

LIBRARY = TemplateLibrary("l", "库", (), (Placeholder("收货城市"), Placeholder("收货省份")))


@pytest.fixture
def editor(qtbot, surroundings):
    made = BodyEditor(LIGHT, NameSearch(lambda: surroundings.readings))
    qtbot.addWidget(made)
    made.completion.offer_from(["收货城市", "收货省份", "店铺名"], ["问候", "退货步骤"])
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def write(editor, text):
    editor.show_text(text)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.show_diagnoses(diagnose(editor.text(), LIBRARY))


def colours(editor):
    """Return every coloured stretch of the first line with its colour."""
    block = editor.document().firstBlock()
    units = block.text().encode("utf-16-le")
    return {
        units[f.start * 2 : (f.start + f.length) * 2].decode("utf-16-le"): f.format.foreground()
        .color()
        .name()
        for f in block.layout().formats()
    }


def test_each_kind_of_placeholder_has_its_colour(editor):
    write(editor, "😀{收货城市:成都}{片段:问候}{日期+3}{光标}{{原样}}{日期+x}字")
    assert colours(editor) == {
        "{收货城市:成都}": LIGHT.syntax_field,
        "{片段:问候}": LIGHT.syntax_include,
        "{日期+3}": LIGHT.syntax_moment,
        "{光标}": LIGHT.syntax_mark,
        "{{": LIGHT.faint,
        "}}": LIGHT.faint,
        "{日期+x}": LIGHT.danger,
    }


def test_what_is_odd_is_underlined_at_its_place(editor):
    write(editor, "😀到{收获城市}")
    selection = editor.extraSelections()[0]
    assert selection.cursor.selectedText() == "{收获城市}"
    assert selection.format.underlineColor().name() == LIGHT.warning


def test_f8_goes_from_one_oddity_to_the_next_and_around(editor):
    write(editor, "😀{甲}和{乙}")
    went = []
    for _ in range(3):
        editor.go_to_next()
        went.append(editor.textCursor().selectedText())
    editor.go_to_next(back=True)
    assert went == ["{甲}", "{乙}", "{甲}"]
    assert editor.textCursor().selectedText() == "{乙}"


def test_a_suggestion_is_written_in_place_and_undone_like_typing(editor):
    write(editor, "😀到{收获城市}了")
    editor.mend(diagnose(editor.text(), LIBRARY)[0])
    assert editor.text() == "😀到{收货城市}了"
    editor.undo()
    assert editor.text() == "😀到{收获城市}了"


def test_an_outdated_suggestion_changes_nothing(editor):
    write(editor, "到{收获城市}")
    found = diagnose(editor.text(), LIBRARY)[0]
    QTest.keyClicks(editor, "a")
    editor.mend(found)
    assert editor.text() == "到{收获城市}a"


def test_an_open_brace_offers_names_and_tab_takes_one(editor):
    write(editor, "到")
    QTest.keyClicks(editor, "{")
    assert editor.completion.offered()[:3] == ("收货城市", "收货省份", "店铺名")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "到{收货省份}"
    assert not editor.completion.is_open()


def test_what_is_typed_narrows_the_offer(editor, type_chinese):
    write(editor, "{")
    type_chinese(editor, "城市")
    assert editor.completion.offered() == ("收货城市",)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "{收货城市}"


def test_ctrl_space_offers_again_what_was_closed(editor):
    write(editor, "")
    QTest.keyClicks(editor, "{sh")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert editor.completion.offered()[:2] == ("收货城市", "收货省份")
    assert editor.text() == "{sh"


def test_what_is_offered_stays_when_the_text_gets_less_room(editor):
    write(editor, "")
    QTest.keyClicks(editor, "{")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    editor.resize(editor.width(), editor.height() - 40)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "{收货省份}"


def test_a_brace_left_open_before_a_name_is_closed_behind_it(editor):
    write(editor, "😀到{收货城市了")
    editor.close_brace(diagnose(editor.text(), LIBRARY)[0], "收货城市")
    assert editor.text() == "😀到{收货城市}了"


def test_a_brace_that_is_there_already_is_not_written_twice(editor, type_chinese):
    write(editor, "{}")
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    type_chinese(editor, "店")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert (editor.text(), editor.textCursor().position()) == ("{店铺名}", 5)


def test_after_an_include_titles_are_offered(editor, type_chinese):
    write(editor, "{")
    type_chinese(editor, "片段")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.completion.offered() == ("问候", "退货步骤")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "{片段:问候}"


def test_a_doubled_brace_and_a_default_offer_nothing(editor):
    write(editor, "{")
    QTest.keyClicks(editor, "{")
    assert not editor.completion.is_open()
    write(editor, "{店铺名")
    QTest.keyClicks(editor, ":")
    assert not editor.completion.is_open()


def test_escape_closes_the_offer_and_leaves_the_text(editor):
    write(editor, "")
    QTest.keyClicks(editor, "{")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert (editor.completion.is_open(), editor.text()) == (False, "{")


def test_an_input_method_keeps_its_keys_while_it_composes(editor, type_chinese):
    write(editor, "")
    QTest.keyClicks(editor, "{")
    type_chinese(editor, composing="shou")
    assert not editor.completion.is_open()
    type_chinese(editor, "收")
    assert editor.completion.offered() == ("收货城市", "收货省份")


def test_names_are_offered_again_when_composing_is_given_up(editor, type_chinese):
    write(editor, "")
    QTest.keyClicks(editor, "{")
    type_chinese(editor, composing="shou")
    type_chinese(editor, composing="")
    assert editor.completion.offered()[0] == "收货城市"
    assert editor.text() == "{"


def test_what_is_pasted_comes_in_as_plain_text(editor):
    data = QMimeData()
    data.setHtml("<b>亲</b><img src='x'>")
    data.setText("亲<b>")
    write(editor, "")
    editor.insertFromMimeData(data)
    assert editor.text() == "亲<b>"
    picture = QMimeData()
    picture.setData("image/png", b"x")
    assert not editor.canInsertFromMimeData(picture)


@pytest.mark.parametrize(
    "text", ["a\u00a0b", "一\n二\n\n三", "😀{收货城市}", "\u3000空格 ", "a\u200bb"]
)
def test_a_text_is_read_as_it_was_shown(editor, text):
    write(editor, text)
    assert editor.text() == text
    QTest.keyClicks(editor, "x")
    assert editor.text() == text + "x"


def test_showing_another_text_is_no_edit(editor, qtbot):
    with qtbot.assertNotEmitted(editor.edited):
        write(editor, "别的")
        editor.set_colours(LIGHT)
    assert not editor.document().isUndoAvailable()


def test_at_most_a_hundred_oddities_are_underlined(editor):
    write(editor, "{甲}" * 300)
    assert len(editor.extraSelections()) == 100
    assert isinstance(editor.extraSelections()[0], QTextEdit.ExtraSelection)
