from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import psutil
import pytest

from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning
from cs_desk.desktop.data_place import (
    Mount,
    doubts,
    free_bytes,
    network_file_system,
    share_under,
    warnings_about,
)

MB = 1024 * 1024
DATA = PurePosixPath("/home/agent/.local/share/cs_desk")
ROOT = Mount("/", "ext4", "rw,relatime")
WINDOWS_DATA = PureWindowsPath(r"C:\Users\agent\AppData\Local\cs_desk")
DRIVES = (Mount("C:\\", "NTFS", "rw,fixed"), Mount("Z:\\", "NTFS", "rw,remote"))


@pytest.mark.parametrize(
    "kind",
    [
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs2"),
        *("fuse.sshfs", "fuse.rclone", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs"),
        *("9p", "virtiofs", "vboxsf", "fuse.vmhgfs-fuse", "NFS"),
    ],
)
def test_a_folder_on_a_share_is_told_by_the_kind_of_share(kind):
    found = share_under(DATA, [ROOT, Mount("/home", kind)])
    assert found == kind.lower().removeprefix("fuse.")


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "xfs", "apfs", "tmpfs", "overlay", "fuseblk", "fuse.encfs", "NTFS"]
)
def test_a_folder_on_a_disk_of_this_computer_is_no_share(kind):
    assert share_under(DATA, [Mount("/", kind)]) is None


@pytest.mark.parametrize(
    ("mounts", "found"),
    [
        ([], None),
        ([Mount("/srv", "nfs")], None),
        ([ROOT, Mount("/home/agen", "nfs")], None),
        ([Mount("/", "nfs"), Mount("/home", "ext4")], None),
        ([Mount("/home", "ext4"), Mount("/", "nfs")], None),
        ([ROOT, Mount("/home/agent/.local", "nfs4"), Mount("/home", "ext4")], "nfs4"),
        ([ROOT, Mount("/home", "autofs"), Mount("/home", "nfs")], "nfs"),
        ([ROOT, Mount("/home", "nfs"), Mount("/home", "ext4")], None),
        ([ROOT, Mount(str(DATA), "cifs")], "cifs"),
    ],
    ids=[
        "no table",
        "a share elsewhere",
        "a share of a like name",
        "a disk inside a share",
        "the same, listed the other way round",
        "the nearest of three",
        "mounted on demand",
        "hidden by a disk",
        "the folder itself",
    ],
)
def test_the_nearest_mount_above_the_folder_counts(mounts, found):
    assert share_under(DATA, mounts) == found


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        (WINDOWS_DATA, None),
        (PureWindowsPath(r"Z:\desk"), "Z:\\"),
        (PureWindowsPath(r"z:\desk"), "Z:\\"),
        (PureWindowsPath(r"\\server\team\desk"), r"\\server\team"),
        (PureWindowsPath("//server/team/desk"), r"\\server\team"),
    ],
)
def test_on_windows_drives_and_paths_of_the_network_are_shares(folder, found):
    assert share_under(folder, DRIVES) == found


@pytest.fixture
def mounted(monkeypatch, tmp_path):
    """A share, as the system lists it."""
    share = tmp_path / "share"
    share.mkdir()
    listed = [
        SimpleNamespace(mountpoint="/", fstype="ext4", opts="rw"),
        SimpleNamespace(mountpoint=str(share), fstype="nfs4", opts="rw,vers=4.2"),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: listed)
    return share


def test_a_share_is_found_in_the_table_of_the_system(mounted):
    assert network_file_system(mounted / "desk") == "nfs4"
    assert network_file_system(mounted.parent) is None


def test_a_link_is_followed_to_what_it_leads_to(mounted, tmp_path):
    (tmp_path / "link").symlink_to(mounted)
    assert network_file_system(tmp_path / "link") == "nfs4"


def test_this_computer_lists_its_mounts_in_a_form_that_we_read():
    assert network_file_system(Path("/proc")) is None


def test_free_space_is_what_the_user_may_still_write(tmp_path):
    assert free_bytes(tmp_path) == pytest.approx(psutil.disk_usage(str(tmp_path)).free, rel=0.1)


@pytest.mark.parametrize(
    ("free", "share", "found"),
    [
        (None, None, []),
        (100 * MB, None, []),
        (100 * MB - 1, None, [PlaceWarning(PlaceRisk.LOW_DISK, "99")]),
        (0, None, [PlaceWarning(PlaceRisk.LOW_DISK, "0")]),
        (200 * MB, "cifs", [PlaceWarning(PlaceRisk.NETWORK_SHARE, "cifs")]),
    ],
)
def test_a_share_and_less_than_100_mb_are_doubtful(free, share, found):
    assert list(doubts(free, share)) == found


def test_of_two_doubts_the_more_serious_comes_first():
    risks = [warning.risk for warning in doubts(0, "nfs")]
    assert risks == [PlaceRisk.LOW_DISK, PlaceRisk.NETWORK_SHARE]


def test_a_place_that_cannot_be_looked_at_is_only_judged_by_what_is_known(mounted):
    missing = mounted / "missing"
    assert warnings_about(missing) == (PlaceWarning(PlaceRisk.NETWORK_SHARE, "nfs4"),)
