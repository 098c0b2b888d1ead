#!/usr/bin/env bash
# Writes dist/SHA256SUMS for everything in dist that people download: packaging/checksums.sh [DIST]
set -euo pipefail
cd "$(dirname "$0")/../${1:-dist}"
shopt -s nullglob
downloads=(cs?desk[-_]*.{deb,tar.gz,exe,zip})
[ ${#downloads[@]} -gt 0 ] || { echo "dist 里没有可下载的文件 · nothing to download in dist" >&2; exit 1; }
sha256sum -- "${downloads[@]}" >SHA256SUMS
cat SHA256SUMS
