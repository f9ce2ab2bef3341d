#!/bin/bash
# Builds the source distribution and, from that, the wheel; installs the wheel with all it needs where there is no source tree, and
# does the main job with it: packaging/try_wheel.sh OUT
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p "$1"
out=$(cd "$1" && pwd)
python=$(packaging/find-python.sh)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home
unset PYTHONPATH PYTHONHOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
mkdir "$HOME"

"$python" -m venv "$folder/builder"
"$folder/builder/bin/pip" install --quiet --disable-pip-version-check build
rm -f "$out"/imsearch_gui-*
"$folder/builder/bin/python" -m build --outdir "$out" . >"$folder/build.log" 2>&1 || { cat "$folder/build.log" >&2 && exit 1; }
for made in "$out"/imsearch_gui-*; do
    echo "$made: $(du -h "$made" | cut -f1)"
done

"$python" -m venv "$folder/user"
"$folder/user/bin/pip" install --quiet --disable-pip-version-check "$out"/imsearch_gui-*.whl
cd "$folder"
imsearch=$folder/user/bin/imsearch
"$imsearch" --version
samples=$("$folder/user/bin/python" -c 'from imsearch_gui import paths; print(paths.samples())')
"$imsearch" index "$samples" --library library --exclude '*.md' --json >index.json
picture=$(find "$samples" -name '*.jpg' | LC_ALL=C sort | sed -n 1p)
"$imsearch" search library "$picture" --top 1 --json | tr -d '\n ' | grep -q '"score":1\.0' || { echo "a picture is not its own first match" >&2 && exit 1; }
cat >look.py <<'END'
from imsearch_gui.app import main
from PySide6.QtCore import QTimer

seen = []

def look(program, window):
    seen.append(window.windowTitle())
    QTimer.singleShot(500, window.window().close)

# Worker processes import this file anew.
if __name__ == "__main__":
    status = main([], watch=look)
    assert status == 0 and seen, (status, seen)
END
QT_QPA_PLATFORM=offscreen "$folder/user/bin/python" look.py
echo "The wheel works where there is no source tree."
