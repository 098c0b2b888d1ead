from __future__ import annotations

import pytest

from cs_desk.domain.library.validity import untimely_remark
from cs_desk.domain.template import TemplateLibrary


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("", "", ""),
        ("2026-11-22", "2026-11-22", ""),
        ("2026-11-01", "", ""),
        ("", "2026-12-31", ""),
        ("2026-11-23", "", "2026-11-23"),
        ("", "2026-11-21", "2026-11-21"),
        ("2026-12-01", "2026-12-12", "2026-12-01"),
    ],
)
def test_a_library_that_is_not_meant_for_today_says_so(first, last, told):
    library = TemplateLibrary("lib", "库", valid_from=first, valid_until=last)
    remark = untimely_remark(library, "2026-11-22")
    assert (remark.reason.facts if remark else ()) == ((told,) if told else ())
