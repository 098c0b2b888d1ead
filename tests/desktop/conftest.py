"""Stand-ins for the clipboard tools of the system, found by PATH."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture
def fake_tools(tmp_path):
    """Return a function that puts shell scripts into a folder of their own, and that folder."""

    if sys.platform == "win32":
        pytest.skip("xclip, xsel and wl-clipboard are tools of X and Wayland")

    def install(**scripts):
        for name, script in scripts.items():
            tool = tmp_path / name.replace("_", "-")
            tool.write_text(f"#!/bin/sh\n{script}\n")
            tool.chmod(0o755)
        return str(tmp_path)

    return install
