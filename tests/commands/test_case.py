"""Return cases from the command line: opened, worked, closed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.commands.conftest import CASE, NOW, ORDER, SOURCE
from tests.commands.test_common import WATCHES_IMPORTS

STEPS = ["conditions", "application", "review", "packing", "shipping", "receiving", "refund"]


def test_a_case_has_the_shape_that_scripts_rely_on(cases):
    case = cases.shown(CASE)
    assert (
        case.items()
        >= {
            "id": CASE,
            "order": ORDER,
            "buyer": "小**",
            "item": "亚麻衬衫",
            "reason": "QUALITY",
            "fault": "seller",
            "outcome": "RETURN_REFUND",
            "status": "open",
            "current_step": "conditions",
        }.items()
    )
    assert [step["key"] for step in case["steps"]] == STEPS
    for step in case["steps"]:
        assert step.keys() >= {"title", "actor", "status", "checks", "deadline", "suggests"}
        assert step["status"] in {"todo", "doing", "waiting", "done", "na", "blocked"}
        for check in step["checks"]:
            assert check.keys() >= {"key", "title", "mandatory", "done", "by", "at"}
            assert check["key"].isascii()
    assert case["banner"].keys() == {"window", "condition", "freight", "refund", "privacy"}
    assert all(note["text"] for note in case["banner"].values())
    assert case["verdict"].keys() >= {"freight_payer", "reason", "basis", "refund_fen", "lines"}
    assert all(line.keys() >= {"label", "fen"} for line in case["verdict"]["lines"])
    assert [line["what"] for line in case["history"]] == ["开单"]
    assert case["history"][0]["at"] == "2026-11-12T10:00:00+08:00"


@pytest.mark.parametrize(
    ("signed", "begins", "last"),
    [
        ("2026-11-10T14:05", "2026-11-11T00:00:00+08:00", "2026-11-17T23:59:59+08:00"),
        ("2026-02-28", "2026-03-01T00:00:00+08:00", "2026-03-07T23:59:59+08:00"),
        ("2026-12-31 23:59:59", "2027-01-01T00:00:00+08:00", "2027-01-07T23:59:59+08:00"),
        ("2026-11-10T16:00:00Z", "2026-11-12T00:00:00+08:00", "2026-11-18T23:59:59+08:00"),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_the_window_ends_after_seven_whole_days_in_china(no_cases, signed, begins, last, zone):
    answer = no_cases("new", "--signed", signed, "--json", now="2027-01-01", TZ=zone)
    window = answer.object["banner"]["window"]
    assert (window["from"], window["last"]) == (begins, last)
    assert "七" in window["source"]


@pytest.mark.parametrize(
    ("now", "level"),
    [
        ("2026-11-12T10:01", "ok"),
        ("2026-11-13T22:00", "late"),
        ("2026-11-14T00:00:00", "late"),
        ("2026-11-14T00:00:01", "overdue"),
    ],
)
def test_the_clock_of_a_command_decides_what_is_pressing(cases, now, level):
    cases("set", CASE, "申请=2026-11-12")
    review = cases.shown(CASE, now=now)["steps"][2]
    assert review["deadline"].items() >= {"at": "2026-11-14T00:00:00+08:00", "level": level}.items()
    assert review["deadline"]["source"]
    assert cases("list", "--overdue", now=now).status == (0 if level == "overdue" else 1)


def test_part_of_an_order_is_refunded_by_both_methods(no_cases):
    goods = ["--goods", "A=120", "--goods", "B=100", "--discount", "30", "--discount-over", "200"]
    verdict = no_cases.new(*goods, "--paid", "190", "--return", "B", "--reason", "SIZE")["verdict"]
    assert verdict["refund_methods"] == {"pro_rata": 8636, "resettle": 7000}
    assert verdict["refund_fen"] == 8636
    assert verdict["lines"][0].items() >= {"label": "B", "fen": 8636}.items()


def test_a_new_case_takes_every_option(no_cases):
    case = no_cases.new(
        *("--spec", "白 M"), *("--category", "服饰"), *("--paid", "¥1,189.5"),
        *("--reason", "尺码不合"), *("--outcome", "换货"), *("--fault", "卖家"),
        *("--parcel", "已签收"), *("--applied", "2026/11/11 08:00"), *("--shipped", "2026-11-08"),
        *("--flag", "7天"), *("--flag", "运费险"), *("--gift", "9.9"), *("--coupon", "5"),
        *("--outbound-freight", "10"), *("--freight-paid", "12.5"),
    )  # fmt: skip
    assert (case["reason"], case["outcome"], case["fault"]) == ("SIZE", "EXCHANGE", "seller")
    assert case["spec"] == "白 M"
    assert (
        case["facts"].items()
        >= {
            "category": "服饰",
            "paid_fen": 118950,
            "freight_paid_fen": 1250,
            "flags": ["7天", "退货宝"],
            "parcel": "signed",
            "gift_fen": 990,
            "coupon_fen": 500,
            "outbound_freight_fen": 1000,
        }.items()
    )
    assert case["facts"]["moments"]["applied"] == "2026-11-11T08:00:00+08:00"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--signed", "2026-13-40"], "--signed：「2026-13-40」"),
        (["--signed", "2026-11-12T10:01"], "签收时间 2026-11-12 10:01 在将来"),
        (["--paid", "-5"], "--paid：「-5」"),
        (["--reason", "天气"], "--reason：没有「天气」"),
        (["--outcome", "送人"], "--outcome：没有「送人」"),
        (["--flag", "8天"], "--flag：没有「8天」"),
        (["--goods", "A"], "--goods：「A」"),
        (["--goods", "A=1", "--return", "B"], "「B」，现有：A"),
        (["--order", "4" * 201], "订单号太长"),
        (["--buyer", "\udcff"], "--buyer："),
        (["--now", "9999-12-31"], "--now：「9999-12-31」"),
        (["多余"], "参数太多"),
    ],
    ids=lambda value: " ".join(value)[:20] if isinstance(value, list) else "",
)
def test_what_cannot_be_is_wrong_usage_and_opens_nothing(own_desk, options, told):
    answer = own_desk("case", "new", "--now", NOW, *options)
    assert (answer.status, answer.out) == (2, b"")
    first, hint = answer.told.splitlines()
    assert told in first
    assert hint == "用 cs-desk case new --help 查看写法。"
    assert own_desk("case", "list", "--status", "all").status == 1


def test_an_order_with_an_open_case_gets_another_only_if_asked(cases):
    answer = cases("new", "--order", ORDER)
    assert (answer.status, answer.out) == (1, b"")
    assert CASE in answer.told
    assert "--another" in answer.told
    assert len(cases("list", "--json").objects) == 1
    assert cases("new", "--order", ORDER, "--another").text == "R261112-002\n"
    # Cases whose order nobody knows have nothing in common.
    assert [cases("new").status, cases("new").status] == [0, 0]


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (["show", "R1"], 1, "没有退货单「R1」"),
        (["tick", CASE, "reason_recorded", "nix"], 1, "「nix」"),
        (["deadline", CASE, "nix", "剩余1天"], 1, "「nix」"),
        (["deadline", CASE, "review", "不久"], 1, "倒计时"),
        (["reopen", CASE], 1, "没有关闭"),
        (["export", "R1", "x.html"], 1, "「R1」"),
        (["attach", CASE, "没有.png"], 3, "「没有.png」"),
        (["tick", CASE], 2, "缺少 CHECK"),
        (["note", CASE, " \n"], 2, "空的"),
        (["note", CASE, "长" * 10_001], 2, "10001 字"),
        (["set", CASE, "实付"], 2, "「实付」应写成 键=值"),
        (["set", CASE, "天气=好"], 2, "「天气」"),
        (["set", CASE, "签收=2027-01-01"], 2, "在将来"),
        (["set", CASE, "实付=5", "line.goods.7=1"], 2, "「goods.7」"),
        (["set", CASE, "refund=-1"], 2, "refund："),
        (["export", CASE], 2, "缺少 FILE"),
        (["export", "--all", "x.zip"], 2, ".html .pdf .csv .xlsx"),
        (["export", CASE, "x.html", "y.html"], 2, "参数太多"),
        (["list", "--status", "half"], 2, "--status"),
        (["list", "--limit", "0"], 2, "--limit"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_a_refused_command_says_why_and_changes_nothing(cases, command, status, told):
    answer = cases(*command)
    assert (answer.status, answer.out) == (status, b"")
    assert told in answer.told
    assert len(cases.shown(CASE)["history"]) == 1


def test_ticks_come_and_go_and_the_history_keeps_both(cases):
    ticked = cases("tick", CASE, "reason_recorded", "signed_date", "--json").object
    done = {check["key"]: check for check in ticked["steps"][0]["checks"] if check["done"]}
    assert done.keys() == {"reason_recorded", "signed_date"}
    assert done["signed_date"]["at"] == "2026-11-12T10:00:00+08:00"
    unticked = cases("untick", CASE, "signed_date", "--json", now="2026-11-12T11:00").object
    assert [check["done"] for check in unticked["steps"][0]["checks"]][:2] == [True, False]
    assert [line["at"][11:16] for line in unticked["history"]] == ["10:00"] * 3 + ["11:00"]


def test_a_case_is_closed_when_nothing_mandatory_is_left(cases):
    refused = cases("close", CASE, "--json")
    case = refused.object
    assert (refused.status, case["status"]) == (1, "open")
    titles = {c["key"]: c["title"] for step in case["steps"] for c in step["checks"]}
    assert refused.told.splitlines()[1:] == [f"· {titles[key]}" for key in case["open_checks"]]
    cases("tick", CASE, *case["open_checks"])
    closed = cases("close", CASE, "--json").object
    assert (closed["status"], closed["current_step"], closed["open_checks"]) == ("closed", "", [])
    assert closed["deleted_on"] == "2027-02-10"
    assert cases("tick", CASE, "solved").status == 1
    assert cases("list").status == 1
    assert cases("list", "--status", "closed", "--json").object == closed
    reopened = cases("reopen", CASE, "--json").object
    assert (reopened["status"], len(reopened["history"])) == ("open", len(closed["history"]) + 1)


def test_a_note_is_kept_and_personal_data_in_it_is_masked(cases):
    case = cases("note", CASE, "电话 13812341234\n明天再打", "--json").object
    assert [note["text"] for note in case["notes"]] == ["电话 138****1234\n明天再打"]
    assert cases("note", CASE, "长" * 10_000).status == 0


def test_what_qianniu_counts_down_comes_before_the_rules(cases):
    read = cases("deadline", CASE, "review", "剩余1天3小时", "--json").object
    deadline = read["steps"][2]["deadline"]
    assert deadline.items() >= {"at": "2026-11-13T13:00:00+08:00", "timer": None}.items()
    dropped = cases("deadline", CASE, "review", "", "--json").object
    assert dropped["steps"][2]["deadline"] is None


def test_a_file_is_attached_by_its_hash(cases, tmp_path):
    (tmp_path / "图.png").write_bytes(b"picture")
    (kept,) = cases("attach", CASE, str(tmp_path / "图.png"), "--json").object["evidence"]
    assert kept.items() >= {"name": "图.png", "bytes": 7, "step": "conditions"}.items()
    for missing in ("没有.png", "."):
        assert cases("attach", CASE, str(tmp_path / missing)).status == 3


def test_facts_are_set_in_chinese_and_in_ascii(cases):
    case = cases(
        "set", CASE, "原因=尺码不合", "outcome=换货", "paid=100", "签收=", "flag=+包邮 -7天",
        "goods=衬衫=60", "goods=裤子=40", "退回=裤子", "--json",
    ).object  # fmt: skip
    assert (case["reason"], case["outcome"], case["fault"]) == ("SIZE", "EXCHANGE", "buyer")
    assert case["facts"].items() >= {"paid_fen": 10000, "flags": ["包邮"], "moments": {}}.items()
    assert [line["returned"] for line in case["facts"]["goods"]] == [False, True]
    assert case["banner"]["window"]["last"] is None


def test_a_refund_is_not_put_where_goods_come_instead(cases):
    cases("set", CASE, "refund=88")
    refused = cases("set", CASE, "结果=换货", "refund=60")
    assert refused.status == 2
    assert "退款里没有「refund」这一行" in refused.err.decode()
    exchange = cases("set", CASE, "结果=换货", "--json").object
    assert exchange["verdict"]["refund_fen"] == 0
    assert cases("set", CASE, "结果=退货退款", "--json").object["verdict"]["refund_fen"] == 8800


def test_freight_that_was_paid_is_no_part_of_the_goods(cases):
    changes = ("paid=100", "已付运费=10", "责任=买家", "原因=不喜欢")
    verdict = cases("set", CASE, *changes, "--json").object["verdict"]
    assert [line["fen"] for line in verdict["lines"]] == [9000, 0]
    verdict = cases("set", CASE, "责任=卖家", "--json").object["verdict"]
    assert [line["fen"] for line in verdict["lines"]] == [9000, 1000]
    refused = cases("set", CASE, "已付运费=100.01")
    assert refused.status == 2
    assert "已付运费不能多于实付款" in refused.text + refused.err.decode()


def test_the_rules_are_overruled_and_taken_back_and_both_are_logged(cases):
    ruled = cases.shown(CASE)["verdict"]
    case = cases("set", CASE, "运费=买家", "line.paid=150", "--json").object
    assert (case["verdict"]["freight_payer"], case["verdict"]["refund_fen"]) == ("buyer", 15000)
    assert cases("set", CASE, "refund=88", "--json").object["verdict"]["refund_fen"] == 8800
    back = cases("set", CASE, "payer=", "refund=", "line.paid=", "--json").object
    assert back["verdict"] == ruled
    assert len(back["history"]) == 1 + 3 + 3


def test_the_most_urgent_case_is_listed_first(cases):
    cases("new", "--order", "3", "--applied", "2026-11-12T09:00")
    cases("new", "--order", "2", "--applied", "2026-11-11T09:00")
    listed = cases("list", "--json")
    assert ([case["order"] for case in listed.objects], listed.err) == (["2", "3", ORDER], b"")
    assert len(cases("list", "--limit", "2").text.splitlines()) == 2
    (found,) = cases("list", "亚麻").text.splitlines()
    assert found.startswith(CASE)
    assert "小**" in found
    assert cases("list", "丝绸").status == 1


def test_a_case_is_told_to_people_with_what_they_may_type(cases):
    cases("note", CASE, "明天再打")
    told = cases("show", CASE).text
    for words in (
        "质量问题",
        "退货时效：",
        "11月17日 23:59:59",
        "signed_date  核对签收日期",
        "明天再打",
    ):
        assert words in told
    assert "小满同学" not in told


@pytest.mark.parametrize("command", [[], ["new"], ["set"], ["export"], ["close"]])
def test_help_is_told_without_a_data_folder(own_desk, command):
    answer = own_desk("case", *command, "--help")
    assert (answer.status, answer.err) == (0, b"")
    assert answer.text.startswith("用法：cs-desk case")
    assert not own_desk.data.exists()


def test_a_case_is_shown_without_loading_qt(cases):
    watched = [sys.executable, "-c", WATCHES_IMPORTS, "--data-dir", cases.desk.data]
    done = subprocess.run([*watched, "case", "show", CASE], cwd=SOURCE, check=False)
    assert done.returncode == 0


def test_another_moment_is_no_other_time_for_backups(no_cases):
    no_cases("new", now="2041-01-01")
    assert no_cases.shown("R410101-001")["opened_at"].startswith("2041")
    backups = no_cases.desk("backup", "--list", "--json").objects
    assert backups
    assert not any(kept["at"].startswith("2041") for kept in backups)


def test_a_fresh_desk_has_no_cases(own_desk):
    answer = own_desk("case", "list", "--json")
    assert (answer.status, answer.out) == (1, b"")
    assert answer.told == "没有这样的退货单。\n"
