"""Bodies of other programs, written in our syntax piece by piece.

Every format reads its own tokens and hands them to a ``BodyWriter``. It doubles the braces of
text, names fields so that our parser understands them, and collects what did not fit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.placeholder_parser import LONGEST_OFFSET_DAYS, MAX_BODY_LENGTH, parse
from cs_desk.domain.placeholder_tokens import Field, Include, Moment
from cs_desk.exchange.library.foreign_dates import DateCode, has_day, written_offset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cs_desk.domain.placeholder_tokens import Token
    from cs_desk.exchange.library.foreign_dates import DateFormat

_NOT_IN_NAME = re.compile(r"[{}:：|｜\r\n\u2028\u2029]+")
_NOT_IN_DEFAULT = re.compile(r"[{}\r\n\u2028\u2029]+")
_NOT_IN_CHOICE = re.compile(r"[{}|｜\r\n\u2028\u2029]+")
_OUTSIDE_PATTERN = re.compile(r"[A-Za-z{}\r\n\u2028\u2029]")
_DEFAULT_PATTERN = {"日期": "M月d日", "时间": "HH:mm"}
_LONGEST_NAME = 100

TOO_LONG = Sentence("文字超过 %1 个字符", (f"{MAX_BODY_LENGTH:,}",))
"""Why a reply is skipped whose writer is full."""


def written_text(text: str) -> str:
    """Return literal ``text`` with its braces doubled."""
    return text.replace("{", "{{").replace("}", "}}")


def written_name(name: str) -> str:
    """Return ``name`` as near as a placeholder's name can come to it; empty if there is none."""
    candidate = _NOT_IN_NAME.sub("_", name)[:_LONGEST_NAME].strip()
    if not candidate or _is_field(candidate):
        return candidate
    # One of the words that mean something by themselves, such as 日期.
    return f"填写{candidate}"


def _is_field(name: str) -> bool:
    tokens = parse(f"{{{name}}}").tokens
    return len(tokens) == 1 and isinstance(tokens[0], Field) and tokens[0].name == name


class BodyWriter:
    """Writes one body in our syntax.

    Attributes:
        losses: What did not fit, each once, in the order in which it was met.
        multiline: Names of the fields that take several lines.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.losses: list[Sentence] = []
        self.multiline: list[str] = []

    @property
    def body(self) -> str:
        """The body so far."""
        return "".join(self._parts)

    @property
    def is_full(self) -> bool:
        """Whether it is longer than a body may be.

        Whoever writes should stop then, and skip the reply: it is not whole. Pieces without any
        text count too, so that this also bounds the work on pieces that contain each other.
        """
        return self._length > MAX_BODY_LENGTH

    def lose(self, what: Sentence) -> None:
        """Note what does not fit."""
        if what not in self.losses:
            self.losses.append(what)

    def text(self, text: str) -> None:
        """Write text that stands for itself."""
        self._put(written_text(text))

    def field(
        self,
        name: str,
        default: str = "",
        choices: Sequence[str] = (),
        *,
        multiline: bool = False,
    ) -> None:
        """Write a field; ``default`` is put first among ``choices``."""
        own = written_name(name) or "未命名"
        if multiline:
            self.multiline.append(own)
        if own != name.strip():
            self.lose(Sentence("占位符「%1」改名为「%2」", (name, own)))
        if choices:
            self._put(self._field_with_choices(own, default, choices))
            return
        written = _NOT_IN_DEFAULT.sub(" ", default).strip()
        if written != default.strip():
            self.lose(Sentence("「%1」的默认值里不能有换行和花括号", (own,)))
        self._put(f"{{{own}:{written}}}" if written else f"{{{own}}}")

    def unknown(self, name: str, reason: Sentence) -> None:
        """Write what we cannot do as a field: it stays visible, and nothing is sent unfilled."""
        self.lose(reason)
        self._put(f"{{{written_name(name) or '未命名'}}}")

    def moment(self, format_: DateFormat, offset: timedelta = timedelta()) -> None:
        """Write today or now, moved by ``offset``.

        Text that a pattern of ours cannot hold is put outside of it.
        """
        if not format_.exact:
            self.lose(Sentence("日期格式的一部分没有对应的写法，换成了最接近的"))
        minutes = round(offset / timedelta(minutes=1))
        if timedelta(minutes=minutes) != offset:
            self.lose(Sentence("时间的推移精确到分钟"))
        if abs(offset) > timedelta(days=LONGEST_OFFSET_DAYS):
            self.unknown("日期", Sentence("日期的推移超过十年"))
            return
        run: list[DateCode | str] = []
        for piece in format_.pieces:
            if isinstance(piece, str) and _OUTSIDE_PATTERN.search(piece):
                self._moment_run(run, offset)
                self.text(piece)
                run = []
                continue
            if isinstance(piece, DateCode) and _continues(run, piece):
                self._moment_run(run, offset)
                run = []
            run.append(piece)
        self._moment_run(run, offset)

    def include(self, title: str) -> None:
        """Write another reply in this place."""
        self._put(f"{{片段:{_NOT_IN_DEFAULT.sub(' ', title).strip()}}}")

    def cursor(self) -> None:
        """Write where the caret goes."""
        self._put("{光标}")

    def clipboard(self) -> None:
        """Write what is on the clipboard."""
        self._put("{剪贴板}")

    def _put(self, written: str) -> None:
        self._parts.append(written)
        self._length += max(1, len(written))

    def _field_with_choices(self, name: str, default: str, choices: Iterable[str]) -> str:
        kept = [c.strip() for c in choices if c.strip()]
        if default.strip() in kept:
            kept.remove(default.strip())
            kept.insert(0, default.strip())
        written = [_NOT_IN_CHOICE.sub("/", choice) for choice in kept]
        if written != kept:
            self.lose(Sentence("「%1」的选项里不能有竖线、换行和花括号", (name,)))
        return f"{{{'|'.join((name, *dict.fromkeys(written)))}}}"

    def _moment_run(self, run: list[DateCode | str], offset: timedelta) -> None:
        letters = [piece.letters for piece in run if isinstance(piece, DateCode)]
        whole = "".join(p.letters if isinstance(p, DateCode) else p for p in run)
        if not letters:
            self.text(whole)
            return
        # Blanks at its ends do not count in a pattern.
        pattern = whole.strip()
        before, _, after = whole.partition(pattern)
        word = "日期" if any(map(has_day, letters)) else "时间"
        shown = "" if pattern == _DEFAULT_PATTERN[word] else f"={pattern}"
        self.text(before)
        self._put(f"{{{word}{written_offset(word, offset)}{shown}}}")
        self.text(after)


def _continues(run: list[DateCode | str], code: DateCode) -> bool:
    """Return whether ``code`` would run into the letters before it."""
    last = run[-1] if run else ""
    return isinstance(last, DateCode) and last.letters[-1] == code.letters[0]


def meaning(body: str) -> tuple[Token, ...]:
    """Return what ``body`` says, wherever its tokens stand and however they are spelled."""
    return tuple(_meant(token) for token in parse(body).tokens)


def _meant(token: Token) -> Token:
    match token:
        case Include():
            return replace(token, start=0, end=0, text="")
        case Moment():
            # 日期 and 时间 differ in what stands there if nothing else is said.
            return replace(token, start=0, end=0, name="")
        case _:
            return replace(token, start=0, end=0)
