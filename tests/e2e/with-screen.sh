#!/bin/bash
# Runs a command on a screen of its own, with a window manager: tests/e2e/with-screen.sh COMMAND...
set -euo pipefail

folder=$(mktemp -d)
children=()
clean_up() {
    for child in "${children[@]}"; do
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap clean_up EXIT

wait_for() { # wait_for WHAT COMMAND...: up to 30 s
    local what=$1
    shift
    for _ in {1..300}; do
        "$@" && return
        sleep 0.1
    done
    echo "$what did not start:" >&2
    cat "$folder/log" >&2
    exit 1
}
screen_is_up() { [ -s "$folder/number" ]; }
manager_is_up() { xdotool get_num_desktops >/dev/null 2>&1; }

# The server itself looks for a free number, and says which it took.
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/number" >"$folder/log" 2>&1 &
children+=($!)
wait_for "The virtual screen (Xvfb)" screen_is_up

DISPLAY=:$(cat "$folder/number")
export DISPLAY QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY XAUTHORITY
openbox --sm-disable >>"$folder/log" 2>&1 &
children=($! "${children[@]}")
wait_for "The window manager (openbox)" manager_is_up

"$@"
