"""Every test runs without a screen, unless it starts one of its own."""

import os

import pytest

from tests.not_for_windows import why_not_here

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items):
    for item in items:
        if why := why_not_here(item.nodeid):
            item.add_marker(pytest.mark.skip(reason=why))
