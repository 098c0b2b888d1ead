"""Looks at the place of the data folder: a network share, or a disk that is nearly full.

Everything here may wait for as long as a hung share does.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path, PurePath

T = TypeVar("T")

_MB = 1024 * 1024
LOW_BYTES = 100 * _MB

# Names as the systems' tables of mounts give them, those of FUSE without their "fuse." in front.
# Folders that a virtual machine shares with its host are among them: they lock no better.
_OVER_THE_NETWORK = frozenset(
    {
        *("nfs", "nfs3", "nfs4"),
        *("cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "ncpfs"),
        *("webdav", "davfs", "davfs2", "ftpfs", "sshfs", "rclone", "s3fs", "gvfsd-fuse"),
        *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "ocfs2", "gfs2", "orangefs"),
        *("9p", "virtiofs", "vboxsf", "vmhgfs", "vmhgfs-fuse", "prl_fs"),
    }
)


@dataclass(frozen=True, slots=True)
class Mount:
    r"""Where a file system is found.

    Attributes:
        place: Its mount point, ``/home`` or ``Z:\``.
        kind: Its type, ``ext4``, ``fuse.sshfs``.
        options: How it is mounted, separated by commas; Windows says ``remote`` here.
    """

    place: str
    kind: str
    options: str = ""


def warnings_about(folder: Path) -> tuple[PlaceWarning, ...]:
    """Return what deserves a warning about the place of ``folder``, the most serious first."""
    return doubts(_told(free_bytes, folder), _told(network_file_system, folder))


def doubts(free: int | None, share: str | None) -> tuple[PlaceWarning, ...]:
    """Return what deserves a warning, the most serious first.

    Args:
        free: Bytes that may still be written; None if that is unknown.
        share: The kind of network share; None if there is none.
    """
    found = []
    if free is not None and free < LOW_BYTES:
        found.append(PlaceWarning(PlaceRisk.LOW_DISK, str(free // _MB)))
    if share is not None:
        found.append(PlaceWarning(PlaceRisk.NETWORK_SHARE, share))
    return tuple(found)


def _told(ask: Callable[[Path], T], folder: Path) -> T | None:
    """Return what ``ask`` finds out; what the system does not tell is nothing to warn of."""
    with suppress(OSError):
        return ask(folder)
    return None


def free_bytes(folder: Path) -> int:
    """Return how many bytes the user may still write where ``folder`` is."""
    return shutil.disk_usage(folder).free


def network_file_system(folder: Path) -> str | None:
    """Return what kind of network share holds ``folder``; None if it is on this computer."""
    import psutil  # noqa: PLC0415 - takes as long to load as a command takes to answer

    mounts = (Mount(m.mountpoint, m.fstype, m.opts) for m in psutil.disk_partitions(all=True))
    return share_under(folder.resolve(), mounts)


def share_under(place: PurePath, mounts: Iterable[Mount]) -> str | None:
    """Return what kind of network share holds ``place``; None if it is local.

    Args:
        place: An absolute path without links.
        mounts: The table of mounts; of two at one place the later hides the earlier.
    """
    if place.drive.startswith("\\\\"):
        return place.drive
    holder, depth = None, 0
    for mount in mounts:
        top = type(place)(mount.place)
        if place.is_relative_to(top) and len(top.parts) >= depth:
            holder, depth = mount, len(top.parts)
    if holder is None:
        return None
    if "remote" in holder.options.lower().split(","):
        return holder.place
    kind = holder.kind.lower().removeprefix("fuse.")
    return kind if kind in _OVER_THE_NETWORK else None
