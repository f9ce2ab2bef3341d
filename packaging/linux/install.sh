#!/bin/sh
# Makes a menu entry for imsearch where it lies, and both programs known to terminals, for this user: ./install.sh [--remove]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
programs=$HOME/.local/bin
entry=$data/applications/imsearch.desktop
icon=$data/icons/hicolor/scalable/apps/imsearch.svg

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$icon"
    for name in imsearch imsearch-gui; do
        # Only links that lead here: another version may lie elsewhere.
        [ "$(readlink "$programs/$name" 2>/dev/null)" != "$here/$name" ] || rm -f "$programs/$name"
    done
    echo "Removed. Libraries, models and settings are kept; this folder can be deleted."
    exit
fi
mkdir -p "$data/applications" "${icon%/*}" "$programs"
# The path may hold spaces; quotes and backslashes in it are written as the desktop entry specification wants them.
quoted=$(printf '%s' "$here/imsearch-gui" | sed 's/[\\"`$]/\\\\&/g')
sed -e "s|^Exec=imsearch-gui|Exec=\"$(printf '%s' "$quoted" | sed 's/[&|\\]/\\&/g')\"|" -e '/^TryExec=/d' "$here/imsearch.desktop" >"$entry"
cp "$here/imsearch.svg" "$icon"
for name in imsearch imsearch-gui; do
    ln -sf "$here/$name" "$programs/$name"
done
echo "imsearch is in the menu now; in a terminal: imsearch --help (where $programs is on the PATH)."
