from __future__ import annotations

import socket

import pytest

from cs_desk.desktop.display import display_answers


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":98765"},
        {"DISPLAY": "no display at all"},
        {"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": "/nowhere"},
        {"DISPLAY": "127.0.0.1:59000"},
    ],
)
def test_a_display_that_is_not_there_does_not_answer(environ):
    assert not display_answers(environ, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_need_no_name_for_their_display(platform):
    assert display_answers({}, platform)


def test_a_platform_chosen_for_qt_is_its_own_business():
    assert display_answers({"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_a_wayland_display_that_listens_answers(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display_answers(environ, "linux")


def test_an_x_display_that_listens_answers():
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X54321")
        server.listen()
        assert display_answers({"DISPLAY": ":54321.0"}, "linux")
