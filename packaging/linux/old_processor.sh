#!/bin/bash
# Does the program run on an old processor? packaging/linux/old_processor.sh BUNDLE
# Everything compiled that is in it is used once on an emulated Nehalem of 2008, which is x86-64-v2 and not a bit more (qemu-user).
# What uses a newer instruction without asking the processor ends with "illegal instruction". The emulator follows no child
# processes, so all of it is done in one, by the third program of the build (frozen_e2e.sh).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
qemu=$(command -v qemu-x86_64 || command -v qemu-x86_64-static) || { echo "qemu-user is not installed" >&2 && exit 2; }
folder=$(mktemp -d --tmpdir="$root/build" old.XXXXXX)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home XDG_DATA_HOME=$folder/data XDG_CACHE_HOME=$folder/cache XDG_STATE_HOME=$folder/state XDG_CONFIG_HOME=$folder/config
mkdir -p "$HOME" "$folder/pictures" "$folder/queries"
cp -al "$1/." "$folder/bundle"
cp "$root/build/pyinstaller/imsearch/imsearch-e2e" "$folder/bundle/"
samples=$folder/bundle/lib/imsearch_gui/_data/resources/samples
queries=()
for kind in jpg png webp; do
    while IFS= read -r picture; do
        cp "$picture" "$folder/pictures/"
        queries+=("$folder/queries/${picture##*/}")
        # Other bytes, so that it is decoded and encoded anew.
        { cat "$picture" && echo; } >"${queries[-1]}"
    done < <(find "$samples" -name "*.$kind" | LC_ALL=C sort | sed -n 1,2p)
done
"$1/imsearch" index "$folder/pictures" --library "$folder/library" --json >/dev/null
"$qemu" -cpu Nehalem "$folder/bundle/imsearch-e2e" --run "$here/old_processor_work.py" "$folder/library" "${queries[@]}"
# That the emulator refuses what is newer, or all this would prove nothing.
if command -v cc >/dev/null; then
    printf '#include <immintrin.h>\nint main(void) { volatile __m256i a = _mm256_set1_epi32(1); a = _mm256_add_epi32(a, a); return 0; }\n' >"$folder/new.c"
    cc -O0 -mavx2 -o "$folder/new" "$folder/new.c"
    if "$qemu" -cpu Nehalem "$folder/new" 2>/dev/null; then
        echo "The emulator ran AVX2, so it shows nothing." >&2
        exit 1
    fi
fi
echo "It runs on a processor of 2008."
