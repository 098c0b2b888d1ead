"""The kinds of value that stand on a command line: ``名称=值``, and a file's name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


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


ASSIGNMENT = _Assignment()
FILE_NAME = _FileName()
