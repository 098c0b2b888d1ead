"""The Chinese input methods of Linux desktops, started on an `XSession` with Pinyin switched on."""

from __future__ import annotations

from tests.journeys.xsession import wait_until

_FCITX_PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""


def start_ibus(session):
    """Start IBus with libpinyin; return what such a desktop sets for Qt."""
    session.start("ibus-daemon", "--panel=disable", "--config=/usr/libexec/ibus-memconf")

    def uses_pinyin():
        # Its exit status is 1 although the engine is set.
        session.ask("ibus", "engine", "libpinyin")
        return session.ask("ibus", "engine").stdout.strip() == "libpinyin"

    wait_until(uses_pinyin, "IBus uses libpinyin")
    return {"QT_IM_MODULE": "ibus"}


def start_fcitx5(session):
    """Start Fcitx 5 with Pinyin; return what such a desktop sets for Qt."""
    profile = session.home / "config/fcitx5/profile"
    profile.parent.mkdir(parents=True)
    profile.write_text(_FCITX_PROFILE)
    session.start("fcitx5", "--disable=wayland,notifications")

    wait_until(lambda: session.succeeds("fcitx5-remote"), "Fcitx 5 answers")
    # Its front end for IBus programs is ready when it has written where to find it.
    addresses = session.home / "config/ibus/bus"
    wait_until(lambda: any(addresses.glob("*")), "Fcitx 5 stands in for IBus")
    return {"QT_IM_MODULE": "fcitx"}


def switch_to_pinyin(session):
    """Switch Fcitx 5 from Latin letters to Pinyin for the window that has the keyboard."""

    def uses_pinyin():
        session.ask("fcitx5-remote", "-o")
        return session.ask("fcitx5-remote", "-n").stdout.strip() == "pinyin"

    wait_until(uses_pinyin, "Fcitx 5 uses Pinyin")
