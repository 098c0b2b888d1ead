r"""Texts of a JSON document without what nobody means to have in them.

Line ends become ``\n``, and characters that turn the direction of text are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import Remark
from cs_desk.domain.text_direction import DIRECTION_CONTROL, without_direction_controls

REMOVED_DIRECTION = Sentence("含有改变文字方向的隐藏字符，已去掉")

_UNCLEAN = re.compile(DIRECTION_CONTROL.pattern + "|\r\n")


def cleaned(document: dict[str, Any]) -> tuple[Any, tuple[Remark, ...]]:
    """Return the document in clean, and what was left out where."""
    cleaning = _Cleaning()
    return cleaning.cleaned(document, ""), tuple(cleaning.remarks)


@dataclass(frozen=True, slots=True)
class _Cleaning:
    remarks: list[Remark] = field(default_factory=list)

    def cleaned(self, value: Any, where: str) -> Any:  # noqa: ANN401  # as JSON has it
        match value:
            case str():
                return self._text(value, where) if _UNCLEAN.search(value) else value
            case list():
                return [self.cleaned(item, f"{where}[{index}]") for index, item in enumerate(value)]
            case dict():
                return {
                    name: self.cleaned(item, f"{where}.{name}" if where else name)
                    for name, item in value.items()
                }
            case _:
                return value

    def _text(self, text: str, where: str) -> str:
        clean = without_direction_controls(text)
        if clean != text:
            self.remarks.append(Remark(Sentence("%1", (where,)), REMOVED_DIRECTION))
        return clean.replace("\r\n", "\n")
