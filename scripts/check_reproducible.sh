#!/usr/bin/env bash
# Builds the program and its packages twice, from two copies of the last commit at two paths, and
# compares them byte by byte. Ends with status 1, and the names of the files, if anything differs.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -z "$(git status --porcelain)" ] || echo "只比较已提交的内容 · only what is committed is compared" >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in first second/at/a/longer/path; do
    git clone --quiet --no-hardlinks . "$work/$copy"
    # The same tools; the source is that of the copy, which comes first.
    ln -s "$PWD/.venv" "$work/$copy/.venv"
    (
        cd "$work/$copy"
        umask 0$((RANDOM % 2 ? 22 : 77)) # nobody's habits may show
        TZ=Pacific/Auckland bash packaging/build.sh
        PYTHONPATH=. .venv/bin/python packaging/linux/make_packages.py
        bash packaging/checksums.sh >/dev/null
    )
done
one=$work/first/dist two=$work/second/at/a/longer/path/dist
if diff --recursive --no-dereference --brief "$one" "$two"; then
    echo "两次打包逐字节相同 · both builds are the same, byte by byte:"
    cat "$one/SHA256SUMS"
else
    exit 1
fi
