#!/bin/bash
# What others' linters say of the packaging: packaging/linux/lint.sh
# desktop-file-validate and appstreamcli on the entries of the desktop, lintian on the package in dist/ where there is one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
desktop-file-validate packaging/linux/imsearch.desktop
metainfo=$folder/org.imsearch.imsearch.metainfo.xml
sed 's/@VERSION@/0.0.1/; s/@DATE@/2026-01-01/' "packaging/linux/${metainfo##*/}" >"$metainfo"
appstreamcli validate --no-net "$metainfo"
for page in packaging/linux/*.1; do
    complaints=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings --local-file "$page" 2>&1 >/dev/null)
    [ -z "$complaints" ] || { echo "$page: $complaints" >&2 && exit 1; }
done
for package in dist/*.deb; do
    [ ! -e "$package" ] || lintian --fail-on error "$package"
done
