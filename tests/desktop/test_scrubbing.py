"""What may stand in the log of a text that others wrote."""

from __future__ import annotations

import time

import pytest

from cs_desk.desktop.scrubbing import scrubbed


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("QPainter::begin: Paint device returned engine == 0", None),
        ("This plugin does not support raise()", None),
        ("Timers cannot be stopped from another thread, 1234 of them", None),
        ("call 13812345678 now", "call # now"),
        ("call 138 1234 5678 now", "call # now"),
        ("call 138.1234.5678 or 138_1234_5678", "call # or #"),
        ("call 0571-8888-1234 now", "call # now"),
        ("order 421012345678901234, day 20", "order #, day 20"),
        ("1", "1"),
        ("买家王小明 says hello", "… says hello"),
        ("sent to wang.xm_88@example.com.", "sent to …"),
        ("邮箱wang@example.cn收", "…"),
        ("cannot open /home/xiaoming/desk.db now", "cannot open … now"),
        ("cannot open /home/Wang Xiao Ming/my desk/desk.db now", "cannot open … now"),
        ("cannot open ~/desk.db", "cannot open …"),
        (r"cannot open C:\Users\Wang Xiaoming\desk.db now", "cannot open … now"),
        (r"cannot open \\server\share\desk.db", "cannot open …"),
        ("cannot load file:///home/xiaoming/a.svg!", "cannot load …"),
        ("see https://example.com/?tel=138", "see …"),
        ('object named "Wang Xiaoming" is gone', 'object named "…" is gone'),
        ('never closed: "Wang Xiaoming', 'never closed: "…"'),
        ("１３８１２３４５６７８", "…"),
        ("at 0x7f3a9012bc00 and 0xBEEF", "at 0x# and 0x#"),
        ("first\nsecond\r\n\tthird\x00fourth", "first second third fourth"),
        ("broken \udc8a half", "broken … half"),
        ("", ""),
    ],
)
def test_only_what_is_not_personal_is_kept(said, kept):
    assert scrubbed(said) == (said if kept is None else kept)


def test_a_text_is_cut_to_300_characters():
    assert scrubbed("ab " * 200) == ("ab " * 100)


@pytest.mark.parametrize("length", range(1985, 2001))
def test_a_number_is_not_cut_in_two_before_it_is_recognised(length):
    assert "138" not in scrubbed('"' + "x" * (length - 2) + '" 13812345678 tail')


@pytest.mark.parametrize("said", ["x" * 10**6, "1" * 10**6, "/" * 10**6, 'a"@' * 10**6])
def test_a_long_text_is_scrubbed_at_once(said):
    began = time.perf_counter()
    scrubbed(said)
    assert time.perf_counter() - began < 0.5
