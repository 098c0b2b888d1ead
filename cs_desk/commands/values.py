"""``名称=值`` on the command line."""

from __future__ import annotations

from typing import Any

import click


class _Assignment(click.ParamType[tuple[str, str]]):
    name = "名称=值"

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


ASSIGNMENT = _Assignment()
