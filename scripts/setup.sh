#!/usr/bin/env bash
# Readies this checkout: Debian packages, .venv with exactly the versions of requirements.lock, .venv/bin/cs-desk.
# Usage: scripts/setup.sh [dist|debian]     dist: also what `make dist` builds with; debian: what
# `make check-debian` makes bare systems with
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
    # what Qt's wheel links to and does not bring along
    libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
    fonts-noto-cjk
    # the clipboard without Qt
    xclip xsel
    # a desktop for the journeys: display, window manager, session bus, hands, eyes
    xvfb openbox dbus dbus-x11 xdotool wmctrl x11-utils imagemagick
    # disks that fail, for the store's tests
    strace
    # Chinese input methods
    ibus ibus-libpinyin fcitx5 fcitx5-chinese-addons
)

say() { printf '%s\n' "$@" >&2; }

# Prints the first Python that is new enough.
find_python() {
    local candidate
    for candidate in "${PYTHON:-python3}" python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    say "需要 Python 3.11 或更新的版本。" "Python 3.11 or newer is needed."
    return 1
}

# Debian's interpreter comes without ensurepip, and without the shared library that PyInstaller packs.
add_packages_of_python() {
    "$python" -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
    case ${1:-} in debian) packages+=(debootstrap debian-archive-keyring desktop-file-utils) ;; esac
    if [ "${1:-}" = dist ]; then
        packages+=(binutils)
        packages+=($("$python" -c 'import sys; sys.base_prefix == "/usr" and print("libpython%d.%d" % sys.version_info[:2])'))
    fi
}

# Prints the packages that are not installed, counting what renamed ones provide (libglib2.0-0 is
# libglib2.0-0t64 from Debian 13 on).
missing_packages() {
    local installed package
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' |
        sed -n 's/^installed //p' | tr -s ' ,\n' ' ') "
    for package in "${packages[@]}"; do
        [[ $installed == *" $package "* ]] || echo "$package"
    done
}

install_packages() {
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            say "缺少系统软件包。请先运行下面的命令，再重新 make：" \
                "System packages are missing. Please run this, then make again:" \
                "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
            return 1
        fi
        as_root=(sudo)
    fi
    say "安装系统软件包 · installing system packages: $*"
    # A third party's source that cannot be reached must not stop what Debian has.
    "${as_root[@]}" apt-get update -qq || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" >/dev/null
}

ready_system() {
    if ! command -v apt-get >/dev/null; then
        return 0 # not a Debian: README.md tells what to install
    fi
    local missing
    missing=$(missing_packages)
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # one word each
        install_packages $missing
    fi
}

# The stamp's first line is what .venv was made from, its second what was installed into it.
ready_venv() {
    local stamp=.venv/.setup-stamp made_from installed
    made_from="$PWD $("$python" -c 'import sys; print(sys.base_prefix, *sys.version.split())')"
    installed=$(cat requirements.lock pyproject.toml scripts/setup.sh | cksum)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$made_from"$'\n'"$installed" ]; then
        return
    fi
    if [ "$(head -n 1 "$stamp" 2>/dev/null)" != "$made_from" ]; then
        say "创建 .venv · creating .venv"
        "$python" -m venv --clear .venv
    fi
    rm -f "$stamp" # a set-up that is broken off here starts anew
    say "安装锁定的依赖 · installing the locked versions"
    local pip=(.venv/bin/python -m pip --disable-pip-version-check --quiet)
    "${pip[@]}" install --require-hashes --only-binary :all: --requirement requirements.lock
    "${pip[@]}" install --no-deps --no-build-isolation --editable .
    "${pip[@]}" check
    printf '%s\n' "$made_from" "$installed" >"$stamp"
}

python=$(find_python)
add_packages_of_python "$@"
ready_system
ready_venv
# A folder that Python may not cache in costs every start a third more; up to date, this is instant.
.venv/bin/python -m compileall -q cs_desk
