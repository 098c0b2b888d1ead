"""An agent's day with the built program: fresh folder, replies, a return case, the next morning."""

from __future__ import annotations

import json

from tests.journeys.xsession import stays, wait_until

ORDER = "4210012345678901234"
ORDER_PAGE = f"订单编号：{ORDER}\n买家昵称：小满同学\n宝贝：法式针织开衫\n实付款：￥190.00"
ONE_MOMENT = "亲，您稍等一下哦，我正在查，查到就在这里跟您说。"
LARGE = 1200
SHEET = "编码,标题,内容\nzzq,新来的一条,zzq reply from a sheet\n"
SHOP = "云朵家女装"


def copied(desk, part):
    """Wait until another program can paste a text with ``part``; return it."""
    desk.wait_until(lambda: part in desk.clipboard(), f"{part!r} on the clipboard")
    return desk.clipboard()


def answer(desk, query):
    desk.key("Escape")
    desk.key("ctrl+a")
    desk.type(query)
    desk.key("Return")


def orders(done):
    return [json.loads(line)["order"] for line in done("case", "list", "--json").splitlines()]


def test_a_day_from_a_fresh_folder_to_the_next_morning(x_session, start_desk, run, done, log):
    done("shop", "set", SHOP, said=f"已保存「{SHOP}」。\n")
    desk = start_desk()

    # The case begins with an order page that another program copied.
    x_session.copy_elsewhere(ORDER_PAGE)
    desk.key("alt+2")
    desk.key("ctrl+n")
    desk.key("ctrl+v")
    desk.key("Return")
    wait_until(lambda: run("case", "list").returncode == 0, "the case is stored")
    assert orders(done) == [ORDER]

    desk.key("alt+1")
    answer(desk, "sd")
    assert copied(desk, "稍等") == ONE_MOMENT
    answer(desk, "zj")
    desk.type("xiaoman")
    desk.key("Return")
    introduced = copied(desk, "我是xiaoman")
    assert desk.quit() == 0
    assert desk.said == ""

    desk = start_desk()
    assert orders(done) == [ORDER]
    answer(desk, "zj")
    assert copied(desk, "我是xiaoman") == introduced
    assert desk.quit() == 0
    assert (desk.said, log()) == ("", "")


def test_a_second_start_finds_the_window(start_desk, run):
    desk = start_desk()
    # It listens once it has painted.
    stays(desk.window, "the window", 1)
    again = run()
    assert (again.returncode, again.stderr) == (0, "窗口已经开着，已切换过去。\n")
    assert desk.quit() == 0


def test_a_supervisor_imports_through_the_file_dialog(start_desk, done, tmp_path, log):
    (tmp_path / "home.csv").write_text(SHEET, encoding="utf-8")
    desk = start_desk()
    desk.key("ctrl+l")
    window = desk.through("话术库")
    window.key("ctrl+i")
    window.key("Return")
    dialog = desk.through("选择文件")
    dialog.type(str(tmp_path / "home.csv"))
    dialog.key("Return")
    window.window()

    def imported():
        window.key("ctrl+Return")
        return "zzq" in done("search", "zzq", "--json")

    wait_until(imported, "the reply of the sheet is stored")
    # Qt sorts the dialog's files by what is left of ICU's data, and would complain here.
    assert (desk.said, log()) == ("", "")


def test_a_large_library_is_indexed_by_a_process_of_its_own(start_desk, run, data, tmp_path, log):
    rows = [f"z{n:04},reply {n},text of reply {n}" for n in range(LARGE)]
    (tmp_path / "large.csv").write_text("\n".join(["编码,标题,内容", *rows]), encoding="utf-8")
    assert run("import", tmp_path / "large.csv").returncode == 0
    assert not any((data / "search").glob("*"))
    desk = start_desk()
    wait_until(lambda: any((data / "search").glob("*")), "the index")
    assert desk.quit() == 0
    assert (desk.said, log()) == ("", "")


def test_the_window_speaks_english(start_desk, log):
    desk = start_desk("--lang", "en", title="CS Desk")
    assert desk.quit() == 0
    assert (desk.said, log()) == ("", "")
