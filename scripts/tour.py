"""Shows the desk's main job on a virtual display: finds, fills and copies replies for a buyer.

Usage, from the root of the repository: ``python scripts/tour.py FOLDER``. The window, its keys,
the clipboard and the data are real; screenshots go to FOLDER. Exit status 0 means that the right
text was on the clipboard and that every window closed without a word on stderr.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk import paths
from cs_desk.app.settings import Settings
from cs_desk.desktop.clock import SystemClock
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import TinySettingsStore
from tests.journeys.xsession import Program, XSession

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SHOP = ("云朵家女装", "发货城市=金华", "客服花名=小云", "快递公司=圆通")
CITY_FIELD = ("hmd", "chengdu")
RETURNS = (
    ("颜色", "羊毛围巾"),
    ("质量问题", "高腰牛仔裤"),
    ("不喜欢", "小白鞋"),
    ("尺码不合", "法式针织开衫"),
)
SHEET = """编码,标题,分组,内容
hmd,还没到,物流/时效,"亲，从{发货城市}到{收货城市}一般{预计天数}到，请再等等哦。"
th,退货步骤,售后/退货,"亲，请在订单里点“申请售后”，选“退货退款”，提交后我们马上处理。"
sc,收藏有礼,售前/活动,"亲，收藏店铺可以领{优惠内容}哦。"
bz,包装说明,物流/发货,"亲，都是用加厚纸箱发的，请放心。"
"""
# A window of its first size needs a screen that is taller than the usual one.
TALL_SCREEN = "480x900"
# Time to paint and to settle before a picture; a frame takes a sixtieth of it.
SETTLED_SECONDS = 0.3
# Time to read a small file and to compare it.
READ_SECONDS = 1
PATIENCE_SECONDS = 10


class TourError(Exception):
    """Something did not happen as told."""


class Tour:
    """Walks through the program and tells every step.

    Args:
        work: A folder for the data and the home of the virtual desktops.
        pictures: Where screenshots go.
    """

    def __init__(self, work: Path, pictures: Path) -> None:
        self._work = work
        self._pictures = pictures
        self._data = work / "data"

    def walk(self) -> None:
        """Do the main job, then show how the window looks.

        Raises:
            TourError: A text was not copied, or the program complained.
        """
        self._set_shop()
        self._open_returns()
        with XSession(_folder(self._work / "screen")) as session:
            with self._desk(session) as desk:
                self._answer_with_a_city(desk)
                self._answer_by_pinyin(desk)
            tell("窗口已关闭，退出状态 0，没有任何报错")
            for appearance in ("light", "dark"):
                self._picture_docked(session, appearance)
                self._picture_library(session, appearance)
        with XSession(_folder(self._work / "tall"), screen=TALL_SCREEN) as session:
            for appearance in ("light", "dark"):
                self._picture_window(session, appearance)

    # -- return cases ------------------------------------------------------------------------

    def _open_returns(self) -> None:
        """Open cases of some days ago; the first of them is overdue, the last is worked on."""
        now = SystemClock().now()
        for days, (reason, item) in enumerate(reversed(RETURNS)):
            opened = now - timedelta(days=2 * days, hours=3)
            signed = opened - timedelta(days=2)
            self._command(
                *("case", "new", "--reason", reason, "--item", item, "--paid", "190"),
                *("--order", f"42100123456789012{days:02}", "--buyer", "小满同学"),
                *("--flag", "7天", "--flag", "包邮", "--category", "服饰"),
                *("--signed", f"{signed:%Y-%m-%dT%H:%M}", "--now", f"{opened:%Y-%m-%dT%H:%M}"),
            )
        tell(f"用命令开了 {len(RETURNS)} 张退货单：cs-desk case new …")

    def _picture_returns(self, session: XSession, desk: Program, appearance: str) -> None:
        """Show the worklist, the most pressing case, one that is worked on, and an empty form."""
        window = desk.window()
        desk.key("alt+2")
        self._picture(session, window, f"worklist-{appearance}")
        desk.key("Return")
        self._picture(session, window, f"overdue-case-{appearance}")
        desk.key("Escape")
        for key in (*["Down"] * (len(RETURNS) - 1), "Return", "space", "Down", "space"):
            desk.key(key)
        self._picture(session, window, f"case-{appearance}")
        desk.key("ctrl+z")
        desk.key("ctrl+z")
        desk.key("Escape")
        desk.key("ctrl+n")
        self._picture(session, window, f"case-form-{appearance}")
        desk.key("Escape")
        desk.key("alt+1")

    # -- the main job ------------------------------------------------------------------------

    def _set_shop(self) -> None:
        self._command("shop", "set", *SHOP)
        tell(f"设置店铺：cs-desk shop set {' '.join(SHOP)}")

    def _command(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "cs_desk", "--data-dir", self._data, *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise TourError(f"命令没有做成：{' '.join(arguments)}：{done.stderr}")

    def _answer_with_a_city(self, desk: Program) -> None:
        code, city = CITY_FIELD
        desk.type(code)
        tell(f"买家问“怎么还没到”：输入编码 {code}，选中「还没到」")
        desk.key("Return")
        desk.type(city)
        desk.key("Return")
        tell(f"按 Enter 到空着的「收货城市」，输入拼音 {city}，按 Enter 选中成都")
        self._copy(desk, "从金华到成都")

    def _answer_by_pinyin(self, desk: Program) -> None:
        desk.key("ctrl+n")
        desk.type("shaodeng")
        tell("Ctrl+N 接待下一位，输入拼音 shaodeng，选中「稍等我查一下」")
        self._copy(desk, "您稍等一下")

    def _copy(self, desk: Program, part: str) -> None:
        """Press Enter, wait for ``part`` on the clipboard, and tell how long that took."""
        began = time.perf_counter()
        desk.key("Return")
        while part not in (text := desk.clipboard()):
            if time.perf_counter() - began > PATIENCE_SECONDS:
                raise TourError(f"按 Enter 后剪贴板里没有“{part}”，而是“{text}”")
        took = (time.perf_counter() - began) * 1000
        tell(f"按 Enter 复制，{took:.0f} 毫秒后 xclip 读到（含 xdotool 和 xclip 自己的用时）：")
        print(f"      {text}")

    # -- how it looks ------------------------------------------------------------------------

    def _picture_docked(self, session: XSession, appearance: str) -> None:
        self._prefer(appearance=appearance, edge="right")
        with self._desk(session) as desk:
            self._fill_in(desk)
            self._picture(session, "root", f"docked-{appearance}")
            # Otherwise the next start would bring back what was typed and not sent.
            desk.key("ctrl+n")

    def _picture_library(self, session: XSession, appearance: str) -> None:
        """Show the editor, and what importing a file would change."""
        self._prefer(appearance=appearance, edge="right")
        with self._desk(session) as desk:
            desk.key("ctrl+l")
            library = desk.through("话术库")
            for key in (*["Down"] * 4, "Return", "ctrl+End"):
                library.key(key)
            # In the other appearance it has come back as a draft.
            if appearance == "light":
                library.type(" {city}")
                library.key("Escape")
            self._picture(session, library.window(), f"library-{appearance}")
            library.key("ctrl+i")
            library.key("Return")
            dialog = desk.through("选择文件")
            dialog.type(str(self._sheet()))
            dialog.key("Return")
            window = library.window()
            # The file is read and compared in a worker.
            time.sleep(READ_SECONDS)
            self._picture(session, window, f"import-{appearance}")
            if not session.succeeds("wmctrl", "-i", "-c", window):
                raise TourError("话术库的窗口没有关上")
            desk.window()

    def _sheet(self) -> Path:
        """Return a table of replies as a team keeps it; some of them are in the library too."""
        path = self._work / "team.csv"
        path.write_text(SHEET, encoding="utf-8")
        return path

    def _picture_window(self, session: XSession, appearance: str) -> None:
        self._prefer(appearance=appearance, edge="", place="")
        with self._desk(session) as desk:
            window = desk.window()
            self._picture(session, window, f"start-{appearance}")
            self._fill_in(desk)
            self._picture(session, window, f"window-{appearance}")
            desk.key("Return")
            self._picture(session, window, f"copied-{appearance}")
            desk.key("ctrl+n")
            desk.type("wwww")
            self._picture(session, window, f"nothing-found-{appearance}")
            desk.key("Escape")
            self._picture_returns(session, desk, appearance)
            self._open_shop_page(desk)
            self._picture(session, window, f"shop-{appearance}")
            desk.key("Escape")
            self._open_data_page(desk)
            self._picture(session, window, f"data-{appearance}")
            desk.key("Escape")
            desk.key("ctrl+n")

    @staticmethod
    def _fill_in(desk: Program) -> None:
        code, city = CITY_FIELD
        desk.type(code)
        desk.key("Tab")
        desk.type(city)
        # Leaving the field settles the city.
        desk.key("Tab")

    @staticmethod
    def _open_shop_page(desk: Program) -> None:
        """Walk back from the search box to the shop, open its list and choose 编辑店铺资料."""
        for key in (*["shift+Tab"] * 4, "space", "Up", "Up", "Return"):
            desk.key(key)

    @staticmethod
    def _open_data_page(desk: Program) -> None:
        """Walk back from the search box to the menu, open it and choose 数据与备份."""
        for key in (*["shift+Tab"] * 3, "space", "Up", "Up", "Return"):
            desk.key(key)

    def _picture(self, session: XSession, window: str, name: str) -> None:
        time.sleep(SETTLED_SECONDS)
        path = self._pictures / f"{name}.png"
        if not session.succeeds("import", "-window", window, path):
            raise TourError(f"没有截到图：{path}")
        tell(f"截图：{path}")

    # -- the program -------------------------------------------------------------------------

    def _prefer(self, **preferences: str) -> None:
        with closing(DeskDatabase(paths.database_file(self._data))) as database:
            Settings(TinySettingsStore(database, "", SystemClock())).change(**preferences)

    @contextmanager
    def _desk(self, session: XSession) -> Iterator[Program]:
        """Start the window, and close it as a person does.

        Raises:
            TourError: It did not end with status 0, or said something.
        """
        began = time.perf_counter()
        command = [sys.executable, "-m", "cs_desk", "--data-dir", str(self._data)]
        log = self._work / "program.log"
        desk = Program(session, "客服台", command, log, PYTHONPATH=str(ROOT))
        desk.window()
        tell(f"打开窗口，{(time.perf_counter() - began) * 1000:.0f} 毫秒后可以打字")
        yield desk
        status = desk.quit()
        if status or desk.said:
            raise TourError(f"窗口没有干净地关闭：退出状态 {status}，{desk.said}")


def tell(step: str) -> None:
    """Print a step that was done."""
    print(f"  ✓ {step}", flush=True)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def main() -> int:
    """Run the tour and return the exit status."""
    if len(sys.argv) != 2:
        print("用法：python scripts/tour.py 截图文件夹", file=sys.stderr)
        return 2
    pictures = Path(sys.argv[1])
    pictures.mkdir(parents=True, exist_ok=True)
    print("这里没有屏幕，在虚拟屏幕上演示一遍；窗口、按键、剪贴板和数据都是真的。")
    with tempfile.TemporaryDirectory(prefix="cs-desk-tour-") as work:
        try:
            Tour(Path(work), pictures).walk()
        except (TourError, AssertionError, OSError, subprocess.SubprocessError) as failure:
            print(f"  ✗ 演示没有完成：{failure}", file=sys.stderr)
            return 1
    print(f"演示完成。截图在 {pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
