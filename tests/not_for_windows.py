"""Tests of what Windows does not have, and of what Wine cannot do, each with its reason."""

from __future__ import annotations

import ctypes
import sys

_SOCKETS = "Python has no AF_UNIX on Windows"
_RIGHTS = "Windows keeps others out by access lists, not by mode bits"
_DEVICES = "Windows has no /dev, and no links for whoever is no administrator"
_FONTS = "the offscreen platform finds no fonts on Windows"

_NOT_FOR_WINDOWS = {
    "desktop/test_display.py::test_a_display_that_is_not_there": _SOCKETS,
    "desktop/test_display.py::test_a_wayland_display_that_listens": _SOCKETS,
    "desktop/test_display.py::test_an_x_display_that_listens": _SOCKETS,
    "desktop/test_doorbell.py::test_another_program_at_the_address": _SOCKETS,
    "desktop/test_doorbell.py::test_what_a_killed_window_left": _SOCKETS,
    "desktop/test_single_instance.py::test_a_window_that_hangs": _SOCKETS,
    "desktop/test_doorbell.py::test_only_its_owner_may_ring": _RIGHTS,
    "desktop/test_log_file.py::test_only_its_owner_can_read_it": _RIGHTS,
    "desktop/test_single_instance.py::test_the_folder_and_the_lock_are_for": _RIGHTS,
    "desktop/test_log_file.py::test_threads_do_not_mix": "Windows appends in two steps",
    "desktop/test_sheet_pages.py": _FONTS,
    "desktop/test_sheet_pdf.py": _FONTS,
    "exchange/library/test_workbook_package.py::test_odd_names_inside_are_refused[xl\\\\a.xml]": (
        "there, zipfile itself turns that name into an ordinary one"
    ),
    "storage/test_archive_file.py::test_a_full_disk": _DEVICES,
    "storage/test_backup_file.py::test_what_is_no_sound_backup_is_refused_and_changes_nothing"
    "[a_circle_of_links": _DEVICES,
    "storage/test_backup_file.py::test_what_is_no_sound_backup_is_refused_and_changes_nothing"
    "[a_device": _DEVICES,
    "storage/test_backup_to_chosen_file.py::test_nothing_else_is_written_over[a_device": _DEVICES,
    "storage/test_restoring.py::test_a_backup_that_is_thinned_out": (
        "Windows removes no file that is open"
    ),
}
_LINKS = "Wine 10 makes links that it does not follow"
_NOT_FOR_WINE = {
    "desktop/test_data_place.py::test_a_link_is_followed": _LINKS,
    "desktop/test_doorbell.py::test_one_folder_has_one_address": _LINKS,
    "storage/test_backup_to_chosen_file.py::test_a_link_stays_a_link": _LINKS,
    "storage/test_backup_to_chosen_file.py::test_nothing_else_is_written_over[a_link": _LINKS,
}


def why_not_here(test: str) -> str:
    """Return why a test, by pytest's name for it, cannot hold on this system; empty if it can."""
    if sys.platform != "win32":
        return ""
    excepted = _NOT_FOR_WINDOWS | (_NOT_FOR_WINE if _under_wine() else {})
    name = test.removeprefix("tests/")
    return next((why for start, why in excepted.items() if name.startswith(start)), "")


def _under_wine() -> bool:
    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
