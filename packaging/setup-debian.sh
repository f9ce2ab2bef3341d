#!/bin/bash
# Installs what the machine lacks, on Debian and its kin: packaging/setup-debian.sh GROUP...
#   build    what makes the environment and compiles hnswlib
#   window   Qt's system libraries: those of the screen only where there is one
#   tests    those, and a virtual screen with a window manager, a mouse and a clipboard
#   bundle   what makes the program that needs no Python, and packs it
#   smoke    what tries that: the tests' screen, and pictures of it
# As root or with sudo that asks for no password it installs; otherwise it prints the one command to run and ends with 1.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."

OFFSCREEN="libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon0 libx11-6 fonts-dejavu-core"
SCREEN="libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
TESTS="xvfb openbox xdotool xclip"

installed() {
    # Since 2024 some names end in t64.
    local name state
    for name in "$1" "$1t64"; do
        state=$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null) || continue
        [ "$state" = installed ] && return 0
    done
    return 1
}

build_packages() {
    packaging/setup-venv.sh --check && return  # made already: nothing will be compiled
    compilers
}

compilers() {
    local python series
    python=$(packaging/find-python.sh)
    if [ -z "$python" ]; then
        echo "python3 python3-venv python3-dev g++"
        return
    fi
    series=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$python" -c 'import ensurepip' 2>/dev/null || echo "$series-venv"
    "$python" -c 'import os, sysconfig; os.stat(os.path.join(sysconfig.get_path("include"), "Python.h"))' 2>/dev/null || echo "$series-dev"
    command -v c++ >/dev/null || command -v g++ >/dev/null || echo g++
}

wanted() {
    local group
    for group in "$@"; do
        case $group in
            build) build_packages ;;
            window)
                echo "$OFFSCREEN"
                [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || echo "$SCREEN"
                ;;
            bundle)
                compilers
                echo "binutils dpkg-dev xz-utils libwayland-client0 libwayland-cursor0 libwayland-egl1 $OFFSCREEN $SCREEN"
                ;;
            smoke) echo "$OFFSCREEN $SCREEN $TESTS imagemagick desktop-file-utils appstream lintian" ;;
            tests) echo "$OFFSCREEN $SCREEN $TESTS" ;;
            *)
                echo "no such group of packages: $group" >&2
                exit 2
                ;;
        esac
    done
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    exit 0  # not Debian: the messages of what is missing have to do
fi
names=$(wanted "$@")
packages=()
for name in $names; do
    installed "$name" || packages+=("$name")
done
[ "${#packages[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
        echo "Some of Debian's packages are missing. Please run this, then try again:" >&2
        echo "    sudo apt-get install -y --no-install-recommends ${packages[*]}" >&2
        exit 1
    fi
fi
echo "Installing from Debian: ${packages[*]}"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
"${apt[@]}" update || echo "The package lists could not be brought up to date; trying with those at hand." >&2
if ! "${apt[@]}" install -y --no-install-recommends "${packages[@]}" >/dev/null; then
    echo "Debian's packages could not be installed. Once this works, try again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}" >&2
    exit 1
fi
