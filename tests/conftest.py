"""Every test runs without a screen, unless it starts one of its own."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
