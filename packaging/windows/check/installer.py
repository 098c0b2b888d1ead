"""The installer: made, run silently, used, and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from program import BUILT, Commands, Window

from tests.journeys.xsession import wait_until

if TYPE_CHECKING:
    from report import Report
    from wine import Wine

    from tests.journeys.xsession import XSession

_SETUP = "/built/cs_desk-setup.exe"
_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\cs_desk"
_FACTS = ("DisplayName", "DisplayVersion", "Publisher", "UninstallString", "EstimatedSize")
_RUNNING = 2


def check_installer(wine: Wine, report: Report, session: XSession) -> None:
    """Make the installer, install silently, use it, install over it, remove it silently."""
    installed = wine.user / "AppData/Local/Programs/cs_desk"
    folder = "/" + str(installed.relative_to(wine.root))
    start_menu = wine.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/客服台.lnk"
    store = wine.user / "AppData/Local/cs_desk/desk.db"
    with report.step("makensis") as step:
        told = wine.run_linux(
            *("makensis", "-V2", f"-DPROGRAM={BUILT}", f"-DOUTPUT={_SETUP}"),
            "packaging/windows/installer.nsi",
        )
        assert told.status == 0, told.out + told.err
        step.found = f"{(wine.root / _SETUP[1:]).stat().st_size / 1024 / 1024:.1f} MB"
    with report.step("silent install: files, Start menu, list of programs") as step:
        assert wine.run(_SETUP, "/S", seconds=120).status == 0
        there = [file for file in (installed / "cs_desk.exe", start_menu) if file.exists()]
        listed = wine.run("reg", "query", _KEY).out
        missing = [fact for fact in _FACTS if fact not in listed]
        step.found = f"{len(there)} of 2 files, missing facts: {missing or 'none'}"
        assert len(there) == 2, step.found
        assert not missing, listed
    with report.step("the installed program finds the data") as step:
        window = Window(wine, session, folder)
        window.answer("wine")
        step.found = window.copied("平放")
    with report.step("over a running program: refused, nothing changed") as step:
        again, removed = (
            wine.run(_SETUP, "/S"),
            wine.run(f"{folder}/uninstall.exe", "/S", _here(folder)),
        )
        step.found = f"install {again.status}, uninstall {removed.status}"
        assert (again.status, removed.status) == (_RUNNING, _RUNNING), step.found
        assert (installed / "_internal").is_dir()
        assert window.close() == 0
    with report.step("installed over itself: what an older version left is gone") as step:
        left = installed / "_internal" / "left.pyd"
        left.touch()
        assert wine.run(_SETUP, "/S", seconds=120).status == 0
        assert not left.exists()
        step.found = Commands(wine, folder).done("--version")
    with report.step("silent uninstall: program gone, data kept") as step:
        wine.run(f"{folder}/uninstall.exe", "/S")
        wait_until(lambda: not installed.exists(), "the folder is gone", 30)
        left_over = [path.name for path in (installed, start_menu) if path.exists()]
        listed = wine.run("reg", "query", _KEY).status == 0
        step.found = (
            f"left over: {left_over or 'nothing'}, listed: {listed}, data: {store.exists()}"
        )
        assert step.found == "left over: nothing, listed: False, data: True", step.found

    check_data_removed(wine, report, session)


def check_data_removed(wine: Wine, report: Report, session: XSession) -> None:
    """Remove the program by hand and answer Yes when asked about the data."""
    local = wine.user / "AppData/Local"
    places = [local / name for name in ("Programs/cs_desk", "cs_desk", "cs_desk_backups")]
    with report.step("uninstalled by hand: asked about the data, Yes") as step:
        assert wine.run(_SETUP, "/S", seconds=120).status == 0
        session.start(*wine.command(f"/{places[0].relative_to(wine.root)}/uninstall.exe"))
        wait_until(lambda: len(_dialogs(session)) == 1, "the uninstaller is seen", 20)
        session.ask("xdotool", "key", "Return")
        wait_until(lambda: len(_dialogs(session)) == 2, "it asks", 30)
        kept = [place.name for place in places[1:] if place.exists()]
        session.ask("xdotool", "key", "y")
        wait_until(lambda: not any(place.exists() for place in places), "all is gone", 20)
        step.found = f"there until Yes: {', '.join(kept)}"
        assert len(kept) == 2, step.found


def _dialogs(session: XSession) -> list[str]:
    return session.ask("xdotool", "search", "--onlyvisible", "--name", "Uninstall").stdout.split()


def _here(folder: str) -> str:
    """Return what keeps NSIS's uninstaller from going on as a copy elsewhere; the last argument."""
    return "_?=Z:" + folder.replace("/", "\\")
