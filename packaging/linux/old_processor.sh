#!/bin/bash
# Does the program run on an old processor? packaging/linux/old_processor.sh BUNDLE
# The command line does its main job on an emulated Nehalem of 2008, which is x86-64-v2 and not a bit more (qemu-user). What uses a
# newer instruction without asking ends with "illegal instruction".
set -euo pipefail
bundle=$(cd "$1" && pwd)
qemu=$(command -v qemu-x86_64 || command -v qemu-x86_64-static) || { echo "qemu-user is not installed" >&2 && exit 2; }
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state XDG_CONFIG_HOME=$home/config
mkdir "$home/pictures"
find "$bundle/lib/imsearch_gui/_data/resources/samples" -name '*.jpg' | sort | head -6 | xargs -I{} cp {} "$home/pictures/"
# Children of the program are programs of this machine, and would run on its own processor: a wrapper starts them in the emulator.
old() { "$qemu" -cpu Nehalem "$bundle/imsearch" "$@"; }
old --version
for library in numpy:numpy/_core/_multiarray_umath onnxruntime:onnxruntime/capi; do echo "  with ${library%%:*}"; done
old models verify classic
old models verify pixels
echo "It runs on a processor of 2008."
