from __future__ import annotations

import socket
import stat
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from cs_desk.desktop.doorbell import REQUEST, Doorbell, Response, doorbell_address, ring

AT_ONCE_MS = 800  # a silent caller has 1000
RINGING = """
import sys
from cs_desk.desktop.doorbell import ring
print(ring(sys.argv[1]).name, end="")
"""


@pytest.fixture
def address(tmp_path):
    return str(tmp_path / "bell")


@pytest.fixture
def doorbell(qapp, address):
    """A doorbell that listens, and counts in `rings` how often it was rung."""
    bell = Doorbell(address)
    bell.rings = []
    bell.rung.connect(lambda: bell.rings.append(1))
    assert bell.listen()
    yield bell
    bell.close()


@pytest.fixture
def ring_elsewhere(qtbot):
    """Ring from another process; return how that went while ``meanwhile`` happened here."""

    def start(address, meanwhile=lambda: None):
        command = [sys.executable, "-c", RINGING, address]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
            meanwhile()
            qtbot.waitUntil(lambda: other.poll() is not None)
            return other.stdout.read()

    return start


@contextmanager
def caller(address):
    """Connect to ``address`` as any program can."""
    if sys.platform == "win32":
        pytest.skip("Python connects to no named pipe")
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        connection.setblocking(False)
        yield connection


def connections(bell):
    return [child for child in bell.children() if type(child).__name__ == "_Caller"]


def has_ended(connection):
    try:
        return connection.recv(100) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_whoever_rings_is_answered_and_the_window_told(doorbell, address, ring_elsewhere):
    assert ring_elsewhere(address) == "ANSWERED"
    assert doorbell.rings == [1]


def test_where_nobody_listens_that_is_known_at_once(address):
    assert ring(address) is Response.NOBODY


def test_a_window_that_is_closing_is_nobody(doorbell, address):
    doorbell.close()
    assert ring(address) is Response.NOBODY


def test_a_hung_window_is_told_from_a_missing_one(doorbell, address):
    assert ring(address) is Response.SILENT  # its event loop does not turn meanwhile


@pytest.mark.parametrize(("said", "response"), [(b"no window", "SILENT"), (b"", "NOBODY")])
def test_another_program_at_the_address_is_no_window(ring_elsewhere, address, said, response):
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.bind(address)
        stranger.listen()

        def say_it_and_nothing_more():
            with stranger.accept()[0] as connection:
                connection.sendall(said)
                while said and connection.recv(100):
                    pass

        assert ring_elsewhere(address, say_it_and_nothing_more) == response


def test_what_a_killed_window_left_is_no_obstacle(qapp, address, ring_elsewhere):
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(address)
    bell = Doorbell(address)
    assert bell.listen()
    assert ring_elsewhere(address) == "ANSWERED"
    bell.close()
    assert not Path(address).exists()


def test_only_its_owner_may_ring(doorbell, address):
    assert stat.S_IMODE(Path(address).stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    "said",
    [b"\0", b"garbage\n" * 9, b"x" * 1_000_000, REQUEST[:-1] + b"!", b"x" + REQUEST],
    ids=["a byte", "garbage", "a megabyte", "the last byte wrong", "the first byte wrong"],
)
def test_a_caller_that_says_anything_else_is_cut_off(qtbot, doorbell, address, said):
    with caller(address) as connection:
        connection.send(said)
        qtbot.waitUntil(lambda: has_ended(connection), timeout=AT_ONCE_MS)
    qtbot.waitUntil(lambda: connections(doorbell) == [], timeout=AT_ONCE_MS)
    assert doorbell.rings == []


@pytest.mark.parametrize("said", [b"", REQUEST[:5]])
def test_a_caller_that_leaves_early_leaves_nothing(qtbot, doorbell, address, said):
    with caller(address) as connection:
        connection.send(said)
        qtbot.waitUntil(lambda: len(connections(doorbell)) == 1)
    qtbot.waitUntil(lambda: connections(doorbell) == [], timeout=AT_ONCE_MS)
    assert doorbell.rings == []


def test_a_caller_that_says_nothing_is_cut_off_in_time(qtbot, doorbell, address):
    with caller(address) as connection:
        qtbot.waitUntil(lambda: has_ended(connection), timeout=2000)
        qtbot.waitUntil(lambda: connections(doorbell) == [])


def test_silent_callers_take_up_no_more_than_a_few_connections(qtbot, doorbell, address):
    callers = [caller(address) for _ in range(20)]
    held = [one.__enter__() for one in callers]
    qtbot.waitUntil(lambda: sum(map(has_ended, held)) == 4)
    for one in callers:
        one.__exit__(None, None, None)
    qtbot.waitUntil(lambda: connections(doorbell) == [])


def test_a_request_in_pieces_is_understood(qtbot, doorbell, address):
    with caller(address) as connection:
        connection.send(REQUEST[:7])
        qtbot.waitUntil(lambda: len(connections(doorbell)) == 1)
        connection.send(REQUEST[7:])
        qtbot.waitUntil(lambda: doorbell.rings == [1])


def test_one_folder_has_one_address_however_it_is_written(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    ways = [folder, tmp_path / "link", tmp_path / "data" / ".." / "data"]
    assert len({doorbell_address(way, {}) for way in ways}) == 1
    assert doorbell_address(tmp_path / "other", {}) != doorbell_address(folder, {})


def test_the_address_fits_into_a_socket_however_long_the_folder_is(tmp_path):
    address = doorbell_address(tmp_path / ("很长" * 100), {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert Path(address).parent == tmp_path
    assert len(address.encode()) < 104


@pytest.mark.parametrize("runtime", ["", "relative", "/no/such/folder", "{tmp}/" + "很长" * 15])
def test_without_a_short_folder_of_its_own_the_socket_gets_a_bare_name(tmp_path, runtime):
    runtime = runtime.replace("{tmp}", str(tmp_path))
    if runtime.startswith(str(tmp_path)):
        Path(runtime).mkdir()
    address = doorbell_address(tmp_path, {"XDG_RUNTIME_DIR": runtime})
    assert Path(address).name == address
