#!/usr/bin/env bash
# Writes dist/SHA256SUMS for everything in dist that people download: packaging/checksums.sh [DIST]
set -euo pipefail
cd "$(dirname "$0")/../${1:-dist}"
shopt -s nullglob
downloads=(cs?desk[-_]*.{deb,tar.gz,exe,zip})
sha256sum -- "${downloads[@]}" >SHA256SUMS
cat SHA256SUMS
