#!/usr/bin/env bash
# Installs the .deb with apt in bare Debian systems, where nothing else is, and drives the program:
# scripts/check_debian.sh [SUITE ...] (bookworm trixie). Display, window manager, hands and
# eyes are those of this computer. Needs root, for chroot and mounts; these end with the script.
set -euo pipefail
cd "$(dirname "$0")/.."

skip() {
    printf '%s\n' "$@" >&2
    # A machine that was asked to check may not pass by skipping.
    [ -z "${CI:-}" ] || exit 1
    exit 0
}

[ "$(id -u)" = 0 ] || skip "要有 root 权限才能建空系统，跳过。" "Skipped: only root can make a bare system to install in."
command -v debootstrap >/dev/null || skip "没有 debootstrap，跳过。" "Skipped: debootstrap is missing."
unshare --mount true 2>/dev/null || skip "这里不能挂载，跳过。" "Skipped: this computer lets nobody mount."

debs=(dist/cs-desk_*.deb)
[ -f "${debs[0]}" ] || { echo "先 make packages · make packages first" >&2; exit 1; }
deb=${debs[-1]}
bases=build/debian

# Bare systems are kept: a second run takes seconds.
make_base() {
    [ -f "$bases/$1.tar" ] && return
    mkdir -p "$bases"
    rm -rf --one-file-system "${bases:?}/$1"
    debootstrap --variant=minbase "$1" "$bases/$1" >"$bases/$1.log" 2>&1 || return
    rm -f "$bases/$1"/var/cache/apt/archives/*.deb
    tar -C "$bases/$1" -cf "$bases/$1.tar.part" . && mv "$bases/$1.tar.part" "$bases/$1.tar"
    rm -rf --one-file-system "${bases:?}/$1"
}

# Inside a mount namespace of its own: $1 = the system's root.
check_inside() {
    local root=$1 program=/usr/lib/cs-desk
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    # Display, bus and data folders are met by the same names inside and outside.
    mount --bind /tmp "$root/tmp"
    mkdir -p "$root$PWD/tests"
    mount --bind -o ro "$PWD/tests" "$root$PWD/tests"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    cp "$deb" "$root/root/cs-desk.deb"
    inside() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }

    inside sh -c 'dpkg-query -W -f "\${Package}\n"' | sort >"$root/root/before"
    inside apt-get update -qq
    inside apt-get install -qq -y --no-install-recommends /root/cs-desk.deb >"$root/root/apt.log" 2>&1 ||
        { cat "$root/root/apt.log"; return 1; }
    inside sh -c 'dpkg-query -W -f "\${Package}\n"' | sort >"$root/root/after"
    echo "   apt 装了 · apt installed: $(comm -13 "$root/root/before" "$root/root/after" | tr '\n' ' ')"

    inside dpkg --verify cs-desk
    desktop-file-validate "$root/usr/share/applications/cs_desk.desktop"
    if inside sh -c "find $program -type f \( -name '*.so*' -o -name cs_desk \) -exec env LD_LIBRARY_PATH=$program/_internal ldd {} +" 2>&1 |
        grep 'not found'; then
        return 1
    fi
    printf '#!/bin/sh\nexec chroot %q /usr/bin/cs-desk "$@"\n' "$root" >"$root/root/enter"
    chmod 755 "$root/root/enter"
    .venv/bin/python -m pytest tests/built/test_built_window.py tests/built/test_built_commands.py \
        --built "$root/root/enter" -n auto -q --no-header
    inside apt-get purge -qq -y cs-desk >/dev/null 2>&1
    if [ -e "$root$program" ] || [ -e "$root/usr/bin/cs-desk" ]; then
        echo "卸载后还有文件 · files are left behind" >&2
        return 1
    fi
    echo "   卸载后什么也没留下 · purged without a trace"
}

suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(bookworm trixie)
export -f check_inside
export deb
for suite in "${suites[@]}"; do
    if ! make_base "$suite"; then
        echo "下载不到 Debian $suite，跳过（见 $bases/$suite.log）· skipped: Debian $suite could not be fetched" >&2
        continue
    fi
    root=$PWD/$bases/run-$suite
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    tar -C "$root" -xf "$bases/$suite.tar"
    echo "== Debian $suite $(cat "$root/etc/debian_version"): $deb"
    unshare --mount bash -euc 'check_inside "$1"' _ "$root"
    rm -rf --one-file-system "$root"
done
