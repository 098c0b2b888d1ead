"""Evidence of a return case: taken in, refused in words, shown small and large."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cs_desk.ui.returns import evidence_intake
from cs_desk.ui.returns.evidence_tile import CELL
from cs_desk.ui.returns.picture_reading import picture, thumbnail
from tests.ui.gestures import press
from tests.ui.returns.case_bench import CASE, NICK, NOW, opened
from tests.ui.returns.case_bench import picture as drawn

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case_bench(qtbot):
    return opened(qtbot)


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def image():
    mime = QMimeData()
    mime.setImageData(QImage.fromData(drawn()))
    return mime


def paste(bench, mime, onto=None):
    QApplication.clipboard().setMimeData(mime)
    (onto or bench.row("reason_asked")).setFocus()
    press(Qt.Key.Key_V, CTRL)
    bench.settle()


def drop(bench, mime):
    """Drag ``mime`` onto the page and let go; return whether the page offered to take it."""
    page, buttons, none = bench.page, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPoint(50, 50), action, mime, buttons, none)
    entered.ignore()
    QApplication.sendEvent(page, entered)
    offered = page._drop_area.isVisible()
    if entered.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), action, mime, buttons, none))
        bench.settle()
    return offered


def test_a_pasted_picture_is_attached_under_the_moments_name(case_bench):
    case_bench.show()
    paste(case_bench, image())
    ((name, data),) = case_bench.only("attached")[0]
    assert name == "截图 2026-11-22 15-00-00.png"
    assert QImage.fromData(data).width() == 40


def test_a_copied_png_is_attached_as_it_was(case_bench):
    case_bench.show()
    mime = QMimeData()
    mime.setData("image/png", drawn())
    paste(case_bench, mime)
    assert case_bench.only("attached")[0][0][1] == drawn()


def test_a_picture_pasted_into_the_note_is_evidence(case_bench):
    case_bench.show()
    paste(case_bench, image(), case_bench.page._note_box._edit)
    assert case_bench.only("attached")
    assert case_bench.page._note_box.text() == ""


def test_text_pasted_into_the_note_is_text(case_bench):
    case_bench.show()
    mime = QMimeData()
    mime.setText("<b>亲</b>")
    paste(case_bench, mime, case_bench.page._note_box._edit)
    assert case_bench.page._note_box.text() == "<b>亲</b>"
    assert case_bench.heard == []


def test_text_on_the_clipboard_is_no_evidence(case_bench):
    case_bench.show()
    mime = QMimeData()
    mime.setText("亲")
    paste(case_bench, mime)
    assert case_bench.heard == []


def test_files_are_dropped_onto_the_page(case_bench, tmp_path):
    case_bench.show()
    (tmp_path / "吊牌.jpg").write_bytes(b"picture")
    (tmp_path / "验货.pdf").write_bytes(b"sheet")
    assert drop(case_bench, files(tmp_path / "吊牌.jpg", tmp_path / "验货.pdf"))
    taken = case_bench.only("attached")[0]
    assert taken == [("吊牌.jpg", b"picture"), ("验货.pdf", b"sheet")]
    assert not case_bench.page._drop_area.isVisible()


def test_text_cannot_be_dropped(case_bench):
    case_bench.show()
    mime = QMimeData()
    mime.setText("亲")
    assert not drop(case_bench, mime)


def test_the_text_fields_leave_what_is_dropped_to_the_page(case_bench):
    case_bench.show()
    row = case_bench.page._verdict._rows[0]
    fields = (case_bench.page._note_box._edit, row._field)
    assert not [field for field in fields if field.acceptDrops()]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("big.jpg", "「big.jpg」超过 20 MB，没有加进来"),
        ("empty.jpg", "「empty.jpg」是空文件，没有加进来"),
        ("folder", "「folder」是文件夹，请拖里面的文件"),
        ("gone.jpg", "「gone.jpg」读不出来，没有加进来"),
    ],
)
def test_what_cannot_be_attached_is_said(case_bench, tmp_path, name, told):
    with (tmp_path / "big.jpg").open("wb") as big:
        big.truncate(evidence_intake.LARGEST + 1)
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "folder").mkdir()
    case_bench.show()
    drop(case_bench, files(tmp_path / name))
    assert case_bench.only("refused") == (told,)


def test_what_can_be_attached_is_not_lost_with_the_rest(case_bench, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"a")
    (tmp_path / "b.jpg").touch()
    case_bench.show()
    drop(case_bench, files(tmp_path / "a.jpg", tmp_path / "b.jpg"))
    assert [each[0] for each in case_bench.heard] == ["attached", "refused"]


def test_fifty_files_are_the_most(case_bench, tmp_path):
    case = CASE
    for number in range(49):
        case = case_bench.attach(f"{number}.txt", str(number).encode(), case)
    case_bench.show(case)
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text("more")
    drop(case_bench, files(*paths))
    assert {each[0] for each in case_bench.heard} == {"attached", "refused"}
    assert [name for name, _ in dict(case_bench.heard)["attached"]] == ["0.txt"]


def test_a_closed_case_takes_no_evidence(case_bench):
    case_bench.show(replace(CASE, closed_at=NOW))
    paste(case_bench, image(), case_bench.page._head._back)
    assert case_bench.heard == []
    assert not case_bench.page.acceptDrops()


def test_pictures_get_a_tile_and_other_files_their_name(case_bench):
    case = case_bench.attach("吊牌.png", drawn(), CASE)
    case = case_bench.attach("验货.pdf", b"%PDF", case)
    case_bench.show(case)
    case_bench.settle()
    model = case_bench.page._strip.tiles().model()
    shown = [model.index(row, 0).data(Qt.ItemDataRole.DecorationRole) for row in range(2)]
    assert shown[0] is not None
    assert shown[1] is None


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (5, 1), (6, 2), (50, 3)])
def test_the_strip_is_as_tall_as_its_tiles(case_bench, count, rows):
    case = CASE
    for number in range(count):
        case = case_bench.attach(f"{number}.txt", str(number).encode(), case)
    case_bench.show(case)
    case_bench.settle()
    assert case_bench.page._strip.tiles().height() // CELL == rows


def large_one(bench, *named):
    case = CASE
    for name, data in named:
        case = bench.attach(name, data, case)
    bench.show(case)
    tiles = bench.page._strip.tiles()
    tiles.setFocus()
    tiles.setCurrentIndex(tiles.model().index(0, 0))
    press(Qt.Key.Key_Return)
    bench.settle()
    return bench.page._large


def test_enter_shows_a_picture_large_and_escape_closes_it(case_bench):
    large = large_one(case_bench, ("吊牌.png", drawn(2000, 1000)))
    assert large.isVisible()
    assert 300 < large._picture.pixmap().width() <= 380
    press(Qt.Key.Key_Escape)
    assert not large.isVisible()
    assert [each[0] for each in case_bench.heard] == ["evidence_opened"]


def test_the_arrows_go_to_the_other_ones(case_bench):
    large = large_one(case_bench, ("a.png", drawn()), ("b.pdf", b"%PDF"))
    press(Qt.Key.Key_Right)
    case_bench.settle()
    assert "只保存" in large._picture.text()


def test_personal_data_in_the_name_of_a_file_is_masked(case_bench):
    case_bench.show(case_bench.attach(f"{NICK}13812341234.txt", b"text"))
    tiles = case_bench.page._strip.tiles()
    tile = tiles.model().index(0, 0)
    assert tile.data() == "小**138****1234.txt"
    assert "小**138****1234.txt" in tile.data(Qt.ItemDataRole.ToolTipRole)
    tiles.activated.emit(tile)
    assert case_bench.page._large._name.accessibleName() == "小**138****1234.txt"
    case_bench.settle()


def test_tab_stays_with_what_is_large(case_bench):
    large = large_one(case_bench, ("a.png", drawn()))
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is large or large.isAncestorOf(focused)


def test_what_is_lost_is_said(case_bench):
    case = case_bench.attach("a.png", drawn())
    case_bench.contents.clear()
    case_bench.show(case)
    case_bench.page._on_evidence_opened(case.evidence[0].sha256)
    case_bench.settle()
    assert "不见了" in case_bench.page._large._picture.text()


def test_delete_asks_to_take_one_away(case_bench):
    case = case_bench.attach("a.png", drawn())
    case_bench.show(case)
    tiles = case_bench.page._strip.tiles()
    tiles.setCurrentIndex(tiles.model().index(0, 0))
    QTest.keyClick(tiles, Qt.Key.Key_Delete)
    assert case_bench.only("evidence_removed") == (case.evidence[0].sha256,)


def test_another_one_asked_for_meanwhile_is_the_one_that_is_shown(case_bench):
    large = large_one(case_bench, ("a.png", drawn()), ("b.pdf", b"%PDF"), ("c.png", drawn(50, 50)))
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    case_bench.settle()
    assert large._picture.pixmap().width() == 50


def test_of_a_file_that_comes_with_a_picture_the_file_is_taken(case_bench, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"text")
    case_bench.show()
    mime = files(tmp_path / "a.txt")
    mime.setImageData(QImage.fromData(drawn()))
    paste(case_bench, mime)
    assert case_bench.only("attached") == ([("a.txt", b"text")],)


def test_a_drawing_that_can_refer_to_files_is_no_picture():
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'
    assert not QImage.fromData(drawing).isNull()
    assert picture(drawing, 100) is None


def test_a_picture_of_more_than_a_hundred_million_pixels_is_refused():
    endless = drawn(10_001, 10_000, bits=QImage.Format.Format_Mono)
    assert picture(endless, 100) is None


@pytest.mark.parametrize(
    ("size", "small"), [((400, 200), (112, 56)), ((100, 4000), (1, 56)), ((30, 30), (56, 56))]
)
def test_a_small_picture_fills_its_tile_unless_it_is_long(size, small):
    made = thumbnail(drawn(*size), 56)
    assert (made.width(), made.height()) == small
