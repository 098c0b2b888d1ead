"""What the tests of tables share: files made of text, and libraries to write."""

from __future__ import annotations

from uuid import UUID

from hypothesis import strategies as st

from cs_desk.domain.template import ReplyTemplate, TemplateLibrary, ToneVariant
from cs_desk.exchange.library.file_content import FileContent, file_content


def unheard(done, total):
    """Take progress and say nothing."""


def text_file(text):
    return FileContent("话术.csv", text.encode(), text, "utf-8")


def read_back(written, read):
    return read(file_content("话术", written.data), unheard)


def remarks(told):
    return [f"{remark.where}: {remark.reason}" for remark in told]


def library_of(*templates):
    return TemplateLibrary("L", "话术库", templates)


def reply(title="退货地址", body="亲，请寄到这里", **fields):
    return ReplyTemplate(str(UUID(int=len(title + body))), title, body, **fields)


_SIGNS = "=+-@＝'\"\t,;、，；0123456789.eE:/年月日 　aZ亲退\U0001f60a_x000D_&#"
_CHARACTERS = st.sampled_from(_SIGNS) | st.characters(
    exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp"]
)
_LINES = st.text(_CHARACTERS, max_size=12).map(lambda text: " ".join(text.split()))
_NAMES = _LINES.filter(bool)
_TAGS = _NAMES.filter(lambda tag: not set(tag) & set(",，、;；"))
_PARTS = _NAMES.map(lambda part: part.replace("/", "")).map(str.strip).filter(bool)
_BODIES = st.text(_CHARACTERS | st.just("\n"), max_size=40).filter(lambda text: text.strip())


@st.composite
def libraries(draw):
    """Make libraries in which every field may begin like a formula or look like a number."""
    templates = [
        ReplyTemplate(
            str(UUID(int=number)),
            draw(_NAMES),
            draw(_BODIES),
            code=draw(_LINES),
            group="/".join(draw(st.lists(_PARTS, max_size=3))),
            tags=tuple(draw(st.lists(_TAGS, max_size=3, unique=True))),
            note=draw(st.just("") | _BODIES),
            tone=draw(st.sampled_from(["", "亲切"])),
            tones=tuple(
                ToneVariant(tone, draw(_BODIES))
                for tone in draw(st.lists(st.sampled_from(["安抚", "正式"]), unique=True))
            ),
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    return library_of(*templates)
