from __future__ import annotations

from pathlib import Path

import pytest

from cs_desk.cli import PlainStart, plain_start


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        ([], None),
        (["--lang", "en"], None),
        (["--lang=zh_CN"], None),
        (["--data-dir", "/a b"], Path("/a b")),
        (["--data-dir=x=y"], Path("x=y")),
        (["--data-dir", "one", "--lang", "en", "--data-dir", "two"], Path("two")),
    ],
)
def test_a_plain_start_names_at_most_a_folder_and_a_language(arguments, folder):
    assert plain_start(arguments) == PlainStart(folder)


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["--data-dir", "x", "search"],
        ["--help"],
        ["--version"],
        ["--lang", "de"],
        ["--lang"],
        ["--data-dir"],
        ["--data-dir", ""],
        ["--data-dir="],
        ["--data-dir", "--help"],
        ["--data", "x"],
        ["--"],
        [""],
    ],
)
def test_commands_help_and_wrong_usage_are_left_to_the_parser(arguments):
    assert plain_start(arguments) is None
