from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("icon", ROOT / "packaging/windows/icon.py")


@pytest.fixture(scope="module")
def icon(tmp_path_factory):
    """The icon that is drawn from the program's own."""
    module = importlib.util.module_from_spec(_SPEC)
    _SPEC.loader.exec_module(module)
    file = tmp_path_factory.mktemp("icon") / "made" / "cs_desk.ico"
    module.write_icon(ROOT / "resources/icons/cs_desk.svg", file)
    return file


def test_every_size_is_in_the_icon(icon):
    written = icon.read_bytes()
    count = written[4]
    sides = [written[6 + 16 * entry] or 256 for entry in range(count)]
    assert sides == [16, 20, 24, 32, 40, 48, 64, 256]


def test_the_icon_is_drawn_the_right_way_up_and_has_round_corners(icon):
    reader = QImageReader(str(icon))
    reader.jumpToImage(5)
    image = reader.read()
    assert image.width() == 48
    assert image.pixelColor(0, 0).alpha() == 0
    above, bubble = image.pixelColor(24, 8), image.pixelColor(24, 18)
    assert (above.name(), bubble.name()) == ("#2b5fe3", "#ffffff")
