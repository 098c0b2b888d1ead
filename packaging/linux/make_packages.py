"""Makes of dist/cs_desk what people download for Linux: a .deb and a .tar.gz.

Usage, from the root of the repository: ``python packaging/linux/make_packages.py [DIST]``. The
same folder, commit and dpkg give the same bytes.
"""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ICON = ROOT / "resources" / "icons" / "cs_desk.svg"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
# Fonts and their settings are no libraries.
NOT_LINKED = {"fontconfig-config", "fonts-noto-cjk"}
_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")


def text_of(*command: str | Path) -> str:
    """Run a program and return what it wrote."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def program_files(program: Path) -> list[Path]:
    """Return the executables and libraries of a folder."""
    files = [f for f in sorted(program.rglob("*")) if f.is_file() and not f.is_symlink()]
    return [file for file in files if file.read_bytes()[:4] == b"\x7fELF"]


def needs_of(program: Path) -> tuple[set[str], str]:
    """Return which Debian packages the program's files link to, and the glibc they ask for."""
    there = {file.name for file in program.rglob("*")}
    missing: set[str] = set()
    versions: set[tuple[int, int]] = set()
    for file in program_files(program):
        headers = text_of("objdump", "-p", file)
        missing |= set(re.findall(r"NEEDED +(\S+)", headers)) - there
        versions |= {(int(major), int(minor)) for major, minor in _GLIBC.findall(headers)}
    major, minor = max(versions)
    return {package_of(library) for library in missing}, f"{major}.{minor}"


def package_of(library: str) -> str:
    """Return the Debian package of a library of this system."""
    found = re.search(rf"^\t{re.escape(library)} .*=> (\S+)$", text_of("ldconfig", "-p"), re.M)
    if found is None:
        raise LookupError(f"{library} is not installed here")
    # dpkg knows some files by the name they had before /lib became a link.
    real = str(Path(found[1]).resolve())
    for name in (real, real.removeprefix("/usr"), found[1]):
        told = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return told.stdout.partition(":")[0]
    raise LookupError(f"{library} belongs to no package")


def declared(control: str) -> set[str]:
    """Return the packages that a control file depends on; of alternatives, the first."""
    (line,) = re.findall(r"^Depends: (.*)$", control, re.M)
    return {re.split(r"[ |]", entry.strip())[0] for entry in line.split(",")}


def render_icons(icons: Path) -> None:
    """Write the icon in every size that menus and panels ask for."""
    renderer = QSvgRenderer(str(ICON))
    for size in ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        folder = icons / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True)
        image.save(str(folder / "cs_desk.png"))
    folder = icons / "scalable" / "apps"
    folder.mkdir(parents=True)
    shutil.copyfile(ICON, folder / "cs_desk.svg")


def write_packed(text: Path, packed: Path) -> None:
    """Write ``text`` compressed, as Debian wants manuals and change logs."""
    packed.parent.mkdir(parents=True, exist_ok=True)
    packed.write_bytes(gzip.compress(text.read_bytes(), mtime=0))


def fill_system(system: Path, program: Path) -> None:
    """Lay out below ``system`` everything that the package installs."""
    usr = system / "usr"
    shutil.copytree(program, usr / "lib" / "cs-desk", symlinks=True)
    commands, menu = usr / "bin", usr / "share" / "applications"
    commands.mkdir()
    menu.mkdir(parents=True)
    (commands / "cs-desk").symlink_to("../lib/cs-desk/cs_desk")
    (commands / "cs_desk").symlink_to("cs-desk")
    shutil.copyfile(HERE / "cs_desk.desktop", menu / "cs_desk.desktop")
    render_icons(usr / "share" / "icons" / "hicolor")
    write_packed(HERE / "cs-desk.1", usr / "share" / "man" / "man1" / "cs-desk.1.gz")
    documents = usr / "share" / "doc" / "cs-desk"
    write_packed(ROOT / "CHANGELOG.md", documents / "changelog.gz")
    (documents / "copyright").write_text(copyright_text(), encoding="utf-8")


def copyright_text() -> str:
    """Return the copyright file, with the program's own licence in it."""
    lines = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    licence = "\n".join(f" {line}" if line.strip() else " ." for line in lines)
    return (HERE / "copyright").read_text(encoding="utf-8").replace("{licence}", licence)


def write_control(system: Path, program: Path, version: str, architecture: str) -> None:
    """Write the package's description and check that it declares exactly what is linked."""
    needed, glibc = needs_of(program)
    files = [file for file in sorted(system.rglob("*")) if file.is_file() and not file.is_symlink()]
    control = (HERE / "control.in").read_text(encoding="utf-8")
    control = control.format(
        version=version,
        architecture=architecture,
        glibc=glibc,
        kibibytes=sum(-(-file.stat().st_size // 1024) for file in files),
    )
    if declared(control) - NOT_LINKED != needed:
        raise ValueError(f"control.in must declare {sorted(needed)}")
    debian = system / "DEBIAN"
    debian.mkdir()
    (debian / "control").write_text(control, encoding="utf-8")
    paths = [str(file.relative_to(system)) for file in files]
    sums = subprocess.run(
        ["md5sum", "--", *paths], cwd=system, check=True, capture_output=True, text=True
    )
    (debian / "md5sums").write_text(sums.stdout, encoding="utf-8")


def make_deb(program: Path, into: Path, version: str, moment: int) -> Path:
    """Make the Debian package."""
    architecture = text_of("dpkg", "--print-architecture").strip()
    deb = into / f"cs-desk_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        system = Path(name) / "system"
        fill_system(system, program)
        write_control(system, program, version, architecture)
        set_modes_and_times(system, moment)
        # One thread: more would cut the data elsewhere, so that the bytes depend on the computer.
        build = ["dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build"]
        subprocess.run(
            [*build, system, deb],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)},
        )
    return deb


def set_modes_and_times(folder: Path, moment: int) -> None:
    """Make every file readable for all, and as old as the commit."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def make_tar(program: Path, into: Path, version: str, moment: int) -> Path:
    """Make the archive for every other Linux: unpack, run cs_desk."""
    name = f"cs-desk-{version}-linux-{platform.machine()}"
    extras = {"cs_desk.desktop": HERE, "cs-desk.1": HERE, "LICENSE": ROOT, "CHANGELOG.md": ROOT}

    def normal(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        runs = entry.isdir() or entry.mode & 0o100
        entry.mode = 0o777 if entry.issym() else 0o755 if runs else 0o644
        return entry

    archive = into / f"{name}.tar.gz"
    with (
        archive.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        # tarfile adds what is in a folder in the order of names.
        tar.add(program, name, filter=normal)
        for file_name, folder in sorted(extras.items()):
            tar.add(folder / file_name, f"{name}/{file_name}", filter=normal)
    return archive


def main() -> None:
    """Make both, beside the program's folder."""
    into = ROOT / (sys.argv[1] if sys.argv[1:] else "dist")
    program = into / "cs_desk"
    version = text_of(program / "cs_desk", "--version").split()[-1]
    # packaging/build.sh gave every file the time of the commit.
    moment = int((program / "cs_desk").stat().st_mtime)
    for package in (
        make_deb(program, into, version, moment),
        make_tar(program, into, version, moment),
    ):
        print(f"    {package.stat().st_size / 1e6:6.1f} MB  {package.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
