"""A private desktop for tests: X server, session bus and window manager, and programs on them.

Everything runs with its own home folder and ends with the session, whatever happens: helpers die
with the test process, and what they started is found again by a mark in its environment.
"""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import subprocess
import time
import uuid
from copy import copy
from pathlib import Path

PACKAGES = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "fcitx5": "fcitx5 fcitx5-chinese-addons",
    "fcitx5-remote": "fcitx5",
    "ibus-daemon": "ibus ibus-libpinyin",
    "ibus": "ibus",
    "import": "imagemagick",
    "openbox": "openbox",
    "setpriv": "util-linux",
    "wmctrl": "wmctrl",
    "xclip": "xclip",
    "xdotool": "xdotool",
}
_MARK = "CS_DESK_TEST_SESSION"
PATIENCE_SECONDS = 10


def tool(name):
    """Return the path of a program of the system, or fail with what to install."""
    found = shutil.which(name)
    assert found, f"{name} is missing: apt-get install {PACKAGES[name]}"
    return found


def wait_until(condition, what, seconds=PATIENCE_SECONDS):
    """Return the first true answer of ``condition``."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"{what}: not within {seconds} s"
        time.sleep(0.02)
    return answer


def stays(condition, what, seconds=0.4):
    """Check that ``condition`` holds now and keeps holding: nothing late undoes it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert condition(), f"{what}: no longer"
        time.sleep(0.02)


class XSession:
    """A desktop of its own, on a free display."""

    def __init__(self, folder, *, screen="1366x768", **environ):
        self._mark = uuid.uuid4().hex
        self._processes = []
        self._screen = f"{screen}x24"
        self.home = folder
        self.environ = {
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "PATH": os.environ["PATH"],
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_RUNTIME_DIR": str(folder),
            _MARK: self._mark,
            **environ,
        }
        folder.chmod(0o700)

    def __enter__(self):
        try:
            self._start_desktop()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def _start_desktop(self):
        screen = ["-screen", "0", self._screen, "-nolisten", "tcp", "-noreset"]
        number = self._start_and_ask("Xvfb", *screen, "-displayfd")
        self.environ["DISPLAY"] = f":{number}"
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_ask(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"
        )
        self.start("openbox")
        wait_until(lambda: self.succeeds("wmctrl", "-m"), "openbox took the screen")

    def _start_and_ask(self, name, *arguments):
        """Start a helper and return the line that it writes to the descriptor given it last."""
        answer, told = os.pipe()
        try:
            self.start(name, *arguments, str(told), pass_fds=(told,))
        finally:
            os.close(told)
        with os.fdopen(answer, "rb", buffering=0) as line:
            ready, _, _ = select.select([line], [], [], PATIENCE_SECONDS)
            assert ready, f"{name} did not start"
            return line.readline().decode().strip()

    def start(self, name, *arguments, output=subprocess.DEVNULL, pass_fds=(), **environ):
        """Start a program that ends with this process at the latest."""
        process = subprocess.Popen(
            [tool("setpriv"), "--pdeathsig", "KILL", "--", shutil.which(name) or tool(name)]
            + [str(argument) for argument in arguments],
            env={**self.environ, **environ},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=pass_fds,
            start_new_session=True,
        )
        self._processes.append(process)
        return process

    @property
    def essentials(self):
        """What a program with another environment needs of this one: display, and the mark."""
        return {name: self.environ[name] for name in ("DISPLAY", _MARK)}

    def ask(self, name, *arguments, seconds=5):
        """Run a tool on this desktop and return its finished process, output as text."""
        return subprocess.run(
            [tool(name), *map(str, arguments)],
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )

    def succeeds(self, name, *arguments):
        """Return whether a tool ends with status 0."""
        return self.ask(name, *arguments).returncode == 0

    def clipboard(self):
        """Return what any program would paste; empty if nothing."""
        return self.ask("xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING").stdout

    def copy_picture_elsewhere(self, file):
        """Fill the clipboard with a PNG picture, as a screenshot tool would."""
        subprocess.run(
            [tool("xclip"), "-selection", "clipboard", "-t", "image/png", "-i", file],
            env=self.environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=5,
            check=True,
        )

    def copy_elsewhere(self, text):
        """Fill the clipboard as another program would."""
        # xclip stays alive as the owner and would keep a pipe of ours open.
        subprocess.run(
            [tool("xclip"), "-selection", "clipboard"],
            env=self.environ,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=5,
            check=True,
        )
        wait_until(lambda: self.clipboard() == text, "another program's copy")

    def close(self):
        """End everything that was started on this desktop."""
        for process in reversed(self._processes):
            process.kill()
            process.wait()
        wait_until(self._kill_what_is_left, "everything on the desktop has ended")

    def _kill_what_is_left(self):
        left = [
            int(process.name) for process in Path("/proc").glob("[0-9]*") if self._owns(process)
        ]
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return not left

    def _owns(self, process):
        try:
            environ = (process / "environ").read_bytes()
        except OSError:
            return False
        return f"{_MARK}={self._mark}".encode() in environ.split(b"\0")


class Program:
    """A program with a window on an `XSession`, used as a person would: by keyboard and eye."""

    def __init__(self, session, title, command, log, **environ):
        self.session = session
        self._title = title
        self._log = log
        with log.open("wb") as output:
            self._process = session.start(*command, output=output, **environ)

    @property
    def said(self):
        """What it wrote to stdout and stderr."""
        return self._log.read_text()

    def through(self, title):
        """Return the same program, used through another window, which has the keyboard."""
        other = copy(self)
        other._title = title
        other.window()
        return other

    def window(self):
        """Return the id of its visible window, once it has the keyboard."""
        return wait_until(self._active_window, f"a window {self._title!r} has the keyboard")

    def _active_window(self):
        assert self._process.poll() is None, f"the program has ended: {self.said}"
        found = self.session.ask("xdotool", "search", "--onlyvisible", "--name", self._title)
        active = self.session.ask("xdotool", "getactivewindow").stdout.strip()
        return active if active in found.stdout.split() else None

    def type(self, text):
        """Type ``text``, ASCII, key by key."""
        assert text.isascii()
        self._keyboard("type", "--delay", "25", text)

    def key(self, name):
        """Press one key or chord, ``Return``, ``ctrl+1``."""
        self._keyboard("key", name)

    def _keyboard(self, *arguments):
        done = self.session.ask("xdotool", *arguments)
        assert done.returncode == 0, done.stderr

    def clipboard(self):
        """Return what any program would paste."""
        return self.session.clipboard()

    def screenshot(self, path):
        """Save a picture of the window as a PNG file."""
        assert self.session.succeeds("import", "-window", self.window(), path)

    def wait_until(self, condition, what="the expected state"):
        """Return the first true answer of ``condition``; fail with the program's words."""
        try:
            return wait_until(condition, what)
        except AssertionError as error:
            raise AssertionError(f"{error}; the program said: {self.said!r}") from None

    def quit(self):
        """Close the window by its title bar and return the exit status."""
        assert self.session.succeeds("wmctrl", "-i", "-c", self.window())
        return self._process.wait(PATIENCE_SECONDS)

    @property
    def has_ended(self):
        """Whether it runs no more."""
        return self._process.poll() is not None

    def ended(self):
        """Return the exit status of a program that ends by itself."""
        return self._process.wait(PATIENCE_SECONDS)

    def kill(self):
        """End it at once, in whatever state it is."""
        self._process.kill()
        self._process.wait()
