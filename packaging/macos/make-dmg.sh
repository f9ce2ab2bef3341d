#!/bin/bash
# Signs the application and puts it on a disk image: packaging/macos/make-dmg.sh APP VERSION OUT
# IMSEARCH_IDENTITY names the certificate ("Developer ID Application: ..."); without it the signature is one that says nothing of
# who made it, and macOS asks the user before the first start. IMSEARCH_NOTARY names a keychain profile of notarytool.
set -euo pipefail
app=$1 version=$2 out=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
identity=${IMSEARCH_IDENTITY:--}
options=(--force --timestamp --options runtime)
[ "$identity" != - ] || options=(--force)

# From the inside out: a signature covers what is in it.
find "$app" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
    xargs -0 codesign "${options[@]}" --sign "$identity"
find "$app/Contents/MacOS" -type f -perm +111 -print0 |
    xargs -0 codesign "${options[@]}" --entitlements "$here/entitlements.plist" --sign "$identity"
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
