"""What holds for the readers of every other program's files alike."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cs_desk.domain.errors import InvalidFileError
from cs_desk.domain.placeholder_syntax import Unreadable, parse
from cs_desk.exchange.library.beeftext import is_beeftext, read_beeftext
from cs_desk.exchange.library.espanso import is_espanso, read_espanso
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.quicktext import is_quicktext, read_quicktext
from cs_desk.exchange.library.textexpander import is_textexpander, read_textexpander

FORMATS = Path(__file__).parents[2] / "data" / "formats"
# In the order in which they have to be asked.
KINDS = {
    "espanso": (is_espanso, read_espanso),
    "quicktext": (is_quicktext, read_quicktext),
    "beeftext": (is_beeftext, read_beeftext),
    "textexpander": (is_textexpander, read_textexpander),
}
SAMPLES = [
    ("espanso.yml", "espanso"),
    ("espanso_forms.yml", "espanso"),
    ("quicktext.json", "quicktext"),
    ("beeftext.json", "beeftext"),
    ("beeftext.csv", "beeftext"),
    ("textexpander.csv", "textexpander"),
]
TEXTS = {name: (FORMATS / name).read_text(encoding="utf-8") for name, _ in SAMPLES}
BEGINNINGS = ["matches:\n- replace: ", '[{"Body":"', '{"combos":[{"snippet":"', "nh,您好,问候\n"]
HOSTILE = st.text("{}[]#%$|\\\"':,-\n 日期+9=M名a&*!@D", max_size=60)


def content(text, name="话术.txt"):
    return FileContent(name, text.encode("utf-8", "surrogatepass"), text, "utf-8")


def read(kind, text):
    return KINDS[kind][1](content(text), lambda done, total: None)


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_a_real_file_is_recognised_in_the_right_order(name, kind):
    assert next(k for k, (is_it, _) in KINDS.items() if is_it(content(TEXTS[name]))) == kind


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_the_same_file_gives_the_same_library(name, kind):
    assert read(kind, TEXTS[name]) == read(kind, TEXTS[name])


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_no_body_of_a_real_file_is_unreadable(name, kind):
    tokens = [t for reply in read(kind, TEXTS[name]).replies for t in parse(reply.body).tokens]
    assert not any(isinstance(token, Unreadable) for token in tokens)


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_every_reply_and_remark_has_its_place(name, kind):
    found = read(kind, TEXTS[name])
    assert len({str(reply.where) for reply in found.replies}) == len(found.replies) >= 8
    assert all(str(r.where) and str(r.reason) for r in (*found.skipped, *found.lost))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)
@given(
    beginning=st.sampled_from(["", *BEGINNINGS]), text=HOSTILE, end=st.sampled_from(["", '"}]}'])
)
def test_any_text_is_read_or_refused(kind, beginning, text, end):
    with suppress(InvalidFileError):
        read(kind, beginning + text + end)


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
@settings(max_examples=15)
@given(share=st.floats(0, 1))
def test_a_file_that_was_cut_off_is_read_or_refused(name, kind, share):
    text = TEXTS[name]
    with suppress(InvalidFileError):
        read(kind, text[: int(share * len(text))])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("espanso", "matches:\n" + "- 好\n" * 100_001),
        ("quicktext", "[" + "1," * 100_000 + "1]"),
        ("beeftext", '{"combos": [' + "1," * 100_000 + "1]}"),
        ("textexpander", "a,b\n" * 100_002),
    ],
)
def test_a_file_of_too_many_entries_is_refused(kind, text):
    with pytest.raises(InvalidFileError) as refusal:
        read(kind, text)
    assert str(refusal.value.reason) == "文件里有超过 100,000 条"


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_at_all_is_none_of_them(kind):
    assert not KINDS[kind][0](FileContent("话术.xlsx", b"PK\x03\x04"))
