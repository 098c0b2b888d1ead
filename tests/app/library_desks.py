"""A library of three replies, and what tests ask of a desk that edits it."""

from __future__ import annotations

from datetime import datetime

import pytest

from cs_desk.domain.china import CHINA
from cs_desk.domain.errors import LibraryRefusedError
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

NOW = datetime(2026, 11, 22, 9, tzinfo=CHINA)
DELAY = ReplyTemplate("t1", "催发货", "亲，{订单号}今天发出", code="cfh", group="售前")
RETURN = ReplyTemplate("t2", "退货地址", "请寄到{退货地址}", group="售后/退货")
SIZE = ReplyTemplate("t3", "尺码", "看尺码表", group="售前", tags=("尺码",))
LIBRARY = TemplateLibrary("lib", "库", (DELAY, RETURN, SIZE), (Placeholder("订单号"),))


def titles(desk):
    return [t.title for t in desk.library.templates]


def find(desk, template_id):
    return next(t for t in desk.library.templates if t.id == template_id)


def deleted(desk):
    return [each.template.id for each in desk.trash()]


def refusal(call, *arguments):
    with pytest.raises(LibraryRefusedError) as caught:
        call(*arguments)
    return str(caught.value.reason)
