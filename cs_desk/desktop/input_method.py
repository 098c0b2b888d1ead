"""Which input-method plugin Qt loads, so that Chinese can be typed under every desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def input_method_changes(environ: Mapping[str, str], platform: str) -> dict[str, str]:
    """Return what must be set in the environment before Qt starts.

    Chinese desktops with Fcitx set ``QT_IM_MODULE=fcitx``. Qt's wheel holds no fcitx plugin, and
    the one of the distribution cannot be loaded into another Qt build, so that only Latin letters
    would arrive. Fcitx 5 also answers as IBus, whose plugin is in the wheel: name it as the second
    choice. ``QT_IM_MODULES`` (a list, Qt 6.7) wins over ``QT_IM_MODULE``; one that the person has
    set is respected.

    Args:
        environ: The process's environment.
        platform: ``sys.platform``.
    """
    if not platform.startswith("linux") or "QT_IM_MODULES" in environ:
        return {}
    if environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        return {"QT_IM_MODULES": "fcitx;ibus"}
    return {}
