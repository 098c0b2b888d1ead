#!/usr/bin/env bash
# Builds the program's folder: packaging/build.sh [FOLDER] (dist). The same commit gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

# The order of sets decides the order in an archive, so it must not be drawn by lot; and the time
# that files carry is that of the commit, not that of the build.
export PYTHONHASHSEED=0
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
export SOURCE_DATE_EPOCH

into=${1:-dist}
.venv/bin/pyinstaller --noconfirm --clean --log-level ERROR \
    --distpath "$into" --workpath build/pyinstaller build.spec
find "$into/cs_desk" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
