#!/bin/bash
# The end-to-end test of the main job, with the frozen program in the place of the source tree: packaging/linux/frozen_e2e.sh BUNDLE
# What drives the test runs inside of the program's process, so it is a third program of the same build (build/pyinstaller/imsearch/imsearch-e2e),
# which lies beside a copy of the bundle for as long as the test lasts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mktemp -d --tmpdir="$PWD/build" frozen.XXXXXX)
trap 'rm -rf "$folder"' EXIT
cp -al "$1/." "$folder"
cp build/pyinstaller/imsearch/imsearch-e2e "$folder/"
python=$PWD/.venv/bin/python
IMSEARCH_E2E_PROGRAM=$folder/imsearch-e2e IMSEARCH_E2E_PYTHON=$python \
    tests/e2e/with-screen.sh "$python" -m pytest -m e2e tests/e2e/test_main_job.py
