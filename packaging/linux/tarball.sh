#!/bin/bash
# A tarball for Linux without Debian's packages: packaging/linux/tarball.sh BUNDLE OUT
# It is unpacked anywhere and runs there; `install.sh` in it makes a menu entry for the user, `install.sh --remove` takes it away.
set -euo pipefail
bundle=$1 out=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$("$bundle/imsearch" --version | sed 's/.* //')
variant=
[ -z "$(find "$bundle" -name 'libonnxruntime_providers_cuda*' -print -quit)" ] || variant=-cuda
name="imsearch$variant-$version-linux-$(uname -m)"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -a "$bundle" "$folder/$name"
install -m 755 "$here/install.sh" "$folder/$name/install.sh"
install -m 644 "$here/imsearch.desktop" "$folder/$name/imsearch.desktop"
install -m 644 "$here/../../build/icons/imsearch.svg" "$folder/$name/imsearch.svg"
mkdir -p "$out"
# In one order, with one owner and one time, so that two builds are alike.
tar --sort=name --mtime="@${SOURCE_DATE_EPOCH:-1767225600}" --owner=0 --group=0 --numeric-owner \
    -C "$folder" -cf - "$name" | xz -6 -T0 >"$out/$name.tar.xz"
echo "$out/$name.tar.xz"
