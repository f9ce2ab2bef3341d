#!/bin/bash
# Installs the package with apt on a clean Debian, runs it there on a virtual screen, removes it, and looks at what is left:
#   packaging/linux/clean_debian.sh PACKAGE [SUITE]
# As root; the clean Debian is made by debootstrap in a temporary folder (600 MB), from where this machine's apt fetches. It has no
# Python. The first installation brings only the package and what it depends on; what the try itself needs (Xvfb, a window manager,
# a mouse) comes after.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
package=$(readlink -f "$1") suite=${2:-bookworm}
[ "$(id -u)" -eq 0 ] || { echo "This must run as root: it makes a Debian in a folder (debootstrap, chroot)." >&2 && exit 1; }
# shellcheck disable=SC2016  # apt fills these in
mirror=${MIRROR:-$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' | awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }')}
tree=$(mktemp -d) notes=$(mktemp -d)
chmod 755 "$tree"  # it is the root folder of whoever is in it
clean_up() {
    for place in dev/shm proc; do
        mountpoint -q "$tree/$place" && umount "$tree/$place"
    done
    rm -rf --one-file-system "$tree" "$notes"
}
trap clean_up EXIT

echo "- a clean Debian ($suite)"
debootstrap --variant=minbase "$suite" "$tree" "$mirror" >"$notes/debootstrap.log" 2>&1 || { tail -5 "$notes/debootstrap.log" >&2 && exit 1; }
mount -t proc proc "$tree/proc"
mkdir -p "$tree/dev/shm"
mount -t tmpfs tmpfs "$tree/dev/shm"
cp /etc/resolv.conf "$tree/etc/" 2>/dev/null || true
# How this machine's apt gets out, where it has a way of its own.
for setting in /etc/apt/apt.conf /etc/apt/apt.conf.d/*proxy*; do
    [ ! -e "$setting" ] || cp "$setting" "$tree/etc/apt/apt.conf.d/"
done
inside() { chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
apt() { inside apt-get -qq -o Dpkg::Use-Pty=0 "$@" >"$notes/apt.log" 2>&1 || { tail -20 "$notes/apt.log" >&2 && exit 1; }; }
files() { (cd "$tree" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log \) -prune -o -print | LC_ALL=C sort); }
apt update
if inside sh -c 'command -v python3'; then echo "There is a Python in it." >&2 && exit 1; fi

echo "- apt installs it, with what it depends on and nothing else"
cp "$package" "$tree/tmp/"
apt install -y --no-install-recommends "/tmp/${package##*/}"
inside dpkg --list | grep -c '^ii' | sed 's/$/ packages are there/'
inside imsearch --version
# What the package needs is what it names: every library of it finds those that it is linked to.
lost=$(inside sh -c 'find /usr/lib/imsearch -name "*.so*" -type f -exec ldd {} + 2>/dev/null' | grep 'not found' | sort -u || true)
[ -z "$lost" ] || echo "Not found by a library when it is asked by itself: $(echo "$lost" | tr -s ' \t\n' ' ')"

echo "- it runs, by a user that is not root"
apt purge -y imsearch
apt install -y --no-install-recommends xvfb fluxbox xdotool imagemagick procps fonts-dejavu-core
if inside sh -c 'command -v python3'; then echo "What the try needs has brought a Python." >&2 && exit 1; fi
inside useradd --create-home somebody
files >"$notes/before"
apt install -y --no-install-recommends "/tmp/${package##*/}"
cp "$here/smoke.sh" "$tree/home/somebody/"
inside su somebody -c 'bash /home/somebody/smoke.sh /usr/bin /home/somebody/out'
mkdir -p build/clean-debian
cp "$tree"/home/somebody/out/*.png build/clean-debian/

echo "- the desktop knows it"
for file in applications/imsearch.desktop metainfo/org.imsearch.imsearch.metainfo.xml icons/hicolor/scalable/apps/imsearch.svg icons/hicolor/48x48/apps/imsearch.png man/man1/imsearch.1.gz; do
    [ -e "$tree/usr/share/$file" ] || { echo "/usr/share/$file is not there" >&2 && exit 1; }
done

echo "- it goes, and leaves what is the user's"
inside su somebody -c 'imsearch index /usr/lib/imsearch/lib/imsearch_gui/_data/resources/samples --library ~/kept --exclude "*.md" --json >/dev/null'
kept=$(cd "$tree/home/somebody/kept" && find . -type f | wc -l)
apt purge -y imsearch
[ "$(cd "$tree/home/somebody/kept" && find . -type f | wc -l)" = "$kept" ] || { echo "The user's library has changed." >&2 && exit 1; }
files >"$notes/after"
changed=$(diff "$notes/before" "$notes/after" | grep '^[<>]' | grep -v '^> ./home/somebody/' || true)
[ -z "$changed" ] || { printf 'Left behind (>) or gone (<):\n%s\n' "$changed" >&2 && exit 1; }
# Nobody else's file was changed.
[ -z "$(inside dpkg --verify 2>&1)" ] || { inside dpkg --verify >&2 && exit 1; }
echo "All as it should be."
