from __future__ import annotations

import time
from functools import partial

import pytest

from cs_desk.app.ports import CopyFailure, CopyRoute
from cs_desk.desktop.desktop_clipboard import DesktopClipboard
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
from cs_desk.desktop.selection_reader import SelectionReader

TEXT = "亲，您好😊\n第二行"

# Tools that share a clipboard of their own, on which they never see what Qt copies.
STORING = 'case "$*" in *-o*) /bin/cat {store} ;; *) /bin/cat >{store} ;; esac'


@pytest.fixture
def store(tmp_path):
    """The clipboard of the fake tools, in the hands of another program."""
    file = tmp_path / "store"
    file.write_text("rival")
    return file


@pytest.fixture
def make_clipboard(qapp, fake_tools):
    """Return a function that builds a clipboard for a window system with the given tools."""

    def make(platform="offscreen", limit=2.0, **scripts):
        environ = {
            "PATH": fake_tools(**scripts),
            "DISPLAY": ":7",
            "WAYLAND_DISPLAY": "wayland-7" if platform == "wayland" else "",
        }
        pyperclip = PyperclipClipboard(environ, time_limit=limit)
        reader = SelectionReader(platform, environ, time_limit=limit)
        return DesktopClipboard(qapp, platform, pyperclip, reader)

    yield make
    # Qt 6.9 to 6.12: contents left on the "offscreen" clipboard crash its destructor.
    qapp.clipboard().clear()


@pytest.fixture
def put(qtbot):
    """Copy a text and wait for its result."""

    def copy(clipboard, text=TEXT, personal=False):
        results = []
        clipboard.put(text, personal=personal, done=results.append)
        qtbot.waitUntil(lambda: bool(results))
        return results[0]

    return copy


def test_a_text_goes_to_the_clipboard_through_qt(qapp, make_clipboard, put):
    assert put(make_clipboard()).route is CopyRoute.QT
    assert qapp.clipboard().text() == TEXT


def test_an_ordinary_text_may_be_kept_by_clipboard_histories(qapp, make_clipboard, put):
    put(make_clipboard())
    assert qapp.clipboard().mimeData().formats() == ["text/plain"]


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        ("x-kde-passwordManagerHint", b"secret"),
        (
            'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
            bytes(4),
        ),
        ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', bytes(4)),
        ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', bytes(4)),
        ("application/x-nspasteboard-concealed-type", b"1"),
    ],
)
def test_personal_text_asks_to_be_left_out_of_histories(qapp, make_clipboard, put, hint, value):
    put(make_clipboard(), personal=True)
    assert qapp.clipboard().mimeData().data(hint).data() == value


def test_when_others_do_not_see_it_pyperclip_copies_it(make_clipboard, put, store):
    clipboard = make_clipboard("xcb", xclip=STORING.format(store=store))
    assert put(clipboard).route is CopyRoute.PYPERCLIP
    assert store.read_text() == TEXT


def test_personal_text_never_goes_to_pyperclip(make_clipboard, put, store):
    clipboard = make_clipboard("xcb", xclip=STORING.format(store=store))
    assert put(clipboard, personal=True).failure is CopyFailure.NOT_VERIFIED
    assert store.read_text() == "rival"


def test_the_reason_of_the_last_route_is_reported(make_clipboard, put, store):
    clipboard = make_clipboard("xcb", xsel=f"/bin/cat {store}", xclip="exit 1")
    assert put(clipboard).failure is CopyFailure.NOT_VERIFIED


def test_a_hung_tool_does_not_hold_up_the_window(make_clipboard, qtbot):
    clipboard, results = make_clipboard("xcb", limit=0.2, xclip="exec /bin/sleep 60"), []
    began = time.monotonic()
    clipboard.put(TEXT, personal=False, done=results.append)
    assert time.monotonic() - began < 0.2  # less than one tool may take
    qtbot.waitUntil(lambda: bool(results))


@pytest.mark.parametrize("text", ["", "亲\ud83d"])
def test_a_text_no_clipboard_can_hold_is_refused(make_clipboard, put, text):
    assert put(make_clipboard(), text).failure is CopyFailure.REFUSED_TEXT


def test_on_wayland_pyperclip_copies_for_qt_may_not_without_a_key(make_clipboard, put, store):
    tool = STORING.replace("*-o*", "*text*").format(store=store)
    clipboard = make_clipboard("wayland", wl_copy=tool, wl_paste=tool)
    assert put(clipboard).route is CopyRoute.PYPERCLIP
    assert store.read_text() == TEXT


def test_on_wayland_the_clipboard_of_x_programs_does_not_count(make_clipboard, put, store):
    clipboard = make_clipboard("wayland", xclip=STORING.format(store=store))
    assert put(clipboard).route is not CopyRoute.PYPERCLIP
    assert store.read_text() == "rival"


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_latest_copy_wins_and_every_copy_reports_once(make_clipboard, qtbot, store, platform):
    clipboard, reports = make_clipboard(platform, xclip=STORING.format(store=store)), []
    for number in range(5):
        report = partial(lambda number, result: reports.append((number, result.copied)), number)
        clipboard.put(f"第{number}条", personal=False, done=report)
    qtbot.waitUntil(lambda: len(reports) == 5)
    assert reports == [(0, False), (1, False), (2, False), (3, False), (4, True)]


def test_a_slow_tool_cannot_put_an_older_text_over_a_newer(make_clipboard, qtbot, store):
    copying, copied = store.with_name("copying"), store.with_name("copied")
    slow = f"echo >{copying}; /bin/sleep 0.1; /bin/cat >{store}; echo >{copied}"
    tool = f'case "$*" in *-o*) /bin/cat {store} ;; *) {slow} ;; esac'
    clipboard, reports = make_clipboard("xcb", xclip=tool), []
    clipboard.put("先", personal=False, done=reports.append)
    qtbot.waitUntil(copying.exists)
    store.write_text("后")  # as if Qt's claim held while the tool still works for the older text
    clipboard.put("后", personal=False, done=reports.append)
    qtbot.waitUntil(lambda: len(reports) == 2 and copied.exists())
    assert [report.copied for report in reports] == [False, True]
    assert store.read_text() == "后"


def test_an_older_copy_is_not_tried_again_over_a_newer(qapp, make_clipboard, qtbot, store):
    asked = store.with_name("asked")
    # The newer copy is tried twice, so it ends after the pause in which the older one waits.
    twice = f"echo >>{asked}; case $(/usr/bin/wc -l <{asked}) in 1|2) ;; *) printf 后 ;; esac"
    clipboard, reports, texts = make_clipboard("xcb", xclip=twice), [], []
    qapp.clipboard().dataChanged.connect(lambda: texts.append(qapp.clipboard().text()))
    clipboard.put("先", personal=True, done=reports.append)
    qtbot.waitUntil(asked.exists)
    clipboard.put("后", personal=True, done=reports.append)
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert reports[1].copied
    assert texts == ["先", "后", "后"]


def test_our_own_copy_is_another_text_too_but_is_told_of_later(make_clipboard, qtbot):
    clipboard, told = make_clipboard(), []
    clipboard.tell_of_text(lambda: told.append(clipboard.text()))
    clipboard.text()
    clipboard.put(TEXT, personal=False, done=lambda _: None)
    assert told == []
    qtbot.waitUntil(lambda: told == [TEXT])


@pytest.mark.parametrize("tools", [{"xclip": "exec /bin/sleep 60"}, {}])
def test_on_x_the_window_never_asks_the_owner_itself(qapp, make_clipboard, tools):
    clipboard = make_clipboard("xcb", limit=0.1, **tools)
    qapp.clipboard().setText(TEXT)
    assert clipboard.text() == ""


def test_a_copy_may_be_answered_with_another(make_clipboard, qtbot):
    clipboard, reports = make_clipboard(), []

    def copy_again(result):
        reports.append(result)
        clipboard.put("第二段", personal=False, done=reports.append)

    clipboard.put("第一段", personal=False, done=copy_again)
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert all(report.copied for report in reports)
