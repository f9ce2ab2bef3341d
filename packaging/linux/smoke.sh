#!/bin/bash
# Does the program do its main job where there is no Python? packaging/linux/smoke.sh BIN OUT
#   BIN   folder with `imsearch` and `imsearch-gui`: a bundle, or /usr/bin where the package is installed
#   OUT   folder for what was printed, and for pictures of the window
# Needs Xvfb, openbox or fluxbox (which needs no Python), xdotool and ImageMagick; everything else comes with the program. Ends with 1, and says why, at the first
# thing that is not as it should be.
set -euo pipefail
bin=$(cd "$1" && pwd) out=$2
mkdir -p "$out"
out=$(cd "$out" && pwd)
samples=$(dirname "$(readlink -f "$bin/imsearch")")/lib/imsearch_gui/_data/resources/samples
home=$(mktemp -d)
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state
export XDG_RUNTIME_DIR=$home/run LANGUAGE=en LC_ALL=C.UTF-8
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset PYTHONPATH PYTHONHOME LD_LIBRARY_PATH
export MAGICK_THREAD_LIMIT=1 # its threads wait by spinning, on a busy machine for minutes
children=()
clean_up() {
    for child in "${children[@]}"; do
        kill "$child" 2>/dev/null || true
    done
    rm -rf "$home"
}
trap clean_up EXIT
die() {
    echo "$1" >&2
    for log in "$out"/*.log "$home"/state/imsearch/log/*.log; do [ ! -s "$log" ] || { echo "-- $log" && tail -30 "$log"; } >&2; done
    exit 1
}
within() { # within SECONDS WHAT COMMAND...
    local seconds=$1 what=$2
    shift 2
    for ((i = 0; i < seconds * 5; i++)); do
        "$@" && return
        sleep 0.2
    done
    die "$what did not happen within $seconds s"
}

echo "- the command line"
"$bin/imsearch" --version
library=$home/library
"$bin/imsearch" index "$samples" --library "$library" --exclude '*.md' --json >"$out/index.json" 2>"$out/index.log" || die "indexing failed"
picture=$(find "$samples" -type f \( -name '*.jpg' -o -name '*.png' -o -name '*.webp' \) | LC_ALL=C sort | sed -n 1p)
"$bin/imsearch" search "$library" "$picture" --top 5 --json >"$out/search.json" 2>"$out/search.log" || die "searching failed"
best=$(grep -o '"path": "[^"]*", "score": [0-9.]*' "$out/search.json" | sed -n 1p)
[ "$best" = "\"path\": \"$picture\", \"score\": 1.0" ] || die "$picture is not its own first match but $best"
"$bin/imsearch" search "$library" /dev/null >/dev/null 2>"$out/refused.log" && die "an empty file was taken for a picture"
grep -qi traceback "$out"/*.log && die "a traceback was shown"

echo "- the window"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$home/display" >"$out/xvfb.log" 2>&1 &
children+=($!)
within 30 "The virtual screen" test -s "$home/display"
DISPLAY=:$(cat "$home/display")
export DISPLAY
if command -v openbox >/dev/null; then manager=(openbox --sm-disable); else manager=(fluxbox -no-toolbar); fi
"${manager[@]}" >"$out/manager.log" 2>&1 &
children+=($!)
within 30 "The window manager" sh -c 'xdotool get_num_desktops >/dev/null 2>&1'
"$bin/imsearch-gui" --library "$library" "$picture" >"$out/window.log" 2>&1 &
window=$!
children+=("$window")
# Its main window, not the whole screen: a window manager may show the time.
main_window() { xdotool search --onlyvisible --class imsearch 2>/dev/null | tail -1; }
visible() { [ -n "$(main_window)" ]; }
within 60 "The window" visible
colours() { # without a window to look at, import would wait for a click
    local id
    id=$(main_window)
    [ -n "$id" ] && import -window "$id" -depth 8 "$out/window.png" && identify -format '%k' "$out/window.png"
}
answered() { [ "$(colours || echo 0)" -gt 4000 ] && cp "$out/window.png" "$home/before.png" && sleep 1 && colours >/dev/null && cmp -s "$out/window.png" "$home/before.png"; }
within 60 "An answer with thumbnails, painted and at rest," answered

echo "- a second start hands over its picture"
other=$(find "$samples" -type f \( -name '*.jpg' -o -name '*.png' -o -name '*.webp' \) | LC_ALL=C sort | sed -n "\$p")
timeout 30 "$bin/imsearch-gui" "$other" >"$out/second.log" 2>&1 || die "the second start did not hand over"
changed() { colours >/dev/null && ! cmp -s "$out/window.png" "$home/before.png"; }
within 30 "The other picture" changed
within 30 "Its answer" answered

echo "- its end"
xdotool key --clearmodifiers ctrl+q
gone() { ! kill -0 "$window" 2>/dev/null; }
within 20 "The end after Ctrl+Q" gone
wait "$window" || die "the window ended with status $?"
children=("${children[@]:0:2}")
grep -qiE "traceback|QObject|QThread|cannot load" "$out/window.log" && die "the window complained"
[ -z "$(pgrep -f "$bin/.*multiprocessing" || true)" ] || die "processes were left behind"
echo "All as it should be; $out/window.png shows the window."
