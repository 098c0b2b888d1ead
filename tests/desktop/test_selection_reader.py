from __future__ import annotations

import time

import pytest

from cs_desk.desktop.selection_reader import SelectionReader

HUNG = "exec /bin/sleep 60"
EMPTY = 'echo "Error: target UTF8_STRING not available" >&2; exit 1'


@pytest.fixture
def read(fake_tools):
    """Read the clipboard of a window system with the given tools installed."""

    def run(platform, **scripts):
        environ = {"PATH": fake_tools(**scripts), "DISPLAY": ":7"}
        return SelectionReader(platform, environ, time_limit=0.2).read()

    return run


@pytest.mark.parametrize(
    ("platform", "scripts", "seen"),
    [
        ("xcb", {"xclip": "printf '亲\\n您好 '"}, "亲\n您好 "),
        ("xcb", {"xclip": "printf '\\377'"}, "\ufffd"),
        ("xcb", {"xclip": EMPTY, "xsel": "printf 亲"}, ""),
        ("xcb", {"xclip": "exit 1", "xsel": "printf 亲"}, "亲"),
        ("xcb", {"xclip": HUNG, "xsel": "printf 亲"}, "亲"),
        ("xcb", {"xclip": "exit 1", "xsel": "exit 1"}, None),
        ("xcb", {"xclip": HUNG}, None),
        ("xcb", {}, None),
        ("wayland", {"wl_paste": "printf 亲", "xclip": "printf other"}, "亲"),
        ("wayland", {"wl_paste": "echo 'Nothing is copied' >&2; exit 1"}, ""),
        ("offscreen", {"xclip": "printf other"}, None),
        ("windows", {"xclip": "printf other"}, None),
    ],
)
def test_the_first_tool_that_can_tell_is_believed(read, platform, scripts, seen):
    assert read(platform, **scripts) == seen


@pytest.mark.parametrize("scripts", [{}, {"xclip": HUNG}, {"xclip": HUNG, "xsel": HUNG}])
def test_reading_ends_in_time(read, scripts):
    began = time.monotonic()
    read("xcb", **scripts)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(("scripts", "available"), [({}, False), ({"xsel": HUNG}, True)])
def test_whether_any_tool_is_installed_is_known_beforehand(fake_tools, scripts, available):
    reader = SelectionReader("xcb", {"PATH": fake_tools(**scripts)})
    assert reader.available is available
