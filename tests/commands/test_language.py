from __future__ import annotations

import pytest

from cs_desk.cli import chosen_language


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ("", {"LANG": "C"}, "zh_CN"),
        ("", {"LANG": "de_DE.UTF-8"}, "zh_CN"),
        ("", {"LANG": "en_US.UTF-8"}, "en"),
        ("", {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh_CN"),
        ("", {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ("", {"LC_ALL": "", "LANG": "en_US"}, "en"),
        ("--lang en search th", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("search th --lang=zh_CN", {"LANG": "en_US"}, "zh_CN"),
        ("--lang zh_CN search --lang en", {}, "en"),
        ("search --lang", {"LANG": "en_US"}, "en"),
        ("search --lang fr", {"LANG": "C"}, "zh_CN"),
    ],
)
def test_the_language_is_asked_for_or_the_systems_or_chinese(arguments, environ, language):
    assert chosen_language(arguments.split(), environ) == language
