"""Commands that change the same desk's cases at the same moment: none undoes another's."""

from __future__ import annotations

from tests.commands.conftest import CASE, NOW


def at_once(cases, *commands):
    """Run case commands side by side and return their exit statuses."""
    started = [cases.desk.start("case", *command, "--now", NOW) for command in commands]
    return [process.wait(20) for process in started]


def test_values_that_are_set_at_once_are_all_kept(cases):
    settings = ["规格=米白 M", "品类=服饰", "实付=88", "结果=换货"]
    assert at_once(cases, *(["set", CASE, each] for each in settings)) == [0] * len(settings)
    told = cases("show", CASE).text
    assert all(word in told for word in ("米白 M", "换货"))
    lines = [line["what"] for line in cases.shown(CASE)["history"]]
    assert len(lines) == 1 + len(settings)


def test_an_order_that_is_opened_at_once_is_opened_once(no_cases):
    statuses = at_once(no_cases, *([["new", "--order", "4210000000000000001"]] * 3))
    assert sorted(statuses) == [0, 1, 1]
    assert len(no_cases("list", "--json").objects) == 1


def test_of_checks_that_do_not_all_apply_none_is_ticked(cases):
    # A refund without a return has no parcel to look for a label on.
    cases("set", CASE, "结果=仅退款")
    assert cases("tick", CASE, "reason_recorded", "labels").status == 1
    done = [check["done"] for step in cases.shown(CASE)["steps"] for check in step["checks"]]
    assert not any(done)
