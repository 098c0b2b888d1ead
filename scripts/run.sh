#!/usr/bin/env bash
# Opens the window. Where there is no display, shows the main job on a virtual one instead.
set -euo pipefail
cd "$(dirname "$0")/.."

has_display() {
    if [ "$(uname)" = Darwin ]; then
        return
    fi
    local socket=${WAYLAND_DISPLAY:-}
    if [ -n "$socket" ]; then
        [ "${socket#/}" != "$socket" ] || socket="${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$socket"
        [ ! -S "$socket" ] || return 0
    fi
    [ -n "${DISPLAY:-}" ] && timeout 5 xdpyinfo >/dev/null 2>&1
}

# With arguments the program itself is meant, and most of its commands need no display.
if [ $# -gt 0 ] || has_display; then
    exec .venv/bin/cs-desk "$@"
fi
exec .venv/bin/python scripts/tour.py build/tour
