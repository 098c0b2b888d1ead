"""The kinds of value that stand on a command line: ``名称=值``, a file's name, a moment …."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from cs_desk.domain.errors import CaseRefusedError, Sentence
from cs_desk.domain.iso_moment import read_iso_moment
from cs_desk.domain.unfit_text import is_unfit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

V = TypeVar("V")

# As Python names them; GB18030 holds all of GBK and GB2312.
_ENCODINGS = {name: name for name in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "big5")}
_ENCODINGS |= dict.fromkeys(("gbk", "gb2312"), "gb18030")
_LISTED = "utf-8, utf-16, gb18030, gbk, big5"


class WrongValueError(click.BadParameter):
    """A value that cannot be, with the reason in a sentence.

    Args:
        reason: What is wrong with it.
        ctx: The command that it was given to; the running one for None.
        param: Which argument or option holds it; None if the sentence says so itself.
    """

    def __init__(
        self,
        reason: Sentence,
        ctx: click.Context | None = None,
        param: click.Parameter | None = None,
    ) -> None:
        super().__init__(str(reason), ctx or click.get_current_context(silent=True), param)
        self.reason = reason


class Written(click.ParamType[V], Generic[V]):
    """A value that is read from text; what is wrong with it is told in a sentence.

    Args:
        name: What it is, for those who read the source.
        read: Reads it; raises CaseRefusedError.
    """

    def __init__(self, name: str, read: Callable[[str], V]) -> None:
        self.name = name
        self._read = read

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> V:
        """Return the value; invisible characters are refused in all of them."""
        text = str(value)
        if is_unfit(text):
            raise WrongValueError(Sentence("有看不见的控制字符，或不完整的字符"), ctx, param)
        try:
            return self._read(text)
        except CaseRefusedError as error:
            raise WrongValueError(error.reason, ctx, param) from error


class _Assignment(click.ParamType[tuple[str, str]]):
    name = "assignment"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        name, equals, given = str(value).partition("=")
        if not equals or not name.strip():
            self.fail(str(value), param, ctx)
        return name.strip(), given


class _FileName(click.ParamType[Path]):
    name = "FILE"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        # An unset variable in a script must not turn into the current folder.
        if not str(value):
            self.fail("", param, ctx)
        return Path(value)


def _moment(text: str) -> datetime:
    moment = read_iso_moment(text)
    if moment is None:
        told = Sentence("「%1」不是日期，请写成 2026-11-10 或 2026-11-10T14:05", (text,))
        raise CaseRefusedError(told)
    return moment


class _Encoding(click.ParamType[str]):
    name = "NAME"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        try:
            known = codecs.lookup(str(value)).name
        except (LookupError, ValueError):
            known = ""
        if known not in _ENCODINGS:
            told = Sentence("不支持「%1」这种编码，能用的有：%2", (str(value), _LISTED))
            raise WrongValueError(told, ctx, param)
        return _ENCODINGS[known]


ASSIGNMENT = _Assignment()
ENCODING = _Encoding()
FILE_NAME = _FileName()
MOMENT = Written("moment", _moment)
