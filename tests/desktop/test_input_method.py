from __future__ import annotations

import pytest

from cs_desk.desktop.input_method import input_method_changes


@pytest.mark.parametrize("module", ["fcitx", "fcitx5"])
def test_a_fcitx_desktop_gets_ibus_as_second_choice(module):
    assert input_method_changes({"QT_IM_MODULE": module}, "linux") == {
        "QT_IM_MODULES": "fcitx;ibus"
    }


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({}, "linux"),
        ({"QT_IM_MODULE": "ibus"}, "linux"),
        ({"QT_IM_MODULE": "xim"}, "linux"),
        ({"QT_IM_MODULE": "fcitx"}, "win32"),
        ({"QT_IM_MODULE": "fcitx"}, "darwin"),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "wayland;fcitx"}, "linux"),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": ""}, "linux"),
    ],
)
def test_nothing_is_changed_where_it_would_not_help_or_the_person_chose(environ, platform):
    assert input_method_changes(environ, platform) == {}
