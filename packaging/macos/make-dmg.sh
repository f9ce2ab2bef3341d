#!/bin/bash
# Signs the application and puts it on a disk image: packaging/macos/make-dmg.sh APP VERSION OUT
# IMSEARCH_IDENTITY names the certificate ("Developer ID Application: ..."); without it the signature is one that says nothing of
# who made it, and macOS does not start what was downloaded until the user allows it (System Settings, Privacy & Security). IMSEARCH_NOTARY names a keychain profile of notarytool.
set -euo pipefail
app=$1 version=$2 out=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
identity=${IMSEARCH_IDENTITY:--}
options=(--force --timestamp --options runtime)
[ "$identity" != - ] || options=(--force)

# From the inside out: a signature covers what is in it. Programs in frameworks have no ending, so what a file is says its head.
find "$app/Contents/Frameworks" "$app/Contents/Resources" -type f -print0 |
    while IFS= read -r -d '' file; do
        if file -b "$file" | grep -q '^Mach-O'; then
            codesign "${options[@]}" --sign "$identity" "$file"
        fi
    done
find "$app/Contents/Frameworks" -depth -type d -name '*.framework' -print0 |
    while IFS= read -r -d '' framework; do
        codesign "${options[@]}" --sign "$identity" "$framework"
    done
find "$app/Contents/MacOS" -type f -print0 |
    while IFS= read -r -d '' program; do
        codesign "${options[@]}" --entitlements "$here/entitlements.plist" --sign "$identity" "$program"
    done
codesign "${options[@]}" --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
mkdir -p "$out"
image="$out/imsearch-$version-macos-$(uname -m).dmg"
hdiutil create -volname "imsearch $version" -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$image"
if [ -n "${IMSEARCH_NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$IMSEARCH_NOTARY" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
