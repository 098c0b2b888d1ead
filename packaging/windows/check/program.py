"""cs_desk.exe and cs-desk.exe: built, asked, and used as an agent does."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

from wine import Told, windows_path

from cs_desk import __version__
from tests.journeys.xsession import Program, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from report import Report
    from wine import Wine

    from tests.journeys.xsession import XSession

BUILT = "/built/cs_desk"
"""The folder of the built program, in the chroot."""

_MB = 1024 * 1024
_LARGEST_MB = 110
_SETTLED_S = 1.0
_TITLE = "客服台"
_ONE_MOMENT = "亲，您稍等一下哦，我正在查，查到就在这里跟您说。"
# Qt asks for the monitor's name, which Wine does not have.
_HARMLESS = re.compile(r" start: | qt warning qt\.qpa\.screen: ")
_TABLE = "编码,标题,分组,内容\nwine,葡萄酒怎么保存,售前/商品,亲，平放在阴凉处就好。\n"


def build(wine: Wine, report: Report) -> None:
    """Have PyInstaller make the program from ``build.spec``."""
    with report.step("PyInstaller makes the program") as step:
        told = wine.run(
            "/python/python.exe",
            *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", windows_path("/built"), "--workpath", windows_path("/built/work")),
            "build.spec",
            seconds=900,
        )
        assert told.status == 0, (told.out + told.err)[-1500:]
        files = [file for file in (wine.root / BUILT[1:]).rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files) / _MB
        step.found = f"{size:.1f} MB in {len(files)} files (at most {_LARGEST_MB} MB)"
        assert size <= _LARGEST_MB, step.found

    with report.step("icon and facts are in both programs") as step:
        icon = (wine.root / "desk/build/windows/cs_desk.ico").read_bytes()
        facts = [icon[icon.index(b"\x89PNG") :]]
        facts += [told.encode("utf-16-le") for told in ("ProductName", _TITLE, __version__)]
        programs = sorted((wine.root / BUILT[1:]).glob("*.exe"))
        step.found = ", ".join(program.name for program in programs)
        assert step.found == "cs-desk.exe, cs_desk.exe"
        for program in programs:
            content = program.read_bytes()
            assert all(fact in content for fact in facts), program


class Commands:
    """The commands of the program in one folder.

    Args:
        wine: The Windows that it runs on.
        folder: Where it is.
    """

    def __init__(self, wine: Wine, folder: str = BUILT) -> None:
        self._wine = wine
        self._folder = folder

    def ask(self, *arguments: str, program: str = "cs-desk.exe", stdin: str = "") -> Told:
        """Run one command through pipes."""
        return self._wine.run(f"{self._folder}/{program}", *arguments, stdin=stdin)

    def done(self, *arguments: str, program: str = "cs-desk.exe", stdin: str = "") -> str:
        """Run one command that succeeds; return its result."""
        told = self.ask(*arguments, program=program, stdin=stdin)
        assert told.status == 0, f"{arguments}: {told}"
        return told.out.strip()


def check_commands(wine: Wine, report: Report, work: Path) -> None:
    """Ask every kind of command; data lies in the user's own folder.

    Args:
        wine: The Windows that it runs on.
        report: Told of every step.
        work: A folder of the chroot, for files that travel.
    """
    commands = Commands(wine)
    at = windows_path("/" + str(work.relative_to(wine.root)))
    for program in ("cs-desk.exe", "cs_desk.exe"):
        with report.step(f"{program} --version") as step:
            step.found = commands.done("--version", program=program)
            assert step.found.startswith("cs-desk "), step.found
    with report.step("search th --json") as step:
        first = json.loads(commands.done("search", "th", "--json"))["hits"][0]
        step.found = f"{first['code']} {first['title']}"
        assert first["code"] == "th"
    with report.step("search - (Chinese through a pipe)") as step:
        step.found = commands.done("search", "-", "--limit", "1", stdin="退货\n").split("\n")[-1]
        assert "退" in step.found
    with report.step("import") as step:
        (work / "葡萄酒.csv").write_text(_TABLE)
        commands.done("import", f"{at}\\葡萄酒.csv")
        step.found = json.loads(commands.done("search", "wine", "--json"))["hits"][0]["title"]
        assert step.found == "葡萄酒怎么保存"
    with report.step("export") as step:
        told = json.loads(commands.done("export", "--json", f"{at}\\全部.csdesk"))
        size = (work / "全部.csdesk").stat().st_size
        step.found = f"{told['templates']} replies, {size} bytes"
    with report.step("check --text") as step:
        told = commands.ask("check", "--text", "全网最低价")
        step.found = f"status {told.status}, {told.out.splitlines()[0]}"
        assert told.status == 1
    with report.step("case new, case list") as step:
        commands.done("case", "new", "--order", "1234567890123456789", "--buyer", "小明")
        number = step.found = commands.done("case", "list").split("\t")[0]
        assert number.startswith("R"), number
    with report.step("case export: a PDF with its fonts") as step:
        commands.done("case", "export", number, f"{at}\\退货单.pdf")
        pdf = (work / "退货单.pdf").read_bytes()
        step.found = f"{len(pdf)} bytes"
        assert b"/FontFile" in pdf, step.found
    with report.step("reply --copy (pyperclip)") as step:
        told = json.loads(commands.done("reply", "sd", "--json", "--copy"))
        step.found = f"copied: {told['copied']}"
        assert told["copied"] is True
    with report.step("wrong usage, a missing file: status 2 and 3") as step:
        found = [commands.ask(*wrong).status for wrong in (("nonsense",), ("check", "C:\\gone"))]
        step.found = str(found)
        assert found == [2, 3]


class Window:
    """The program's window on an X session.

    Args:
        wine: The Windows that it runs on.
        session: The desktop, with the hands and eyes.
        folder: Where the program is.
    """

    def __init__(self, wine: Wine, session: XSession, folder: str = BUILT) -> None:
        command = wine.command(f"{folder}/cs_desk.exe")
        self._program = Program(session, _TITLE, command, session.home / "window.log")
        self._program.window()
        # Under Wine, keys that come before the window has settled go nowhere.
        time.sleep(_SETTLED_S)

    @property
    def said(self) -> str:
        """What it wrote to stdout and stderr."""
        return self._program.said

    def answer(self, query: str, *more: str) -> None:
        """Search, press Enter, and go on with texts and keys (those with a capital letter)."""
        self._program.key("Escape")
        self._program.key("ctrl+a")
        for part in (query, "Return", *more):
            press = self._program.key if part[0].isupper() else self._program.type
            press(part)

    def copied(self, part: str) -> str:
        """Wait until ``part`` is on the clipboard as an X program sees it; return all of it."""
        self._program.wait_until(lambda: part in self._program.clipboard(), f"{part} copied")
        return self._program.clipboard()

    def picture(self, file: Path) -> None:
        """Save a picture of it."""
        self._program.screenshot(file)

    def closed(self) -> bool:
        """Return whether it has ended."""
        return self._program.has_ended

    def close(self) -> int:
        """Close it by its title bar; return the exit status."""
        return self._program.quit()


def check_window(wine: Wine, report: Report, session: XSession, pictures: Path) -> None:
    """Start, search, copy, fill; call forward; end, also with force; find everything again."""
    commands = Commands(wine)
    commands.done("shop", "set", "云朵家女装", "发货城市=金华")
    with report.step("cs_desk.exe: window with the keyboard") as step:
        window = Window(wine, session)
        step.found = "yes"
    with report.step("search and copy, read by xclip") as step:
        window.answer("sd")
        step.found = window.copied("稍等")
        assert step.found == _ONE_MOMENT
    with report.step("the shop and a filled blank are in the reply") as step:
        window.answer("hmd", "chengdu", "Return", "Return")
        step.found = window.copied("从金华到成都一般")
        window.picture(pictures / "window.png")
    with report.step("a second start calls the window forward") as step:
        told = commands.ask(program="cs_desk.exe")
        shown = session.ask("xdotool", "search", "--onlyvisible", "--name", _TITLE).stdout.split()
        step.found = f"status {told.status}, {len(shown)} window"
        assert (told.status, len(shown)) == (0, 1), f"{told}"
    with report.step("closed by its title bar") as step:
        step.found = f"status {window.close()}, said {window.said!r}"
        assert step.found == "status 0, said ''"
    with report.step("restarted: what was imported and stored is found") as step:
        window = Window(wine, session)
        window.answer("wine")
        window.copied("平放")
        # The buyer's city was kept as well, and is looked at once before it is sent.
        window.answer("hmd", "Return")
        step.found = window.copied("从金华到成都一般")
    with report.step("killed, and started again") as step:
        wine.run("taskkill", "/F", "/IM", "cs_desk.exe")
        wait_until(window.closed, "the killed window is gone")
        window = Window(wine, session)
        window.answer("sd")
        step.found = window.copied("稍等")
        assert window.close() == 0
    with report.step("no fault in the log") as step:
        logs = wine.user / "AppData/Local/cs_desk/Logs"
        lines = [line for file in logs.glob("*") for line in file.read_text().splitlines()]
        faults = [line for line in lines if not _HARMLESS.search(line)]
        step.found = " ".join(faults) or f"{len(lines)} lines, none of a fault"
        assert not faults
